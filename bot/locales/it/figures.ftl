# Figures, the sentences that say them, and queries said back, in Italian.

## One figure

figure-on-hand = { $count } in magazzino
figure-free =
    { $count ->
        [one] { $count } libero
       *[other] { $count } liberi
    }
figure-reserved =
    { $count ->
        [one] { $count } prenotato
       *[other] { $count } prenotati
    }
figure-items =
    { $count ->
        [one] { $count } articolo
       *[other] { $count } articoli
    }
figure-sizes =
    { $count ->
        [one] { $count } taglia
       *[other] { $count } taglie
    }
figure-places =
    { $count ->
        [one] { $count } ubicazione
       *[other] { $count } ubicazioni
    }
figure-colours =
    { $count ->
        [one] { $count } colore
       *[other] { $count } colori
    }
figure-arrived = +{ $count }
figure-moved =
    { $count ->
        [one] { $count } spostato
       *[other] { $count } spostati
    }
figure-needed = ne servono { $count }
figure-difference = differenza: { $count }
figure-share = { $percent }%
figure-price = { $price }
figure-counted = ultimo conteggio: { $when }
figure-oldest = il conteggio più vecchio è del { $when }
figure-moment = { $moment }
figure-day = { $day }
figure-enough = basta
figure-not-enough = non basta
figure-never-counted = mai contato
figure-no-such-size = questa taglia non esiste
figure-no-such-colour = questo colore non esiste
figure-no-such-place = questa ubicazione non esiste
figure-no-such-item = nessun articolo del genere
figure-not-held = lì non c’è
figure-no-price = nessun prezzo nel catalogo
figure-not-recorded = arrivato con { $source }, quantità non registrata
figure-no-colour = colore non registrato

## The answer itself

answer-sum = { $sum } ({ $count })
answer-none-fit = Nessuna corrispondenza
answer-sku = SKU: { $sku }
answer-none-of-it = Nel catalogo non ce n’è
answer-of-kind = { $count } nel catalogo: { $kind }.
answer-uncounted =
    { $count ->
        [one] Un’altra voce ({ $count }) non è mai stata contata.
       *[other] Altre { $count } voci non sono mai state contate.
    }
answer-line = { $name }: { $text }
answer-not-held = { $place }: lì non c’è
answer-held-at = Ubicazioni: { $places }.
answer-no-such-size = Non esiste nella taglia { $size }
answer-no-such-colour = Non esiste nel colore { $colour }
answer-comes-in = Colori: { $colours }.
answer-does-not-fit = { $name } non corrisponde al resto della domanda.
answer-sizes = Taglie: { $sizes }.
answer-close-colours = Non contato, ma simile: { $colours }.
answer-unknown-size = Nessun articolo ha la taglia { $size }.
answer-unknown-place = L’ubicazione { $place } non esiste.
answer-found-none = Nel catalogo nulla corrisponde a «{ $words }»
answer-found-some = Nessun articolo contiene tutto «{ $words }». Questi sono i più vicini.

answer-enough =
    { $count ->
        [one] Sì: { $count } libero, ne servono { $needed }
       *[other] Sì: { $count } liberi, ne servono { $needed }
    }
answer-too-few =
    { $count ->
        [one] No: { $count } libero, ne servono { $needed }
       *[other] No: { $count } liberi, ne servono { $needed }
    }
answer-enough-not = No: { $why }
answer-enough-unknown = Non so se ce ne siano { $needed } liberi: mai contato
answer-enough-each = Sì: in ogni caso ce ne sono { $needed } liberi
answer-enough-none = No: in nessun caso ce ne sono { $needed } liberi
answer-enough-some = No: solo in { $yes } su { $count } ce ne sono { $needed } liberi
answer-items-enough = Sì: { $figure }, ne servono { $needed }
answer-items-too-few = No: { $figure }, ne servono { $needed }

answer-has-more = Di più: { $name }, di { $difference } ({ $most } contro { $least })
answer-has-less = Di meno: { $name }, di { $difference } ({ $least } contro { $most })
answer-has-most = Più di tutti: { $name }, { $figure }
answer-has-least = Meno di tutti: { $name }, { $figure }
answer-spread = Di più: { $name }. Di meno: { $other }. Differenza: { $difference } ({ $most } contro { $least })
answer-same = Tutti e { $count } sono pari: { $figure }
answer-is-dearer = { $name } costa { $difference } in più: { $most } contro { $least }
answer-is-cheaper = { $name } costa { $difference } in meno: { $least } contro { $most }
answer-share = { $share }: { $part } su { $whole }
answer-shares = Quote di { $whole }
answer-share-of-nothing = Non c’è nulla di cui calcolare una quota: 0 in tutto

answer-first =
    { $ranking ->
        [most] Il maggiore: { $name }, { $figure }
        [least] Il minore: { $name }, { $figure }
        [cheapest] Il più economico: { $name }, { $figure }
        [dearest] Il più caro: { $name }, { $figure }
        [newest] Il più recente: { $name }, { $figure }
       *[oldest] Il più vecchio: { $name }, { $figure }
    }
answer-first-of =
    { $ranking ->
        [most] I { $count } maggiori, prima { $name }, { $figure }
        [least] I { $count } minori, prima { $name }, { $figure }
        [cheapest] I { $count } più economici, prima { $name }, { $figure }
        [dearest] I { $count } più cari, prima { $name }, { $figure }
        [newest] I { $count } più recenti, prima { $name }, { $figure }
       *[oldest] I { $count } più vecchi, prima { $name }, { $figure }
    }
answer-tied =
    { $ranking ->
        [most] { $count } sono pari e hanno il massimo: { $figure } ciascuno
        [least] { $count } sono pari e hanno il minimo: { $figure } ciascuno
        [cheapest] { $count } sono ugualmente economici: { $figure } ciascuno
        [dearest] { $count } sono ugualmente cari: { $figure } ciascuno
        [newest] { $count } sono insieme i più recenti: { $figure }
       *[oldest] { $count } sono insieme i più vecchi: { $figure }
    }
answer-verdict =
    { $verdict ->
        [yes] Sì: { $said }
       *[no] No: { $said }
    }
answer-times = { $quantity } × { $price } = { $total }
answer-at-least = Almeno { $figure }
answer-for-pieces = Prezzi per { $quantity } pezzi di ciascuno.
rank-of =
    { $ranking ->
        [most] N. { $rank } tra i maggiori
        [least] N. { $rank } tra i minori
        [cheapest] N. { $rank } tra i più economici
        [dearest] N. { $rank } tra i più cari
        [newest] N. { $rank } tra i più recenti
       *[oldest] N. { $rank } tra i più vecchi
    }
answer-at-rank = { $place }: { $name }, { $figure }
answer-tied-at-rank = { $place }: { $count } sono pari, { $figure } ciascuno
answer-rank-beyond = Ce ne sono solo { $count } in classifica
answer-first-in-each =
    { $ranking ->
        [cheapest] Il più economico in ogni valuta
       *[dearest] Il più caro in ogni valuta
    }

answer-price-none = Nel catalogo non c’è il prezzo
answer-no-prices = Nel catalogo non ci sono prezzi
answer-unpriced =
    { $count ->
        [one] Un altro ({ $count }) non ha prezzo.
       *[other] Altri { $count } non hanno prezzo.
    }
answer-currencies = I prezzi sono in { $currencies }. Non confronto valute diverse.
answer-price-of-item = Il prezzo vale per tutto l’articolo: lo stesso in ogni taglia e ubicazione.
answer-nothing-arrived = Nessun arrivo registrato
answer-nothing-moved = Non è stato spostato nulla
answer-unrecorded =
    { $count ->
        [one] Per { $count } articolo l’importazione non dice quanti pezzi sono arrivati.
       *[other] Per { $count } articoli l’importazione non dice quanti pezzi sono arrivati.
    }
answer-no-reservations = Nessuna prenotazione
answer-reserved-elsewhere = { $count } prenotati, da un altro sistema. Solo quello sa per chi

## What cannot be answered

answer-cannot-compare = Non posso confrontarlo. Indica due taglie, due ubicazioni, due colori o due articoli.
answer-not-comparable = Non posso confrontarlo: manca un dato
answer-cannot-rank = Non posso ordinare in base a questo.
answer-one-thing = Rispondo a una cosa alla volta: se basta, dove ce n’è di più o quale viene prima.
answer-too-much = Non posso rispondere a tutto insieme. Togli una parte.
answer-no-past = Conosco solo la giacenza di adesso, non quella di un altro giorno.
answer-only-reserved-for = Solo le prenotazioni sono per una persona. Chiedi che cosa è prenotato per lei.

## Queries said back

asked =
    { $measure ->
        [free] Pezzi liberi: { $what }
        [reserved] Pezzi prenotati: { $what }
        [price] Prezzo: { $what }
        [worth] Valore delle giacenze: { $what }
        [items] Numero di articoli: { $what }
        [details] Dettagli: { $what }
        [counted] Ultimo conteggio: { $what }
        [arrived] Arrivi: { $what }
        [moved] Spostamenti: { $what }
        [reservations] Prenotazioni: { $what }
       *[on_hand] Pezzi in magazzino: { $what }
    }
asked-both = { $one }, { $two }
asked-name = { $name }
asked-all = tutti gli articoli
asked-nothing = …
asked-items =
    { $count ->
        [one] { $count } articolo
       *[other] { $count } articoli
    }
asked-kind =
    { $kind ->
        [t-shirt] T-shirt
        [shirt] camicie
        [longsleeve] magliette a maniche lunghe
        [jumper] maglioni
        [hoodie] felpe con cappuccio
        [cardigan] cardigan
        [dress] vestiti
        [jumpsuit] tute intere
        [trousers] pantaloni
        [jeans] jeans
        [shorts] pantaloncini
        [skirt] gonne
        [jacket] giacche
        [coat] cappotti
        [hat] cappelli e berretti
        [cap] cappellini
        [beanie] berretti
        [shoe] scarpe
        [sneaker] sneaker
        [boot] stivali
        [sandal] sandali
        [bag] borse
        [upper] capi superiori
        [outer] giacche e cappotti
        [full-body] vestiti e tute intere
        [lower] capi inferiori
        [footwear] calzature
        [headwear] copricapi
        [scarf] sciarpe
        [glove] guanti
        [sock] calze
        [belt] cinture
        [tie] cravatte
        [swimwear] costumi da bagno
        [underwear] biancheria intima
        [tights] collant
        [nightwear] abbigliamento da notte
        [sunglasses] occhiali da sole
        [wallet] portafogli
        [umbrella] ombrelli
       *[other] { $kind }
    }
asked-title = «{ $words }» nel titolo
asked-search = trovati con «{ $words }»
asked-without = tranne { $names }
asked-choice =
    { $kind ->
        [colour] in { $names }
        [brand] di { $names }
        [size] in { $names }
        [place] ubicazione { $names }
       *[person] per { $names }
    }
asked-except =
    { $kind ->
        [colour] non in { $names }
        [brand] non di { $names }
        [size] non in { $names }
        [place] tranne { $names }
       *[person] non per { $names }
    }
asked-state =
    { $state ->
        [low] in esaurimento
        [out] esauriti
       *[in] disponibili
    }
asked-between =
    { $kind ->
        [pieces] da { $least } a { $most } pezzi
       *[prices] prezzo da { $least } a { $most }
    }
asked-least =
    { $kind ->
        [pieces] almeno { $least } pezzi
       *[prices] prezzo da { $least }
    }
asked-most =
    { $kind ->
        [pieces] al massimo { $most } pezzi
       *[prices] prezzo fino a { $most }
    }
asked-on = il { $day }
asked-span = dal { $since } al { $until }
asked-since = dal { $since }
asked-before = fino al { $until }
asked-needed = { $asked }, bastano per { $needed }?
asked-compared =
    { $comparison ->
        [more] { $asked }: dove ce n’è di più?
        [less] { $asked }: dove ce n’è di meno?
        [difference] { $asked }: la differenza
       *[share] { $asked }: la quota
    }
asked-ranked =
    { $ranking ->
        [most] { $asked }: i maggiori, { $limit }
        [least] { $asked }: i minori, { $limit }
        [cheapest] { $asked }: i più economici, { $limit }
        [dearest] { $asked }: i più cari, { $limit }
        [newest] { $asked }: i più recenti, { $limit }
       *[oldest] { $asked }: i più vecchi, { $limit }
    }
asked-claim = { $asked } (sì o no)
asked-pieces = { $asked }, per { $quantity } pezzi
asked-at-rank = { $asked }: { $place }
asked-grouped =
    { $group ->
        [size] { $asked }, per taglia
        [place] { $asked }, per ubicazione
        [item] { $asked }, per articolo
       *[colour] { $asked }, per colore
    }
asked-total = { $asked }, in totale
asked-order =
    { $verb ->
        [reserve] Prenota: { $what }
        [release] Libera: { $what }
        [move] Sposta: { $what }
        [count] Conta: { $what }
        [receive] Ricevi: { $what }
        [issue] Preleva: { $what }
       *[undo] Annulla: { $what }
    }
asked-quantity =
    { $count ->
        [one] { $count } pezzo
       *[other] { $count } pezzi
    }
asked-reservation = prenotazione { $reservation }
asked-at = ubicazione { $place }
asked-from = da { $place }
asked-to = a { $place }
asked-for = per { $person }
asked-until = fino a { $day }
asked-reason = motivo: { $reason }
