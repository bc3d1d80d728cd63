# Managing the catalogue in the chat, for admins, in French.

help-catalogue-title = Gérer le catalogue
help-catalogue = Joins un fichier CSV, XLSX ou ZIP, et écris « catalogue upload ». Ajoute replace, stock ou delete si c’est ce que tu veux. Tu peux aussi écrire : catalogue status, feeds, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = Tu peux écrire : catalogue upload (avec un fichier CSV, XLSX ou ZIP joint), status, feeds, history, item X, undo, undo N, places, duplicates, audit, columns, export, export zip.
catalogue-forbidden = Seul un admin peut voir et modifier tout le catalogue. Demande à la personne qui gère ce bot de te nommer admin.
catalogue-personal-only = Le catalogue se gère seulement dans notre conversation privée. Écris-moi là-bas.
catalogue-busy = Trop de tâches sont en cours sur le catalogue. Renvoie-le dans une minute.
catalogue-which-item = Quel article ? Écris par exemple : catalogue item { $example }.
catalogue-no-file = Joins un fichier CSV, XLSX ou ZIP à ce message, puis renvoie-le.
catalogue-mode-unknown = Je ne connais pas ce type d’envoi. Écris catalogue upload, ou catalogue upload avec replace, stock, stock all places ou delete.
catalogue-too-many-files =
    { $count ->
        [one] Envoie { $count } fichier au maximum par message, ou un fichier ZIP.
       *[other] Envoie { $count } fichiers au maximum par message, ou un fichier ZIP.
    }
catalogue-file = fichier { $number }
catalogue-nothing-to-undo = Il n’y a aucun lot à annuler.

fact-new = Nouveaux articles
fact-changed = Modifiés
fact-unchanged = Inchangés
fact-retired = Retirés
fact-deleted = Supprimés
fact-missing = Absents du lot
fact-items = Articles
fact-skus = SKU
fact-pieces = Pièces en stock
fact-pictures = Images
fact-vectors = Vecteurs
fact-not-indexed = Absentes de l’index
fact-not-found = Non trouvées par la recherche
fact-lost = Fichiers manquants

field-item = Article
field-class = Classe
field-colour = Couleur
field-brand = Marque
field-price = Prix
field-pictures = Images
field-description = Description

history-title = Derniers lots
history-empty = Il n’y a pas encore de lot.
history-hint = Tu peux annuler un lot marqué ↶. Écris catalogue undo et son numéro.
history-undo = Annuler le lot { $batch }

status-title = Catalogue
status-told-apart = Une photo permet de distinguer { $count } articles sur { $items }, au { $when }.
status-unfinished = L’index de recherche est en cours d’écriture, ou l’écriture a été interrompue. Écris « catalogue audit ».
duplicates-title =
    { $count ->
        [0] Aucun article ne ressemble à un autre
        [one] { $count } paire d’articles se ressemble
       *[other] { $count } paires d’articles se ressemblent
    }
audit-ok =
    { $count ->
        [0] Aucune image à chercher
        [one] La recherche trouve l’unique image
       *[other] La recherche trouve les { $count } images
    }
audit-wrong =
    { $count ->
        [one] La recherche ne trouve pas { $count } image
       *[other] La recherche ne trouve pas { $count } images
    }
audit-repaired =
    { $count ->
        [one] { $count } image a été réparée. Fichiers manquants : { $lost }
       *[other] { $count } images ont été réparées. Fichiers manquants : { $lost }
    }
audit-repair = Réparer
export-items =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
export-pictures =
    { $count ->
        [one] { $count } image
       *[other] { $count } images
    }
export-until = Le lien est valable jusqu’au { $when }.
export-download = Télécharger
