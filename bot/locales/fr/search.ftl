# The search beside the message box, in French.

search-hint = Tape un mot du titre, le début d’un SKU ou un code-barres.
search-nothing = Rien dans le catalogue ne correspond à « { $words } ». Essaie un mot du titre, le début d’un SKU ou un code-barres.
search-slow = La recherche a pris trop de temps. Réessaie.
