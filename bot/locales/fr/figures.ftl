# Figures, the sentences that say them, and queries said back, in French.

## One figure

figure-on-hand = { $count } en stock
figure-free =
    { $count ->
        [one] { $count } libre
       *[other] { $count } libres
    }
figure-reserved =
    { $count ->
        [one] { $count } réservé
       *[other] { $count } réservés
    }
figure-items =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
figure-sizes =
    { $count ->
        [one] { $count } taille
       *[other] { $count } tailles
    }
figure-places =
    { $count ->
        [one] { $count } emplacement
       *[other] { $count } emplacements
    }
figure-colours =
    { $count ->
        [one] { $count } couleur
       *[other] { $count } couleurs
    }
figure-arrived = +{ $count }
figure-moved =
    { $count ->
        [one] { $count } déplacé
       *[other] { $count } déplacés
    }
figure-needed = besoin de { $count }
figure-difference = différence : { $count }
figure-share = { $percent } %
figure-price = { $price }
figure-counted = dernier comptage : { $when }
figure-oldest = le plus ancien comptage date du { $when }
figure-moment = { $moment }
figure-day = { $day }
figure-enough = suffisant
figure-not-enough = insuffisant
figure-never-counted = jamais compté
figure-no-such-size = cette taille n’existe pas
figure-no-such-colour = cette couleur n’existe pas
figure-no-such-place = cet emplacement n’existe pas
figure-no-such-item = aucun article de ce genre
figure-not-held = l’article n’y est pas
figure-no-price = pas de prix dans le catalogue
figure-not-recorded = arrivé avec { $source }, quantité non enregistrée
figure-no-colour = couleur non enregistrée

## The answer itself

answer-sum = { $sum } ({ $count })
answer-none-fit = Rien ne correspond
answer-sku = SKU : { $sku }
answer-none-of-it = Il n’y en a pas dans le catalogue
answer-of-kind = { $count } dans le catalogue : { $kind }.
answer-uncounted =
    { $count ->
        [one] { $count } autre n’a jamais été compté.
       *[other] { $count } autres n’ont jamais été comptés.
    }
answer-line = { $name } : { $text }
answer-not-held = { $place } : l’article n’y est pas
answer-held-at = Emplacements : { $places }.
answer-no-such-size = Il n’existe pas en taille { $size }
answer-no-such-colour = Il n’existe pas en { $colour }
answer-comes-in = Couleurs : { $colours }.
answer-does-not-fit = { $name } ne correspond pas au reste de la question.
answer-sizes = Tailles : { $sizes }.
answer-close-colours = Non compté, mais proche : { $colours }.
answer-unknown-size = Aucun article n’a la taille { $size }.
answer-unknown-place = L’emplacement { $place } n’existe pas.
answer-found-none = Rien dans le catalogue ne correspond à « { $words } »
answer-found-some = Aucun article ne contient tout « { $words } ». Voici les plus proches.

answer-enough =
    { $count ->
        [one] Oui : { $count } libre, il en faut { $needed }
       *[other] Oui : { $count } libres, il en faut { $needed }
    }
answer-too-few =
    { $count ->
        [one] Non : { $count } libre, il en faut { $needed }
       *[other] Non : { $count } libres, il en faut { $needed }
    }
answer-enough-not = Non : { $why }
answer-enough-unknown = Je ne sais pas si { $needed } sont libres : jamais compté
answer-enough-each = Oui : chacun en a { $needed } de libres
answer-enough-none = Non : aucun n’en a { $needed } de libres
answer-enough-some = Non : { $yes } sur { $count } en ont { $needed } de libres
answer-items-enough = Oui : { $figure }, il en faut { $needed }
answer-items-too-few = Non : { $figure }, il en faut { $needed }

answer-has-more = Plus : { $name }, de { $difference } ({ $most } contre { $least })
answer-has-less = Moins : { $name }, de { $difference } ({ $least } contre { $most })
answer-has-most = Le plus : { $name }, { $figure }
answer-has-least = Le moins : { $name }, { $figure }
answer-spread = Le plus : { $name }. Le moins : { $other }. Différence : { $difference } ({ $most } contre { $least })
answer-same = Les { $count } sont à égalité : { $figure }
answer-is-dearer = { $name } coûte { $difference } de plus : { $most } contre { $least }
answer-is-cheaper = { $name } coûte { $difference } de moins : { $least } contre { $most }
answer-share = { $share } : { $part } sur { $whole }
answer-shares = Parts de { $whole }
answer-share-of-nothing = Il n’y a rien dont calculer une part : 0 en tout

answer-first =
    { $ranking ->
        [most] Le plus : { $name }, { $figure }
        [least] Le moins : { $name }, { $figure }
        [cheapest] Le moins cher : { $name }, { $figure }
        [dearest] Le plus cher : { $name }, { $figure }
        [newest] Le plus récent : { $name }, { $figure }
       *[oldest] Le plus ancien : { $name }, { $figure }
    }
answer-first-of =
    { $ranking ->
        [most] Les { $count } qui en ont le plus, d’abord { $name }, { $figure }
        [least] Les { $count } qui en ont le moins, d’abord { $name }, { $figure }
        [cheapest] Les { $count } moins chers, d’abord { $name }, { $figure }
        [dearest] Les { $count } plus chers, d’abord { $name }, { $figure }
        [newest] Les { $count } plus récents, d’abord { $name }, { $figure }
       *[oldest] Les { $count } plus anciens, d’abord { $name }, { $figure }
    }
answer-tied =
    { $ranking ->
        [most] { $count } à égalité en ont le plus : { $figure } chacun
        [least] { $count } à égalité en ont le moins : { $figure } chacun
        [cheapest] { $count } sont aussi peu chers : { $figure } chacun
        [dearest] { $count } sont aussi chers : { $figure } chacun
        [newest] { $count } sont les plus récents ensemble : { $figure }
       *[oldest] { $count } sont les plus anciens ensemble : { $figure }
    }
answer-verdict =
    { $verdict ->
        [yes] Oui : { $said }
       *[no] Non : { $said }
    }
answer-times = { $quantity } × { $price } = { $total }
answer-at-least = Au moins { $figure }
answer-for-pieces = Prix pour { $quantity } pièces de chaque.
rank-of =
    { $ranking ->
        [most] N° { $rank } de ceux qui en ont le plus
        [least] N° { $rank } de ceux qui en ont le moins
        [cheapest] N° { $rank } des moins chers
        [dearest] N° { $rank } des plus chers
        [newest] N° { $rank } des plus récents
       *[oldest] N° { $rank } des plus anciens
    }
answer-at-rank = { $place } : { $name }, { $figure }
answer-tied-at-rank = { $place } : { $count } à égalité, { $figure } chacun
answer-rank-beyond = Il n’y en a que { $count } à classer
answer-first-in-each =
    { $ranking ->
        [cheapest] Le moins cher dans chaque devise
       *[dearest] Le plus cher dans chaque devise
    }

answer-price-none = Il n’y a pas de prix dans le catalogue
answer-no-prices = Il n’y a aucun prix dans le catalogue
answer-unpriced =
    { $count ->
        [one] { $count } autre n’a pas de prix.
       *[other] { $count } autres n’ont pas de prix.
    }
answer-currencies = Les prix sont en { $currencies }. Je ne compare pas les devises.
answer-price-of-item = Un prix vaut pour tout l’article : le même dans chaque taille et à chaque emplacement.
answer-nothing-arrived = Aucune arrivée n’est enregistrée
answer-nothing-moved = Rien n’a été déplacé
answer-unrecorded =
    { $count ->
        [one] Pour { $count } article, l’import ne dit pas combien de pièces sont arrivées.
       *[other] Pour { $count } articles, l’import ne dit pas combien de pièces sont arrivées.
    }
answer-no-reservations = Aucune réservation
answer-reserved-elsewhere = { $count } réservés, par un autre système. Lui seul sait pour qui

## What cannot be answered

answer-cannot-compare = Je ne peux pas comparer cela. Nommez deux tailles, deux emplacements, deux couleurs ou deux articles.
answer-not-comparable = Je ne peux pas comparer cela : il manque un chiffre
answer-cannot-rank = Je ne peux pas classer selon ce critère.
answer-one-thing = Je réponds à une seule chose à la fois : s’il y en a assez, où il y en a plus, ou ce qui vient en premier.
answer-too-much = Je ne peux pas répondre à tout cela à la fois. Enlevez-en une partie.
answer-no-past = Je ne connais que le stock actuel, pas celui d’un autre jour.
answer-only-reserved-for = Seules les réservations sont pour une personne. Demandez ce qui est réservé pour elle.

## Queries said back

asked =
    { $measure ->
        [free] Pièces libres : { $what }
        [reserved] Pièces réservées : { $what }
        [price] Prix : { $what }
        [worth] Valeur du stock : { $what }
        [items] Nombre d’articles : { $what }
        [details] Détails : { $what }
        [counted] Dernier comptage : { $what }
        [arrived] Arrivages : { $what }
        [moved] Déplacements : { $what }
        [reservations] Réservations : { $what }
       *[on_hand] Pièces en stock : { $what }
    }
asked-both = { $one }, { $two }
asked-name = { $name }
asked-all = tous les articles
asked-nothing = …
asked-items =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
asked-kind =
    { $kind ->
        [t-shirt] T-shirts
        [shirt] chemises
        [longsleeve] T-shirts à manches longues
        [jumper] pulls
        [hoodie] sweats à capuche
        [cardigan] cardigans
        [dress] robes
        [jumpsuit] combinaisons
        [trousers] pantalons
        [jeans] jeans
        [shorts] shorts
        [skirt] jupes
        [jacket] vestes
        [coat] manteaux
        [hat] chapeaux et bonnets
        [cap] casquettes
        [beanie] bonnets
        [shoe] chaussures
        [sneaker] baskets
        [boot] bottes
        [sandal] sandales
        [bag] sacs
        [upper] hauts
        [outer] vestes et manteaux
        [full-body] robes et combinaisons
        [lower] bas
        [footwear] chaussures
        [headwear] couvre-chefs
        [scarf] écharpes
        [glove] gants
        [sock] chaussettes
        [belt] ceintures
        [tie] cravates
        [swimwear] maillots de bain
        [underwear] sous-vêtements
        [tights] collants
        [nightwear] vêtements de nuit
        [sunglasses] lunettes de soleil
        [wallet] portefeuilles
        [umbrella] parapluies
       *[other] { $kind }
    }
asked-title = « { $words } » dans le titre
asked-search = trouvés avec « { $words } »
asked-without = sauf { $names }
asked-choice =
    { $kind ->
        [colour] en { $names }
        [brand] de { $names }
        [size] en { $names }
        [place] emplacement { $names }
       *[person] pour { $names }
    }
asked-except =
    { $kind ->
        [colour] pas en { $names }
        [brand] pas de { $names }
        [size] pas en { $names }
        [place] sauf { $names }
       *[person] pas pour { $names }
    }
asked-state =
    { $state ->
        [low] presque épuisés
        [out] épuisés
       *[in] en stock
    }
asked-between =
    { $kind ->
        [pieces] de { $least } à { $most } pièces
       *[prices] prix de { $least } à { $most }
    }
asked-least =
    { $kind ->
        [pieces] au moins { $least } pièces
       *[prices] prix à partir de { $least }
    }
asked-most =
    { $kind ->
        [pieces] au plus { $most } pièces
       *[prices] prix jusqu’à { $most }
    }
asked-on = le { $day }
asked-span = du { $since } au { $until }
asked-since = depuis le { $since }
asked-before = jusqu’au { $until }
asked-needed = { $asked }, assez pour { $needed } ?
asked-compared =
    { $comparison ->
        [more] { $asked } : où y en a-t-il le plus ?
        [less] { $asked } : où y en a-t-il le moins ?
        [difference] { $asked } : la différence
       *[share] { $asked } : la part
    }
asked-ranked =
    { $ranking ->
        [most] { $asked } : le plus, { $limit }
        [least] { $asked } : le moins, { $limit }
        [cheapest] { $asked } : les moins chers, { $limit }
        [dearest] { $asked } : les plus chers, { $limit }
        [newest] { $asked } : les plus récents, { $limit }
       *[oldest] { $asked } : les plus anciens, { $limit }
    }
asked-claim = { $asked } (oui ou non)
asked-pieces = { $asked }, pour { $quantity } pièces
asked-at-rank = { $asked } : { $place }
asked-grouped =
    { $group ->
        [size] { $asked }, par taille
        [place] { $asked }, par emplacement
        [item] { $asked }, par article
       *[colour] { $asked }, par couleur
    }
asked-total = { $asked }, au total
asked-order =
    { $verb ->
        [reserve] Réserver : { $what }
        [release] Libérer : { $what }
        [move] Déplacer : { $what }
        [count] Compter : { $what }
        [receive] Recevoir : { $what }
        [issue] Sortir : { $what }
       *[undo] Annuler : { $what }
    }
asked-quantity =
    { $count ->
        [one] { $count } pièce
       *[other] { $count } pièces
    }
asked-reservation = réservation { $reservation }
asked-at = emplacement { $place }
asked-from = de { $place }
asked-to = vers { $place }
asked-for = pour { $person }
asked-until = jusqu’à { $day }
asked-reason = motif : { $reason }
