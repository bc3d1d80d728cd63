# Work on the floor, in German.

places-title = Orte und ihre Codes
places-hint = Um einem Ort einen Code zu geben, schreib zum Beispiel: catalogue places A-01 = Halle A. Um ihn zu entfernen: catalogue places Halle A =. Für QR-Codes zum Ausdrucken: catalogue places sheet.
places-no-codes = Noch kein Ort hat einen Code. Schreib zum Beispiel: catalogue places A-01 = Halle A.
places-sheet = QR-Codes zum Ausdrucken für Orte: { $count }
place-code-set = { $place } hat jetzt den Code { $code }.
place-code-gone = { $place } hat keinen Code mehr.
place-here = Du bist an { $place }. „Hier“ heißt { $count } Stunden lang dieser Ort.
place-unknown = Es gibt keinen Ort { $place }. Ein Admin sieht alle mit „catalogue places“.
