"""Faults of single rows, and of names that contradict each other."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from catalogue.batches.checking.identifiers import identifier_faults
from catalogue.batches.reading.field_labels import LABELS, position_of
from catalogue.batches.reading.lines import BatchLine
from catalogue.batches.reading.normalization import confusable_form, invisible_character, printable
from catalogue.database.places import is_place_code
from catalogue.errors import Fault
from catalogue.items import folded
from catalogue.messages import Message

MAX_LENGTH = {
    "item": 200,
    "sku": 200,
    "size": 200,
    "barcode": 200,
    "location": 200,
    "location_code": 200,
    "colour": 200,
    "brand": 200,
    "title": 1000,
    "description": 50_000,
}
"""Characters."""
IDENTIFYING = ("item", "sku", "size", "barcode", "location", "location_code")
"""Fields that are compared with others, so that nothing in them may be invisible."""
TEXT_FIELDS = (*MAX_LENGTH, "garment_class", "price", "currency", "on_hand", "reserved")
FORMULA_ERRORS = frozenset(
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
"""What spreadsheets show if a formula failed."""


def faults_of(line: BatchLine, required: Sequence[str]) -> Iterator[Fault]:
    """Yield all that is wrong with a row alone, except its numbers and times."""
    for field in ("item", "sku"):
        if field in required and not getattr(line, field):
            yield row_fault(line, Message("field-empty", field=LABELS[field]))
    filled = [(field, text) for field in TEXT_FIELDS if (text := getattr(line, field))]
    for field, text in filled:
        if len(text) > MAX_LENGTH.get(field, sys.maxsize):
            message = Message("field-too-long", field=LABELS[field], longest=MAX_LENGTH[field])
            yield row_fault(line, message)
    for field, name in filled:
        is_compared = field in IDENTIFYING and len(name) <= MAX_LENGTH[field]
        character = invisible_character(name) if is_compared else None
        if character is not None:
            message = Message("field-unseen", field=LABELS[field], name=printable(name), sign=character)
            yield row_fault(line, message)
    for field, text in filled:
        if text in FORMULA_ERRORS:
            message = Message("formula-failed", field=LABELS[field], shown=text)
            yield row_fault(line, message)
    if line.location_code and not is_place_code(line.location_code):
        yield row_fault(line, Message("place-code-wrong", code=printable(line.location_code)))
    for reason in identifier_faults(line):
        yield row_fault(line, reason)
    if not (line.item or line.sku or {"item", "sku"} & set(required)):
        yield row_fault(line, Message("names-nothing"))


def usable(line: BatchLine, required: Sequence[str]) -> bool:
    """Return whether a row names its item or SKU, so that it can be grouped with others."""
    complete = all(getattr(line, field) for field in ("item", "sku") if field in required)
    return complete and bool(line.item or line.sku)


def spelling_faults(lines: Sequence[BatchLine], field: str) -> Iterator[Fault]:
    """Yield a fault for each name that is spelled in two ways."""
    first_lines: dict[str, BatchLine] = {}
    for line in lines:
        name = getattr(line, field)
        first = first_lines.setdefault(confusable_form(name), line)
        if name and getattr(first, field) != name:
            message = Message(
                "two-spellings",
                field=LABELS[field],
                name=printable(name),
                other=printable(getattr(first, field)),
                where=where_first(first, line),
            )
            yield row_fault(line, message)


def owner_faults(lines: Sequence[BatchLine], field: str, of: str) -> Iterator[Fault]:
    """Yield a fault for each name that belongs to two others."""
    first_lines: dict[str, BatchLine] = {}
    for line in lines:
        name = getattr(line, field)
        if not name:
            continue
        first = first_lines.setdefault(folded(name), line)
        if folded(getattr(first, of)) != folded(getattr(line, of)):
            message = Message(
                "two-owners",
                field=LABELS[field],
                name=printable(name),
                owner=LABELS[of],
                there=printable(getattr(first, of)),
                where=where_first(first, line),
                here=printable(getattr(line, of)),
            )
            yield row_fault(line, message)


def row_fault(line: BatchLine, reason: Message) -> Fault:
    """Return a fault of that row."""
    return Fault(line.row, reason, line.file)


def where_first(first: BatchLine, line: BatchLine) -> Message:
    """Say where the first of two rows is, for a fault of the second."""
    file = first.file if first.file != line.file else ""
    message = position_of(first.row, file)
    assert message is not None  # a line has a row
    return message
