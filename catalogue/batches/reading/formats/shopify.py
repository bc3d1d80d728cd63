"""The product export of Shopify.

Rows of one handle are one product. Its first row has what all share; rows with no option and no price only
add a picture. Handle and colour together are the item; the other options together are the size. Pictures are
mostly named by address: these are fetched if their host is allowed, and noted otherwise. A name that is no
address is looked for in the ZIP.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from catalogue.batches.reading.formats.shop_format import ShopFormat
from catalogue.batches.reading.garment_words import class_in_category, html_to_text
from catalogue.batches.reading.lines import BatchLine, Note, ParsedTable
from catalogue.batches.reading.sources import is_address
from catalogue.batches.reading.tables import Table
from catalogue.errors import Fault
from catalogue.messages import Message

COLOURS = frozenset({"color", "colour", "farbe", "couleur"})
NO_CHOICE = "Default Title"
"""What Shopify writes for a product without options."""
OPTIONS = (1, 2, 3)
_NO_SKU = Message("column-missing", field="Variant SKU")

Row = tuple[int, dict[str, str]]


def parse(table: Table, *, fetched: bool = False) -> ParsedTable:
    """Return a line for each variant, and notes of what was left out.

    Addresses of pictures are kept if they are `fetched`, and noted otherwise.
    """
    if "Variant SKU" not in table.header:
        return ParsedTable((), faults=(Fault(table.header_row, _NO_SKU),))
    lines: list[BatchLine] = []
    notes: list[Note] = []
    for number, cells in table.rows:
        for column in ("Image Src", "Variant Image"):
            if is_address(cells.get(column, "")) and not fetched:
                notes.append(Note(number, Message("shopify-picture", address=cells[column])))
    for _, product in groupby(table.rows, key=lambda row: row[1]["Handle"]):
        lines.extend(_lines(list(product), fetched))
    return ParsedTable(tuple(lines), tuple(notes))


def _lines(product: Sequence[Row], fetched: bool) -> list[BatchLine]:
    first = product[0][1]
    variants = [(number, cells) for number, cells in product if _is_variant(cells)]
    variant_images = {_file(cells, "Variant Image", fetched) for _, cells in variants}
    gallery = [name for name in _gallery(product, fetched) if name not in variant_images]
    colours = {_colour(first, cells) for _, cells in variants}
    lines: list[BatchLine] = []
    described: set[str] = set()
    for number, cells in variants:
        colour = _colour(first, cells)
        colour_images = [
            _file(other, "Variant Image", fetched) for _, other in variants if _colour(first, other) == colour
        ]
        pictures = [name for name in colour_images if name]
        if len(colours) == 1 or not pictures:
            pictures = [*pictures, *gallery]
        item = f"{cells['Handle']}-{colour}" if colour else cells["Handle"]
        is_first = item not in described  # prices differ by size; the first one counts for the item
        described.add(item)
        lines.append(
            BatchLine(
                row=number,
                item=item,
                sku=_unquoted(cells["Variant SKU"]),
                title=first["Title"],
                garment_class=_class(first) if is_first else "",
                colour=colour,
                brand=first.get("Vendor", ""),
                price=cells.get("Variant Price", "") if is_first else "",
                description=html_to_text(first.get("Body (HTML)", "")),
                size=_size(first, cells),
                barcode=_unquoted(cells.get("Variant Barcode", "")),
                on_hand=cells.get("Variant Inventory Qty", ""),
                pictures=tuple(dict.fromkeys(pictures)),
            )
        )
    return lines


def _is_variant(cells: dict[str, str]) -> bool:
    return bool(cells["Variant SKU"] or cells["Option1 Value"] or cells.get("Variant Price"))


def _colour(first: dict[str, str], cells: dict[str, str]) -> str:
    for option in OPTIONS:
        if first.get(f"Option{option} Name", "").lower() in COLOURS:
            return cells.get(f"Option{option} Value", "")
    return ""


def _size(first: dict[str, str], cells: dict[str, str]) -> str:
    values = [
        cells.get(f"Option{option} Value", "")
        for option in OPTIONS
        if first.get(f"Option{option} Name", "").lower() not in COLOURS
    ]
    return " / ".join(value for value in values if value and value != NO_CHOICE)


def _class(first: dict[str, str]) -> str:
    for column in ("Type", "Product Category", "Custom Product Type", "Tags"):
        garment_class = class_in_category(first.get(column, ""))
        if garment_class:
            return garment_class
    return ""


def _gallery(product: Sequence[Row], fetched: bool) -> list[str]:
    """Return the product's picture files in the order of their positions."""

    def position(row: Row) -> int:
        text = row[1].get("Image Position", "")
        return int(text) if text.isascii() and text.isdigit() else len(product)

    names = (_file(cells, "Image Src", fetched) for _, cells in sorted(product, key=position))
    return list(dict.fromkeys(name for name in names if name))


def _file(cells: dict[str, str], column: str, fetched: bool) -> str:
    name = cells.get(column, "")
    return "" if is_address(name) and not fetched else name


def _unquoted(text: str) -> str:
    """Remove the apostrophe that Shopify writes before numbers, so that spreadsheets do not round them."""
    return text.removeprefix("'").strip()


SHOPIFY = ShopFormat("Shopify", columns=frozenset({"Handle", "Title", "Option1 Value"}), parse=parse)
