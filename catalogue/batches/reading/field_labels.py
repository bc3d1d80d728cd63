"""The names of fields, rows and files in messages."""

from __future__ import annotations

from catalogue.batches.reading.normalization import printable
from catalogue.messages import Message

LABELS = {
    "item": Message("column-item"),
    "title": Message("column-title"),
    "class": Message("column-class"),
    "garment_class": Message("column-class"),
    "colour": Message("column-colour"),
    "brand": Message("column-brand"),
    "price": Message("column-price"),
    "currency": Message("column-currency"),
    "sku": Message("column-sku"),
    "size": Message("column-size"),
    "barcode": Message("column-barcode"),
    "location": Message("column-location"),
    "location_code": Message("column-location-code"),
    "on_hand": Message("column-on-hand"),
    "reserved": Message("column-reserved"),
    "pictures": Message("column-pictures"),
    "status": Message("column-status"),
    "description": Message("column-description"),
}
"""By our own field names."""


def position_of(row: int | None, file: str) -> Message | None:
    """Name the row and the file, if either is known."""
    if row is None:
        return Message("in-file", file=printable(file)) if file else None
    if file:
        return Message("in-row-of-file", row=str(row), file=printable(file))
    return Message("in-row", row=str(row))
