"""What the parts of a batch are called in sentences: its fields, its rows and its files."""

from __future__ import annotations

from catalogue.batches.reading.spelling import shown
from catalogue.messages import Sentence, sentence

CALLED = {
    "item": sentence("field-item", "item"),
    "title": sentence("field-title", "title"),
    "class": sentence("field-class", "class"),
    "garment_class": sentence("field-class", "class"),
    "colour": sentence("field-colour", "colour"),
    "brand": sentence("field-brand", "brand"),
    "price": sentence("field-price", "price"),
    "currency": sentence("field-currency", "currency"),
    "sku": sentence("field-sku", "SKU"),
    "size": sentence("field-size", "size"),
    "barcode": sentence("field-barcode", "barcode"),
    "location": sentence("field-location", "location"),
    "on_hand": sentence("field-on-hand", "on hand"),
    "reserved": sentence("field-reserved", "reserved"),
    "pictures": sentence("field-pictures", "pictures"),
    "status": sentence("field-status", "status"),
    "description": sentence("field-description", "description"),
}
"""By our own names."""


def where_of(row: int | None, file: str) -> Sentence | None:
    """The row of the file, where both or one of them is known."""
    if row is None:
        return sentence("in-file", "{file}", file=shown(file)) if file else None
    if file:
        return sentence("in-row-of-file", "row {row} of {file}", row=str(row), file=shown(file))
    return sentence("in-row", "row {row}", row=str(row))
