# Phrases du catalogue et de la vision, en français. L’anglais est dans le code, là où elles naissent.

## Photos

photo-empty = Le fichier est vide (0 octet) : reprends la photo et renvoie-la.
photo-too-large = La photo fait { $megabytes } Mo, plus que les { $allowed } Mo permis : envoie-la plus petite.
photo-size = La photo fait { $width } × { $height } pixels, plus que les { $allowed } mégapixels permis : envoie-la plus petite.
photo-pixels = La photo a trop de pixels, plus que les { $allowed } mégapixels permis : envoie-la plus petite.
photo-none = Ce fichier n’est pas une image : envoie une photo JPEG, PNG, WebP ou HEIC.
photo-damaged = La photo est abîmée ou coupée : reprends-la et renvoie-la.
photo-too-slow = Cette photo met trop de temps à s’ouvrir : reprends-la ou envoie-la plus petite.
photo-harmful = Cette photo ne peut pas être ouverte, elle est abîmée au point d’arrêter le programme : reprends-la.
photo-not-now = Les photos ne peuvent pas être ouvertes pour le moment : renvoie celle-ci dans une minute.
photo-memory = Ouvrir cette photo demande plus de mémoire que permis : envoie-la plus petite ou en JPEG.
photo-frames = Ce fichier contient { $count } images, plus que les { $allowed } permises : envoie une seule photo.
photo-not-kept = La photo n’a pas pu être gardée : ses pixels ne peuvent pas être écrits.
outline-damaged = Le contour de cette photo est abîmé : renvoie la photo.
kept-photo-damaged = La photo gardée est abîmée : renvoie-la.
picture-gone = Cette image n’est plus dans le catalogue.

## Articles

which-item = Quel SKU, article ou code-barres ? Donne ce qui est écrit sur l’étiquette.
no-item = Il n’y a pas de SKU, d’article ni de code-barres { $asked } dans le catalogue.
no-item-like = Il n’y a pas de SKU, d’article ni de code-barres { $asked } dans le catalogue ; veux-tu dire { $near } ?
no-intake = Le numéro { $number } n’attend plus ; écris « intakes » pour voir ceux qui attendent.

## Travail sur le stock

no-sku = Il n’y a pas de SKU { $sku } dans le catalogue : vérifie sur l’étiquette.
no-reservation = Il n’y a pas de réservation { $reservation } : écris « réservations » pour les voir.
no-work = Il n’y a pas de travail sur le stock numéro { $work }.
no-pieces = Donne un nombre de pièces, au moins une.
count-negative = On compte zéro ou plus.
stock-changed = Le stock a changé entre-temps : regarde de nouveau.
no-location = Il n’y a pas d’emplacement { $name } ; il y a { $names }.
no-location-yet = Il n’y a pas d’emplacement { $name } ; il n’y en a encore aucun.
kept-elsewhere = { $sku } n’est pas à { $place } ; emplacements : { $where }.
kept-nowhere = { $sku } n’est pas à { $place }, ni ailleurs.
too-few-free = { $sku } à { $place }, libres : seulement { $free }.
less-than-nothing = Il resterait moins que rien de { $sku } à { $place } : rien n’a été fait.
reserved-more-than-left = Plus de { $sku } sont réservés à { $place } qu’il n’en resterait : rien n’a été fait.
reservation-released = La réservation { $reservation } est déjà libérée.
reservation-holds =
    { $held ->
        [one] La réservation { $reservation } tient { $held } pièce, pas { $wanted }.
       *[other] La réservation { $reservation } tient { $held } pièces, pas { $wanted }.
    }
reservation-begun = Une partie de la réservation { $reservation } est libérée : libère le reste.
same-place = { $location } est à la fois le départ et l’arrivée : donne un autre emplacement.
work-taken-back = Le travail { $work } est déjà annulé ; rien n’a été refait.

## Là où tout se trouve

batch-busy = Un autre lot est en cours d’application ; réessaie quand il sera fini.
no-room = Il n’y a plus de place sur le disque ; libère de l’espace, et réessaie.
database-silent = La base de données ne répond pas ; réessaie, ou regarde son journal.
database-refused = La base de données a refusé le lot comme contradictoire ; rien n’a été changé.
home-closed = Impossible d’écrire dans le dossier de la base de données.
index-silent = L’index ne répond pas ; réessaie, ou regarde son journal.
index-held = Un autre programme ouvre l’index et ne finit pas ; arrête-le, ou réessaie.
index-incomplete = L’index du modèle { $model } n’est pas encore complet ; attends hangtag audit --repair, ou lance-le.
index-other-model = L’index vient du modèle { $made_by }, pas de { $model } ; lance hangtag audit --repair pour le reconstruire.
pictures-silent = Le dépôt d’images ne répond pas ; vérifie son dossier ou son URL.
unfindable = Images introuvables même dans l’index reconstruit : { $count } ; regarde le journal.
files-gone = Des fichiers d’images ont disparu ({ $items }) ; réimporte ces articles avec leurs images.
items = { $items }
items-more = { $items } et { $more } de plus
photo-kind = C’est un fichier { $kind }, que je ne peux pas ouvrir : envoie une photo JPEG, PNG, WebP, HEIC ou AVIF.
photo-video = C’est une vidéo ({ $kind }) : envoie plutôt une photo.
