"""The product export of WooCommerce, with English or German column names.

https://woocommerce.com/document/product-csv-importer-exporter/

A variation names its parent by SKU or as `id:12`. Its attributes tell it from the others; the parent has what
all share. What begins with an apostrophe was escaped for spreadsheets.
"""

from __future__ import annotations

import re

from catalogue.batches.reading.formats.shop_format import ShopFormat, ShopRow, rows_of
from catalogue.batches.reading.formats.variants import ShopStock, ShopVariant, parsed
from catalogue.batches.reading.lines import Note, ParsedTable
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.tables import Table
from catalogue.messages import Message

TYPE = ("Type", "Typ")
SKU = ("SKU", "Artikelnummer")
PRICE = ("Regular price", "Regulärer Preis")
SALE_PRICE = ("Sale price", "Angebotspreis")
PARENT = ("Parent", "Übergeordnetes Produkt")
STOCK = ("Stock", "Bestand", "Lager", "Lagerbestand")
BARCODE = ("GTIN, UPC, EAN, or ISBN", "GTIN, UPC, EAN oder ISBN")
ATTRIBUTES = range(1, 21)
UNPUBLISHED = {"0": "private", "-1": "draft"}


def parse(table: Table, *, fetched: bool = False) -> ParsedTable:
    """Return a line for each product that can be in stock, and notes of what was left out."""
    rows = list(rows_of(table))
    parents: dict[str, ShopRow] = {}
    for row in rows:
        if row.cell("ID"):
            parents[f"id:{row.cell('ID')}"] = row
        if row.cell(*SKU):
            parents.setdefault(row.cell(*SKU), row)
    notes: list[Note] = []
    variants = []
    for row in rows:
        kinds = [kind.strip() for kind in row.cell(*TYPE).lower().split(",")]
        if "variable" in kinds:
            continue
        name = row.cell(*PARENT) if "variation" in kinds else ""
        parent = parents.get(name)
        if name and parent is None:
            values = {"sku": printable(row.cell(*SKU)), "parent": printable(name)}
            notes.append(Note(row.number, Message("shop-parent-missing", **values)))
        variants.append(_variant(row, parent, name, kinds))
    return parsed(variants, fetched=fetched, notes=notes)


def _variant(row: ShopRow, parent: ShopRow | None, parent_name: str, kinds: list[str]) -> ShopVariant:
    design = parent or row
    product = row.cell(*SKU)
    if parent_name:
        product = design.cell(*SKU) if parent is not None else parent_name
        product = product or parent_name
    attributes = _attributes(row)
    shared: dict[str, str] = {} if parent is None else _attributes(parent)
    price, sale = row.cell(*PRICE), row.cell(*SALE_PRICE)
    published = row.cell("Published", "Veröffentlicht")
    images = [name.strip() for name in re.split(r",\s+|,(?=https?:)", row.cell("Images", "Bilder"))]
    if parent is not None and not any(images):
        images = [name.strip() for name in re.split(r",\s+|,(?=https?:)", parent.cell("Images", "Bilder"))]
    odd = [kind for kind in kinds if kind not in {"simple", "variation", ""}]
    return ShopVariant(
        row=row.number,
        sku=row.cell(*SKU),
        product=product,
        title=design.cell("Name"),
        options=attributes if parent_name else {},
        attributes={name: value for name, value in shared.items() if name not in attributes}
        | ({} if parent_name else attributes),
        price=price,
        other_prices={SALE_PRICE[0]: sale},
        categories=tuple(re.split(r",\s*", design.cell("Categories", "Kategorien"))),
        brand=design.cell("Brands", "Marken", "Brand", "Marke"),
        description=design.cell("Description", "Beschreibung", "Short description", "Kurzbeschreibung"),
        barcode=row.cell(*BARCODE),
        stock=(ShopStock(row.cell(*STOCK)),),
        pictures=tuple(name for name in images if name),
        kind=odd[0] if odd else "",
        unpublished=UNPUBLISHED.get(published, ""),
        is_item=not parent_name,
    )


def _attributes(row: ShopRow) -> dict[str, str]:
    attributes: dict[str, str] = {}
    for number in ATTRIBUTES:
        name = row.cell(f"Attribute {number} name", f"Attribut {number} Name")
        value = row.cell(f"Attribute {number} value(s)", f"Attribut {number} Wert(e)")
        if name and value:
            attributes[name.removeprefix("pa_")] = value
    return attributes


WOOCOMMERCE = ShopFormat(
    "WooCommerce",
    marks=(
        ("Type", "SKU", "Name", "Published", "Regular price"),
        ("ID", "Type", "SKU", "Name", "Parent"),
        ("ID", "Typ", "Artikelnummer", "Name", "Regulärer Preis"),
        ("ID", "Typ", "Artikelnummer", "Name", "Übergeordnetes Produkt"),
    ),
    parse=parse,
)
