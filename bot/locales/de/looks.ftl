# Fotos noch einmal angesehen: ein anderes Teil, ein Umriss von Hand, etwas Neues.

garments-seen = Auf dem Foto sind { $count } Kleidungsstücke; dies ist Nummer { $number }. Welches meinst du?
garment-other = { $number } · { $kind }
garment-kind =
    { $kind ->
        [upper] Oberteil
        [outer] Jacke
        [full-body] Kleid
        [lower] Hose, Rock
        [footwear] Schuhe
        [headwear] Kopfbedeckung
       *[unknown] anderes
    }

fix = Umriss ändern
fix-title = Ausschnitt verbessern
fix-open-hint = Male an, was Kleidung ist und was nicht; ich suche mit deinem Umriss noch einmal.
fix-open = Foto öffnen
fix-hint = Male mit dem Finger an, was ich falsch erkannt habe. Das Dunkle bleibt weg.
fix-garment = Kleidung
fix-ground = Keine
fix-box = Rahmen
fix-undo = Zurück
fix-done = Neu suchen
fix-working = Moment …
fix-failed = Das hat nicht geklappt; versuche es noch einmal.
fix-over = Diese Seite gilt nicht mehr; drücke im Chat noch einmal auf den Knopf.
fix-empty = Es bleibt keine Kleidung übrig; male etwas davon an.
fix-undelivered = Der Chat hat die neue Antwort nicht angenommen; versuche es noch einmal.
fix-back = Die neue Antwort steht im Chat.

intake-register = Neu erfassen
intake-registered = Als neu erfasst, Nummer { $number }. Ein Admin macht einen Artikel daraus.
intake-already = Das ist schon erfasst, Nummer { $number }.
intake-none = Es wartet nichts.
intake-complete = Vervollständigen
intake-number = Neues Kleidungsstück, Nummer { $number }
intake-item = Artikelnummer
intake-item-missing = Schreibe die Artikelnummer, etwa HT-1042.
intake-name = Titel
intake-brand = Marke
intake-colour = Farbe
intake-sizes = Größen, durch Kommas getrennt
intake-class = Art
intake-save = Vorschau
intake-dismiss = Verwerfen
intake-dismissed = Nummer { $number } ist verworfen.
intake-forbidden = Nur ein Admin kann Erfasstes vervollständigen.
intake-too-many-sizes = Höchstens { $count } Größen auf einmal.
intake-title =
    { $count ->
        [one] { $count } Kleidungsstück wartet darauf, ein Artikel zu werden
       *[other] { $count } Kleidungsstücke warten darauf, Artikel zu werden
    }
intake-in-work = Aus Nummer { $number } wird gerade schon eine Lieferung gemacht.
intake-shown = Nummer { $number } steht unten zum Buchen.

view-keep = Als weitere Ansicht behalten
view-kept = Das Foto ist jetzt eine Ansicht von { $item } (Lieferung { $batch }; ein Admin kann sie zurücknehmen).
view-known = Dieses Foto ist schon eine Ansicht von { $item }.
view-enough = { $item } hat schon { $count } Bilder; das genügt.
view-forbidden = Nur eine Aufsicht oder ein Admin kann ein Foto als Ansicht behalten.

photo-in-line =
    { $count ->
        [one] Ein Foto ist vor deinem; die Antwort kommt hierher.
       *[other] { $count } Fotos sind vor deinem; die Antwort kommt hierher.
    }
