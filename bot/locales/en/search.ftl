# The search beside the message box, in English.

search-hint = Type a word of the title, the beginning of a SKU, or a barcode.
search-nothing = Nothing in the catalogue fits “{ $words }”. Try a word of the title, the beginning of a SKU, or a barcode.
search-slow = The search took too long; try again.
