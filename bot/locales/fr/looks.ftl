# After a photo: another garment in it, an outline painted by hand, a new garment, another view, the queue, in French.

garments-seen = Il y a { $count } vêtements sur la photo. Celui-ci est le numéro { $number }. Lequel veux-tu ?
garment-other = { $number } · { $kind }
garment-kind =
    { $kind ->
        [upper] haut
        [outer] veste
        [full-body] robe
        [lower] bas
        [footwear] chaussures
        [headwear] couvre-chef
       *[unknown] autre
    }

fix = Corriger
fix-title = Corriger le détourage
fix-open-hint = Peins ce qui est un vêtement et ce qui ne l’est pas, et je cherche à nouveau avec ton contour.
fix-open = Ouvrir la photo
fix-hint = Peins du doigt ce que j’ai mal reconnu. La partie sombre est ignorée.
fix-garment = Vêtement
fix-ground = Fond
fix-box = Cadre
fix-undo = Annuler
fix-done = Chercher
fix-working = Un instant…
fix-failed = Cela n’a pas marché. Réessaie.
fix-over = Cette page a expiré. Appuie de nouveau sur le bouton dans la conversation.
fix-empty = Il ne reste aucun vêtement. Peins-en une partie.
fix-undelivered = Impossible d’envoyer la nouvelle réponse dans la conversation. Réessaie.
fix-back = La nouvelle réponse est dans la conversation.

intake-register = Nouvel article
intake-registered = Enregistré comme nouveau, numéro { $number }. Un admin peut en faire un article.
intake-already = Déjà enregistré, numéro { $number }.
intake-none = Aucun vêtement n’est en attente.
intake-complete = Compléter
intake-number = Nouveau vêtement, numéro { $number }
intake-item = Numéro d’article
intake-item-missing = Entre le numéro d’article, par exemple HT-1042.
intake-name = Titre
intake-brand = Marque
intake-colour = Couleur
intake-sizes = Tailles, séparées par des virgules
intake-class = Classe
intake-save = Aperçu
intake-dismiss = Rejeter
intake-dismissed = Le numéro { $number } a été rejeté.
intake-forbidden = Seul un admin peut compléter un vêtement enregistré.
intake-too-many-sizes = Entre { $count } tailles au maximum à la fois.
intake-title =
    { $count ->
        [one] { $count } vêtement en attente de devenir un article
       *[other] { $count } vêtements en attente de devenir des articles
    }
intake-in-work = Le numéro { $number } devient déjà un lot.
intake-shown = Le numéro { $number } est ci-dessous, prêt à être appliqué.

view-keep = Ajouter comme vue
view-kept = La photo est maintenant une vue de { $item } (lot { $batch }). Un admin peut l’annuler.
view-known = Cette photo est déjà une vue de { $item }.
view-enough = { $item } a déjà { $count } images. C’est suffisant.
view-forbidden = Seul un superviseur ou un admin peut ajouter une photo comme vue.

photo-in-line =
    { $count ->
        [one] { $count } photo passe avant la tienne. La réponse apparaîtra ici.
       *[other] { $count } photos passent avant la tienne. La réponse apparaîtra ici.
    }
