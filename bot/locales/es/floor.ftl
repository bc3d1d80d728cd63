# Work on the floor, in Spanish.

places-title = Ubicaciones y sus códigos
places-hint = Para dar un código a una ubicación, escribe por ejemplo: catalogue places A-01 = Nave A. Para quitarlo: catalogue places Nave A =. Para imprimir códigos QR: catalogue places sheet.
places-no-codes = Ninguna ubicación tiene código todavía. Escribe por ejemplo: catalogue places A-01 = Nave A.
places-sheet = Códigos QR para imprimir de ubicaciones: { $count }
place-code-set = { $place } tiene ahora el código { $code }.
place-code-gone = { $place } ya no tiene código.
place-here = Estás en { $place }. Durante { $count } horas, «aquí» es esta ubicación.
place-unknown = No hay ninguna ubicación { $place }. Un admin las ve todas con «catalogue places».
