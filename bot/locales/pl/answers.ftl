# Odpowiedzi na pytania, po polsku.

answer-you-are-welcome = Proszę bardzo. Wyślij następne zdjęcie albo zapytaj.
answer-which-item = Który artykuł? Wyślij jego zdjęcie albo podaj SKU lub nazwę, na przykład: { $example }.
answer-not-understood = Nie rozumiem. Czy chodziło o jedno z tych pytań?
answer-no-colour = Nie ma go w kolorze { $colour }. Oto co jest:
answer-no-size = Nie ma rozmiaru { $size }. Oto jego rozmiary:
answer-nowhere = nigdzie
answer-nowhere-so = nigdzie nie ma tylu
answer-size = rozmiar { $size }
answer-together = Razem: { $amount }
answer-list =
    { $count ->
        [0] Nic nie pasuje
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
        [0] Nic nie przyszło
        [one] Przyszedł { $count } artykuł
        [few] Przyszły { $count } artykuły
       *[other] Przyszło { $count } artykułów
    }
answer-arrived = +{ $count }
answer-arrived-with = z { $source }
answer-found =
    { $count ->
        [0] Nie ma nic takiego w katalogu
        [one] { $count } artykuł
        [few] { $count } artykuły
       *[other] { $count } artykułów
    }
answer-colours =
    { $count ->
        [0] Nie jest znany żaden kolor
        [one] { $count } kolor
        [few] { $count } kolory
       *[other] { $count } kolorów
    }
answer-no-price = brak ceny w katalogu
answer-gone = Tego artykułu nie ma już w katalogu.
answer-reserved = zarezerwowane: { $count }
answer-free = wolne: { $count }

reading-stock = Ile jest { $item }?
reading-where = Gdzie jest { $item }?
reading-sizes = Rozmiary: { $item }
reading-colours = Kolory: { $item }
reading-price = Cena: { $item }
reading-details = Pokaż { $item }
reading-list = Lista: { $what }
reading-list-low = Kończy się: { $what }
reading-list-out = Brakuje: { $what }
reading-arrivals = Co przyszło
reading-find = Szukaj: { $what }

language-set = Odtąd odpowiadam po polsku. Napisz „język” i nazwę języka, żeby zmienić.
language-which = Jaki język? Mówię: { $languages }.

work-which-size = Który rozmiar { $item }? Są: { $sizes }.
work-which-item = Którego artykułu? Wyślij najpierw jego zdjęcie albo napisz jego SKU.
work-which-reservation = Która rezerwacja? Napisz „rezerwacje” i zwolnij numer, który stoi obok.
work-which-person = Dla kogo? Napisz na przykład: zarezerwuj 2 { $example } dla Anny.
work-one-at-a-time = Po jednym artykule: powiedz który albo podaj jego SKU.
