# Texts about the API and its hooks, for whoever runs the bot: in English alone.

operator-key-name = { $name } can’t be a key’s name: use small letters, digits and hyphens, 40 at most.
operator-key-taken = There is or was a key { $name }: choose another name, so that the log stays clear.
operator-key-unknown = There’s no key { $name }. `hangtag key list` has them all.
operator-key-revoked = The key { $name } is already revoked.
operator-hook-address = That’s no address of a hook: give one such as https://erp.example.com/hangtag.
operator-hook-password = A hook’s address must not have a user or a password in it. Each message is signed instead.
operator-hook-https = A hook at { $host } must be https on port 443. If that’s a host of your own network, list it in HANGTAG_HOOK_HOSTS.
operator-hook-inner = { $host } isn’t on the open internet. If that’s a host of your own network, list it in HANGTAG_HOOK_HOSTS.
operator-hook-kinds = { $kind } is no event: choose from { $kinds }.
operator-hook-below = Low stock needs a number: add --below 3, for fewer than 3 free pieces.
operator-hook-not-low = --below and --at belong to low-stock: add it to --on.
operator-hook-place = There’s no location { $place }.
operator-hook-unknown = There’s no hook { $hook }. `hangtag hook list` has them all.
