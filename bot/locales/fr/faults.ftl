# Faults of photos, items, stock orders and storage, in French. The English is in catalogue/messages/en.ftl and in vision's errors.

## Photos

photo-empty = Le fichier est vide (0 octet). Reprends la photo et renvoie-la.
photo-too-large = La photo fait { $megabytes } Mo, le maximum est { $allowed } Mo. Envoie-la plus petite.
photo-size = La photo fait { $width } × { $height } pixels, le maximum est { $allowed } mégapixels. Envoie-la plus petite.
photo-pixels = La photo a trop de pixels, le maximum est { $allowed } mégapixels. Envoie-la plus petite.
photo-none = Ce fichier n’est pas une image. Envoie une photo JPEG, PNG, WebP ou HEIC.
photo-damaged = La photo est abîmée ou incomplète. Reprends-la et renvoie-la.
photo-too-slow = Cette photo met trop de temps à s’ouvrir. Reprends-la, ou envoie-la plus petite.
photo-harmful = Cette photo est abîmée et ne peut pas être ouverte. Reprends-la.
photo-not-now = Impossible d’ouvrir des photos pour le moment. Renvoie celle-ci dans une minute.
photo-memory = Cette photo demande plus de mémoire que permis. Envoie-la plus petite ou en JPEG.
photo-frames = Ce fichier contient { $count } images, le maximum est { $allowed }. Envoie une seule photo.
photo-not-kept = La photo n’a pas pu être enregistrée.
outline-damaged = Le contour de cette photo est abîmé. Renvoie la photo.
kept-photo-damaged = La photo enregistrée est abîmée. Renvoie-la.
picture-gone = Cette image n’est plus dans le catalogue.

## Items

which-item = Quel SKU, article ou code-barres ? Écris ce qui est sur l’étiquette.
no-item = Il n’y a pas de SKU, d’article ni de code-barres { $asked } dans le catalogue.
no-item-like = Il n’y a pas de SKU, d’article ni de code-barres { $asked } dans le catalogue. Tu voulais dire { $near } ?
no-intake = Le numéro { $number } n’est plus en attente. Écris « intakes » pour voir ceux qui le sont.

## Stock orders

no-sku = Il n’y a pas de SKU { $sku } dans le catalogue. Vérifie sur l’étiquette.
no-reservation = Il n’y a pas de réservation { $reservation }. Écris « réservations » pour toutes les voir.
no-work = Il n’y a pas de modification de stock { $work }.
no-pieces = Donne un nombre de pièces à partir de un.
count-negative = Un comptage est de zéro ou plus.
stock-changed = Le stock a changé entre-temps. Vérifie-le à nouveau.
no-location = Il n’y a pas d’emplacement { $name }. Il y a { $names }.
no-location-yet = Il n’y a pas d’emplacement { $name }. Il n’y en a encore aucun.
kept-elsewhere = { $sku } n’est pas à { $place }, mais ici : { $where }.
kept-nowhere = { $sku } n’est pas à { $place }, ni ailleurs.
too-few-free = { $sku } : seulement { $free } de libre à { $place }.
reserved-for-others = { $place } a { $on_hand } { $sku }, dont { $reserved } en réservation : { $free } peuvent sortir. Libère d’abord une réservation.
too-many-pieces = { $place } ne peut pas avoir plus de { $most } { $sku }. Vérifie le nombre.
stock-take-over = Cet inventaire est terminé. Lances-en un nouveau.
place-code-wrong = { $code } ne peut pas être un code : 32 lettres et chiffres au plus, avec - . / ou + entre eux.
place-code-taken = { $code } est déjà l’emplacement { $location }. Choisis un autre code.
less-than-nothing = Il n’y a pas autant de { $sku } à { $place }. Rien n’a changé.
reserved-more-than-left = À { $place }, il y a plus de { $sku } réservés qu’il n’en resterait. Rien n’a changé.
reservation-released = La réservation { $reservation } a déjà été libérée.
reservation-holds =
    { $held ->
        [one] La réservation { $reservation } porte sur { $held } pièce, pas { $wanted }.
       *[other] La réservation { $reservation } porte sur { $held } pièces, pas { $wanted }.
    }
reservation-begun = Une partie de la réservation { $reservation } a déjà été libérée. Libère le reste.
same-place = { $location } est à la fois le départ et l’arrivée. Donne un autre emplacement.
work-taken-back = La modification de stock { $work } a déjà été annulée. Rien d’autre n’a changé.
order-repeated = Cet ordre a déjà été exécuté, comme modification de stock { $work }. Rien d’autre n’a changé.

## Storage

batch-busy = Un autre lot est en cours d’application. Réessaie quand il sera terminé.
no-room = Le disque est plein. Libère de l’espace, puis réessaie.
database-silent = La base de données ne répond pas. Réessaie, ou consulte son journal.
database-refused = La base de données a refusé le lot, car il se contredit. Rien n’a changé.
home-closed = Impossible d’écrire dans le dossier de la base de données.
index-silent = L’index ne répond pas. Réessaie, ou consulte son journal.
index-held = Un autre programme bloque l’index. Arrête-le, ou réessaie.
index-incomplete = L’index du modèle { $model } n’est pas encore complet. Attends hangtag audit --repair, ou lance-le.
index-other-model = L’index vient du modèle { $made_by }, pas de { $model }. Lance hangtag audit --repair pour le reconstruire.
pictures-silent = Le stockage d’images ne répond pas. Vérifie son dossier ou son URL.
unfindable = Images introuvables même dans l’index reconstruit : { $count }. Consulte le journal.
files-gone = Des fichiers d’images manquent ({ $items }). Réimporte ces articles avec leurs images.
items = { $items }
items-more = { $items } et { $more } de plus
photo-kind = C’est un fichier { $kind }, que je ne peux pas ouvrir : envoie une photo JPEG, PNG, WebP, HEIC ou AVIF.
photo-video = C’est une vidéo ({ $kind }) : envoie plutôt une photo.
