# The search beside the message box, in Spanish.

search-hint = Escribe una palabra del título, el comienzo de un SKU o un código de barras.
search-nothing = Nada en el catálogo coincide con «{ $words }». Prueba con una palabra del título, el comienzo de un SKU o un código de barras.
search-slow = La búsqueda tardó demasiado. Inténtalo otra vez.
