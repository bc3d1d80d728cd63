# Work on the floor, in French.

places-title = Emplacements et leurs codes
places-hint = Pour donner un code à un emplacement, écris par exemple : catalogue places A-01 = Hall A. Pour l’enlever : catalogue places Hall A =. Pour imprimer des codes QR : catalogue places sheet.
places-no-codes = Aucun emplacement n’a encore de code. Écris par exemple : catalogue places A-01 = Hall A.
places-sheet = Codes QR à imprimer pour des emplacements : { $count }
place-code-set = { $place } a maintenant le code { $code }.
place-code-gone = { $place } n’a plus de code.
place-here = Tu es à { $place }. Pendant { $count } heures, « ici » veut dire cet emplacement.
place-unknown = Il n’y a pas d’emplacement { $place }. Un admin les voit tous avec « catalogue places ».

# Stock-takes

take-title = Inventaire : { $place }
take-started = Tu comptes maintenant { $place }. Envoie des photos, des codes-barres ou des SKU l’un après l’autre. Un nombre fixe la quantité de la dernière ligne, « annule » la retire, « terminé » montre les écarts.
take-joined = { $name } compte déjà { $place }. Vous comptez maintenant ensemble.
take-which-place = Quel emplacement ? Écris par exemple : inventaire hall A. Ou photographie d’abord le code de l’étagère.
take-one-shelf = Ce sont plusieurs emplacements. Compte-les un par un : { $places }.
take-none = Tu n’as pas d’inventaire en cours. Écris « inventaire » et un emplacement.
take-left = Tu ne comptes plus { $place }. Ce qui est compté reste ; écris « inventaire » et l’emplacement pour continuer.
take-cancelled = L’inventaire de { $place } est abandonné. Rien n’a changé.
take-line = { $name }: { $count }
take-which-size = { $item } : quelle taille ? Ce n’est pas compté ({ $count }) avant ta réponse.
take-maybe = Pas encore compté ({ $count }) : c’est peut-être { $item }. Si oui, choisis la taille. Sinon, écris « annule », puis le SKU.
take-compare = Pas encore compté ({ $count }) : on dirait { $item }. Si oui, appuie sur « { confirm-right } ». Sinon, écris « annule », puis le SKU.
take-type-size = Pour une autre taille, écris-la.
take-amount-later = { $count } de ce qui est sur la photo d’avant, dès que je sais ce que c’est.
take-amount-kept = Toujours pas compté : je ne sais pas ce que montre la dernière photo. J’en garde { $count } pour la fin.
take-gone = Cette ligne a été retirée.
take-undone = Retiré. { $name } : { $count }
take-undone-kept = Retiré : ce qui n’était pas encore compté.
take-no-line = Tu n’as pas encore de ligne. Envoie d’abord une photo, un code-barres ou un SKU.
take-amount-or-size = Rien n’est fixé : { $number } peut être la quantité ou la taille. Écris x{ $number } pour la quantité, ou { $item } { $number } pour la taille.
take-not-a-line = « { $text } » n’est pas une ligne du comptage : je l’ai laissé de côté.
take-unknown = Pas compté : je ne suis pas sûr de ce que c’est. Je garde la photo pour la fin. Si tu connais le SKU, écris « annule », puis le SKU.
take-one-of = Pas compté : sur une photo, impossible de distinguer { $item } de { $names }. Écris « annule », puis photographie l’étiquette ou écris le SKU.
take-several = Pas compté : il y a plusieurs vêtements sur la photo. Je la garde pour la fin. Ou écris « annule » et photographie-les un par un.
take-tag-doubt = Pas compté : l’étiquette dit { $tag }, mais cela ressemble à { $title }. Je garde la photo pour la fin. Si l’étiquette est juste, écris « annule », puis le SKU.
take-nothing = Pas compté : je ne vois ni vêtement ni code-barres connu.
take-fault = Pas compté. { $fault }
take-same-place = Oui, tu comptes { $place }.
take-other-place = C’est le code de { $other }, mais tu comptes { $place }. Écris « inventaire » et l’emplacement pour en compter un autre.
take-done = Terminé
take-apply = Appliquer
take-apply-rest = Appliquer, reste 0
take-moved = Ce qui est marqué ⚠ a bougé ici pendant le comptage. Vérifie avant d’appliquer.
take-supervisor = Un superviseur peut l’appliquer : écrire « inventaire » et l’emplacement, puis « terminé ».
take-total =
    { $count ->
        [one] { $count } pièce, SKU : { $skus }
       *[other] { $count } pièces, SKU : { $skus }
    }
take-kept =
    { $count ->
        [one] { $count } ligne n’est pas encore comptée
       *[other] { $count } lignes ne sont pas encore comptées
    }
take-kept-end =
    { $count ->
        [one] { $count } ligne n’est pas comptée : article ou taille inconnus.
       *[other] { $count } lignes ne sont pas comptées : articles ou tailles inconnus.
    }
take-differences =
    { $count ->
        [one] { $place } : { $count } écart
       *[other] { $place } : { $count } écarts
    }
take-more =
    { $count ->
        [one] et { $count } autre
       *[other] et { $count } autres
    }
take-equal =
    { $count ->
        [one] { $count } SKU est conforme
       *[other] { $count } SKU sont conformes
    }
take-uncounted =
    { $count ->
        [one] { $count } SKU devrait être ici et n’a pas été compté, pièces : { $pieces }. « Appliquer » n’y touche pas.
       *[other] { $count } SKU devraient être ici et n’ont pas été comptés, pièces : { $pieces }. « Appliquer » n’y touche pas.
    }
take-applied = { $place } : { $count } SKU mis au compte
take-intakes =
    { $count ->
        [one] { $count } photo attend qu’un admin en fasse un article : { $numbers }
       *[other] { $count } photos attendent qu’un admin en fasse des articles : { $numbers }
    }
take-lapsed =
    { $count ->
        [one] L’inventaire de { $place } a expiré : personne n’a continué pendant un jour. Sa ligne ({ $count }) est perdue, rien n’a changé.
       *[other] L’inventaire de { $place } a expiré : personne n’a continué pendant un jour. Ses { $count } lignes sont perdues, rien n’a changé.
    }
work-others =
    { $count ->
        [one] et { $count } autre SKU avec lui
       *[other] et { $count } autres SKU avec lui
    }

# Pick checks

pick-list = À prélever : { $count }. Envoie une photo de chaque pièce, de préférence avec l’étiquette.
pick-none = Il n’y a rien à prélever. Écris par exemple : prélever MH01-M, BAG1 2.
pick-stopped = Les photos ne sont plus comparées à la liste.
pick-too-long = C’est trop pour une liste. Au plus { $count } SKU à la fois.
pick-complete = Tout est prélevé.
pick-right = Juste : l’étiquette dit { $name }.
pick-right-by-hand = Juste : tu as lu { $name } sur l’étiquette.
pick-right-compared = Juste : tu as comparé { $name }.
pick-looks-right = Juste d’après l’aspect : { $title }. Je n’ai pas vu d’étiquette.
pick-compare = On dirait { $title }. Si c’est bien ça, appuie sur « { confirm-right } ».
pick-size-unseen = La pièce a l’air juste : { $title }. La taille ne se voit pas sans l’étiquette. Il te faut { $sizes }.
pick-which-size = Quelle taille dit l’étiquette ?
pick-wrong-size = Mauvaise taille : l’étiquette dit { $tag }, il te faut { $wanted }.
pick-too-many = Une de trop : { $name } est déjà prélevé.
pick-unsure = Je ne peux pas dire si c’est juste. Photographie l’étiquette.
pick-several = Il y a plus d’une pièce ou étiquette sur la photo. Photographie-les une par une.
pick-tag-doubt = Vérifie : l’étiquette dit { $tag }, mais cela ressemble à { $title }.
pick-fault = Pas vérifié. { $fault }
pick-wrong-colour =
    { $by ->
        [tag] Mauvaise couleur : l’étiquette dit { $tag } ({ $colour }), il te faut { $wanted }.
       *[looks] Mauvaise couleur d’après l’aspect : { $colour }. Il te faut { $wanted }.
    }
pick-wrong =
    { $by ->
        [tag] Mauvaise pièce : l’étiquette dit { $tag }, { $title }.
       *[looks] Mauvaise pièce d’après l’aspect : { $title }.
    }

# Watches

watch-kept = Je te le dirai ici : { $what }. Libres maintenant : { $count }.
watch-back-already = C’est là maintenant, libres : { $count }. Je te le dirai quand ce sera parti puis de retour : { $what }.
watch-what-below = { $name } sous { $threshold }
watch-what-back = { $name } est de retour
watch-at = { $name } à { $place }
watch-below = { $name } est passé sous { $threshold }. Libres : { $count }.
watch-back = { $name } est de retour. Libres : { $count }.
watch-stop = Arrêter
watch-stopped = Arrêté. Je ne te le dirai plus.
watch-gone = Tu n’as plus cette surveillance. Écris « surveillances » pour voir les tiennes.
watch-what = Sous quel nombre ? Écris par exemple : surveille SKU sous 5 à Berlin.
watch-not-read = Je ne comprends pas « { $text } » ici. Écris par exemple : surveille SKU sous 5 à Berlin, ou : préviens-moi quand SKU est de retour.
watch-too-many = Tu as { $count } surveillances, c’est le maximum. Écris « surveillances » pour en arrêter.
watches-title =
    { $count ->
        [0] Tu n’as pas de surveillance. Écris par exemple : surveille SKU sous 5 à Berlin.
        [one] { $count } surveillance
       *[other] { $count } surveillances
    }

# Digests

digest-on =
    { $every ->
        [weekly] Tu reçois un bilan chaque lundi matin.
       *[daily] Tu reçois un bilan chaque matin.
    }
digest-forbidden = Seul un superviseur peut recevoir le bilan.
digest-off = Tu ne reçois plus de bilan.
digest-commands = Tu peux écrire : digest, digest quotidien, digest hebdomadaire, digest non.
digest-title = Du { $first } au { $last }
digest-low-one = { $sku } à { $place } : { $count }
digest-low = Devenus rares : { $count }
digest-received = Pièces reçues : { $count }
digest-issued = Pièces sorties : { $count }
digest-unknown = Photographiés et enregistrés comme nouveaux : { $count }
digest-right = Première réponse juste : { $percent } % sur { $count }
digest-right-none = Première réponse juste : pas encore d’avis
digest-chart = Diagramme à barres des chiffres ci-dessous. { $titles }
digest-hint = Pour l’arrêter, écris « digest non ».
