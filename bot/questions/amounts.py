"""Amounts and days in a clause: bounds of pieces and of prices, days and spans of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.questions.clause import Clause
from bot.questions.query import Bounds
from bot.questions.spans import BOUNDS

AFTER = {"or_more": "at_least", "or_less": "at_most", "at_least": "at_least", "at_most": "at_most"}
"""The same after the number: `10 or more`, `3 pieces at most`."""
BETWEEN = 3
"""Pieces that may stand between a number and what is said after it: `five black shirts or more`."""
FEW = 15
"""A bound below it, of which nobody says what it is, is one of pieces."""
DAYS = ("day", "weekday", "date")
_BELOW = ("less", "at_most")


@dataclass(slots=True)
class Amounts:
    """The amounts and the days of a clause, whose pieces are taken."""

    pieces: Bounds = field(default_factory=Bounds)
    prices: Bounds = field(default_factory=Bounds)
    day: str | None = None
    """A day or a span: `today`, `last week`, `monday`, or an ISO date."""
    day_as: str | None = None
    """`since` or `until`, where the clause says so."""
    until_day: str | None = None
    """The last of several days."""
    bounded: int | None = None
    """The number of pieces that a bound was taken from, by its place."""
    unclear: Bounds | None = None
    """The prices that the bound of pieces may be instead, where nothing tells which."""
    numbers: list[int] = field(default_factory=list)
    """Places of the numbers that no bound took."""

    def copy(self) -> Amounts:
        """A copy, for one act."""
        return replace(self)

    @property
    def dated(self) -> bool:
        """Whether a day was named."""
        return self.day is not None


def amounts_in(clause: Clause) -> Amounts:
    """Read them, and take their pieces from the clause."""
    amounts = Amounts()
    _customers(clause)
    for place, piece in enumerate(clause.pieces):
        if piece.is_a("number") and place not in clause.taken and place not in clause.ranges:
            _bound(clause, amounts, place)
    _days(clause, amounts)
    amounts.numbers = [
        place
        for place, piece in enumerate(clause.pieces)
        if place not in clause.taken and piece.is_a("number") and not piece.is_a("refer")
    ]
    return amounts


def bare_numbers(clause: Clause) -> list[int]:
    """Places of digits that may also be an ordinal, without its dot: of `nur 1` an amount."""
    return [
        place
        for place, piece in enumerate(clause.pieces)
        if piece.is_a("number")
        and piece.is_a("refer")
        and piece.words[0].isdecimal()
        and piece.tokens[-1].mark != "."
    ]


def number_at(clause: Clause, place: int) -> int:
    """The number there."""
    return int(clause.pieces[place].value("number") or 0)


def _customers(clause: Clause) -> None:
    """`Three customers ask` has no amount of garments in it."""
    for place, piece in enumerate(clause.pieces[:-1]):
        following = clause.pieces[place + 1]
        customers = piece.is_a("number") and following.is_a("cue", "customer")
        before = next(clause.before(place), None)
        needing = (
            before is not None
            and clause.places("ask", "needed") != []
            and (before.is_a("cue", "for") or before.is_a("ask", "needed"))
        )
        if customers and not needing:  # `enough for 25 customers`
            clause.taken.add(place)


def _bound(clause: Clause, amounts: Amounts, place: int) -> None:
    """`More than 10`, `under 30 euros`, `10 or more`."""
    number = number_at(clause, place)
    money = _money(clause, place)
    if _price_span(clause, amounts, place):
        return
    cue = next((each for each in BOUNDS if place and clause.pieces[place - 1].is_a("cue", each)), None)
    taken = {place - 1, place}
    clause.unsure |= cue is not None and place > 1 and clause.pieces[place - 2].is_a("join", "than")
    if cue is None and place and clause.pieces[place - 1].is_a("ask", "cheaper", "dearer"):
        cue = "less" if clause.pieces[place - 1].is_a("ask", "cheaper") else "more"
        money = -1 if money is None else money
    if cue is None:
        after = _bound_after(clause, place)
        if after is None:
            return
        cue = next(AFTER[each] for each in AFTER if clause.pieces[after].is_a("cue", each))
        taken = {place, after}
    side = "most" if cue in _BELOW else "least"
    if money is not None:
        price = float(number) + (0.01 * BOUNDS[cue])
        amounts.prices = replace(amounts.prices, **{side: price})
        taken |= {money} if money >= 0 else set()
    else:
        amounts.pieces = replace(amounts.pieces, **{side: float(number + BOUNDS[cue])})
        amounts.bounded = place
        if not _counts(clause, place) and not clause.has("stock", "in_stock", "free", "reserved", "is_now"):
            amounts.unclear = Bounds(**{side: float(number) + 0.01 * BOUNDS[cue]})
    clause.taken |= taken
    clause.turned |= taken - {place}


def _price_span(clause: Clause, amounts: Amounts, place: int) -> bool:
    """`Between 60 and 70 euros`: both prices, if it is said that they are some."""
    pieces, end = clause.pieces, place + 2
    if end >= len(pieces) or not (pieces[end].is_a("number") and pieces[place + 1].is_a("join", "and", "to")):
        return False
    opened = place > 0 and pieces[place - 1].is_a("join", "between", "start")
    money = _money(clause, end)
    if money is None or not (opened or pieces[place + 1].is_a("join", "to")):
        return False
    taken = {place, place + 1, end} | ({place - 1} if opened else set()) | ({money} if money >= 0 else set())
    amounts.prices = Bounds(float(number_at(clause, place)), float(number_at(clause, end)))
    clause.taken |= taken
    clause.turned |= taken
    return True


def _money(clause: Clause, place: int) -> int | None:
    """Where the currency of a number stands; -1 where the clause asks for prices; else None."""
    for at in (place + 1, place - 1):
        if 0 <= at < len(clause.pieces) and clause.pieces[at].is_a("ask", "currency"):
            return at
    if clause.has("price") and not clause.has("quantity"):
        return -1
    return -1 if _over_garments(clause, place) else None


def _over_garments(clause: Clause, place: int) -> bool:
    """Whether a bound is one of prices though nobody says so: `hoodies under 70`, `anything under 50`."""
    bounding = clause.pieces[max(0, place - 3) : place]
    spanned = any(piece.is_a("join", "under", "between") for piece in bounding)
    at_price = place > 1 and clause.pieces[place - 2].is_a("cue", "for")  # `for less than 50`
    return (spanned or at_price) and not _counts(clause, place)


def _counts(clause: Clause, place: int) -> bool:
    """Whether a number is one of pieces: so few, or of one garment or place, or it is asked how many."""
    bounding = clause.pieces[max(0, place - 3) : place + 2]
    counting = clause.has("quantity", "low", "out", "where", "who", "sizes", "total")
    counted = any(piece.is_a("counts") for piece in bounding) or clause.counts(place)
    sized = any(size != place for size in clause.places("size")) or clause.places("location")
    groups = ("kind", "brand", "colour", "trait", "filler", "cue")
    named = (
        clause.places("item")
        or clause.places("refer")
        or any(
            not any(clause.pieces[title].is_a(group) for group in groups) for title in clause.places("title")
        )
    )
    return bool(counting or counted or sized or named or number_at(clause, place) < FEW)


def _bound_after(clause: Clause, place: int) -> int | None:
    """Where `or more` and the like stand that belong to that number."""
    for after in range(place + 1, min(place + 2 + BETWEEN, len(clause.pieces))):
        piece = clause.pieces[after]
        if any(piece.is_a("cue", cue) for cue in AFTER) and not piece.is_a("cue", "until"):
            follows = after + 1 < len(clause.pieces) and clause.pieces[after + 1].is_a("number")
            return None if follows else after
        groups = ("filler", "kind", "colour", "title", "brand", "size")
        money = piece.is_a("ask", "currency")
        if piece.is_a("number") or not (money or any(piece.is_a(group) for group in groups)):
            return None
    return None


def _days(clause: Clause, amounts: Amounts) -> None:
    """One day, or the first and the last of some: `between 1.6.2026 and 15.6.2026`."""
    days = []
    for place, piece in enumerate(clause.pieces):
        group = next((each for each in DAYS if piece.is_a(each)), None)
        until, since = (clause.follows(place, cue, over=1) for cue in ("until", "since"))
        if group is None or (piece.is_a("title") and not until and not since):
            continue
        days.append((place, piece.value(group), until, since))
    for place, day, until, since in days[:1]:
        amounts.day = day
        clause.taken.add(place)
        if until and (not since or len(days) == 1):
            amounts.day_as = "until"
        elif since:
            amounts.day_as = "since"
    if len(days) == 2 and amounts.day_as != "until":
        place, day, until, _ = days[1]
        if until or clause.follows(place, "and", over=0):
            amounts.day_as, amounts.until_day = "since", day
            clause.taken.add(place)
