## People and their roles

people-title = Who may do what
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Supervisor
       *[worker] Worker
    }
people-others = Everybody else is a worker: photos and questions. To change a role, type for example: people add Anna supervisor, or people remove Anna.
people-given-by = by { $name }
people-from-settings = by the settings of the bot
people-done =
    { $role ->
        [admin] { $name } is an admin now
        [supervisor] { $name } is a supervisor now
       *[worker] { $name } is a worker now
    }
people-commands = I know: people, people add NAME supervisor (or admin), people remove NAME.
people-forbidden = Only an admin may see and change who may do what.
people-which-role = Which role? Type for example: people add Anna supervisor.
people-unknown = I do not know { $name } yet: ask for a message to me first, “hi” is enough, or give the Entra object id in place of the name.
people-several = More than one may be meant by { $name }: { $people }. Type the id in place of the name.
people-by-settings = { $name } is an admin by the settings of the bot (HANGTAG_ADMINS); it can be changed there alone.
people-last-admin = That is the last admin; make somebody else one first.
