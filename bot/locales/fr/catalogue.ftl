# Le catalogue tenu dans la conversation, pour les admins, en français.

help-catalogue-title = Tenir le catalogue
help-catalogue = Joins un CSV, un XLSX ou un ZIP et écris « catalogue upload », suivi de replace, stock ou delete si c’est voulu. Aussi : catalogue status, history, item X, undo, duplicates, audit, export, export zip.
catalogue-commands = Je connais : catalogue upload (avec un CSV, un XLSX ou un ZIP joint), status, history, item X, undo, undo N, duplicates, audit, export, export zip.
catalogue-forbidden = Seul un admin peut voir et changer le catalogue entier ; demande à qui gère ce bot de t’ajouter.
catalogue-personal-only = Le catalogue se tient dans la conversation privée avec moi ; écris-moi là-bas.
catalogue-busy = Trop de travaux sont déjà en cours sur le catalogue ; renvoie-le dans une minute.
catalogue-which-item = Quel article ? Écris par exemple : catalogue item { $example }.
catalogue-no-file = Joins un CSV, un XLSX ou un ZIP à ce message et renvoie-le.
catalogue-mode-unknown = Je ne connais pas ce genre d’envoi ; écris catalogue upload, ou upload replace, stock ou delete.
catalogue-too-many-files =
    { $count ->
        [one] Envoie { $count } fichier au plus par message, ou un ZIP.
       *[other] Envoie { $count } fichiers au plus par message, ou un ZIP.
    }
catalogue-file = fichier { $number }
catalogue-nothing-to-undo = Aucun lot ne peut être annulé.

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
fact-not-found = Introuvables dans l’index
fact-lost = Fichiers disparus

field-item = Article
field-class = Classe
field-colour = Couleur
field-brand = Marque
field-price = Prix
field-pictures = Images
field-description = Description

history-title = Les derniers lots
history-empty = Aucun lot n’a encore été envoyé.
history-hint = ↶ peut être annulé : écris catalogue undo et son numéro.
history-undo = Annuler le lot { $batch }

status-title = Le catalogue
status-unfinished = L’index de recherche est en cours d’écriture, ou a été interrompu ; écris « catalogue audit ».
duplicates-title =
    { $count ->
        [0] Aucun article ne ressemble à un autre
        [one] { $count } paire d’articles se ressemble
       *[other] { $count } paires d’articles se ressemblent
    }
audit-ok =
    { $count ->
        [0] Aucune image à chercher
        [one] L’unique image est retrouvée par son propre vecteur
       *[other] Les { $count } images sont retrouvées par leur propre vecteur
    }
audit-wrong =
    { $count ->
        [one] { $count } image n’est pas retrouvée par son propre vecteur
       *[other] { $count } images ne sont pas retrouvées par leur propre vecteur
    }
audit-repaired =
    { $count ->
        [one] { $count } image a été remise en ordre ; fichiers disparus : { $lost }
       *[other] { $count } images ont été remises en ordre ; fichiers disparus : { $lost }
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
