# Work on the floor, in Polish.

places-title = Miejsca i ich kody
places-hint = Żeby nadać miejscu kod, napisz na przykład: catalogue places A-01 = Hala A. Żeby go usunąć: catalogue places Hala A =. Kody QR do druku: catalogue places sheet.
places-no-codes = Żadne miejsce nie ma jeszcze kodu. Napisz na przykład: catalogue places A-01 = Hala A.
places-sheet = Kody QR miejsc do druku: { $count }
place-code-set = { $place } ma teraz kod { $code }.
place-code-gone = { $place } nie ma już kodu.
place-here = Jesteś w miejscu { $place }. „Tutaj” to przez { $count } godz. to miejsce.
place-unknown = Nie ma miejsca { $place }. Admin widzi wszystkie po wpisaniu „catalogue places”.
