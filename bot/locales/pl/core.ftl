# Co mówi bot, po polsku.

verdict-in-catalogue = Bardzo prawdopodobnie to · { $percent }%
verdict-unsure = Nie na pewno, może to · { $percent }%
verdict-unsure-hint = Porównaj ze zdjęciem z katalogu albo wyślij inne: cała sztuka, płasko, w dobrym świetle.
verdict-not-in-catalogue = Nie ma w naszym katalogu
verdict-not-in-catalogue-hint = To, co jest najbardziej podobne, jest inną rzeczą, o ile mogę ocenić.
verdict-empty-catalogue = Katalog jest pusty, nie ma z czym porównać.

cut-out =
    { $how ->
        [tiramisu] Wycięte przez sieć neuronową
        [tiramisu-grabcut] Wycięte przez sieć neuronową, obrys poprawiony przez GrabCut
        [grabcut] Wycięte przez GrabCut, bo sieć neuronowa nie była pewna
        [hand] Wycięte ręcznie
       *[whole-photo] Porównane całe zdjęcie, bo nie dało się wyciąć ubrania
    }
cut-out-sure = { $how } · pewność { $percent }%

look-alikes = Podobne
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
        [one] { $count }, zarezerwowana
        [few] { $count }, wszystkie zarezerwowane
       *[other] { $count }, wszystkie zarezerwowane
    }
stock-none = brak
stock-unknown = nie policzono
stock-location = { $location }: { $count }
stock-location-reserved = { $location }: { $count } (w tym zarezerwowane: { $reserved })
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
stock-no-variants = Dla tego artykułu nie są znane ani rozmiary, ani stan.
stock-barcode = Kod kreskowy { $barcode }
stock-refresh = ↻ Odśwież
stock-refreshed = Odświeżono: { $when }
stock-gone = Pozycji { $number } nie ma już w katalogu.
stock-slow = Sprawdzanie trwało zbyt długo; spróbuj jeszcze raz.
show-stock = Pokaż stan

picture-of = Zdjęcie z katalogu: { $title }

help-title = Co umiem
help-photo-title = Wyślij zdjęcie ubrania
help-photo = Odpowiem, jaki to SKU, jakie są rozmiary, ile ich jest i gdzie. Może być kilka zdjęć naraz.
help-stock-title = Napisz „stock” i SKU
help-stock = Na przykład: stock { $example }. Może być też kod kreskowy albo numer artykułu.
help-help-title = Napisz „pomoc”
help-help = Żeby zobaczyć to jeszcze raz.
help-tips-show = Rady do zdjęć
help-tip-flat = Połóż ubranie płasko albo powieś je, przodem do siebie.
help-tip-whole = Zmieść je całe w kadrze, tylko jedno.
help-tip-light = Zapal światło; unikaj ostrych cieni i lampy błyskowej.
help-mention = W grupie wspomnij o mnie: @Hangtag.
welcome-title = Cześć, jestem Hangtag
welcome = Wyślij mi zdjęcie ubrania, a podam jego SKU i stan.
help-show = Pomoc

nothing-came = Nie dotarło żadne zdjęcie. Jeśli było z galerii, zrób je tutaj aparatem albo dołącz jako plik.
stock-which = Jaki SKU? Napisz na przykład: stock { $example }.
not-understood = Nie rozumiem. Wyślij zdjęcie ubrania albo napisz „stock” i SKU, albo „pomoc”.
button-outdated = Ten przycisk już nie działa; wyślij zdjęcie jeszcze raz albo napisz „pomoc”.
button-refused = Ten przycisk tu nie działa: powstał dla innej osoby albo innego czatu, albo ma ponad tydzień. Zapytaj jeszcze raz albo napisz „pomoc”.
too-many-photos =
    { $count ->
        [few] Obejrzałem pierwsze { $count } zdjęcia; resztę wyślij w następnej wiadomości.
       *[other] Obejrzałem pierwszych { $count } zdjęć; resztę wyślij w następnej wiadomości.
    }
photo-fault = Zdjęcie { $number } z { $count }: { $fault }
busy = Czeka zbyt wiele zdjęć; wyślij je jeszcze raz za minutę.
apology = Przepraszam, coś poszło źle po mojej stronie. Spróbuj jeszcze raz; jeśli to się powtórzy, podaj administratorowi ten numer: { $reference }.

number = { $count }
none = nic
row = Wiersz { $row }
and-more = i jeszcze { $count }

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
