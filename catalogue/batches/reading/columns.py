"""Which of our fields each column of a table means: by its name in English or German, or by a mapping."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from catalogue.batches.reading.lines import Note
from catalogue.batches.reading.spelling import shown, simplified
from catalogue.errors import BatchError, Fault
from catalogue.messages import Message, plain_text

NAMES: dict[str, str] = {
    "item": "item, item id, item no, item number, style, style id, style no, style number, style code, "
    "model, model number, parent sku, product id, "
    "Artikel, Artikel-ID, Modell, Modellnummer, Modell-Nr, Stil, "
    "Stilnummer, Produkt, Produktnummer, Produkt-Nr, Hauptartikel, Hauptartikelnummer",
    "title": "title, name, item name, product name, product title, item title, article name, Bezeichnung, "
    "Titel, Produktname, Produktbezeichnung, Artikelbezeichnung, Artikelname, Benennung",
    "class": "class, garment class, garment type, category, Klasse, Kategorie, Warengruppe, Kleidungsart",
    "colour": "colour, color, colour name, color name, Farbe, Farbname, Farbton, Farbbezeichnung",
    "brand": "brand, brand name, manufacturer, Marke, Markenname, Hersteller",
    "price": "price, unit price, sales price, selling price, retail price, Preis, Verkaufspreis, VK, "
    "VK-Preis, Einzelpreis, Stückpreis",
    "currency": "currency, currency code, Währung, Währungscode",
    "sku": "sku, sku code, sku number, variant sku, variant id, Variante, Variantennummer, Varianten-Nr, "
    "Varianten-SKU, SKU-Nummer, SKU-Nr, Lagernummer",
    "size": "size, garment size, Größe, Konfektionsgröße, Kleidergröße, Artikelgröße",
    "barcode": "barcode, bar code, ean, ean code, ean 13, gtin, gtin 13, upc, EAN-Nummer, EAN-Nr, "
    "Strichcode, EAN/GTIN, GTIN/EAN",
    "location": "location, stock location, warehouse, store, site, Lagerort, Lager, Lagerplatz, Standort, "
    "Filiale, Lagerstandort",
    "on_hand": "on hand, on hand qty, quantity, quantity on hand, qty, stock, stock level, inventory, "
    "pieces, Menge, Bestand, Lagerbestand, Lagermenge, "
    "Bestandsmenge, Anzahl, Stückzahl, Stück, Menge/Bestand",
    "reserved": "reserved, reserved qty, quantity reserved, Reserviert, Reservierte Menge, "
    "Reservierter Bestand",
    "pictures": "pictures, picture, picture url, picture file, images, image, image url, image urls, "
    "image file, photo, photos, Bild, Bilder, Bilddatei, Bilddateien, Bildname, Bild-URL, Foto, Fotos",
    "as_of": "as of, as_of, counted at",
    "status": "status",
    "description": "description, long description, product description, Beschreibung, Artikelbeschreibung, "
    "Produktbeschreibung, Langtext, Beschreibungstext",
}
"""Our fields, and what columns are called that mean them."""
EITHER = frozenset(
    simplified(name)
    for name in (
        "Artikelnummer",
        "Artikel-Nr.",
        "Art.-Nr.",
        "ArtNo",
        "article number",
        "article no",
        "article",
    )
)
"""The item in some shops, the SKU in others: whichever no other column is, and the item where neither is."""
FIELD_OF = {simplified(name): field for field, names in NAMES.items() for name in names.split(", ")}
FIELDS = tuple(NAMES)
LIKE = 82
"""From 0 to 100: how alike a column's name must be to be asked about."""


@dataclass(frozen=True, slots=True)
class Matched:
    """What the columns of a table mean."""

    fields: dict[str, str]
    """Column to field."""
    notes: tuple[Note, ...] = ()
    faults: tuple[Fault, ...] = ()


def known(header: Sequence[str], mapping: Mapping[str, str]) -> int:
    """How many of our fields a row names, were it the header."""
    named = {simplified(column) for column in mapping}
    found = {
        FIELD_OF.get(name) or (name if name in EITHER | named else "") for name in map(simplified, header)
    }
    return len(found - {""})


def matched(
    header: Sequence[str],
    row: int,
    *,
    mapping: Mapping[str, str],
    required: Collection[str],
) -> Matched:
    """What each column means; unknown ones are noted, and what is wrong is a fault of the header's row.

    `mapping` goes from their column to our field, or to nothing for a column to be passed over; it wins over
    names. Raises `BatchError` where it maps to what we do not have.
    """
    columns = [name for name in dict.fromkeys(header) if name]
    wanted, faults = _mapped(columns, row, mapping)
    fields = {column: field for column, field in wanted.items() if field}
    taken = set(fields.values())
    spoken: dict[str, list[str]] = {}
    for column in columns:
        field = FIELD_OF.get(simplified(column))
        if column not in wanted and field is not None and field not in taken:
            spoken.setdefault(field, []).append(column)
    either = [name for name in columns if name not in wanted and simplified(name) in EITHER]
    settled = {*spoken, *taken}
    if either and not {"item", "sku"} <= settled:
        spoken["sku" if "item" in settled else "item"] = either
    for field, names in spoken.items():
        fields[names[0]] = field
        if len(names) > 1:
            faults.append(
                Fault(
                    row,
                    Message(
                        "columns-same",
                        columns=_and(names),
                        field=field,
                    ),
                )
            )
    unknown = [name for name in columns if name not in fields and name not in wanted]
    doubled = {name for names in spoken.values() for name in names}
    notes = tuple(Note(row, _passed_over(name)) for name in unknown if name not in doubled)
    wanted_fields = required or (() if {"item", "sku"} & set(fields.values()) else ("sku",))
    faults.extend(
        Fault(row, _missing(field, unknown, either))
        for field in wanted_fields
        if field not in fields.values()
    )
    return Matched(fields, notes, tuple(faults))


def _mapped(
    columns: Sequence[str], row: int, mapping: Mapping[str, str]
) -> tuple[dict[str, str], list[Fault]]:
    """Column to field as the mapping says, and what is wrong with it."""
    wanted: dict[str, str] = {}
    faults: list[Fault] = []
    by_name = {simplified(column): column for column in columns}
    for theirs, ours in mapping.items():
        field = FIELD_OF.get(simplified(ours), ours) if ours else ""
        if field and field not in FIELDS:
            raise BatchError(
                Message(
                    "operator-map-unknown",
                    column=shown(theirs),
                    field=shown(ours),
                    fields=", ".join(FIELDS),
                )
            )
        column = theirs if theirs in columns else by_name.get(simplified(theirs))
        if column is None:
            near = process.extractOne(
                simplified(theirs), by_name.keys(), scorer=fuzz.ratio, score_cutoff=LIKE
            )
            told = Message("operator-map-missing", column=shown(theirs))
            if near:
                told = Message("did-you-mean", told=told, like=shown(by_name[near[0]]))
            faults.append(Fault(row, told))
        elif field and field in wanted.values():
            faults.append(Fault(row, Message("operator-map-twice", field=field)))
        else:
            wanted[column] = field
    return wanted, faults


def _nearest(column: str) -> str | None:
    """The field that a column's name comes close to."""
    near = process.extractOne(simplified(column), FIELD_OF.keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
    return FIELD_OF[near[0]] if near else None


def _passed_over(column: str) -> Message:
    told = Message("column-unknown", column=shown(column))
    field = _nearest(column)
    return Message("column-like", told=told, field=field) if field else told


def _missing(field: str, unknown: Sequence[str], either: Sequence[str]) -> Message:
    like = [column for column in unknown if _nearest(column) == field]
    if not like and field in {"item", "sku"}:
        like = list(either)
    told = Message("column-missing", field=field)
    if not like:
        return told
    return Message(
        "column-perhaps",
        told=told,
        column=shown(like[0]),
        field=field,
    )


def _and(names: Sequence[str]) -> Message:
    first, *rest = (plain_text(shown(name)) for name in names)
    for name in rest:
        first = Message("and", one=first, other=name)
    return first
