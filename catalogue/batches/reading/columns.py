"""The field that each column of a table means: by its name in English or German, or by a mapping."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from catalogue.batches.reading.lines import Note
from catalogue.batches.reading.normalization import printable, simplified
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
    "location_code": "location code, place code, bin code, shelf code, Lagerortcode, Lagerplatzcode, "
    "Platzcode",
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
"""Our fields, and the column names that mean them."""
ITEM_OR_SKU = frozenset(
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
"""The item in some shops, the SKU in others: whichever no other column is, and the item if neither is."""
FIELD_OF = {simplified(name): field for field, names in NAMES.items() for name in names.split(", ")}
FIELDS = tuple(NAMES)
MIN_SIMILARITY = 82
"""From 0 to 100: how similar a column's name must be to be suggested."""


@dataclass(frozen=True, slots=True)
class ColumnMatches:
    """What the columns of a table mean."""

    fields: dict[str, str]
    """From column to field."""
    notes: tuple[Note, ...] = ()
    faults: tuple[Fault, ...] = ()
    doubtful: frozenset[str] = frozenset()
    """Fields that two columns claim."""


def count_known_columns(header: Sequence[str], mapping: Mapping[str, str]) -> int:
    """Count how many of our fields a row names, if it were the header."""
    named = {simplified(column) for column in mapping}
    fields = {
        FIELD_OF.get(name) or (name if name in ITEM_OR_SKU | named else "")
        for name in map(simplified, header)
    }
    return len(fields - {""})


def match_columns(
    header: Sequence[str],
    row: int,
    *,
    mapping: Mapping[str, str],
    required: Collection[str],
) -> ColumnMatches:
    """Match columns to fields; unknown ones are noted, and what is wrong is a fault of the header's row.

    `mapping` goes from their column to our field, or to nothing for a column to leave out; it wins over
    names. Raises `BatchError` if it names a field that does not exist.
    """
    columns = [name for name in dict.fromkeys(header) if name]
    wanted, faults = _apply_mapping(columns, row, mapping)
    fields = {column: field for column, field in wanted.items() if field}
    taken = set(fields.values())
    columns_of: dict[str, list[str]] = {}
    for column in columns:
        field = FIELD_OF.get(simplified(column))
        if column not in wanted and field is not None and field not in taken:
            columns_of.setdefault(field, []).append(column)
    ambiguous = [name for name in columns if name not in wanted and simplified(name) in ITEM_OR_SKU]
    assigned = {*columns_of, *taken}
    if ambiguous and not {"item", "sku"} <= assigned:
        columns_of["sku" if "item" in assigned else "item"] = ambiguous
    for field, names in columns_of.items():
        fields[names[0]] = field
        if len(names) > 1:
            faults.append(Fault(row, Message("columns-same", columns=_joined(names), field=field)))
    unknown = [name for name in columns if name not in fields and name not in wanted]
    duplicated = {name for names in columns_of.values() for name in names}
    notes = tuple(Note(row, _unknown_column(name)) for name in unknown if name not in duplicated)
    wanted_fields = required or (() if {"item", "sku"} & set(fields.values()) else ("sku",))
    faults.extend(
        Fault(row, _missing_column(field, unknown, ambiguous))
        for field in wanted_fields
        if field not in fields.values()
    )
    doubtful = frozenset(field for field, names in columns_of.items() if len(names) > 1)
    return ColumnMatches(fields, notes, tuple(faults), doubtful)


def _apply_mapping(
    columns: Sequence[str], row: int, mapping: Mapping[str, str]
) -> tuple[dict[str, str], list[Fault]]:
    """Return column to field as the mapping says, and what is wrong with it."""
    wanted: dict[str, str] = {}
    faults: list[Fault] = []
    by_name = {simplified(column): column for column in columns}
    for theirs, ours in mapping.items():
        field = FIELD_OF.get(simplified(ours), ours) if ours else ""
        if field and field not in FIELDS:
            raise BatchError(
                Message(
                    "operator-map-unknown",
                    column=printable(theirs),
                    field=printable(ours),
                    fields=", ".join(FIELDS),
                )
            )
        column = theirs if theirs in columns else by_name.get(simplified(theirs))
        if column is None:
            closest = process.extractOne(
                simplified(theirs), by_name.keys(), scorer=fuzz.ratio, score_cutoff=MIN_SIMILARITY
            )
            message = Message("operator-map-missing", column=printable(theirs))
            if closest:
                message = Message("did-you-mean", told=message, like=printable(by_name[closest[0]]))
            faults.append(Fault(row, message))
        elif field and field in wanted.values():
            faults.append(Fault(row, Message("operator-map-twice", field=field)))
        else:
            wanted[column] = field
    return wanted, faults


def _closest_field(column: str) -> str | None:
    """Return the field with the most similar name."""
    closest = process.extractOne(
        simplified(column), FIELD_OF.keys(), scorer=fuzz.ratio, score_cutoff=MIN_SIMILARITY
    )
    return FIELD_OF[closest[0]] if closest else None


def _unknown_column(column: str) -> Message:
    message = Message("column-unknown", column=printable(column))
    field = _closest_field(column)
    return Message("column-like", told=message, field=field) if field else message


def _missing_column(field: str, unknown: Sequence[str], ambiguous: Sequence[str]) -> Message:
    similar = [column for column in unknown if _closest_field(column) == field]
    if not similar and field in {"item", "sku"}:
        similar = list(ambiguous)
    message = Message("column-missing", field=field)
    if not similar:
        return message
    return Message("column-perhaps", told=message, column=printable(similar[0]), field=field)


def _joined(names: Sequence[str]) -> Message:
    first, *rest = (plain_text(printable(name)) for name in names)
    for name in rest:
        first = Message("and", one=first, other=name)
    return first
