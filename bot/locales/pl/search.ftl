# Wyszukiwanie obok pola wiadomości, po polsku.

search-hint = Napisz słowo z nazwy, początek SKU albo kod kreskowy.
search-nothing = Nic w katalogu nie pasuje do „{ $words }”. Spróbuj słowa z nazwy, początku SKU albo kodu kreskowego.
search-slow = Wyszukiwanie trwało zbyt długo; spróbuj jeszcze raz.
