# The search beside the message box, in German.

search-hint = Gib ein Wort aus dem Titel, den Anfang einer SKU oder einen Barcode ein.
search-nothing = Nichts im Katalog passt zu „{ $words }“. Versuch es mit einem Wort aus dem Titel, dem Anfang einer SKU oder einem Barcode.
search-slow = Die Suche hat zu lange gedauert. Versuch es noch einmal.
