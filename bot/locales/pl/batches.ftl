# Batches: what one would change, its progress and its result, in Polish.

batch-title = Partia { $batch } wprowadziłaby te zmiany
batch-no-news = Wszystko to jest już w katalogu. Nic by się nie zmieniło.
batch-refused = Partia { $batch } została odrzucona i nic się nie zmieniło
batch-refused-rows =
    { $count ->
        [one] Odrzucono { $count } wiersz. Popraw go i wyślij cały plik jeszcze raz.
        [few] Odrzucono { $count } wiersze. Popraw je i wyślij cały plik jeszcze raz.
        [many] Odrzucono { $count } wierszy. Popraw je i wyślij cały plik jeszcze raz.
       *[other] Odrzucono { $count } wiersza. Popraw je i wyślij cały plik jeszcze raz.
    }
batch-rest-rows =
    { $count ->
        [one] Odrzucono { $count } wiersz. Pozostałe możesz wprowadzić teraz. Popraw odrzucony wiersz w jego pliku i wyślij potem ten plik.
        [few] Odrzucono { $count } wiersze: te z błędem i pozostałe tych samych artykułów. Resztę możesz wprowadzić teraz. Popraw odrzucone w ich pliku i wyślij potem ten plik.
       *[other] Odrzucono { $count } wierszy: te z błędem i pozostałe tych samych artykułów. Resztę możesz wprowadzić teraz. Popraw odrzucone w ich pliku i wyślij potem ten plik.
    }
batch-rest-nothing = To, co mówią pozostałe wiersze, jest już w katalogu.
batch-rest-changes = Pozostałe wiersze zmieniłyby
batch-apply-rest =
    { $count ->
        [one] Wprowadź pozostały wiersz
        [few] Wprowadź pozostałe { $count } wiersze
       *[other] Wprowadź pozostałe { $count } wierszy
    }
batch-refused-file = Odrzucone wiersze
columns-ask = Powiedz mi, co znaczą kolumny, a odczytam plik. Zapamiętam to dla plików z takimi samymi kolumnami.
columns-none = nie ma w tym pliku
columns-read = Odczytaj tak
columns-twice = Wybierz każdą kolumnę tylko raz.
columns-answered = Kolumny partii { $batch } są już znane. Aby je zmienić, wyślij plik jeszcze raz.
columns-send-again = Kolumny zapamiętane. Wyślij plik jeszcze raz.
columns-title = Zapamiętane kolumny
columns-nothing = Nie pamiętam żadnych kolumn.
columns-forget = Zapomnij
batch-refused-summary = Partia { $batch } została odrzucona i nic się nie zmieniło.
batch-summary = Partia { $batch }. Nowe: { $new }, zmienione: { $changed }, wycofane lub usunięte: { $gone }. Wprowadzić?
batch-mode =
    { $mode ->
        [replace] zastępuje cały katalog
        [stock] tylko stan
        [delete] usuwa to, co wymienia
       *[upsert] {""}
    }
batch-changes = Zmiany
batch-deletes = Do usunięcia
batch-lookalikes = Prawdopodobne duplikaty
batch-notes = Uwagi
batch-apply = Wprowadź
batch-discard = Odrzuć
batch-undo = Cofnij
batch-report = Pełna lista
batch-by = { $name }
batch-state =
    { $state ->
        [staged] Partia { $batch } jest gotowa do wprowadzenia
        [applying] Partia { $batch } jest wprowadzana
        [applied] Partia { $batch } została wprowadzona
        [undone] Partia { $batch } została cofnięta
        [discarded] Partia { $batch } została odrzucona
       *[failed] Partia { $batch } nie została wprowadzona
    }
batch-undone-what = Cofnięto: { $what }.
batch-in-work = Partia { $batch } jest już w toku. Jej karta pokazuje postęp.
batch-not-waiting =
    { $state ->
        [applied] Partia { $batch } została już wprowadzona. Nic więcej nie zmieniono.
        [discarded] Partia { $batch } została odrzucona. Wyślij plik jeszcze raz.
        [undone] Partia { $batch } została cofnięta. Wyślij plik jeszcze raz.
        [applying] Partia { $batch } jest już wprowadzana.
       *[failed] Partii { $batch } nie da się wprowadzić. Wyślij plik jeszcze raz.
    }
batch-not-undoable =
    { $state ->
        [undone] Partia { $batch } została już cofnięta. Nic więcej nie zmieniono.
        [applied] Partia { $batch } jest za stara. Cofnąć można tylko dziesięć ostatnich.
       *[staged] Partia { $batch } nie została wprowadzona, więc nie ma czego cofać.
    }

looks-like = podobne w { $percent }%:
looks-like-within = też nowe w tej partii

count-new =
    { $count ->
        [one] { $count } nowy
        [few] { $count } nowe
       *[other] { $count } nowych
    }
count-changed =
    { $count ->
        [one] { $count } zmieniony
        [few] { $count } zmienione
       *[other] { $count } zmienionych
    }
count-retired =
    { $count ->
        [one] { $count } wycofany
        [few] { $count } wycofane
       *[other] { $count } wycofanych
    }
count-deleted =
    { $count ->
        [one] { $count } usunięty
        [few] { $count } usunięte
       *[other] { $count } usuniętych
    }
count-refused =
    { $count ->
        [one] { $count } wiersz odrzucony
        [few] { $count } wiersze odrzucone
       *[other] { $count } wierszy odrzuconych
    }
count-left-out =
    { $count ->
        [one] { $count } wiersz pominięty
        [few] { $count } wiersze pominięte
       *[other] { $count } wierszy pominiętych
    }
count-nothing = bez zmian

progress-upload = Odczytywanie plików
progress-apply = Wprowadzanie partii { $batch }
progress-undo = Cofanie partii { $batch }
progress-audit = Sprawdzanie wszystkich zdjęć
progress-repair = Naprawianie
progress-duplicates = Porównywanie wszystkich artykułów
progress-export = Tworzenie pliku
progress-stage =
    { $stage ->
        [check] Sprawdzanie wierszy i zdjęć
        [embed] Analiza zdjęć
        [store] Zapisywanie zdjęć
        [write] Zapisywanie
        [audit] Sprawdzanie zapisu
        [compare] Porównywanie
        [export] Pakowanie
       *[waiting] Chwileczkę
    }
progress-count = { $doing }: { $done } z { $total }
work-failed = Nie udało się dokończyć partii { $batch }. Żeby zobaczyć jej stan, napisz „catalogue history”.
