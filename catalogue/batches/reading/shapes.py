"""Tables that are wider than ours: a stock column for each location, and sizes as columns."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from catalogue.batches.reading.normalization import simplified

STOCK_WORDS = (
    "on hand|on-hand|on_hand|stock|inventory|quantity|qty|bestand|lagerbestand|lagermenge|menge|"
    "quantité|existencias|giacenza|stan"
)
STOCK_AT = re.compile(
    rf"(?i)(?:current |available )?(?:{STOCK_WORDS})[ _:/-]+(?:in |at |bei |à |en |w )?"
    r"[(\[]?(?P<place>[^()\[\]]+?)[)\]]?"
)
"""A column such as `Stock Berlin`, `Bestand (Hamburg)` or `qty_main`."""
OTHER_WORDS = (
    "value,status,level,unit,units,uom,reserved,ordered,on order,incoming,outgoing,minimum,min,maximum,max,"
    "total,all,date,type,control,tracking,policy,cost,price,available,new,old,committed,alert,location,id,"
    "wert,einheit,reserviert,bestellt,mindest,gesamt,datum,verfügbar,frei,offen,neu,alt,minimal,summe,"
    "valeur,valor,valore,wartość,totale,tracker,management,item,sku,kind,name,code,per pack,per unit"
)
NO_PLACES = frozenset(map(simplified, OTHER_WORDS.split(",")))
"""What follows the word for stock in a column that counts something else."""
LETTER_SIZES = "xxxs,xxs,xs,s,m,l,xl,xxl,xxxl,xxxxl,2xs,3xs,2xl,3xl,4xl,5xl,6xl"
SIZES = frozenset(LETTER_SIZES.split(","))
NUMERIC_SIZES = frozenset(str(size) for size in range(16, 64))
FEWEST = 2
"""Columns of a kind before they count as locations or sizes."""


def location_columns(header: Sequence[str], fields: Collection[str]) -> dict[str, str]:
    """Return the location of each stock column; empty if the table has a stock or location column itself."""
    if {"on_hand", "location"} & set(fields):
        return {}
    places: dict[str, str] = {}
    for column in header:
        match = STOCK_AT.fullmatch(column.strip())
        if match and simplified(match["place"]) not in NO_PLACES:
            places[column] = match["place"].strip()
    return places if len(set(map(simplified, places.values()))) == len(places) >= FEWEST else {}


def size_columns(header: Sequence[str]) -> list[str]:
    """Return the columns that are sizes; empty if they are too few."""
    sizes = [column for column in header if simplified(column) in SIZES]
    numbers = [column for column in header if column.strip() in NUMERIC_SIZES]
    return [*sizes, *numbers] if len(sizes) >= FEWEST or len(numbers) > FEWEST else []
