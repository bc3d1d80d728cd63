# Wer was darf, auf Deutsch.

people-title = Wer was darf
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Supervisor
       *[worker] Mitarbeiter
    }
people-others = Alle anderen sind Mitarbeiter: Fotos und Fragen. Um eine Rolle zu ändern, schreib zum Beispiel: people add Anna supervisor, oder people remove Anna.
people-given-by = von { $name }
people-from-settings = durch die Einstellungen des Bots
people-done =
    { $role ->
        [admin] { $name } ist jetzt Admin
        [supervisor] { $name } ist jetzt Supervisor
       *[worker] { $name } ist jetzt Mitarbeiter
    }
people-commands = Ich kenne: people, people add NAME supervisor (oder admin), people remove NAME.
people-forbidden = Nur ein Admin darf sehen und ändern, wer was darf.
people-which-role = Welche Rolle? Schreib zum Beispiel: people add Anna supervisor.
people-unknown = Ich kenne { $name } noch nicht: lass dir zuerst eine Nachricht an mich schicken, „hi“ genügt, oder gib statt des Namens die Entra-Objekt-ID an.
people-several = Mit { $name } können mehrere gemeint sein: { $people }. Schreib die ID statt des Namens.
people-by-settings = { $name } ist durch die Einstellungen des Bots Admin (HANGTAG_ADMINS); das lässt sich nur dort ändern.
people-last-admin = Das ist der letzte Admin; mach zuerst jemand anderen dazu.
