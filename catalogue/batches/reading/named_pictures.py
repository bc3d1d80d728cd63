"""Pictures that no row names, but that are called like an item or a SKU: `SKU.jpg`, `SKU_2.jpg`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from catalogue.batches.reading.archives import comparable_path
from catalogue.batches.reading.lines import BatchLine, ParsedTable
from catalogue.batches.reading.sources import ManyPictures
from catalogue.errors import BatchError
from catalogue.items import folded

VIEWS = (
    "front|back|side|left|right|main|detail|alt\\d*|vorne|vorn|hinten|seite|face|dos|devant|frente|espalda|fronte"
    "|retro|przód|tył"
)
VIEW = re.compile(rf"(?P<name>.+?)(?:[ _.-]*\(\d{{1,2}}\)|[ _.-]+(?:\d{{1,2}}|[a-d]|{VIEWS}))")
"""The end of a name that tells which view of a garment a picture is."""


def with_named_pictures(parsed: ParsedTable, pictures: ManyPictures) -> ParsedTable:
    """Give items without pictures those that are named like their SKUs or ids, the longest name first."""
    with_pictures = {folded(line.item) for line in parsed.lines if line.pictures}
    owners: dict[str, int] = {}
    for place, line in enumerate(parsed.lines):
        for name in filter(None, (line.item, line.sku)):
            owners.setdefault(_comparable(name), place)
    if not owners or len(with_pictures) == len({folded(line.item) for line in parsed.lines}):
        return parsed
    files: dict[int, list[str]] = {}
    for file in pictures.names():
        owner = _owner(file, owners)
        if owner is not None:
            files.setdefault(owner, []).append(file)
    lines = [
        replace(line, pictures=_mains_first(files[place]))
        if place in files and folded(line.item) not in with_pictures and not _has_folder(line, pictures)
        else line
        for place, line in enumerate(parsed.lines)
    ]
    return replace(parsed, lines=tuple(lines))


def _owner(file: str, owners: dict[str, int]) -> int | None:
    """Return the line that a file's name means: whole, or without its view."""
    stem = _comparable(PurePosixPath(comparable_path(file)).stem)
    if stem in owners:
        return owners[stem]
    view = VIEW.fullmatch(stem)
    return owners.get(view["name"]) if view else None


def _mains_first(files: Sequence[str]) -> tuple[str, ...]:
    """Put the shortest name first: `A-1.jpg` before `A-1_2.jpg`."""
    return tuple(sorted(files, key=lambda file: len(PurePosixPath(file).stem)))


def _has_folder(line: BatchLine, pictures: ManyPictures) -> bool:
    def names() -> Iterable[str]:
        for name in filter(None, (line.item, line.sku)):
            yield from pictures.folder(name)

    try:
        return any(names())
    except BatchError:  # the check of pictures says what is wrong
        return True


def _comparable(name: str) -> str:
    """Return a name as file systems allow it: `A/1` is saved as `A_1`."""
    return comparable_path(name).replace("/", "_").strip()
