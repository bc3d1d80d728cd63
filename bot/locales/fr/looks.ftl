# Photos revues : un autre vêtement, un contour tracé à la main, du nouveau.

garments-seen = Il y a { $count } vêtements sur la photo ; celui-ci est le numéro { $number }. Lequel veux-tu ?
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
fix-open-hint = Peins ce qui est vêtement et ce qui ne l’est pas ; je cherche à nouveau avec ton contour.
fix-open = Ouvrir la photo
fix-hint = Peins du doigt ce que j’ai mal vu. Le sombre est laissé de côté.
fix-garment = Vêtement
fix-ground = Pas vêtement
fix-box = Cadre
fix-undo = Annuler
fix-done = Chercher
fix-working = Un instant …
fix-failed = Cela n’a pas marché ; réessaie.
fix-over = Cette page n’est plus valable ; appuie de nouveau sur le bouton dans la conversation.
fix-empty = Il ne reste aucun vêtement ; peins-en un peu.
fix-undelivered = La conversation n’a pas pris la nouvelle réponse ; réessaie.
fix-back = La nouvelle réponse est dans la conversation.

intake-register = Nouvel article
intake-registered = Enregistré comme nouveau, numéro { $number }. Un administrateur en fera un article.
intake-already = C’est déjà enregistré, numéro { $number }.
intake-none = Rien n’attend.
intake-complete = Compléter
intake-number = Nouveau vêtement, numéro { $number }
intake-item = Numéro d’article
intake-item-missing = Écris le numéro d’article, par exemple HT-1042.
intake-name = Titre
intake-brand = Marque
intake-colour = Couleur
intake-sizes = Tailles, séparées par des virgules
intake-class = Genre
intake-save = Voir ce qui s’ajoute
intake-dismiss = Rejeter
intake-dismissed = Le numéro { $number } est rejeté.
intake-forbidden = Seul un administrateur peut compléter ce qui est enregistré.
intake-too-many-sizes = { $count } tailles au plus à la fois.
intake-title =
    { $count ->
        [one] { $count } vêtement attend de devenir un article
       *[other] { $count } vêtements attendent de devenir des articles
    }
intake-in-work = Un lot est déjà en préparation pour le numéro { $number }.
intake-shown = Le numéro { $number } est ci-dessous, à appliquer.

view-keep = Garder comme autre vue
view-kept = La photo est maintenant une vue de { $item } (lot { $batch } ; un administrateur peut l’annuler).
view-known = Cette photo est déjà une vue de { $item }.
view-enough = { $item } a déjà { $count } images ; cela suffit.
view-forbidden = Seul un superviseur ou un administrateur peut garder une photo comme vue.

photo-in-line =
    { $count ->
        [one] Une photo passe avant la tienne ; la réponse viendra ici.
       *[other] { $count } photos passent avant la tienne ; la réponse viendra ici.
    }
