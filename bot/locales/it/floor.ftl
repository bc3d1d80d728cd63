# Work on the floor, in Italian.

places-title = Ubicazioni e codici
places-hint = Per dare un codice a un’ubicazione, scrivi per esempio: catalogue places A-01 = Corsia A. Per toglierlo: catalogue places Corsia A =. Per stampare i codici QR: catalogue places sheet.
places-no-codes = Nessuna ubicazione ha ancora un codice. Scrivi per esempio: catalogue places A-01 = Corsia A.
places-sheet = Codici QR da stampare per le ubicazioni: { $count }
place-code-set = { $place } ora ha il codice { $code }.
place-code-gone = { $place } non ha più un codice.
place-here = Sei in { $place }. Per { $count } ore «qui» è questa ubicazione.
place-unknown = Non c’è un’ubicazione { $place }. Un admin le vede tutte con «catalogue places».
