# Stock orders, for supervisors, in German.

work-asked =
    { $kind ->
        [receive] { $count } × { $sku } an { $place } einbuchen{ $note }
        [issue] { $count } × { $sku } an { $place } ausbuchen{ $note }
        [reserve] { $count } × { $sku } an { $place } reservieren{ $for }
        [release] { $count } × { $sku } an { $place } freigeben{ $for }
        [move] { $count } × { $sku } von { $place } nach { $to } verschieben
        [count] { $count } × { $sku } an { $place } gezählt
       *[undo] { $sku } wieder wie vorher
    }
work-for = {" "}für { $person }
work-note = {" "}({ $note })
work-too-few-there =
    { $count ->
        [one] Nur { $count } × { $sku } ist an { $place } frei.
       *[other] Nur { $count } × { $sku } sind an { $place } frei.
    }
work-until = bis { $day }
work-kept-until = reserviert bis { $day }
work-level =
    { $reserved ->
        [0] { $count }
       *[other] { $count } ({ $reserved } reserviert)
    }
work-below-reserved = Das sind weniger als die { $count }, die dort reserviert sind.
work-confirm = Bestätigen
work-cancel = Abbrechen
work-done = Erledigt
work-undone = Rückgängig gemacht
work-cancelled = Abgebrochen. Es wurde nichts geändert.
work-changed = Der Bestand hat sich inzwischen geändert. Prüf ihn noch einmal.
work-over = Das wurde schon beantwortet oder ist zu alt. Frag noch einmal.
work-anothers = Das kann nur bestätigen, wer gefragt hat. Du kannst mich selbst fragen.
work-forbidden = Nur ein Supervisor kann den Bestand ändern. Frag einen, oder bitte einen Admin, dich zum Supervisor zu machen.
work-commands = Du kannst schreiben: Wareneingang 12 SKU A von LEE, Warenausgang 1 SKU defekt, reserviere 2 von SKU für Anna bis Freitag, gib NUMMER frei, verschiebe 3 von SKU von A nach B, gezählt SKU in B sind 14, Reservierungen, rückgängig.
work-not-read = „{ $text }“ verstehe ich darin nicht. Schreib eine Notiz nach „von“ oder einem Komma, zum Beispiel: Wareneingang 12 SKU Halle A, von Lee.
work-nothing-to-undo = Du hast keine Bestandsänderungen, die du rückgängig machen kannst.
work-no-reservation = Es gibt keine Reservierung { $number }. Schreib „Reservierungen“, um alle zu sehen.
work-too-few = An keinem Ort sind so viele { $sku } frei. Die meisten: { $count }.
work-which-location = An welchem Ort? { $sku } ist an { $places } frei. Nenn einen davon.
work-which-day = Bis zu welchem Tag? Schreib heute, morgen, einen Wochentag oder ein Datum wie 2027-03-31.
order-which-quantity = Wie viele?
order-which-person = Für wen?
order-which-goal = Wohin? Die Orte sind { $places }.
order-which-place = An welchem Ort? { $sku } liegt an { $places }.
order-which-reservation = Welche der { $count } Reservierungen?
order-no-reservation = So eine Reservierung kenne ich nicht. Schreib „Reservierungen“, um alle zu sehen. Was ein anderes System reserviert hat, lässt sich nur dort freigeben.
order-no-size = { $item } gibt es nicht in { $size }. Welche Größe? Es gibt { $sizes }.
order-one-at-a-time = Ich kann immer nur einen Auftrag annehmen. Schick sie nacheinander.
order-dropped = In Ordnung, das ist verworfen. Es wurde nichts geändert.
order-nothing-waits = In Ordnung. Es stand nichts aus, und es wurde nichts geändert.
order-not-done =
    { $verb ->
        [reserve] In Ordnung, ich reserviere nichts.
        [release] In Ordnung, ich gebe nichts frei.
        [move] In Ordnung, ich verschiebe nichts.
        [count] In Ordnung, ich ändere die Zählung nicht.
        [receive] In Ordnung, ich buche nichts ein.
        [issue] In Ordnung, ich buche nichts aus.
       *[other] In Ordnung, ich ändere nichts.
    }
