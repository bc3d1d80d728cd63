# Zdania katalogu i rozpoznawania zdjęć, po polsku. Angielskie stoją w kodzie, tam gdzie powstają.

## Zdjęcia

photo-empty = Plik jest pusty (0 bajtów): zrób zdjęcie jeszcze raz i wyślij.
photo-too-large = Zdjęcie ma { $megabytes } MB, a wolno najwyżej { $allowed } MB: wyślij mniejsze.
photo-size = Zdjęcie ma { $width } × { $height } pikseli, a wolno najwyżej { $allowed } Mpx: wyślij mniejsze.
photo-pixels = Zdjęcie ma za dużo pikseli, a wolno najwyżej { $allowed } Mpx: wyślij mniejsze.
photo-none = Ten plik nie jest zdjęciem: wyślij zdjęcie JPEG, PNG, WebP albo HEIC.
photo-damaged = Zdjęcie jest uszkodzone albo ucięte: zrób je jeszcze raz i wyślij.
photo-too-slow = Otwieranie tego zdjęcia trwa za długo: zrób je jeszcze raz albo wyślij mniejsze.
photo-harmful = Tego zdjęcia nie da się otworzyć, jest uszkodzone tak, że zatrzymuje program: zrób je jeszcze raz.
photo-not-now = W tej chwili nie da się otwierać zdjęć: wyślij to jeszcze raz za minutę.
photo-memory = Otwarcie tego zdjęcia wymaga więcej pamięci, niż wolno: wyślij mniejsze albo jako JPEG.
photo-frames = Ten plik ma { $count } obrazów, a wolno najwyżej { $allowed }: wyślij jedno zdjęcie.
photo-not-kept = Nie udało się zachować zdjęcia: nie da się zapisać jego pikseli.
outline-damaged = Obrys tego zdjęcia jest uszkodzony: wyślij zdjęcie jeszcze raz.
kept-photo-damaged = Zachowane zdjęcie jest uszkodzone: wyślij je jeszcze raz.
picture-gone = Tego zdjęcia nie ma już w katalogu.

## Artykuły

which-item = Jaki SKU, artykuł albo kod kreskowy? Podaj to, co jest na metce.
no-item = W katalogu nie ma SKU, artykułu ani kodu kreskowego { $asked }.
no-item-like = W katalogu nie ma SKU, artykułu ani kodu kreskowego { $asked }; chodzi o { $near }?
no-intake = Numer { $number } już nie czeka; napisz „intakes”, żeby zobaczyć, które czekają.

## Praca na stanie

no-sku = W katalogu nie ma SKU { $sku }: sprawdź na metce.
no-reservation = Nie ma rezerwacji { $reservation }: napisz „rezerwacje”, żeby je zobaczyć.
no-work = Nie ma pracy na stanie o numerze { $work }.
no-pieces = Podaj liczbę sztuk, co najmniej jedną.
count-negative = Policzyć można zero lub więcej.
stock-changed = Stan się tymczasem zmienił: sprawdź jeszcze raz.
no-location = Nie ma miejsca { $name }; są: { $names }.
no-location-yet = Nie ma miejsca { $name }; nie ma jeszcze żadnego.
kept-elsewhere = { $sku } nie leży tu: { $place }; miejsca: { $where }.
kept-nowhere = { $sku } nie leży tu: { $place }, ani nigdzie indziej.
too-few-free = Wolnych { $sku } jest tam tylko { $free } ({ $place }).
less-than-nothing = Zostałoby mniej niż nic: { $sku }, { $place }; nic nie zrobiono.
reserved-more-than-left = Zarezerwowano więcej, niż by zostało: { $sku }, { $place }; nic nie zrobiono.
reservation-released = Rezerwacja { $reservation } jest już zwolniona.
reservation-holds = Rezerwacja { $reservation } obejmuje { $held } szt., a nie { $wanted }.
reservation-begun = Część rezerwacji { $reservation } jest zwolniona: zwolnij resztę.
same-place = { $location } to zarazem początek i cel: podaj inne miejsce.
work-taken-back = Praca { $work } jest już cofnięta; nic nie zrobiono ponownie.

## Gdzie wszystko leży

batch-busy = Właśnie wprowadzana jest inna partia; spróbuj jeszcze raz, gdy się skończy.
no-room = Na dysku nie ma już miejsca; zwolnij miejsce i spróbuj jeszcze raz.
database-silent = Baza danych nie odpowiada; spróbuj jeszcze raz albo zajrzyj do jej logu.
database-refused = Baza danych odrzuciła partię jako sprzeczną; nic się nie zmieniło.
home-closed = Do folderu bazy danych nie da się zapisać.
index-silent = Indeks nie odpowiada; spróbuj jeszcze raz albo zajrzyj do jego logu.
index-held = Inny program otwiera indeks i nie kończy; zatrzymaj go albo spróbuj jeszcze raz.
index-incomplete = Indeks modelu { $model } nie jest jeszcze pełny; poczekaj na hangtag audit --repair albo go uruchom.
index-other-model = Indeks jest od modelu { $made_by }, a nie { $model }; uruchom hangtag audit --repair, żeby go przebudować.
pictures-silent = Magazyn zdjęć nie odpowiada; sprawdź jego folder albo adres URL.
unfindable = Zdjęcia nie do znalezienia nawet w przebudowanym indeksie: { $count }; zajrzyj do logu.
files-gone = Brakuje plików zdjęć ({ $items }); zaimportuj te artykuły jeszcze raz, ze zdjęciami.
items = { $items }
items-more = { $items } i jeszcze { $more }
photo-kind = To plik { $kind }, którego nie mogę otworzyć: wyślij zdjęcie JPEG, PNG, WebP, HEIC albo AVIF.
photo-video = To jest film ({ $kind }): wyślij zamiast niego zdjęcie.
