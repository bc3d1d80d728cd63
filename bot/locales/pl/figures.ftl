# Figures, the sentences that say them, and queries said back, in Polish.

## One figure

figure-on-hand = { $count } na stanie
figure-free =
    { $count ->
        [one] { $count } wolna
        [few] { $count } wolne
       *[other] { $count } wolnych
    }
figure-reserved =
    { $count ->
        [one] { $count } zarezerwowana
        [few] { $count } zarezerwowane
       *[other] { $count } zarezerwowanych
    }
figure-items =
    { $count ->
        [one] { $count } artykuł
        [few] { $count } artykuły
       *[other] { $count } artykułów
    }
figure-sizes =
    { $count ->
        [one] { $count } rozmiar
        [few] { $count } rozmiary
       *[other] { $count } rozmiarów
    }
figure-places =
    { $count ->
        [one] { $count } miejsce
        [few] { $count } miejsca
       *[other] { $count } miejsc
    }
figure-colours =
    { $count ->
        [one] { $count } kolor
        [few] { $count } kolory
       *[other] { $count } kolorów
    }
figure-arrived = +{ $count }
figure-moved =
    { $count ->
        [one] { $count } przeniesiona
        [few] { $count } przeniesione
       *[other] { $count } przeniesionych
    }
figure-needed = potrzeba: { $count }
figure-difference = różnica: { $count }
figure-share = { $percent }%
figure-price = { $price }
figure-counted = ostatnio liczone: { $when }
figure-oldest = najstarsze liczenie: { $when }
figure-moment = { $moment }
figure-day = { $day }
figure-enough = wystarczy
figure-not-enough = nie wystarczy
figure-never-counted = nigdy nie liczono
figure-no-such-size = nie ma takiego rozmiaru
figure-no-such-colour = nie ma takiego koloru
figure-no-such-place = nie ma takiego miejsca
figure-no-such-item = nie ma takich artykułów
figure-not-held = nie ma tam tego artykułu
figure-no-price = brak ceny w katalogu
figure-not-recorded = źródło: { $source }, liczby sztuk nie zapisano
figure-no-colour = brak zapisanego koloru

## The answer itself

answer-sum = { $sum } ({ $count })
answer-none-fit = Nic nie pasuje
answer-sku = SKU: { $sku }
answer-none-of-it = W katalogu tego nie ma
answer-of-kind = W katalogu: { $kind }, { $count }.
answer-uncounted =
    { $count ->
        [one] Jeszcze { $count } pozycji nigdy nie liczono.
        [few] Jeszcze { $count } pozycji nigdy nie liczono.
       *[other] Jeszcze { $count } pozycji nigdy nie liczono.
    }
answer-line = { $name }: { $text }
answer-not-held = { $place }: nie ma tam tego artykułu
answer-held-at = Miejsca: { $places }.
answer-no-such-size = Nie ma tego w rozmiarze { $size }
answer-no-such-colour = Nie ma tego w kolorze { $colour }
answer-comes-in = Kolory: { $colours }.
answer-does-not-fit = { $name } nie pasuje do reszty pytania.
answer-sizes = Rozmiary: { $sizes }.
answer-close-colours = Niewliczone, ale podobne: { $colours }.
answer-unknown-size = Żaden artykuł nie ma rozmiaru { $size }.
answer-unknown-place = Nie ma miejsca { $place }.
answer-found-none = Nic w katalogu nie pasuje do „{ $words }”
answer-found-some = Żaden artykuł nie ma wszystkiego z „{ $words }”. Te mają najwięcej.

answer-enough =
    { $count ->
        [one] Tak: { $count } wolna, potrzeba { $needed }
        [few] Tak: { $count } wolne, potrzeba { $needed }
       *[other] Tak: { $count } wolnych, potrzeba { $needed }
    }
answer-too-few =
    { $count ->
        [one] Nie: { $count } wolna, potrzeba { $needed }
        [few] Nie: { $count } wolne, potrzeba { $needed }
       *[other] Nie: { $count } wolnych, potrzeba { $needed }
    }
answer-enough-not = Nie: { $why }
answer-enough-unknown = Nie wiem, czy starczy na { $needed }: nigdy nie liczono
answer-enough-each = Tak: w każdym przypadku wolne co najmniej { $needed }
answer-enough-none = Nie: w żadnym przypadku nie ma wolnych co najmniej { $needed }
answer-enough-some = Nie: wolne co najmniej { $needed } tylko w { $yes } z { $count }
answer-items-enough = Tak: { $figure }, potrzeba { $needed }
answer-items-too-few = Nie: { $figure }, potrzeba { $needed }

answer-has-more = Więcej: { $name }, o { $difference } ({ $most } wobec { $least })
answer-has-less = Mniej: { $name }, o { $difference } ({ $least } wobec { $most })
answer-has-most = Najwięcej: { $name }, { $figure }
answer-has-least = Najmniej: { $name }, { $figure }
answer-spread = Najwięcej: { $name }. Najmniej: { $other }. Różnica: { $difference } ({ $most } wobec { $least })
answer-same = Wszędzie tyle samo ({ $count }): { $figure }
answer-is-dearer = Droższe o { $difference }: { $name }, { $most } wobec { $least }
answer-is-cheaper = Tańsze o { $difference }: { $name }, { $least } wobec { $most }
answer-share = { $share }: { $part } z { $whole }
answer-shares = Udziały w całości ({ $whole })
answer-share-of-nothing = Nie ma z czego liczyć udziału: razem 0

answer-first =
    { $ranking ->
        [most] Najwięcej: { $name }, { $figure }
        [least] Najmniej: { $name }, { $figure }
        [cheapest] Najtańsze: { $name }, { $figure }
        [dearest] Najdroższe: { $name }, { $figure }
        [newest] Najnowsze: { $name }, { $figure }
       *[oldest] Najdawniejsze: { $name }, { $figure }
    }
answer-first-of =
    { $ranking ->
        [most] Najwięcej ({ $count }), najpierw { $name }, { $figure }
        [least] Najmniej ({ $count }), najpierw { $name }, { $figure }
        [cheapest] Najtańsze ({ $count }), najpierw { $name }, { $figure }
        [dearest] Najdroższe ({ $count }), najpierw { $name }, { $figure }
        [newest] Najnowsze ({ $count }), najpierw { $name }, { $figure }
       *[oldest] Najdawniejsze ({ $count }), najpierw { $name }, { $figure }
    }
answer-tied =
    { $ranking ->
        [most] Tyle samo i najwięcej ({ $count }): po { $figure }
        [least] Tyle samo i najmniej ({ $count }): po { $figure }
        [cheapest] Jednakowo tanie ({ $count }): po { $figure }
        [dearest] Jednakowo drogie ({ $count }): po { $figure }
        [newest] Jednocześnie najnowsze ({ $count }): { $figure }
       *[oldest] Jednocześnie najdawniejsze ({ $count }): { $figure }
    }
answer-verdict =
    { $verdict ->
        [yes] Tak: { $said }
       *[no] Nie: { $said }
    }
answer-times = { $quantity } × { $price } = { $total }
answer-at-least = Co najmniej { $figure }
answer-for-pieces = Ceny za liczbę sztuk: { $quantity }.
rank-of =
    { $ranking ->
        [most] Nr { $rank } wśród tych, których jest najwięcej
        [least] Nr { $rank } wśród tych, których jest najmniej
        [cheapest] Nr { $rank } wśród najtańszych
        [dearest] Nr { $rank } wśród najdroższych
        [newest] Nr { $rank } wśród najnowszych
       *[oldest] Nr { $rank } wśród najstarszych
    }
answer-at-rank = { $place }: { $name }, { $figure }
answer-tied-at-rank = { $place }: { $count } na równi, każdy { $figure }
answer-rank-beyond = Jest ich w rankingu tylko { $count }
answer-first-in-each =
    { $ranking ->
        [cheapest] Najtańsze w każdej walucie
       *[dearest] Najdroższe w każdej walucie
    }

answer-price-none = W katalogu nie ma ceny
answer-no-prices = W katalogu nie ma cen
answer-unpriced =
    { $count ->
        [one] Jeszcze { $count } artykuł nie ma ceny.
        [few] Jeszcze { $count } artykuły nie mają ceny.
       *[other] Jeszcze { $count } artykułów nie ma ceny.
    }
answer-currencies = Ceny są w { $currencies }. Walut nie porównuję.
answer-price-of-item = Cena dotyczy całego artykułu: jest taka sama w każdym rozmiarze i miejscu.
answer-nothing-arrived = Nie zapisano żadnej dostawy
answer-nothing-moved = Niczego nie przeniesiono
answer-unrecorded =
    { $count ->
        [one] Dla { $count } artykułu import nie podaje, ile sztuk dotarło.
        [few] Dla { $count } artykułów import nie podaje, ile sztuk dotarło.
       *[other] Dla { $count } artykułów import nie podaje, ile sztuk dotarło.
    }
answer-no-reservations = Brak rezerwacji
answer-reserved-elsewhere = Zarezerwowano { $count }, w innym systemie. Tylko on wie, dla kogo

## What cannot be answered

answer-cannot-compare = Tego nie mogę porównać. Podaj dwa rozmiary, dwa miejsca, dwa kolory albo dwa artykuły.
answer-not-comparable = Tego nie mogę porównać: brakuje liczby
answer-cannot-rank = Według tego nie mogę uporządkować.
answer-one-thing = Odpowiem na jedno naraz: czy wystarczy, gdzie jest więcej albo co jest pierwsze.
answer-too-much = Nie mogę odpowiedzieć na wszystko naraz. Pomiń część pytania.
answer-no-past = Znam tylko obecny stan, nie stan z innego dnia.
answer-only-reserved-for = Dla osoby są tylko rezerwacje. Zapytaj, co jest dla niej zarezerwowane.

## Queries said back

asked =
    { $measure ->
        [free] Wolne sztuki: { $what }
        [reserved] Zarezerwowane sztuki: { $what }
        [price] Cena: { $what }
        [worth] Wartość zapasu: { $what }
        [items] Liczba artykułów: { $what }
        [details] Szczegóły: { $what }
        [counted] Ostatnie liczenie: { $what }
        [arrived] Dostawy: { $what }
        [moved] Przeniesienia: { $what }
        [reservations] Rezerwacje: { $what }
       *[on_hand] Stan: { $what }
    }
asked-both = { $one }, { $two }
asked-name = { $name }
asked-all = wszystkie artykuły
asked-nothing = …
asked-items =
    { $count ->
        [one] { $count } artykuł
        [few] { $count } artykuły
       *[other] { $count } artykułów
    }
asked-kind =
    { $kind ->
        [t-shirt] T-shirty
        [shirt] koszule i bluzki
        [longsleeve] koszulki z długim rękawem
        [jumper] swetry
        [hoodie] bluzy z kapturem
        [cardigan] kardigany
        [dress] sukienki
        [jumpsuit] kombinezony
        [trousers] spodnie
        [jeans] dżinsy
        [shorts] szorty
        [skirt] spódnice
        [jacket] kurtki
        [coat] płaszcze
        [hat] kapelusze i czapki
        [cap] czapki z daszkiem
        [beanie] czapki
        [shoe] buty
        [sneaker] sneakersy
        [boot] kozaki
        [sandal] sandały
        [bag] torby
        [upper] góry
        [outer] okrycia
        [full-body] sukienki i kombinezony
        [lower] doły
        [footwear] obuwie
        [headwear] nakrycia głowy
        [scarf] szaliki
        [glove] rękawiczki
        [sock] skarpety
        [belt] paski
        [tie] krawaty
        [swimwear] stroje kąpielowe
        [underwear] bielizna
        [tights] rajstopy
        [nightwear] piżamy i szlafroki
        [sunglasses] okulary przeciwsłoneczne
        [wallet] portfele
        [umbrella] parasole
       *[other] { $kind }
    }
asked-title = „{ $words }” w nazwie
asked-search = wyszukane: „{ $words }”
asked-without = bez: { $names }
asked-choice =
    { $kind ->
        [colour] kolor: { $names }
        [brand] marka: { $names }
        [size] rozmiar: { $names }
        [place] miejsce: { $names }
       *[person] dla: { $names }
    }
asked-except =
    { $kind ->
        [colour] kolor inny niż: { $names }
        [brand] marka inna niż: { $names }
        [size] rozmiar inny niż: { $names }
        [place] oprócz: { $names }
       *[person] nie dla: { $names }
    }
asked-state =
    { $state ->
        [low] kończy się
        [out] brakuje
       *[in] jest na stanie
    }
asked-between =
    { $kind ->
        [pieces] sztuk od { $least } do { $most }
       *[prices] cena od { $least } do { $most }
    }
asked-least =
    { $kind ->
        [pieces] sztuk co najmniej { $least }
       *[prices] cena od { $least }
    }
asked-most =
    { $kind ->
        [pieces] sztuk co najwyżej { $most }
       *[prices] cena do { $most }
    }
asked-on = dnia { $day }
asked-span = od { $since } do { $until }
asked-since = od { $since }
asked-before = do { $until }
asked-needed = { $asked }, czy wystarczy na { $needed }?
asked-compared =
    { $comparison ->
        [more] { $asked }: gdzie jest więcej?
        [less] { $asked }: gdzie jest mniej?
        [difference] { $asked }: różnica
       *[share] { $asked }: udział
    }
asked-ranked =
    { $ranking ->
        [most] { $asked }: najwięcej, { $limit }
        [least] { $asked }: najmniej, { $limit }
        [cheapest] { $asked }: najtańsze, { $limit }
        [dearest] { $asked }: najdroższe, { $limit }
        [newest] { $asked }: najnowsze, { $limit }
       *[oldest] { $asked }: najdawniejsze, { $limit }
    }
asked-claim = { $asked } (tak czy nie)
asked-pieces = { $asked }, liczba sztuk: { $quantity }
asked-at-rank = { $asked }: { $place }
asked-grouped =
    { $group ->
        [size] { $asked }, według rozmiaru
        [place] { $asked }, według miejsca
        [item] { $asked }, według artykułu
       *[colour] { $asked }, według koloru
    }
asked-total = { $asked }, razem
asked-order =
    { $verb ->
        [reserve] Zarezerwuj: { $what }
        [release] Zwolnij: { $what }
        [move] Przenieś: { $what }
        [count] Policz: { $what }
        [receive] Przyjmij: { $what }
        [issue] Wydaj: { $what }
       *[undo] Cofnij: { $what }
    }
asked-quantity =
    { $count ->
        [one] { $count } sztuka
        [few] { $count } sztuki
       *[other] { $count } sztuk
    }
asked-reservation = rezerwacja { $reservation }
asked-at = miejsce: { $place }
asked-from = z: { $place }
asked-to = do: { $place }
asked-for = dla: { $person }
asked-until = do { $day }
asked-reason = powód: { $reason }
