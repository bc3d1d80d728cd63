# Co jest nie tak w partii, po polsku. Angielskie stoi w kodzie, tam gdzie powstaje.

## Gdzie to jest

told-field-item = artykuł
told-field-title = nazwa
told-field-class = klasa
told-field-colour = kolor
told-field-brand = marka
told-field-price = cena
told-field-currency = waluta
told-field-sku = SKU
told-field-size = rozmiar
told-field-barcode = kod kreskowy
told-field-location = miejsce
told-field-on-hand = stan
told-field-reserved = rezerwacja
told-field-pictures = zdjęcia
told-field-status = status
told-field-description = opis
told-field-of = { $field }, { $sku }
told-field-at = { $field }, { $sku }, { $location }
told-the-item = artykuł { $item }
told-the-sku = SKU { $sku }
told-in-row = wiersz { $row }
told-in-row-of-file = wiersz { $row } w { $file }
told-in-file = { $file }
told-inside = W { $name }: { $told }.
told-and = { $one } i { $other }
told-same-location = to samo miejsce
told-did-you-mean = { $told }; chodzi o { $like }?
told-retired = wycofane
told-sign = znak U+{ $code }
told-sign-lost = znak zgubiony po drodze (U+FFFD)
told-sign-nul = znak NUL (U+0000)

## Cała partia

told-refused = w partii jest błąd: { $reason }
told-refused-at = w partii jest błąd ({ $where }): { $reason }
told-refused-more = { $first } (i jeszcze { $more })
told-refused-all = Nic się nie zmieniło, bo { $why }.
told-cut-off = Odczyt przerwano; wyślij jeszcze raz.
told-stale = Katalog zmienił się, odkąd porównano z nim tę partię: zobacz, co zmieniłaby teraz.
told-expired = Przez dwa tygodnie nikt jej nie wprowadził; wyślij ją jeszcze raz.
told-state-staged = oczekująca
told-state-applying = wprowadzana
told-state-applied = wprowadzona
told-state-discarded = odrzucona
told-state-undone = cofnięta
told-state-failed = nieudana
told-not-staged-apply = Partia { $batch } jest { $state }; wprowadzić można tylko oczekującą.
told-not-staged-discard = Partia { $batch } jest { $state }; odrzucić można tylko oczekującą.
told-staged-no-more = Partia { $batch } już nie oczekuje.
told-given-no-more = Zawartości partii { $batch } już nie ma.
told-no-batch = Nie ma partii { $batch }; zobacz catalogue history.
told-nothing-to-undo = Nie ma partii, którą dałoby się cofnąć.
told-not-applied = Partia { $batch } jest { $state }; cofnąć można tylko wprowadzoną.
told-too-long-ago =
    { $kept ->
        [one] Partia { $batch } jest zbyt dawna: cofnąć można tylko ostatnią.
        [few] Partia { $batch } jest zbyt dawna: cofnąć można tylko { $kept } ostatnie.
       *[other] Partia { $batch } jest zbyt dawna: cofnąć można tylko { $kept } ostatnich.
    }
told-moved-since = Od tego czasu coś przeniesiono, policzono albo zarezerwowano ({ $items }); najpierw to cofnij.
told-built-upon = Późniejsza partia { $later } zmieniła te same artykuły ({ $items }); najpierw cofnij partię { $later }.
told-catalogue-changed = Katalog się tymczasem zmienił; wczytaj partię jeszcze raz.
told-pictures-gone = Nie ma już jednego ze zdjęć partii; wyślij partię jeszcze raz.
told-unmended = Partia jest wprowadzona, ale zdjęcie może jeszcze nie znajdować wszystkiego: uruchom hangtag audit --repair ({ $why }).
told-not-embedded = Zdjęć z katalogu nie da się odczytać.

## Pliki

told-no-table = To nie jest tabela, którą da się odczytać; wyślij CSV w UTF-8, XLSX albo ZIP z jednym z nich.
told-a-pdf = PDF
told-a-picture = zdjęcie
told-no-zip = archiwum, ale nie ZIP
told-a-page = strona internetowa albo XML
told-file-other = Plik to { $what }; wyślij CSV w UTF-8, XLSX albo ZIP z jednym z nich.
told-file-empty = Plik jest pusty; wyślij tabelę z nagłówkiem i wierszem albo ZIP z taką tabelą.
told-file-closed = Pliku { $name } nie da się odczytać; sprawdź, czy wolno ci go otworzyć.
told-no-table-among = Wśród plików nie ma tabeli CSV ani XLSX; dołóż ją.
told-too-many-files =
    { $most ->
        [one] Partia może mieć { $most } plik; spakuj je do ZIP.
        [few] Partia może mieć { $most } pliki; spakuj je do ZIP.
       *[other] Partia może mieć { $most } plików; spakuj je do ZIP.
    }
told-table-too-large = Tabela ma ponad { $most } MiB; podziel ją.
told-table-too-large-in = Tabela { $name } ma ponad { $most } MiB; podziel ją.
told-workbook-xlsb = Plik to skoroszyt XLSB; zapisz go jako XLSX i wyślij jeszcze raz.
told-workbook-ods = Plik to arkusz OpenDocument; zapisz go jako XLSX i wyślij jeszcze raz.
told-workbook-heavy = Skoroszyt ma wiersz lub część, jakich nie zapisuje żaden arkusz kalkulacyjny; zapisz go od nowa i wyślij jeszcze raz.
told-workbook-locked = Skoroszyt jest zablokowany hasłem; zapisz go bez hasła i wyślij jeszcze raz.
told-workbook-old = Plik to stary skoroszyt XLS albo inny dokument; zapisz go jako XLSX i wyślij jeszcze raz.
told-workbook-unpacked = skoroszyt po rozpakowaniu ma ponad { $most } MiB; podziel go
told-workbook-macros = skoroszyt zawiera makra; zapisz go jako XLSX, bez makr
told-workbook-damaged = Plik XLSX jest uszkodzony; zapisz go na nowo i wyślij jeszcze raz.
told-workbook-sheets = W skoroszycie jest za dużo arkuszy, najwyżej { $most }; wyślij tylko potrzebny.
told-sheet-read = odczytano arkusz { $sheet }; pominięto: { $others }
told-zip-damaged = Plik ZIP albo XLSX jest uszkodzony; zrób go na nowo.
told-zip-members = w pliku ZIP jest za dużo plików, najwyżej { $most }; podziel go
told-zip-unpacked = ZIP po rozpakowaniu ma ponad { $most } GiB; podziel go
told-zip-tables = W pliku ZIP jest za dużo tabel, najwyżej { $most }; podziel go.
told-zip-in-zip = To plik ZIP; najpierw go rozpakuj.
told-packed-strangely = Plik { $name } jest spakowany w nieznany sposób; spakuj go jako ZIP.
told-member-damaged = Plik { $name } w ZIP jest uszkodzony; spakuj go na nowo.
told-member-outside = plik { $name } prowadzi poza ZIP; spakuj go na nowo
told-member-link = plik { $name } to odsyłacz do innego pliku; spakuj sam plik
told-member-locked = plik { $name } jest zablokowany hasłem; spakuj go bez hasła
told-member-bomb = plik { $name } po rozpakowaniu rośnie ponad { $most } razy; spakuj go na nowo
told-member-archive = plik { $name } to archiwum w archiwum; najpierw je rozpakuj
told-member-twice = plik { $name } jest w ZIP dwa razy; zostaw jeden

## Tabele

told-no-rows = pod nagłówkiem nie ma żadnego wiersza
told-too-many-rows = Tabela ma za dużo wierszy, najwyżej { $most }; podziel ją na kilka partii.
told-too-many-columns = Tabela ma za dużo kolumn, najwyżej { $most }; wyślij tylko potrzebne.
told-table-broken = Tabeli nie da się odczytać: { $reason }.
told-above-header = pominięto to, co stoi nad nagłówkiem (wiersz { $rows })
told-row-too-long = wiersz ma więcej komórek niż nagłówek; czy brakuje cudzysłowu?
told-row-is-header = wiersz powtarza nagłówek; usuń go
told-row-endless = w wierszu jest komórka bez końca; czy brakuje cudzysłowu tam albo wyżej?
told-row-quotation = w wierszu jest cudzysłów w złym miejscu; czy brakuje cudzysłowu tam albo wyżej?
told-cell-too-long = komórka w kolumnie { $column } ma za dużo znaków, najwyżej { $most }
told-cell-strange = w komórce w kolumnie { $column } jest { $sign }; usuń go i zapisz CSV jako UTF-8
told-formula-empty = formuła w kolumnie { $column } nie ma wartości; otwórz plik w arkuszu kalkulacyjnym, zapisz go tam i wyślij jeszcze raz
told-column-missing = brakuje kolumny { $field }
told-column-perhaps = { $told }; jeśli to { $column }, nazwij tę kolumnę { $field }
told-column-unknown = kolumna { $column } jest nieznana i została pominięta
told-column-like = { $told }; chodzi o { $field }? Nazwij ją więc tak
told-column-twice = kolumna { $column } jest tam dwa razy; zostaw jedną
told-columns-same = kolumny { $columns } znaczą to samo: { $field }; zostaw jedną
told-magento-view = pominięto tłumaczenie dla jednego widoku sklepu
told-magento-kind = { $sku } składa się z innych produktów ({ $kind }); pominięto
told-magento-unshown = żaden wariant { $sku } nie pokazuje { $pictures }; pominięto
told-shopify-picture = nie pobrano zdjęcia { $address }; wyślij je w ZIP albo dopuść jego serwer w HANGTAG_PICTURE_HOSTS

## Wiersze

told-field-empty = { $field }: puste
told-field-too-long = { $field }: za dużo znaków, najwyżej { $longest }
told-field-unseen = { $field } { $name }: jest tam niewidoczny { $sign }; wpisz na nowo
told-formula-failed = { $field }: { $shown }, nieudana formuła; popraw ją
told-names-nothing = nie podano ani artykułu, ani SKU
told-two-spellings = { $field } { $name }: inna pisownia, { $other } ({ $where })
told-two-owners = { $field } { $name }: tam { $owner } { $there } ({ $where }), tu { $here }
told-no-title = { $whose }: brak nazwy
told-class-unknown = klasa { $named } to żadna z: { $classes }
told-location-twice = { $whose }: { $place } już jest ({ $where }); zostaw jeden wiersz
told-status-unknown = status { $status } nie jest ani pusty, ani retired
told-time-unknown = czas { $time } nie jest taki jak { $example }
told-disagree = { $whose }: { $field } to tu { $here }, a tam { $there } ({ $where })
told-more-reserved = zarezerwowane: { $reserved }, to więcej niż na stanie: { $on_hand }
told-more-reserved-at = zarezerwowane, { $location }: { $reserved }, to więcej niż na stanie: { $on_hand }
told-quantity-wrong = ilość ({ $field }) { $why }
told-whole-no-number = to { $text }, a to nie jest liczba całkowita
told-whole-either = to { $text }, co może znaczyć { $readings }; napisz bez kropki i przecinka
told-whole-thousand = to { $text }, co może znaczyć tysiąc razy więcej; napisz bez kropki i przecinka
told-whole-negative = to { $text }, a nie może być mniej niż 0
told-whole-too-large = to { $text }, czyli za dużo
told-price-no-number = cena { $text } nie jest liczbą
told-price-either = cena to { $text }, co może znaczyć { $readings }; napisz ją z dwoma miejscami po przecinku albo bez kropki i przecinka
told-price-negative = cena { $text } jest niższa niż 0
told-price-too-large = cena { $text } jest za duża
told-price-decimals = cena { $text } ma za dużo miejsc po przecinku, najwyżej { $most }
told-currency-unknown = waluta { $code } nie jest znanym trzyliterowym kodem, takim jak EUR
told-two-currencies = cena { $text } jest w { $named }, a waluta to { $code }
told-sku-owned = SKU { $sku } należy w katalogu do artykułu { $owner }, a tu do { $item }
told-sku-confusable = SKU { $sku } różni się tylko odstępami od SKU artykułu { $item } w katalogu: pisz oba tak samo
told-sku-unknown = SKU { $sku } nie ma w katalogu
told-sku-unknown-stock = SKU { $sku } nie ma w katalogu; zmienia się tylko stan
told-item-unknown = artykułu { $item } nie ma w katalogu
told-barcode-owned = kod kreskowy { $barcode } należy w katalogu do SKU { $holder }, a tu do { $sku }

## Zdjęcia

told-picture-absent = podano zdjęcie { $name }, ale nie przyszło z partią
told-picture-closed = zdjęcia { $name } nie da się odczytać
told-picture-not-bare = nie da się usunąć tego, co aparat zapisał obok pikseli; zapisz je jako JPEG lub PNG
told-picture-refused = { $name } nie da się odczytać jako zdjęcia: { $why }
told-picture-unreadable = { $name } nie da się odczytać jako zdjęcia
told-pixels = { $width } × { $height } pikseli to ponad { $most } mln
told-picture-changed = Zdjęcie { $name } zmieniło się od sprawdzenia; zaimportuj partię jeszcze raz.
told-picture-too-large = Zdjęcie { $name } ma ponad { $most } MiB; wyślij mniejsze.
told-pictures-too-large = Zdjęcia podane adresem mają razem ponad { $most } GiB; podziel partię.
told-picture-not-fetched = Nie pobrano zdjęcia { $name }; dopuść jego serwer w HANGTAG_PICTURE_HOSTS albo wyślij je w ZIP.
told-name-ambiguous = Nazwa { $name } jest w ZIP w kilku miejscach, na przykład { $one } i { $other }; podaj też folder.
told-link-none = Adresu zdjęcia nie da się otworzyć.
told-link-circles = Nie udało się wczytać zdjęcia { $address }, odnośnik prowadzi w kółko.
told-link-status = Nie udało się wczytać zdjęcia { $address }, serwer odpowiada { $status }.
told-link-empty = Zdjęcie { $address } jest puste (0 bajtów).
told-link-http = Nie pobrano zdjęcia { $address }: adres musi zaczynać się od https://.
told-link-slow = Zdjęcie { $address } wczytywało się zbyt długo.
told-link-failed = Nie udało się wczytać zdjęcia { $address }.
told-link-too-large = Zdjęcie { $address } ma ponad { $allowed } MB.
told-host-unknown = Serwera { $host } nie ma w HANGTAG_PICTURE_HOSTS.
told-host-failed = Serwer { $host } zawiódł ({ $times }×) i nie był już pytany.

## Lista do pobrania

told-report-kind = rodzaj
told-report-item = artykuł
told-report-file = plik
told-report-row = wiersz
told-report-what = co
told-report-before = przedtem
told-report-after = potem
told-report-refused = odrzucono
told-report-note = uwaga
told-report-new = nowe
told-report-changed = zmienione
told-report-retired = wycofane
told-report-deleted = usunięte
told-report-unchanged = bez zmian
told-report-missing = nie podano
told-report-lookalike = pewnie duplikat
told-report-unnamed = partia tego nie wymienia; zostaje, jak jest
told-report-like = wygląda jak { $other }
told-report-like-new = wygląda jak { $other }, też nowe w tej partii
