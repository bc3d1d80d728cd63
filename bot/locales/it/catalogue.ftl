# Managing the catalogue in the chat, for admins, in Italian.

help-catalogue-title = Gestire il catalogo
help-catalogue = Allega un file CSV, XLSX o ZIP e scrivi «catalogue upload». Aggiungi replace, stock o delete se è quello che vuoi. Puoi scrivere anche: catalogue status, feeds, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = Puoi scrivere: catalogue upload (con un file CSV, XLSX o ZIP allegato), status, feeds, history, item X, undo, undo N, places, duplicates, audit, columns, export, export zip.
catalogue-forbidden = Solo un admin può vedere e modificare tutto il catalogo. Chiedi a chi gestisce questo bot di renderti admin.
catalogue-personal-only = Il catalogo si gestisce solo nella nostra chat personale. Scrivimi lì.
catalogue-busy = Ci sono troppe attività in corso sul catalogo. Invialo di nuovo fra un minuto.
catalogue-which-item = Quale articolo? Scrivi per esempio: catalogue item { $example }.
catalogue-no-file = Allega un file CSV, XLSX o ZIP a quel messaggio e invialo di nuovo.
catalogue-mode-unknown = Non conosco questo tipo di invio. Scrivi catalogue upload, oppure catalogue upload con replace, stock, stock all places o delete.
catalogue-too-many-files = Invia al massimo { $count } file in un messaggio, oppure un file ZIP.
catalogue-file = file { $number }
catalogue-nothing-to-undo = Non c’è nessun lotto da annullare.

fact-new = Articoli nuovi
fact-changed = Modificati
fact-unchanged = Invariati
fact-retired = Ritirati
fact-deleted = Eliminati
fact-missing = Non nel lotto
fact-items = Articoli
fact-skus = SKU
fact-pieces = Pezzi in giacenza
fact-pictures = Immagini
fact-vectors = Vettori
fact-not-indexed = Non nell’indice
fact-not-found = Non trovate dalla ricerca
fact-lost = File mancanti

field-item = Articolo
field-class = Classe
field-colour = Colore
field-brand = Marca
field-price = Prezzo
field-pictures = Immagini
field-description = Descrizione

history-title = Ultimi lotti
history-empty = Non ci sono ancora lotti.
history-hint = Puoi annullare i lotti con ↶. Scrivi catalogue undo e il numero.
history-undo = Annulla il lotto { $batch }

status-title = Catalogo
status-told-apart = In una foto si distinguono { $count } articoli su { $items }, al { $when }.
status-unfinished = L’indice di ricerca è in scrittura, oppure la scrittura è stata interrotta. Scrivi «catalogue audit».
duplicates-title =
    { $count ->
        [0] Nessun articolo sembra uguale a un altro
        [one] { $count } coppia di articoli sembra uguale
       *[other] { $count } coppie di articoli sembrano uguali
    }
audit-ok =
    { $count ->
        [one] La ricerca trova l’unica immagine
       *[other] La ricerca trova tutte le { $count } immagini
    }
audit-wrong =
    { $count ->
        [one] La ricerca non trova { $count } immagine
       *[other] La ricerca non trova { $count } immagini
    }
audit-repaired =
    { $count ->
        [one] { $count } immagine è stata riparata. File mancanti: { $lost }
       *[other] { $count } immagini sono state riparate. File mancanti: { $lost }
    }
audit-repair = Ripara
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
export-until = Il link vale fino al { $when }.
export-download = Scarica
