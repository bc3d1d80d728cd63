# The search beside the message box, in English.

search-hint = Type a word from the title, the start of a SKU, or a barcode.
search-nothing = Nothing in the catalogue matches “{ $words }”. Try a word from the title, the start of a SKU, or a barcode.
search-slow = The search took too long. Try again.
