# Answers to questions, in Polish.

answer-you-are-welcome = Proszę bardzo. Wyślij następne zdjęcie albo zapytaj.
answer-which-item = Który artykuł? Wyślij jego zdjęcie albo zapytaj, podając SKU lub nazwę, na przykład: { $example }.
answer-not-understood = Nie rozumiem. Czy chodzi o jedno z tych pytań?
asked-one-at-a-time = Nie mogę zrobić obu rzeczy naraz. Wyślij je po kolei.
unknown-place = Nie znam miejsca „{ $word }”. Miejsca: { $names }.
unknown-size = Nie znam rozmiaru „{ $word }”. Rozmiary: { $names }.
unknown-colour = Nie znam koloru „{ $word }”. Kolory: { $names }.
unknown-person = Nie znam „{ $word }”.
unknown-word = Nie wiem, co to jest „{ $word }”. Podaj nazwę artykułu albo jego SKU.
answer-no-colour = Nie ma go w kolorze { $colour }. Dostępne:
answer-no-size = Nie ma go w rozmiarze { $size }. Dostępne:
answer-nowhere = w żadnym miejscu
answer-nowhere-so = w żadnym miejscu nie ma tylu
answer-size = rozmiar { $size }
answer-together = Razem: { $amount }
answer-list =
    { $count ->
        [0] Brak wyników
        [one] { $count } wynik
        [few] { $count } wyniki
       *[other] { $count } wyników
    }
answer-list-low =
    { $count ->
        [0] Nic się nie kończy
        [one] Kończy się { $count } rozmiar
        [few] Kończą się { $count } rozmiary
       *[other] Kończy się { $count } rozmiarów
    }
answer-list-out =
    { $count ->
        [0] Niczego nie brakuje
        [one] Brakuje { $count } rozmiaru
        [few] Brakuje { $count } rozmiarów
       *[other] Brakuje { $count } rozmiarów
    }
answer-arrivals =
    { $count ->
        [0] Nic nie dotarło
        [one] Dotarł { $count } artykuł
        [few] Dotarły { $count } artykuły
       *[other] Dotarło { $count } artykułów
    }
answer-arrived = +{ $count }
answer-arrived-with = źródło: { $source }
answer-found =
    { $count ->
        [0] Brak pasujących artykułów
        [one] { $count } artykuł
        [few] { $count } artykuły
       *[other] { $count } artykułów
    }
answer-colours =
    { $count ->
        [0] Brak zapisanych kolorów
        [one] { $count } kolor
        [few] { $count } kolory
       *[other] { $count } kolorów
    }
answer-no-price = brak ceny w katalogu
answer-gone = Tego artykułu nie ma już w katalogu.
answer-reserved = w rezerwacji: { $count }
answer-free = wolne: { $count }

language-set = Od teraz odpowiadam po polsku. Żeby to zmienić, napisz „język” i nazwę języka.
language-which = Jaki język? Mówię: { $languages }.

work-which-size = Który rozmiar { $item }? Są: { $sizes }.
work-which-item = Który artykuł? Wyślij najpierw jego zdjęcie albo napisz SKU.
work-one-at-a-time = Mogę zmienić jeden artykuł naraz. Podaj jego nazwę albo SKU.
