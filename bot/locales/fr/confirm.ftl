# Si c’est le bon article, en français ; et ce que dit une étiquette.

confirm-right = ✓ Juste
confirm-wrong = ✗ Faux
confirm-thanks = C’est noté, merci.
confirm-already = C’était déjà noté.
confirm-which = Lequel est-ce ?
confirm-this = Celui-ci
confirm-none-of-them = Aucun
confirm-none = C’est noté. Essaie une autre photo : l’article entier, posé à plat, bien éclairé. Ou écris son SKU.
confirm-over = Cette photo est trop ancienne ; renvoie-la.
confirm-anothers = Seul celui qui a envoyé la photo peut le dire.
confirm-sites = Photos dites justes ou fausses, par site
confirm-site-personal = Conversations individuelles
confirm-site-count = justes : { $right }, fausses : { $wrong }

tag-read = Lu sur l’étiquette
tag-differs = D’après son aspect, ce serait { $title }. Est-ce la bonne étiquette ?
tags-several = Cette photo montre les étiquettes de { $count } articles. Lequel veux-tu dire ?
