# Texts about the API and its hooks, for whoever runs the bot: in English alone.

operator-key-name = { $name } can’t be a key’s name: use small letters, digits and hyphens, 40 at most.
operator-key-taken = There is or was a key { $name }: choose another name, so that the log stays clear.
operator-key-unknown = There’s no key { $name }. `hangtag key list` has them all.
operator-key-revoked = The key { $name } is already revoked.
