# Frasi del catalogo e della visione, in italiano. L’inglese sta nel codice, dove nascono.

## Foto

photo-empty = Il file è vuoto (0 byte): rifai la foto e mandala di nuovo.
photo-too-large = La foto ha { $megabytes } MB, più dei { $allowed } MB permessi: mandala più piccola.
photo-size = La foto ha { $width } × { $height } pixel, più dei { $allowed } megapixel permessi: mandala più piccola.
photo-pixels = La foto ha troppi pixel, più dei { $allowed } megapixel permessi: mandala più piccola.
photo-none = Questo file non è un’immagine: manda una foto JPEG, PNG, WebP o HEIC.
photo-damaged = La foto è rovinata o tagliata: rifalla e mandala di nuovo.
photo-too-slow = Questa foto ci mette troppo ad aprirsi: rifalla o mandala più piccola.
photo-harmful = Questa foto non si può aprire, è rovinata al punto da fermare il programma: rifalla.
photo-not-now = Al momento non si possono aprire foto: manda di nuovo questa tra un minuto.
photo-memory = Aprire questa foto richiede più memoria di quella permessa: mandala più piccola o come JPEG.
photo-frames = Questo file ha { $count } immagini, più delle { $allowed } permesse: manda una sola foto.
photo-not-kept = La foto non si è potuta conservare: i suoi pixel non si possono scrivere.
outline-damaged = Il contorno di questa foto è rovinato: manda di nuovo la foto.
kept-photo-damaged = La foto conservata è rovinata: mandala di nuovo.
picture-gone = Questa immagine non è più nel catalogo.

## Articoli

which-item = Quale SKU, articolo o codice a barre? Scrivi quello che c’è sull’etichetta.
no-item = Nel catalogo non c’è nessuno SKU, articolo o codice a barre { $asked }.
no-item-like = Nel catalogo non c’è nessuno SKU, articolo o codice a barre { $asked }; intendi { $near }?
no-intake = Il numero { $number } non aspetta più; scrivi «intakes» per vedere quelli che aspettano.

## Lavoro sulla giacenza

no-sku = Nel catalogo non c’è lo SKU { $sku }: controlla sull’etichetta.
no-reservation = Non c’è una prenotazione { $reservation }: scrivi «prenotazioni» per vederle.
no-work = Non c’è un lavoro sulla giacenza numero { $work }.
no-pieces = Scrivi un numero di pezzi, almeno uno.
count-negative = Si conta da zero in su.
stock-changed = Intanto la giacenza è cambiata: guarda di nuovo.
no-location = Non c’è il luogo { $name }; ci sono { $names }.
no-location-yet = Non c’è il luogo { $name }; non ce n’è ancora nessuno.
kept-elsewhere = { $sku } non è in { $place }; luoghi: { $where }.
kept-nowhere = { $sku } non è in { $place } né altrove.
too-few-free = { $sku } in { $place }, liberi: solo { $free }.
less-than-nothing = Di { $sku } in { $place } resterebbe meno di niente: non si è fatto niente.
reserved-more-than-left = Di { $sku } in { $place } è riservato più di quanto resterebbe: non si è fatto niente.
reservation-released = La prenotazione { $reservation } è già liberata.
reservation-holds =
    { $held ->
        [one] La prenotazione { $reservation } tiene { $held } pezzo, non { $wanted }.
       *[other] La prenotazione { $reservation } tiene { $held } pezzi, non { $wanted }.
    }
reservation-begun = Una parte della prenotazione { $reservation } è liberata: libera il resto.
same-place = { $location } è sia la partenza sia l’arrivo: indica un altro luogo.
work-taken-back = Il lavoro { $work } è già annullato; non si è rifatto niente.

## Dove sta tutto

batch-busy = In questo momento si sta applicando un’altra fornitura; riprova quando è finita.
no-room = Non c’è più spazio sul disco; libera spazio e riprova.
database-silent = Il database non risponde; riprova, o guarda il suo log.
database-refused = Il database ha rifiutato la fornitura perché contraddittoria; non è cambiato niente.
home-closed = Non si può scrivere nella cartella del database.
index-silent = L’indice non risponde; riprova, o guarda il suo log.
index-held = Un altro programma sta aprendo l’indice e non finisce; fermalo, o riprova.
index-incomplete = L’indice del modello { $model } non è ancora completo; aspetta hangtag audit --repair, o avvialo.
index-other-model = L’indice è del modello { $made_by }, non di { $model }; avvia hangtag audit --repair per ricostruirlo.
pictures-silent = L’archivio delle immagini non risponde; controlla la sua cartella o il suo URL.
unfindable = Immagini che non si trovano nemmeno nell’indice ricostruito: { $count }; guarda il log.
files-gone = Mancano file di immagini ({ $items }); importa di nuovo questi articoli con le loro immagini.
items = { $items }
items-more = { $items } e altri { $more }
photo-kind = Questo è un file { $kind }, che non posso aprire: manda una foto JPEG, PNG, WebP, HEIC o AVIF.
photo-video = Questo è un video ({ $kind }): manda invece una foto.
