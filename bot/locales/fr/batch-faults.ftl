# Faults of batches and the columns of their report, in French. The English is in catalogue/messages/en.ftl.

## Where it is

column-item = article
column-title = titre
column-class = classe
column-colour = couleur
column-brand = marque
column-price = prix
column-currency = devise
column-sku = SKU
column-size = taille
column-barcode = code-barres
column-location = emplacement
column-location-code = code d’emplacement
column-on-hand = stock
column-reserved = réservé
column-pictures = images
column-status = statut
column-description = description
field-of = { $field } de { $sku }
field-at = { $field } de { $sku } à { $location }
the-item = article { $item }
the-sku = SKU { $sku }
in-row = ligne { $row }
in-row-of-file = ligne { $row } de { $file }
in-file = { $file }
inside = Dans { $name } : { $told }.
and = { $one } et { $other }
same-location = même emplacement
did-you-mean = { $told } ; tu voulais dire { $like } ?
retired = retiré
sign = un caractère U+{ $code }
sign-lost = un caractère perdu en route (U+FFFD)
sign-nul = le caractère NUL (U+0000)

## The batch as a whole

refused = le lot a une erreur : { $reason }
refused-at = le lot a une erreur ({ $where }) : { $reason }
refused-more = { $first } (et { $more } de plus)
refused-all = Rien n’a changé, car { $why }.
cut-off = La lecture a été interrompue. Renvoie le lot.
stale = Le catalogue a changé depuis que ce lot lui a été comparé. Regarde ce qu’il changerait maintenant.
expired = Personne n’a appliqué ce lot en deux semaines. Renvoie-le.
state-staged = en attente
state-applying = en cours d’application
state-applied = appliqué
state-discarded = abandonné
state-undone = annulé
state-failed = échoué
not-staged-apply = Le lot { $batch } est { $state } ; seul un lot en attente peut être appliqué.
not-staged-discard = Le lot { $batch } est { $state } ; seul un lot en attente peut être abandonné.
staged-no-more = Le lot { $batch } n’est plus en attente.
given-no-more = Les données du lot { $batch } ne sont plus conservées.
no-batch = Il n’y a pas de lot { $batch }. Écris catalogue history pour voir tous les lots.
nothing-to-undo = Il n’y a aucun lot à annuler.
not-applied = Le lot { $batch } est { $state } ; seul un lot appliqué peut être annulé.
too-long-ago =
    { $kept ->
        [one] Le lot { $batch } est trop ancien. Seul le dernier peut être annulé.
       *[other] Le lot { $batch } est trop ancien. Seuls les { $kept } derniers peuvent être annulés.
    }
moved-since = Depuis, du stock a été déplacé, compté ou réservé ({ $items }). Annule cela d’abord.
built-upon = Le lot suivant { $later } a modifié les mêmes articles ({ $items }). Annule d’abord le lot { $later }.
catalogue-changed = Le catalogue a changé entre-temps. Relis le lot.
pictures-gone = Une image du lot n’est plus là. Renvoie le lot.
unmended = Le lot a été appliqué, mais une photo ne trouvera peut-être pas encore tout. Lance hangtag audit --repair ({ $why }).
not-embedded = Des images du catalogue ne peuvent pas être analysées.

## Files

no-table = Ce n’est pas un tableau lisible ; envoie un CSV en UTF-8, un XLSX, ou un ZIP qui en contient un.
a-pdf = un PDF
a-picture = une image
no-zip = une archive, mais pas un ZIP
a-page = une page web ou du XML
file-other = Le fichier est { $what } ; envoie un CSV en UTF-8, un XLSX, ou un ZIP qui en contient un.
file-empty = Le fichier est vide ; envoie un tableau avec un en-tête et une ligne, ou un ZIP qui en contient un.
file-closed = Le fichier { $name } ne peut pas être lu ; vérifie que tu peux l’ouvrir.
no-table-among = Il n’y a ni CSV ni XLSX parmi les fichiers ; ajoute un tableau.
too-many-files =
    { $most ->
        [one] Un lot peut avoir { $most } fichier ; mets-les dans un ZIP.
       *[other] Un lot peut avoir { $most } fichiers ; mets-les dans un ZIP.
    }
table-too-large = Le tableau dépasse { $most } Mio ; divise-le.
table-too-large-in = Le tableau { $name } dépasse { $most } Mio ; divise-le.
workbook-xlsb = Le fichier est un classeur XLSB ; enregistre-le en XLSX et renvoie-le.
workbook-ods = Le fichier est un tableau OpenDocument ; enregistre-le en XLSX et renvoie-le.
workbook-heavy = Le classeur a une ligne ou une partie qu’aucun tableur n’écrit ; enregistre-le de nouveau et renvoie-le.
workbook-locked = Le classeur est verrouillé par un mot de passe ; enregistre-le sans et renvoie-le.
workbook-old = Le fichier est un ancien classeur XLS ou un autre document ; enregistre-le en XLSX et renvoie-le.
workbook-unpacked = le classeur dépasse { $most } Mio une fois décompressé ; divise-le
workbook-macros = le classeur contient des macros ; enregistre-le en XLSX, sans elles
workbook-damaged = Le fichier XLSX est abîmé ; enregistre-le à nouveau et renvoie-le.
workbook-sheets = Le classeur a plus de { $most } feuilles ; n’envoie que celle qu’il faut.
sheet-read = la feuille { $sheet } a été lue ; ignorées : { $others }
zip-damaged = Le fichier ZIP ou XLSX est abîmé ; refais-le.
zip-members = le ZIP contient plus de { $most } fichiers ; divise-le
zip-unpacked = le ZIP dépasse { $most } Gio une fois décompressé ; divise-le
zip-tables = Le ZIP contient plus de { $most } tableaux ; divise-le.
zip-in-zip = C’est un fichier ZIP ; décompresse-le d’abord.
packed-strangely = Le fichier { $name } est compressé d’une façon inconnue ; fais un ZIP.
member-damaged = Le fichier { $name } du ZIP est abîmé ; refais le ZIP.
member-outside = le fichier { $name } mène hors du ZIP ; refais le ZIP
member-link = le fichier { $name } est un lien vers un autre ; mets le fichier lui-même
member-locked = le fichier { $name } est verrouillé par un mot de passe ; mets-le sans
member-bomb = le fichier { $name } devient plus de { $most } fois plus gros une fois décompressé ; refais le ZIP
member-archive = le fichier { $name } est une archive dans le ZIP ; décompresse-la d’abord
member-twice = le fichier { $name } est deux fois dans le ZIP ; gardes-en un

## Tables

no-rows = il n’y a aucune ligne sous l’en-tête
too-many-rows = Le tableau a plus de { $most } lignes ; divise-le en plusieurs lots.
too-many-columns = Le tableau a plus de { $most } colonnes ; n’envoie que celles qu’il faut.
table-broken = Le tableau ne peut pas être lu : { $reason }.
above-header = tout ce qui est au-dessus de l’en-tête a été ignoré (ligne { $rows })
header-two-rows = les en-têtes sont dans les lignes { $first } et { $second }, lus ainsi : { $columns }
column-unnamed = les colonnes { $columns } ont un contenu mais pas de nom, et ont été ignorées
names-again = cette ligne nomme encore les colonnes, et a été laissée de côté
total-row = cette ligne est le total des quantités au-dessus, et a été laissée de côté
footer-row = cette ligne est la fin d’une page ou d’un rapport, et a été laissée de côté
total-differs = la ligne ressemble à un total, mais n’est pas la somme des quantités au-dessus ; manque-t-il une ligne ? Enlève-la si toutes y sont
column-under-group = la colonne { $column } est sous { $group } ; est-ce bien ce que veut dire le catalogue ? Mets une seule ligne de noms au-dessus du tableau, et renomme la colonne, ou enlève-la
row-too-long = la ligne a plus de cellules que l’en-tête ; manque-t-il un guillemet ?
row-is-header = la ligne répète l’en-tête ; supprime-la
row-endless = la ligne a une cellule sans fin ; manque-t-il un guillemet là ou au-dessus ?
row-quotation = la ligne a un guillemet au mauvais endroit ; en manque-t-il un là ou au-dessus ?
cell-too-long = la cellule de la colonne { $column } a plus de { $most } caractères
cell-strange = la cellule de la colonne { $column } contient { $sign } ; enlève-le, et enregistre un CSV en UTF-8
formula-empty = la formule de la colonne { $column } n’a pas de valeur ; ouvre le fichier dans un tableur, enregistre-le et renvoie-le
column-missing = la colonne { $field } manque
column-perhaps = { $told } ; si c’est { $column }, nomme cette colonne { $field }
column-unknown = la colonne { $column } est inconnue et a été ignorée
column-like = { $told } ; tu voulais dire { $field } ? Alors nomme-la ainsi
column-twice = la colonne { $column } apparaît deux fois ; gardes-en une
columns-same = les colonnes { $columns } veulent toutes dire { $field } ; gardes-en une
magento-view = une traduction pour une seule vue de boutique a été ignorée
magento-kind = { $sku } réunit d’autres produits ({ $kind }) et a été ignoré
magento-unshown = aucune variante de { $sku } ne montre { $pictures }, ignoré
shopify-picture = l’image { $address } n’a pas été chargée ; envoie-la dans un ZIP, ou autorise son serveur dans HANGTAG_PICTURE_HOSTS

## Rows

field-empty = rien dans { $field }
field-too-long = { $field } a plus de { $longest } caractères
field-unseen = { $field } { $name } contient { $sign }, invisible ; retape-le
formula-failed = { $field } est { $shown }, une formule en erreur ; corrige-la
names-nothing = ni article ni SKU n’est indiqué
two-spellings = { $field } { $name } s’écrit { $other } à la { $where }
two-owners = { $field } { $name } va avec { $owner } { $there } à la { $where }, ici avec { $here }
no-title = { $whose } : pas de titre
class-of-category = la classe { $named } a été lue comme { $like }
class-unknown = la classe { $named } n’est aucune de { $classes }
location-twice = { $whose } est déjà à la { $where } ({ $place }) ; gardes-en une
place-code-shared = le code { $code } va ici avec { $place }, mais à la { $where } avec { $other } ; un code va avec un seul emplacement
place-code-second = { $place } a ici le code { $code }, mais à la { $where } le code { $other } ; un emplacement a un seul code
place-code-unknown = aucun emplacement n’a le code { $code } ; indique aussi l’emplacement
place-codes = ces emplacements reçoivent un code : { $codes }
status-unknown = le statut { $status } n’est ni vide ni retired
time-unknown = l’heure { $time } n’est pas comme { $example }
disagree = { $whose } : { $field } est { $here } ici et { $there } à la { $where }
more-reserved = réservés : { $reserved }, plus que le stock : { $on_hand }
more-reserved-at = réservés à { $location } : { $reserved }, plus que le stock : { $on_hand }
quantity-wrong = la quantité ({ $field }) { $why }
whole-no-number = est { $text }, ce n’est pas un nombre entier
whole-either = est { $text }, ce qui peut vouloir dire { $readings } ; écris-la sans point ni virgule
whole-thousand = est { $text }, ce qui peut vouloir dire mille fois plus ; écris-la sans point ni virgule
three-decimals = les nombres de { $field } ont trois décimales, comme { $text }, et ont été lus ainsi
whole-negative = est { $text }, mais ne peut pas être sous 0
whole-too-large = est { $text }, c’est trop grand
price-no-number = le prix { $text } n’est pas un nombre
price-dollar = le prix { $text } peut être en n’importe quel dollar ; indique le code, par exemple USD, dans la colonne devise
price-either = le prix est { $text }, ce qui peut vouloir dire { $readings } ; écris-le avec deux décimales ou sans point ni virgule
price-negative = le prix { $text } est sous 0
price-too-large = le prix { $text } est trop grand
price-decimals = le prix { $text } a plus de { $most } décimales
currency-unknown = la devise { $code } n’est pas un code connu de trois lettres, comme EUR
two-currencies = le prix { $text } est en { $named }, mais la devise est { $code }
sku-owned = le SKU { $sku } appartient à l’article { $owner } dans le catalogue, ici à { $item }
sku-unknown = le SKU { $sku } n’est pas dans le catalogue
sku-unknown-stock = le SKU { $sku } n’est pas dans le catalogue ; seul le stock est changé
all-places = le lot nomme tous les emplacements de ses SKU ; ce qu’elles ont ailleurs devient 0 ({ $count })
skus-alike = la SKU { $sku } et la SKU { $other } en { $where } ne diffèrent que par des zéros au début, des majuscules, des espaces ou des tirets ; si c’est la même, écris-les de la même façon
item-unknown = l’article { $item } n’est pas dans le catalogue
barcode-owned = le code-barres { $barcode } appartient au SKU { $holder } dans le catalogue, ici à { $sku }

## Pictures

picture-absent = l’image { $name } est indiquée mais n’est pas dans le lot
picture-closed = l’image { $name } ne peut pas être lue
picture-not-bare = les métadonnées de l’appareil photo ne peuvent pas être retirées ; enregistre l’image en JPEG ou en PNG
picture-refused = l’image { $name } n’est pas lisible comme image : { $why }
picture-unreadable = l’image { $name } n’est pas lisible comme image
pixels = { $width } × { $height } pixels, plus que { $most } millions
picture-changed = L’image { $name } a changé depuis la vérification ; réimporte le lot.
picture-too-large = L’image { $name } dépasse { $most } Mio ; envoies-en une plus petite.
pictures-too-large = Les images par adresse dépassent ensemble { $most } Gio ; divise le lot.
picture-not-fetched = L’image { $name } n’a pas été chargée ; autorise son serveur dans HANGTAG_PICTURE_HOSTS, ou envoie-la dans un ZIP.
name-ambiguous = Le nom { $name } est à plusieurs endroits du ZIP, comme { $one } et { $other } ; nomme aussi le dossier.
link-none = L’adresse d’une image ne peut pas être ouverte.
link-circles = Impossible de charger l’image { $address } : son lien tourne en rond.
link-status = Impossible de charger l’image { $address } : son serveur a répondu { $status }.
link-empty = L’image { $address } est vide (0 octet).
link-http = L’image { $address } n’a pas été chargée : son adresse doit commencer par https://.
link-slow = L’image { $address } a pris trop de temps à charger.
link-failed = Impossible de charger l’image { $address }.
link-too-large = L’image { $address } dépasse { $allowed } Mo.
host-unknown = Le serveur { $host } n’est pas dans HANGTAG_PICTURE_HOSTS.
host-failed = Le serveur { $host } a échoué { $times } fois et n’a plus été interrogé.

## The report to download

report-kind = type
report-item = article
report-file = fichier
report-row = ligne
report-what = quoi
report-before = avant
report-after = après
report-refused = refusé
report-note = remarque
report-new = nouveau
report-changed = modifié
report-retired = retiré
report-deleted = supprimé
report-unchanged = inchangé
report-missing = absent
report-lookalike = doublon probable
report-unnamed = absent du lot ; reste tel quel
report-like = ressemble à { $other }
report-like-new = ressemble à { $other }, aussi nouveau dans ce lot
sheets-alike = Les feuilles { $sheets } ont les mêmes colonnes ; mets toutes les lignes sur une feuille, ou n’envoie que celle qu’il faut.
sheet-hidden = la feuille { $sheet } est masquée
rows-hidden = les lignes masquées ont été lues aussi : { $rows }
header-merged = l’en-tête a des cellules fusionnées ou deux lignes ; écris le nom de chaque colonne dans sa propre cellule
cell-merged = les cellules de { $column } sont fusionnées des lignes { $first } à { $last } ; donne à chaque ligne sa propre valeur
cells-filled = les cellules fusionnées ont été remplies vers le bas : { $columns }
workbook-numbers = Le fichier est un tableau Numbers ; exporte-le en Excel (XLSX) et envoie ce fichier.
workbook-page = Le fichier est une page web, même s’il s’appelle XLS ; ouvre-le dans un tableur, enregistre-le en XLSX et envoie ce fichier.
identifier-date = { $field } est { $text }, une date sans doute créée par un tableur ; mets la colonne au format texte et ressaisis-la
identifier-number = { $field } est { $text }, un nombre raccourci par un tableur ; mets la colonne au format texte et ressaisis-la
identifier-null = { $field } est { $text }, ce qui ne désigne rien ; remplis la cellule ou laisse-la vide
words-blank = { $words } compte comme vide ({ $field })
sku-like-known = le SKU { $sku } ne diffère que par des zéros, des espaces ou des tirets de { $known } de l’article { $item } du catalogue ; écris les deux pareil
location-blank = la ligne a une quantité mais pas d’emplacement, alors que d’autres lignes en ont un ; indique-le
location-needed = le SKU { $sku } est à { $places } ; indique l’emplacement de cette quantité
text-repaired = des lettres encodées deux fois ont été réparées (lignes { $rows })
encoding-unclear = Les lettres de ce CSV ne peuvent pas être lues avec certitude ; enregistre-le en « CSV UTF-8 » ou en XLSX et renvoie-le.
html-removed = le HTML des descriptions a été changé en texte

shop-no-sku = { $name } n’a pas de SKU et a été ignoré
shop-no-garment = cela ne se range pas en rayon ({ $word }), ignoré : { $names }
shop-prices = les prix de { $item } diffèrent ; le prix retenu est { $price }, pas { $others }
shop-other-prices = d’autres prix ont été ignorés : { $names }
shop-attributes = des attributs sans place dans le catalogue ont été ignorés : { $names }
shop-retired = { $word } dans la boutique, donc retirés : { $names }
shop-unpublished = { $word } dans la boutique, repris comme les autres : { $names }
shop-below-zero = un stock sous zéro compte comme 0 : { $names }
shop-not-stocked = aucun stock repris là où il est écrit { $word } : { $names }
shop-oversold = plus de pièces réservées qu’en stock ; tout le stock compte comme réservé : { $names }
shop-dollar = les prix ont été repris sans devise, car { $names } peut être n’importe quel dollar
shop-price-variable = sans prix fixe : { $names }
magento-missing = des variantes d’un produit manquent dans le fichier : { $names }
location-columns = chacune de ces colonnes compte comme un emplacement : { $columns }
stock-by-location = les stocks sans emplacement ont été ignorés, car un autre fichier compte chaque emplacement : { $names }
shop-parent-missing = { $parent }, le parent de { $sku }, manque dans le fichier
shop-row-ignored = une ligne du type { $kind } a été ignorée
google-no-counts = le flux ne compte pas le stock par emplacement ; le stock reste tel quel, et vaut 0 pour le nouveau
prestashop-sums = la liste de produits de PrestaShop n’a pas de déclinaisons : si un produit a des tailles, sa ligne est leur somme ; envoie alors un tableau avec une ligne par taille
prestashop-combinations = les déclinaisons de PrestaShop n’ont pas de nom ; envoie un tableau avec le nom, la référence et la quantité de chacune
business-central-variants = les variantes de Business Central n’ont pas de SKU ; envoie un tableau avec une ligne et un SKU par variante
size-columns = les tailles { $sizes } sont des colonnes, aucune n’a donc de SKU ; envoie une ligne par taille, avec son SKU
pictures-elsewhere = les images que l’export nomme ne sont pas venues avec lui ({ $count }) ; envoie-les dans un ZIP
feed-damaged = Le flux XML est endommagé ; exporte-le à nouveau, ou envoie un CSV en UTF-8 ou un XLSX.
refused-advised = Rien n’a été modifié, car { $why }. { $advice }
columns-advice = Les colonnes sont { $columns } ; renomme-les, ou importe avec : { $options }
columns-remembered = les colonnes ont été lues comme indiqué le { $date } : { $columns } ; pour l’oublier, écris « catalogue columns »
picture-key = l’image { $name } porte sa clé d’un autre catalogue ; exporte là-bas un ZIP, qui apporte les images
pictures-unused = images venues qu’aucune ligne ne nomme ({ $count }) : { $names }
pictures-not-allowed = des images n’ont pas été récupérées de { $hosts } ({ $count }) ; envoie-les dans un ZIP, ou autorise l’hôte dans HANGTAG_PICTURE_HOSTS
pictures-in-cells = les images dans des cellules n’ont pas été lues ({ $count }) ; envoie-les comme fichiers dans un ZIP avec le tableau
pictures-embedded = les images dans le classeur n’ont pas été lues ({ $count }) ; envoie-les comme fichiers dans un ZIP avec le tableau
pictures-embedded-rest = d’autres images du classeur n’ont pas été lues ({ $count }), car elles ne sont à aucune ligne ou à plusieurs articles ; envoie-les en fichiers dans un ZIP avec le tableau
refused-column = ce qui ne va pas
refused-why = { $where } : { $why }
refused-with-item = laissée de côté, car une autre ligne du même article a un défaut
feed-incomplete = Les produits du flux n’ont pas d’identifiant ou pas de titre ; envoie un flux avec les deux, ou un CSV en UTF-8 ou un XLSX.
