# Work on the floor, in English.

places-title = Places and their codes
places-hint = To give a place a code, type, for example: catalogue places A-01 = Hall A. To remove it: catalogue places Hall A =. For QR codes to print: catalogue places sheet.
places-no-codes = No place has a code yet. Type, for example: catalogue places A-01 = Hall A.
places-sheet = QR codes to print for places: { $count }
place-code-set = { $place } has the code { $code } now.
place-code-gone = { $place } has no code any more.
place-here = You’re at { $place }. For { $count } hours, “here” means this place.
place-unknown = There’s no place { $place }. An admin can see all of them with “catalogue places”.
