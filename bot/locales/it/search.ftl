# The search beside the message box, in Italian.

search-hint = Scrivi una parola del titolo, l’inizio di uno SKU o un codice a barre.
search-nothing = Niente nel catalogo corrisponde a «{ $words }». Prova una parola del titolo, l’inizio di uno SKU o un codice a barre.
search-slow = La ricerca è durata troppo. Riprova.
