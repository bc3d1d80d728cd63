# Źródła danych, po polsku.

feeds-title = Źródła danych
feeds-none = Nie ma źródeł danych. Osoba prowadząca tego bota dodaje je przez „hangtag feed add”.
feed-interval = czytane co { $interval }
feed-age = Dane z: { $age }
feed-age-late = Później niż obiecano: { $age }
feed-no-figures = Jeszcze bez danych
feed-failing = Nieudane próby z rzędu: { $count }. { $why }
feed-waits = Partia { $batch } czeka na admina.
feed-asks = Źródło { $feed } nie wprowadziło tego samo
feed-gave-up = Źródło { $feed } zawiodło { $count } razy z rzędu. { $why } Stany w katalogu pozostają bez zmian.
stock-from-feed = { $feed }, { $age } ({ $when })
stock-from-feed-late = { $feed }, { $age }: starsze niż powinno być ({ $when })

# Why a feed waits, or fails.

feed-busy = To źródło czyta właśnie inny program. Spróbuj, gdy skończy.
feed-emptied = { $count } z { $total } SKU, które są na stanie, spadłoby do 0. Samo to źródło może wyzerować { $most } %.
feed-retired = { $count } z { $total } artykułów zostałoby wycofanych lub usuniętych. Samo to źródło może to zrobić z { $most } %.
feed-fewer = Źródło wymienia { $count } SKU, a ostatnio { $before }. Może brakować najwyżej { $most } %.
feed-faulty = { $count } z { $total } wierszy jest błędnych i je pominięto. Samo to źródło może pominąć { $most } %.
feed-changed = { $count } SKU byłoby nowych lub zmienionych, a katalog ma ich { $total }. Samo to źródło może zmienić { $most } %.
feed-no-file = Nie ma pliku { $path }.
feed-being-written = Plik { $name } jest jeszcze zapisywany.
feed-too-large = Źródło wysyła więcej niż { $allowed } MB.
feed-not-reached = Nie można połączyć się z { $where }.
feed-slow = { $where } zbyt długo nie odpowiada.
feed-host-key = Klucz hosta { $where } jest nieznany albo się zmienił. Sprawdź go i dodaj do znanych hostów.
feed-login = { $where } odrzuca logowanie. Sprawdź użytkownika, hasło lub klucz i prawa odczytu.
feed-key = Nie można odczytać pliku klucza SFTP. Sprawdź ścieżkę i czy klucz nie ma hasła.
feed-address = Nie można odczytać adresu. Usuń źródło i dodaj je z właściwym.
feed-no-https = Adres musi zaczynać się od https://.
feed-moved = { $where } przekierowuje na adres, którego bot nie może otworzyć.
feed-certificate = Certyfikat { $where } nie jest zaufany. Jego urząd należy podać w ustawieniu źródeł.
feed-status = { $where } odpowiada HTTP { $status }.
feed-query-writes = Zapytanie próbuje zmienić dane. Musi to być jeden SELECT.
feed-query = Baza danych odrzuca zapytanie.
feed-empty = Źródło przysłało pusty plik.
feed-page = Źródło przysłało stronę internetową zamiast pliku. Sprawdź adres i logowanie.
feed-cut-off = Plik kończy się w środku wiersza, więc brakuje jego części.
feed-older = Plik jest starszy niż poprzedni.
feed-refused = Pliku nie można użyć: { $why } ({ $first }).
