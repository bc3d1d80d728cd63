# The bot's main messages, in Italian.

verdict-in-catalogue = Molto probabilmente questo · { $percent }%
compare-colour = In una foto le tonalità vicine si confondono: confronta il colore.
verdict-one-of = { $count ->
    [2] Uno di questi due
   *[other] Uno di questi { $count }
  }
verdict-one-of-hint = In una foto non si distingue da { $names }. Scansiona l’etichetta, o scegline uno.
verdict-one-of-more = { $names } e altri { $more }
verdict-unsure = Non sicuro, forse questo · { $percent }%
verdict-unsure-hint = Confronta con l’immagine, anche il colore, o invia un’altra foto: il capo intero, steso, con buona luce.
verdict-not-in-catalogue = Non è nel nostro catalogo
verdict-not-in-catalogue-hint = L’articolo più simile sembra essere un altro capo.
verdict-empty-catalogue = Il catalogo è vuoto, quindi non c’è niente da confrontare.

cut-out =
    { $how ->
        [tiramisu] Scontornato dalla rete neurale
        [tiramisu-grabcut] Scontornato dalla rete neurale, contorno rifinito da GrabCut
        [grabcut] Scontornato da GrabCut perché la rete neurale era incerta
        [hand] Scontornato a mano
       *[whole-photo] È stata confrontata la foto intera perché nessun capo si è potuto scontornare
    }
cut-out-sure = { $how } · sicuro al { $percent }%

look-alikes = Articoli simili
look-alikes-show = Simili ({ $count })
alike = { $percent }% simile
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
        [one] e un’altra ubicazione
       *[other] e altre { $count } ubicazioni
    }
stock-more-sizes =
    { $count ->
        [one] e un’altra taglia
       *[other] e altre { $count } taglie
    }
stock-no-variants = Per questo articolo non sono registrate né taglie né giacenza.
stock-barcode = Codice a barre { $barcode }
stock-refresh = ↻ Aggiorna
stock-refreshed = Aggiornato: { $when }
stock-gone = { $number } non è più nel catalogo.
stock-slow = La consultazione è durata troppo. Riprova.
show-stock = Vedi la giacenza

picture-of = Immagine del catalogo: { $title }

help-title = Che cosa so fare
help-photo-title = Invia la foto di un capo
help-photo = Trovo lo SKU, le taglie e quanti ce ne sono in ogni ubicazione. Puoi inviare più foto insieme.
help-stock-title = Scrivi «stock» e uno SKU
help-stock = Per esempio: stock { $example }. Puoi usare anche un codice a barre o un numero d’articolo.
help-ask-title = Chiedi con parole tue
help-ask = Per esempio: «quanti in M o L?», «c’è a Berlino?», «basta per 5?»
help-floor-title = Per il lavoro in magazzino
help-floor = Scrivi «inventario CAPANNONE A» per contare un’ubicazione, «prelievo SKU» per controllare che cosa prelevi, o «sorveglia SKU sotto 5» per sapere quando scarseggia.
help-help-title = Scrivi «aiuto»
help-help = Per rivedere questo.
help-tips-show = Consigli per le foto
help-tip-flat = Stendi il capo o appendilo, con il davanti verso di te.
help-tip-whole = Inquadra il capo intero, e uno solo.
help-tip-light = Accendi la luce. Evita ombre dure e flash.
help-mention = In un gruppo, menzionami: @Hangtag.
welcome-title = Ciao, sono Hangtag
welcome = Inviami la foto di un capo e trovo il suo SKU e la giacenza.
help-show = Aiuto

nothing-came = Non è arrivata nessuna foto. Se l’hai scelta dalla galleria, scattala qui con la fotocamera o allegala come file.
stock-which = Quale SKU? Scrivi per esempio: stock { $example }.
not-understood = Non ho capito. Invia la foto di un capo, o scrivi «stock» e uno SKU, o «aiuto».
button-outdated = Questo pulsante non funziona più. Invia di nuovo la foto, o scrivi «aiuto».
button-refused = Questo pulsante non funziona qui. È per un’altra persona o un’altra chat, oppure ha più di una settimana. Chiedi di nuovo, o scrivi «aiuto».
too-many-photos = Ho controllato le prime { $count } foto. Invia le altre in un altro messaggio.
photo-fault = Foto { $number } di { $count }: { $fault }
busy = Ci sono troppe foto in attesa. Invia di nuovo la tua fra un minuto.
apology = Scusa, qualcosa è andato storto. Riprova. Se succede ancora, dai questo riferimento al tuo amministratore: { $reference }.

number = { $count }
none = nessuno
row = Riga { $row }
and-more = e altri { $count }

verdict-no-garment = Non vedo capi in questa foto
verdict-no-garment-hint = Manda un’altra foto: il capo intero, steso o appeso, con buona luce. Se ce n’è uno, mostramelo con «Correggi».

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
