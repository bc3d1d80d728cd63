# Le risposte alle domande, in italiano.

answer-you-are-welcome = Prego. Manda la prossima foto, o fai una domanda.
answer-which-item = Quale articolo? Manda la sua foto, o chiedi con SKU o nome, per esempio: { $example }.
answer-not-understood = Non ho capito. Intendevi una di queste?
answer-no-colour = Non esiste in { $colour }. Ecco che cosa c’è:
answer-no-size = Non c’è la taglia { $size }. Ecco le sue taglie:
answer-nowhere = da nessuna parte
answer-nowhere-so = nessun luogo ne ha tanti
answer-size = taglia { $size }
answer-together = Insieme: { $amount }
answer-list =
    { $count ->
        [0] Niente corrisponde
        [one] { $count } risultato
       *[other] { $count } risultati
    }
answer-list-low =
    { $count ->
        [0] Niente sta per finire
        [one] { $count } taglia sta per finire
       *[other] { $count } taglie stanno per finire
    }
answer-list-out =
    { $count ->
        [0] Niente è esaurito
        [one] { $count } taglia è esaurita
       *[other] { $count } taglie sono esaurite
    }
answer-arrivals =
    { $count ->
        [0] Non è arrivato niente
        [one] È arrivato { $count } articolo
       *[other] Sono arrivati { $count } articoli
    }
answer-arrived = +{ $count }
answer-arrived-with = con { $source }
answer-found =
    { $count ->
        [0] Niente del genere nel catalogo
        [one] { $count } articolo
       *[other] { $count } articoli
    }
answer-colours =
    { $count ->
        [0] Nessun colore è noto
        [one] { $count } colore
       *[other] { $count } colori
    }
answer-no-price = nessun prezzo nel catalogo
answer-gone = Questo articolo non è più nel catalogo.
answer-reserved =
    { $count ->
        [one] { $count } riservato
       *[other] { $count } riservati
    }
answer-free =
    { $count ->
        [one] { $count } libero
       *[other] { $count } liberi
    }

reading-stock = Quanti { $item }?
reading-where = Dov’è { $item }?
reading-sizes = Taglie di { $item }
reading-colours = Colori di { $item }
reading-price = Prezzo di { $item }
reading-details = Mostra { $item }
reading-list = Elenco: { $what }
reading-list-low = Sta per finire: { $what }
reading-list-out = Esaurito: { $what }
reading-arrivals = Che cosa è arrivato
reading-find = Cerca { $what }

language-set = D’ora in poi rispondo in italiano. Scrivi «lingua» e una lingua per cambiare.
language-which = Quale lingua? Parlo { $languages }.

work-which-size = Quale taglia di { $item }? Esiste in { $sizes }.
work-which-item = Di quale articolo? Manda prima la sua foto, o scrivi il suo SKU.
work-which-reservation = Quale prenotazione? Scrivi «prenotazioni» e libera il numero che le sta accanto.
work-which-person = Per chi? Scrivi per esempio: riserva 2 di { $example } per Anna.
work-one-at-a-time = Un articolo alla volta: di’ quale, o dai il suo SKU.
