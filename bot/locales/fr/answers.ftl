# Ce qui est répondu aux questions, en français.

answer-you-are-welcome = De rien. Envoie la photo suivante, ou pose une question.
answer-which-item = Quel article ? Envoie sa photo, ou pose la question avec son SKU ou son nom, par exemple : { $example }.
answer-not-understood = Je n’ai pas compris. Voulais-tu dire l’une de ces questions ?
answer-no-colour = Il n’existe pas en { $colour }. Voici ce qu’il y a :
answer-no-size = Il n’y a pas de taille { $size }. Voici ses tailles :
answer-nowhere = nulle part
answer-nowhere-so = aucun emplacement n’en a autant
answer-size = taille { $size }
answer-together = Ensemble : { $amount }
answer-list =
    { $count ->
        [0] Rien ne correspond
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
answer-arrived-with = avec { $source }
answer-found =
    { $count ->
        [0] Rien de tel dans le catalogue
        [one] { $count } article
       *[other] { $count } articles
    }
answer-colours =
    { $count ->
        [0] Aucune couleur n’est connue
        [one] { $count } couleur
       *[other] { $count } couleurs
    }
answer-no-price = pas de prix au catalogue
answer-gone = Cet article n’est plus au catalogue.
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

reading-stock = Combien de { $item } ?
reading-where = Où est { $item } ?
reading-sizes = Tailles de { $item }
reading-colours = Couleurs de { $item }
reading-price = Prix de { $item }
reading-details = Montrer { $item }
reading-list = Liste : { $what }
reading-list-low = Bientôt épuisé : { $what }
reading-list-out = Épuisé : { $what }
reading-arrivals = Ce qui est arrivé
reading-find = Chercher { $what }

language-set = Je réponds désormais en français. Écris « langue » et une langue pour changer.
language-which = Quelle langue ? Je parle { $languages }.

work-which-size = Quelle taille de { $item } ? Il existe en { $sizes }.
work-which-item = De quel article ? Envoie d’abord sa photo, ou écris son SKU.
work-which-reservation = Quelle réservation ? Écris « réservations » et libère le numéro qui est à côté.
work-which-person = Pour qui ? Écris par exemple : réserve 2 de { $example } pour Anna.
work-one-at-a-time = Un article à la fois : dis lequel, ou donne son SKU.
