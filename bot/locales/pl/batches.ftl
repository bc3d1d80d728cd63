# Co zmieniłaby partia i co się z nią stało, po polsku.

batch-title = Partia { $batch } zmieniłaby to
batch-no-news = Katalog ma już to wszystko; nic by się nie zmieniło.
batch-refused = Partia { $batch } została odrzucona; nic się nie zmieniło
batch-refused-rows =
    { $count ->
        [one] Odrzucono { $count } wiersz. Popraw go i wyślij cały plik jeszcze raz.
        [few] Odrzucono { $count } wiersze. Popraw je i wyślij cały plik jeszcze raz.
        [many] Odrzucono { $count } wierszy. Popraw je i wyślij cały plik jeszcze raz.
       *[other] Odrzucono { $count } wiersza. Popraw je i wyślij cały plik jeszcze raz.
    }
batch-refused-summary = Partia { $batch } została odrzucona; nic się nie zmieniło.
batch-summary = Partia { $batch }: nowe: { $new }, zmienione: { $changed }, wycofane lub usunięte: { $gone }. Wprowadzić?
batch-mode =
    { $mode ->
        [replace] zastępuje cały katalog
        [stock] tylko stan
        [delete] usuwa, co wymienia
       *[upsert] {""}
    }
batch-changes = Zmiany
batch-deletes = Do usunięcia
batch-lookalikes = Pewnie duplikaty
batch-notes = Uwagi
batch-apply = Wprowadź
batch-discard = Odrzuć
batch-undo = Cofnij
batch-report = Lista
batch-by = { $name }
batch-state =
    { $state ->
        [staged] Partia { $batch } czeka na decyzję
        [applying] Partia { $batch } jest wprowadzana
        [applied] Partia { $batch } jest wprowadzona
        [undone] Partia { $batch } jest cofnięta
        [discarded] Partia { $batch } jest odrzucona
       *[failed] Partia { $batch } nie została wprowadzona
    }
batch-undone-what = Cofnięto: { $what }.
batch-in-work = Partia { $batch } jest już w pracy; jej karta pokazuje, jak daleko.
batch-not-waiting =
    { $state ->
        [applied] Partia { $batch } jest już wprowadzona; nic nie zrobiono ponownie.
        [discarded] Partia { $batch } została odrzucona; wyślij plik jeszcze raz.
        [undone] Partia { $batch } została cofnięta; wyślij plik jeszcze raz.
        [applying] Partia { $batch } jest już wprowadzana.
       *[failed] Partii { $batch } nie da się wprowadzić; wyślij plik jeszcze raz.
    }
batch-not-undoable =
    { $state ->
        [undone] Partia { $batch } jest już cofnięta; nic nie zrobiono ponownie.
        [applied] Partia { $batch } jest zbyt dawna: cofnąć można tylko dziesięć ostatnich.
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
count-nothing = nic nowego

progress-upload = Czytam, co przyszło
progress-apply = Wprowadzam partię { $batch }
progress-undo = Cofam partię { $batch }
progress-audit = Szukam każdego zdjęcia
progress-repair = Naprawiam
progress-duplicates = Porównuję wszystkie artykuły
progress-export = Zapisuję plik
progress-stage =
    { $stage ->
        [check] Sprawdzam wiersze i zdjęcia
        [embed] Oglądam zdjęcia
        [store] Odkładam zdjęcia
        [write] Zapisuję
        [audit] Szukam tego, co zapisane
        [compare] Porównuję
        [export] Pakuję
       *[waiting] Chwileczkę
    }
progress-count = { $doing }: { $done } z { $total }
work-failed = Partii { $batch } nie udało się dokończyć; napisz „catalogue history”, żeby zobaczyć, co z nią.
