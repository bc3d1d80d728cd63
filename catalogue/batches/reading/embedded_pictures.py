"""Pictures inside a workbook given to the rows that they stand at. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from catalogue.batches.reading.lines import BatchLine, Note, ParsedTable
from catalogue.batches.reading.tables import Table, TablePicture
from catalogue.items import folded
from catalogue.messages import Message


def with_embedded_pictures(lines: Sequence[BatchLine], pictures: Sequence[TablePicture]) -> list[BatchLine]:
    """Give each picture to the item of the rows that it covers, if they have one item alone.

    Items whose rows name pictures keep those.
    """
    places: defaultdict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        places[line.row].append(place)
    named = {_owner(line) for line in lines if line.pictures}
    given: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for picture in pictures:
        covered = [place for row in range(picture.first, picture.last + 1) for place in places.get(row, ())]
        owners = {_owner(lines[place]) for place in covered}
        if len(owners) == 1 and not owners & named:
            given[covered[0]][picture.name] = None
    return [
        replace(line, pictures=tuple(given[place])) if place in given else line
        for place, line in enumerate(lines)
    ]


def note_unread(table: Table, parsed: ParsedTable) -> ParsedTable:
    """Note how many pictures inside a workbook no row got."""
    taken = {name for line in parsed.lines for name in line.pictures} & {one.name for one in table.pictures}
    unread = table.embedded - len(taken)
    if unread <= 0:
        return parsed
    code = "pictures-embedded-rest" if taken else "pictures-embedded"
    return replace(parsed, notes=(*parsed.notes, Note(None, Message(code, count=unread))))


def _owner(line: BatchLine) -> str:
    return folded(line.item or line.sku)
