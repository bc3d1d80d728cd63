# Answers to questions, in Polish.

answer-you-are-welcome = Proszę bardzo. Wyślij następne zdjęcie albo zapytaj.
answer-which-item = Który artykuł? Wyślij jego zdjęcie albo zapytaj, podając SKU lub nazwę, na przykład: { $example }.
answer-not-understood = Nie rozumiem. Czy chodzi o jedno z tych pytań?
read-as = Odczytano to jako: { $asked }
asked-one-at-a-time = Nie mogę zrobić obu rzeczy naraz. Wyślij je po kolei.
here-unknown = Nie wiem, gdzie jest „{ $word }”. Zrób zdjęcie kodu na półce albo napisz miejsce: { $names }.
unknown-place = Nie znam miejsca „{ $word }”. Miejsca: { $names }.
unknown-size = Nie znam rozmiaru „{ $word }”. Rozmiary: { $names }.
unknown-colour = Nie znam koloru „{ $word }”. Kolory: { $names }.
unclear-bound = Czy { $word } to cena, czy liczba sztuk?
unknown-person = Nie znam „{ $word }”.
unknown-word = Nie wiem, co to jest „{ $word }”. Podaj nazwę artykułu albo jego SKU.
answer-arrived-with = źródło: { $source }
answer-gone = Tego artykułu nie ma już w katalogu.

language-set = Od teraz odpowiadam po polsku. Żeby to zmienić, napisz „język” i nazwę języka.
language-which = Jaki język? Mówię: { $languages }.

work-which-size = Który rozmiar { $item }? Są: { $sizes }.
work-which-item = Który artykuł? Wyślij najpierw jego zdjęcie albo napisz SKU.
work-one-at-a-time = Mogę zmienić jeden artykuł naraz. Podaj jego nazwę albo SKU.
