"""Headers of two rows: groups above, such as `Bestand`, and names below, such as `Berlin`. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from catalogue.batches.reading.columns import FIELD_OF, ITEM_OR_SKU
from catalogue.batches.reading.normalization import simplified
from catalogue.batches.reading.shapes import STOCK_AT, location_columns

AMOUNTS = frozenset({"price", "on_hand", "reserved"})
"""Fields whose meaning the group may change: `Bestellt` above `Menge` is no stock."""
NUMBER = re.compile(r"[-+]?[0-9][0-9.,]*")
OTHER_AMOUNTS = (
    "ordered,on order,order,orders,incoming,outgoing,reserved,minimum,maximum,sold,sales,returns,returned,"
    "previous,last year,purchase,purchases,cost,transit,in transit,bestellt,bestellung,auftrag,zulauf,zugang,"
    "abgang,reserviert,mindestbestand,meldebestand,verkauft,verkauf,absatz,umsatz,retouren,vorjahr,einkauf,ek,"
    "unterwegs,commandé,commande,vendu,ventes,réservé,achat,retours,en transit,pedido,pedidos,vendido,ventas,"
    "reservado,compra,devoluciones,ordinato,ordini,venduto,vendite,riservato,acquisto,resi,zamówione,zamówienie,"
    "sprzedane,sprzedaż,zarezerwowane,zakup,zwroty"
)
NOT_STOCK = frozenset(map(simplified, OTHER_AMOUNTS.split(",")))
"""Groups above a count or a price that isn't what the catalogue means by it."""
SELLING = frozenset(map(simplified, ("sales", "verkauf", "ventes", "ventas", "vendite", "sprzedaż")))
"""Of these, the groups above the price that the catalogue means."""
MOST_LIKE_NAMES = 3
"""Cells that must be names, before a row counts as one of names."""
FEWEST = 2
"""Cells that are filled in each of the rows."""


def combined_header(top: Sequence[str], bottom: Sequence[str]) -> tuple[str, ...] | None:
    """Return the names of the columns under two rows; None if they can't be a header.

    A group counts for the columns to its right that have none. Of a group and a name, both are the column's
    name if that is one that's known, such as `Artikel` and `Nummer`; or else the name alone, if it's known
    and no amount.
    """
    if any(NUMBER.fullmatch(cell) for cell in (*top, *bottom)):
        return None
    if min(sum(map(bool, top)), sum(map(bool, bottom))) < FEWEST:
        return None
    names: list[str] = []
    group = ""
    for above, below in zip_longest(top, bottom, fillvalue=""):
        group = above or group
        if not below:
            names.append(above)
        elif not group or above == below:
            names.append(below)
        else:
            names.append(_name(group, below))
    return tuple(names)


def misleading_groups(top: Sequence[str], header: Sequence[str]) -> list[tuple[str, str]]:
    """Return each column with an amount whose group says that it's another one: `Menge` under `Bestellt`."""
    groups = []
    group = ""
    for above, name in zip_longest(top, header, fillvalue=""):
        group = above or group
        words = {simplified(group), *map(simplified, re.split(r"[\W_]+", group))}
        field = FIELD_OF.get(simplified(name))
        if field in AMOUNTS and words & (NOT_STOCK - SELLING if field == "price" else NOT_STOCK):
            groups.append((name, group))
    return groups


def repeats_names(header: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether the row below a header names its columns again: `SKU-Nummer` below `sku`.

    A row that is the same as the header is another matter: files may have been glued together.
    """
    filled = [(name, cell) for name, cell in zip(header, row, strict=False) if cell]
    fields = [(FIELD_OF.get(simplified(name)), FIELD_OF.get(simplified(cell))) for name, cell in filled]
    same = [field for field, other in fields if field is not None and field == other]
    return len(same) >= MOST_LIKE_NAMES and len(same) == len(fields) and tuple(row) != tuple(header)


def known_columns(header: Sequence[str]) -> int:
    """Count the fields that a combined header names, and its stock columns of locations."""
    fields = {FIELD_OF.get(name, name if name in ITEM_OR_SKU else "") for name in map(simplified, header)}
    return len(fields - {""}) + len(location_columns(header, fields))


def _name(group: str, name: str) -> str:
    whole = f"{group} {name}"
    if _is_known(whole) or STOCK_AT.fullmatch(whole):
        return whole
    return name if _is_known(name) and FIELD_OF.get(simplified(name)) not in AMOUNTS else whole


def _is_known(name: str) -> bool:
    return simplified(name) in FIELD_OF or simplified(name) in ITEM_OR_SKU
