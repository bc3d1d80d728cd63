# Katalog prowadzony w czacie, dla adminów, po polsku.

help-catalogue-title = Prowadzenie katalogu
help-catalogue = Dołącz CSV, XLSX albo ZIP i napisz „catalogue upload”, a po tym replace, stock albo delete, jeśli o to chodzi. Poza tym: catalogue status, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = Znam: catalogue upload (z załącznikiem CSV, XLSX albo ZIP), status, history, item X, undo, undo N, duplicates, audit, export, export zip.
catalogue-forbidden = Tylko admin może oglądać i zmieniać cały katalog; poproś prowadzącego tego bota, żeby cię dodał.
catalogue-personal-only = Katalog prowadzi się w czacie osobistym ze mną; napisz do mnie tam.
catalogue-busy = Nad katalogiem trwa już zbyt wiele prac; wyślij jeszcze raz za minutę.
catalogue-which-item = Który artykuł? Napisz na przykład: catalogue item { $example }.
catalogue-no-file = Dołącz do tej wiadomości CSV, XLSX albo ZIP i wyślij ją jeszcze raz.
catalogue-mode-unknown = Nie znam takiego rodzaju partii; napisz catalogue upload albo upload replace, stock lub delete.
catalogue-too-many-files =
    { $count ->
        [one] Wyślij najwyżej { $count } plik w jednej wiadomości albo ZIP.
        [few] Wyślij najwyżej { $count } pliki w jednej wiadomości albo ZIP.
        [many] Wyślij najwyżej { $count } plików w jednej wiadomości albo ZIP.
       *[other] Wyślij najwyżej { $count } pliku w jednej wiadomości albo ZIP.
    }
catalogue-file = plik { $number }
catalogue-nothing-to-undo = Nie ma partii, którą dałoby się cofnąć.

fact-new = Nowe artykuły
fact-changed = Zmienione
fact-unchanged = Bez zmian
fact-retired = Wycofane
fact-deleted = Usunięte
fact-missing = Nie ma w partii
fact-items = Artykuły
fact-skus = SKU
fact-pieces = Sztuki na stanie
fact-pictures = Zdjęcia
fact-vectors = Wektory
fact-not-indexed = Nie ma w indeksie
fact-not-found = Nie do znalezienia
fact-lost = Brak plików

field-item = Artykuł
field-class = Klasa
field-colour = Kolor
field-brand = Marka
field-price = Cena
field-pictures = Zdjęcia
field-description = Opis

history-title = Ostatnie partie
history-empty = Nie przysłano jeszcze żadnej partii.
history-hint = ↶ da się cofnąć: napisz catalogue undo i numer.
history-undo = Cofnij partię { $batch }

status-title = Katalog
status-unfinished = Indeks wyszukiwania jest właśnie zapisywany albo zapis przerwano; napisz „catalogue audit”.
duplicates-title =
    { $count ->
        [0] Żadne dwa artykuły nie wyglądają tak samo
        [one] { $count } para artykułów wygląda tak samo
        [few] { $count } pary artykułów wyglądają tak samo
        [many] { $count } par artykułów wygląda tak samo
       *[other] { $count } pary artykułów wygląda tak samo
    }
audit-ok =
    { $count ->
        [one] Jedyne zdjęcie daje się znaleźć po własnym wektorze
        [few] Wszystkie { $count } zdjęcia dają się znaleźć po własnym wektorze
        [many] Wszystkie { $count } zdjęć daje się znaleźć po własnym wektorze
       *[other] Wszystkie { $count } zdjęcia daje się znaleźć po własnym wektorze
    }
audit-wrong =
    { $count ->
        [one] { $count } zdjęcia nie da się znaleźć po własnym wektorze
        [few] { $count } zdjęć nie da się znaleźć po własnym wektorze
       *[other] { $count } zdjęć nie da się znaleźć po własnym wektorze
    }
audit-repaired =
    { $count ->
        [one] Naprawiono { $count } zdjęcie; brak plików: { $lost }
        [few] Naprawiono { $count } zdjęcia; brak plików: { $lost }
        [many] Naprawiono { $count } zdjęć; brak plików: { $lost }
       *[other] Naprawiono { $count } zdjęcia; brak plików: { $lost }
    }
audit-repair = Napraw
export-items =
    { $count ->
        [one] { $count } artykuł
        [few] { $count } artykuły
        [many] { $count } artykułów
       *[other] { $count } artykułu
    }
export-pictures =
    { $count ->
        [one] { $count } zdjęcie
        [few] { $count } zdjęcia
        [many] { $count } zdjęć
       *[other] { $count } zdjęcia
    }
export-until = Link działa do { $when }.
export-download = Pobierz
