"""Product feeds in XML (RSS 2.0 or Atom, with Google's namespace) as tables.

https://support.google.com/merchants/answer/160589. A product is a row, numbered as if below a header.
"""

from __future__ import annotations

from xml.etree import ElementTree

from catalogue.batches.reading.encodings import CHUNK, Opener
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.tables import MAX_CELL, MAX_COLUMNS, MAX_ROWS, Rows, Table
from catalogue.errors import BatchError
from catalogue.messages import Message

PRODUCTS = frozenset({"item", "entry"})
DAMAGED = Message("feed-damaged")


def read_feed(opener: Opener) -> Table:
    """Read the products of a feed. Raises `BatchError` if it is damaged, too large or incomplete."""
    _refuse_entities(opener)
    products: list[dict[str, str]] = []
    columns: dict[str, None] = {}
    try:
        with opener() as file:
            for _, element in ElementTree.iterparse(file):
                if _name(element) in PRODUCTS:
                    products.append(_cells(element))
                    columns.update(dict.fromkeys(products[-1]))
                    element.clear()
                if len(products) > MAX_ROWS:
                    raise BatchError(Message("too-many-rows", most=MAX_ROWS))
                if len(columns) > MAX_COLUMNS:
                    raise BatchError(Message("too-many-columns", most=MAX_COLUMNS))
    except ElementTree.ParseError as error:
        raise BatchError(DAMAGED) from error
    if not {"id", "title"} <= columns.keys():
        raise BatchError(Message("feed-incomplete"))
    header = tuple(columns)
    rows = [
        (number, tuple(product.get(column, "") for column in header))
        for number, product in enumerate(products, start=2)
    ]
    return Table(header, Rows(header, rows))


def _refuse_entities(opener: Opener) -> None:
    """A few bytes of entities may unpack to gigabytes, and no feed needs them."""
    tail = b""
    with opener() as file:
        while chunk := file.read(CHUNK):
            if b"<!DOCTYPE" in tail + chunk or b"<!ENTITY" in tail + chunk:
                raise BatchError(DAMAGED)
            tail = chunk[-16:]


def _cells(product: ElementTree.Element) -> dict[str, str]:
    """Return the texts of a product; what is there several times is joined by commas."""
    cells: dict[str, str] = {}
    for element in product:
        name = _name(element)
        text = " ".join((element.text or element.get("href") or "").split())
        if len(text) > MAX_CELL:
            raise BatchError(Message("cell-too-long", column=printable(name), most=MAX_CELL))
        cells[name] = f"{cells[name]},{text}" if cells.get(name) and text else cells.get(name) or text
    return cells


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]
