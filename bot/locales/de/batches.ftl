# Batches: what one would change, its progress and its result, in German.

batch-title = Import { $batch } würde das ändern
batch-no-news = Das steht alles schon im Katalog. Es würde sich nichts ändern.
batch-refused = Import { $batch } wurde abgelehnt, und nichts wurde geändert
batch-refused-rows =
    { $count ->
        [one] { $count } Zeile wurde abgelehnt. Korrigiere sie, und schick die ganze Datei noch einmal.
       *[other] { $count } Zeilen wurden abgelehnt. Korrigiere sie, und schick die ganze Datei noch einmal.
    }
batch-rest-rows =
    { $count ->
        [one] { $count } Zeile wurde abgelehnt. Die anderen kannst du jetzt übernehmen. Korrigiere die abgelehnte Zeile in ihrer Datei, und schick diese danach.
       *[other] { $count } Zeilen wurden abgelehnt: die mit einem Fehler und die übrigen derselben Artikel. Die anderen kannst du jetzt übernehmen. Korrigiere die abgelehnten in ihrer Datei, und schick diese danach.
    }
batch-rest-nothing = Was die anderen Zeilen sagen, steht schon im Katalog.
batch-rest-changes = Die anderen Zeilen würden ändern
batch-apply-rest =
    { $count ->
        [one] Die andere Zeile übernehmen
       *[other] Die anderen { $count } Zeilen übernehmen
    }
batch-refused-file = Abgelehnte Zeilen
columns-ask = Sag mir, was die Spalten bedeuten, dann lese ich die Datei. Ich merke es mir für Dateien mit denselben Spalten.
columns-none = nicht in dieser Datei
columns-read = So lesen
columns-twice = Wähl jede Spalte nur einmal.
columns-answered = Die Spalten von Import { $batch } sind schon bekannt. Um sie zu ändern, schick die Datei noch einmal.
columns-send-again = Die Spalten habe ich mir gemerkt. Schick die Datei noch einmal.
columns-title = Gemerkte Spalten
columns-nothing = Ich habe mir keine Spalten gemerkt.
columns-forget = Vergessen
batch-refused-summary = Import { $batch } wurde abgelehnt, und nichts wurde geändert.
batch-summary = Import { $batch }: { $new } neu, { $changed } geändert, { $gone } ausgemustert oder gelöscht. Übernehmen?
batch-mode =
    { $mode ->
        [replace] ersetzt den ganzen Katalog
        [stock] nur Bestand
        [delete] löscht, was er auflistet
       *[upsert] {""}
    }
batch-changes = Änderungen
batch-deletes = Wird gelöscht
batch-lookalikes = Wahrscheinlich doppelt
batch-notes = Hinweise
batch-apply = Übernehmen
batch-discard = Verwerfen
batch-undo = Rückgängig
batch-report = Liste
batch-by = von { $name }
batch-state =
    { $state ->
        [staged] Import { $batch } kann übernommen werden
        [applying] Import { $batch } wird übernommen
        [applied] Import { $batch } wurde übernommen
        [undone] Import { $batch } wurde rückgängig gemacht
        [discarded] Import { $batch } wurde verworfen
       *[failed] Import { $batch } wurde nicht übernommen
    }
batch-undone-what = Rückgängig gemacht: { $what }.
batch-in-work = Import { $batch } läuft schon. Seine Karte zeigt, wie weit er ist.
batch-not-waiting =
    { $state ->
        [applied] Import { $batch } wurde schon übernommen. Es wurde nichts weiter geändert.
        [discarded] Import { $batch } wurde verworfen. Schick die Datei noch einmal.
        [undone] Import { $batch } wurde rückgängig gemacht. Schick die Datei noch einmal.
        [applying] Import { $batch } wird schon übernommen.
       *[failed] Import { $batch } kann nicht übernommen werden. Schick die Datei noch einmal.
    }
batch-not-undoable =
    { $state ->
        [undone] Import { $batch } wurde schon rückgängig gemacht. Es wurde nichts weiter geändert.
        [applied] Import { $batch } ist zu alt. Nur die letzten zehn Importe lassen sich rückgängig machen.
       *[staged] Import { $batch } wurde nicht übernommen. Es gibt also nichts rückgängig zu machen.
    }

looks-like = { $percent } % ähnlich:
looks-like-within = auch neu in diesem Import

count-new = { $count } neu
count-changed = { $count } geändert
count-retired = { $count } ausgemustert
count-deleted = { $count } gelöscht
count-refused =
    { $count ->
        [one] { $count } Zeile abgelehnt
       *[other] { $count } Zeilen abgelehnt
    }
count-left-out =
    { $count ->
        [one] { $count } Zeile ausgelassen
       *[other] { $count } Zeilen ausgelassen
    }
count-nothing = keine Änderungen

progress-upload = Deine Dateien werden gelesen
progress-apply = Import { $batch } wird übernommen
progress-undo = Import { $batch } wird rückgängig gemacht
progress-audit = Alle Bilder werden geprüft
progress-repair = Wird repariert
progress-duplicates = Alle Artikel werden verglichen
progress-export = Die Datei wird erstellt
progress-stage =
    { $stage ->
        [check] Zeilen und Bilder werden geprüft
        [embed] Bilder werden analysiert
        [store] Bilder werden gespeichert
        [write] Wird geschrieben
        [audit] Das Geschriebene wird geprüft
        [compare] Wird verglichen
        [export] Wird gepackt
       *[waiting] Einen Moment
    }
progress-count = { $doing }: { $done } von { $total }
work-failed = Import { $batch } konnte nicht abgeschlossen werden. Um seinen Stand zu sehen, schreib „catalogue history“.
