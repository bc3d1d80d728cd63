"""The product export of Magento 2, and its stock by source.

https://experienceleague.adobe.com/en/docs/commerce-admin/systems/data-transfer/data-attributes-product

A simple product with a parent is a variant: the parent (a configurable product) gives the design, and design
and colour together are the item. A simple product without a parent is an item of one variant. Attribute codes
are the shop's own. Values are separated by a comma or, as the shop has it, by a vertical bar.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from catalogue.batches.reading.formats.shop_format import ShopFormat, ShopRow, rows_of
from catalogue.batches.reading.formats.variants import ShopStock, ShopVariant, parsed
from catalogue.batches.reading.lines import Note, ParsedTable, listed
from catalogue.batches.reading.tables import Table
from catalogue.messages import Message

PAIR = re.compile(r"[,|](?=\"?[A-Za-z_]\w*=)")
"""Between two pairs; a comma or bar that no `name=` follows belongs to the value."""
OTHER_PRICES = ("special_price", "msrp_price", "map_price", "tier_prices")
DISABLED = frozenset({"0", "2"})
"""Of `product_online`."""
TECHNICAL = frozenset(
    {"ts_dimensions_length", "ts_dimensions_width", "ts_dimensions_height", "has_options", "required_options"}
)


def parse(table: Table, *, fetched: bool = False) -> ParsedTable:
    """Return a line for each product that can be in stock, and notes of what was left out."""
    all_rows = list(rows_of(table))
    rows = [row for row in all_rows if not row.cell("store_view_code")]
    notes = [Note(row.number, Message("magento-view")) for row in all_rows if row.cell("store_view_code")]
    parents = {row.cell("sku"): row for row in rows if _is_parent(row)}
    parent_of, options_of = _variations(parents)
    shown = {name for row in rows if not _is_parent(row) for name in _pictures(row)}
    variants = []
    for row in rows:
        sku = row.cell("sku")
        if _is_parent(row):
            unassigned = [name for name in _pictures(row) if name not in shown]
            if unassigned:
                message = Message("magento-unshown", sku=sku, pictures=", ".join(unassigned))
                notes.append(Note(row.number, message))
            continue
        variants.append(_variant(row, parents.get(parent_of.get(sku, "")), options_of.get(sku, {})))
    missing = parent_of.keys() - {variant.sku for variant in variants}
    if missing:
        first = next(parents[parent_of[sku]].number for sku in parent_of if sku in missing)
        notes.append(Note(first, Message("magento-missing", names=listed(sorted(missing)))))
    return parsed(variants, fetched=fetched, notes=notes)


def _is_parent(row: ShopRow) -> bool:
    return row.cell("product_type") == "configurable"


def _variations(parents: Mapping[str, ShopRow]) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Return the parent's SKU and the options of each variant, by the variant's SKU."""
    parent_of: dict[str, str] = {}
    options_of: dict[str, dict[str, str]] = {}
    for sku, row in parents.items():
        variant = ""
        for name, value in _pairs(row.cell("configurable_variations")):
            if name == "sku":
                variant = value
                parent_of[variant], options_of[variant] = sku, {}
            elif variant:
                options_of[variant][name] = value
    return parent_of, options_of


def _variant(row: ShopRow, parent: ShopRow | None, options: dict[str, str]) -> ShopVariant:
    design = row if parent is None else parent
    attributes = dict(_pairs(row.cell("additional_attributes")))
    if parent is not None:
        attributes = dict(_pairs(parent.cell("additional_attributes"))) | attributes
    return ShopVariant(
        row=row.number,
        sku=row.cell("sku"),
        product=design.cell("sku"),
        title=" ".join(html.unescape(design.cell("name")).split()),
        options=options,
        attributes={name: value for name, value in attributes.items() if name not in {*options, *TECHNICAL}},
        price=_price(row.cell("price")),
        other_prices={column: row.cell(column) for column in OTHER_PRICES},
        categories=(*re.split(r"[,|]", design.cell("categories")), design.cell("attribute_set_code")),
        description=design.cell("description"),
        stock=(ShopStock(row.cell("qty")),),
        pictures=_pictures(row),
        kind="" if row.cell("product_type") == "simple" else row.cell("product_type"),
        retired="disabled" if row.cell("product_online") in DISABLED else "",
        is_item=parent is None,
    )


def _pictures(row: ShopRow) -> tuple[str, ...]:
    """Return the main view, then backs, then the rest, each once."""
    more = [name.strip() for name in re.split(r"[,|]", row.cell("additional_images"))]
    more.sort(key=lambda name: "back" not in name.rsplit("/", 1)[-1].lower())
    names = dict.fromkeys([row.cell("base_image"), *more])
    return tuple(name for name in names if name and name != "no_selection")


def _pairs(text: str) -> list[tuple[str, str]]:
    """Parse `size=XS,color=Green`, `"size=XS","color=Green"` and `size=XS|color=Green`."""
    pairs = (part.partition("=") for part in PAIR.split(text) if "=" in part)
    return [(name.strip(' "'), value.strip(' "')) for name, _, value in pairs]


def _price(text: str) -> str:
    """Shorten the zeros of a price: Magento writes 60.000000 for 60."""
    whole, dot, decimals = text.partition(".")
    digits = decimals.rstrip("0")
    return text if not dot else whole if not digits else f"{whole}.{digits.ljust(2, '0')}"


def parse_sources(table: Table, *, fetched: bool = False) -> ParsedTable:
    """Return a line for each SKU at each source.

    https://experienceleague.adobe.com/en/docs/commerce-admin/inventory/basics/import-export
    """
    variants = [
        ShopVariant(
            row=row.number,
            sku=row.cell("sku"),
            product="",
            stock=(ShopStock(row.cell("quantity"), row.cell("source_code")),),
        )
        for row in rows_of(table)
    ]
    return parsed(variants, fetched=fetched)


MAGENTO = ShopFormat("Magento", marks=(("sku", "product_type", "name"),), parse=parse, but_not=("handle",))
MAGENTO_SOURCES = ShopFormat(
    "Magento stock by source", marks=(("source_code", "sku", "quantity"),), parse=parse_sources
)
