# Answers to questions, in Italian.

answer-you-are-welcome = Prego. Invia la prossima foto, o fai una domanda.
answer-which-item = Quale articolo? Invia una foto, o chiedi con SKU o nome, per esempio: { $example }.
answer-not-understood = Non ho capito. Intendevi una di queste?
read-as = Ho letto questo: { $asked }
asked-one-at-a-time = Non posso fare le due cose insieme. Inviale una dopo l’altra.
here-unknown = Non so dove sia «{ $word }». Fotografa il codice dello scaffale, o scrivi l’ubicazione: { $names }.
unknown-place = Non conosco l’ubicazione «{ $word }». Ubicazioni: { $names }.
unknown-size = Non conosco la taglia «{ $word }». Taglie: { $names }.
unknown-colour = Non conosco il colore «{ $word }». Colori: { $names }.
unclear-bound = { $word } è un prezzo o un numero di pezzi?
unknown-person = Non conosco «{ $word }».
unknown-word = Non so che cosa sia «{ $word }». Indica l’articolo, o scrivi il suo SKU.
answer-arrived-with = via { $source }
answer-gone = Questo articolo non è più nel catalogo.

language-set = D’ora in poi rispondo in italiano. Per cambiare, scrivi «lingua» e una lingua.
language-which = Quale lingua? Parlo { $languages }.

work-which-size = Quale taglia di { $item }? Esiste in { $sizes }.
work-which-item = Quale articolo? Invia prima una foto, o scrivi il suo SKU.
work-one-at-a-time = Posso modificare un articolo alla volta. Indicalo, o scrivi il suo SKU.
