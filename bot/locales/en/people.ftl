# People and their roles, in English.

people-title = Who can do what
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Supervisor
       *[worker] Worker
    }
people-others = Everyone else is a worker, and can send photos and ask questions. To change a role, type, for example: people add Anna supervisor, or people remove Anna.
people-given-by = by { $name }
people-from-settings = in the bot’s settings
people-done =
    { $role ->
        [admin] { $name } is now an admin
        [supervisor] { $name } is now a supervisor
       *[worker] { $name } is now a worker
    }
people-commands = You can type: people, people add NAME supervisor (or admin), people remove NAME.
people-forbidden = Only an admin can see and change who can do what.
people-which-role = Which role? For example, type: people add Anna supervisor.
people-unknown = I don’t know { $name } yet. Ask them to send me a message first (“hi” is enough), or type their Entra object ID instead of the name.
people-several = { $name } could be more than one person: { $people }. Type the ID instead of the name.
people-signed-out = I only answer people who are signed in to Teams with an account of this organisation. Sign in, then ask again.
people-by-settings = { $name } is an admin in the bot’s settings (HANGTAG_ADMINS). You can change that only there.
people-last-admin = That’s the last admin. Make someone else an admin first.
