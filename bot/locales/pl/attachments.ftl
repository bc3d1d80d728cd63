# Co zatrzymało zdjęcie albo plik, po polsku.

attachment-what =
    { $what ->
        [named] pliku „{ $name }”
        [file] pliku
       *[photo] zdjęcia
    }
attachment-untrusted = Nie udało się wczytać { attachment-what }, nie ufam temu serwerowi: wyślij jeszcze raz jako plik.
attachment-slow = Wczytywanie { attachment-what } trwało zbyt długo: wyślij jeszcze raz.
attachment-failed = Nie udało się wczytać { attachment-what }: wyślij jeszcze raz.
attachment-empty = Nie udało się wczytać { attachment-what }, nic w nim nie ma (0 bajtów): wyślij jeszcze raz.
attachment-moved = Nie udało się wczytać { attachment-what }, odnośnik prowadzi teraz na inny serwer: wyślij jeszcze raz jako plik.
attachment-circles = Nie udało się wczytać { attachment-what }, odnośnik prowadzi w kółko: wyślij jeszcze raz.
attachment-gone = Nie udało się wczytać { attachment-what }, odnośnik wygasł: wyślij jeszcze raz.
attachment-status = Nie udało się wczytać { attachment-what }, serwer odpowiada { $status }: wyślij jeszcze raz.
attachment-too-large = Nie udało się wczytać { attachment-what }, to ponad { $allowed } MB: wyślij mniejszą wersję.
attachment-address = Nie udało się wczytać { attachment-what }, nie wolno mi otworzyć tego adresu: wyślij jako plik.
download-no-room = Pliku nie da się zapisać: zrób miejsce tam, gdzie leży HANGTAG_HOME, i zapytaj jeszcze raz.
attachment-address-group = Nie udało się wczytać { attachment-what }, nie wolno mi otworzyć tego adresu. Zrób zdjęcie tutaj aparatem albo wyślij je na naszym czacie prywatnym.
attachment-untrusted-group = Nie udało się wczytać { attachment-what }, nie ufam temu serwerowi. Zrób zdjęcie tutaj aparatem albo wyślij je na naszym czacie prywatnym.
attachment-moved-group = Nie udało się wczytać { attachment-what }, odnośnik prowadzi teraz na inny serwer. Zrób zdjęcie tutaj aparatem albo wyślij je na naszym czacie prywatnym.
