"""The product export of Magento 2.

A simple product with a parent is a variant: the parent (a configurable product) gives the design, and design
and colour together are the item. A simple product without a parent is an item of one variant.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from catalogue.batches.reading.formats.shop_format import ShopFormat
from catalogue.batches.reading.garment_words import class_in_category, html_to_text
from catalogue.batches.reading.lines import BatchLine, Note, ParsedTable
from catalogue.batches.reading.tables import Table
from catalogue.messages import Message

COLOURS = ("color", "colour")
SIZES = ("size",)


def parse(table: Table, *, fetched: bool = False) -> ParsedTable:
    """Return a line for each product that can be in stock, and notes of what was left out."""
    rows = [(number, cells) for number, cells in table.rows if not cells.get("store_view_code")]
    notes = [
        Note(number, Message("magento-view")) for number, cells in table.rows if cells.get("store_view_code")
    ]
    parents = {cells["sku"]: cells for _, cells in rows if cells["product_type"] == "configurable"}
    parent_of, options_of = _variations(parents)
    lines: list[BatchLine] = []
    described: set[str] = set()
    variant_pictures = {
        name for _, cells in rows if cells["product_type"] != "configurable" for name in _pictures(cells)
    }
    for number, cells in rows:
        kind = cells["product_type"]
        if kind == "configurable":
            unassigned = [name for name in _pictures(cells) if name not in variant_pictures]
            if unassigned:
                notes.append(
                    Note(number, Message("magento-unshown", sku=cells["sku"], pictures=", ".join(unassigned)))
                )
            continue
        if kind in {"bundle", "grouped"}:
            message = Message("magento-kind", sku=cells["sku"], kind=kind)
            notes.append(Note(number, message))
            continue
        line = _line(
            number, cells, parents.get(parent_of.get(cells["sku"], "")), options_of.get(cells["sku"], {})
        )
        if line.item in described:  # sizes may differ in price or text; the first one counts for the item
            line = BatchLine(
                row=line.row,
                item=line.item,
                sku=line.sku,
                size=line.size,
                on_hand=line.on_hand,
                pictures=line.pictures,
            )
        described.add(line.item)
        lines.append(line)
    return ParsedTable(tuple(lines), tuple(notes))


def _variations(parents: Mapping[str, dict[str, str]]) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Return the parent's SKU and the options of each variant, by the variant's SKU."""
    parent_of: dict[str, str] = {}
    options_of: dict[str, dict[str, str]] = {}
    for sku, cells in parents.items():
        for variation in cells.get("configurable_variations", "").split("|"):
            options = _attributes(variation)
            variant = options.pop("sku", "")
            if variant:
                parent_of[variant] = sku
                options_of[variant] = options
    return parent_of, options_of


def _line(
    number: int, cells: dict[str, str], parent: dict[str, str] | None, chosen: dict[str, str]
) -> BatchLine:
    attributes = _attributes(cells.get("additional_attributes", "")) | chosen
    colour = next((attributes[name] for name in COLOURS if attributes.get(name)), "")
    size = next((attributes[name] for name in SIZES if attributes.get(name)), "")
    other_options = [value for name, value in chosen.items() if name not in (*COLOURS, *SIZES) and value]
    design = cells if parent is None else parent
    item = cells["sku"]
    if parent is not None:
        item = f"{parent['sku']}-{colour}" if colour else parent["sku"]
    return BatchLine(
        row=number,
        item=item,
        sku=cells["sku"],
        title=" ".join(html.unescape(design["name"]).split()),
        garment_class=_class(design),
        colour=colour,
        price=_price(cells.get("price", "")),
        description=html_to_text(design.get("description", "")),
        size=" / ".join(part for part in (size, *other_options) if part),
        on_hand=cells.get("qty", ""),
        pictures=_pictures(cells),
    )


def _class(cells: dict[str, str]) -> str:
    """Return the class of the first category that names a garment, else of the attribute set."""
    for category in (*cells.get("categories", "").split(","), cells.get("attribute_set_code", "")):
        garment_class = class_in_category(category)
        if garment_class:
            return garment_class
    return ""


def _pictures(cells: dict[str, str]) -> tuple[str, ...]:
    """Return the main view, then backs, then the rest, each once."""
    more = [name.strip() for name in cells.get("additional_images", "").split(",")]
    more.sort(key=lambda name: "back" not in name.rsplit("/", 1)[-1].lower())
    names = dict.fromkeys([cells.get("base_image", ""), *more])
    return tuple(name for name in names if name and name != "no_selection")


def _attributes(text: str) -> dict[str, str]:
    """Parse `size=XS,color=Green`; a comma that no `name=` follows belongs to the value."""
    pairs = (part.partition("=") for part in re.split(r",(?=\"?[A-Za-z_]\w*=)", text) if "=" in part)
    return {name.strip(' "'): value.strip(' "') for name, _, value in pairs}


def _price(text: str) -> str:
    """Shorten the zeros of a price: Magento writes 60.000000 for 60."""
    whole, dot, decimals = text.partition(".")
    digits = decimals.rstrip("0")
    return text if not dot else whole if not digits else f"{whole}.{digits.ljust(2, '0')}"


MAGENTO = ShopFormat("Magento", columns=frozenset({"sku", "product_type", "name"}), parse=parse)
