# Was eine Lieferung ändern würde und was aus ihr wurde, auf Deutsch.

batch-title = Lieferung { $batch } würde das ändern
batch-no-news = Der Katalog enthält das alles schon; es würde sich nichts ändern.
batch-refused = Lieferung { $batch } wurde abgelehnt; es wurde nichts geändert
batch-refused-rows =
    { $count ->
        [one] { $count } Zeile wurde abgelehnt. Berichtige sie und schick die ganze Datei noch einmal.
       *[other] { $count } Zeilen wurden abgelehnt. Berichtige sie und schick die ganze Datei noch einmal.
    }
batch-refused-summary = Lieferung { $batch } wurde abgelehnt; es wurde nichts geändert.
batch-summary = Lieferung { $batch }: { $new } neu, { $changed } geändert, { $gone } ausgemustert oder gelöscht. Buchen?
batch-mode =
    { $mode ->
        [replace] ersetzt den ganzen Katalog
        [stock] nur Bestand
        [delete] löscht, was sie nennt
       *[upsert] {""}
    }
batch-changes = Änderungen
batch-deletes = Wird gelöscht
batch-lookalikes = Wohl doppelt
batch-notes = Hinweise
batch-apply = Buchen
batch-discard = Verwerfen
batch-undo = Rückgängig
batch-report = Liste
batch-by = von { $name }
batch-state =
    { $state ->
        [staged] Lieferung { $batch } wartet auf dein Wort
        [applying] Lieferung { $batch } wird gebucht
        [applied] Lieferung { $batch } ist gebucht
        [undone] Lieferung { $batch } ist rückgängig gemacht
        [discarded] Lieferung { $batch } ist verworfen
       *[failed] Lieferung { $batch } wurde nicht gebucht
    }
batch-undone-what = Zurückgenommen: { $what }.
batch-in-work = An Lieferung { $batch } wird schon gearbeitet; ihre Karte zeigt, wie weit es ist.
batch-not-waiting =
    { $state ->
        [applied] Lieferung { $batch } ist schon gebucht; es wurde nichts noch einmal getan.
        [discarded] Lieferung { $batch } wurde verworfen; schick die Datei noch einmal.
        [undone] Lieferung { $batch } wurde rückgängig gemacht; schick die Datei noch einmal.
        [applying] Lieferung { $batch } wird schon gebucht.
       *[failed] Lieferung { $batch } kann nicht gebucht werden; schick die Datei noch einmal.
    }
batch-not-undoable =
    { $state ->
        [undone] Lieferung { $batch } ist schon rückgängig gemacht; es wurde nichts noch einmal getan.
        [applied] Lieferung { $batch } ist zu lange her: nur die letzten zehn lassen sich rückgängig machen.
       *[staged] Lieferung { $batch } wurde nicht gebucht, also gibt es nichts rückgängig zu machen.
    }

looks-like = zu { $percent } % gleich:
looks-like-within = auch neu in dieser Lieferung

count-new = { $count } neu
count-changed = { $count } geändert
count-retired = { $count } ausgemustert
count-deleted = { $count } gelöscht
count-refused =
    { $count ->
        [one] { $count } Zeile abgelehnt
       *[other] { $count } Zeilen abgelehnt
    }
count-nothing = nichts Neues

progress-upload = Ich lese, was du geschickt hast
progress-apply = Lieferung { $batch } wird gebucht
progress-undo = Lieferung { $batch } wird rückgängig gemacht
progress-audit = Ich suche jedes Bild
progress-repair = Ich bringe es in Ordnung
progress-duplicates = Ich vergleiche alle Artikel
progress-export = Ich schreibe die Datei
progress-stage =
    { $stage ->
        [check] Zeilen und Bilder werden geprüft
        [embed] Bilder werden angesehen
        [store] Bilder werden abgelegt
        [write] Es wird geschrieben
        [audit] Das Geschriebene wird gesucht
        [compare] Es wird verglichen
        [export] Es wird gepackt
       *[waiting] Einen Moment
    }
progress-count = { $doing }: { $done } von { $total }
work-failed = Lieferung { $batch } konnte nicht zu Ende gebracht werden; schreib „catalogue history“, um zu sehen, wie sie steht.
