# Quello che dice il bot, in italiano.

verdict-in-catalogue = Molto probabilmente questo · { $percent }%
verdict-unsure = Non è sicuro, forse questo · { $percent }%
verdict-unsure-hint = Confronta con l’immagine, o manda un’altra foto: il capo intero, steso, con buona luce.
verdict-not-in-catalogue = Non è nel nostro catalogo
verdict-not-in-catalogue-hint = Quello che gli somiglia di più è un altro capo, per quanto ne so.
verdict-empty-catalogue = Il catalogo è vuoto: non c’è niente con cui confrontare.

cut-out =
    { $how ->
        [tiramisu] Scontornato dalla rete neurale
        [tiramisu-grabcut] Scontornato dalla rete neurale, contorno rifinito da GrabCut
        [grabcut] Scontornato da GrabCut, perché la rete neurale era incerta
        [hand] Scontornato a mano
       *[whole-photo] Confrontata la foto intera, perché non si è potuto scontornare alcun capo
    }
cut-out-sure = { $how } · sicuro al { $percent }%

look-alikes = Simili
look-alikes-show = Simili ({ $count })
alike = simile al { $percent }%
photo-number = Foto { $number } di { $count }
photos-title =
    { $count ->
        [one] { $count } foto
       *[other] { $count } foto
    }

size-one = Taglia unica
stock-in = { $count } disponibili
stock-low =
    { $count ->
        [one] ne resta { $count }
       *[other] ne restano { $count }
    }
stock-reserved-all =
    { $count ->
        [one] { $count }, riservato
       *[other] { $count }, tutti riservati
    }
stock-none = esaurito
stock-unknown = non contato
stock-location = { $location }: { $count }
stock-location-reserved =
    { $reserved ->
        [one] { $location }: { $count } (di cui { $reserved } riservato)
       *[other] { $location }: { $count } (di cui { $reserved } riservati)
    }
stock-as-of = Situazione del { $when }
stock-more-locations =
    { $count ->
        [one] e un altro luogo
       *[other] e altri { $count } luoghi
    }
stock-more-sizes =
    { $count ->
        [one] e un’altra taglia
       *[other] e altre { $count } taglie
    }
stock-no-variants = Di questo articolo non si conoscono né taglie né giacenza.
stock-barcode = Codice a barre { $barcode }
stock-refresh = ↻ Aggiorna
stock-refreshed = Aggiornato: { $when }
stock-gone = { $number } non è più nel catalogo.
stock-slow = La ricerca ha impiegato troppo; riprova.
show-stock = Vedi la giacenza

picture-of = Immagine del catalogo: { $title }

help-title = Che cosa so fare
help-photo-title = Manda la foto di un capo
help-photo = Rispondo con SKU, taglie, e quanti ce ne sono e dove. Vanno bene anche più foto insieme.
help-stock-title = Scrivi «stock» e uno SKU
help-stock = Per esempio: stock { $example }. Va bene anche un codice a barre o un numero d’articolo.
help-help-title = Scrivi «aiuto»
help-help = Per rivedere questo.
help-tips-show = Consigli per le foto
help-tip-flat = Stendi il capo o appendilo, con il davanti verso di te.
help-tip-whole = Inquadralo intero, e uno solo.
help-tip-light = Accendi la luce; evita ombre dure e flash.
help-mention = In un gruppo, menzionami: @Hangtag.
welcome-title = Ciao, sono Hangtag
welcome = Mandami la foto di un capo, ti do il suo SKU e la giacenza.
help-show = Aiuto

nothing-came = Non è arrivata nessuna foto. Se l’hai scelta dalla galleria, scattala qui con la fotocamera o allegala come file.
stock-which = Quale SKU? Scrivi per esempio: stock { $example }.
not-understood = Non ho capito. Manda la foto di un capo, o scrivi «stock» e uno SKU, o «aiuto».
button-outdated = Questo pulsante non funziona più; manda di nuovo la foto, o scrivi «aiuto».
button-refused = Questo pulsante qui non funziona: è stato fatto per un’altra persona o un’altra chat, oppure ha più di una settimana. Chiedi di nuovo, o scrivi «aiuto».
too-many-photos = Ho guardato le prime { $count } foto; manda le altre in un altro messaggio.
photo-fault = Foto { $number } di { $count }: { $fault }
busy = Troppe foto aspettano; rimandala fra un minuto.
apology = Scusa, qualcosa è andato storto da parte mia. Riprova; se succede ancora, dai questo riferimento al tuo amministratore: { $reference }.

number = { $count }
none = niente
row = Riga { $row }
and-more = e altri { $count }

## Quando qualcosa non è arrivato

nothing-came-group = Non è arrivata nessuna foto. Scattala qui con la fotocamera o mandamela nella nostra chat personale.
lost-file = Non posso aprire file in un canale o in una chat di gruppo. Incolla la foto nel messaggio come immagine o mandami il file nella nostra chat personale.
lost-file-personal = Non posso aprire questo file. Caricalo dal tuo dispositivo o incolla la foto nel messaggio.
lost-forward = L’immagine inoltrata non è arrivata. Salvala e mandamela come foto.
lost-gif = Con una GIF o uno sticker non posso fare niente. Mandami la foto di un capo o scrivi «aiuto».
lost-loop = Non so leggere i componenti Loop. Scrivi la domanda in un messaggio normale.
lost-card = Non so leggere una scheda condivisa. Mandami una foto del capo o scrivi il suo SKU.
lost-voice = Non posso ascoltare registrazioni né guardare video. Scrivi la domanda o manda una foto.
lost-emoji = Grazie! Mandami la foto di un capo o scrivi «aiuto».

## Parole accanto a una foto

caption-unsure = Non sono sicuro di quale capo sia. Se è { $title }:
caption-no-item = Non ho usato le parole «{ $text }», perché non so di quale capo si tratti. Chiedi di nuovo con il suo SKU.
caption-not-understood = Ho guardato solo la foto. Non ho capito «{ $text }».
caption-file = Non ho usato le parole «{ $text }» accanto al file.
