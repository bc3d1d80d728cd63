# Der Katalog im Chat, für Admins, auf Deutsch.

help-catalogue-title = Den Katalog pflegen
help-catalogue = Häng eine CSV, eine XLSX oder ein ZIP an und schreib „catalogue upload“, dahinter replace, stock oder delete, wenn das gemeint ist. Außerdem: catalogue status, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = Ich kenne: catalogue upload (mit einer CSV, einer XLSX oder einem ZIP im Anhang), status, history, item X, undo, undo N, duplicates, audit, export, export zip.
catalogue-forbidden = Nur ein Admin darf den Katalog als Ganzes sehen und ändern; bitte den Betreiber des Bots, dich dazu zu machen.
catalogue-personal-only = Der Katalog wird im persönlichen Chat mit mir gepflegt; schreib mir dort.
catalogue-busy = Am Katalog wird schon zu viel gearbeitet; schick es in einer Minute noch einmal.
catalogue-which-item = Welcher Artikel? Schreib zum Beispiel: catalogue item { $example }.
catalogue-no-file = Häng an diese Nachricht eine CSV, eine XLSX oder ein ZIP an und schick sie noch einmal.
catalogue-mode-unknown = So eine Lieferung kenne ich nicht; schreib catalogue upload, oder upload replace, stock oder delete.
catalogue-too-many-files =
    { $count ->
        [one] Schick höchstens { $count } Datei in einer Nachricht, oder ein ZIP.
       *[other] Schick höchstens { $count } Dateien in einer Nachricht, oder ein ZIP.
    }
catalogue-file = Datei { $number }
catalogue-nothing-to-undo = Es gibt keine Lieferung, die sich rückgängig machen lässt.

fact-new = Neue Artikel
fact-changed = Geändert
fact-unchanged = Unverändert
fact-retired = Ausgemustert
fact-deleted = Gelöscht
fact-missing = Nicht in der Lieferung
fact-items = Artikel
fact-skus = SKUs
fact-pieces = Stück auf Lager
fact-pictures = Bilder
fact-vectors = Vektoren
fact-not-indexed = Nicht im Index
fact-not-found = Dort nicht gefunden
fact-lost = Dateien fehlen

field-item = Artikel
field-class = Klasse
field-colour = Farbe
field-brand = Marke
field-price = Preis
field-pictures = Bilder
field-description = Beschreibung

history-title = Die letzten Lieferungen
history-empty = Es kam noch keine Lieferung.
history-hint = ↶ lässt sich rückgängig machen: schreib catalogue undo und die Nummer.
history-undo = { $batch } rückgängig

status-title = Der Katalog
status-unfinished = Der Suchindex wird gerade geschrieben oder wurde dabei unterbrochen; schreib „catalogue audit“.
duplicates-title =
    { $count ->
        [0] Keine zwei Artikel sehen gleich aus
        [one] { $count } Paar von Artikeln sieht gleich aus
       *[other] { $count } Paare von Artikeln sehen gleich aus
    }
audit-ok =
    { $count ->
        [one] Das eine Bild wird mit seinem eigenen Vektor gefunden
       *[other] Alle { $count } Bilder werden mit ihrem eigenen Vektor gefunden
    }
audit-wrong =
    { $count ->
        [one] { $count } Bild wird mit seinem eigenen Vektor nicht gefunden
       *[other] { $count } Bilder werden mit ihrem eigenen Vektor nicht gefunden
    }
audit-repaired =
    { $count ->
        [one] { $count } Bild wurde in Ordnung gebracht; Dateien fehlen: { $lost }
       *[other] { $count } Bilder wurden in Ordnung gebracht; Dateien fehlen: { $lost }
    }
audit-repair = In Ordnung bringen
export-items = { $count } Artikel
export-pictures =
    { $count ->
        [one] { $count } Bild
       *[other] { $count } Bilder
    }
export-until = Der Link gilt bis { $when }.
export-download = Herunterladen
