"""Pictures that a shop's export names: they seldom come with it."""

from __future__ import annotations

from dataclasses import replace

from catalogue.batches.reading.lines import Note, ParsedTable
from catalogue.batches.reading.sources import ManyPictures, is_address
from catalogue.errors import BatchError
from catalogue.messages import Message


def without_absent_pictures(parsed: ParsedTable, pictures: ManyPictures) -> ParsedTable:
    """Leave out the pictures if none of them came, which is noted. If some came, the rest are missing."""
    names = {name for line in parsed.lines for name in line.pictures if not is_address(name)}
    if not names or any(_is_there(name, pictures) for name in sorted(names)):
        return parsed
    lines = tuple(
        replace(line, pictures=tuple(name for name in line.pictures if is_address(name)))
        for line in parsed.lines
    )
    note = Note(None, Message("pictures-elsewhere", count=len(names)))
    return replace(parsed, lines=lines, notes=(*parsed.notes, note))


def _is_there(name: str, pictures: ManyPictures) -> bool:
    try:
        return pictures.find(name) is not None
    except (BatchError, OSError):  # the check of pictures says what is wrong
        return True
