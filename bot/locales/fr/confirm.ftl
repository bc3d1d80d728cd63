# Confirming a match, and reading a tag, in French.

confirm-right = ✓ Correct
confirm-wrong = ✗ Incorrect
confirm-thanks = Merci, c’est noté.
confirm-already = C’était déjà noté.
confirm-which = Lequel est-ce ?
confirm-this = Celui-ci
confirm-none-of-them = Aucun
confirm-none = Merci, c’est noté. Essaie une autre photo : l’article entier, posé à plat, bien éclairé. Ou écris son SKU.
confirm-over = Cette photo est trop ancienne. Renvoie-la.
confirm-anothers = Seule la personne qui a envoyé la photo peut confirmer.
confirm-sites = Photos marquées correctes ou incorrectes, par site
confirm-site-personal = Conversations privées
confirm-site-count = correctes : { $right }, incorrectes : { $wrong }

tag-read = Lu sur l’étiquette
tag-differs = Cela ressemble à { $title }. L’étiquette est-elle correcte ?
label-read = Lu sur l’étiquette imprimée
label-differs = L’étiquette indique { $read }, mais la photo ressemble à { $title }. Est-ce la bonne étiquette ?
label-several = L’étiquette indique { $read }. Il y a { $count } articles de ce modèle. Lequel veux-tu dire ?
label-size = Taille { $size } (lue sur l’étiquette)
tags-several = Cette photo montre les étiquettes de { $count } articles. Lequel veux-tu dire ?
