# Frasi del catalogo e della visione, in italiano. L’inglese sta nel codice, dove nascono.

## Foto

told-photo-empty = Il file è vuoto (0 byte): rifai la foto e mandala di nuovo.
told-photo-too-large = La foto ha { $megabytes } MB, più dei { $allowed } MB permessi: mandala più piccola.
told-photo-size = La foto ha { $width } × { $height } pixel, più dei { $allowed } megapixel permessi: mandala più piccola.
told-photo-pixels = La foto ha troppi pixel, più dei { $allowed } megapixel permessi: mandala più piccola.
told-photo-none = Questo file non è un’immagine: manda una foto JPEG, PNG, WebP o HEIC.
told-photo-damaged = La foto è rovinata o tagliata: rifalla e mandala di nuovo.
told-photo-too-slow = Questa foto ci mette troppo ad aprirsi: rifalla o mandala più piccola.
told-photo-harmful = Questa foto non si può aprire, è rovinata al punto da fermare il programma: rifalla.
told-photo-not-now = Al momento non si possono aprire foto: manda di nuovo questa tra un minuto.
told-photo-memory = Aprire questa foto richiede più memoria di quella permessa: mandala più piccola o come JPEG.
told-photo-frames = Questo file ha { $count } immagini, più delle { $allowed } permesse: manda una sola foto.
told-photo-not-kept = La foto non si è potuta conservare: i suoi pixel non si possono scrivere.
told-outline-damaged = Il contorno di questa foto è rovinato: manda di nuovo la foto.
told-kept-photo-damaged = La foto conservata è rovinata: mandala di nuovo.
told-picture-gone = Questa immagine non è più nel catalogo.

## Articoli

told-which-item = Quale SKU, articolo o codice a barre? Scrivi quello che c’è sull’etichetta.
told-no-item = Nel catalogo non c’è nessuno SKU, articolo o codice a barre { $asked }.
told-no-item-like = Nel catalogo non c’è nessuno SKU, articolo o codice a barre { $asked }; intendi { $near }?
told-no-intake = Il numero { $number } non aspetta più; scrivi «intakes» per vedere quelli che aspettano.

## Lavoro sulla giacenza

told-no-sku = Nel catalogo non c’è lo SKU { $sku }: controlla sull’etichetta.
told-no-reservation = Non c’è una prenotazione { $reservation }: scrivi «prenotazioni» per vederle.
told-no-work = Non c’è un lavoro sulla giacenza numero { $work }.
told-no-pieces = Scrivi un numero di pezzi, almeno uno.
told-count-negative = Si conta da zero in su.
told-stock-changed = Intanto la giacenza è cambiata: guarda di nuovo.
told-no-location = Non c’è il luogo { $name }; ci sono { $names }.
told-no-location-yet = Non c’è il luogo { $name }; non ce n’è ancora nessuno.
told-kept-elsewhere = { $sku } non è in { $place }; luoghi: { $where }.
told-kept-nowhere = { $sku } non è in { $place } né altrove.
told-too-few-free = { $sku } in { $place }, liberi: solo { $free }.
told-less-than-nothing = Di { $sku } in { $place } resterebbe meno di niente: non si è fatto niente.
told-reserved-more-than-left = Di { $sku } in { $place } è riservato più di quanto resterebbe: non si è fatto niente.
told-reservation-released = La prenotazione { $reservation } è già liberata.
told-reservation-holds =
    { $held ->
        [one] La prenotazione { $reservation } tiene { $held } pezzo, non { $wanted }.
       *[other] La prenotazione { $reservation } tiene { $held } pezzi, non { $wanted }.
    }
told-reservation-begun = Una parte della prenotazione { $reservation } è liberata: libera il resto.
told-same-place = { $location } è sia la partenza sia l’arrivo: indica un altro luogo.
told-work-taken-back = Il lavoro { $work } è già annullato; non si è rifatto niente.

## Dove sta tutto

told-busy = In questo momento si sta applicando un’altra fornitura; riprova quando è finita.
told-no-room = Non c’è più spazio sul disco; libera spazio e riprova.
told-database-silent = Il database non risponde; riprova, o guarda il suo log.
told-database-refused = Il database ha rifiutato la fornitura perché contraddittoria; non è cambiato niente.
told-home-closed = Non si può scrivere nella cartella del database.
told-index-silent = L’indice non risponde; riprova, o guarda il suo log.
told-index-held = Un altro programma sta aprendo l’indice e non finisce; fermalo, o riprova.
told-index-incomplete = L’indice del modello { $model } non è ancora completo; aspetta hangtag audit --repair, o avvialo.
told-index-other-model = L’indice è del modello { $made_by }, non di { $model }; avvia hangtag audit --repair per ricostruirlo.
told-pictures-silent = L’archivio delle immagini non risponde; controlla la sua cartella o il suo URL.
told-unfindable = Immagini che non si trovano nemmeno nell’indice ricostruito: { $count }; guarda il log.
told-files-gone = Mancano file di immagini ({ $items }); importa di nuovo questi articoli con le loro immagini.
told-items = { $items }
told-and-more = { $items } e altri { $more }
