# Batches: what one would change, its progress and its result, in Italian.

batch-title = Il lotto { $batch } farebbe queste modifiche
batch-no-news = Tutto questo è già nel catalogo. Non cambierebbe niente.
batch-refused = Il lotto { $batch } è stato rifiutato e non è cambiato niente
batch-refused-rows =
    { $count ->
        [one] { $count } riga è stata rifiutata. Correggila e invia di nuovo tutto il file.
       *[other] { $count } righe sono state rifiutate. Correggile e invia di nuovo tutto il file.
    }
batch-rest-rows =
    { $count ->
        [one] { $count } riga è stata rifiutata. Puoi applicare le altre adesso. Correggi la riga rifiutata nel suo file e poi invialo.
       *[other] { $count } righe sono state rifiutate: quelle con un errore e le altre degli stessi articoli. Puoi applicare le altre adesso. Correggi quelle rifiutate nel loro file e poi invialo.
    }
batch-rest-nothing = Quello che dicono le altre righe è già nel catalogo.
batch-rest-changes = Le altre righe cambierebbero
batch-apply-rest =
    { $count ->
        [one] Applica l’altra riga
       *[other] Applica le altre { $count } righe
    }
batch-refused-file = Righe rifiutate
columns-ask = Dimmi che cosa significano le colonne e leggerò il file. Lo ricorderò per i file con le stesse colonne.
columns-none = non in questo file
columns-read = Leggilo così
columns-twice = Scegli ogni colonna una sola volta.
columns-answered = Le colonne del lotto { $batch } sono già note. Per cambiarle, invia di nuovo il file.
columns-send-again = Ho memorizzato le colonne. Invia di nuovo il file.
columns-title = Colonne memorizzate
columns-nothing = Non ho memorizzato nessuna colonna.
columns-forget = Dimentica
batch-refused-summary = Il lotto { $batch } è stato rifiutato e non è cambiato niente.
batch-summary = Lotto { $batch }. Nuovi: { $new }, modificati: { $changed }, ritirati o eliminati: { $gone }. Applicare?
batch-mode =
    { $mode ->
        [replace] sostituisce tutto il catalogo
        [stock] solo giacenza
        [delete] elimina ciò che elenca
       *[upsert] {""}
    }
batch-changes = Modifiche
batch-deletes = Da eliminare
batch-lookalikes = Probabili doppioni
batch-notes = Note
batch-apply = Applica
batch-discard = Scarta
batch-undo = Annulla
batch-report = Lista
batch-by = da { $name }
batch-state =
    { $state ->
        [staged] Il lotto { $batch } è pronto da applicare
        [applying] Il lotto { $batch } è in corso di applicazione
        [applied] Il lotto { $batch } è stato applicato
        [undone] Il lotto { $batch } è stato annullato
        [discarded] Il lotto { $batch } è stato scartato
       *[failed] Il lotto { $batch } non è stato applicato
    }
batch-undone-what = Annullato: { $what }.
batch-in-work = Il lotto { $batch } è già in corso. La sua scheda mostra a che punto è.
batch-not-waiting =
    { $state ->
        [applied] Il lotto { $batch } è già stato applicato. Non è cambiato altro.
        [discarded] Il lotto { $batch } è stato scartato. Invia di nuovo il file.
        [undone] Il lotto { $batch } è stato annullato. Invia di nuovo il file.
        [applying] Il lotto { $batch } è già in corso di applicazione.
       *[failed] Il lotto { $batch } non si può applicare. Invia di nuovo il file.
    }
batch-not-undoable =
    { $state ->
        [undone] Il lotto { $batch } è già stato annullato. Non è cambiato altro.
        [applied] Il lotto { $batch } è troppo vecchio. Si possono annullare solo gli ultimi dieci.
       *[staged] Il lotto { $batch } non è stato applicato, quindi non c’è niente da annullare.
    }

looks-like = { $percent }% simile:
looks-like-within = nuovo anche in questo lotto

count-new =
    { $count ->
        [one] { $count } nuovo
       *[other] { $count } nuovi
    }
count-changed =
    { $count ->
        [one] { $count } modificato
       *[other] { $count } modificati
    }
count-retired =
    { $count ->
        [one] { $count } ritirato
       *[other] { $count } ritirati
    }
count-deleted =
    { $count ->
        [one] { $count } eliminato
       *[other] { $count } eliminati
    }
count-refused =
    { $count ->
        [one] { $count } riga rifiutata
       *[other] { $count } righe rifiutate
    }
count-left-out =
    { $count ->
        [one] { $count } riga lasciata fuori
       *[other] { $count } righe lasciate fuori
    }
count-nothing = nessuna modifica

progress-upload = Lettura dei tuoi file
progress-apply = Applicazione del lotto { $batch }
progress-undo = Annullamento del lotto { $batch }
progress-audit = Controllo di tutte le immagini
progress-repair = Riparazione
progress-duplicates = Confronto di tutti gli articoli
progress-export = Creazione del file
progress-stage =
    { $stage ->
        [check] Controllo di righe e immagini
        [embed] Analisi delle immagini
        [store] Salvataggio delle immagini
        [write] Scrittura
        [audit] Controllo di quanto scritto
        [compare] Confronto
        [export] Compressione
       *[waiting] Un momento
    }
progress-count = { $doing }: { $done } di { $total }
work-failed = Il lotto { $batch } non è stato completato. Per vedere a che punto è, scrivi «catalogue history».
