# The bot's main messages, in Polish.

verdict-in-catalogue = Bardzo prawdopodobnie to · { $percent }%
compare-colour = Na zdjęciu podobne odcienie wyglądają tak samo: porównaj kolor.
verdict-one-of = { $count ->
    [2] Jeden z tych dwóch
   *[other] Jeden z tych { $count }
  }
verdict-one-of-hint = Na zdjęciu nie da się tego odróżnić od: { $names }. Zeskanuj metkę albo wybierz jeden.
verdict-one-of-more = { $names } i { $more } innych
verdict-unsure = Nie na pewno, może to · { $percent }%
verdict-unsure-hint = Porównaj ze zdjęciem z katalogu, także kolor, albo wyślij inne zdjęcie: całe ubranie, rozłożone płasko, w dobrym świetle.
verdict-not-in-catalogue = Nie ma w naszym katalogu
verdict-not-in-catalogue-hint = Najbardziej podobny artykuł to chyba inne ubranie.
verdict-empty-catalogue = Katalog jest pusty, więc nie ma z czym porównać.

cut-out =
    { $how ->
        [tiramisu] Wycięte przez sieć neuronową
        [tiramisu-grabcut] Wycięte przez sieć neuronową, obrys poprawiony przez GrabCut
        [grabcut] Wycięte przez GrabCut, bo sieć neuronowa nie miała pewności
        [hand] Wycięte ręcznie
       *[whole-photo] Porównano całe zdjęcie, bo nie dało się wyciąć ubrania
    }
cut-out-sure = { $how } · pewność { $percent }%

look-alikes = Podobne artykuły
look-alikes-show = Podobne ({ $count })
alike = podobne w { $percent }%
photo-number = Zdjęcie { $number } z { $count }
photos-title =
    { $count ->
        [one] { $count } zdjęcie
        [few] { $count } zdjęcia
       *[other] { $count } zdjęć
    }

size-one = Jeden rozmiar
stock-in = { $count } na stanie
stock-low =
    { $count ->
        [one] została tylko { $count }
        [few] zostały tylko { $count }
       *[other] zostało tylko { $count }
    }
stock-reserved-all =
    { $count ->
        [one] { $count }, w rezerwacji
        [few] { $count }, wszystkie w rezerwacji
       *[other] { $count }, wszystkie w rezerwacji
    }
stock-none = brak
stock-unknown = nie policzono
stock-location = { $location }: { $count }
stock-location-reserved = { $location }: { $count } ({ $reserved } w rezerwacji)
stock-as-of = Stan z { $when }
stock-more-locations =
    { $count ->
        [one] i jeszcze { $count } miejsce
        [few] i jeszcze { $count } miejsca
       *[other] i jeszcze { $count } miejsc
    }
stock-more-sizes =
    { $count ->
        [one] i jeszcze { $count } rozmiar
        [few] i jeszcze { $count } rozmiary
       *[other] i jeszcze { $count } rozmiarów
    }
stock-no-variants = Dla tego artykułu nie zapisano rozmiarów ani stanu.
stock-barcode = Kod kreskowy { $barcode }
stock-refresh = ↻ Odśwież
stock-refreshed = Odświeżono: { $when }
stock-gone = Pozycji { $number } nie ma już w katalogu.
stock-slow = Sprawdzanie trwało zbyt długo. Spróbuj jeszcze raz.
show-stock = Pokaż stan

picture-of = Zdjęcie z katalogu: { $title }

help-title = Co umiem
help-photo-title = Wyślij zdjęcie ubrania
help-photo = Znajdę jego SKU, rozmiary i liczbę sztuk w każdym miejscu. Możesz wysłać kilka zdjęć naraz.
help-stock-title = Napisz „stock” i SKU
help-stock = Na przykład: stock { $example }. Możesz też podać kod kreskowy albo numer artykułu.
help-ask-title = Pytaj własnymi słowami
help-ask = Na przykład: „ile w M lub L?”, „czy jest w Berlinie?”, „czy starczy na 5?”
help-floor-title = Do pracy w magazynie
help-floor = Napisz „inwentura HALA A”, aby policzyć miejsce, „kompletuj SKU”, aby sprawdzić, co pobierasz, albo „obserwuj SKU poniżej 5”, aby wiedzieć, kiedy się kończy.
help-help-title = Napisz „pomoc”
help-help = Żeby zobaczyć to jeszcze raz.
help-tips-show = Jak robić zdjęcia
help-tip-flat = Rozłóż ubranie płasko albo powieś je, przodem do siebie.
help-tip-whole = Zmieść w kadrze całe ubranie i tylko jedno.
help-tip-light = Włącz światło. Unikaj ostrych cieni i lampy błyskowej.
help-mention = W grupie oznacz mnie: @Hangtag.
welcome-title = Cześć, jestem Hangtag
welcome = Wyślij mi zdjęcie ubrania, a znajdę jego SKU i stan.
help-show = Pomoc

nothing-came = Nie dotarło żadne zdjęcie. Jeśli było z galerii, zrób je tutaj aparatem albo dołącz jako plik.
stock-which = Jaki SKU? Napisz na przykład: stock { $example }.
not-understood = Nie rozumiem. Wyślij zdjęcie ubrania albo napisz „stock” i SKU, albo „pomoc”.
button-outdated = Ten przycisk już nie działa. Wyślij zdjęcie jeszcze raz albo napisz „pomoc”.
button-refused = Ten przycisk tu nie działa. Jest dla innej osoby albo innego czatu, albo ma ponad tydzień. Zapytaj jeszcze raz albo napisz „pomoc”.
too-many-photos =
    { $count ->
        [few] Sprawdzono pierwsze { $count } zdjęcia. Resztę wyślij w następnej wiadomości.
       *[other] Sprawdzono pierwszych { $count } zdjęć. Resztę wyślij w następnej wiadomości.
    }
photo-fault = Zdjęcie { $number } z { $count }: { $fault }
busy = Czeka zbyt wiele zdjęć. Wyślij swoje jeszcze raz za minutę.
apology = Przepraszam, coś poszło nie tak. Spróbuj jeszcze raz. Jeśli to się powtórzy, podaj administratorowi ten numer: { $reference }.

number = { $count }
none = brak
row = Wiersz { $row }
and-more = i jeszcze { $count }

verdict-no-garment = Nie widzę odzieży na tym zdjęciu
verdict-no-garment-hint = Wyślij inne zdjęcie: cała sztuka, płasko albo na wieszaku, w dobrym świetle. Jeśli jednak jest, pokaż mi ją przez „Popraw”.

## Gdy coś nie dotarło

nothing-came-group = Nie dotarło żadne zdjęcie. Zrób je tutaj aparatem albo wyślij mi je na naszym czacie prywatnym.
lost-file = Nie mogę otwierać plików na kanale ani na czacie grupowym. Wklej zdjęcie do wiadomości jako obraz albo wyślij mi plik na naszym czacie prywatnym.
lost-file-personal = Nie mogę otworzyć tego pliku. Prześlij go ze swojego urządzenia albo wklej zdjęcie do wiadomości.
lost-forward = Przesłany dalej obraz nie dotarł. Zapisz go i wyślij mi jako zdjęcie.
lost-gif = Z GIF-em ani naklejką nic nie zrobię. Wyślij mi zdjęcie ubrania albo napisz „pomoc”.
lost-loop = Nie potrafię czytać składników Loop. Napisz pytanie w zwykłej wiadomości.
lost-card = Nie potrafię odczytać udostępnionej karty. Wyślij mi zdjęcie ubrania albo wpisz jego SKU.
lost-voice = Nie potrafię odsłuchać nagrań ani obejrzeć filmów. Napisz pytanie albo wyślij zdjęcie.
lost-emoji = Dzięki! Wyślij mi zdjęcie ubrania albo napisz „pomoc”.

## Słowa obok zdjęcia

caption-unsure = Nie mam pewności, które to ubranie. Jeśli to { $title }:
caption-no-item = Słów „{ $text }” nie użyto, bo nie wiadomo, którego ubrania dotyczą. Zapytaj jeszcze raz, podając SKU.
caption-not-understood = Sprawdzono tylko zdjęcie. Słowa „{ $text }” są niezrozumiałe.
caption-file = Słów „{ $text }” obok pliku nie użyto.
