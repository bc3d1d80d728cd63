"""Questions about stock: certain items, lists by filter, what came in, what words find."""

from __future__ import annotations

from dataclasses import replace

from bot.questions.acts.features import beside, compared, dearer, features, needed_again, ranking
from bot.questions.amounts import number_at
from bot.questions.persons import person_in
from bot.questions.query import Choice, Query
from bot.questions.reading import GARMENT, Reading
from bot.questions.spans import Piece


def of_items(reading: Reading) -> Query | None:
    """Stock, places or sizes of items that are named or were shown."""
    slots = reading.slots
    if not features(reading) or not _of_now(reading):
        return None
    of_sizes = any(piece.is_a("refer", "all_sizes") for piece in reading.clause.pieces)
    several = bool(slots.keys() & {"ranking", "comparison"}) or ("total" in slots and not of_sizes)
    if not reading.items(all_shown=several):
        return None
    beside(reading)
    alone = slots.get("group") == "item" and len(slots["items"]) < 2
    if "ranking" in slots and alone and not (reading.ranked_alike() or reading.reverses()):
        return None  # of one item there is no cheapest
    reading.choose("size", "location")
    if "needed" in reading.slots and reading.clause.ranges:
        reading.slots["total"] = True
    reading.sizes_bounded()
    reading.amount_there()
    reading.bounds()
    return _query(reading) if compared(reading) else None


def _of_now(reading: Reading) -> bool:
    """Whether it's about the present, as `today` is: a day until which pieces are needed changes nothing."""
    amounts = reading.amounts
    today = amounts.day == "today" and amounts.day_as is None and amounts.until_day is None
    if today or ("needed" in reading.slots and amounts.day_as != "since"):
        amounts.day = None
    return not amounts.dated


def stock(reading: Reading) -> Query | None:
    """The stock of items; whether they are sold out, the figure says too, but not if that is negated."""
    query = of_items(reading)
    if query is None or query.group is not None or reading.turned:
        return query
    return replace(query, state=None)


def where(reading: Reading) -> Query | None:
    query = of_items(reading)
    if query is None or (query.comparison and query.group == "item" and _alternatives(reading)):
        return query  # `navy or sand, where is there more` compares the two
    return replace(query, group="place")


def _alternatives(reading: Reading) -> bool:
    """Whether items are named as alternatives: `navy or sand`."""
    return any(piece.is_a("join", "or", "versus") for piece in reading.clause.pieces) and (
        len(reading.clause.places("location")) < 2
    )


def sizes(reading: Reading) -> Query | None:
    query = of_items(reading)
    return None if query is None else replace(_not_there(query, reading), group="size")


def _not_there(query: Query, reading: Reading) -> Query:
    """`Which sizes are not in Berlin`: those of which nothing is there, not what is elsewhere."""
    denied = {*reading.clause.denied} & {*reading.clause.excluded}
    if not denied or query.places.values or not query.places.excluded or query.state:
        return query
    return replace(query, places=Choice(query.places.excluded), state="out")


def all_sizes(reading: Reading) -> Query | None:
    if not any(piece.is_a("refer", "all_sizes") for piece in reading.clause.pieces):
        return None
    query = sizes(reading)
    return query if query is None or query.needed is None else replace(query, group=None, total=True)


def price(reading: Reading) -> Query | None:
    """What items cost, which are named, were shown, or are filtered."""
    reading.slots["measure"] = "price"
    if reading.clause.places("ask", "free", "needed"):
        return None  # `how many can I sell`
    if not ranking(reading) or not dearer(reading) or reading.amounts.dated:
        return None
    if reading.asks("difference"):
        reading.slots["comparison"] = "difference"
        reading.clause.taken |= set(reading.clause.places("join", "between"))
    ranked = bool(reading.slots.keys() & {"ranking", "comparison"})
    of_one = any(piece.is_a("refer", "it") for piece in reading.clause.pieces)
    if reading.items(all_shown=ranked or not of_one, by_kind=False):
        beside(reading)
        _dearest_of(reading)
        reading.choose("size", "location")
    elif reading.slots.get("comparison") != "difference" and _prices_of_all(reading):
        reading.garments()
        reading.choose("size", "location")
        reading.slots["group"] = "item"
    else:
        return None
    if not ranked:
        _price_of_several(reading)
    reading.bounds()
    if "comparison" in reading.slots and not compared(reading):
        return None
    alone = "ranking" in reading.slots and len(reading.slots.get("items", ())) == 1
    return None if alone and not reading.ranked_alike() else _query(reading)


def _price_of_several(reading: Reading) -> None:
    """`What do 3 of those cost together`: the number that is left over, into the slots."""
    numbers = [place for place in reading.amounts.numbers if place not in reading.clause.taken]
    if len(numbers) == 1 and number_at(reading.clause, numbers[0]):
        reading.slots["quantity"] = number_at(reading.clause, numbers[0])
        reading.take([*numbers, *reading.clause.cues("total")])


def worth(reading: Reading) -> Query | None:
    """What the stock is worth: of items that are named, of those that fit, or of all."""
    clause = reading.clause
    says_stock = any(not clause.pieces[place].is_a("cue", "price") for place in clause.cues("worth"))
    if not (says_stock or reading.has("stock", "in_stock")) or reading.amounts.dated:
        return None
    reading.take([place for place in clause.places("refer") if _is_article(reading, place)])
    shown = bool(clause.places("refer", "it", "these"))
    if not reading.items(needed=shown, all_shown=True):
        return None
    if not (reading.meant.named or shown):
        for slot in ("items", "of_shown"):
            reading.slots.pop(slot, None)
        reading.garments()
    reading.choose("size", "location")
    reading.slots["measure"] = "worth"
    return _query(reading)


def _is_article(reading: Reading, place: int) -> bool:
    """Whether a word that may mean what was shown belongs to `stock`: `der Bestand`."""
    piece, following = reading.clause.pieces[place], reading.clause.pieces[place + 1 : place + 2]
    return piece.is_a("filler") and any(each.is_a("cue", "stock") for each in following)


def _dearest_of(reading: Reading) -> None:
    """`What costs most, the coat or the blazer`: of several that are named, which is dearer."""
    slots, meant = reading.slots, reading.meant
    several = len(slots.get("items", ())) > 1 and meant.named and not meant.shown
    if several and slots.get("ranking") in ("dearest", "cheapest") and not slots.keys() & {"limit", "rank"}:
        slots["comparison"] = "more" if slots.pop("ranking") == "dearest" else "less"


def _prices_of_all(reading: Reading) -> bool:
    """Whether prices are asked of items by filter, and no item is named."""
    filtered = reading.any(*GARMENT) or reading.amounts.prices or "ranking" in reading.slots
    named = any(
        not any(reading.clause.pieces[place].is_a(group) for group in (*GARMENT, "filler", "cue", "number"))
        for place in reading.clause.places("title")
    )
    return bool(filtered) and not named and not reading.any("item") and not reading.context.items


def details(reading: Reading) -> Query | None:
    """All that is known of an item."""
    if reading.amounts.dated or reading.amounts.pieces or not reading.items():
        return None
    reading.slots["measure"] = "details"
    return _query(reading)


def colours(reading: Reading) -> Query | None:
    """The colours that a design comes in, all of them."""
    if not features(reading) or reading.amounts.dated or not reading.items():
        return None
    reading.choose("size", "location")
    if reading.slots.get("group") != "item":  # all of them in order
        reading.slots["group"] = "colour"
    return _query(reading)


def bare_colours(reading: Reading) -> Query | None:
    """`What does it come in`, with neither size nor place."""
    query = colours(reading)
    return query if query is not None and not (query.sizes or query.places) else None


def counted(reading: Reading) -> Query | None:
    """When something was last counted."""
    if not reading.asks("counted") or reading.amounts.dated or not reading.items():
        return None
    reading.choose("size", "location")
    reading.slots["measure"] = "counted"
    return _query(reading)


def moved(reading: Reading) -> Query | None:
    """What was moved in a span of time."""
    if not reading.asks("moved") or not reading.day("since"):
        return None
    reading.items(needed=False)
    if not reading.meant.named:
        for slot in ("items", "of_shown"):
            reading.slots.pop(slot, None)
    reading.choose("location")
    reading.slots["measure"] = "moved"
    return _query(reading)


def by_filter(reading: Reading) -> Query | None:
    """Items by filter: something must be said of them, and no item named."""
    clause, slots, context = reading.clause, reading.slots, reading.context
    if reading.amounts.dated or reading.any("item") or not features(reading):
        return None
    if reading.names_a_design() and (reading.has("quantity", "total") or not reading.has("list")):
        return None
    if context.items and reading.has("which_of") and not reading.any("kind", "brand"):
        return None  # `which ones in Berlin` are some of those that were shown
    filtered = reading.any(*GARMENT)
    if not (filtered or context.items) and clause.places("refer", "these", "all"):
        return None  # `which of those`, and nothing was shown
    state = slots.get("state")
    bounded = bool(reading.amounts.pieces or reading.amounts.prices)
    special = bool(slots.keys() & {"ranking"}) or slots.get("measure") == "items"
    shelf = any(len(clause.pieces[place].words) > 2 for place in clause.places("location"))
    sited = _sited(reading) and (shelf or not context.items)
    if not (filtered or state or bounded or special or sited):
        return None
    asks_for_all = reading.has("list") or (reading.has("details") and state == "out")
    priced = bool(reading.amounts.prices)
    counts = slots.get("measure") == "items"
    if context.items and not (
        state == "low"
        or asks_for_all
        or priced
        or counts
        or (sited and shelf)
        or reading.any("kind", "brand")
    ):
        return None  # `in black?` and `sold out?` are said of what was shown
    if special and context.items and not reading.any("kind", "brand"):
        return None
    if any(_is_trait(reading, place) for place in clause.places("kind")):
        return None  # `Bommelmütze` names what the title says
    reading.garments()
    stray = [each for each in clause.places("refer") if not clause.pieces[each].is_a("filler")]
    if stray and context.items:
        return None
    reading.choose("size", "location")
    reading.bounds()
    if state is None and not bounded and reading.has("in_stock"):
        slots["state"] = "in"
    if "ranking" in slots and slots.get("group") not in ("size", "place"):
        slots["group"] = "item"
    several = "sizes" in slots and "colours" in slots and len(slots["sizes"].values) > 1
    slots.setdefault("group", "size" if several and not clause.ranges else "item")
    return _query(reading) if compared(reading) else None


def _is_trait(reading: Reading, place: int) -> bool:
    """Whether a kind's word tells what stands in titles: a Bommelmütze is a bobble hat."""
    piece, vocabulary = reading.clause.pieces[place], reading.clause.vocabulary
    written = any(vocabulary.of_kind(kind).title_words & vocabulary.words for kind in piece.values("kind"))
    return not written and bool(piece.values("trait") & vocabulary.words)


def _sited(reading: Reading) -> bool:
    """`What is in hall B`: all that is there; but nothing is known of the place itself, such as its size."""
    clause = reading.clause
    asking = reading.slots.get("total") or reading.has("list", "quantity", "stock", "details")
    of_place = clause.places("size") or any(
        not clause.pieces[place].is_a("filler") for place in clause.cues("size_word")
    )
    return bool(clause.places("location")) and bool(asking) and not of_place


def arrivals(reading: Reading) -> Query | None:
    if reading.any("item") or reading.amounts.day == "tomorrow" or not reading.day("since"):
        return None  # nobody knows what will arrive
    reading.garments()
    reading.choose("location")
    reading.slots["measure"] = "arrived"
    return _query(reading)


def arrivals_of(reading: Reading) -> Query | None:
    """`Did 12 MH01-M come in?`: what did of it, however many are named."""
    pieces = reading.clause.pieces
    # `Can you receive 12?` is a polite order: the bare verb tells of nothing that came.
    told = any(piece.is_a("cue", "arrivals") and piece.words != ("receive",) for piece in pieces)
    asked = pieces[0].is_a("asking") or (told and reading.clause.asked)
    if not asked or not reading.any("item") or not reading.day("since") or not reading.items():
        return None
    reading.quantity()
    reading.slots.pop("quantity", None)
    reading.choose("size", "location")
    reading.slots["measure"] = "arrived"
    return _query(reading)


def arrivals_by_day(reading: Reading) -> Query | None:
    """`Did we get anything in last week` has no word that would say so, but a day."""
    if not reading.amounts.dated or reading.amounts.day == "tomorrow":
        return None
    return arrivals(reading)


def find(reading: Reading) -> Query | None:
    """Free words after `find`, of which one at least must be of garments."""
    clause = reading.clause
    start = next(iter(clause.cues("find")), None)
    if (
        start is None
        or clause.excluded
        or any(clause.leftover(place) for place in range(len(clause.pieces)))
        or any(not clause.pieces[place].is_a("style") for place in clause.places("item"))
        or any(not piece.is_a("filler") for piece in clause.pieces[:start])
    ):
        return None
    wanted = list(range(start + 1, len(clause.pieces)))
    while wanted and _says_nothing(clause.pieces[wanted[0]]):
        del wanted[0]
    while wanted and _says_nothing(clause.pieces[wanted[-1]]):
        del wanted[-1]
    pieces = [clause.pieces[place] for place in wanted]
    telling = [piece for piece in pieces if _of_garments(piece)]
    strange = [piece for piece in pieces if not piece.tags]
    most = len(telling) + any(piece.is_a("kind") for piece in telling)
    if not telling or len(strange) > most or any(piece.is_a("location") for piece in pieces):
        return None
    strictly = ("number", "filler", "title", "kind")
    if any(piece.is_a("refer") and not any(piece.is_a(each) for each in strictly) for piece in pieces):
        return None
    reading.take(range(start, len(clause.pieces)))
    return Query(words=clause.said(wanted).casefold(), group="item")


def reservations(reading: Reading) -> Query | None:
    """The reservations themselves, of somebody or all."""
    person, places = person_in(reading.clause)
    if not person and reading.context.items and reading.has("quantity"):
        return None  # how many are, of what was shown
    reading.take(places)
    of_them = reading.has("who_has_them") or bool(reading.clause.places("refer", "it", "these"))
    if of_them and not (person or reading.context.items or reading.any(*GARMENT, "title", "item")):
        return None  # of which, is asked back
    if not reading.items(needed=False, all_shown=of_them):
        return None
    if reading.meant.named and reading.has("quantity"):
        return None
    if not (reading.meant.named or of_them):  # of all items; `who has them` means those that were shown
        for slot in ("items", "of_shown"):
            reading.slots.pop(slot, None)
    reading.choose("size", "location")
    reading.slots |= {"measure": "reservations", "people": Choice((person,)) if person else Choice()}
    return _query(reading)


def reserved(reading: Reading) -> Query | None:
    """`What is set aside for Anna`, `who has something reserved`; but how many are is asked of an item."""
    if reading.has("quantity"):
        return None
    query = reservations(reading)
    listed = reading.has("list") and not reading.context.items
    return query if query is not None and (query.people or reading.has("who") or listed) else None


def same(reading: Reading) -> Query | None:
    """Half a question, such as `and in L?`: something new must be said in it."""
    last = reading.context.query
    if last is not None and last.measure in ("arrived", "moved") and reading.day("since"):
        reading.slots |= {"measure": last.measure, "of_shown": True}
        reading.choose("location")
        return _query(reading) if reading.amounts.dated or "places" in reading.slots else None
    if last is not None and reading.asks("rest"):
        _rest(reading, last)
    if last is not None and last.needed is not None and not reading.clause.places("ask", "needed"):
        needed_again(reading)
    query = of_items(reading)
    clause = reading.clause
    new = any(
        any(tag.group not in ("filler", "cue", "refer", "join", "operator", "negates") for tag in piece.tags)
        or (piece.is_a("refer") and not piece.is_a("filler"))
        for place, piece in enumerate(clause.pieces)
        if place in clause.taken
    )
    which = any(not clause.pieces[place].is_a("filler") for place in clause.cues("which_of"))
    if query is None or (which and not (query.comparison or query.ranking)):
        return None
    return query if new or query.total else None


def _rest(reading: Reading, last: Query) -> None:
    """`And the rest`: all but the sizes or the places of the last question."""
    for slot in ("sizes", "places"):
        if (values := getattr(last, slot).values) and slot not in reading.slots:
            reading.slots[slot] = Choice(excluded=values)
            return


def _query(reading: Reading) -> Query | None:
    slots = dict(reading.slots)
    if slots.get("measure") in (None, "on_hand", "free") and slots.get("prices"):
        slots["group"] = slots.get("group") or "item"
    since, until = slots.pop("since", None), slots.pop("until", None)
    reading.span = (since, until) if since is not None else None
    return Query(**slots)


def _says_nothing(piece: Piece) -> bool:
    idle = piece.is_a("filler") or piece.is_a("cue", "unit")
    return idle and not piece.is_a("title") and not piece.repaired


def _of_garments(piece: Piece) -> bool:
    number = "-" in piece.said and any(len(word) > 1 for word in piece.words)
    groups = ("kind", "colour", "brand", "title", "trait", "item")
    return any(piece.is_a(group) for group in groups) or number
