# After a photo: another garment in it, an outline painted by hand, a new garment, another view, the queue, in German.

garments-seen = Auf dem Foto sind { $count } Kleidungsstücke. Das ist Nummer { $number }. Welches meinst du?
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
fix-title = Umriss ändern
fix-open-hint = Markier, was Kleidung ist und was nicht, und ich suche mit deinem Umriss noch einmal.
fix-open = Foto öffnen
fix-hint = Markier mit dem Finger, was ich falsch erkannt habe. Der dunkle Teil wird ignoriert.
fix-garment = Kleidung
fix-ground = Rest
fix-box = Rahmen
fix-undo = Zurück
fix-done = Neu suchen
fix-working = Moment…
fix-failed = Das hat nicht geklappt. Versuch es noch einmal.
fix-over = Diese Seite ist abgelaufen. Tipp im Chat noch einmal auf die Schaltfläche.
fix-empty = Es ist keine Kleidung mehr markiert. Markier etwas davon.
fix-undelivered = Die neue Antwort konnte nicht in den Chat geschickt werden. Versuch es noch einmal.
fix-back = Die neue Antwort steht im Chat.

intake-register = Neu erfassen
intake-registered = Neu erfasst, Nummer { $number }. Ein Admin kann daraus einen Artikel machen.
intake-already = Schon erfasst, Nummer { $number }.
intake-none = Es warten keine Kleidungsstücke.
intake-complete = Vervollständigen
intake-number = Neues Kleidungsstück, Nummer { $number }
intake-item = Artikelnummer
intake-item-missing = Gib die Artikelnummer ein, etwa HT-1042.
intake-name = Titel
intake-brand = Marke
intake-colour = Farbe
intake-sizes = Größen, durch Kommas getrennt
intake-class = Klasse
intake-save = Vorschau
intake-dismiss = Verwerfen
intake-dismissed = Nummer { $number } wurde verworfen.
intake-forbidden = Nur ein Admin kann ein erfasstes Kleidungsstück vervollständigen.
intake-too-many-sizes = Gib höchstens { $count } Größen auf einmal ein.
intake-title =
    { $count ->
        [one] { $count } Kleidungsstück soll ein Artikel werden
       *[other] { $count } Kleidungsstücke sollen Artikel werden
    }
intake-in-work = Aus Nummer { $number } entsteht schon ein Import.
intake-shown = Nummer { $number } steht unten und kann übernommen werden.

view-keep = Weitere Ansicht hinzufügen
view-kept = Das Foto ist jetzt eine Ansicht von { $item } (Import { $batch }). Ein Admin kann das rückgängig machen.
view-known = Dieses Foto ist schon eine Ansicht von { $item }.
view-enough = { $item } hat schon { $count } Bilder. Das reicht.
view-forbidden = Nur ein Supervisor oder Admin kann ein Foto als Ansicht hinzufügen.

photo-in-line =
    { $count ->
        [one] { $count } Foto ist vor deinem dran. Die Antwort erscheint hier.
       *[other] { $count } Fotos sind vor deinem dran. Die Antwort erscheint hier.
    }
