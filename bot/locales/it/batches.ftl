# Che cosa cambierebbe una fornitura e che ne è stato, in italiano.

batch-title = La fornitura { $batch } cambierebbe questo
batch-no-news = Il catalogo contiene già tutto questo; non cambierebbe niente.
batch-refused = La fornitura { $batch } è stata rifiutata; non è cambiato niente
batch-refused-rows =
    { $count ->
        [one] { $count } riga è stata rifiutata. Correggila e rimanda il file intero.
       *[other] { $count } righe sono state rifiutate. Correggile e rimanda il file intero.
    }
batch-refused-summary = La fornitura { $batch } è stata rifiutata; non è cambiato niente.
batch-summary = Fornitura { $batch }: nuovi: { $new }, cambiati: { $changed }, ritirati o eliminati: { $gone }. Applicare?
batch-mode =
    { $mode ->
        [replace] sostituisce tutto il catalogo
        [stock] solo giacenza
        [delete] elimina ciò che nomina
       *[upsert] {""}
    }
batch-changes = Cambiamenti
batch-deletes = Da eliminare
batch-lookalikes = Probabili doppioni
batch-notes = Note
batch-apply = Applica
batch-discard = Scarta
batch-undo = Annulla
batch-report = Lista intera
batch-by = da { $name }
batch-state =
    { $state ->
        [staged] La fornitura { $batch } aspetta la tua parola
        [applying] La fornitura { $batch } è in corso di applicazione
        [applied] La fornitura { $batch } è applicata
        [undone] La fornitura { $batch } è annullata
        [discarded] La fornitura { $batch } è scartata
       *[failed] La fornitura { $batch } non è stata applicata
    }
batch-undone-what = Ripristinato: { $what }.
batch-in-work = La fornitura { $batch } è già in lavorazione; la sua scheda mostra a che punto è.
batch-not-waiting =
    { $state ->
        [applied] La fornitura { $batch } è già applicata; non si è rifatto niente.
        [discarded] La fornitura { $batch } è stata scartata; rimanda il file.
        [undone] La fornitura { $batch } è stata annullata; rimanda il file.
        [applying] La fornitura { $batch } è già in corso di applicazione.
       *[failed] La fornitura { $batch } non si può applicare; rimanda il file.
    }
batch-not-undoable =
    { $state ->
        [undone] La fornitura { $batch } è già annullata; non si è rifatto niente.
        [applied] La fornitura { $batch } è troppo vecchia: si possono annullare solo le ultime dieci.
       *[staged] La fornitura { $batch } non è stata applicata, quindi non c’è niente da annullare.
    }

looks-like = simile al { $percent }%:
looks-like-within = nuovo anche lui in questa fornitura

count-new =
    { $count ->
        [one] { $count } nuovo
       *[other] { $count } nuovi
    }
count-changed =
    { $count ->
        [one] { $count } cambiato
       *[other] { $count } cambiati
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
count-nothing = niente di nuovo

progress-upload = Leggo quello che hai mandato
progress-apply = Applico la fornitura { $batch }
progress-undo = Annullo la fornitura { $batch }
progress-audit = Cerco ogni immagine
progress-repair = Sistemo
progress-duplicates = Confronto tutti gli articoli
progress-export = Scrivo il file
progress-stage =
    { $stage ->
        [check] Controllo righe e immagini
        [embed] Guardo le immagini
        [store] Conservo le immagini
        [write] Scrivo
        [audit] Cerco quello che è stato scritto
        [compare] Confronto
        [export] Impacchetto
       *[waiting] Un momento
    }
progress-count = { $doing }: { $done } di { $total }
work-failed = La fornitura { $batch } non si è potuta finire; scrivi «catalogue history» per vedere a che punto è.
