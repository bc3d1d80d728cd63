"""The words of shops, as data: names of options and kinds, in the six languages of the bot."""

from __future__ import annotations

from catalogue.batches.reading.columns import FIELD_OF
from catalogue.batches.reading.normalization import simplified


def _set(words: str) -> frozenset[str]:
    return frozenset(simplified(word) for word in words.split(","))


COLOURS = _set(
    "color,colour,colors,colours,color name,colour name,shade,main colour,Farbe,Farben,Farbton,Farbname,"
    "couleur,couleurs,coloris,teinte,color,colores,tono,colore,colori,kolor,kolory,barwa,odcień"
)
"""Names of the option or attribute that is the colour."""
SIZES = _set(
    "size,sizes,clothing size,garment size,shoe size,dress size,Größe,Größen,Konfektionsgröße,Kleidergröße,"
    "Schuhgröße,taille,tailles,pointure,talla,tallas,tamaño,talle,taglia,taglie,misura,numero,rozmiar,rozmiary"
)
"""Names of the option or attribute that is the size."""
NOT_GARMENTS = _set(
    "gift card,giftcard,gift_card,virtual,downloadable,download,service,services,digital,appointment,event,"
    "donation,membership,food and beverage,non-inventory,resource,combo,course,subscription"
)
"""Kinds of products that never lie on a shelf."""
ASSEMBLED = _set("bundle,grouped,kit,composite,external,assembly,pack")
"""Kinds of products that consist of others, or are sold elsewhere."""
UNSTOCKED = _set("not stocked,n/a,unlimited,untracked,infinite,parent,notify")
"""What a stock cell says in place of a number."""
NO_OPTION = _set("default title,default,regular,standard,one variant,title")
"""What shops write as the one option of a product without options."""


def is_colour(name: str) -> bool:
    """Return whether an option or attribute is the colour."""
    return _key(name) in COLOURS


def is_size(name: str) -> bool:
    """Return whether an option or attribute is the size."""
    return _key(name) in SIZES


def field_of_attribute(name: str) -> str:
    """Return our field that an attribute means, such as `brand` of `hersteller`; empty if none."""
    if is_colour(name):
        return "colour"
    if is_size(name):
        return "size"
    field = FIELD_OF.get(_key(name), "")
    return field if field in {"brand", "barcode"} else ""


def _key(name: str) -> str:
    """Drop the prefix that WooCommerce and others write before attributes (`pa_farbe`)."""
    key = simplified(name)
    return key[2:] if key.startswith("pa") and key[2:] in COLOURS | SIZES else key
