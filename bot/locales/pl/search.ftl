# The search beside the message box, in Polish.

search-hint = Wpisz słowo z nazwy, początek SKU albo kod kreskowy.
search-nothing = Nic w katalogu nie pasuje do „{ $words }”. Spróbuj słowa z nazwy, początku SKU albo kodu kreskowego.
search-slow = Wyszukiwanie trwało zbyt długo. Spróbuj jeszcze raz.
