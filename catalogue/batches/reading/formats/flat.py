"""Exports with a row for each variant, declared as data: which column means what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from catalogue.batches.reading.formats.shop_format import Parse, ShopRow, rows_of, simple
from catalogue.batches.reading.formats.variants import ShopStock, ShopVariant, parsed
from catalogue.batches.reading.lines import Note, ParsedTable
from catalogue.batches.reading.tables import Table
from catalogue.messages import Message

Columns = tuple[str, ...]
"""Columns that mean the same; the first that is filled counts."""
OPTION = re.compile(r"\s*(?P<name>[^:,]+?)\s*:\s*(?P<value>[^,]+?)\s*(?:,|$)")
"""`Size: S, Color: Green`."""


@dataclass(frozen=True, slots=True)
class FlatColumns:
    """What the columns of a format mean."""

    sku: Columns
    product: Columns
    """The design's id. A row without one is an item of its own, whose id is its SKU."""
    title: Columns
    options: tuple[tuple[str, str], ...] = ()
    """Pairs of columns: an option's name, and its value."""
    option_texts: Columns = ()
    """Columns of several options: `Size: S, Color: Green`."""
    fallback_option: str = ""
    """A column with the option's value of a product whose options have no columns."""
    named_options: Columns = ()
    """Columns that are called as their option."""
    attributes: Columns = ()
    price: Columns = ()
    currency: Columns = ()
    other_prices: Columns = ()
    categories: Columns = ()
    brand: Columns = ()
    description: Columns = ()
    barcode: Columns = ()
    on_hand: Columns = ()
    reserved: Columns = ()
    location: Columns = ()
    per_location: re.Pattern[str] | None = None
    """A column's name, with the location as its first group."""
    pictures: Columns = ()
    separator: str = ","
    """Between the pictures of a cell."""
    kind: Columns = ()
    kinds: Mapping[str, str] = field(default_factory=dict)
    """From their word for a kind, in small letters, to ours."""
    status: Columns = ()
    retired: frozenset[str] = frozenset()
    """In small letters, as the next."""
    retired_word: str = ""
    """What a status that is retired means, if its own word does not say it."""
    composite: Columns = ()
    """Filled for a product that consists of others."""
    unpublished: frozenset[str] = frozenset()
    note: Message | None = None
    """What must be said of every file of the format."""


def flat(columns: FlatColumns) -> Parse:
    """Return the parser of a format with these columns."""

    def parse(table: Table, *, fetched: bool = False) -> ParsedTable:
        places = _locations(table, columns.per_location)
        rows = _joined(list(rows_of(table)), columns)
        titles: dict[str, str] = {}
        variants = []
        for row in rows:
            variant = _variant(row, columns, places)
            title = titles.setdefault(variant.product, variant.title) or variant.title
            titles[variant.product] = title
            variants.append(replace(variant, title=variant.title or title))
        notes = [] if columns.note is None else [Note(table.header_row, columns.note)]
        if places:
            message = Message("location-columns", columns=", ".join(places))
            notes.append(Note(table.header_row, message))
        return parsed(variants, fetched=fetched, notes=notes)

    return parse


def _locations(table: Table, pattern: re.Pattern[str] | None) -> dict[str, str]:
    """Return the column of each location."""
    if pattern is None:
        return {}
    matches = ((pattern.fullmatch(column), column) for column in table.header)
    return {match[1].strip(): column for match, column in matches if match}


def _joined(rows: list[ShopRow], columns: FlatColumns) -> Iterator[ShopRow]:
    """Join rows that only add an option to the row above, as Odoo writes them."""
    start: ShopRow | None = None
    for row in rows:
        is_more = start is not None and columns.option_texts and not row.cell(*columns.sku, *columns.title)
        text = row.cell(*columns.option_texts)
        if start is not None and is_more and text:
            texts = f"{start.cell(*columns.option_texts)}, {text}"
            start = ShopRow(start.number, start.cells | dict.fromkeys(_names(columns.option_texts), texts))
            continue
        if start is not None:
            yield start
        start = row
    if start is not None:
        yield start


def _names(columns: Columns) -> list[str]:
    return [simple(column) for column in columns]


def _variant(row: ShopRow, columns: FlatColumns, places: Mapping[str, str]) -> ShopVariant:
    sku, product = row.cell(*columns.sku), row.cell(*columns.product)
    status, kind = row.cell(*columns.status), row.cell(*columns.kind)
    stock = [ShopStock(row.cell(column), place) for place, column in places.items() if row.cell(column)]
    if columns.on_hand and not places:
        stock = [
            ShopStock(row.cell(*columns.on_hand), row.cell(*columns.location), row.cell(*columns.reserved))
        ]
    options = {row.cell(name) or name: row.cell(value) for name, value in columns.options if row.cell(value)}
    for text in columns.option_texts:
        options |= {match["name"]: match["value"] for match in OPTION.finditer(row.cell(text))}
    options |= {column: row.cell(column) for column in columns.named_options if row.cell(column)}
    if not options and columns.fallback_option and (value := row.cell(columns.fallback_option)):
        options = {columns.fallback_option: value}
    names = [
        name.strip() for column in columns.pictures for name in row.cell(column).split(columns.separator)
    ]
    return ShopVariant(
        row=row.number,
        sku=sku,
        product=product.removeprefix("#") or sku,
        title=row.cell(*columns.title),
        options=options,
        attributes={column: row.cell(column) for column in columns.attributes},
        price=row.cell(*columns.price),
        currency=row.cell(*columns.currency),
        other_prices={column: row.cell(column) for column in columns.other_prices},
        categories=tuple(row.cell(column) for column in columns.categories),
        brand=row.cell(*columns.brand),
        description=row.cell(*columns.description),
        barcode=row.cell(*columns.barcode),
        stock=tuple(stock),
        pictures=tuple(name for name in names if name),
        kind="composite" if row.cell(*columns.composite) else columns.kinds.get(kind.lower(), kind),
        retired=columns.retired_word or status if status.lower() in columns.retired else "",
        unpublished=status if status.lower() in columns.unpublished else "",
        is_item=not product,
    )
