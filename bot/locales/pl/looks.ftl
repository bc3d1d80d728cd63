# After a photo: another garment in it, an outline painted by hand, a new garment, another view, the queue, in Polish.

garments-seen =
    { $count ->
        [few] Na zdjęciu są { $count } ubrania. To jest numer { $number }. O które chodzi?
       *[other] Na zdjęciu jest { $count } ubrań. To jest numer { $number }. O które chodzi?
    }
garment-other = { $number } · { $kind }
garment-kind =
    { $kind ->
        [upper] góra
        [outer] kurtka
        [full-body] sukienka
        [lower] dół
        [footwear] buty
        [headwear] czapka
       *[unknown] inne
    }

fix = Popraw
fix-title = Popraw obrys
fix-open-hint = Zamaluj, co jest ubraniem, a co nie, a poszukam jeszcze raz z twoim obrysem.
fix-open = Otwórz zdjęcie
fix-hint = Zamaluj palcem to, co rozpoznano źle. Ciemna część jest pomijana.
fix-garment = Ubranie
fix-ground = Tło
fix-box = Ramka
fix-undo = Cofnij
fix-done = Szukaj znowu
fix-working = Chwileczkę…
fix-failed = Nie udało się. Spróbuj jeszcze raz.
fix-over = Ta strona wygasła. Naciśnij przycisk w czacie jeszcze raz.
fix-empty = Nie zostało żadne ubranie. Zamaluj jego część.
fix-undelivered = Nie udało się wysłać nowej odpowiedzi na czat. Spróbuj jeszcze raz.
fix-back = Nowa odpowiedź jest w czacie.

intake-register = Zapisz nowe
intake-registered = Zapisano jako nowe, numer { $number }. Admin może zrobić z tego artykuł.
intake-already = Już zapisane, numer { $number }.
intake-none = Nie czeka żadne ubranie.
intake-complete = Uzupełnij
intake-number = Nowe ubranie, numer { $number }
intake-item = Numer artykułu
intake-item-missing = Wpisz numer artykułu, na przykład HT-1042.
intake-name = Nazwa
intake-brand = Marka
intake-colour = Kolor
intake-sizes = Rozmiary, oddzielone przecinkami
intake-class = Klasa
intake-save = Podgląd
intake-dismiss = Odrzuć
intake-dismissed = Numer { $number } został odrzucony.
intake-forbidden = Tylko admin może uzupełnić zapisane ubranie.
intake-too-many-sizes = Wpisz najwyżej { $count } rozmiarów naraz.
intake-title =
    { $count ->
        [one] { $count } ubranie czeka na dodanie jako artykuł
        [few] { $count } ubrania czekają na dodanie jako artykuły
       *[other] { $count } ubrań czeka na dodanie jako artykuły
    }
intake-in-work = Z numeru { $number } już powstaje partia.
intake-shown = Numer { $number } jest poniżej, gotowy do wprowadzenia.

view-keep = Dodaj jako widok
view-kept = Zdjęcie jest teraz widokiem { $item } (partia { $batch }). Admin może to cofnąć.
view-known = To zdjęcie jest już widokiem { $item }.
view-enough = { $item } ma już { $count } zdjęć. To wystarczy.
view-forbidden = Tylko kierownik albo admin może dodać zdjęcie jako widok.

photo-in-line =
    { $count ->
        [one] Przed twoim jest { $count } zdjęcie. Odpowiedź pojawi się tutaj.
        [few] Przed twoim są { $count } zdjęcia. Odpowiedź pojawi się tutaj.
       *[other] Przed twoim jest { $count } zdjęć. Odpowiedź pojawi się tutaj.
    }
