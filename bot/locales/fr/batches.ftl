# Batches: what one would change, its progress and its result, in French.

batch-title = Le lot { $batch } ferait ces changements
batch-no-news = Tout cela est déjà dans le catalogue. Rien ne changerait.
batch-refused = Le lot { $batch } a été refusé, et rien n’a changé
batch-refused-rows =
    { $count ->
        [one] { $count } ligne a été refusée. Corrige-la, puis renvoie tout le fichier.
       *[other] { $count } lignes ont été refusées. Corrige-les, puis renvoie tout le fichier.
    }
batch-rest-rows =
    { $count ->
        [one] { $count } ligne a été refusée. Tu peux appliquer les autres maintenant. Corrige la ligne refusée dans son fichier, puis envoie ce fichier.
       *[other] { $count } lignes ont été refusées : celles qui ont un défaut et les autres des mêmes articles. Tu peux appliquer les autres maintenant. Corrige les lignes refusées dans leur fichier, puis envoie ce fichier.
    }
batch-rest-nothing = Ce que disent les autres lignes est déjà dans le catalogue.
batch-rest-changes = Les autres lignes changeraient
batch-apply-rest =
    { $count ->
        [one] Appliquer l’autre ligne
       *[other] Appliquer les { $count } autres lignes
    }
batch-refused-file = Lignes refusées
columns-ask = Dis-moi ce que signifient les colonnes, et je lirai le fichier. Je le retiendrai pour les fichiers qui ont les mêmes colonnes.
columns-none = pas dans ce fichier
columns-read = Lire ainsi
columns-twice = Choisis chaque colonne une seule fois.
columns-answered = Les colonnes du lot { $batch } sont déjà connues. Pour les changer, renvoie le fichier.
columns-send-again = J’ai retenu les colonnes. Renvoie le fichier.
columns-title = Colonnes retenues
columns-nothing = Je n’ai retenu aucune colonne.
columns-forget = Oublier
batch-refused-summary = Le lot { $batch } a été refusé, et rien n’a changé.
batch-summary = Lot { $batch }. Nouveaux : { $new }, modifiés : { $changed }, retirés ou supprimés : { $gone }. Appliquer ?
batch-mode =
    { $mode ->
        [replace] remplace tout le catalogue
        [stock] stock seulement
        [delete] supprime ce qu’il liste
       *[upsert] {""}
    }
batch-changes = Modifications
batch-deletes = À supprimer
batch-lookalikes = Doublons probables
batch-notes = Remarques
batch-apply = Appliquer
batch-discard = Abandonner
batch-undo = Annuler
batch-report = Liste
batch-by = par { $name }
batch-state =
    { $state ->
        [staged] Le lot { $batch } est prêt à être appliqué
        [applying] Le lot { $batch } est en cours d’application
        [applied] Le lot { $batch } a été appliqué
        [undone] Le lot { $batch } a été annulé
        [discarded] Le lot { $batch } a été abandonné
       *[failed] Le lot { $batch } n’a pas été appliqué
    }
batch-undone-what = Annulé : { $what }.
batch-in-work = Le lot { $batch } est déjà en cours. Sa carte montre où il en est.
batch-not-waiting =
    { $state ->
        [applied] Le lot { $batch } a déjà été appliqué. Rien d’autre n’a changé.
        [discarded] Le lot { $batch } a été abandonné. Renvoie le fichier.
        [undone] Le lot { $batch } a été annulé. Renvoie le fichier.
        [applying] Le lot { $batch } est déjà en cours d’application.
       *[failed] Le lot { $batch } ne peut pas être appliqué. Renvoie le fichier.
    }
batch-not-undoable =
    { $state ->
        [undone] Le lot { $batch } a déjà été annulé. Rien d’autre n’a changé.
        [applied] Le lot { $batch } est trop ancien. Seuls les dix derniers lots peuvent être annulés.
       *[staged] Le lot { $batch } n’a pas été appliqué, il n’y a donc rien à annuler.
    }

looks-like = { $percent } % semblable :
looks-like-within = aussi nouveau dans ce lot

count-new =
    { $count ->
        [one] { $count } nouveau
       *[other] { $count } nouveaux
    }
count-changed =
    { $count ->
        [one] { $count } modifié
       *[other] { $count } modifiés
    }
count-retired =
    { $count ->
        [one] { $count } retiré
       *[other] { $count } retirés
    }
count-deleted =
    { $count ->
        [one] { $count } supprimé
       *[other] { $count } supprimés
    }
count-refused =
    { $count ->
        [one] { $count } ligne refusée
       *[other] { $count } lignes refusées
    }
count-left-out =
    { $count ->
        [one] { $count } ligne laissée de côté
       *[other] { $count } lignes laissées de côté
    }
count-nothing = aucun changement

progress-upload = Lecture de tes fichiers
progress-apply = Application du lot { $batch }
progress-undo = Annulation du lot { $batch }
progress-audit = Vérification de toutes les images
progress-repair = Réparation
progress-duplicates = Comparaison de tous les articles
progress-export = Création du fichier
progress-stage =
    { $stage ->
        [check] Vérification des lignes et des images
        [embed] Analyse des images
        [store] Enregistrement des images
        [write] Écriture
        [audit] Vérification de l’écriture
        [compare] Comparaison
        [export] Compression
       *[waiting] Un instant
    }
progress-count = { $doing } : { $done } sur { $total }
work-failed = Le lot { $batch } n’a pas pu être terminé. Pour voir où il en est, écris « catalogue history ».
