# Faults of photos, items, stock orders and storage, in Italian. The English is in catalogue/messages/en.ftl and in vision's errors.

## Photos

photo-empty = Il file è vuoto (0 byte). Rifai la foto e inviala di nuovo.
photo-too-large = La foto ha { $megabytes } MB, il massimo è { $allowed } MB. Inviala più piccola.
photo-size = La foto ha { $width } × { $height } pixel, il massimo è { $allowed } megapixel. Inviala più piccola.
photo-pixels = La foto ha troppi pixel, il massimo è { $allowed } megapixel. Inviala più piccola.
photo-none = Questo file non è un’immagine. Invia una foto JPEG, PNG, WebP o HEIC.
photo-damaged = La foto è danneggiata o incompleta. Rifalla e inviala di nuovo.
photo-too-slow = Questa foto impiega troppo ad aprirsi. Rifalla o inviala più piccola.
photo-harmful = Questa foto è danneggiata e non si può aprire. Rifalla.
photo-not-now = Al momento non si possono aprire foto. Invia di nuovo questa fra un minuto.
photo-memory = Questa foto richiede più memoria di quella permessa. Inviala più piccola o come JPEG.
photo-frames = Questo file ha { $count } immagini, il massimo è { $allowed }. Invia una sola foto.
photo-not-kept = Non è stato possibile salvare la foto.
outline-damaged = Il contorno di questa foto è danneggiato. Invia di nuovo la foto.
kept-photo-damaged = La foto salvata è danneggiata. Inviala di nuovo.
picture-gone = Questa immagine non è più nel catalogo.

## Items

which-item = Quale SKU, articolo o codice a barre? Scrivi quello che c’è sull’etichetta.
no-item = Nel catalogo non c’è nessuno SKU, articolo o codice a barre { $asked }.
no-item-like = Nel catalogo non c’è nessuno SKU, articolo o codice a barre { $asked }. Intendi { $near }?
no-intake = Il numero { $number } non è più in attesa. Scrivi «intakes» per vedere quelli in attesa.

## Stock orders

no-sku = Nel catalogo non c’è lo SKU { $sku }. Controlla sull’etichetta.
no-reservation = Non c’è una prenotazione { $reservation }. Scrivi «prenotazioni» per vederle tutte.
no-work = Non c’è una modifica di giacenza { $work }.
no-pieces = Indica un numero di pezzi, almeno uno.
count-negative = Un conteggio è zero o più.
stock-changed = Nel frattempo la giacenza è cambiata. Controllala di nuovo.
no-location = Non c’è l’ubicazione { $name }. Ci sono { $names }.
no-location-yet = Non c’è l’ubicazione { $name }. Non ce n’è ancora nessuna.
kept-elsewhere = { $sku } non è in { $place }, ma qui: { $where }.
kept-nowhere = { $sku } non è in { $place } né altrove.
too-few-free = Di { $sku } in { $place } ce ne sono liberi solo { $free }.
reserved-for-others = { $place } ha { $on_hand } { $sku }, ma { $reserved } in prenotazione: se ne possono prelevare { $free }. Libera prima una prenotazione.
too-many-pieces = { $place } non può avere più di { $most } { $sku }. Controlla il numero.
stock-take-over = Questo inventario è finito. Iniziane un altro.
place-code-wrong = { $code } non può essere un codice: al massimo 32 lettere e cifre, con - . / o + in mezzo.
place-code-taken = { $code } è già l’ubicazione { $location }. Scegli un altro codice.
less-than-nothing = In { $place } non ci sono tanti { $sku }. Non è cambiato niente.
reserved-more-than-left = In { $place } ci sono più { $sku } riservati di quanti ne resterebbero. Non è cambiato niente.
reservation-released = La prenotazione { $reservation } è già stata liberata.
reservation-holds =
    { $held ->
        [one] La prenotazione { $reservation } è di { $held } pezzo, non di { $wanted }.
       *[other] La prenotazione { $reservation } è di { $held } pezzi, non di { $wanted }.
    }
reservation-begun = Una parte della prenotazione { $reservation } è già stata liberata. Libera il resto.
same-place = { $location } è sia la partenza sia l’arrivo. Indica un’altra ubicazione.
work-taken-back = La modifica di giacenza { $work } è già stata annullata. Non è cambiato altro.
order-repeated = Questo ordine è già stato eseguito, come modifica di giacenza { $work }. Non è cambiato altro.

## Storage

batch-busy = Si sta applicando un altro lotto. Riprova quando è finito.
no-room = Il disco è pieno. Libera spazio e riprova.
database-silent = Il database non risponde. Riprova, o guarda il suo log.
database-refused = Il database ha rifiutato il lotto perché contraddittorio. Non è cambiato niente.
home-closed = Non si può scrivere nella cartella del database.
index-silent = L’indice non risponde. Riprova, o guarda il suo log.
index-held = Un altro programma blocca l’indice. Fermalo, o riprova.
index-incomplete = L’indice del modello { $model } non è ancora completo. Aspetta hangtag audit --repair, o avvialo.
index-other-model = L’indice è del modello { $made_by }, non di { $model }. Avvia hangtag audit --repair per ricostruirlo.
pictures-silent = L’archivio delle immagini non risponde. Controlla la sua cartella o il suo URL.
unfindable = Immagini che non si trovano nemmeno nell’indice ricostruito: { $count }. Guarda il log.
files-gone = Mancano file di immagini ({ $items }). Importa di nuovo questi articoli con le loro immagini.
items = { $items }
items-more = { $items } e altri { $more }
photo-kind = Questo è un file { $kind }, che non posso aprire: manda una foto JPEG, PNG, WebP, HEIC o AVIF.
photo-video = Questo è un video ({ $kind }): manda invece una foto.
