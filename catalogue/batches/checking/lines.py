"""What rows have wrong alone, and what their names have wrong together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalogue.batches.reading.called import CALLED, where_of
from catalogue.batches.reading.lines import Line
from catalogue.batches.reading.spelling import loosely, shown, unseen
from catalogue.errors import Fault
from catalogue.items import folded
from catalogue.messages import Message

LONGEST = {
    "item": 200,
    "sku": 200,
    "size": 200,
    "barcode": 200,
    "location": 200,
    "colour": 200,
    "brand": 200,
    "title": 1000,
    "description": 50_000,
}
"""Characters."""
IDENTIFYING = ("item", "sku", "size", "barcode", "location")
"""Fields that are compared with others, so that nothing in them may be unseen."""
SPOKEN = (*LONGEST, "garment_class", "price", "currency", "on_hand", "reserved")
FAILED = frozenset(
    [
        "#REF!",
        "#N/A",
        "#NAME?",
        "#VALUE!",
        "#DIV/0!",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#NV",
        "#BEZUG!",
        "#WERT!",
        "#ZAHL!",
    ]
)
"""What spreadsheets show where a formula failed."""


def faults_of(line: Line, required: Sequence[str]) -> Iterator[Fault]:
    """All that is wrong with a row alone, but for its figures and times."""
    for field in ("item", "sku"):
        if field in required and not getattr(line, field):
            yield fault(line, Message("field-empty", field=CALLED[field]))
    for field, longest in LONGEST.items():
        if len(getattr(line, field)) > longest:
            told = Message(
                "field-too-long",
                field=CALLED[field],
                longest=longest,
            )
            yield fault(line, told)
    for field in IDENTIFYING:
        name = getattr(line, field)
        strange = unseen(name) if len(name) <= LONGEST[field] else None
        if strange is not None:
            told = Message(
                "field-unseen",
                field=CALLED[field],
                name=shown(name),
                sign=strange,
            )
            yield fault(line, told)
    for field in SPOKEN:
        if getattr(line, field) in FAILED:
            told = Message(
                "formula-failed",
                field=CALLED[field],
                shown=getattr(line, field),
            )
            yield fault(line, told)
    if not (line.item or line.sku or {"item", "sku"} & set(required)):
        yield fault(line, Message("names-nothing"))


def usable(line: Line, required: Sequence[str]) -> bool:
    """Whether a row names what it is about, so that it can be read together with the others."""
    complete = all(getattr(line, field) for field in ("item", "sku") if field in required)
    return complete and bool(line.item or line.sku)


def one_spelling(lines: Sequence[Line], field: str) -> Iterator[Fault]:
    """Names that are written in two ways."""
    spelled: dict[str, Line] = {}
    for line in lines:
        name = getattr(line, field)
        first = spelled.setdefault(loosely(name), line)
        if name and getattr(first, field) != name:
            told = Message(
                "two-spellings",
                field=CALLED[field],
                name=shown(name),
                other=shown(getattr(first, field)),
                where=where(first, line),
            )
            yield fault(line, told)


def one_owner(lines: Sequence[Line], field: str, of: str) -> Iterator[Fault]:
    """Names that belong to two others."""
    owner: dict[str, Line] = {}
    for line in lines:
        name = getattr(line, field)
        if not name:
            continue
        first = owner.setdefault(folded(name), line)
        if folded(getattr(first, of)) != folded(getattr(line, of)):
            told = Message(
                "two-owners",
                field=CALLED[field],
                name=shown(name),
                owner=CALLED[of],
                there=shown(getattr(first, of)),
                where=where(first, line),
                here=shown(getattr(line, of)),
            )
            yield fault(line, told)


def fault(line: Line, reason: Message) -> Fault:
    """A fault of that row."""
    return Fault(line.row, reason, line.file)


def where(first: Line, line: Line) -> Message:
    """Where the first of two rows stands, told beside the other."""
    file = first.file if first.file != line.file else ""
    told = where_of(first.row, file)
    assert told is not None  # a line has a row
    return told
