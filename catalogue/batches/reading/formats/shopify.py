"""The product and inventory exports of Shopify.

Products: https://help.shopify.com/en/manual/products/import-export/using-csv, with the column names of today
and the older ones. Rows of one handle are one product, wherever they are; its first row with a title has what
all share, and rows with no option and no price only add a picture.

Inventory: https://help.shopify.com/en/manual/inventory-and-locations/setup/inventory-csv, with a row for each
location or, as it was before, a column for each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from catalogue.batches.reading.formats.shop_format import ShopFormat, ShopRow, has_column, rows_of, simple
from catalogue.batches.reading.formats.shop_words import NO_OPTION
from catalogue.batches.reading.formats.variants import ShopStock, ShopVariant, parsed
from catalogue.batches.reading.lines import Note, ParsedTable
from catalogue.batches.reading.sources import is_address
from catalogue.batches.reading.tables import Table
from catalogue.errors import Fault
from catalogue.messages import Message

HANDLE = ("Handle", "URL handle")
SKU = ("Variant SKU", "SKU")
PRICE = ("Variant Price", "Price")
IMAGE = ("Image Src", "Product image URL")
VARIANT_IMAGE = ("Variant Image", "Variant image URL")
OTHER_PRICES = ("Variant Compare At Price", "Compare-at price")
CATEGORIES = ("Type", "Product Category", "Custom Product Type", "Tags")
ON_HAND = ("On hand (new)", "On hand (current)", "On hand")
AVAILABLE = ("Available (new)", "Available (current)", "Available (not editable)", "Available")
COMMITTED = ("Committed (not editable)", "Committed")
UNAVAILABLE = ("Unavailable (not editable)", "Unavailable")
INVENTORY = frozenset(
    map(
        simple,
        (
            *(*HANDLE, *SKU, "Title", "HS Code", "COO", "Location", "Bin name"),
            *(f"Option{option} {part}" for option in (1, 2, 3) for part in ("Name", "Value", "Linked To")),
        ),
    )
)
"""Columns of an inventory export that are no location, in the layout with a column for each."""
RETIRED = frozenset({"archived"})
UNPUBLISHED = frozenset({"draft", "unlisted"})


def parse(table: Table, *, fetched: bool = False) -> ParsedTable:
    """Return a line for each variant, and notes of what was left out."""
    if not has_column(table, *SKU):
        return ParsedTable((), faults=(Fault(table.header_row, Message("column-missing", field=SKU[0])),))
    products: dict[str, list[ShopRow]] = {}
    for row in rows_of(table):
        products.setdefault(row.cell(*HANDLE), []).append(row)
    notes = [
        Note(row.number, Message("shopify-picture", address=row.cell(column)))
        for product in products.values()
        for row in product
        for column in (*IMAGE, *VARIANT_IMAGE)
        if is_address(row.cell(column)) and not fetched
    ]
    variants = (variant for product in products.values() for variant in _variants(product, fetched))
    return parsed(variants, fetched=True, notes=notes)


def _variants(product: Sequence[ShopRow], fetched: bool) -> Iterator[ShopVariant]:
    first = next((row for row in product if row.cell("Title")), product[0])
    rows = [row for row in product if row.cell(*SKU, "Option1 Value", *PRICE)]
    options = {row.number: _options(first, row) for row in rows}
    variants = [_variant(first, row, options[row.number]) for row in rows]
    images = {row.number: _file(row, VARIANT_IMAGE, fetched) for row in rows}
    gallery = [name for name in _gallery(product, fetched) if name not in images.values()]
    colours = {variant.colour for variant in variants}
    for variant in variants:
        pictures = [
            images[other.row] for other in variants if other.colour == variant.colour and images[other.row]
        ]
        if len(colours) == 1 or not pictures:
            pictures = [*pictures, *gallery]
        yield replace(variant, pictures=tuple(dict.fromkeys(pictures)))


def _variant(first: ShopRow, row: ShopRow, options: dict[str, str]) -> ShopVariant:
    status = first.cell("Status")
    known = RETIRED | UNPUBLISHED | {"active", ""}
    return ShopVariant(
        row=row.number,
        sku=row.cell(*SKU),
        product=row.cell(*HANDLE),
        title=first.cell("Title"),
        options=options,
        price=row.cell(*PRICE),
        other_prices={column: row.cell(column) for column in OTHER_PRICES},
        categories=tuple(first.cell(column) for column in CATEGORIES),
        brand=first.cell("Vendor"),
        description=first.cell("Body (HTML)", "Description"),
        barcode=row.cell("Variant Barcode", "Barcode"),
        stock=(ShopStock(row.cell("Variant Inventory Qty", "Inventory quantity")),),
        kind="gift card" if first.cell("Gift Card").lower() == "true" else "",
        retired=status if status.lower() in RETIRED else "",
        unpublished=status if status.lower() in UNPUBLISHED or status.lower() not in known else "",
    )


def _options(first: ShopRow, row: ShopRow) -> dict[str, str]:
    options: dict[str, str] = {}
    for option in (1, 2, 3):
        value = row.cell(f"Option{option} Value")
        if value and simple(value) not in NO_OPTION:
            options[first.cell(f"Option{option} Name") or f"Option{option}"] = value
    return options


def _gallery(product: Sequence[ShopRow], fetched: bool) -> list[str]:
    """Return the product's picture files in the order of their positions."""

    def position(row: ShopRow) -> int:
        text = row.cell("Image Position")
        return int(text) if text.isascii() and text.isdigit() else len(product)

    names = (_file(row, IMAGE, fetched) for row in sorted(product, key=position))
    return list(dict.fromkeys(name for name in names if name))


def _file(row: ShopRow, columns: Sequence[str], fetched: bool) -> str:
    name = row.cell(*columns)
    return "" if is_address(name) and not fetched else name


def parse_inventory(table: Table, *, fetched: bool = False) -> ParsedTable:
    """Return a line for each variant at each location."""
    by_row = has_column(table, "Location")
    places = [] if by_row else [name for name in table.header if name and simple(name) not in INVENTORY]
    names = ", ".join(places)
    notes = [Note(table.header_row, Message("location-columns", columns=names))] if places else []
    first: dict[str, ShopRow] = {}
    variants = []
    for row in rows_of(table):
        handle = row.cell(*HANDLE)
        stock = [_stock(row)] if by_row else [ShopStock(row.cell(name), name) for name in places]
        start = first.setdefault(handle, row)
        variants.append(
            ShopVariant(
                row=row.number,
                sku=row.cell(*SKU),
                product=handle,
                title=start.cell("Title"),
                options=_options(row if row.cell("Option1 Name") else start, row),
                stock=tuple(level for level in stock if level.on_hand),
            )
        )
    return parsed(variants, fetched=fetched, notes=notes)


def _stock(row: ShopRow) -> ShopStock:
    """Return the stock of a row: on hand, or what is available and not, if that alone is there."""
    location, committed = row.cell("Location"), row.cell(*COMMITTED)
    on_hand = row.cell(*ON_HAND)
    if on_hand:
        return ShopStock(on_hand, location, committed)
    available = row.cell(*AVAILABLE)
    try:
        parts = (int(float(text or 0)) for text in (available, committed, row.cell(*UNAVAILABLE)))
        on_hand = str(sum(parts)) if available else ""
    except ValueError:  # such as `not stocked`
        on_hand = available
    return ShopStock(on_hand, location, committed)


SHOPIFY = ShopFormat(
    "Shopify",
    marks=(
        ("Handle", "Title", "Option1 Value"),
        ("URL handle", "Title", "Option1 Value"),
        ("URL handle", "Title", "SKU"),
    ),
    parse=parse,
    but_not=("Location", "HS Code"),
)
SHOPIFY_INVENTORY = ShopFormat(
    "Shopify inventory",
    marks=tuple(
        mark
        for handle in HANDLE
        for mark in (
            (handle, "SKU", "Location", "HS Code"),
            (handle, "SKU", "Option1 Value", "HS Code", "COO"),
            *((handle, "SKU", "Location", column) for column in (*ON_HAND, *AVAILABLE)),
        )
    ),
    parse=parse_inventory,
)
