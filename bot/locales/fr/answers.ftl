# Answers to questions, in French.

answer-you-are-welcome = De rien. Envoie la photo suivante, ou pose une question.
answer-which-item = Quel article ? Envoie une photo, ou pose la question avec son SKU ou son nom, par exemple : { $example }.
answer-not-understood = Je n’ai pas compris. Tu voulais dire ceci ?
read-as = J’ai compris : { $asked }
asked-one-at-a-time = Je ne peux pas faire les deux à la fois. Envoie-les l’un après l’autre.
here-unknown = Je ne sais pas où est « { $word } ». Photographie le code de l’étagère, ou écris l’emplacement : { $names }.
unknown-place = Je ne connais pas l’emplacement « { $word } ». Emplacements : { $names }.
unknown-size = Je ne connais pas la taille « { $word } ». Tailles : { $names }.
unknown-colour = Je ne connais pas la couleur « { $word } ». Couleurs : { $names }.
unclear-bound = { $word }, c’est un prix ou un nombre de pièces ?
unknown-person = Je ne connais pas « { $word } ».
unknown-word = Je ne sais pas ce qu’est « { $word } ». Nomme l’article, ou écris son SKU.
answer-arrived-with = via { $source }
answer-gone = Cet article n’est plus dans le catalogue.

language-set = Je réponds désormais en français. Pour changer, écris « langue » et une langue.
language-which = Quelle langue ? Je parle { $languages }.

work-which-size = Quelle taille de { $item } ? Il existe en { $sizes }.
work-which-item = Quel article ? Envoie d’abord une photo, ou écris son SKU.
work-one-at-a-time = Je peux modifier un article à la fois. Nomme-le, ou écris son SKU.
