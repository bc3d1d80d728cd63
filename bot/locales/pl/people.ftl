# People and their roles, in Polish.

people-title = Kto co może
people-role =
    { $role ->
        [admin] Admin
        [supervisor] Kierownik
       *[worker] Pracownik
    }
people-others = Wszyscy inni to pracownicy: mogą wysyłać zdjęcia i zadawać pytania. Żeby zmienić rolę, napisz na przykład: people add Anna supervisor albo people remove Anna.
people-given-by = nadał(a) { $name }
people-from-settings = w ustawieniach bota
people-done =
    { $role ->
        [admin] { $name }: teraz admin
        [supervisor] { $name }: teraz kierownik
       *[worker] { $name }: teraz pracownik
    }
people-commands = Możesz napisać: people, people add IMIĘ supervisor (albo admin), people remove IMIĘ.
people-forbidden = Tylko admin może zobaczyć i zmienić, kto co może.
people-which-role = Jaka rola? Napisz na przykład: people add Anna supervisor.
people-unknown = Nie znam jeszcze osoby { $name }. Poproś ją, żeby najpierw do mnie napisała (wystarczy „cześć”), albo podaj jej identyfikator obiektu Entra zamiast imienia.
people-several = { $name } to może być kilka osób: { $people }. Napisz identyfikator zamiast imienia.
people-signed-out = Odpowiadam tylko osobom zalogowanym w Teams na konto tej organizacji. Zaloguj się i zapytaj jeszcze raz.
people-by-settings = { $name } jest adminem w ustawieniach bota (HANGTAG_ADMINS). Można to zmienić tylko tam.
people-last-admin = To ostatni admin. Najpierw nadaj tę rolę komuś innemu.
