# What is answered to questions, in English.

answer-you-are-welcome = You’re welcome. Send the next photo, or ask.
answer-which-item = Which item? Send a photo of it, or ask with its SKU or name, for example: { $example }.
answer-not-understood = I did not understand that. Did you mean one of these?
answer-no-colour = It does not come in { $colour }. This is what there is:
answer-no-size = There is no size { $size } of it. These are its sizes:
answer-nowhere = none anywhere
answer-nowhere-so = no location has that many
answer-size = size { $size }
answer-together = Together: { $amount }
answer-list =
    { $count ->
        [0] Nothing fits that
        [one] { $count } fits
       *[other] { $count } fit
    }
answer-list-low =
    { $count ->
        [0] Nothing is running low
        [one] { $count } size is running low
       *[other] { $count } sizes are running low
    }
answer-list-out =
    { $count ->
        [0] Nothing is sold out
        [one] { $count } size is sold out
       *[other] { $count } sizes are sold out
    }
answer-arrivals =
    { $count ->
        [0] Nothing came in
        [one] { $count } item came in
       *[other] { $count } items came in
    }
answer-arrived = +{ $count }
answer-arrived-with = with { $source }
answer-found =
    { $count ->
        [0] Nothing like that is in the catalogue
        [one] { $count } item
       *[other] { $count } items
    }
answer-colours =
    { $count ->
        [0] No colour is known
        [one] { $count } colour
       *[other] { $count } colours
    }
answer-no-price = no price is in the catalogue
answer-gone = That item is not in the catalogue any more.
answer-reserved = { $count } reserved
answer-free = { $count } free

reading-stock = How many of { $item }?
reading-where = Where is { $item }?
reading-sizes = Sizes of { $item }
reading-colours = Colours of { $item }
reading-price = Price of { $item }
reading-details = Show { $item }
reading-list = List { $what }
reading-list-low = What is low: { $what }
reading-list-out = What is sold out: { $what }
reading-arrivals = What came in
reading-find = Search for { $what }

language-set = I answer in English from now on. Type “language” and a language to change it.
language-which = Which language? I speak { $languages }.

work-which-size = Which size of { $item }? It comes in { $sizes }.
work-which-item = Of which item? Send its photo first, or type its SKU.
work-which-reservation = Which reservation? Type “reservations” and release the number that stands beside it.
work-which-person = For whom? Type for example: reserve 2 of { $example } for Anna.
work-one-at-a-time = One item at a time: say which, or give its SKU.
