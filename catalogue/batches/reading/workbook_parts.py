"""The parts of an XLSX workbook, limited to what a sheet of a million rows needs.

A few kilobytes may unpack to XML that fills the memory: the library reads some parts whole, and each row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import IO, Any, cast
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from catalogue.batches.reading.workbook_formats import NumberFormats, number_formats, with_zeros
from catalogue.errors import BatchError
from catalogue.messages import Message

MOST_WHOLE = 8 << 20
"""Bytes of a part that is read whole: styles, names, relations. Styles may have several megabytes."""
MOST_ROWS = 1_048_576 + 50_000
"""Elements outside a row or a text: the rows of a sheet, and what is above and below them."""
MOST_TEXTS = 4_000_000
"""Of a workbook, each once."""
MOST_WITHIN = 70_000
"""Elements within a row or a text: a row has 16,384 cells at most, each of up to four elements."""
MOST_BYTES = 64 << 20
"""Of a row or a text."""
MOST_MERGED = 100_000
MOST_HIDDEN = 1_000_000
MOST_RICH = 100_000
_TEXTS = "sst"
"""The root of the workbook's texts; a sheet's rows are one level deeper."""
TOO_MUCH = Message("workbook-heavy")
STYLES = "xl/styles.xml"
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""The names in Strict OOXML, and those that the library knows."""


def open_workbook(file: IO[bytes], *, formulas: bool = False) -> Any:
    """Open the workbook for reading row by row: values, or the formulas behind them.

    Raises `BatchError` as soon as it would take too much memory, and whatever openpyxl raises.
    """
    reader = _Reader(file, read_only=True, data_only=not formulas, keep_links=False)
    reader.archive.close()
    reader.archive = _Parts(file)
    reader.valid_files = _Names(reader.archive.namelist())
    reader.read()
    return reader.wb


class _Reader(ExcelReader):  # type: ignore[misc]
    """Reads values and number formats; other styles, themes and properties are never opened."""

    def read(self) -> None:
        self.read_manifest()
        self.read_strings()
        self.read_workbook()
        formats = number_formats(self.archive.read(STYLES)) if STYLES in self.valid_files else NumberFormats()
        self.wb._date_formats = formats.dates
        self.wb._timedelta_formats = formats.durations
        zeros = dict(formats.zeros)
        for sheet, relation in self.parser.find_sheets():
            if relation.target in self.valid_files and "chartsheet" not in relation.Type:
                worksheet = _Sheet(self.wb, sheet.name, relation.target, self.shared_strings)
                worksheet.sheet_state = sheet.state
                worksheet.zeros = zeros
                self.wb._sheets.append(worksheet)


class _Sheet(ReadOnlyWorksheet):  # type: ignore[misc]
    """A sheet whose numbers have the zeros before them that Excel shows."""

    zeros: dict[int, str]

    def _get_row(self, row: Any, *arguments: Any, **options: Any) -> Any:
        if self.zeros:
            for cell in row:
                code = self.zeros.get(cell["style_id"])
                if code is not None and type(cell["value"]) in {int, float} and cell["value"] % 1 == 0:
                    cell["value"] = with_zeros(int(cell["value"]), code)
        return super()._get_row(row, *arguments, **options)


class _Names(list[str]):
    """Names of parts, compared as Excel does: in any case, with or without a slash before them."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(names)
        self._normalised = frozenset(map(part_name, self))

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and part_name(name) in self._normalised


class _Parts(ZipFile):
    _by_part: dict[str, str] | None = None

    def getinfo(self, name: str) -> ZipInfo:
        try:
            return super().getinfo(name)
        except KeyError:
            if self._by_part is None:
                self._by_part = {part_name(entry): entry for entry in self.namelist()}
            return super().getinfo(self._by_part.get(part_name(name), name))

    def read(self, name: str | ZipInfo, pwd: bytes | None = None) -> bytes:
        info = name if isinstance(name, ZipInfo) else self.getinfo(name)
        if info.file_size > MOST_WHOLE:
            raise BatchError(TOO_MUCH)
        with super().open(info, "r", pwd) as part:
            return _transitional(part.read())

    def open(self, name: Any, mode: Any = "r", pwd: Any = None, *, force_zip64: bool = False) -> IO[bytes]:
        part = super().open(name, mode, pwd, force_zip64=force_zip64)
        return cast(IO[bytes], _Counted(part))


def part_name(name: str) -> str:
    """Normalise the name of a part for comparison."""
    return name.replace("\\", "/").lstrip("/").casefold()


def _transitional(data: bytes) -> bytes:
    """Replace the names of Strict OOXML, which stand at the beginning of a part."""
    for strict, usual in STRICT:
        data = data.replace(strict, usual)
    return data


@dataclass(slots=True)
class SheetContents:
    """What a sheet's XML has besides values."""

    has_formulas: bool = False
    merged: list[str] = field(default_factory=list)
    """Ranges of cells, such as `A2:A4`."""
    hidden_rows: list[int] = field(default_factory=list)
    heights: dict[int, float] = field(default_factory=dict)
    """Of rows, in points; those with the usual height are missing."""
    rich_cells: list[tuple[str, int]] = field(default_factory=list)
    """Cells with a rich value, such as a picture, and the number of its metadata."""

    def add(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note an element by its name without prefix."""
        if name == "f":
            self.has_formulas = True
        elif name == "mergeCell" and len(self.merged) < MOST_MERGED:
            self.merged.append(attributes.get("ref", ""))
        elif name == "c" and "vm" in attributes:
            if attributes["vm"].isdigit() and len(self.rich_cells) < MOST_RICH:
                self.rich_cells.append((attributes.get("r", ""), int(attributes["vm"])))
        elif name == "row" and (number := attributes.get("r", "")).isdigit():
            if attributes.get("hidden") in {"1", "true"} and len(self.hidden_rows) < MOST_HIDDEN:
                self.hidden_rows.append(int(number))
            if "ht" in attributes and len(self.heights) < MOST_HIDDEN:
                with suppress(ValueError):
                    self.heights[int(number)] = float(attributes["ht"])


def contents_of(book: Any, sheet: Any) -> SheetContents:
    """Return what a sheet has besides values; its XML is read once for that."""
    with book._archive.open(sheet._worksheet_path) as part:
        while part.read(1 << 20):
            pass
        contents: SheetContents = part.contents
    return contents


class _Counted(AbstractContextManager["_Counted"]):
    """A part that is read in pieces, while its elements are counted."""

    def __init__(self, part: IO[bytes]) -> None:
        self._part = part
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._begins
        self._parser.EndElementHandler = self._ends
        self._read = self._since = 0
        self._depth = self._rows = self._within = 0
        self._level, self._most = 3, MOST_ROWS
        self._finished = False
        self.contents = SheetContents()

    def read(self, size: int = -1) -> bytes:
        data = self._part.read(size)
        if not self._read:
            data = _transitional(data)
        if not self._finished:
            self._read += len(data)
            try:
                self._parser.Parse(data, not data)
            except expat.ExpatError:
                self._finished = True  # the library meets the same fault, and reports it
            self._finished = self._finished or not data
            if self._read - self._since > MOST_BYTES:
                raise BatchError(TOO_MUCH)
        return data

    def close(self) -> None:
        self._part.close()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _begins(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if attributes or name[-1] == "f":
            self.contents.add(name.rpartition(":")[2], attributes)
        if self._depth == 1 and name.rpartition(":")[2] == _TEXTS:
            self._level, self._most = 2, MOST_TEXTS
        if self._depth <= self._level:
            self._rows += 1
            self._within, self._since = 0, self._read
        else:
            self._within += 1
        if self._rows > self._most or self._within > MOST_WITHIN:
            raise BatchError(TOO_MUCH)

    def _ends(self, _name: str) -> None:
        self._depth -= 1
