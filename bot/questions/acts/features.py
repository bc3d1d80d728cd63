"""What a question asks besides: what is free or enough, most, more than another, in all."""

from __future__ import annotations

from bot.questions.amounts import number_at
from bot.questions.lexicon import SUPERLATIVES
from bot.questions.query import Choice, Grouping, Query
from bot.questions.reading import GARMENT, Reading

_CHOOSING = ("list", "which_of", "where", "who", "sizes", "colours", "quantity", "details")
"""Cues of a question that is no yes or no."""
_BETWEEN = (*GARMENT, "title", "trait", "filler", "size")
"""What may stand between an ordinal and what it is of: `la segunda chaqueta más cara`."""

ALL = 100
"""How many are ranked where all are wanted: `rank them by stock`."""


def features(reading: Reading) -> bool:
    """What is asked besides: free, needed, most, more, in all. False where it makes no sense."""
    slots = reading.slots
    slots["measure"] = "on_hand"
    if reading.asks("items"):
        slots["measure"] = "items"
    if not reading.needed() or not ranking(reading) or not _more(reading) or not dearer(reading):
        return False
    if slots["measure"] == "on_hand":
        slots["measure"] = _reserved(reading) or "on_hand"
    reading.asks("free")
    state = reading.state()
    if state is None and reading.negated():
        grouped = reading.has("where", "who", "sizes", "list", "colours")
        if not grouped:
            return False
        state = "out"
    if state is not None and not (state == "in" and "needed" in slots):  # what is enough is in stock
        slots["state"] = state
    if reading.has("total") and "ranking" not in slots:  # what has most has it in all
        slots["total"] = True
    both = reading.clause.places("join", "both")
    if both and slots.get("total") and (len(reading.context.items) == 2 or reading.speaks_of_two()):
        reading.take(both)
    if reading.asks("each") and not slots.get("total"):
        slots["group"] = "place" if len(reading.clause.places("location")) > 1 else "size"
    return True


def needed_again(reading: Reading) -> None:
    """`And 10?` after it was asked whether there is enough for 4."""
    clause = reading.clause
    numbers = [
        place
        for place in reading.amounts.numbers
        if not clause.pieces[place].is_a("size") or clause.counts(place) or not reading.comes_in(place)
    ]
    if len(numbers) == 1:
        reading.slots["needed"] = number_at(reading.clause, numbers[0])
        reading.take(numbers)


def beside(reading: Reading) -> None:
    """`Is the burgundy one cheaper`: than the one that was shown."""
    slots, shown = reading.slots, reading.context.items
    if not slots.get("comparison"):
        return
    if reading.meant.selected and len(slots["items"]) == 1:
        slots["items"] = tuple(dict.fromkeys((*slots["items"], *shown[:1])))
    elif slots["measure"] == "price" and shown and reading.resolver.one_design(slots["items"]):
        colours = reading.clause.places("colour")
        if not reading.meant.shown and len(colours) < 2:  # `cheaper than the checked shirt`
            slots["items"] = tuple(dict.fromkeys((*shown[:1], *slots["items"])))


def compared(reading: Reading) -> bool:
    """By what it is compared: what has several values; False where nothing has."""
    slots = reading.slots
    few = 1 < len(slots.get("items", ())) < 5 and slots.get("group") == "item"
    least_or_most = slots.get("ranking") in ("most", "least") and not slots.keys() & {"limit", "rank"}
    if few and least_or_most and not reading.reverses():
        slots["comparison"] = "more" if slots.pop("ranking") == "most" else "less"  # `which has more`
    versus = reading.clause.places("join", "versus")
    if versus and len(slots.get("items", ())) > 1:
        reading.take(versus)
        slots.setdefault("comparison", "more")
    if "comparison" not in slots:
        return True
    if "ranking" in slots:
        return True
    sets = (("place", "places"), ("size", "sizes"))
    grouped = next((group for group, slot in sets if slot in slots and len(slots[slot].values) > 1), None)
    if grouped is None and len(slots.get("items", ())) > 1:
        grouped = "item"
    if grouped is None and slots.get("colours") and len(slots["colours"].values) > 1:
        grouped = "colour"
    if grouped is None and reading.has("sizes", "where"):
        grouped = reading.group()
        slots["ranking"] = "most" if slots.pop("comparison") == "more" else "least"
        slots.pop("total", None)  # what has most has it in all
    last = reading.context.query
    for group, slot in sets if grouped is None and last is not None else ():
        if slot not in slots and len((choice := getattr(last, slot)).values) > 1:
            slots[slot], grouped = choice, group  # `which has more`, of the sizes asked about before
            break
    if grouped is None:
        grouped = _of_last_two(reading)
    if grouped is None and slots.get("colours") and slots["comparison"] in ("more", "less"):
        del slots["comparison"]  # one of the colours is not there, which is what is said
        return True
    if grouped is None:
        return slots["comparison"] == "share" and bool(slots.get("places") or slots.get("sizes"))
    slots["group"] = grouped
    return True


def _of_last_two(reading: Reading) -> Grouping | None:
    """By what the last two questions differed, which are compared then: `which has more`."""
    last, before, slots = reading.context.query, reading.context.before, reading.slots
    if last is None or before is None or reading.meant.named or slots["comparison"] == "share":
        return None
    if last.items and before.items and last.items != before.items:
        slots["items"] = tuple(dict.fromkeys((*before.items, *last.items)))
        slots |= {
            slot: one for slot in ("sizes", "places") if (one := getattr(last, slot)) and slot not in slots
        }
        return "item"
    one, two = before.colours.values, last.colours.values
    if not last.items and last.kinds and last.kinds == before.kinds and one and two and one != two:
        for slot in ("items", "of_shown"):
            slots.pop(slot, None)
        slots |= {"kinds": last.kinds, "title_words": last.title_words, "brands": last.brands}
        slots["colours"] = Choice(tuple(dict.fromkeys((*one, *two))))
        slots |= {
            slot: one for slot in ("sizes", "places") if (one := getattr(last, slot)) and slot not in slots
        }
        return "colour"
    sets: tuple[tuple[Grouping, str], ...] = (("size", "sizes"), ("place", "places"))
    for group, slot in sets:
        first, second = getattr(before, slot), getattr(last, slot)
        if last.items == before.items and first.values and second.values and first != second:
            slots[slot] = Choice(tuple(dict.fromkeys((*first.values, *second.values))))
            return group
    return None


def _reserved(reading: Reading) -> str | None:
    """Free where that is asked for, or what is not reserved; reserved where what is."""
    clause = reading.clause
    places = [at for at in clause.cues("reserved") if not clause.pieces[at].is_a("cue", "where", "in_stock")]
    for place in places:
        before = clause.nearest(place, -1, "operator", over=("is_now", "stock"))
        if before is not None and not clause.pieces[before].is_a("join", "except"):
            reading.take([before, place])
            return "free"
    if clause.places("ask", "free"):
        return "free"
    return "reserved" if places else None


def ranking(reading: Reading) -> bool:
    """`The two cheapest`, `which size do we have most of`."""
    slots = reading.slots
    for named in SUPERLATIVES:
        pieces = reading.clause.places("ask", named)
        pieces = [each for each in pieces if not _is_cue(reading, each)]
        if not pieces:
            continue
        reading.take(pieces)
        if "ranking" in slots:
            return False
        slots["ranking"] = named
        if not _rank(reading, pieces[0]):
            if reading.asks("in_order") or any(
                reading.clause.pieces[at].is_a("ask", "in_order") for at in pieces
            ):
                slots["limit"] = ALL
            else:
                reading.limit(pieces[0])
            if "limit" not in slots:
                reading.limit_alone()
        slots["group"] = reading.group()
        if slots.get("limit") == ALL and slots["group"] == "colour":
            slots["group"] = "item"  # the colours of a design are its items
        if named in ("cheapest", "dearest"):
            slots["measure"] = "price"
            slots["group"] = "item"
    if "ranking" not in slots and (last := _ranked_last(reading)) is not None:
        slots |= {"ranking": last.ranking, "measure": last.measure, "group": last.group or "item"}
    if "ranking" not in slots and reading.asks("in_order"):
        named = "cheapest" if slots.get("measure") == "price" else "most"
        slots |= {"ranking": named, "group": reading.group(), "limit": ALL}
    top = [place for place in reading.clause.places("ask", "top") if place + 1 in reading.amounts.numbers]
    if top and "ranking" not in slots:
        slots |= {"ranking": "most", "group": reading.group(), "limit": number_at(reading.clause, top[0] + 1)}
        reading.take((top[0], top[0] + 1))
    return True


def _rank(reading: Reading, asked: int) -> bool:
    """`The second most expensive`, `la deuxième veste la plus chère`: the place, into the slots."""
    clause = reading.clause
    for place in clause.places("rank"):
        between = clause.pieces[place + 1 : asked]
        if place < asked and all(any(piece.is_a(group) for group in _BETWEEN) for piece in between):
            reading.slots["rank"] = _rank_at(reading, place)
            reading.take([place])
            return True
    return False


def _rank_at(reading: Reading, place: int) -> int:
    """The place of a ranking there; `the runner-up` is the one after those told last, else the second."""
    rank, last = reading.clause.pieces[place].value("rank") or "", reading.context.query
    if rank.isdecimal():
        return int(rank)
    if last is None or last.ranking is None:
        return 2
    tied = len(reading.context.items) if last.group == "item" and last.rank is None else 1
    return max(last.rank or last.limit or 1, tied) + 1


def _ranked_last(reading: Reading) -> Query | None:
    """The last ranking, where no more than another place of it is asked for: `and the second?`."""
    last, places = reading.context.query, reading.clause.places("rank")
    if last is None or last.ranking is None or len(places) != 1 or reading.any(*GARMENT, "title", "item"):
        return None
    rank = _rank_at(reading, places[0])
    if reading.clause.pieces[places[0]].is_a("refer") and rank <= len(reading.context.items):
        return None  # it is one of those that were shown
    reading.slots["rank"] = rank
    reading.take(places)
    return last


def _is_cue(reading: Reading, place: int) -> bool:
    piece = reading.clause.pieces[place]
    return piece.is_a("cue", "last", "arrivals", "low") or piece.is_a("refer")


def _more(reading: Reading) -> bool:
    """`More red or black`, `Berlin against Hall B`, `the difference`, `what share`."""
    clause, slots = reading.clause, reading.slots
    for ask, comparison in (
        ("difference", "difference"),
        ("share", "share"),
        ("more", "more"),
        ("less", "less"),
    ):
        places = clause.places("ask", ask)
        if not places or "comparison" in slots:
            continue
        if comparison in ("more", "less") and not _may_compare(reading):
            if reading.ranked_again() and "ranking" not in slots:
                reading.take(places)
                slots |= {"ranking": "most" if comparison == "more" else "least", "group": reading.group()}
            continue
        reading.take(places)
        slots["comparison"] = comparison
        if comparison in ("more", "less") and (than := clause.places("join", "than")):
            reading.take(than)
            slots["claim"] = not {*clause.cues(*_CHOOSING)} - {*than}  # French `que` is `what` too
    if clause.pairs and "comparison" not in slots:
        slots["comparison"] = "more"
    return True


def _may_compare(reading: Reading) -> bool:
    """Whether there are two things that one may have more of than the other."""
    clause, about = reading.clause, reading.context.items
    several = any(
        len(places) > 1 or any(len(clause.ranges.get(each, ())) > 1 for each in places)
        for group in ("size", "location", "colour", "item", "title")
        if (places := clause.places(group))
    )
    last = reading.context.query
    before = last is not None and (len(last.sizes.values) > 1 or len(last.places.values) > 1)
    before = before or (reading.context.before is not None and not clause.places("item"))
    return several or before or len(about) > 1 or reading.has("sizes", "where")


def dearer(reading: Reading) -> bool:
    """`Is the Oxford cheaper than the Palma`."""
    for ask, comparison in (("cheaper", "less"), ("dearer", "more")):
        if reading.asks(ask):
            reading.slots |= {"measure": "price", "comparison": comparison}
            reading.take(reading.clause.places("join", "than"))
    than = reading.clause.places("join", "than")
    if than and reading.has("price") and "comparison" not in reading.slots:  # `does it cost more than`
        for ask in ("more", "less"):
            if reading.asks(ask):
                reading.slots |= {"measure": "price", "comparison": ask}
                reading.take(than)
    return True
