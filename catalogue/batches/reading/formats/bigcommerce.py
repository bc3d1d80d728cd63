"""The product export of BigCommerce, of its version 2 and 3.

https://support.bigcommerce.com/s/article/Importing-Exporting-Products

A row of a product is followed by rows of its SKUs (version 3: variants), and by rows of rules or pictures.
"""

from __future__ import annotations

import re

from catalogue.batches.reading.formats.shop_format import ShopFormat, ShopRow, rows_of, simple
from catalogue.batches.reading.formats.variants import ShopStock, ShopVariant, parsed
from catalogue.batches.reading.lines import Note, ParsedTable
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.tables import Table
from catalogue.messages import Message

KIND = ("Item Type", "Item")
NAME = ("Product Name", "Name")
SKU = ("Product Code/SKU", "Code", "SKU")
STOCK = ("Current Stock Level", "Stock Level", "Current Stock")
BARCODE = ("Product UPC/EAN", "UPC/EAN", "GTIN", "Global Trade Item Number")
VARIANTS = frozenset({"sku", "variant"})
OPTION_2 = re.compile(r"\[[A-Z]+\](?P<name>[^=]+)=(?P<value>.*?)(?=,\[[A-Z]+\]|$)")
"""`[S]Size=M,[C]Color=Green:#00ff00`."""
OPTION_3 = re.compile(r"Name=(?P<name>[^|]+)\|Value=(?P<value>.*?)(?=[;,]?\s*Type=|$)")
"""`Type=Swatch|Name=Color|Value=Green[#00ff00]`."""
SHADE = re.compile(r":#[0-9A-Fa-f:#|]+$|\[#?[^\]]*\]$")
"""How a colour is drawn, behind its name."""


def parse(table: Table, *, fetched: bool = False) -> ParsedTable:
    """Return a line for each SKU; a product without SKU rows is one itself."""
    groups: list[list[ShopRow]] = []
    notes: list[Note] = []
    for row in rows_of(table):
        kind = simple(row.cell(*KIND))
        if kind == "product":
            groups.append([row])
        elif groups and kind in {*VARIANTS, "image"}:
            groups[-1].append(row)
        else:
            word = printable(row.cell(*KIND))
            notes.append(Note(row.number, Message("shop-row-ignored", kind=word)))
    images = [name for name in table.header if "image" in simple(name)]
    images = [name for name in images if re.search(r"(?i)file|url \(import\)", name)]
    variants = [variant for group in groups for variant in _variants(group, images)]
    return parsed(variants, fetched=fetched, notes=notes)


def _variants(group: list[ShopRow], images: list[str]) -> list[ShopVariant]:
    product, *others = group
    variants = [row for row in others if simple(row.cell(*KIND)) in VARIANTS] or [product]
    pictures = [row.cell(name) for row in group for name in images if row.cell(name)]
    visible = product.cell("Product Visible?", "Product Visible", "Is Visible").lower()
    kind = {"d": "digital", "digital": "digital"}.get(product.cell("Product Type", "Type").lower(), "")
    return [
        ShopVariant(
            row=row.number,
            sku=row.cell(*SKU),
            product=product.cell(*SKU) or product.cell("Product ID", "ID"),
            title=product.cell(*NAME),
            options={} if row is product else _options(row.cell("Options", *NAME)),
            price=row.cell("Price") or product.cell("Price"),
            other_prices={name: product.cell(name) for name in ("Sale Price", "Retail Price")},
            categories=tuple(re.split(r"[;|]", product.cell("Category", "Category String", "Categories"))),
            brand=product.cell("Brand Name", "Brand"),
            description=product.cell("Product Description", "Description"),
            barcode=row.cell(*BARCODE),
            stock=(ShopStock(row.cell(*STOCK)),),
            pictures=tuple(dict.fromkeys(pictures)),
            kind=kind,
            unpublished="hidden" if visible in {"n", "no", "false"} else "",
            is_item=row is product,
        )
        for row in variants
    ]


def _options(text: str) -> dict[str, str]:
    pattern = OPTION_3 if "|Value=" in text else OPTION_2
    return {match["name"].strip(): SHADE.sub("", match["value"]).strip() for match in pattern.finditer(text)}


BIGCOMMERCE = ShopFormat(
    "BigCommerce",
    marks=(
        ("Item Type", "Product Name", "Product Code/SKU"),
        ("Item Type", "Name", "Code", "Stock Level"),
        ("Item", "ID", "Name", "SKU", "Options", "Current Stock"),
    ),
    parse=parse,
)
