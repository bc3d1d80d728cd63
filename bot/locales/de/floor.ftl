# Work on the floor, in German.

places-title = Orte und ihre Codes
places-hint = Um einem Ort einen Code zu geben, schreib zum Beispiel: catalogue places A-01 = Halle A. Um ihn zu entfernen: catalogue places Halle A =. Für QR-Codes zum Ausdrucken: catalogue places sheet.
places-no-codes = Noch kein Ort hat einen Code. Schreib zum Beispiel: catalogue places A-01 = Halle A.
places-sheet = QR-Codes zum Ausdrucken für Orte: { $count }
place-code-set = { $place } hat jetzt den Code { $code }.
place-code-gone = { $place } hat keinen Code mehr.
place-here = Du bist an { $place }. „Hier“ heißt { $count } Stunden lang dieser Ort.
place-unknown = Es gibt keinen Ort { $place }. Ein Admin sieht alle mit „catalogue places“.

# Stock-takes

take-title = Inventur: { $place }
take-started = Du zählst jetzt { $place }. Schick Fotos, Barcodes oder SKUs nacheinander. Eine Zahl setzt die Menge der letzten Zeile, „rückgängig“ nimmt sie zurück, „fertig“ zeigt die Differenzen.
take-joined = { $name } zählt { $place } schon. Ihr zählt jetzt zusammen.
take-which-place = Welcher Ort? Schreib zum Beispiel: Inventur Halle A. Oder fotografier zuerst den Code am Regal.
take-one-shelf = Das sind mehrere Orte. Zähl einen nach dem anderen: { $places }.
take-none = Du zählst gerade nicht. Schreib „Inventur“ und einen Ort.
take-left = Du zählst { $place } nicht mehr. Das Gezählte bleibt; schreib „Inventur“ und den Ort, um weiterzumachen.
take-cancelled = Die Inventur von { $place } ist abgebrochen. Es wurde nichts geändert.
take-line = { $name }: { $count }
take-which-size = { $item }: welche Größe? Erst dann zählt es ({ $count }).
take-maybe = Noch nicht gezählt ({ $count }): Es kann { $item } sein. Wenn ja, wähl die Größe. Wenn nicht, schreib „rückgängig“ und dann die SKU.
take-compare = Noch nicht gezählt ({ $count }): Es sieht aus wie { $item }. Wenn es das ist, drück „{ confirm-right }“. Wenn nicht, schreib „rückgängig“ und dann die SKU.
take-type-size = Eine andere Größe kannst du schreiben.
take-amount-later = { $count } von dem auf dem Foto davor, sobald ich weiß, was es ist.
take-amount-kept = Weiter nicht gezählt: Ich weiß nicht, was das letzte Foto zeigt. Ich behalte { $count } davon für den Schluss.
take-gone = Diese Zeile wurde zurückgenommen.
take-undone = Zurückgenommen. { $name }: { $count }
take-undone-kept = Zurückgenommen: was noch nicht gezählt war.
take-no-line = Du hast noch keine Zeile. Schick zuerst ein Foto, einen Barcode oder eine SKU.
take-amount-or-size = Nichts geändert: { $number } kann die Menge oder die Größe sein. Schreib x{ $number } für die Menge oder { $item } { $number } für die Größe.
take-not-a-line = „{ $text }“ ist keine Zeile der Zählung, ich habe es weggelassen.
take-unknown = Nicht gezählt: Ich bin nicht sicher, was das ist. Ich behalte das Foto für den Schluss. Wenn du die SKU kennst, schreib „rückgängig“ und dann die SKU.
take-one-of = Nicht gezählt: Auf einem Foto ist { $item } nicht von { $names } zu unterscheiden. Schreib „rückgängig“, dann fotografiere das Etikett oder schreib die SKU.
take-several = Nicht gezählt: Auf dem Foto sind mehrere Kleidungsstücke. Ich behalte es für den Schluss. Oder schreib „rückgängig“ und fotografier sie einzeln.
take-tag-doubt = Nicht gezählt: Auf dem Etikett steht { $tag }, aber es sieht aus wie { $title }. Ich behalte das Foto für den Schluss. Wenn das Etikett stimmt, schreib „rückgängig“ und dann die SKU.
take-nothing = Nicht gezählt: Ich sehe kein Kleidungsstück und keinen Barcode, den ich kenne.
take-fault = Nicht gezählt. { $fault }
take-same-place = Ja, du zählst { $place }.
take-other-place = Das ist der Code von { $other }, aber du zählst { $place }. Schreib „Inventur“ und den Ort, um einen anderen zu zählen.
take-done = Fertig
take-apply = Anwenden
take-apply-rest = Anwenden, Rest 0
take-moved = Mit ⚠ Markiertes wurde während der Zählung hier bewegt. Prüf es, bevor du es anwendest.
take-supervisor = Ein Supervisor kann das anwenden: „Inventur“ und den Ort schreiben, dann „fertig“.
take-total = { $count } Stück, SKUs: { $skus }
take-kept =
    { $count ->
        [one] { $count } Zeile ist noch nicht gezählt
       *[other] { $count } Zeilen sind noch nicht gezählt
    }
take-kept-end =
    { $count ->
        [one] { $count } Zeile ist nicht gezählt: Artikel oder Größe sind unbekannt.
       *[other] { $count } Zeilen sind nicht gezählt: Artikel oder Größen sind unbekannt.
    }
take-differences =
    { $count ->
        [one] { $place }: { $count } Differenz
       *[other] { $place }: { $count } Differenzen
    }
take-more = und { $count } weitere
take-equal =
    { $count ->
        [one] { $count } SKU stimmt
       *[other] { $count } SKUs stimmen
    }
take-uncounted =
    { $count ->
        [one] { $count } SKU müsste hier sein und wurde nicht gezählt, Stück: { $pieces }. „Anwenden“ lässt sie, wie sie ist.
       *[other] { $count } SKUs müssten hier sein und wurden nicht gezählt, Stück: { $pieces }. „Anwenden“ lässt sie, wie sie sind.
    }
take-applied =
    { $count ->
        [one] { $place }: { $count } SKU auf die Zählung gesetzt
       *[other] { $place }: { $count } SKUs auf die Zählung gesetzt
    }
take-intakes =
    { $count ->
        [one] { $count } Foto wartet auf einen Admin, der einen Artikel daraus macht: { $numbers }
       *[other] { $count } Fotos warten auf einen Admin, der Artikel daraus macht: { $numbers }
    }
take-lapsed =
    { $count ->
        [one] Die Inventur von { $place } ist verfallen: Einen Tag lang hat niemand weitergezählt. Ihre Zeile ({ $count }) ist weg, es wurde nichts geändert.
       *[other] Die Inventur von { $place } ist verfallen: Einen Tag lang hat niemand weitergezählt. Ihre { $count } Zeilen sind weg, es wurde nichts geändert.
    }
work-others =
    { $count ->
        [one] und { $count } weitere SKU mit ihr
       *[other] und { $count } weitere SKUs mit ihr
    }

# Pick checks

pick-list = Zu picken: { $count }. Schick ein Foto von jedem Stück, am besten mit Etikett.
pick-none = Es gibt nichts zu picken. Schreib zum Beispiel: picken MH01-M, BAG1 2.
pick-stopped = Fotos werden nicht mehr mit der Liste verglichen.
pick-too-long = Das ist zu viel für eine Liste. Höchstens { $count } SKUs auf einmal.
pick-complete = Alles ist gepickt.
pick-right = Richtig: Auf dem Etikett steht { $name }.
pick-right-by-hand = Richtig: Du hast { $name } vom Etikett gelesen.
pick-right-compared = Richtig: Du hast { $name } verglichen.
pick-looks-right = Dem Aussehen nach richtig: { $title }. Ein Etikett habe ich nicht gesehen.
pick-compare = Es sieht aus wie { $title }. Wenn es das ist, drück „{ confirm-right }“.
pick-size-unseen = Das Stück sieht richtig aus: { $title }. Die Größe sieht man ohne Etikett nicht. Du brauchst { $sizes }.
pick-which-size = Welche Größe steht auf dem Etikett?
pick-wrong-size = Falsche Größe: Auf dem Etikett steht { $tag }, du brauchst { $wanted }.
pick-too-many = Eins zu viel: { $name } ist schon gepickt.
pick-unsure = Ich kann nicht sagen, ob das richtig ist. Fotografier das Etikett.
pick-several = Auf dem Foto ist mehr als ein Stück oder Etikett. Fotografier eins nach dem anderen.
pick-tag-doubt = Prüf es: Auf dem Etikett steht { $tag }, aber es sieht aus wie { $title }.
pick-fault = Nicht geprüft. { $fault }
pick-wrong-colour =
    { $by ->
        [tag] Falsche Farbe: Auf dem Etikett steht { $tag } ({ $colour }), du brauchst { $wanted }.
       *[looks] Dem Aussehen nach die falsche Farbe: { $colour }. Du brauchst { $wanted }.
    }
pick-wrong =
    { $by ->
        [tag] Falsches Stück: Auf dem Etikett steht { $tag }, { $title }.
       *[looks] Dem Aussehen nach das falsche Stück: { $title }.
    }

# Watches

watch-kept = Ich sage es dir hier: { $what }. Frei sind jetzt { $count }.
watch-back-already = Es ist jetzt da, frei: { $count }. Ich sage es dir, wenn es weg war und wieder da ist: { $what }.
watch-what-below = { $name } unter { $threshold }
watch-what-back = { $name } ist wieder da
watch-at = { $name } an { $place }
watch-below = { $name } ist unter { $threshold } gefallen. Frei: { $count }.
watch-back = { $name } ist wieder da. Frei: { $count }.
watch-stop = Beenden
watch-stopped = Beendet. Ich sage es dir nicht mehr.
watch-gone = Diese Beobachtung hast du nicht mehr. Schreib „Beobachtungen“, um deine zu sehen.
watch-what = Unter welcher Zahl? Schreib zum Beispiel: beobachte SKU unter 5 in Berlin.
watch-not-read = „{ $text }“ verstehe ich darin nicht. Schreib zum Beispiel: beobachte SKU unter 5 in Berlin, oder: sag mir, wenn SKU wieder da ist.
watch-too-many = Du hast { $count } Beobachtungen, mehr gehen nicht. Schreib „Beobachtungen“, um einige zu beenden.
watches-title =
    { $count ->
        [0] Du hast keine Beobachtungen. Schreib zum Beispiel: beobachte SKU unter 5 in Berlin.
        [one] { $count } Beobachtung
       *[other] { $count } Beobachtungen
    }

# Digests

digest-on =
    { $every ->
        [weekly] Du bekommst jeden Montagmorgen eine Übersicht.
       *[daily] Du bekommst jeden Morgen eine Übersicht.
    }
digest-forbidden = Nur ein Supervisor kann die Übersicht bekommen.
digest-off = Du bekommst keine Übersicht mehr.
digest-commands = Du kannst schreiben: digest, digest täglich, digest wöchentlich, digest aus.
digest-title = Vom { $first } bis { $last }
digest-low-one = { $sku } an { $place }: { $count }
digest-low = Knapp geworden: { $count }
digest-received = Eingegangene Stück: { $count }
digest-issued = Ausgebuchte Stück: { $count }
digest-unknown = Fotografiert und als neu erfasst: { $count }
digest-right = Erster Treffer richtig: { $percent } % von { $count }
digest-right-none = Erster Treffer richtig: noch keine Antworten
digest-chart = Balkendiagramm der Zahlen darunter. { $titles }
digest-hint = Um sie zu beenden, schreib „digest aus“.
