# Il catalogo tenuto nella chat, per gli admin, in italiano.

help-catalogue-title = Tenere il catalogo
help-catalogue = Allega un CSV, un XLSX o uno ZIP e scrivi «catalogue upload», seguito da replace, stock o delete se è quello che vuoi. Inoltre: catalogue status, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = Conosco: catalogue upload (con un CSV, un XLSX o uno ZIP allegato), status, history, item X, undo, undo N, duplicates, audit, export, export zip.
catalogue-forbidden = Solo un admin può vedere e cambiare il catalogo intero; chiedi a chi gestisce questo bot di aggiungerti.
catalogue-personal-only = Il catalogo si tiene nella chat personale con me; scrivimi lì.
catalogue-busy = C’è già troppo lavoro in corso sul catalogo; rimandalo fra un minuto.
catalogue-which-item = Quale articolo? Scrivi per esempio: catalogue item { $example }.
catalogue-no-file = Allega un CSV, un XLSX o uno ZIP a quel messaggio e rimandalo.
catalogue-mode-unknown = Non conosco questo tipo di invio; scrivi catalogue upload, oppure upload replace, stock o delete.
catalogue-too-many-files = Manda al massimo { $count } file in un messaggio, oppure uno ZIP.
catalogue-file = file { $number }
catalogue-nothing-to-undo = Non c’è nessuna fornitura che si possa annullare.

fact-new = Articoli nuovi
fact-changed = Cambiati
fact-unchanged = Invariati
fact-retired = Ritirati
fact-deleted = Eliminati
fact-missing = Non nella fornitura
fact-items = Articoli
fact-skus = SKU
fact-pieces = Pezzi in giacenza
fact-pictures = Immagini
fact-vectors = Vettori
fact-not-indexed = Non nell’indice
fact-not-found = Non trovate lì
fact-lost = File persi

field-item = Articolo
field-class = Classe
field-colour = Colore
field-brand = Marca
field-price = Prezzo
field-pictures = Immagini
field-description = Descrizione

history-title = Le ultime forniture
history-empty = Non è ancora arrivata nessuna fornitura.
history-hint = ↶ si può annullare: scrivi catalogue undo e il numero.
history-undo = Annulla fornitura { $batch }

status-title = Il catalogo
status-unfinished = L’indice di ricerca è in scrittura, o è rimasto a metà; scrivi «catalogue audit».
duplicates-title =
    { $count ->
        [0] Nessun articolo sembra uguale a un altro
        [one] { $count } coppia di articoli sembra uguale
       *[other] { $count } coppie di articoli sembrano uguali
    }
audit-ok =
    { $count ->
        [one] L’unica immagine si trova con il proprio vettore
       *[other] Tutte le { $count } immagini si trovano con il proprio vettore
    }
audit-wrong =
    { $count ->
        [one] { $count } immagine non si trova con il proprio vettore
       *[other] { $count } immagini non si trovano con il proprio vettore
    }
audit-repaired =
    { $count ->
        [one] { $count } immagine è stata sistemata; file persi: { $lost }
       *[other] { $count } immagini sono state sistemate; file persi: { $lost }
    }
audit-repair = Sistema
export-items =
    { $count ->
        [one] { $count } articolo
       *[other] { $count } articoli
    }
export-pictures =
    { $count ->
        [one] { $count } immagine
       *[other] { $count } immagini
    }
export-until = Il link vale fino a { $when }.
export-download = Scarica
