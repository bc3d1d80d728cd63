# The bot's main messages, in French.

verdict-in-catalogue = Très probablement celui-ci · { $percent } %
compare-colour = Sur une photo, des teintes proches se confondent : compare la couleur.
verdict-one-of = { $count ->
    [2] L’un de ces deux
   *[other] L’un de ces { $count }
  }
verdict-one-of-hint = Sur une photo, impossible de le distinguer de { $names }. Scanne l’étiquette, ou choisis-en un.
verdict-one-of-more = { $names } et de { $more } autres
verdict-unsure = Pas sûr, peut-être celui-ci · { $percent } %
verdict-unsure-hint = Compare avec l’image, la couleur aussi, ou envoie une autre photo : l’article entier, posé à plat, bien éclairé.
verdict-not-in-catalogue = Pas dans notre catalogue
verdict-not-in-catalogue-hint = L’article le plus ressemblant semble être un autre vêtement.
verdict-empty-catalogue = Le catalogue est vide : il n’y a rien à comparer.

cut-out =
    { $how ->
        [tiramisu] Détouré par le réseau de neurones
        [tiramisu-grabcut] Détouré par le réseau de neurones, contour affiné par GrabCut
        [grabcut] Détouré par GrabCut, car le réseau de neurones n’était pas sûr
        [hand] Détouré à la main
       *[whole-photo] La photo entière a été comparée, car aucun vêtement n’a pu être détouré
    }
cut-out-sure = { $how } · sûr à { $percent } %

look-alikes = Articles similaires
look-alikes-show = Similaires ({ $count })
alike = { $percent } % semblable
photo-number = Photo { $number } sur { $count }
photos-title =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }

size-one = Taille unique
stock-in = { $count } en stock
stock-low = plus que { $count }
stock-reserved-all =
    { $count ->
        [one] { $count }, réservé
       *[other] { $count }, tous réservés
    }
stock-none = épuisé
stock-unknown = non compté
stock-location = { $location } : { $count }
stock-location-reserved =
    { $reserved ->
        [one] { $location } : { $count } (dont { $reserved } réservé)
       *[other] { $location } : { $count } (dont { $reserved } réservés)
    }
stock-as-of = État du { $when }
stock-more-locations =
    { $count ->
        [one] et { $count } autre emplacement
       *[other] et { $count } autres emplacements
    }
stock-more-sizes =
    { $count ->
        [one] et { $count } autre taille
       *[other] et { $count } autres tailles
    }
stock-no-variants = Aucune taille ni aucun stock ne sont enregistrés pour cet article.
stock-barcode = Code-barres { $barcode }
stock-refresh = ↻ Actualiser
stock-refreshed = Actualisé : { $when }
stock-gone = { $number } n’est plus dans le catalogue.
stock-slow = La consultation a pris trop de temps. Réessaie.
show-stock = Voir le stock

picture-of = Image du catalogue : { $title }

help-title = Ce que je sais faire
help-photo-title = Envoie une photo d’un vêtement
help-photo = Je trouve son SKU, ses tailles, et combien il y en a à chaque emplacement. Tu peux envoyer plusieurs photos à la fois.
help-stock-title = Écris « stock » et un SKU
help-stock = Par exemple : stock { $example }. Un code-barres ou un numéro d’article marche aussi.
help-ask-title = Pose ta question comme tu veux
help-ask = Par exemple : « combien en M ou L ? », « il y en a à Berlin ? », « y en a-t-il assez pour 5 ? »
help-floor-title = Pour le travail dans l’entrepôt
help-floor = Écris « inventaire HALL A » pour compter un emplacement, « préparer SKU » pour vérifier ce que tu prélèves, ou « surveille SKU sous 5 » pour savoir quand il en reste peu.
help-help-title = Écris « aide »
help-help = Pour revoir ceci.
help-tips-show = Conseils photo
help-tip-flat = Pose le vêtement à plat ou suspends-le, le devant face à toi.
help-tip-whole = Cadre le vêtement en entier, et un seul à la fois.
help-tip-light = Allume la lumière. Évite les ombres dures et le flash.
help-mention = Dans un groupe, mentionne-moi : @Hangtag.
welcome-title = Bonjour, je suis Hangtag
welcome = Envoie-moi une photo d’un vêtement, et je trouve son SKU et son stock.
help-show = Aide

nothing-came = Aucune photo n’est arrivée. Si tu l’as choisie dans la galerie, prends-la ici avec l’appareil photo, ou joins-la comme fichier.
stock-which = Quel SKU ? Écris par exemple : stock { $example }.
not-understood = Je n’ai pas compris. Envoie une photo d’un vêtement, ou écris « stock » et un SKU, ou « aide ».
button-outdated = Ce bouton ne marche plus. Renvoie la photo, ou écris « aide ».
button-refused = Ce bouton ne marche pas ici. Il est pour une autre personne ou une autre conversation, ou il a plus d’une semaine. Redemande, ou écris « aide ».
too-many-photos = J’ai vérifié les { $count } premières photos. Envoie les autres dans un autre message.
photo-fault = Photo { $number } sur { $count } : { $fault }
busy = Trop de photos sont en attente. Renvoie la tienne dans une minute.
apology = Désolé, une erreur s’est produite. Réessaie. Si cela se reproduit, donne cette référence à ton administrateur : { $reference }.

number = { $count }
none = aucun
row = Ligne { $row }
and-more = et { $count } de plus

verdict-no-garment = Je ne vois pas d’article sur cette photo
verdict-no-garment-hint = Envoie une autre photo : l’article entier, posé à plat ou suspendu, bien éclairé. S’il y en a un, montre-le-moi avec « Corriger ».

## Quand quelque chose n’est pas arrivé

nothing-came-group = Aucune photo n’est arrivée. Prends-la ici avec l’appareil photo, ou envoie-la-moi dans notre conversation privée.
lost-file = Je ne peux pas ouvrir de fichiers dans un canal ou une conversation de groupe. Colle la photo dans ton message comme image, ou envoie-moi le fichier dans notre conversation privée.
lost-file-personal = Je ne peux pas ouvrir ce fichier. Charge-le depuis ton appareil, ou colle la photo dans ton message.
lost-forward = L’image transférée n’a pas suivi. Enregistre-la et envoie-la-moi comme photo.
lost-gif = Je ne peux rien faire d’un GIF ni d’un autocollant. Envoie-moi la photo d’un vêtement, ou tape « aide ».
lost-loop = Je ne sais pas lire les composants Loop. Écris ta question dans un message simple.
lost-card = Je ne sais pas lire une carte partagée. Envoie-moi une photo du vêtement, ou tape son SKU.
lost-voice = Je ne peux ni écouter d’enregistrement ni regarder de vidéo. Écris ta question, ou envoie une photo.
lost-emoji = Merci ! Envoie-moi la photo d’un vêtement, ou tape « aide ».

## Des mots avec une photo

caption-unsure = Je ne suis pas sûr du vêtement. Si c’est { $title } :
caption-no-item = Je n’ai pas utilisé les mots « { $text } », car je ne sais pas de quel vêtement il s’agit. Redemande avec son SKU.
caption-not-understood = Je n’ai regardé que la photo. Je n’ai pas compris « { $text } ».
caption-file = Je n’ai pas utilisé les mots « { $text } » joints au fichier.
