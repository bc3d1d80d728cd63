# Ce qui ne va pas dans un lot, en français. L’anglais est dans le code, là où cela naît.

## Où c’est

told-field-item = article
told-field-title = titre
told-field-class = classe
told-field-colour = couleur
told-field-brand = marque
told-field-price = prix
told-field-currency = devise
told-field-sku = SKU
told-field-size = taille
told-field-barcode = code-barres
told-field-location = emplacement
told-field-on-hand = stock
told-field-reserved = réservé
told-field-pictures = images
told-field-status = statut
told-field-description = description
told-field-of = { $field } de { $sku }
told-field-at = { $field } de { $sku } à { $location }
told-the-item = article { $item }
told-the-sku = SKU { $sku }
told-in-row = ligne { $row }
told-in-row-of-file = ligne { $row } de { $file }
told-in-file = { $file }
told-inside = Dans { $name } : { $told }.
told-and = { $one } et { $other }
told-same-location = même emplacement
told-did-you-mean = { $told } ; veux-tu dire { $like } ?
told-retired = retiré
told-sign = un caractère U+{ $code }
told-sign-lost = un caractère perdu en route (U+FFFD)
told-sign-nul = le caractère NUL (U+0000)

## Le lot entier

told-refused = le lot a une erreur : { $reason }
told-refused-at = le lot a une erreur ({ $where }) : { $reason }
told-refused-more = { $first } (et { $more } de plus)
told-refused-all = Rien n’a été changé, car { $why }.
told-cut-off = La lecture a été interrompue ; renvoie-le.
told-stale = Le catalogue a changé depuis que ce lot lui a été comparé : regarde ce qu’il changerait maintenant.
told-expired = Personne ne l’a appliqué en deux semaines ; renvoie-le.
told-state-staged = en attente
told-state-applying = en cours d’application
told-state-applied = appliqué
told-state-discarded = abandonné
told-state-undone = annulé
told-state-failed = échoué
told-not-staged-apply = Le lot { $batch } est { $state } ; seul un lot en attente peut être appliqué.
told-not-staged-discard = Le lot { $batch } est { $state } ; seul un lot en attente peut être abandonné.
told-staged-no-more = Le lot { $batch } n’est plus en attente.
told-given-no-more = Ce que contenait le lot { $batch } n’est plus gardé.
told-no-batch = Il n’y a pas de lot { $batch } ; regarde catalogue history.
told-nothing-to-undo = Aucun lot ne peut être annulé.
told-not-applied = Le lot { $batch } est { $state } ; seul un lot appliqué peut être annulé.
told-too-long-ago =
    { $kept ->
        [one] Le lot { $batch } est trop ancien : seul le dernier peut être annulé.
       *[other] Le lot { $batch } est trop ancien : seuls les { $kept } derniers peuvent être annulés.
    }
told-moved-since = Depuis, du stock a été déplacé, compté ou réservé ({ $items }) ; annule cela d’abord.
told-built-upon = Le lot suivant { $later } a touché les mêmes articles ({ $items }) ; annule d’abord le lot { $later }.
told-catalogue-changed = Le catalogue a changé entre-temps ; relis le lot.
told-pictures-gone = Une image du lot n’est plus là ; renvoie le lot.
told-unmended = Le lot est appliqué, mais une photo ne trouvera peut-être pas encore tout : lance hangtag audit --repair ({ $why }).
told-not-embedded = Des images du catalogue ne peuvent pas être lues.

## Fichiers

told-no-table = Ce n’est pas un tableau lisible ; envoie un CSV en UTF-8, un XLSX, ou un ZIP qui en contient un.
told-a-pdf = un PDF
told-a-picture = une image
told-no-zip = une archive, mais pas un ZIP
told-a-page = une page web ou du XML
told-file-other = Le fichier est { $what } ; envoie un CSV en UTF-8, un XLSX, ou un ZIP qui en contient un.
told-file-empty = Le fichier est vide ; envoie un tableau avec un en-tête et une ligne, ou un ZIP qui en contient un.
told-file-closed = Le fichier { $name } ne peut pas être lu ; vérifie que tu peux l’ouvrir.
told-no-table-among = Il n’y a ni CSV ni XLSX parmi les fichiers ; ajoute un tableau.
told-too-many-files =
    { $most ->
        [one] Un lot peut avoir { $most } fichier ; mets-les dans un ZIP.
       *[other] Un lot peut avoir { $most } fichiers ; mets-les dans un ZIP.
    }
told-table-too-large = Le tableau dépasse { $most } Mio ; divise-le.
told-table-too-large-in = Le tableau { $name } dépasse { $most } Mio ; divise-le.
told-workbook-xlsb = Le fichier est un classeur XLSB ; enregistre-le en XLSX et renvoie-le.
told-workbook-ods = Le fichier est un tableau OpenDocument ; enregistre-le en XLSX et renvoie-le.
told-workbook-heavy = Le classeur a une ligne ou une partie qu’aucun tableur n’écrit ; enregistre-le de nouveau et renvoie-le.
told-workbook-locked = Le classeur est verrouillé par un mot de passe ; enregistre-le sans et renvoie-le.
told-workbook-old = Le fichier est un ancien classeur XLS ou un autre document ; enregistre-le en XLSX et renvoie-le.
told-workbook-unpacked = le classeur dépasse { $most } Mio une fois décompressé ; divise-le
told-workbook-macros = le classeur contient des macros ; enregistre-le en XLSX, sans elles
told-workbook-damaged = Le fichier XLSX est abîmé ; enregistre-le à nouveau et renvoie-le.
told-workbook-sheets = Le classeur a plus de { $most } feuilles ; n’envoie que celle qu’il faut.
told-sheet-read = la feuille { $sheet } a été lue ; ignorées : { $others }
told-zip-damaged = Le fichier ZIP ou XLSX est abîmé ; refais-le.
told-zip-members = le ZIP contient plus de { $most } fichiers ; divise-le
told-zip-unpacked = le ZIP dépasse { $most } Gio une fois décompressé ; divise-le
told-zip-tables = Le ZIP contient plus de { $most } tableaux ; divise-le.
told-zip-in-zip = C’est un fichier ZIP ; décompresse-le d’abord.
told-packed-strangely = Le fichier { $name } est compressé d’une façon inconnue ; fais un ZIP.
told-member-damaged = Le fichier { $name } du ZIP est abîmé ; refais le ZIP.
told-member-outside = le fichier { $name } mène hors du ZIP ; refais le ZIP
told-member-link = le fichier { $name } est un lien vers un autre ; mets le fichier lui-même
told-member-locked = le fichier { $name } est verrouillé par un mot de passe ; mets-le sans
told-member-bomb = le fichier { $name } devient plus de { $most } fois plus gros une fois décompressé ; refais le ZIP
told-member-archive = le fichier { $name } est une archive dans le ZIP ; décompresse-la d’abord
told-member-twice = le fichier { $name } est deux fois dans le ZIP ; gardes-en un

## Tableaux

told-no-rows = il n’y a aucune ligne sous l’en-tête
told-too-many-rows = Le tableau a plus de { $most } lignes ; divise-le en plusieurs lots.
told-too-many-columns = Le tableau a plus de { $most } colonnes ; n’envoie que celles qu’il faut.
told-table-broken = Le tableau ne peut pas être lu : { $reason }.
told-above-header = ce qui est au-dessus de l’en-tête a été ignoré (ligne { $rows })
told-row-too-long = la ligne a plus de cellules que l’en-tête ; manque-t-il un guillemet ?
told-row-is-header = la ligne répète l’en-tête ; enlève-la
told-row-endless = la ligne a une cellule sans fin ; manque-t-il un guillemet là ou au-dessus ?
told-row-quotation = la ligne a un guillemet au mauvais endroit ; en manque-t-il un là ou au-dessus ?
told-cell-too-long = la cellule de la colonne { $column } a plus de { $most } caractères
told-cell-strange = la cellule de la colonne { $column } contient { $sign } ; enlève-le, et enregistre un CSV en UTF-8
told-formula-empty = la formule de la colonne { $column } n’a pas de valeur ; ouvre le fichier dans un tableur, enregistre-le et renvoie-le
told-column-missing = la colonne { $field } manque
told-column-perhaps = { $told } ; si c’est { $column }, nomme cette colonne { $field }
told-column-unknown = la colonne { $column } est inconnue et a été ignorée
told-column-like = { $told } ; veux-tu dire { $field } ? Alors nomme-la ainsi
told-column-twice = la colonne { $column } est là deux fois ; gardes-en une
told-columns-same = les colonnes { $columns } veulent toutes dire { $field } ; gardes-en une
told-magento-view = une traduction pour une seule vue de boutique a été ignorée
told-magento-kind = { $sku } réunit d’autres produits ({ $kind }) et a été ignoré
told-magento-unshown = aucune variante de { $sku } ne montre { $pictures }, ignoré
told-shopify-picture = l’image { $address } n’a pas été chargée ; envoie-la dans un ZIP, ou permets son serveur dans HANGTAG_PICTURE_HOSTS

## Lignes

told-field-empty = rien dans { $field }
told-field-too-long = { $field } a plus de { $longest } caractères
told-field-unseen = { $field } { $name } contient { $sign }, invisible ; retape-le
told-formula-failed = { $field } est { $shown }, une formule qui a échoué ; corrige-la
told-names-nothing = ni article ni SKU n’est nommé
told-two-spellings = { $field } { $name } s’écrit { $other } à la { $where }
told-two-owners = { $field } { $name } va avec { $owner } { $there } à la { $where }, ici avec { $here }
told-no-title = { $whose } : pas de titre
told-class-unknown = la classe { $named } n’est aucune de { $classes }
told-location-twice = { $whose } est déjà à la { $where } ({ $place }) ; gardes-en une
told-status-unknown = le statut { $status } n’est ni vide ni retired
told-time-unknown = l’heure { $time } n’est pas comme { $example }
told-disagree = { $whose } : { $field } est { $here } ici et { $there } à la { $where }
told-more-reserved = réservés : { $reserved }, plus que le stock : { $on_hand }
told-more-reserved-at = réservés à { $location } : { $reserved }, plus que le stock : { $on_hand }
told-quantity-wrong = la quantité ({ $field }) { $why }
told-whole-no-number = est { $text }, ce n’est pas un nombre entier
told-whole-either = est { $text }, ce qui peut vouloir dire { $readings } ; écris-la sans point ni virgule
told-whole-thousand = est { $text }, ce qui peut vouloir dire mille fois plus ; écris-la sans point ni virgule
told-whole-negative = est { $text }, mais ne peut pas être sous 0
told-whole-too-large = est { $text }, c’est trop grand
told-price-no-number = le prix { $text } n’est pas un nombre
told-price-either = le prix est { $text }, ce qui peut vouloir dire { $readings } ; écris-le avec deux décimales ou sans point ni virgule
told-price-negative = le prix { $text } est sous 0
told-price-too-large = le prix { $text } est trop grand
told-price-decimals = le prix { $text } a plus de { $most } décimales
told-currency-unknown = la devise { $code } n’est pas un code connu de trois lettres, comme EUR
told-two-currencies = le prix { $text } est en { $named }, mais la devise est { $code }
told-sku-owned = le SKU { $sku } appartient à l’article { $owner } dans le catalogue, ici à { $item }
told-sku-confusable = le SKU { $sku } ne diffère que par des espaces d’un SKU de l’article { $item } du catalogue : écris les deux pareil
told-sku-unknown = le SKU { $sku } n’est pas dans le catalogue
told-sku-unknown-stock = le SKU { $sku } n’est pas dans le catalogue ; seul le stock est changé
told-item-unknown = l’article { $item } n’est pas dans le catalogue
told-barcode-owned = le code-barres { $barcode } appartient au SKU { $holder } dans le catalogue, ici à { $sku }

## Images

told-picture-absent = l’image { $name } est nommée mais n’est pas venue avec le lot
told-picture-closed = l’image { $name } ne peut pas être lue
told-picture-not-bare = ce qu’un appareil a écrit à côté des pixels ne peut pas être retiré ; enregistre-la en JPEG ou en PNG
told-picture-refused = l’image { $name } n’est pas lisible comme image : { $why }
told-picture-unreadable = l’image { $name } n’est pas lisible comme image
told-pixels = { $width } × { $height } pixels, plus que { $most } millions
told-picture-changed = L’image { $name } a changé depuis la vérification ; réimporte le lot.
told-picture-too-large = L’image { $name } dépasse { $most } Mio ; envoies-en une plus petite.
told-pictures-too-large = Les images par adresse dépassent ensemble { $most } Gio ; divise le lot.
told-picture-not-fetched = L’image { $name } n’a pas été chargée ; permets son serveur dans HANGTAG_PICTURE_HOSTS, ou envoie-la dans un ZIP.
told-name-ambiguous = Le nom { $name } est à plusieurs endroits du ZIP, comme { $one } et { $other } ; nomme aussi le dossier.
told-link-none = L’adresse d’une image ne peut pas être ouverte.
told-link-circles = L’image { $address } n’a pas pu être chargée, son lien tourne en rond.
told-link-status = L’image { $address } n’a pas pu être chargée, son serveur répond { $status }.
told-link-empty = L’image { $address } est vide (0 octet).
told-link-http = L’image { $address } n’a pas été chargée : son adresse doit commencer par https://.
told-link-slow = L’image { $address } a pris trop de temps à charger.
told-link-failed = L’image { $address } n’a pas pu être chargée.
told-link-too-large = L’image { $address } dépasse { $allowed } Mo.
told-host-unknown = Le serveur { $host } n’est pas dans HANGTAG_PICTURE_HOSTS.
told-host-failed = Le serveur { $host } a échoué { $times } fois et n’a plus été interrogé.

## La liste à télécharger

told-report-kind = genre
told-report-item = article
told-report-file = fichier
told-report-row = ligne
told-report-what = quoi
told-report-before = avant
told-report-after = après
told-report-refused = refusé
told-report-note = remarque
told-report-new = nouveau
told-report-changed = modifié
told-report-retired = retiré
told-report-deleted = supprimé
told-report-unchanged = inchangé
told-report-missing = absent
told-report-lookalike = doublon probable
told-report-unnamed = absent du lot ; reste tel quel
told-report-like = ressemble à { $other }
told-report-like-new = ressemble à { $other }, nouveau dans ce lot aussi
