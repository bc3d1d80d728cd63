"""What the columns of a table most likely mean, for a refusal that helps. Nothing is read by a guess."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping, Sequence
from itertools import accumulate, islice

from rapidfuzz import fuzz, process

from catalogue.batches.reading.columns import FIELD_OF, ITEM_OR_SKU
from catalogue.batches.reading.normalization import printable, simplified
from catalogue.batches.reading.tables import Table
from catalogue.errors import ColumnQuestion
from catalogue.messages import Message

WORDS: dict[str, str] = {
    "item": "code modèle,modelo,modello,codice articolo,model,indeks,artykuł,articolo,artículo,style,parent",
    "title": "désignation,libellé,nom,intitulé,nombre,denominación,descrizione,nome,nazwa,opis krótki,label",
    "colour": "couleur,coloris,color,colore,kolor,barwa",
    "size": "taille,pointure,talla,taglia,misura,rozmiar",
    "sku": "référence,réf,code article,referencia,código,codice,symbol,kod produktu,artno,stockcode,"
    "Materialnummer,Bestellnummer",
    "barcode": "code-barres,gencod,código de barras,codice a barre,kod kreskowy,kod ean",
    "location": "emplacement,entrepôt,dépôt,magasin,almacén,ubicación,tienda,magazzino,deposito,negozio,"
    "magazyn,miejsce,sklep,outlet,branch,plant,Werk",
    "on_hand": "quantité,qté,stock,cantidad,existencias,quantità,giacenza,qta,ilość,stan,available,verfügbar",
    "price": "prix,precio,prezzo,cena,VK brutto,PVP,retail",
    "currency": "devise,moneda,valuta,waluta",
    "brand": "marque,marca,marka,producent,supplier,vendor",
    "class": "catégorie,categoría,categoria,kategoria,product type,type",
    "pictures": "photo,imagen,foto,zdjęcie,immagine",
    "description": "description,descripción,opis,notes",
}
"""Further names of our fields, too vague or too foreign to be read without being mapped."""
GUESSES = {simplified(name): field for field, names in WORDS.items() for name in names.split(",")} | FIELD_OF
MIN_SIMILARITY = 80
SAMPLE = 100
"""Rows whose cells are looked at."""
MOST_COLUMNS = 20
MOST_CHARACTERS = 240
"""Of the columns that a refusal names, and of the options that it offers, each."""
GTIN = re.compile(r"[0-9]{8}|[0-9]{12,14}")
COUNT = re.compile(r"[0-9]{1,5}")
CODE = re.compile(r"(?=.*[0-9])[\w./-]{2,40}")


def question_of(
    table: Table, fields: Mapping[str, str], mapping: Mapping[str, str], required: Sequence[str]
) -> ColumnQuestion:
    """Return what is certain of a table's columns, and a guess for each of the others if there is one.

    Args:
        table: whose columns could not be matched.
        fields: what is certain, by column.
        mapping: what the sender said already.
        required: fields that the batch needs.
    """
    columns = [name for name in dict.fromkeys(table.header) if name]
    guesses = dict(fields)
    for column in columns:
        field = "" if column in mapping else _by_name(column)
        if column not in guesses and field and field not in guesses.values():
            guesses[column] = field
    for column, field in _by_cells(table, [name for name in columns if name not in guesses]):
        if field not in guesses.values():
            guesses[column] = field
    guesses = {column: field for column, field in guesses.items() if column not in fields}
    return ColumnQuestion(tuple(columns), dict(fields), guesses, tuple(required or ("sku",)))


def column_advice(question: ColumnQuestion, mapping: Mapping[str, str]) -> Message:
    """Return the second half of a refusal: the columns, a guess for each, and the `--map` options for it."""
    fields, columns = question.certain, question.header
    guesses = {**fields, **question.guesses}
    named = _within(MOST_CHARACTERS, [_entry(column, fields, guesses) for column in columns[:MOST_COLUMNS]])
    more = "…" if len(columns) > len(named) else ""
    mapped = dict(mapping) | question.guesses
    for field in question.required:
        if field not in {*guesses.values(), *mapping.values()}:
            mapped["…"] = field
    written = [f"--map {shlex.quote(f'{printable(theirs)}={ours}')}" for theirs, ours in mapped.items()]
    options = " ".join(_within(MOST_CHARACTERS, written))
    return Message("columns-advice", columns=", ".join(named) + more, options=options)


def _within(most: int, texts: Sequence[str]) -> list[str]:
    """The first of the texts that have so many characters together."""
    ends = accumulate(len(text) + 2 for text in texts)
    return [text for text, end in zip(texts, ends, strict=True) if end <= most]


def _entry(column: str, fields: Mapping[str, str], guesses: Mapping[str, str]) -> str:
    name, field = printable(column, 40), guesses.get(column, "")
    return f"{name} = {field}" if column in fields else f"{name} = {field}?" if field else f"{name} = ?"


def _by_name(column: str) -> str:
    name = simplified(column)
    if name in ITEM_OR_SKU:
        return "sku"
    if not name:
        return ""
    closest = process.extractOne(name, GUESSES.keys(), scorer=fuzz.ratio, score_cutoff=MIN_SIMILARITY)
    return GUESSES[closest[0]] if closest else ""


def _by_cells(table: Table, columns: Sequence[str]) -> list[tuple[str, str]]:
    """Guess barcodes, SKUs and counts by what the cells of a column have in common."""
    rows = [cells for _, cells in islice(table.rows, SAMPLE)]
    guesses = []
    for column in columns:
        texts = [cells[column] for cells in rows if cells[column]]
        if not texts:
            continue
        distinct = len(set(texts)) == len(texts)
        if all(GTIN.fullmatch(text) for text in texts):
            guesses.append((column, "barcode"))
        elif all(COUNT.fullmatch(text) for text in texts) and not distinct:
            guesses.append((column, "on_hand"))
        elif distinct and len(texts) == len(rows) > 1 and all(CODE.fullmatch(text) for text in texts):
            guesses.append((column, "sku"))
    return guesses
