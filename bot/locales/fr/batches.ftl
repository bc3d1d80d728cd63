# Ce qu’un lot changerait et ce qu’il est devenu, en français.

batch-title = Le lot { $batch } changerait ceci
batch-no-news = Le catalogue contient déjà tout cela ; rien ne changerait.
batch-refused = Le lot { $batch } est refusé ; rien n’a été changé
batch-refused-rows =
    { $count ->
        [one] { $count } ligne est refusée. Corrige-la et renvoie tout le fichier.
       *[other] { $count } lignes sont refusées. Corrige-les et renvoie tout le fichier.
    }
batch-refused-summary = Le lot { $batch } est refusé ; rien n’a été changé.
batch-summary = Lot { $batch } : nouveaux : { $new }, modifiés : { $changed }, retirés ou supprimés : { $gone }. Appliquer ?
batch-mode =
    { $mode ->
        [replace] remplace tout le catalogue
        [stock] stock seul
        [delete] supprime ce qu’il nomme
       *[upsert] {""}
    }
batch-changes = Changements
batch-deletes = À supprimer
batch-lookalikes = Doublons probables
batch-notes = Remarques
batch-apply = Appliquer
batch-discard = Rejeter
batch-undo = Annuler
batch-report = Liste
batch-by = par { $name }
batch-state =
    { $state ->
        [staged] Le lot { $batch } attend ton accord
        [applying] Le lot { $batch } est en cours d’application
        [applied] Le lot { $batch } est appliqué
        [undone] Le lot { $batch } est annulé
        [discarded] Le lot { $batch } est abandonné
       *[failed] Le lot { $batch } n’a pas été appliqué
    }
batch-undone-what = Défait : { $what }.
batch-in-work = Le lot { $batch } est déjà en cours ; sa carte montre où il en est.
batch-not-waiting =
    { $state ->
        [applied] Le lot { $batch } est déjà appliqué ; rien n’a été refait.
        [discarded] Le lot { $batch } a été abandonné ; renvoie le fichier.
        [undone] Le lot { $batch } a été annulé ; renvoie le fichier.
        [applying] Le lot { $batch } est déjà en cours d’application.
       *[failed] Le lot { $batch } ne peut pas être appliqué ; renvoie le fichier.
    }
batch-not-undoable =
    { $state ->
        [undone] Le lot { $batch } est déjà annulé ; rien n’a été refait.
        [applied] Le lot { $batch } est trop ancien : seuls les dix derniers peuvent être annulés.
       *[staged] Le lot { $batch } n’a pas été appliqué, il n’y a donc rien à annuler.
    }

looks-like = semblable à { $percent } % :
looks-like-within = nouveau dans ce lot aussi

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
count-nothing = rien de nouveau

progress-upload = Je lis ce que tu as envoyé
progress-apply = J’applique le lot { $batch }
progress-undo = J’annule le lot { $batch }
progress-audit = Je cherche chaque image
progress-repair = Je répare
progress-duplicates = Je compare tous les articles
progress-export = J’écris le fichier
progress-stage =
    { $stage ->
        [check] Je vérifie les lignes et les images
        [embed] Je regarde les images
        [store] Je range les images
        [write] J’écris
        [audit] Je cherche ce qui a été écrit
        [compare] Je compare
        [export] J’emballe
       *[waiting] Un instant
    }
progress-count = { $doing } : { $done } sur { $total }
work-failed = Le lot { $batch } n’a pas pu être terminé ; écris « catalogue history » pour voir où il en est.
