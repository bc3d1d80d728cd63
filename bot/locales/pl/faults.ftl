# Zdania katalogu i rozpoznawania zdjęć, po polsku. Angielskie stoją w kodzie, tam gdzie powstają.

## Zdjęcia

told-photo-empty = Plik jest pusty (0 bajtów): zrób zdjęcie jeszcze raz i wyślij.
told-photo-too-large = Zdjęcie ma { $megabytes } MB, a wolno najwyżej { $allowed } MB: wyślij mniejsze.
told-photo-size = Zdjęcie ma { $width } × { $height } pikseli, a wolno najwyżej { $allowed } Mpx: wyślij mniejsze.
told-photo-pixels = Zdjęcie ma za dużo pikseli, a wolno najwyżej { $allowed } Mpx: wyślij mniejsze.
told-photo-none = Ten plik nie jest zdjęciem: wyślij zdjęcie JPEG, PNG, WebP albo HEIC.
told-photo-damaged = Zdjęcie jest uszkodzone albo ucięte: zrób je jeszcze raz i wyślij.
told-photo-too-slow = Otwieranie tego zdjęcia trwa za długo: zrób je jeszcze raz albo wyślij mniejsze.
told-photo-harmful = Tego zdjęcia nie da się otworzyć, jest uszkodzone tak, że zatrzymuje program: zrób je jeszcze raz.
told-photo-not-now = W tej chwili nie da się otwierać zdjęć: wyślij to jeszcze raz za minutę.
told-photo-memory = Otwarcie tego zdjęcia wymaga więcej pamięci, niż wolno: wyślij mniejsze albo jako JPEG.
told-photo-frames = Ten plik ma { $count } obrazów, a wolno najwyżej { $allowed }: wyślij jedno zdjęcie.
told-photo-not-kept = Nie udało się zachować zdjęcia: nie da się zapisać jego pikseli.
told-outline-damaged = Obrys tego zdjęcia jest uszkodzony: wyślij zdjęcie jeszcze raz.
told-kept-photo-damaged = Zachowane zdjęcie jest uszkodzone: wyślij je jeszcze raz.
told-picture-gone = Tego zdjęcia nie ma już w katalogu.

## Artykuły

told-which-item = Jaki SKU, artykuł albo kod kreskowy? Podaj to, co jest na metce.
told-no-item = W katalogu nie ma SKU, artykułu ani kodu kreskowego { $asked }.
told-no-item-like = W katalogu nie ma SKU, artykułu ani kodu kreskowego { $asked }; chodzi o { $near }?
told-no-intake = Numer { $number } już nie czeka; napisz „intakes”, żeby zobaczyć, które czekają.

## Praca na stanie

told-no-sku = W katalogu nie ma SKU { $sku }: sprawdź na metce.
told-no-reservation = Nie ma rezerwacji { $reservation }: napisz „rezerwacje”, żeby je zobaczyć.
told-no-work = Nie ma pracy na stanie o numerze { $work }.
told-no-pieces = Podaj liczbę sztuk, co najmniej jedną.
told-count-negative = Policzyć można zero lub więcej.
told-stock-changed = Stan się tymczasem zmienił: sprawdź jeszcze raz.
told-no-location = Nie ma miejsca { $name }; są: { $names }.
told-no-location-yet = Nie ma miejsca { $name }; nie ma jeszcze żadnego.
told-kept-elsewhere = { $sku } nie leży tu: { $place }; miejsca: { $where }.
told-kept-nowhere = { $sku } nie leży tu: { $place }, ani nigdzie indziej.
told-too-few-free = Wolnych { $sku } jest tam tylko { $free } ({ $place }).
told-less-than-nothing = Zostałoby mniej niż nic: { $sku }, { $place }; nic nie zrobiono.
told-reserved-more-than-left = Zarezerwowano więcej, niż by zostało: { $sku }, { $place }; nic nie zrobiono.
told-reservation-released = Rezerwacja { $reservation } jest już zwolniona.
told-reservation-holds = Rezerwacja { $reservation } obejmuje { $held } szt., a nie { $wanted }.
told-reservation-begun = Część rezerwacji { $reservation } jest zwolniona: zwolnij resztę.
told-same-place = { $location } to zarazem początek i cel: podaj inne miejsce.
told-work-taken-back = Praca { $work } jest już cofnięta; nic nie zrobiono ponownie.

## Gdzie wszystko leży

told-busy = Właśnie wprowadzana jest inna partia; spróbuj jeszcze raz, gdy się skończy.
told-no-room = Na dysku nie ma już miejsca; zwolnij miejsce i spróbuj jeszcze raz.
told-database-silent = Baza danych nie odpowiada; spróbuj jeszcze raz albo zajrzyj do jej logu.
told-database-refused = Baza danych odrzuciła partię jako sprzeczną; nic się nie zmieniło.
told-home-closed = Do folderu bazy danych nie da się zapisać.
told-index-silent = Indeks nie odpowiada; spróbuj jeszcze raz albo zajrzyj do jego logu.
told-index-held = Inny program otwiera indeks i nie kończy; zatrzymaj go albo spróbuj jeszcze raz.
told-index-incomplete = Indeks modelu { $model } nie jest jeszcze pełny; poczekaj na hangtag audit --repair albo go uruchom.
told-index-other-model = Indeks jest od modelu { $made_by }, a nie { $model }; uruchom hangtag audit --repair, żeby go przebudować.
told-pictures-silent = Magazyn zdjęć nie odpowiada; sprawdź jego folder albo adres URL.
told-unfindable = Zdjęcia nie do znalezienia nawet w przebudowanym indeksie: { $count }; zajrzyj do logu.
told-files-gone = Brakuje plików zdjęć ({ $items }); zaimportuj te artykuły jeszcze raz, ze zdjęciami.
told-items = { $items }
told-and-more = { $items } i jeszcze { $more }
