# Figures, the sentences that say them, and queries said back, in English.

## One figure

figure-on-hand = { $count } in stock
figure-free = { $count } free
figure-reserved = { $count } reserved
figure-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
figure-sizes =
    { $count ->
        [one] { $count } size
       *[other] { $count } sizes
    }
figure-places =
    { $count ->
        [one] { $count } location
       *[other] { $count } locations
    }
figure-colours =
    { $count ->
        [one] { $count } colour
       *[other] { $count } colours
    }
figure-arrived = +{ $count }
figure-moved = { $count } moved
figure-needed = { $count } needed
figure-difference = a difference of { $count }
figure-share = { $percent }%
figure-price = { $price }
figure-counted = last counted { $when }
figure-oldest = the oldest count is from { $when }
figure-moment = { $moment }
figure-day = { $day }
figure-enough = enough
figure-not-enough = not enough
figure-never-counted = never counted
figure-no-such-size = no such size
figure-no-such-colour = no such colour
figure-no-such-place = no such location
figure-no-such-item = no such item
figure-not-held = not held there
figure-no-price = no price in the catalogue
figure-not-recorded = came with { $source }, pieces not recorded
figure-no-colour = no colour recorded

## The answer itself

answer-sum = { $sum } ({ $count })
answer-none-fit = Nothing fits
answer-sku = SKU: { $sku }
answer-none-of-it = There’s none in the catalogue
answer-of-kind = { $count } in the catalogue: { $kind }.
answer-uncounted =
    { $count ->
        [one] { $count } more was never counted.
       *[other] { $count } more were never counted.
    }
answer-line = { $name }: { $text }
answer-not-held = { $place } doesn’t hold it
answer-held-at = It’s at { $places }.
answer-no-such-size = It doesn’t come in size { $size }
answer-no-such-colour = It doesn’t come in { $colour }
answer-comes-in = It comes in { $colours }.
answer-does-not-fit = { $name } doesn’t fit the rest of the question.
answer-sizes = It comes in { $sizes }.
answer-close-colours = Not counted, but close: { $colours }.
answer-unknown-size = No item has the size { $size }.
answer-unknown-place = There’s no location { $place }.
answer-found-none = Nothing in the catalogue matches “{ $words }”
answer-found-some = No item has all of “{ $words }”. These have the most of it.

answer-enough = Yes: { $count } free, you need { $needed }
answer-too-few = No: { $count } free, you need { $needed }
answer-enough-not = No: { $why }
answer-enough-unknown = I can’t say whether { $needed } are free: never counted
answer-enough-each = Yes: each has { $needed } free
answer-enough-none = No: none has { $needed } free
answer-enough-some = No: { $yes } of { $count } have { $needed } free
answer-items-enough = Yes: { $figure }, you need { $needed }
answer-items-too-few = No: { $figure }, you need { $needed }

answer-has-more = More: { $name }, by { $difference } ({ $most } against { $least })
answer-has-less = Fewer: { $name }, by { $difference } ({ $least } against { $most })
answer-has-most = Most: { $name }, { $figure }
answer-has-least = Fewest: { $name }, { $figure }
answer-spread = Most: { $name }. Fewest: { $other }. A difference of { $difference } ({ $most } against { $least })
answer-same = All { $count } are equal: { $figure }
answer-is-dearer = { $name } costs { $difference } more: { $most } against { $least }
answer-is-cheaper = { $name } costs { $difference } less: { $least } against { $most }
answer-share = { $share }: { $part } of { $whole }
answer-shares = Shares of { $whole }
answer-share-of-nothing = There’s nothing to take a share of: 0 in all

answer-first =
    { $ranking ->
        [most] Most: { $name }, { $figure }
        [least] Fewest: { $name }, { $figure }
        [cheapest] Cheapest: { $name }, { $figure }
        [dearest] Most expensive: { $name }, { $figure }
        [newest] Most recent: { $name }, { $figure }
       *[oldest] Longest ago: { $name }, { $figure }
    }
answer-first-of =
    { $ranking ->
        [most] The { $count } with the most, first { $name }, { $figure }
        [least] The { $count } with the fewest, first { $name }, { $figure }
        [cheapest] The { $count } cheapest, first { $name }, { $figure }
        [dearest] The { $count } most expensive, first { $name }, { $figure }
        [newest] The { $count } most recent, first { $name }, { $figure }
       *[oldest] The { $count } longest ago, first { $name }, { $figure }
    }
answer-tied =
    { $ranking ->
        [most] { $count } are equal and have the most: { $figure } each
        [least] { $count } are equal and have the fewest: { $figure } each
        [cheapest] { $count } are equally cheap: { $figure } each
        [dearest] { $count } are equally expensive: { $figure } each
        [newest] { $count } are the most recent together: { $figure }
       *[oldest] { $count } are the longest ago together: { $figure }
    }
answer-verdict =
    { $verdict ->
        [yes] Yes: { $said }
       *[no] No: { $said }
    }
answer-times = { $quantity } × { $price } = { $total }
answer-at-least = { $figure } at least
answer-for-pieces = Prices for { $quantity } pieces each.
rank-of =
    { $ranking ->
        [most] No. { $rank } with the most
        [least] No. { $rank } with the fewest
        [cheapest] No. { $rank } of the cheapest
        [dearest] No. { $rank } of the most expensive
        [newest] No. { $rank } of the most recent
       *[oldest] No. { $rank } of the longest ago
    }
answer-at-rank = { $place }: { $name }, { $figure }
answer-tied-at-rank = { $place }: { $count } are equal, { $figure } each
answer-rank-beyond = There are only { $count } to rank
answer-first-in-each =
    { $ranking ->
        [cheapest] The cheapest in each currency
       *[dearest] The most expensive in each currency
    }

answer-price-none = There is no price in the catalogue
answer-no-prices = There are no prices in the catalogue
answer-unpriced =
    { $count ->
        [one] { $count } more has no price.
       *[other] { $count } more have no price.
    }
answer-currencies = The prices are in { $currencies }. I don’t compare currencies.
answer-price-of-item = A price is of the whole item: the same in every size and location.
answer-nothing-arrived = No arrival is recorded
answer-nothing-moved = Nothing was moved
answer-unrecorded =
    { $count ->
        [one] Of { $count } item, the batch doesn’t say how many pieces came.
       *[other] Of { $count } items, the batch doesn’t say how many pieces came.
    }
answer-no-reservations = No reservations
answer-reserved-elsewhere = { $count } reserved, by another system. It keeps for whom

## What cannot be answered

answer-cannot-compare = I can’t compare that. Name two sizes, two locations, two colours or two items.
answer-not-comparable = I can’t compare that: a figure is missing
answer-cannot-rank = I can’t rank by that.
answer-one-thing = I can answer one of these at a time: whether there’s enough, which has more, or which is first.
answer-too-much = I can’t answer all of that at once. Leave a part of it out.
answer-no-past = I only know the stock of now, not of another day.
answer-only-reserved-for = Only reservations are for a person. Ask what’s reserved for them.

## Queries said back

asked =
    { $measure ->
        [free] Free pieces of { $what }
        [reserved] Reserved pieces of { $what }
        [price] Price of { $what }
        [worth] Value of the stock: { $what }
        [items] Number of different items: { $what }
        [details] Details of { $what }
        [counted] Last count of { $what }
        [arrived] Arrivals of { $what }
        [moved] Moves of { $what }
        [reservations] Reservations of { $what }
       *[on_hand] Pieces in stock of { $what }
    }
asked-both = { $one }, { $two }
asked-name = { $name }
asked-all = all items
asked-nothing = …
asked-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
asked-kind =
    { $kind ->
        [t-shirt] T-shirts
        [shirt] shirts
        [longsleeve] long-sleeved shirts
        [jumper] jumpers
        [hoodie] hoodies
        [cardigan] cardigans
        [dress] dresses
        [jumpsuit] jumpsuits
        [trousers] trousers
        [jeans] jeans
        [shorts] shorts
        [skirt] skirts
        [jacket] jackets
        [coat] coats
        [hat] hats
        [cap] caps
        [beanie] beanies
        [shoe] shoes
        [sneaker] sneakers
        [boot] boots
        [sandal] sandals
        [bag] bags
        [upper] tops
        [outer] outerwear
        [full-body] dresses and jumpsuits
        [lower] bottoms
        [footwear] footwear
        [headwear] headwear
        [scarf] scarves
        [glove] gloves
        [sock] socks
        [belt] belts
        [tie] ties
        [swimwear] swimwear
        [underwear] underwear
        [tights] tights
        [nightwear] nightwear
        [sunglasses] sunglasses
        [wallet] wallets
        [umbrella] umbrellas
       *[other] { $kind }
    }
asked-title = “{ $words }” in the title
asked-search = found by “{ $words }”
asked-without = except { $names }
asked-choice =
    { $kind ->
        [colour] in { $names }
        [brand] by { $names }
        [size] in { $names }
        [place] at { $names }
       *[person] for { $names }
    }
asked-except =
    { $kind ->
        [colour] not in { $names }
        [brand] not by { $names }
        [size] not in { $names }
        [place] except { $names }
       *[person] not for { $names }
    }
asked-state =
    { $state ->
        [low] running low
        [out] out of stock
       *[in] in stock
    }
asked-between =
    { $kind ->
        [pieces] { $least } to { $most } pieces
       *[prices] priced { $least } to { $most }
    }
asked-least =
    { $kind ->
        [pieces] at least { $least } pieces
       *[prices] priced { $least } or more
    }
asked-most =
    { $kind ->
        [pieces] at most { $most } pieces
       *[prices] priced { $most } or less
    }
asked-on = on { $day }
asked-span = from { $since } to { $until }
asked-since = since { $since }
asked-before = until { $until }
asked-needed = { $asked }, enough for { $needed }?
asked-compared =
    { $comparison ->
        [more] { $asked }: which has more?
        [less] { $asked }: which has fewer?
        [difference] { $asked }: the difference
       *[share] { $asked }: the share
    }
asked-ranked =
    { $ranking ->
        [most] { $asked }: the { $limit } with the most
        [least] { $asked }: the { $limit } with the fewest
        [cheapest] { $asked }: the { $limit } cheapest
        [dearest] { $asked }: the { $limit } most expensive
        [newest] { $asked }: the { $limit } most recent
       *[oldest] { $asked }: the { $limit } longest ago
    }
asked-claim = { $asked } (yes or no)
asked-pieces = { $asked }, for { $quantity } pieces
asked-at-rank = { $asked }: { $place }
asked-grouped =
    { $group ->
        [size] { $asked }, by size
        [place] { $asked }, by location
        [item] { $asked }, item by item
       *[colour] { $asked }, by colour
    }
asked-total = { $asked }, in all
asked-order =
    { $verb ->
        [reserve] Reserve { $what }
        [release] Release { $what }
        [move] Move { $what }
        [count] Count { $what }
        [receive] Receive { $what }
        [issue] Issue { $what }
       *[undo] Undo { $what }
    }
asked-quantity =
    { $count ->
        [one] { $count } piece
       *[other] { $count } pieces
    }
asked-reservation = reservation { $reservation }
asked-at = at { $place }
asked-from = from { $place }
asked-to = to { $place }
asked-for = for { $person }
asked-until = until { $day }
asked-reason = reason: { $reason }
