"""Stock work: what is reserved, let go, moved, counted or undone."""

from __future__ import annotations

from typing import Any

from bot.questions.reader import Reader

_ORDINALS = ("n1", "n2", "n3", "n4", "n5")


def undo(reader: Reader) -> dict[str, Any] | None:
    reader.take(reader.sentence.places("refer"))
    return {}


def undo_last(reader: Reader) -> dict[str, Any] | None:
    """`Take the last move back`: neither the verb nor the noun is enough alone."""
    return undo(reader) if reader.has("last") and reader.has("loosen") else None


def reserved(reader: Reader) -> dict[str, Any] | None:
    """`What is set aside for Anna`, `who has something reserved`; but how many are is asked of an item."""
    if reader.has("quantity"):
        return None
    slots = reservations(reader) or {}
    return slots if slots or reader.has("who") or (reader.has("list") and not reader.context.items) else None


def reservations(reader: Reader) -> dict[str, Any] | None:
    person, places = reader.sentence.person()
    reader.take(places)
    return {"person": person} if person else {}


def reserve(reader: Reader) -> dict[str, Any] | None:
    slots = _work(reader)
    return slots if slots is not None and "items" in slots and reader.day("until") else None


def keep(reader: Reader) -> dict[str, Any] | None:
    """`Keep two for Anna`: a word that says many things reserves only for somebody or until some day."""
    slots = reserve(reader)
    if slots is None or not slots.keys() & {"person", "until"}:
        return None
    return slots if slots.keys() & {"until", "quantity", "size", "skus"} or reader.named_person() else None


def release(reader: Reader) -> dict[str, Any] | None:
    slots = _work(reader)
    if slots is None:
        return None
    if "person" in slots and not any(slot in slots for slot in ("skus", "size", "quantity", "location")):
        named = any(piece.is_a("item") or piece.is_a("refer") for piece in reader.sentence.pieces)
        if not named and "items" in slots and list(reader.context.items[:1]) == slots["items"]:
            del slots["items"]  # a person's reservation, whatever was shown
    return slots if "items" in slots or "person" in slots else None


def release_booking(reader: Reader) -> dict[str, Any] | None:
    """`Cancel` releases only where a reservation is named; else it undoes, or it is of something else."""
    return release(reader) if reader.has("booking") else None


def release_number(reader: Reader) -> dict[str, Any] | None:
    """A number alone is that of a reservation, as the list of them says it; never an amount of something."""
    sentence = reader.sentence
    numbers = sentence.places("number") or sentence.places("refer", *_ORDINALS)
    sizes = set(sentence.places("size")) - set(numbers)
    counted = len(numbers) == 1 and (sentence.counts(numbers[0]) or bool(sizes))
    if len(numbers) != 1 or (counted and not reader.has("booking")):
        return None
    piece = sentence.pieces[numbers[0]]
    digits = [word for word in piece.words if word.isdecimal()]
    if len(digits) != 1:
        return None
    reader.take(numbers)
    return {"reservation": int(digits[0])}


def release_booking_number(reader: Reader) -> dict[str, Any] | None:
    return release_number(reader) if reader.has("booking") else None


def move(reader: Reader) -> dict[str, Any] | None:
    sentence = reader.sentence
    places = sentence.locations()
    if not places or len(places) > 2:
        return None
    origin = next(
        (
            place
            for place in places
            if sentence.follows(place, "from") and not sentence.follows(place, "to", over=0)
        ),
        None,
    )
    goal = next((place for place in places if place != origin), None)
    if goal is None:
        return None
    reader.take(places)
    meant = reader.meant()
    if meant is None:
        return None
    reader.size(quantity=True)
    reader.quantity()
    if not meant.named and not reader.slots.keys() & {"size", "quantity"}:
        return None  # `take me to Berlin`
    if origin is not None:
        reader.slots["from_location"] = sentence.pieces[origin].value("location")
    reader.slots["to_location"] = sentence.pieces[goal].value("location")
    return reader.slots


def moved_between(reader: Reader) -> dict[str, Any] | None:
    """`3 of MH01-M from hall A to Berlin`, without a verb: an amount, from where and where to."""
    slots = move(reader)
    return slots if slots is not None and {"from_location", "quantity"} <= slots.keys() else None


def count(reader: Reader) -> dict[str, Any] | None:
    sentence = reader.sentence
    if len(sentence.locations()) != 1 or reader.meant() is None:
        return None
    sizes = sentence.sizes(quantity=True)
    free = [place for place in sentence.numbers if place not in sizes]
    marked = [place for place in free if sentence.follows(place, "is_now", over=1)]
    if marked or free:
        place = marked[-1] if marked else next((each for each in free if sentence.counts(each)), free[0])
        reader.slots["quantity"] = int(sentence.pieces[place].value("number") or 0)
        reader.take([place])
    reader.size(quantity=False)
    reader.location()
    return reader.slots if "quantity" in reader.slots else None


def _work(reader: Reader) -> dict[str, Any] | None:
    """What reserve and release have in common."""
    person, places = reader.sentence.person()
    reader.take(places)
    if person:
        reader.slots["person"] = person
    named = reader.meant(needed=False)
    if named is None:
        return None
    reader.size(quantity=True)
    reader.location()
    reader.quantity()
    return reader.slots
