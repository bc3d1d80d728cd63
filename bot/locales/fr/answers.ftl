# Answers to questions, in French.

answer-you-are-welcome = De rien. Envoie la photo suivante, ou pose une question.
answer-which-item = Quel article ? Envoie une photo, ou pose la question avec son SKU ou son nom, par exemple : { $example }.
answer-not-understood = Je n’ai pas compris. Tu voulais dire ceci ?
asked-one-at-a-time = Je ne peux pas faire les deux à la fois. Envoie-les l’un après l’autre.
unknown-place = Je ne connais pas l’emplacement « { $word } ». Emplacements : { $names }.
unknown-size = Je ne connais pas la taille « { $word } ». Tailles : { $names }.
unknown-colour = Je ne connais pas la couleur « { $word } ». Couleurs : { $names }.
unknown-person = Je ne connais pas « { $word } ».
unknown-word = Je ne sais pas ce qu’est « { $word } ». Nomme l’article, ou écris son SKU.
answer-no-colour = Il n’existe pas en { $colour }. Il existe en :
answer-no-size = Il n’existe pas en taille { $size }. Il existe en :
answer-nowhere = aucun emplacement
answer-nowhere-so = aucun emplacement n’en a autant
answer-size = taille { $size }
answer-together = Total : { $amount }
answer-list =
    { $count ->
        [0] Aucun résultat
        [one] { $count } résultat
       *[other] { $count } résultats
    }
answer-list-low =
    { $count ->
        [0] Rien n’est bientôt épuisé
        [one] { $count } taille est bientôt épuisée
       *[other] { $count } tailles sont bientôt épuisées
    }
answer-list-out =
    { $count ->
        [0] Rien n’est épuisé
        [one] { $count } taille est épuisée
       *[other] { $count } tailles sont épuisées
    }
answer-arrivals =
    { $count ->
        [0] Rien n’est arrivé
        [one] { $count } article est arrivé
       *[other] { $count } articles sont arrivés
    }
answer-arrived = +{ $count }
answer-arrived-with = via { $source }
answer-found =
    { $count ->
        [0] Aucun article correspondant
        [one] { $count } article
       *[other] { $count } articles
    }
answer-colours =
    { $count ->
        [0] Aucune couleur enregistrée
        [one] { $count } couleur
       *[other] { $count } couleurs
    }
answer-no-price = pas de prix dans le catalogue
answer-gone = Cet article n’est plus dans le catalogue.
answer-reserved =
    { $count ->
        [one] { $count } réservé
       *[other] { $count } réservés
    }
answer-free =
    { $count ->
        [one] { $count } libre
       *[other] { $count } libres
    }

language-set = Je réponds désormais en français. Pour changer, écris « langue » et une langue.
language-which = Quelle langue ? Je parle { $languages }.

work-which-size = Quelle taille de { $item } ? Il existe en { $sizes }.
work-which-item = Quel article ? Envoie d’abord une photo, ou écris son SKU.
work-one-at-a-time = Je peux modifier un article à la fois. Nomme-le, ou écris son SKU.
