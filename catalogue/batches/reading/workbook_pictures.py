"""Pictures inside a workbook, with the rows that they belong to: floating ones, and those in cells.

Excel has a picture in a cell as a rich value, WPS as a formula `DISPIMG`, and a floating one has an anchor.
What can't be followed is counted by whoever reads the table, and nothing is guessed.
"""

from __future__ import annotations

import posixpath
import re
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import PurePosixPath
from typing import IO, Any
from xml.etree.ElementTree import Element
from zipfile import ZipFile, ZipInfo

from openpyxl.utils.cell import coordinate_from_string
from openpyxl.xml.functions import fromstring

from catalogue.batches.reading.archives import open_archive, read_member
from catalogue.batches.reading.sources import PICTURES, refuse_large
from catalogue.batches.reading.workbook_parts import SheetContents, part_name
from catalogue.errors import BatchError

MOST_PICTURES = 20_000
EMU_OF_POINT = 12_700
USUAL_HEIGHT = 15.0
"""Points of a row that has no height of its own."""
OVERLAP = 0.15
"""Of a row's height: a picture that covers no more of it isn't at that row."""
MOST_COVERED = 1000
DISPIMG = re.compile(r'(?i)DISPIMG\("([^"]{1,80})"')
WPS_IMAGES = "xl/cellimages.xml"


@dataclass(frozen=True, slots=True)
class SheetPicture:
    """A picture and the rows that it covers, numbered from 1."""

    part: str
    """Its part of the workbook, such as `xl/media/image1.png`."""
    first: int
    last: int


def sheet_pictures(archive: ZipFile, sheet: str, contents: SheetContents) -> list[SheetPicture]:
    """Return the pictures of a sheet by their rows, except those of WPS. Raises nothing for broken parts."""
    names = {part_name(name): name for name in archive.namelist()}
    if not any(name.startswith("xl/media/") for name in names):
        return []
    found: list[SheetPicture] = []
    for pictures in (_floating(archive, names, sheet, contents), _in_cells(archive, names, contents)):
        with suppress(BatchError, SyntaxError, ArithmeticError, LookupError, TypeError, ValueError):
            found.extend(islice(pictures, MOST_PICTURES))
    usable = [picture for picture in found if picture.part in names and _is_picture(picture.part)]
    return sorted(usable, key=lambda picture: (picture.first, picture.last))


def wps_pictures(archive: ZipFile, rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[SheetPicture]:
    """Yield the pictures that WPS names by `DISPIMG("ID_…")` in cells."""
    names = {part_name(name): name for name in archive.namelist()}
    images: dict[str, str] = {}
    with suppress(BatchError, SyntaxError, LookupError, TypeError, ValueError):
        if WPS_IMAGES in names:
            relations = _relations(archive, names, WPS_IMAGES)
            for picture in _all(fromstring(archive.read(names[WPS_IMAGES])), "pic"):
                name = next((one.get("name", "") for one in _all(picture, "cNvPr")), "")
                target = relations.get(_embedded(picture), "")
                if target in names and _is_picture(target):
                    images[name] = target
    if not images:
        return
    for number, cells in rows:
        for cell in cells:
            match = DISPIMG.search(cell) if "(" in cell else None
            if match is not None and match[1] in images:
                yield SheetPicture(images[match[1]], number, number)


class WorkbookPictures:
    """The pictures inside one workbook, by the names that its table gives them."""

    def __init__(self, name: str, opener: Callable[[], IO[bytes]]) -> None:
        """`name`: of the workbook, which begins the names of its pictures."""
        self._name = name
        self._opener = opener
        self._opened = ExitStack()
        self._archive: ZipFile | None = None
        self._members: dict[str, ZipInfo] = {}
        self._lock = threading.Lock()

    def read(self, name: str) -> bytes | None:
        """Return the picture; None if the name is not one of this workbook's."""
        part = name.removeprefix(prefix_of(self._name))
        if part == name:
            return None
        with self._lock:
            if self._archive is None:
                file = self._opened.enter_context(self._opener())
                self._archive = self._opened.enter_context(open_archive(file))
                self._members = {part_name(info.filename): info for info in self._archive.infolist()}
            info = self._members.get(part)
            if info is None:
                return None
            refuse_large(info.file_size, name)
            return read_member(self._archive, info)

    def folder(self, name: str) -> tuple[str, ...]:
        """Return nothing: there are no folders."""
        return ()

    def names(self) -> tuple[str, ...]:
        """Return nothing: their names mean nothing."""
        return ()

    def unused(self) -> tuple[str, ...]:
        """Return nothing: the reader of the table counts them."""
        return ()

    def close(self) -> None:
        """Close the workbook."""
        with self._lock:
            self._opened.close()


def prefix_of(workbook: str) -> str:
    """Return how the names of a workbook's pictures begin; the bar is no character of a file's name."""
    return f"{workbook.replace('|', '')}|"


def _floating(
    archive: ZipFile, names: Mapping[str, str], sheet: str, contents: SheetContents
) -> Iterator[SheetPicture]:
    """Yield the pictures that float above a sheet, with the rows that each covers."""
    for target in _relations(archive, names, sheet, kind="/drawing").values():
        if target not in names:
            continue
        relations = _relations(archive, names, target)
        for anchor in fromstring(archive.read(names[target])):
            part = relations.get(_embedded(anchor))
            rows = _rows(anchor, contents.heights)
            if part is not None and rows is not None:
                yield SheetPicture(part, *rows)


def _rows(anchor: Any, heights: Mapping[int, float]) -> tuple[int, int] | None:
    """Return the first and the last row under an anchor; None for one that has no cell."""
    first = next(iter(_all(anchor, "from")), None)
    if first is None:
        return None

    def height(row: int) -> float:
        return heights.get(row, USUAL_HEIGHT) * EMU_OF_POINT

    row, offset = _number(first, "row") + 1, _number(first, "rowOff")
    last = next(iter(_all(anchor, "to")), None)
    if last is not None:
        end, below = _number(last, "row") + 1, _number(last, "rowOff")
        if end > row and below <= OVERLAP * height(end):
            end -= 1
        if end > row and offset >= (1 - OVERLAP) * height(row):
            row += 1
        return row, end
    extent = next((child for child in anchor if _local(child) == "ext"), None)
    if extent is None or (not offset and not _number(first, "colOff")):
        return row, row  # a program puts pictures exactly into a cell's corner, hands don't
    bottom = float(offset + int(extent.get("cy", "0")))
    end = row
    while end < row + MOST_COVERED and bottom > (1 + OVERLAP) * height(end):
        bottom -= height(end)
        end += 1
    return row, end


def _in_cells(archive: ZipFile, names: Mapping[str, str], contents: SheetContents) -> Iterator[SheetPicture]:
    """Yield the pictures that Excel has in cells: value metadata, rich value, relation, picture."""
    if not contents.rich_cells:
        return
    metadata = fromstring(archive.read(names["xl/metadata.xml"]))
    kinds = [kind.get("name") for kind in _all(metadata, "metadataType")]
    future = _first(one for one in _all(metadata, "futureMetadata") if one.get("name") == "XLRICHVALUE")
    blocks = [next(iter(_all(block, "rvb")), None) for block in future if _local(block) == "bk"]
    used = [_first(_all(block, "rc")) for one in _all(metadata, "valueMetadata") for block in one]
    structures = [
        [key.get("n") for key in structure] if structure.get("t") == "_localImage" else []
        for structure in _all(fromstring(archive.read(names["xl/richdata/rdrichvaluestructure.xml"])), "s")
    ]
    values = list(_all(fromstring(archive.read(names["xl/richdata/rdrichvalue.xml"])), "rv"))
    relation_part = "xl/richdata/richvaluerel.xml"
    relations = _relations(archive, names, relation_part)
    targets = [
        relations.get(next((value for name, value in one.attrib.items() if name.endswith("}id")), ""))
        for one in _all(fromstring(archive.read(names[relation_part])), "rel")
    ]
    for cell, index in contents.rich_cells:
        record = used[index - 1]
        block = blocks[int(record.get("v", ""))]
        if kinds[int(record.get("t", "")) - 1] != "XLRICHVALUE" or block is None:
            continue
        value = values[int(block.get("i", ""))]
        keys = structures[int(value.get("s", ""))]
        if "_rvRel:LocalImageIdentifier" in keys:
            part = targets[int(value[keys.index("_rvRel:LocalImageIdentifier")].text or "")]
            row = coordinate_from_string(cell)[1]
            if part is not None:
                yield SheetPicture(part, row, row)


def _relations(archive: ZipFile, names: Mapping[str, str], part: str, *, kind: str = "") -> dict[str, str]:
    """Return the parts that a part refers to, by id; those of one kind, if it's named."""
    folder, _, file = part_name(part).rpartition("/")
    relations = f"{folder}/_rels/{file}.rels"
    if relations not in names:
        return {}
    found = {}
    for relation in fromstring(archive.read(names[relations])):
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External" and relation.get("Type", "").endswith(kind):
            path = target if target.startswith("/") else posixpath.join(folder, target)
            found[relation.get("Id", "")] = part_name(posixpath.normpath(path))
    return found


def _embedded(element: Any) -> str:
    """Return the id of the picture that an element shows."""
    blip = next(iter(_all(element, "blip")), None)
    attributes = {} if blip is None else blip.attrib
    return next((value for name, value in attributes.items() if name.endswith("}embed")), "")


def _is_picture(part: str) -> bool:
    """Return whether a part has the ending of a picture; drawings of Windows (EMF) are none."""
    return PurePosixPath(part).suffix.lower() in PICTURES


def _first(elements: Iterable[Any]) -> Any:
    """Return the first element. Raises `LookupError` if there is none; `StopIteration` ends generators."""
    for element in elements:
        return element
    raise LookupError("an element is missing")


def _all(element: Any, name: str) -> Iterator[Any]:
    return (one for one in element.iter() if _local(one) == name)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _number(element: Any, name: str) -> int:
    return int(_first(_all(element, name)).text or "0")
