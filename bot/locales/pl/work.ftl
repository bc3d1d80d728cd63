# Stock orders, for supervisors, in Polish.

work-asked =
    { $kind ->
        [receive] Przyjąć { $count } × { $sku }, { $place }{ $note }
        [issue] Wydać { $count } × { $sku }, { $place }{ $note }
        [reserve] Zarezerwować { $count } × { $sku }, { $place }{ $for }
        [release] Zwolnić { $count } × { $sku }, { $place }{ $for }
        [move] Przenieść { $count } × { $sku }: { $place } → { $to }
        [count] Policzono { $count } × { $sku }, { $place }
       *[undo] Przywrócić { $sku } jak przedtem
    }
work-for = {" "}dla: { $person }
work-note = {" "}({ $note })
work-too-few-there = Wolnych { $sku } jest tam tylko { $count } ({ $place }).
work-until = do { $day }
work-kept-until = zarezerwowane do { $day }
work-level =
    { $reserved ->
        [0] { $count }
       *[other] { $count } ({ $reserved } w rezerwacji)
    }
work-below-reserved = To mniej niż { $count } zarezerwowane tam.
work-confirm = Potwierdź
work-cancel = Anuluj
work-done = Zrobione
work-undone = Cofnięte
work-cancelled = Anulowano. Nic się nie zmieniło.
work-changed = Stan się tymczasem zmienił. Sprawdź jeszcze raz.
work-over = Na to już odpowiedziano albo jest za stare. Zapytaj jeszcze raz.
work-anothers = Potwierdzić może tylko osoba, która o to poprosiła. Możesz poprosić mnie osobno.
work-forbidden = Stan może zmieniać tylko kierownik. Poproś kierownika albo poproś admina o tę rolę.
work-commands = Możesz napisać: przyjęcie 12 SKU A od LEE, wydanie 1 SKU uszkodzone, zarezerwuj 2 SKU dla Anny do piątku, zwolnij NUMER, przenieś 3 SKU z A do B, policz SKU w B: 14, rezerwacje, cofnij.
work-not-read = Nie rozumiem tu „{ $text }”. Napisz notatkę po „od” albo po przecinku, na przykład: przyjęcie 12 SKU hala A, od Lee.
work-nothing-to-undo = Nie masz zmian stanu do cofnięcia.
work-no-reservation = Nie ma rezerwacji { $number }. Napisz „rezerwacje”, żeby zobaczyć wszystkie.
work-too-few = W żadnym miejscu nie ma tylu wolnych { $sku }. Najwięcej: { $count }.
work-which-location = W którym miejscu? { $sku } jest wolne tu: { $places }. Podaj jedno z nich.
work-which-day = Do którego dnia? Napisz dziś, jutro, dzień tygodnia albo datę, na przykład 2027-03-31.
order-which-quantity = Ile sztuk?
order-which-person = Dla kogo?
order-which-goal = Dokąd? Miejsca: { $places }.
order-which-place = W którym miejscu? { $sku } leży tu: { $places }.
order-which-reservation = Która z rezerwacji? Jest ich { $count }.
order-no-reservation = Nie znam takiej rezerwacji. Napisz „rezerwacje”, żeby zobaczyć wszystkie. To, co zarezerwował inny system, można zwolnić tylko tam.
order-no-size = { $item } nie ma w rozmiarze { $size }. Który rozmiar? Są: { $sizes }.
order-one-at-a-time = Mogę przyjąć jedno zlecenie naraz. Wyślij je po kolei.
order-dropped = Dobrze, porzucam to. Nic się nie zmieniło.
order-nothing-waits = Dobrze. Nic nie czekało i nic się nie zmieniło.
order-not-done =
    { $verb ->
        [reserve] Dobrze, niczego nie rezerwuję.
        [release] Dobrze, niczego nie zwalniam.
        [move] Dobrze, niczego nie przenoszę.
        [count] Dobrze, nie zmieniam stanu.
        [receive] Dobrze, niczego nie przyjmuję.
        [issue] Dobrze, niczego nie wydaję.
       *[other] Dobrze, niczego nie zmieniam.
    }
