# Managing the catalogue in the chat, for admins, in Polish.

help-catalogue-title = Zarządzanie katalogiem
help-catalogue = Dołącz plik CSV, XLSX albo ZIP i napisz „catalogue upload”. Dopisz replace, stock albo delete, jeśli tego chcesz. Możesz też napisać: catalogue status, feeds, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = Możesz napisać: catalogue upload (z załączonym plikiem CSV, XLSX albo ZIP), status, feeds, history, item X, undo, undo N, places, duplicates, audit, columns, export, export zip.
catalogue-forbidden = Tylko admin może zobaczyć i zmienić cały katalog. Poproś osobę prowadzącą tego bota o rolę admina.
catalogue-personal-only = Katalogiem można zarządzać tylko w naszym czacie osobistym. Napisz do mnie tam.
catalogue-busy = W katalogu trwa już zbyt wiele zadań. Wyślij jeszcze raz za minutę.
catalogue-which-item = Który artykuł? Napisz na przykład: catalogue item { $example }.
catalogue-no-file = Dołącz do tej wiadomości plik CSV, XLSX albo ZIP i wyślij ją jeszcze raz.
catalogue-mode-unknown = Nie znam takiego rodzaju przesyłania. Napisz catalogue upload albo catalogue upload z replace, stock, stock all places lub delete.
catalogue-too-many-files =
    { $count ->
        [one] Wyślij najwyżej { $count } plik w jednej wiadomości albo plik ZIP.
        [few] Wyślij najwyżej { $count } pliki w jednej wiadomości albo plik ZIP.
        [many] Wyślij najwyżej { $count } plików w jednej wiadomości albo plik ZIP.
       *[other] Wyślij najwyżej { $count } pliku w jednej wiadomości albo plik ZIP.
    }
catalogue-file = plik { $number }
catalogue-nothing-to-undo = Nie ma partii do cofnięcia.

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
fact-not-found = Nieznalezione przez wyszukiwanie
fact-lost = Brakujące pliki

field-item = Artykuł
field-class = Klasa
field-colour = Kolor
field-brand = Marka
field-price = Cena
field-pictures = Zdjęcia
field-description = Opis

history-title = Ostatnie partie
history-empty = Nie ma jeszcze partii.
history-hint = Partie z ↶ możesz cofnąć. Napisz catalogue undo i numer.
history-undo = Cofnij partię { $batch }

status-title = Katalog
status-told-apart = Na zdjęciach da się odróżnić { $count } z { $items } artykułów, stan na { $when }.
status-unfinished = Indeks wyszukiwania jest zapisywany albo zapis przerwano. Napisz „catalogue audit”.
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
        [one] Wyszukiwanie znajduje jedyne zdjęcie
        [few] Wyszukiwanie znajduje wszystkie { $count } zdjęcia
        [many] Wyszukiwanie znajduje wszystkie { $count } zdjęć
       *[other] Wyszukiwanie znajduje wszystkie { $count } zdjęcia
    }
audit-wrong =
    { $count ->
        [one] Wyszukiwanie nie znajduje { $count } zdjęcia
        [few] Wyszukiwanie nie znajduje { $count } zdjęć
       *[other] Wyszukiwanie nie znajduje { $count } zdjęć
    }
audit-repaired =
    { $count ->
        [one] Naprawiono { $count } zdjęcie. Brakujące pliki: { $lost }
        [few] Naprawiono { $count } zdjęcia. Brakujące pliki: { $lost }
        [many] Naprawiono { $count } zdjęć. Brakujące pliki: { $lost }
       *[other] Naprawiono { $count } zdjęcia. Brakujące pliki: { $lost }
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
