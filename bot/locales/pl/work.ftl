# Praca na stanie, po polsku.

work-asked =
    { $kind ->
        [reserve] Zarezerwować { $count } × { $sku }, { $place }{ $for }
        [release] Zwolnić { $count } × { $sku }, { $place }{ $for }
        [move] Przenieść { $count } × { $sku }: { $place } → { $to }
        [count] { $count } × { $sku }, { $place }
       *[undo] Jak przedtem: { $sku }
    }
work-for = {" "}dla: { $person }
work-too-few-there = Wolnych { $sku } jest tam tylko { $count } ({ $place }).
work-until = do { $day }
work-kept-until = zarezerwowane do { $day }
work-level =
    { $reserved ->
        [0] { $count }
       *[other] { $count } (w tym zarezerwowane: { $reserved })
    }
work-below-reserved = To mniej niż zarezerwowane tam { $count }.
work-confirm = Potwierdź
work-cancel = Anuluj
work-done = Zrobione
work-undone = Cofnięte
work-cancelled = Zaniechane; nic się nie zmieniło.
work-changed = Stan się tymczasem zmienił; sprawdź jeszcze raz.
work-over = Na to pytanie już odpowiedziano albo jest za stare; zapytaj jeszcze raz.
work-anothers = Potwierdzić może tylko ten, kto pytał; zapytaj sam.
work-forbidden = Stan może zmieniać tylko kierownik; zwróć się do któregoś albo do admina, żeby nim zostać.
work-commands = Znam: zarezerwuj 2 SKU dla Anny do piątku, zwolnij NUMER, przenieś 3 SKU z A do B, policz SKU w B: 14, rezerwacje, cofnij.
work-nothing-to-undo = Żadnej twojej zmiany nie da się cofnąć.
work-no-reservation = Nie ma rezerwacji { $number }; napisz „rezerwacje”, żeby je zobaczyć.
work-too-few = Nigdzie nie ma tylu wolnych { $sku }; najwyżej { $count }.
work-which-location = W którym miejscu? { $sku } jest wolne tu: { $places }; powiedz gdzie.
work-which-day = Do którego dnia? Powiedz dziś, jutro, dzień tygodnia albo przyszłą datę, jak 2027-03-31.
reservations-title =
    { $count ->
        [0] Nic nie jest zarezerwowane na nazwisko
        [one] { $count } rezerwacja
        [few] { $count } rezerwacje
       *[other] { $count } rezerwacji
    }
reservations-hint = Żeby zwolnić którąś, napisz na przykład: zwolnij 7.
