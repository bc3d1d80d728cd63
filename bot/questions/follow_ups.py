"""What a message leaves out is taken from what went before: the last question, or an order that waits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.questions.amounts import amounts_in, bare_numbers, number_at
from bot.questions.clause import SETS, Clause
from bot.questions.lexicon import Tag
from bot.questions.persons import as_name, person_in
from bot.questions.query import Bounds, Choice, Order, Query
from bot.questions.reading import Reading
from bot.questions.resolver import Resolver
from bot.questions.spans import Piece
from bot.state.memory import Context

_KEPT = ("sizes", "places")
"""Slots that a further question about the same items keeps."""
_OWN = (
    "sizes", "places", "people", "state", "pieces", "prices", "group", "ranking", "limit", "rank", "needed",
    "comparison", "claim", "total",
)  # fmt: skip
_BY_INTENT = {
    "where": Query(group="place"),
    "sizes": Query(group="size"),
    "price": Query(measure="price"),
}
_OF_ITEMS = ("price", "details", "counted", "arrived", "moved", "reservations")
_ELLIPTIC = ("same", "list", "stock")
"""Acts of messages that may leave out what is asked."""
_QUESTIONS = ("asks", "quantity", "where", "who", "list", "stock", "price", "how_much_is")
"""Cues with which a question begins: it completes no order."""
_PASSING = (
    "for", "from", "to", "in", "until", "size_word", "one", "is_now", "since", "unit", "honorific",
    "customer", "also",
)  # fmt: skip


def continued(query: Query, reading: Reading, act: str, context: Context) -> Query | None:
    """A query of what was shown before, with what the last one named and this one leaves out.

    None where it says nothing without the last one, and there is none.
    """
    last = context.query
    if not query.of_shown:
        if last is not None and act in _ELLIPTIC and _only_excludes(query) and not reading.has(*_QUESTIONS):
            return _but_for(query, reading, last)
        return query if last is None or act not in _ELLIPTIC else _of_another(query, reading, last)
    if last is not None and any(piece.is_a("refer", "all_places") for piece in reading.clause.pieces):
        last = replace(last, places=Choice())
    if last is None:
        last = replace(_BY_INTENT.get(context.intent, Query()), items=query.items)
        return _half(query, reading, last, context) if act == "same" else query
    if (again := _ranked_again(query, reading, last)) is not None:
        return again
    asking = reading.has("quantity", "in_stock", "reserved", "price", "where", "sizes", "list", "low", "out")
    pair = any(piece.is_a("join", "both") for piece in reading.clause.pieces)
    summed_up = pair and query.total and reading.speaks_of_two() and len(query.items) < 2
    if act == "same" or summed_up or (act == "stock" and query.total and not asking):
        return _half(query, reading, last, context)
    whole_design = act in ("details", "colours", "counted") and not query.total
    kept = {} if whole_design else _unnamed(query, last)
    if act == "sizes":
        kept.pop("sizes", None)
    if act == "where":
        kept.pop("places", None)
    over_places = last.group == "place" or (len(last.places.values) > 1 and not query.places)
    if act != "colours" and query.total and not reading.clause.places("join", "both") and not over_places:
        kept.pop("sizes", None)
    if query.total and _only(query.sizes) and _only(last.places):
        kept.pop("places", None)  # `M in all`: the sum is over the places
    whole = reading.meant.selected
    kept = {} if whole and not reading.has("reserved") and act == "stock" else kept
    items = query.items if whole or not last.items or "ranking" in reading.slots else last.items
    return replace(query, items=items, **kept)


def _only_excludes(query: Query) -> bool:
    """Whether it names nothing but garments that aren't meant: `not the dresses`."""
    bare = replace(query, kinds=Choice(), title_without=(), measure="on_hand", group=None)
    return bare == Query() and not query.kinds.values and bool(query.kinds.excluded or query.title_without)


def _but_for(query: Query, reading: Reading, last: Query) -> Query | None:
    """The last question without some garments; None where it was of nothing else."""
    kinds = Choice(last.kinds.values, (*last.kinds.excluded, *query.kinds.excluded))
    if not last.items:
        without = (*last.title_without, *query.title_without)
        return replace(last, kinds=kinds, title_without=without, of_shown=True)
    gone = reading.resolver.items_of(query.kinds.excluded, query.title_without)
    items = tuple(item for item in last.items if item not in gone)
    return replace(last, items=items, skus=(), of_shown=True) if items else None


def _ranked_again(query: Query, reading: Reading, last: Query) -> Query | None:
    """`And the cheapest?` after the dearest skirt: of all that was ranked, not of those that came first.

    None where it is no such question: it names some, another breakdown, or is of another kind of order.
    """
    broken_down = reading.has("sizes", "where", "who", "colours")
    if not reading.ranked_alike() or query.colours or broken_down:
        return None
    own: dict[str, Any] = {
        slot: each for slot in (*_KEPT, "state", "pieces", "prices") if (each := getattr(query, slot))
    }
    if query.measure != "on_hand":
        own["measure"] = query.measure
    return replace(last, ranking=query.ranking, limit=query.limit, rank=query.rank, **own)


def _half(query: Query, reading: Reading, last: Query, context: Context) -> Query:
    """`And in L?`: the last question with another size, place, colour or item."""
    pair = reading.clause.places("join", "both") or any(
        piece.is_a("join", "both") for piece in reading.clause.pieces
    )
    compares = query.comparison or query.ranking  # `which of the two has more` adds nothing up
    alone = not (query.sizes or query.places or reading.meant.selected or compares)
    summed_up = query.total and query.needed is None
    if alone and (summed_up or (pair and query.measure in ("on_hand", last.measure))):
        summed = replace(last, total=True, ranking=None, limit=None, rank=None, comparison=None, claim=False)
        if last.ranking or last.comparison or query.needed is not None:
            summed = replace(summed, group=None, needed=None)
        summed = _together(summed, context)
        if query.needed is not None:
            return replace(summed, needed=query.needed, measure="free")
        return replace(summed, measure=query.measure) if query.measure in ("free", "reserved") else summed
    named = {slot: getattr(query, slot) for slot in _OWN if getattr(query, slot)}
    if "pieces" in named and last.prices and not last.pieces:
        named["prices"] = _as_price(named.pop("pieces"), reading)  # `and under 80?`, after `over 100 euros`
    if query.total and _only(query.sizes) and not query.places and _only(last.places):
        last = replace(last, places=Choice())  # `M in all`: the sum is over the places
    if query.measure != "on_hand":
        named["measure"] = query.measure
    elif last.measure in _OF_ITEMS and named.keys() & {"sizes", "places", "state", "ranking", "comparison"}:
        named |= {"measure": "on_hand", "quantity": None}
        named.setdefault("group", None)
    if query.group == "size" and not query.total:
        named["total"] = False
    if query.since is not None:
        named |= {"measure": last.measure, "since": query.since, "until": query.until}
    if reading.has("which_of") and "group" not in named:
        named["group"] = "item" if len(query.items) > 1 else "size"
    if last.group == "size" and "sizes" in named and "group" not in named:
        named["group"] = None
    if last.group == "place" and "places" in named and "group" not in named:
        named["group"] = None
    if "needed" in named or "ranking" in named or "comparison" in named:
        last = replace(
            last, needed=None, ranking=None, limit=None, rank=None, comparison=None, claim=False, group=None
        )
    if named.keys() & {"ranking", "comparison"} and len(query.items) > 1 and query.of_shown:
        last = replace(_unfiltered(last), items=query.items)
    if last.ranking and "ranking" in named and not last.items and not reading.meant.selected:
        return replace(last, **named)  # `and the dearest?`, of the same
    coloured = _coloured(reading)
    if coloured and not last.items and last.colours and not reading.meant.named:
        return replace(last, colours=coloured, **named)
    if reading.meant.selected:
        last = replace(last, items=query.items, skus=(), colours=query.colours, limit=None, rank=None)
        last = _unfiltered(last)
        last = replace(last, comparison=None, claim=False, group=None) if len(query.items) < 2 else last
    elif not last.items and (last.ranking or "ranking" in named):
        last = _unfiltered(replace(last, items=context.items, ranking=None, limit=None, rank=None))
    elif not last.items and not _filtered(last):
        last = replace(last, items=query.items)
    skus = () if {"sizes"} & named.keys() else last.skus
    return replace(last, skus=skus, of_shown=True, **named)


def _as_price(pieces: Bounds, reading: Reading) -> Bounds:
    """The bound of a number that is a price: less than 80 is 79.99, not 79."""
    least, most = pieces.least, pieces.most
    said = reading.clause.pieces
    if least is not None and any(piece.is_a("cue", "more") for piece in said):
        least = round(least - 0.99, 2)
    if most is not None and any(piece.is_a("cue", "less") for piece in said):
        most = round(most + 0.99, 2)
    return Bounds(least, most)


def _of_another(query: Query, reading: Reading, last: Query) -> Query:
    """`And the Oxford shirt?`: the last question of another item, which is named."""
    figures = ("quantity", "stock", "in_stock", "price", "how_much_is", "reserved", "total", "where", "sizes")
    led = reading.clause.pieces[0].is_a("join", "and") or reading.clause.pieces[0].is_a("cue", "what_about")
    if not led or reading.has(*figures) or query.measure != "on_hand" or query.ranking or query.comparison:
        return query
    measure = last.measure if last.measure in ("price", "free", "reserved") else query.measure
    kept: dict[str, Any] = {"measure": measure}
    sizes = reading.resolver.sizes_in(query.items)
    if not query.sizes and last.sizes.values and {*last.sizes.values} <= sizes:
        kept["sizes"] = last.sizes
    if not query.places and measure != "price":
        kept["places"] = last.places
    if query.needed is None and measure == "free" and last.needed is not None:
        kept["needed"] = last.needed
    return replace(query, **kept)


def _together(last: Query, context: Context) -> Query:
    """Both together: what the last two questions were about, where they differ in one thing alone."""
    before = context.before or last
    for slot in ("sizes", "places"):
        one, two = getattr(before, slot), getattr(last, slot)
        other = {
            each: getattr(before, each) == getattr(last, each) for each in ("items", *_KEPT) if each != slot
        }
        if one.values and two.values and one != two and all(other.values()):
            both = Choice(tuple(dict.fromkeys((*one.values, *two.values))))
            union: dict[str, Any] = {slot: both}
            return replace(last, **union)
    if before.items and last.items and before.items != last.items and before.sizes == last.sizes:
        return replace(last, items=tuple(dict.fromkeys((*before.items, *last.items))))
    several = len(last.items) > 1 or len(last.sizes.values) > 1 or len(last.places.values) > 1
    return (
        last if several or last.group == "place" else replace(last, sizes=Choice(), places=Choice(), skus=())
    )


def _coloured(reading: Reading) -> Choice:
    places = [place for place, piece in enumerate(reading.clause.pieces) if piece.is_a("colour")]
    return reading.clause.choice("colour", [place for place in places if place in reading.meant.taken])


def _unnamed(query: Query, last: Query) -> dict[str, Any]:
    kept = {slot: getattr(last, slot) for slot in _KEPT if not getattr(query, slot) and getattr(last, slot)}
    return kept | ({"total": True} if "sizes" in kept and last.total else {})


def _filtered(query: Query) -> bool:
    return bool(query.kinds or query.brands or query.colours or query.words or query.state or query.prices)


def _unfiltered(query: Query) -> Query:
    return replace(
        query,
        kinds=Choice(),
        brands=Choice(),
        title_words=(),
        title_without=(),
        words="",
        ranking=None,
        prices=type(query.prices)(),
    )


def sized(order: Order, context: Context) -> Order:
    """An order of what was shown: of the size and from the place asked about last, if it names none."""
    last = context.query
    if last is None or not order.of_shown or order.verb in ("undo", "release"):
        return order
    items = last.items if len(last.items) == 1 and len(order.items) != 1 else order.items
    leaves = order.verb in ("move", "reserve", "issue") and items == last.items
    if leaves and not order.place and (place := _only(last.places)) != order.to_place:
        order = replace(order, place=place)
    if order.sizes or order.skus:
        return order
    size = _only(last.sizes)
    return replace(order, sizes=(size,) if size else (), items=items)


def _only(choice: Choice) -> str:
    """The one value of a set; empty where it has several, or excludes some."""
    return choice.values[0] if len(choice.values) == 1 and not choice.excluded else ""


def only_negates(pieces: Sequence[Piece]) -> bool:
    """Whether a message says no and nothing else."""
    rest = [piece for piece in pieces if not piece.is_a("operator")]
    idle = all(
        (piece.is_a("filler") or piece.is_a("cue", "thanks"))
        and not any(piece.is_a(group) for group in (*SETS, "number"))
        for piece in rest
    )
    return len(rest) < len(pieces) and idle


def completed(
    pieces: Sequence[Piece], waiting: Order, missing: Sequence[str], context: Context, resolver: Resolver
) -> Order | None:
    """The order that waits, with what a message adds or changes; None where the message is another thing."""
    pieces = _after_denied(_after_no(pieces), waiting)
    clause = Clause(pieces, resolver.vocabulary)
    if not pieces or clause.asked or pieces[0].is_a("asking") or pieces[0].is_a("cue", *_QUESTIONS):
        return None
    amounts = amounts_in(clause)
    reading = Reading(clause, amounts, Context(waiting.items or context.items), resolver, _PASSING)
    changes: dict[str, object] = {}
    reading.take([place for place, piece in enumerate(pieces) if piece.is_a("ask", "instead", "suffices")])
    _named_person(reading, missing, changes)
    if not reading.items(needed=False) or reading.meant.colours:
        return None
    named = reading.meant.named and not reading.meant.shown  # no `them`
    another = named and reading.meant.items != waiting.items
    if another and len(waiting.items) == 1 and not any(piece.is_a("ask", "instead") for piece in pieces):
        return None  # what is scanned or asked in between is looked up
    if named or (reading.meant.taken and reading.meant.items != waiting.items):
        changes["items"] = reading.meant.items
    if not _sizes_and_numbers(reading, waiting, missing, changes) or not _places(
        reading, waiting, missing, changes
    ):
        return None
    if not reading.day("until"):
        return None
    if "until" in reading.slots:
        changes["until"] = reading.slots["until"]
    amends = any(piece.is_a("ask", "instead") for piece in pieces)
    if named and not amends and changes.keys() >= {"quantity", "person"}:
        return None  # another order, of the same item
    if not changes or not reading.all_used() or clause.excluded:
        return None
    reading.slots |= {"place": ""} if changes.keys() & {"place", "to_place"} else {}
    only_places = not changes.keys() - {"place", "to_place"}
    verbs = ("move", "keep", "out", waiting.verb) if only_places else ()  # `take them out of hall B`
    if not reading.accounted(*_PASSING, *verbs):
        return None
    if changes.keys() & {"items", "sizes"}:
        changes["skus"] = reading.meant.skus
    return replace(waiting, **changes)  # type: ignore[arg-type]


def adds(pieces: Sequence[Piece], order: Order, waiting: Order | None) -> bool:
    """Whether an order is said to come beside the one that waits, of another size: `and 2 in L too`."""
    if waiting is None or order.verb != waiting.verb:
        return False
    another = (order.items, order.sizes, order.skus) != (waiting.items, waiting.sizes, waiting.skus)
    said = any(piece.is_a("cue", "also") for piece in pieces)
    return said and another and order.quantity is not None and waiting.quantity is not None


def with_place_meant(pieces: Sequence[Piece], context: Context) -> Sequence[Piece]:
    """The pieces, with the place that was asked about last for `from there` or `in the same hall`."""
    place = _only(context.query.places) if context.query is not None else ""
    if not place or not any(piece.is_a("cue", "there", "from_there") for piece in pieces):
        return pieces
    found: list[Piece] = []
    for piece in pieces:
        if piece.is_a("cue", "from_there"):
            found.append(replace(piece, tags=frozenset({Tag("cue", "from")})))
        meant = piece.is_a("cue", "there", "from_there")
        found.append(replace(piece, tags=frozenset({Tag("location", place)})) if meant else piece)
    return found


def _after_no(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces after a `no` that takes back what was said before: `no 8`, `or no, one will do`."""
    first = next((place for place, piece in enumerate(pieces) if not _passes(piece)), len(pieces))
    if first == len(pieces) or not (pieces[first].is_a("operator") and pieces[first].is_a("ask", "instead")):
        return pieces
    parted = pieces[first].tokens[-1].mark or not pieces[first].is_a("join", "deny")
    return pieces[first + 1 :] if parted else pieces


def _after_denied(pieces: Sequence[Piece], waiting: Order) -> Sequence[Piece]:
    """The pieces after what the order said and is denied now: `not M, L`, `nicht M sondern L`."""
    if not pieces or not pieces[0].is_a("operator"):
        return pieces
    place = next((at for at, piece in enumerate(pieces) if at and not _passes(piece)), len(pieces))
    if place + 1 >= len(pieces):
        return pieces
    denied, following = pieces[place], pieces[place + 1]
    said = (
        denied.values("size") & set(waiting.sizes)
        or denied.values("location") & {waiting.place, waiting.to_place}
        or denied.values("number") & {str(waiting.quantity)}
    )
    parted = denied.tokens[-1].mark or following.is_a("join", "but", "only")
    return pieces[place + 1 :] if said and parted else pieces


def _passes(piece: Piece) -> bool:
    """Whether a word before `no` says nothing: `oh no`, `or no`."""
    idle = piece.is_a("filler") or piece.is_a("cue", "size_word")
    return idle and not any(piece.is_a(group) for group in (*SETS, "number"))


def _named_person(reading: Reading, missing: Sequence[str], changes: dict[str, object]) -> None:
    person, places = person_in(reading.clause)
    strange = [place for place, piece in enumerate(reading.clause.pieces) if not piece.tags]
    if person is None and "person" in missing and len(strange) == 1:
        person, places = as_name(reading.clause.said(strange)), strange
    if person:
        changes["person"] = person
        reading.take(places)


def _sizes_and_numbers(
    reading: Reading, waiting: Order, missing: Sequence[str], changes: dict[str, object]
) -> bool:
    clause = reading.clause
    numbers = [place for place in reading.amounts.numbers if place not in clause.taken]
    sizes = reading.sizes(order=True)
    if not sizes and waiting.quantity is not None and ("size" in missing or waiting.sizes):
        of_size = [place for place in numbers if clause.pieces[place].is_a("size")]
        sizes = [place for place in of_size if "size" in missing or reading.comes_in(place)][:1]
    if len(sizes) > 1:
        return False
    if sizes:
        changes["sizes"] = clause.choice("size", sizes).values
    numbers = [place for place in numbers if place not in clause.taken] or bare_numbers(clause)
    if len(numbers) > 1:
        return False
    if numbers:
        changes["quantity"] = number_at(clause, numbers[0])
        reading.take(numbers)
    elif (one := _one_alone(clause)) is not None:
        changes["quantity"] = 1
        reading.take([one])
    return True


def _one_alone(clause: Clause) -> int | None:
    """Where `one` stands as an amount: first, or after `make it` and the like; not in `the one in L`."""
    for place in clause.places("cue", "one"):
        before = clause.pieces[place - 1] if place else None
        after = clause.pieces[place + 1 : place + 2]
        led = before is None or before.is_a("ask", "instead", "suffices") or before.is_a("join", "only")
        if led or any(piece.is_a("ask", "suffices") for piece in after):
            return place
    return None


def _places(reading: Reading, waiting: Order, missing: Sequence[str], changes: dict[str, object]) -> bool:
    clause = reading.clause
    sites = clause.places("location")
    from_where = waiting.to_place and not waiting.place and "to_place" not in missing
    amends = any(piece.is_a("ask", "instead") for piece in clause.pieces)
    for place in sites:
        site = clause.pieces[place].value("location")
        start = clause.site_start(place)
        into = clause.follows(start, "to", over=0) and not clause.follows(start, "from", over=0)
        if into and from_where and not amends and clause.follows(start, "in", over=0):
            into = False  # `prends-les dans le hall B` says where they are
        goal = waiting.verb == "move" and (into or "to_place" in missing)
        slot = "to_place" if goal else "place"
        if changes.get(slot, site) != site:
            return False
        changes[slot] = site
    reading.take(sites)
    return True
