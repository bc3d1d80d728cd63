# Managing the catalogue in the chat, for admins, in German.

help-catalogue-title = Katalog verwalten
help-catalogue = Häng eine CSV-, XLSX- oder ZIP-Datei an, und schreib „catalogue upload“. Füge replace, stock oder delete hinzu, wenn du das willst. Außerdem geht: catalogue status, feeds, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = Du kannst schreiben: catalogue upload (mit einer CSV-, XLSX- oder ZIP-Datei im Anhang), status, feeds, history, item X, undo, undo N, places, duplicates, audit, columns, export, export zip.
catalogue-forbidden = Nur ein Admin kann den ganzen Katalog sehen und ändern. Bitte den Betreiber dieses Bots, dich zum Admin zu machen.
catalogue-personal-only = Den Katalog kannst du nur im persönlichen Chat mit mir verwalten. Schreib mir dort.
catalogue-busy = Am Katalog laufen schon zu viele Aufgaben. Schick es in einer Minute noch einmal.
catalogue-which-item = Welcher Artikel? Schreib zum Beispiel: catalogue item { $example }.
catalogue-no-file = Häng an diese Nachricht eine CSV-, XLSX- oder ZIP-Datei an, und schick sie noch einmal.
catalogue-mode-unknown = Diese Art von Upload kenne ich nicht. Schreib catalogue upload, oder catalogue upload mit replace, stock, stock all places oder delete.
catalogue-too-many-files =
    { $count ->
        [one] Schick höchstens { $count } Datei in einer Nachricht, oder eine ZIP-Datei.
       *[other] Schick höchstens { $count } Dateien in einer Nachricht, oder eine ZIP-Datei.
    }
catalogue-file = Datei { $number }
catalogue-nothing-to-undo = Es gibt keinen Import, den du rückgängig machen kannst.

fact-new = Neue Artikel
fact-changed = Geändert
fact-unchanged = Unverändert
fact-retired = Ausgemustert
fact-deleted = Gelöscht
fact-missing = Nicht im Import
fact-items = Artikel
fact-skus = SKUs
fact-pieces = Stück auf Lager
fact-pictures = Bilder
fact-vectors = Vektoren
fact-not-indexed = Nicht im Index
fact-not-found = Bei der Suche nicht gefunden
fact-lost = Fehlende Dateien

field-item = Artikel
field-class = Klasse
field-colour = Farbe
field-brand = Marke
field-price = Preis
field-pictures = Bilder
field-description = Beschreibung

history-title = Letzte Importe
history-empty = Es gibt noch keine Importe.
history-hint = Importe mit ↶ kannst du rückgängig machen. Schreib catalogue undo und die Nummer.
history-undo = Import { $batch } rückgängig

status-title = Katalog
status-told-apart = Auf Fotos zu unterscheiden sind { $count } von { $items } Artikeln, Stand { $when }.
status-unfinished = Der Suchindex wird gerade geschrieben, oder das Schreiben wurde unterbrochen. Schreib „catalogue audit“.
duplicates-title =
    { $count ->
        [0] Keine zwei Artikel sehen gleich aus
        [one] { $count } Artikelpaar sieht gleich aus
       *[other] { $count } Artikelpaare sehen gleich aus
    }
audit-ok =
    { $count ->
        [one] Die Suche findet das einzige Bild
       *[other] Die Suche findet alle { $count } Bilder
    }
audit-wrong =
    { $count ->
        [one] Die Suche findet { $count } Bild nicht
       *[other] Die Suche findet { $count } Bilder nicht
    }
audit-repaired =
    { $count ->
        [one] { $count } Bild wurde repariert. Fehlende Dateien: { $lost }
       *[other] { $count } Bilder wurden repariert. Fehlende Dateien: { $lost }
    }
audit-repair = Reparieren
export-items = { $count } Artikel
export-pictures =
    { $count ->
        [one] { $count } Bild
       *[other] { $count } Bilder
    }
export-until = Der Link gilt bis { $when }.
export-download = Herunterladen
