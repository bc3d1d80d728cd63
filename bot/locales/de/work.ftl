# Arbeit am Bestand, auf Deutsch.

work-asked =
    { $kind ->
        [reserve] { $count } × { $sku } an { $place } zurücklegen{ $for }
        [release] { $count } × { $sku } an { $place } freigeben{ $for }
        [move] { $count } × { $sku } von { $place } nach { $to } bringen
        [count] { $count } × { $sku } liegen an { $place }
       *[undo] Wieder wie vorher: { $sku }
    }
work-for = {" "}für { $person }
work-too-few-there = Nur { $count } von { $sku } sind an { $place } frei.
work-until = bis { $day }
work-kept-until = zurückgelegt bis { $day }
work-level =
    { $reserved ->
        [0] { $count }
       *[other] { $count } ({ $reserved } reserviert)
    }
work-below-reserved = Weniger als die { $count }, die dort reserviert sind.
work-confirm = Bestätigen
work-cancel = Abbrechen
work-done = Erledigt
work-undone = Rückgängig gemacht
work-cancelled = Abgebrochen; es wurde nichts geändert.
work-changed = Der Bestand hat sich inzwischen geändert; schau noch einmal.
work-over = Diese Frage ist beantwortet oder zu alt; frag noch einmal.
work-anothers = Bestätigen kann nur, wer gefragt hat; frag selbst.
work-forbidden = Nur ein Supervisor kann den Bestand ändern; frag einen, oder lass dich von einem Admin dazu machen.
work-commands = Ich kenne: reserviere 2 von SKU für Anna bis Freitag, gib NUMMER frei, verschiebe 3 von SKU von A nach B, gezählt SKU in B sind 14, Reservierungen, rückgängig.
work-nothing-to-undo = Es gibt keine Arbeit am Bestand von dir, die sich rückgängig machen lässt.
work-no-reservation = Es gibt keine Reservierung { $number }; schreib „Reservierungen“, um sie zu sehen.
work-too-few = An keinem Ort sind so viele von { $sku } frei; höchstens { $count }.
work-which-location = An welchem Ort? { $sku } ist an { $places } frei; nenne einen davon.
work-which-day = Bis zu welchem Tag? Sag heute, morgen, einen Wochentag oder ein kommendes Datum, etwa 2027-03-31.
reservations-title =
    { $count ->
        [0] Nichts ist auf einen Namen reserviert
        [one] { $count } Reservierung
       *[other] { $count } Reservierungen
    }
reservations-hint = Um eine freizugeben, schreib zum Beispiel: gib 7 frei.
