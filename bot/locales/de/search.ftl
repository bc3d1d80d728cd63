# Die Suche neben dem Nachrichtenfeld, auf Deutsch.

search-hint = Gib ein Wort aus dem Titel, den Anfang einer SKU oder einen Barcode ein.
search-nothing = Im Katalog passt nichts zu „{ $words }“. Versuch es mit einem Wort aus dem Titel, dem Anfang einer SKU oder einem Barcode.
search-slow = Die Suche hat zu lange gedauert; versuch es noch einmal.
