# Answers to questions, in Italian.

answer-you-are-welcome = Prego. Invia la prossima foto, o fai una domanda.
answer-which-item = Quale articolo? Invia una foto, o chiedi con SKU o nome, per esempio: { $example }.
answer-not-understood = Non ho capito. Intendevi una di queste?
asked-one-at-a-time = Non posso fare le due cose insieme. Inviale una dopo l’altra.
unknown-place = Non conosco l’ubicazione «{ $word }». Ubicazioni: { $names }.
unknown-size = Non conosco la taglia «{ $word }». Taglie: { $names }.
unknown-colour = Non conosco il colore «{ $word }». Colori: { $names }.
unknown-person = Non conosco «{ $word }».
unknown-word = Non so che cosa sia «{ $word }». Indica l’articolo, o scrivi il suo SKU.
answer-no-colour = Non esiste in { $colour }. Esiste in:
answer-no-size = Non esiste nella taglia { $size }. Esiste in:
answer-nowhere = in nessuna ubicazione
answer-nowhere-so = nessuna ubicazione ne ha tanti
answer-size = taglia { $size }
answer-together = Totale: { $amount }
answer-list =
    { $count ->
        [0] Nessun risultato
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
answer-arrived-with = via { $source }
answer-found =
    { $count ->
        [0] Nessun articolo corrisponde
        [one] { $count } articolo
       *[other] { $count } articoli
    }
answer-colours =
    { $count ->
        [0] Nessun colore registrato
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

language-set = D’ora in poi rispondo in italiano. Per cambiare, scrivi «lingua» e una lingua.
language-which = Quale lingua? Parlo { $languages }.

work-which-size = Quale taglia di { $item }? Esiste in { $sizes }.
work-which-item = Quale articolo? Invia prima una foto, o scrivi il suo SKU.
work-one-at-a-time = Posso modificare un articolo alla volta. Indicalo, o scrivi il suo SKU.
