# Answers to questions, in English.

answer-you-are-welcome = You’re welcome. Send the next photo, or ask.
answer-which-item = Which item? Send a photo of it, or ask with its SKU or name, for example: { $example }.
answer-not-understood = I didn’t understand that. Did you mean one of these?
asked-one-at-a-time = I can’t do both at once. Send them one after the other.
unknown-place = I don’t know the location “{ $word }”. Locations: { $names }.
unknown-size = I don’t know the size “{ $word }”. Sizes: { $names }.
unknown-colour = I don’t know the colour “{ $word }”. Colours: { $names }.
unknown-person = I don’t know “{ $word }”.
unknown-word = I don’t know what “{ $word }” is. Name the item, or type its SKU.
answer-no-colour = It doesn’t come in { $colour }. It comes in:
answer-no-size = It doesn’t come in size { $size }. It comes in:
answer-nowhere = none at any location
answer-nowhere-so = no location has that many
answer-size = size { $size }
answer-together = Total: { $amount }
answer-list =
    { $count ->
        [0] No matches
        [one] { $count } match
       *[other] { $count } matches
    }
answer-list-low =
    { $count ->
        [0] Nothing is running low
        [one] { $count } size is running low
       *[other] { $count } sizes are running low
    }
answer-list-out =
    { $count ->
        [0] Nothing is out of stock
        [one] { $count } size is out of stock
       *[other] { $count } sizes are out of stock
    }
answer-arrivals =
    { $count ->
        [0] Nothing has arrived
        [one] { $count } item has arrived
       *[other] { $count } items have arrived
    }
answer-arrived = +{ $count }
answer-arrived-with = via { $source }
answer-found =
    { $count ->
        [0] No items match
        [one] { $count } item
       *[other] { $count } items
    }
answer-colours =
    { $count ->
        [0] No colours are recorded
        [one] { $count } colour
       *[other] { $count } colours
    }
answer-no-price = no price in the catalogue
answer-gone = That item is no longer in the catalogue.
answer-reserved = { $count } reserved
answer-free = { $count } free

language-set = I’ll answer in English from now on. To change it, type “language” and a language.
language-which = Which language? I speak { $languages }.

work-which-size = Which size of { $item }? It comes in { $sizes }.
work-which-item = Which item? Send a photo of it first, or type its SKU.
work-one-at-a-time = I can change one item at a time. Name it, or type its SKU.
