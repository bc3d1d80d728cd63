# Faults of photos, items, stock orders and storage, in Polish. The English is in catalogue/messages/en.ftl and in vision's errors.

## Photos

photo-empty = Plik jest pusty (0 bajtów). Zrób zdjęcie jeszcze raz i wyślij.
photo-too-large = Zdjęcie ma { $megabytes } MB, a limit to { $allowed } MB. Wyślij mniejsze.
photo-size = Zdjęcie ma { $width } × { $height } pikseli, a limit to { $allowed } Mpx. Wyślij mniejsze.
photo-pixels = Zdjęcie ma za dużo pikseli, limit to { $allowed } Mpx. Wyślij mniejsze.
photo-none = Ten plik nie jest zdjęciem. Wyślij zdjęcie JPEG, PNG, WebP albo HEIC.
photo-damaged = Zdjęcie jest uszkodzone albo niepełne. Zrób je jeszcze raz i wyślij.
photo-too-slow = Otwieranie tego zdjęcia trwa za długo. Zrób je jeszcze raz albo wyślij mniejsze.
photo-harmful = To zdjęcie jest uszkodzone i nie da się go otworzyć. Zrób je jeszcze raz.
photo-not-now = W tej chwili nie da się otwierać zdjęć. Wyślij to jeszcze raz za minutę.
photo-memory = To zdjęcie wymaga więcej pamięci, niż można. Wyślij mniejsze albo jako JPEG.
photo-frames = Ten plik ma { $count } obrazów, a limit to { $allowed }. Wyślij jedno zdjęcie.
photo-not-kept = Nie udało się zapisać zdjęcia.
outline-damaged = Obrys tego zdjęcia jest uszkodzony. Wyślij zdjęcie jeszcze raz.
kept-photo-damaged = Zapisane zdjęcie jest uszkodzone. Wyślij je jeszcze raz.
picture-gone = Tego zdjęcia nie ma już w katalogu.

## Items

which-item = Jaki SKU, artykuł albo kod kreskowy? Podaj to, co jest na metce.
no-item = W katalogu nie ma SKU, artykułu ani kodu kreskowego { $asked }.
no-item-like = W katalogu nie ma SKU, artykułu ani kodu kreskowego { $asked }. Chodzi o { $near }?
no-intake = Numer { $number } już nie czeka. Napisz „intakes”, żeby zobaczyć, które czekają.

## Stock orders

no-sku = W katalogu nie ma SKU { $sku }. Sprawdź na metce.
no-reservation = Nie ma rezerwacji { $reservation }. Napisz „rezerwacje”, żeby zobaczyć wszystkie.
no-work = Nie ma zmiany stanu { $work }.
no-pieces = Podaj liczbę sztuk, co najmniej jedną.
count-negative = Wynik liczenia to zero lub więcej.
stock-changed = Stan się tymczasem zmienił. Sprawdź jeszcze raz.
no-location = Nie ma miejsca { $name }. Są: { $names }.
no-location-yet = Nie ma miejsca { $name }. Nie ma jeszcze żadnego.
kept-elsewhere = { $sku } nie leży w miejscu { $place }, tylko tu: { $where }.
kept-nowhere = { $sku } nie leży w miejscu { $place } ani nigdzie indziej.
too-few-free = { $sku }: w miejscu { $place } wolnych tylko { $free }.
reserved-for-others = W miejscu { $place } jest { $on_hand } { $sku }, ale { $reserved } w rezerwacji: można wydać { $free }. Najpierw zwolnij rezerwację.
too-many-pieces = W miejscu { $place } nie może być więcej niż { $most } { $sku }. Sprawdź liczbę.
stock-take-over = Ta inwentura jest już zakończona. Zacznij nową.
place-code-wrong = { $code } nie może być kodem: najwyżej 32 litery i cyfry, między nimi - . / albo +.
place-code-taken = { $code } to już miejsce { $location }. Wybierz inny kod.
less-than-nothing = W miejscu { $place } nie ma tylu { $sku }. Nic nie zmieniono.
reserved-more-than-left = W miejscu { $place } zarezerwowano więcej { $sku }, niż by zostało. Nic nie zmieniono.
reservation-released = Rezerwacja { $reservation } została już zwolniona.
reservation-holds = Rezerwacja { $reservation } obejmuje { $held } szt., a nie { $wanted }.
reservation-begun = Część rezerwacji { $reservation } została już zwolniona. Zwolnij resztę.
same-place = { $location } to zarazem początek i cel. Podaj inne miejsce.
work-taken-back = Zmiana stanu { $work } została już cofnięta. Nic więcej nie zmieniono.
order-repeated = To polecenie zostało już wykonane, jako zmiana stanu { $work }. Nic więcej nie zmieniono.

## Storage

batch-busy = Właśnie wprowadzana jest inna partia. Spróbuj, gdy się skończy.
no-room = Dysk jest pełny. Zwolnij miejsce i spróbuj jeszcze raz.
database-silent = Baza danych nie odpowiada. Spróbuj jeszcze raz albo zajrzyj do jej logu.
database-refused = Baza danych odrzuciła partię jako sprzeczną. Nic nie zmieniono.
home-closed = Do folderu bazy danych nie da się zapisać.
index-silent = Indeks nie odpowiada. Spróbuj jeszcze raz albo zajrzyj do jego logu.
index-held = Inny program blokuje indeks. Zatrzymaj go albo spróbuj jeszcze raz.
index-incomplete = Indeks modelu { $model } nie jest jeszcze pełny. Poczekaj na hangtag audit --repair albo go uruchom.
index-other-model = Indeks jest od modelu { $made_by }, a nie { $model }. Uruchom hangtag audit --repair, żeby go przebudować.
pictures-silent = Magazyn zdjęć nie odpowiada. Sprawdź jego folder albo adres URL.
unfindable = Zdjęcia nieznalezione nawet w przebudowanym indeksie: { $count }. Zajrzyj do logu.
files-gone = Brakuje plików zdjęć ({ $items }). Zaimportuj te artykuły jeszcze raz, ze zdjęciami.
items = { $items }
items-more = { $items } i jeszcze { $more }
photo-kind = To plik { $kind }, którego nie mogę otworzyć: wyślij zdjęcie JPEG, PNG, WebP, HEIC albo AVIF.
photo-video = To jest film ({ $kind }): wyślij zamiast niego zdjęcie.
