# Phrases du catalogue et de la vision, en français. L’anglais est dans le code, là où elles naissent.

## Photos

told-photo-empty = Le fichier est vide (0 octet) : reprends la photo et renvoie-la.
told-photo-too-large = La photo fait { $megabytes } Mo, plus que les { $allowed } Mo permis : envoie-la plus petite.
told-photo-size = La photo fait { $width } × { $height } pixels, plus que les { $allowed } mégapixels permis : envoie-la plus petite.
told-photo-pixels = La photo a trop de pixels, plus que les { $allowed } mégapixels permis : envoie-la plus petite.
told-photo-none = Ce fichier n’est pas une image : envoie une photo JPEG, PNG, WebP ou HEIC.
told-photo-damaged = La photo est abîmée ou coupée : reprends-la et renvoie-la.
told-photo-too-slow = Cette photo met trop de temps à s’ouvrir : reprends-la ou envoie-la plus petite.
told-photo-harmful = Cette photo ne peut pas être ouverte, elle est abîmée au point d’arrêter le programme : reprends-la.
told-photo-not-now = Les photos ne peuvent pas être ouvertes pour le moment : renvoie celle-ci dans une minute.
told-photo-memory = Ouvrir cette photo demande plus de mémoire que permis : envoie-la plus petite ou en JPEG.
told-photo-frames = Ce fichier contient { $count } images, plus que les { $allowed } permises : envoie une seule photo.
told-photo-not-kept = La photo n’a pas pu être gardée : ses pixels ne peuvent pas être écrits.
told-outline-damaged = Le contour de cette photo est abîmé : renvoie la photo.
told-kept-photo-damaged = La photo gardée est abîmée : renvoie-la.
told-picture-gone = Cette image n’est plus dans le catalogue.

## Articles

told-which-item = Quel SKU, article ou code-barres ? Donne ce qui est écrit sur l’étiquette.
told-no-item = Il n’y a pas de SKU, d’article ni de code-barres { $asked } dans le catalogue.
told-no-item-like = Il n’y a pas de SKU, d’article ni de code-barres { $asked } dans le catalogue ; veux-tu dire { $near } ?
told-no-intake = Le numéro { $number } n’attend plus ; écris « intakes » pour voir ceux qui attendent.

## Travail sur le stock

told-no-sku = Il n’y a pas de SKU { $sku } dans le catalogue : vérifie sur l’étiquette.
told-no-reservation = Il n’y a pas de réservation { $reservation } : écris « réservations » pour les voir.
told-no-work = Il n’y a pas de travail sur le stock numéro { $work }.
told-no-pieces = Donne un nombre de pièces, au moins une.
told-count-negative = On compte zéro ou plus.
told-stock-changed = Le stock a changé entre-temps : regarde de nouveau.
told-no-location = Il n’y a pas d’emplacement { $name } ; il y a { $names }.
told-no-location-yet = Il n’y a pas d’emplacement { $name } ; il n’y en a encore aucun.
told-kept-elsewhere = { $sku } n’est pas à { $place } ; emplacements : { $where }.
told-kept-nowhere = { $sku } n’est pas à { $place }, ni ailleurs.
told-too-few-free = { $sku } à { $place }, libres : seulement { $free }.
told-less-than-nothing = Il resterait moins que rien de { $sku } à { $place } : rien n’a été fait.
told-reserved-more-than-left = Plus de { $sku } sont réservés à { $place } qu’il n’en resterait : rien n’a été fait.
told-reservation-released = La réservation { $reservation } est déjà libérée.
told-reservation-holds =
    { $held ->
        [one] La réservation { $reservation } tient { $held } pièce, pas { $wanted }.
       *[other] La réservation { $reservation } tient { $held } pièces, pas { $wanted }.
    }
told-reservation-begun = Une partie de la réservation { $reservation } est libérée : libère le reste.
told-same-place = { $location } est à la fois le départ et l’arrivée : donne un autre emplacement.
told-work-taken-back = Le travail { $work } est déjà annulé ; rien n’a été refait.

## Là où tout se trouve

told-busy = Un autre lot est en cours d’application ; réessaie quand il sera fini.
told-no-room = Il n’y a plus de place sur le disque ; libère de l’espace, et réessaie.
told-database-silent = La base de données ne répond pas ; réessaie, ou regarde son journal.
told-database-refused = La base de données a refusé le lot comme contradictoire ; rien n’a été changé.
told-home-closed = Impossible d’écrire dans le dossier de la base de données.
told-index-silent = L’index ne répond pas ; réessaie, ou regarde son journal.
told-index-held = Un autre programme ouvre l’index et ne finit pas ; arrête-le, ou réessaie.
told-index-incomplete = L’index du modèle { $model } n’est pas encore complet ; attends hangtag audit --repair, ou lance-le.
told-index-other-model = L’index vient du modèle { $made_by }, pas de { $model } ; lance hangtag audit --repair pour le reconstruire.
told-pictures-silent = Le dépôt d’images ne répond pas ; vérifie son dossier ou son URL.
told-unfindable = Images introuvables même dans l’index reconstruit : { $count } ; regarde le journal.
told-files-gone = Des fichiers d’images ont disparu ({ $items }) ; réimporte ces articles avec leurs images.
told-items = { $items }
told-and-more = { $items } et { $more } de plus
