# Photos revues : un autre vêtement, un contour tracé à la main, du nouveau.

garments-seen = Il y a { $count } vêtements sur la photo ; celui-ci est le numéro { $number }. Lequel voulez-vous ?
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

fix = Corriger le détourage
fix-title = Corriger le détourage
fix-open-hint = Peignez ce qui est vêtement et ce qui ne l’est pas ; je cherche à nouveau avec votre contour.
fix-open = Ouvrir la photo
fix-hint = Peignez du doigt ce que j’ai mal vu. Le sombre est laissé de côté.
fix-garment = Vêtement
fix-ground = Pas vêtement
fix-box = Cadre
fix-undo = Annuler
fix-done = Chercher
fix-working = Un instant …
fix-failed = Cela n’a pas marché ; réessayez.
fix-over = Cette page n’est plus valable ; appuyez de nouveau sur le bouton dans la conversation.
fix-empty = Il ne reste aucun vêtement ; peignez-en un peu.
fix-undelivered = La conversation n’a pas pris la nouvelle réponse ; réessayez.
fix-back = La nouvelle réponse est dans la conversation.
