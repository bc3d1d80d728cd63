# Zdjęcia obejrzane jeszcze raz: inne ubranie, obrys ręką, coś nowego.

garments-seen =
    { $count ->
        [few] Na zdjęciu są { $count } ubrania; to jest numer { $number }. O które chodzi?
       *[other] Na zdjęciu jest { $count } ubrań; to jest numer { $number }. O które chodzi?
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
fix-open-hint = Zamaluj, co jest ubraniem, a co nie; poszukam jeszcze raz z twoim obrysem.
fix-open = Otwórz zdjęcie
fix-hint = Zamaluj palcem, co źle rozpoznałem. Ciemne jest pominięte.
fix-garment = Ubranie
fix-ground = Nie ubranie
fix-box = Ramka
fix-undo = Cofnij
fix-done = Szukaj znowu
fix-working = Chwileczkę …
fix-failed = Nie udało się; spróbuj jeszcze raz.
fix-over = Ta strona już nie działa; naciśnij przycisk w czacie jeszcze raz.
fix-empty = Nie zostało żadne ubranie; zamaluj trochę.
fix-undelivered = Czat nie przyjął nowej odpowiedzi; spróbuj jeszcze raz.
fix-back = Nowa odpowiedź jest w czacie.

intake-register = Zapisz nowe
intake-registered = Zapisane jako nowe, numer { $number }. Admin zrobi z tego artykuł.
intake-already = To już jest zapisane, numer { $number }.
intake-none = Nic nie czeka.
intake-complete = Uzupełnij
intake-number = Nowe ubranie, numer { $number }
intake-item = Numer artykułu
intake-item-missing = Napisz numer artykułu, na przykład HT-1042.
intake-name = Nazwa
intake-brand = Marka
intake-colour = Kolor
intake-sizes = Rozmiary, po przecinku
intake-class = Rodzaj
intake-save = Pokaż, co doda
intake-dismiss = Odrzuć
intake-dismissed = Numer { $number } jest odrzucony.
intake-forbidden = Tylko admin może uzupełnić to, co zapisano.
intake-too-many-sizes = Najwyżej { $count } rozmiarów naraz.
intake-title =
    { $count ->
        [one] { $count } ubranie czeka, żeby stać się artykułem
        [few] { $count } ubrania czekają, żeby stać się artykułami
       *[other] { $count } ubrań czeka, żeby stać się artykułami
    }
intake-in-work = Z numeru { $number } już powstaje partia.
intake-shown = Numer { $number } jest poniżej, do zastosowania.

view-keep = Zachowaj jako kolejny widok
view-kept = Zdjęcie jest teraz widokiem { $item } (partia { $batch }; admin może ją cofnąć).
view-known = To zdjęcie jest już widokiem { $item }.
view-enough = { $item } ma już { $count } zdjęć; wystarczy.
view-forbidden = Tylko kierownik albo admin może zachować zdjęcie jako widok.

photo-in-line =
    { $count ->
        [one] Przed twoim jest jedno zdjęcie; odpowiedź pojawi się tutaj.
        [few] Przed twoim są { $count } zdjęcia; odpowiedź pojawi się tutaj.
       *[other] Przed twoim jest { $count } zdjęć; odpowiedź pojawi się tutaj.
    }
