# Work on the floor, in French.

places-title = Emplacements et leurs codes
places-hint = Pour donner un code à un emplacement, écris par exemple : catalogue places A-01 = Hall A. Pour l’enlever : catalogue places Hall A =. Pour imprimer des codes QR : catalogue places sheet.
places-no-codes = Aucun emplacement n’a encore de code. Écris par exemple : catalogue places A-01 = Hall A.
places-sheet = Codes QR à imprimer pour des emplacements : { $count }
place-code-set = { $place } a maintenant le code { $code }.
place-code-gone = { $place } n’a plus de code.
place-here = Tu es à { $place }. Pendant { $count } heures, « ici » veut dire cet emplacement.
place-unknown = Il n’y a pas d’emplacement { $place }. Un admin les voit tous avec « catalogue places ».
