"""The talk itself: thanks and farewells, help, the language, and people with their roles."""

from __future__ import annotations

from bot.questions.persons import person_in
from bot.questions.query import Talk
from bot.questions.reading import Reading
from bot.questions.spans import Piece


def helps(reading: Reading) -> Talk | None:
    return Talk("help")


def how_to(reading: Reading) -> Talk | None:
    """`How do I put something aside`: it is not ordered, for nothing is named."""
    verbs = ("reserve", "release", "move", "count", "receive", "issue", "keep", "undo")
    named = reading.amounts.numbers or any(reading.any(group) for group in ("item", "kind", "size"))
    return Talk("help") if reading.has(*verbs) and not named else None


def never_mind(reading: Reading) -> Talk | None:
    """What was ordered or asked last is not wanted any more."""
    places = reading.asks("never_mind")
    no = [place for place in reading.clause.places("operator") if place < min(places, default=0)]
    reading.take([place for place in no if reading.clause.pieces[place].is_a("ask", "instead")])
    undone = any(reading.clause.pieces[place].is_a("cue", "undo") for place in places)
    return Talk("never_mind") if places and (reading.context.waiting or not undone) else None


def small_talk(reading: Reading) -> Talk | None:
    """Thanks, a greeting, or praise where it is none that is asked for: `good`, but not `is it good?`."""
    pieces = reading.clause.pieces
    praise = [place for place, piece in enumerate(pieces) if piece.is_a("cue", "praise")]
    first = next((place for place, piece in enumerate(pieces) if not _greets(piece)), None)
    if first is not None and pieces[first].is_a("cue", "asks"):
        return None
    return None if praise and reading.clause.asked else Talk("thanks")


def _greets(piece: Piece) -> bool:
    return piece.is_a("cue", "thanks") and not piece.is_a("cue", "praise")


def until_tomorrow(reading: Reading) -> Talk | None:
    """`Until tomorrow`, which is a farewell where nothing else is said."""
    if reading.amounts.day != "tomorrow":
        return None
    reading.slots["until"] = "tomorrow"
    return Talk("thanks")


def language(reading: Reading) -> Talk | None:
    """The language; its code, such as `de`, only after the word for languages."""
    clause = reading.clause
    places = [each for each in clause.places("spoken") if len(clause.pieces[each].words[-1]) > 2]
    if not places and reading.has("tongue"):
        places = clause.places("spoken")[-1:]
    if len(places) != 1:
        return None
    reading.take(places)
    return Talk("language", (("language", clause.pieces[places[0]].value("spoken") or ""),))


def people(reading: Reading) -> Talk | None:
    roles = reading.clause.places("role")
    if not roles and not reading.has("people"):
        return None
    reading.take(roles)
    role = reading.clause.pieces[roles[0]].value("role") if roles else None
    return Talk("people", (("role", role),) if role else ())


def give_role(reading: Reading) -> Talk | None:
    roles = reading.clause.places("role")
    if len(roles) != 1:
        return None
    reading.take(roles)
    person, places = person_in(reading.clause, anywhere=True)
    reading.take(places)
    role = reading.clause.pieces[roles[0]].value("role") or ""
    return Talk("people_add", (("person", person), ("role", role))) if person else None


def take_role(reading: Reading) -> Talk | None:
    roles = reading.clause.places("role")
    if not roles and not reading.has("people", "people_list"):
        return None
    reading.take(roles)
    person, places = person_in(reading.clause, anywhere=True)
    reading.take(places)
    return Talk("people_remove", (("person", person),)) if person else None
