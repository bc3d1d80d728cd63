# People and their roles, in Italian.

people-title = Chi può fare cosa
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Supervisore
       *[worker] Addetto
    }
people-others = Tutti gli altri sono addetti, e possono inviare foto e fare domande. Per cambiare un ruolo, scrivi per esempio: people add Anna supervisor, oppure people remove Anna.
people-given-by = da { $name }
people-from-settings = nelle impostazioni del bot
people-done =
    { $role ->
        [admin] { $name } ora è admin
        [supervisor] { $name } ora è supervisore
       *[worker] { $name } ora è addetto
    }
people-commands = Puoi scrivere: people, people add NOME supervisor (o admin), people remove NOME.
people-forbidden = Solo un admin può vedere e modificare chi può fare cosa.
people-which-role = Quale ruolo? Scrivi per esempio: people add Anna supervisor.
people-unknown = Non conosco ancora { $name }. Chiedi a questa persona di inviarmi prima un messaggio (basta «ciao»), oppure scrivi il suo ID oggetto di Entra al posto del nome.
people-several = { $name } può essere più di una persona: { $people }. Scrivi l’ID al posto del nome.
people-signed-out = Rispondo solo a chi ha effettuato l’accesso a Teams con un account di questa organizzazione. Accedi e poi chiedi di nuovo.
people-by-settings = { $name } è admin nelle impostazioni del bot (HANGTAG_ADMINS). Si può cambiare solo lì.
people-last-admin = È l’ultimo admin. Prima rendi admin un’altra persona.
