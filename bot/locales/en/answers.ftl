# Answers to questions, in English.

answer-you-are-welcome = You’re welcome. Send the next photo, or ask.
answer-which-item = Which item? Send a photo of it, or ask with its SKU or name, for example: { $example }.
answer-not-understood = I didn’t understand that. Did you mean one of these?
read-as = I read this as: { $asked }
asked-one-at-a-time = I can’t do both at once. Send them one after the other.
here-unknown = I don’t know where “{ $word }” is. Photograph the code on the shelf, or type the place: { $names }.
unknown-place = I don’t know the location “{ $word }”. Locations: { $names }.
unknown-size = I don’t know the size “{ $word }”. Sizes: { $names }.
unknown-colour = I don’t know the colour “{ $word }”. Colours: { $names }.
unclear-bound = Is { $word } a price or a number of pieces?
unknown-person = I don’t know “{ $word }”.
unknown-word = I don’t know what “{ $word }” is. Name the item, or type its SKU.
answer-arrived-with = via { $source }
answer-gone = That item is no longer in the catalogue.

language-set = I’ll answer in English from now on. To change it, type “language” and a language.
language-which = Which language? I speak { $languages }.

work-which-size = Which size of { $item }? It comes in { $sizes }.
work-which-item = Which item? Send a photo of it first, or type its SKU.
work-one-at-a-time = I can change one item at a time. Name it, or type its SKU.
