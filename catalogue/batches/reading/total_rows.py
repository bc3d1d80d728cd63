"""Rows at the end of a table that are no lines of it: totals whose sums are right, and page footers. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from catalogue.batches.reading.normalization import simplified
from catalogue.batches.reading.number_parsing import AmbiguousNumberError, NotANumberError, parse_number
from catalogue.batches.reading.tables import Table
from catalogue.errors import Fault
from catalogue.messages import Message

WORDS = (
    "total,totals,sum,grand total,subtotal,summe,gesamt,gesamtsumme,gesamtbestand,zwischensumme,insgesamt,"
    "somme,total général,suma,suma total,totale,totale generale,razem,suma końcowa,ogółem"
)
TOTALS = frozenset(map(simplified, WORDS.split(",")))
FOOTER = re.compile(
    r"(?i)(?:(?:seite|page|página|pagina|strona|blatt)\s*:?\s*\d+(?:\s*(?:von|of|de|di|z|sur|/)\s*\d+)?"
    r"|(?:\*+\s*)?(?:end of (?:report|list|file)|ende(?: der liste| des berichts)?|fin|koniec)(?:\s*\*+)?"
    r"|(?:printed|exported|created|generated|gedruckt|exportiert|erstellt|stand|date|datum|imprimé|impreso|"
    r"stampato|wydrukowano)\b[^;]*\d[^;]*)\.?"
)
"""A cell that stands alone in its row: `Seite 1 von 1`, `Stand: 1.12.2026`."""
MOST = 5
"""Rows at the end that are looked at."""
SUMMED = ("on_hand", "reserved")


@dataclass(slots=True)
class LastRows:
    """What stands below the lines of a table."""

    left_out: set[int] = field(default_factory=set)
    """Numbers of rows that are no lines."""
    totals: list[int] = field(default_factory=list)
    footers: list[int] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    """Totals that are not the sum of the rows above: a row may be missing."""


def last_rows(table: Table, fields: Mapping[str, str], places: Sequence[str]) -> LastRows:
    """Find totals and footers at the end of a table.

    Args:
        table: a table in our own format.
        fields: what its columns mean, by column.
        places: its columns that are the stock of a location.
    """
    found = LastRows()
    rows = table.rows.cells
    columns = {column: place for place, column in enumerate(table.header)}
    counts = [columns[name] for name, meaning in fields.items() if meaning in SUMMED]
    counts.extend(columns[name] for name in places)
    names = [columns[name] for name, meaning in fields.items() if meaning in {"sku", "barcode"}]
    totals: list[tuple[int, tuple[str, ...]]] = []
    for number, cells in reversed(rows[-MOST:]):
        filled = [cell for cell in cells if cell]
        if len(filled) == 1 and FOOTER.fullmatch(filled[0]):
            found.footers.append(number)
        elif _is_total(cells, names):
            totals.append((number, cells))
        else:
            break
        found.left_out.add(number)
    lines = [cells for number, cells in rows if number not in found.left_out] if totals else []
    for number, cells in totals:
        if not counts or any(_differs(cells, place, lines) for place in counts):
            found.left_out.discard(number)
            if counts and all(
                _number(_cell(cells, place)) is not None for place in counts if _cell(cells, place)
            ):
                found.faults.append(Fault(number, Message("total-differs")))
        else:
            found.totals.append(number)
    return found


def _is_total(cells: Sequence[str], names: Sequence[int]) -> bool:
    """Return whether a row has the word for a total, and no SKU or barcode."""
    words = [simplified(cell) for cell in cells if cell]
    is_named = any(_cell(cells, place) and simplified(_cell(cells, place)) not in TOTALS for place in names)
    return not is_named and not TOTALS.isdisjoint(words)


def _differs(cells: Sequence[str], place: int, lines: Sequence[Sequence[str]]) -> bool:
    """Return whether a total isn't the sum of its column; a blank one says nothing."""
    text = _cell(cells, place)
    if not text:
        return False
    parts = [_number(_cell(line, place) or "0") for line in lines]
    return None in parts or _number(text) != sum((part for part in parts if part is not None), Decimal(0))


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def _number(text: str) -> Decimal | None:
    try:
        return parse_number(text)
    except (NotANumberError, AmbiguousNumberError):
        return None
