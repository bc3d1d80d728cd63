# Chi può fare che cosa, in italiano.

people-title = Chi può fare che cosa
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Supervisore
       *[worker] Addetto
    }
people-others = Tutti gli altri sono addetti: foto e domande. Per cambiare un ruolo, scrivi per esempio: people add Anna supervisor, oppure people remove Anna.
people-given-by = da { $name }
people-from-settings = dalle impostazioni del bot
people-done =
    { $role ->
        [admin] { $name } ora è admin
        [supervisor] { $name } ora è supervisore
       *[worker] { $name } ora è addetto
    }
people-commands = Conosco: people, people add NOME supervisor (o admin), people remove NOME.
people-forbidden = Solo un admin può vedere e cambiare chi può fare che cosa.
people-which-role = Quale ruolo? Scrivi per esempio: people add Anna supervisor.
people-unknown = Non conosco ancora { $name }: fammi prima mandare un messaggio, basta «ciao», oppure scrivi l’ID oggetto di Entra al posto del nome.
people-several = { $name } può essere più di una persona: { $people }. Scrivi l’ID al posto del nome.
people-by-settings = { $name } è admin per le impostazioni del bot (HANGTAG_ADMINS); si può cambiare solo lì.
people-last-admin = È l’ultimo admin; prima nominane un altro.
