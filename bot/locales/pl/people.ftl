# Kto co może, po polsku.

people-title = Kto co może
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Kierownik
       *[worker] Pracownik
    }
people-others = Wszyscy inni to pracownicy: zdjęcia i pytania. Żeby zmienić rolę, napisz na przykład: people add Anna supervisor albo people remove Anna.
people-given-by = nadał(a) { $name }
people-from-settings = z ustawień bota
people-done =
    { $role ->
        [admin] { $name }: teraz admin
        [supervisor] { $name }: teraz kierownik
       *[worker] { $name }: teraz pracownik
    }
people-commands = Znam: people, people add IMIĘ supervisor (albo admin), people remove IMIĘ.
people-forbidden = Tylko admin może oglądać i zmieniać, kto co może.
people-which-role = Jaka rola? Napisz na przykład: people add Anna supervisor.
people-unknown = Nie znam jeszcze osoby { $name }: niech najpierw do mnie napisze, wystarczy „cześć”, albo podaj identyfikator obiektu Entra zamiast imienia.
people-several = { $name } to może być kilka osób: { $people }. Napisz identyfikator zamiast imienia.
people-by-settings = { $name } jest adminem z ustawień bota (HANGTAG_ADMINS); zmienić to można tylko tam.
people-last-admin = To ostatni admin; najpierw nadaj tę rolę komuś innemu.
