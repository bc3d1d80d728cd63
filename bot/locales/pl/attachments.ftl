# Why a photo or a file couldn't be fetched, in Polish.

attachment-what =
    { $what ->
        [named] pliku „{ $name }”
        [file] pliku
       *[photo] zdjęcia
    }
attachment-untrusted = Nie udało się wczytać { attachment-what }, bo nie ufam temu serwerowi. Wyślij jeszcze raz jako plik.
attachment-slow = Wczytywanie { attachment-what } trwało zbyt długo. Wyślij jeszcze raz.
attachment-failed = Nie udało się wczytać { attachment-what }. Wyślij jeszcze raz.
attachment-empty = Nie udało się wczytać { attachment-what }: zawartość jest pusta (0 bajtów). Wyślij jeszcze raz.
attachment-moved = Nie udało się wczytać { attachment-what }, bo link prowadzi na inny serwer. Wyślij jeszcze raz jako plik.
attachment-circles = Nie udało się wczytać { attachment-what }, bo link prowadzi w kółko. Wyślij jeszcze raz.
attachment-gone = Nie udało się wczytać { attachment-what }, bo link wygasł. Wyślij jeszcze raz.
attachment-status = Nie udało się wczytać { attachment-what } (odpowiedź serwera: { $status }). Wyślij jeszcze raz.
attachment-too-large = Nie udało się wczytać { attachment-what }, bo to ponad { $allowed } MB. Wyślij mniejszą wersję.
attachment-address = Nie udało się wczytać { attachment-what }, bo nie mogę otworzyć tego adresu. Wyślij jako plik.
download-no-room = Nie można zapisać pliku. Zwolnij miejsce na dysku HANGTAG_HOME i spróbuj jeszcze raz.
attachment-address-group = Nie udało się wczytać { attachment-what }, nie wolno mi otworzyć tego adresu. Zrób zdjęcie tutaj aparatem albo wyślij je na naszym czacie prywatnym.
attachment-untrusted-group = Nie udało się wczytać { attachment-what }, nie ufam temu serwerowi. Zrób zdjęcie tutaj aparatem albo wyślij je na naszym czacie prywatnym.
attachment-moved-group = Nie udało się wczytać { attachment-what }, odnośnik prowadzi teraz na inny serwer. Zrób zdjęcie tutaj aparatem albo wyślij je na naszym czacie prywatnym.
