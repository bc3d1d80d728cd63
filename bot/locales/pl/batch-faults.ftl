# Faults of batches and the columns of their report, in Polish. The English is in catalogue/messages/en.ftl.

## Where it is

column-item = artykuł
column-title = nazwa
column-class = klasa
column-colour = kolor
column-brand = marka
column-price = cena
column-currency = waluta
column-sku = SKU
column-size = rozmiar
column-barcode = kod kreskowy
column-location = miejsce
column-location-code = kod miejsca
column-on-hand = stan
column-reserved = rezerwacja
column-pictures = zdjęcia
column-status = status
column-description = opis
field-of = { $field }, { $sku }
field-at = { $field }, { $sku }, { $location }
the-item = artykuł { $item }
the-sku = SKU { $sku }
in-row = wiersz { $row }
in-row-of-file = wiersz { $row } w { $file }
in-file = { $file }
inside = W { $name }: { $told }.
and = { $one } i { $other }
same-location = to samo miejsce
did-you-mean = { $told }; chodzi o { $like }?
retired = wycofane
sign = znak U+{ $code }
sign-lost = znak zgubiony po drodze (U+FFFD)
sign-nul = znak NUL (U+0000)

## The batch as a whole

refused = w partii jest błąd: { $reason }
refused-at = w partii jest błąd ({ $where }): { $reason }
refused-more = { $first } (i jeszcze { $more })
refused-all = Nic nie zmieniono, bo { $why }.
cut-off = Odczyt przerwano. Wyślij partię jeszcze raz.
stale = Katalog zmienił się, odkąd porównano z nim tę partię. Zobacz, co zmieniłaby teraz.
expired = Przez dwa tygodnie nikt nie wprowadził tej partii. Wyślij ją jeszcze raz.
state-staged = oczekująca
state-applying = wprowadzana
state-applied = wprowadzona
state-discarded = odrzucona
state-undone = cofnięta
state-failed = nieudana
not-staged-apply = Partia { $batch } jest { $state }; wprowadzić można tylko oczekującą.
not-staged-discard = Partia { $batch } jest { $state }; odrzucić można tylko oczekującą.
staged-no-more = Partia { $batch } już nie oczekuje.
given-no-more = Danych partii { $batch } już nie ma.
no-batch = Nie ma partii { $batch }. Napisz catalogue history, żeby zobaczyć wszystkie.
nothing-to-undo = Nie ma partii do cofnięcia.
not-applied = Partia { $batch } jest { $state }; cofnąć można tylko wprowadzoną.
too-long-ago =
    { $kept ->
        [one] Partia { $batch } jest za stara. Cofnąć można tylko ostatnią.
        [few] Partia { $batch } jest za stara. Cofnąć można tylko { $kept } ostatnie.
       *[other] Partia { $batch } jest za stara. Cofnąć można tylko { $kept } ostatnich.
    }
moved-since = Od tego czasu coś przeniesiono, policzono albo zarezerwowano ({ $items }). Najpierw to cofnij.
built-upon = Późniejsza partia { $later } zmieniła te same artykuły ({ $items }). Najpierw cofnij partię { $later }.
catalogue-changed = Katalog się tymczasem zmienił. Wczytaj partię jeszcze raz.
pictures-gone = Nie ma już jednego ze zdjęć partii. Wyślij partię jeszcze raz.
unmended = Partia została wprowadzona, ale zdjęcie może jeszcze nie znajdować wszystkiego. Uruchom hangtag audit --repair ({ $why }).
not-embedded = Zdjęć z katalogu nie da się przeanalizować.

## Files

no-table = To nie jest tabela, którą da się odczytać; wyślij CSV w UTF-8, XLSX albo ZIP z jednym z nich.
a-pdf = PDF
a-picture = zdjęcie
no-zip = archiwum, ale nie ZIP
a-page = strona internetowa albo XML
file-other = Plik to { $what }; wyślij CSV w UTF-8, XLSX albo ZIP z jednym z nich.
file-empty = Plik jest pusty; wyślij tabelę z nagłówkiem i wierszem albo ZIP z taką tabelą.
file-closed = Pliku { $name } nie da się odczytać; sprawdź, czy wolno ci go otworzyć.
no-table-among = Wśród plików nie ma tabeli CSV ani XLSX; dołóż ją.
too-many-files =
    { $most ->
        [one] Partia może mieć { $most } plik; spakuj je do ZIP.
        [few] Partia może mieć { $most } pliki; spakuj je do ZIP.
       *[other] Partia może mieć { $most } plików; spakuj je do ZIP.
    }
table-too-large = Tabela ma ponad { $most } MiB; podziel ją.
table-too-large-in = Tabela { $name } ma ponad { $most } MiB; podziel ją.
workbook-xlsb = Plik to skoroszyt XLSB; zapisz go jako XLSX i wyślij jeszcze raz.
workbook-ods = Plik to arkusz OpenDocument; zapisz go jako XLSX i wyślij jeszcze raz.
workbook-heavy = Skoroszyt ma wiersz lub część, jakich nie zapisuje żaden arkusz kalkulacyjny; zapisz go od nowa i wyślij jeszcze raz.
workbook-locked = Skoroszyt jest zablokowany hasłem; zapisz go bez hasła i wyślij jeszcze raz.
workbook-old = Plik to stary skoroszyt XLS albo inny dokument; zapisz go jako XLSX i wyślij jeszcze raz.
workbook-unpacked = skoroszyt po rozpakowaniu ma ponad { $most } MiB; podziel go
workbook-macros = skoroszyt zawiera makra; zapisz go jako XLSX, bez makr
workbook-damaged = Plik XLSX jest uszkodzony; zapisz go na nowo i wyślij jeszcze raz.
workbook-sheets = W skoroszycie jest za dużo arkuszy, najwyżej { $most }; wyślij tylko potrzebny.
sheet-read = odczytano arkusz { $sheet }; pominięto: { $others }
zip-damaged = Plik ZIP albo XLSX jest uszkodzony; zrób go na nowo.
zip-members = w pliku ZIP jest za dużo plików, najwyżej { $most }; podziel go
zip-unpacked = ZIP po rozpakowaniu ma ponad { $most } GiB; podziel go
zip-tables = W pliku ZIP jest za dużo tabel, najwyżej { $most }; podziel go.
zip-in-zip = To plik ZIP; najpierw go rozpakuj.
packed-strangely = Plik { $name } jest spakowany w nieznany sposób; spakuj go jako ZIP.
member-damaged = Plik { $name } w ZIP jest uszkodzony; spakuj go na nowo.
member-outside = plik { $name } prowadzi poza ZIP; spakuj go na nowo
member-link = plik { $name } to link do innego pliku; spakuj sam plik
member-locked = plik { $name } jest zablokowany hasłem; spakuj go bez hasła
member-bomb = plik { $name } po rozpakowaniu rośnie ponad { $most } razy; spakuj go na nowo
member-archive = plik { $name } to archiwum w archiwum; najpierw je rozpakuj
member-twice = plik { $name } jest w ZIP dwa razy; zostaw jeden

## Tables

no-rows = pod nagłówkiem nie ma żadnego wiersza
too-many-rows = Tabela ma za dużo wierszy, najwyżej { $most }; podziel ją na kilka partii.
too-many-columns = Tabela ma za dużo kolumn, najwyżej { $most }; wyślij tylko potrzebne.
table-broken = Tabeli nie da się odczytać: { $reason }.
above-header = pominięto wszystko nad nagłówkiem (wiersz { $rows })
header-two-rows = nagłówki są w wierszach { $first } i { $second }, odczytane jako: { $columns }
column-unnamed = kolumny { $columns } mają zawartość, ale nie mają nazwy, więc je pominięto
names-again = ten wiersz jeszcze raz podaje nazwy kolumn, więc go pominięto
total-row = ten wiersz to suma stanów powyżej, więc go pominięto
footer-row = ten wiersz to koniec strony lub raportu, więc go pominięto
total-differs = wiersz wygląda na sumę, ale nie jest sumą stanów powyżej; czy brakuje wiersza? Usuń go, jeśli są wszystkie
column-under-group = kolumna { $column } jest pod { $group }; czy to jest to, co rozumie katalog? Umieść nad tabelą jeden wiersz nazw i zmień nazwę kolumny albo ją usuń
row-too-long = wiersz ma więcej komórek niż nagłówek; czy brakuje cudzysłowu?
row-is-header = wiersz powtarza nagłówek; usuń go
row-endless = w wierszu jest komórka bez końca; czy brakuje cudzysłowu tam albo wyżej?
row-quotation = w wierszu jest cudzysłów w złym miejscu; czy brakuje cudzysłowu tam albo wyżej?
cell-too-long = komórka w kolumnie { $column } ma za dużo znaków, najwyżej { $most }
cell-strange = w komórce w kolumnie { $column } jest { $sign }; usuń go i zapisz CSV jako UTF-8
formula-empty = formuła w kolumnie { $column } nie ma wartości; otwórz plik w arkuszu kalkulacyjnym, zapisz go tam i wyślij jeszcze raz
column-missing = brakuje kolumny { $field }
column-perhaps = { $told }; jeśli to { $column }, nazwij tę kolumnę { $field }
column-unknown = kolumna { $column } jest nieznana i została pominięta
column-like = { $told }; chodzi o { $field }? Nazwij ją tak
column-twice = kolumna { $column } jest tam dwa razy; zostaw jedną
columns-same = kolumny { $columns } znaczą to samo: { $field }; zostaw jedną
magento-view = pominięto tłumaczenie dla jednego widoku sklepu
magento-kind = { $sku } składa się z innych produktów ({ $kind }); pominięto
magento-unshown = żaden wariant { $sku } nie pokazuje { $pictures }; pominięto
shopify-picture = nie pobrano zdjęcia { $address }; wyślij je w ZIP albo dopuść jego serwer w HANGTAG_PICTURE_HOSTS

## Rows

field-empty = { $field }: puste
field-too-long = { $field }: za dużo znaków, najwyżej { $longest }
field-unseen = { $field } { $name }: jest tam niewidoczny { $sign }; wpisz na nowo
formula-failed = { $field }: { $shown }, formuła z błędem; popraw ją
names-nothing = nie podano ani artykułu, ani SKU
two-spellings = { $field } { $name }: inna pisownia, { $other } ({ $where })
two-owners = { $field } { $name }: tam { $owner } { $there } ({ $where }), tu { $here }
no-title = { $whose }: brak nazwy
class-of-category = klasę { $named } odczytano jako { $like }
class-unknown = klasa { $named } to żadna z: { $classes }
location-twice = { $whose }: { $place } już jest ({ $where }); zostaw jeden wiersz
place-code-shared = kod { $code } należy tu do { $place }, a gdzie indziej ({ $where }) do { $other }; jeden kod to jedno miejsce
place-code-second = { $place } ma tu kod { $code }, a gdzie indziej ({ $where }) { $other }; miejsce ma jeden kod
place-code-unknown = żadne miejsce nie ma kodu { $code }; podaj też miejsce
place-codes = te miejsca dostaną kod: { $codes }
status-unknown = status { $status } nie jest ani pusty, ani retired
time-unknown = czas { $time } nie jest taki jak { $example }
disagree = { $whose }: { $field } to tu { $here }, a tam { $there } ({ $where })
more-reserved = zarezerwowane: { $reserved }, to więcej niż na stanie: { $on_hand }
more-reserved-at = zarezerwowane, { $location }: { $reserved }, to więcej niż na stanie: { $on_hand }
quantity-wrong = ilość ({ $field }) { $why }
whole-no-number = to { $text }, a to nie jest liczba całkowita
whole-either = to { $text }, co może znaczyć { $readings }; napisz bez kropki i przecinka
whole-thousand = to { $text }, co może znaczyć tysiąc razy więcej; napisz bez kropki i przecinka
three-decimals = liczby w kolumnie { $field } mają trzy miejsca po przecinku, jak { $text }, i tak je odczytano
whole-negative = to { $text }, a nie może być mniej niż 0
whole-too-large = to { $text }, czyli za dużo
price-no-number = cena { $text } nie jest liczbą
price-dollar = cena { $text } może być w dowolnym dolarze; wpisz kod, na przykład USD, w kolumnie waluty
price-either = cena to { $text }, co może znaczyć { $readings }; napisz ją z dwoma miejscami po przecinku albo bez kropki i przecinka
price-negative = cena { $text } jest niższa niż 0
price-too-large = cena { $text } jest za duża
price-decimals = cena { $text } ma za dużo miejsc po przecinku, najwyżej { $most }
currency-unknown = waluta { $code } nie jest znanym trzyliterowym kodem, takim jak EUR
two-currencies = cena { $text } jest w { $named }, a waluta to { $code }
sku-owned = SKU { $sku } należy w katalogu do artykułu { $owner }, a tu do { $item }
sku-unknown = SKU { $sku } nie ma w katalogu
sku-unknown-stock = SKU { $sku } nie ma w katalogu; zmienia się tylko stan
all-places = partia podaje wszystkie miejsca swoich SKU; ich stan w innych miejscach wyniesie 0 ({ $count })
skus-alike = SKU { $sku } i SKU { $other } ({ $where }) różnią się tylko zerami na początku, wielkością liter, spacjami lub kreskami; jeśli to to samo, zapisz je tak samo
item-unknown = artykułu { $item } nie ma w katalogu
barcode-owned = kod kreskowy { $barcode } należy w katalogu do SKU { $holder }, a tu do { $sku }

## Pictures

picture-absent = podano zdjęcie { $name }, ale nie ma go w partii
picture-closed = zdjęcia { $name } nie da się odczytać
picture-not-bare = nie da się usunąć metadanych aparatu; zapisz zdjęcie jako JPEG lub PNG
picture-refused = { $name } nie da się odczytać jako zdjęcia: { $why }
picture-unreadable = { $name } nie da się odczytać jako zdjęcia
pixels = { $width } × { $height } pikseli to ponad { $most } mln
picture-changed = Zdjęcie { $name } zmieniło się od sprawdzenia; zaimportuj partię jeszcze raz.
picture-too-large = Zdjęcie { $name } ma ponad { $most } MiB; wyślij mniejsze.
pictures-too-large = Zdjęcia podane adresem mają razem ponad { $most } GiB; podziel partię.
picture-not-fetched = Nie pobrano zdjęcia { $name }; dopuść jego serwer w HANGTAG_PICTURE_HOSTS albo wyślij je w ZIP.
name-ambiguous = Nazwa { $name } jest w ZIP w kilku miejscach, na przykład { $one } i { $other }; podaj też folder.
link-none = Adresu zdjęcia nie da się otworzyć.
link-circles = Nie udało się wczytać zdjęcia { $address }, bo link prowadzi w kółko.
link-status = Nie udało się wczytać zdjęcia { $address } (odpowiedź serwera: { $status }).
link-empty = Zdjęcie { $address } jest puste (0 bajtów).
link-http = Nie pobrano zdjęcia { $address }: adres musi zaczynać się od https://.
link-slow = Zdjęcie { $address } wczytywało się zbyt długo.
link-failed = Nie udało się wczytać zdjęcia { $address }.
link-too-large = Zdjęcie { $address } ma ponad { $allowed } MB.
host-unknown = Serwera { $host } nie ma w HANGTAG_PICTURE_HOSTS.
host-failed = Serwer { $host } zawiódł ({ $times }×) i więcej go nie pytano.

## The report to download

report-kind = rodzaj
report-item = artykuł
report-file = plik
report-row = wiersz
report-what = co
report-before = przed
report-after = po
report-refused = odrzucono
report-note = uwaga
report-new = nowe
report-changed = zmienione
report-retired = wycofane
report-deleted = usunięte
report-unchanged = bez zmian
report-missing = nie ma w partii
report-lookalike = prawdopodobny duplikat
report-unnamed = nie ma w partii; pozostaje bez zmian
report-like = wygląda jak { $other }
report-like-new = wygląda jak { $other }, też nowe w tej partii
sheets-alike = Arkusze { $sheets } mają te same kolumny; umieść wszystkie wiersze w jednym arkuszu albo wyślij tylko ten potrzebny.
sheet-hidden = arkusz { $sheet } jest ukryty
rows-hidden = odczytano też ukryte wiersze: { $rows }
header-merged = nagłówek ma scalone komórki albo dwa wiersze; wpisz nazwę każdej kolumny w osobnej komórce
cell-merged = komórki { $column } są scalone w wierszach od { $first } do { $last }; podaj w każdym wierszu osobną wartość
cells-filled = scalone komórki wypełniono w dół: { $columns }
workbook-numbers = Plik to arkusz Numbers; wyeksportuj go jako Excel (XLSX) i wyślij ten plik.
workbook-page = Plik to strona internetowa, nawet jeśli nazywa się XLS; otwórz go w arkuszu kalkulacyjnym, zapisz jako XLSX i wyślij ten plik.
identifier-date = { $field }: { $text } to data, którą mógł utworzyć arkusz kalkulacyjny; sformatuj kolumnę jako tekst i wpisz jeszcze raz
identifier-number = { $field }: { $text } to liczba skrócona przez arkusz kalkulacyjny; sformatuj kolumnę jako tekst i wpisz jeszcze raz
identifier-null = { $field }: { $text } nic nie znaczy; wypełnij komórkę albo zostaw ją pustą
words-blank = { $words } liczy się jako puste ({ $field })
sku-like-known = SKU { $sku } różni się tylko zerami, odstępami lub kreskami od { $known } artykułu { $item } w katalogu; pisz oba tak samo
location-blank = wiersz ma ilość, ale nie ma lokalizacji, a inne wiersze ją mają; wpisz ją
location-needed = SKU { $sku } jest w: { $places }; podaj lokalizację tej ilości
text-repaired = naprawiono podwójnie zakodowane litery (wiersze { $rows })
encoding-unclear = Liter tego pliku CSV nie da się pewnie odczytać; zapisz go jako „CSV UTF-8” lub XLSX i wyślij jeszcze raz.
html-removed = HTML w opisach zamieniono na tekst

shop-no-sku = { $name } nie ma SKU; pominięto
shop-no-garment = tego nie ma na półce ({ $word }); pominięto: { $names }
shop-prices = ceny { $item } się różnią; obowiązuje { $price }, a nie { $others }
shop-other-prices = pominięto inne ceny: { $names }
shop-attributes = pominięto cechy, dla których katalog nie ma miejsca: { $names }
shop-retired = w sklepie { $word }, więc wycofano: { $names }
shop-unpublished = w sklepie { $word }, przyjęto jak pozostałe: { $names }
shop-below-zero = stan poniżej zera liczy się jako 0: { $names }
shop-not-stocked = nie przyjęto stanu tam, gdzie jest napisane { $word }: { $names }
shop-oversold = zarezerwowano więcej sztuk, niż jest; wszystkie liczą się jako zarezerwowane: { $names }
shop-dollar = ceny przyjęto bez waluty, bo { $names } może oznaczać dowolnego dolara
shop-price-variable = bez stałej ceny: { $names }
magento-missing = w pliku brakuje wariantów produktu: { $names }
location-columns = każdą z tych kolumn odczytano jako miejsce: { $columns }
stock-by-location = pominięto stany bez miejsca, bo inny plik liczy każde miejsce: { $names }
shop-parent-missing = w pliku brakuje { $parent }, do którego należy { $sku }
shop-row-ignored = pominięto wiersz rodzaju { $kind }
google-no-counts = plik nie podaje stanów w poszczególnych miejscach; stany zostają, a dla nowych wynoszą 0
prestashop-sums = lista produktów PrestaShop nie ma kombinacji: jeśli produkt ma rozmiary, jego wiersz to ich suma; wyślij wtedy tabelę z wierszem na każdy rozmiar
prestashop-combinations = kombinacje PrestaShop nie mają nazw; wyślij tabelę z nazwą, indeksem i ilością każdej z nich
business-central-variants = warianty Business Central nie mają SKU; wyślij tabelę z wierszem i SKU dla każdego wariantu
size-columns = rozmiary { $sizes } są kolumnami, więc żaden nie ma SKU; wyślij wiersz na każdy rozmiar, z jego SKU
pictures-elsewhere = zdjęcia wymienione w eksporcie nie przyszły ({ $count }); wyślij je w ZIP
feed-damaged = Plik XML jest uszkodzony; wyeksportuj go jeszcze raz albo wyślij CSV w UTF-8 lub XLSX.
refused-advised = Nic nie zmieniono, ponieważ { $why }. { $advice }
columns-advice = Kolumny to { $columns }; zmień ich nazwy albo zaimportuj z: { $options }
columns-remembered = kolumny odczytano tak, jak przypisano { $date }: { $columns }; aby to zapomnieć, napisz „catalogue columns”
picture-key = zdjęcie { $name } nazwano kluczem z innego katalogu; wyeksportuj tam ZIP, który zawiera zdjęcia
pictures-unused = przyszły zdjęcia, których nie wymienia żaden wiersz ({ $count }): { $names }
pictures-not-allowed = nie pobrano zdjęć z { $hosts } ({ $count }); wyślij je w pliku ZIP albo zezwól na ten host w HANGTAG_PICTURE_HOSTS
pictures-in-cells = nie odczytano zdjęć w komórkach skoroszytu ({ $count }); wyślij je jako pliki w ZIP z tabelą
pictures-embedded = skoroszyt zawiera zdjęcia, których nie odczytano ({ $count }); wyślij je jako pliki w ZIP z tabelą
pictures-embedded-rest = innych obrazów w skoroszycie nie odczytano ({ $count }), bo nie stoją przy żadnym wierszu albo stoją przy kilku artykułach; wyślij je jako pliki w ZIP z tabelą
refused-column = co jest nie tak
refused-why = { $where }: { $why }
refused-with-item = pominięto, bo inny wiersz tego samego artykułu ma błąd
feed-incomplete = Produktom w pliku XML brakuje id albo tytułu; wyślij plik z oboma albo CSV w UTF-8 lub XLSX.
