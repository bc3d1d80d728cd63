"""Orders: what is reserved, released, moved, counted, received, issued or undone."""

from __future__ import annotations

from typing import Any

from bot.questions.amounts import number_at
from bot.questions.persons import person_in
from bot.questions.query import Order, Verb
from bot.questions.reading import Reading
from bot.questions.resolver import ORDINALS

_VERBS = ("reserve", "release", "move", "count", "receive", "issue", "keep")


def undo(reading: Reading) -> Order | None:
    reading.take(reading.clause.places("refer"))
    return Order("undo")


def undo_last(reading: Reading) -> Order | None:
    """`Take the last move back`: neither the verb nor the noun is enough alone."""
    return undo(reading) if reading.has("last") and reading.has("loosen") else None


def reserve(reading: Reading) -> Order | None:
    if not _named(reading) or not reading.day("until"):
        return None
    said = reading.slots.keys() & {"quantity", "person", "until"}
    participles = all(
        reading.clause.pieces[place].is_a("cue", "reserved") for place in reading.clause.cues("reserve")
    )
    pieces = reading.clause.pieces
    first = next((piece for piece in pieces if not piece.is_a("filler") or piece.is_a("refer")), None)
    ordered = first is not None and first.is_a("cue", "reserve")
    if participles and not said and ("place" in reading.slots or reading.clause.asked or not ordered):
        return None  # `reserved in hall B` asks
    return _order(reading, "reserve")


def reserve_unsaid(reading: Reading) -> Order | None:
    """`8 Oxford shirts XS for Sam until Monday`, without a verb: how many, and for whom or until when."""
    clause = reading.clause
    first = next((piece for piece in clause.pieces if not piece.is_a("filler")), clause.pieces[0])
    led = any(first.is_a(group) for group in ("number", "item", "title", "kind", "colour", "size"))
    asks = clause.asked or clause.negated() or not (led or first.is_a("cue", "one"))
    if asks or not _named(reading) or not reading.day("until"):
        return None
    slots = reading.slots
    if not slots.keys() >= {"quantity", "person"} or ("until" not in slots and not reading.named_person()):
        return None
    return _order(reading, "reserve") if reading.meant.named or "sizes" in slots else None


def keep(reading: Reading) -> Order | None:
    """`Keep two for Anna`: a word that says many things reserves only for somebody or until some day."""
    order = None if reading.clause.places("ask", "needed") else reserve(reading)
    if order is None:
        return None
    words = sum(len(reading.clause.pieces[place].words) for place in reading.clause.cues("keep"))
    wanted = order.quantity is not None and words > 1  # `leg zwei zurück`
    if not (order.person or order.until or wanted):
        return None
    said = order.until or order.quantity is not None or order.sizes or order.skus
    return order if said or reading.named_person() else None


def release(reading: Reading) -> Order | None:
    """A reservation is released; `free?` is no order but a question."""
    if not _named(reading, needed=False):
        return None
    slots = reading.slots
    if "person" in slots and not slots.keys() & {"skus", "sizes", "quantity", "place"}:
        named = any(piece.is_a("item") or piece.is_a("refer") for piece in reading.clause.pieces)
        if not named and slots.get("items") == tuple(reading.context.items[:1]):
            del slots["items"]  # a person's reservation, whatever was shown
            slots.pop("of_shown", None)
    if not slots.keys() & {"items", "person"}:
        return None
    return _order(reading, "release") if _is_imperative(reading) else None


def release_booking(reading: Reading) -> Order | None:
    """`Cancel` releases only where a reservation is named; else it undoes, or it is of something else."""
    return release(reading) if reading.has("booking") else None


def release_number(reading: Reading) -> Order | None:
    """A number alone is that of a reservation, as the list of them says it; never an amount of something."""
    clause = reading.clause
    numbers = clause.places("number") or clause.places("refer", *list(ORDINALS)[:5])
    sizes = set(clause.places("size")) - set(numbers)
    is_amount = len(numbers) == 1 and (clause.counts(numbers[0]) or bool(sizes))
    if len(numbers) != 1 or (is_amount and not reading.has("booking")):
        return None
    number = clause.pieces[numbers[0]]
    if reading.context.items and number.is_a("size") and clause.follows(numbers[0], "size_word", over=0):
        return None  # `cancel the reservation of the 34`
    digits = [word for word in number.words if word.isdecimal()]
    if len(digits) != 1:
        return None
    reading.take(numbers)
    return Order("release", reservation=int(digits[0]))


def release_booking_number(reading: Reading) -> Order | None:
    return release_number(reading) if reading.has("booking") else None


def move(reading: Reading) -> Order | None:
    clause = reading.clause
    places = _sites(reading)
    if not places or len(places) > 2:
        return None
    starts = {at: clause.site_start(at) for at in places}
    to = [at for at in places if clause.follows(starts[at], "to", over=0)]
    origin = next((at for at in places if clause.follows(starts[at], "from") and at not in to), None)
    if len(places) == 2 and origin is None:  # `hall A to Berlin`, `hall A -> Berlin`
        origin = next(at for at in places if at not in to) if len(to) == 1 else places[0]
    goal = next((place for place in places if place != origin), None)
    unnamed = any(
        (piece.is_a("place") and not piece.is_a("location"))
        or (piece.is_a("cue", "to") and not piece.is_a("cue", "from"))
        for piece in clause.pieces
    )
    if goal is None and (origin is None or unnamed or not reading.has("move")):
        return None
    reading.take(places)
    if not reading.items(needed=False):
        return None
    _size(reading)
    reading.quantity()
    if "items" not in reading.slots and not _lacks_items(reading):
        return None
    if not reading.meant.named and not reading.slots.keys() & {"sizes", "quantity"}:
        return None  # `take me to Berlin`
    if origin is not None:
        reading.slots["place"] = clause.pieces[origin].value("location")
    if goal is None and "quantity" not in reading.slots:
        return None
    if goal is not None:
        reading.slots["to_place"] = clause.pieces[goal].value("location")
    return _order(reading, "move")


def moved_between(reading: Reading) -> Order | None:
    """`3 of MH01-M from hall A to Berlin`, without a verb: an amount, from where and where to."""
    order = move(reading)
    return order if order is not None and order.place and order.quantity is not None else None


def count(reading: Reading) -> Order | None:
    clause, amounts = reading.clause, reading.amounts
    if clause.asked and any(
        place and clause.pieces[place].is_a("cue", "participle") for place in clause.cues("count")
    ):
        return None  # `could I promise seven, counting every place?`
    amounts.day = None if amounts.day == "today" else amounts.day
    places = _sites(reading)
    if len(places) > 1 or not reading.items():
        return None
    sizes = reading.sizes(order=True)
    free = [place for place in amounts.numbers if place not in sizes and place not in clause.taken]
    marked = [place for place in free if clause.follows(place, "is_now", over=1)]
    if free:
        place = marked[-1] if marked else next((each for each in free if clause.counts(each)), free[0])
        reading.slots["quantity"] = number_at(clause, place)
        reading.take([place])
    reading.choose("size")
    if places:
        reading.slots["place"] = clause.pieces[places[0]].value("location")
        reading.take(places)
    complete = "quantity" in reading.slots
    return _order(reading, "count") if complete else None


def count_begun(reading: Reading) -> Order | None:
    """A count that lacks its number: `count M in hall A`."""
    if reading.clause.asked or not reading.clause.pieces[0].is_a("cue", "count"):
        return None
    sites = _sites(reading)
    if len(sites) != 1 or not reading.items():
        return None
    _size(reading)
    reading.slots["place"] = reading.clause.pieces[sites[0]].value("location")
    reading.take(sites)
    return _order(reading, "count")


def receive(reading: Reading) -> Order | None:
    """New pieces come in: an amount must be said, or it is a question."""
    return _booked(reading, "receive")


def came_in(reading: Reading) -> Order | None:
    """`12 of MH01-M came in`: nobody asks, and it is said what came and how many."""
    asks = ("asks", "list", "quantity", "where", "who", "sizes", "stock", "in_stock", "details", "price")
    asking = any(
        piece.is_a("cue", *asks)
        and not piece.is_a("cue", "arrivals")
        and not piece.is_a("cue", "is_now", "unit")
        for piece in reading.clause.pieces
    )
    if asking or reading.clause.negated() or (reading.amounts.dated and reading.amounts.day != "today"):
        return None
    reading.amounts.day = None
    order = receive(reading)
    return order if order is not None and order.items and not order.of_shown else None


def came_in_and_put(reading: Reading) -> Order | None:
    """`24 XXL came in, put them in hall B`: how many came, and where they go."""
    put = reading.has("move", "keep", "add") and not reading.clause.negated()
    if not put or len(_sites(reading)) != (0 if reading.has("usual_place") else 1):
        return None
    reading.amounts.day = None if reading.amounts.day == "today" else reading.amounts.day
    order = receive(reading)
    return order if order is not None and order.items and order.quantity is not None else None


def issue(reading: Reading) -> Order | None:
    """Pieces leave the stock for good; `baja 4 a tienda` moves them."""
    clause = reading.clause
    moves = any(clause.pieces[place].is_a("cue", "move") for place in clause.cues("issue"))
    before = (clause.pieces[clause.site_start(place) - 1] for place in clause.places("location") if place)
    if moves and any(each.is_a("join", "to") and not each.is_a("cue", "from") for each in before):
        return None
    return _booked(reading, "issue")


def _booked(reading: Reading, verb: Verb) -> Order | None:
    asks = reading.clause.asked or reading.clause.pieces[0].is_a("asking")  # `have 12 come in` too
    if asks or not _named(reading, people=False):
        return None
    reasons = reading.clause.places("reason")
    if reasons and verb == "issue":
        reading.slots["reason"] = reading.clause.pieces[reasons[0]].value("reason")
        reading.take(reasons)
    said = "quantity" in reading.slots or (reading.slots.get("items") and _begins_with(reading, verb))
    return _order(reading, verb) if said else None


def _begins_with(reading: Reading, *verbs: str) -> bool:
    """Whether the message begins with one of these verbs."""
    first = next((piece for piece in reading.clause.pieces if not piece.is_a("filler")), None)
    return first is not None and first.is_a("cue", *verbs)


def _named(reading: Reading, *, needed: bool = True, people: bool = True) -> bool:
    """For whom, which items, of what size, where and how many, into the slots."""
    if people:
        person, places = person_in(reading.clause)
        reading.take(places)
        if person:
            reading.slots["person"] = person
    if not reading.items(needed=False):
        return False
    _size(reading)
    sites = _sites(reading)
    if len(sites) > 1:
        return False
    if sites:
        reading.slots["place"] = reading.clause.pieces[sites[0]].value("location")
        reading.take(sites)
    reading.quantity()
    return not needed or "items" in reading.slots or _lacks_items(reading)


def _lacks_items(reading: Reading) -> bool:
    """Whether an order says enough to be one, and lacks the item alone: nothing was shown before."""
    return not reading.context.items and bool(reading.slots.keys() & {"quantity", "person"})


def _size(reading: Reading) -> None:
    places = reading.sizes(order=True)
    if places:
        reading.slots["sizes"] = reading.clause.choice("size", places)


def _sites(reading: Reading) -> list[int]:
    """Where locations stand, in order; of `the Berlin shop` the first word alone, the other is taken."""
    places: list[int] = []
    for place in reading.clause.places("location"):
        location = reading.clause.pieces[place].value("location")
        if len(reading.clause.value("location", place)) > 1:
            return [place, place]  # `the halls` are no one place
        if any(reading.clause.pieces[each].value("location") == location for each in places):
            reading.take([place])
        else:
            places.append(place)
    return places


def _is_imperative(reading: Reading) -> bool:
    """Whether a word that may also ask what is free orders to release: it says how many, or for whom."""
    clause = reading.clause
    verbs = clause.cues("release", "loosen")
    if not all(clause.pieces[place].is_a("ask", "free") for place in verbs):
        return True
    said = reading.slots.keys() & {"person", "quantity", "reservation"} or reading.has("booking")
    return bool(said) and not clause.asked


def _is_said_of(reading: Reading) -> bool:
    """Whether what is described by its kind alone is surely ordered: a verb comes first, or how many."""
    if reading.slots.keys() & {"quantity", "person", "skus"}:
        return True
    return _begins_with(reading, *_VERBS)


def _all_pieces(reading: Reading) -> bool:
    """Whether all pieces of an item are meant, how many that may be: no order moves what nobody counted."""
    slots, pieces = reading.slots, reading.clause.pieces
    every = any(piece.is_a("refer", "all", "all_sizes") or piece.is_a("join", "every") for piece in pieces)
    return every and "quantity" not in slots and len(slots.get("items", ())) == 1


def _of_a_list(reading: Reading) -> bool:
    """Whether a question had several items and nothing is picked of them: none is meant most."""
    last, meant = reading.context.query, reading.meant
    listed = last is not None and last.ranking is None and last.comparison is None
    return listed and len(reading.context.items) > 1 and meant.shown and not (meant.named or meant.selected)


def _order(reading: Reading, verb: Verb) -> Order | None:
    styled = any(piece.is_a("style") for piece in reading.clause.pieces)  # half a number orders nothing
    if reading.has("supposing"):
        return None  # `if I reserve 3, how many are left`
    if reading.clause.excluded or reading.clause.ranges or styled:
        return None
    if verb in ("move", "reserve", "issue") and _all_pieces(reading):
        return None
    if reading.meant.described and not _is_said_of(reading):
        return None
    slots: dict[str, Any] = dict(reading.slots)
    if _of_a_list(reading):
        for slot in ("items", "of_shown"):
            slots.pop(slot, None)
    sizes = slots.pop("sizes", None)
    colours = slots.pop("colours", None)
    if colours:
        return None
    return Order(verb, sizes=sizes.values if sizes else (), **slots)
