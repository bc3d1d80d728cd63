"""Names of people in a clause: for whom something is reserved, or who gets a role."""

from __future__ import annotations

import re

from bot.questions.clause import Clause

_BESIDE = re.compile(r"^[dl]['’](?=\w)|['’]s$", re.IGNORECASE)
"""What French and English write beside a name."""
_NO_NAME = (
    "location",
    "day",
    "weekday",
    "date",
    "item",
    "refer",
    "number",
    "role",
    "kind",
    "operator",
    "city",
)


def person_in(clause: Clause, *, anywhere: bool = False) -> tuple[str | None, list[int]]:
    """A name and its places: what nobody knows, or is capitalised, after `for`; or anywhere at all."""
    pieces = clause.pieces
    starts = [
        place + 1
        for place, piece in enumerate(pieces[:-1])
        if piece.is_a("cue", "for", "reservations", "release", "booking")
    ]
    starts += [
        place - 1 if not pieces[place - 1].is_a("filler") else place - 2
        for place, piece in enumerate(pieces)
        if place and piece.is_a("cue", "booking")
    ]
    named = [
        candidate
        for start in (range(len(pieces)) if anywhere else starts)
        if start >= 0
        and (candidate := _name(clause, start))
        and (anywhere or clause.follows(candidate[0], "for", over=0) or _is_marked(clause, candidate[0]))
    ]
    if not named:
        return None, []
    marked = [places for places in named if _is_marked(clause, places[0])]
    strange = [places for places in marked or named if not pieces[places[0]].tags]
    places = (strange or marked or named)[0 if anywhere or strange else -1]
    before = places[0] - 1
    titled = [before] if before >= 0 and pieces[before].is_a("cue", "honorific") else []
    title = [pieces[place].tokens[-1].said for place in titled]  # of `la señora` the last word
    return as_name(" ".join([*title, clause.said(places)])), titled + places


def as_name(text: str) -> str:
    """The name in what was said: `@Anna`, `d'Anna`, `Anna's`, and `anna` are Anna."""
    name = _BESIDE.sub("", text.lstrip("@"))
    return name.title() if name == name.lower() else name


def _is_marked(clause: Clause, place: int) -> bool:
    """Whether a word is written as a name: `reservations Anna`, not `reservations pending`."""
    text = clause.pieces[place].said
    return text.startswith("@") or text[:1].isupper() or clause.follows(place, "honorific", over=0)


def _name(clause: Clause, start: int) -> list[int]:
    """The places of the name that begins there."""
    pieces = clause.pieces
    while start < len(pieces) and pieces[start].is_a("cue", "honorific"):
        start += 1
    places: list[int] = []
    for place in range(start, len(pieces)):
        booked = pieces[place].is_a("cue", "booking")
        if place in clause.taken or booked or not _may_be_name(clause, place):
            break
        places.append(place)
    return places


def _may_be_name(clause: Clause, place: int) -> bool:
    piece = clause.pieces[place]
    if any(piece.is_a(group) for group in _NO_NAME) and not piece.repaired:
        return False
    if piece.said.startswith("@") or not piece.tags or piece.repaired:
        return True
    return place > 0 and piece.said.istitle() and not all(each.said.istitle() for each in clause.pieces)
