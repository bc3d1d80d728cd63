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
tags-several = Cette photo montre les étiquettes de { $count } articles. Lequel veux-tu dire ?
