"""The parts of an XLSX workbook, limited to what a sheet of a million rows needs.

A few kilobytes may unpack to XML that fills the memory: the library reads some parts whole, and each row.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from types import TracebackType
from typing import IO, Any, cast
from xml.parsers import expat
from zipfile import ZipFile, ZipInfo

from openpyxl.reader.excel import ExcelReader

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
_TEXTS = "sst"
"""The root of the workbook's texts; a sheet's rows are one level deeper."""
TOO_MUCH = Message("workbook-heavy")


def open_workbook(file: IO[bytes], *, formulas: bool = False) -> Any:
    """Open the workbook for reading row by row: values, or the formulas behind them.

    Raises `BatchError` as soon as it would take too much memory, and whatever openpyxl raises.
    """
    reader = ExcelReader(file, read_only=True, data_only=not formulas, keep_links=False)
    reader.archive.close()
    reader.archive = _Parts(file)
    reader.read()
    return reader.wb


class _Parts(ZipFile):
    def read(self, name: str | ZipInfo, pwd: bytes | None = None) -> bytes:
        info = name if isinstance(name, ZipInfo) else self.getinfo(name)
        if info.file_size > MOST_WHOLE:
            raise BatchError(TOO_MUCH)
        with super().open(info, "r", pwd) as part:
            return part.read()

    def open(self, name: Any, mode: Any = "r", pwd: Any = None, *, force_zip64: bool = False) -> IO[bytes]:
        part = super().open(name, mode, pwd, force_zip64=force_zip64)
        return cast(IO[bytes], _Counted(part))


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

    def read(self, size: int = -1) -> bytes:
        data = self._part.read(size)
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

    def _begins(self, name: str, _attributes: object) -> None:
        self._depth += 1
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
