# People and their roles, in German.

people-title = Wer was darf
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Supervisor
       *[worker] Mitarbeiter
    }
people-others = Alle anderen sind Mitarbeiter und können Fotos schicken und Fragen stellen. Um eine Rolle zu ändern, schreib zum Beispiel: people add Anna supervisor, oder people remove Anna.
people-given-by = von { $name }
people-from-settings = in den Einstellungen des Bots
people-done =
    { $role ->
        [admin] { $name } ist jetzt Admin
        [supervisor] { $name } ist jetzt Supervisor
       *[worker] { $name } ist jetzt Mitarbeiter
    }
people-commands = Du kannst schreiben: people, people add NAME supervisor (oder admin), people remove NAME.
people-forbidden = Nur ein Admin kann sehen und ändern, wer was darf.
people-which-role = Welche Rolle? Schreib zum Beispiel: people add Anna supervisor.
people-unknown = Ich kenne { $name } noch nicht. Bitte die Person, mir zuerst eine Nachricht zu schicken („hi“ genügt), oder schreib statt des Namens die Entra-Objekt-ID.
people-several = { $name } könnte mehrere Personen meinen: { $people }. Schreib die ID statt des Namens.
people-signed-out = Ich antworte nur Personen, die in Teams mit einem Konto dieser Organisation angemeldet sind. Melde dich an und frag dann noch einmal.
people-by-settings = { $name } ist in den Einstellungen des Bots Admin (HANGTAG_ADMINS). Das kannst du nur dort ändern.
people-last-admin = Das ist der letzte Admin. Mach zuerst jemand anderen zum Admin.
