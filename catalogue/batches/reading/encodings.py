"""Bytes of a CSV file decoded to text, in any usual encoding, piece by piece."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

import charset_normalizer

from catalogue.errors import BatchError
from catalogue.messages import Message

Opener = Callable[[], IO[bytes]]
"""Opens a file at its beginning."""
CHUNK = 1 << 20
SAMPLE = 1 << 16
"""Bytes that the encoding is guessed from."""
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins as UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CODE_PAGES = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254"]
"""The code pages of spreadsheets that do not write UTF-8."""
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
NO_TABLE = Message("no-table")


@contextmanager
def open_text(opener: Opener) -> Iterator[io.TextIOWrapper]:
    """Open the file as text, with its line ends as they are; what cannot be decoded is U+FFFD.

    Raises `BatchError` if it is no text.
    """
    encoding = encoding_of(opener)
    with io.TextIOWrapper(opener(), encoding, errors="replace", newline="") as text:
        yield text


def encoding_of(opener: Opener) -> str:
    """Return Python's name of the encoding. Raises `BatchError` if the file is no text."""
    with opener() as file:
        head = file.read(SAMPLE)
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding
    pair = head[: len(head) // 2 * 2]
    for encoding, high, low in (("utf-16-le", pair[1::2], pair[::2]), ("utf-16-be", pair[::2], pair[1::2])):
        if high.count(0) * 10 > len(high) * 6 and low.count(0) * 10 < len(low):
            return encoding
    if len(CONTROLS.findall(head)) * 50 > len(head):
        raise BatchError(NO_TABLE)
    if _is_utf8(opener):
        return "utf-8"
    sample = _non_ascii_sample(opener)
    read = sample.decode("utf-8", errors="replace")
    lost = read.count("\ufffd")
    if sum(not character.isascii() for character in read) > 2 * lost:
        return "utf-8"  # with some damaged rows, which will be reported
    best = charset_normalizer.from_bytes(sample, cp_isolation=CODE_PAGES).best()
    if best is None:
        raise BatchError(NO_TABLE)
    return best.encoding


def _is_utf8(opener: Opener) -> bool:
    decoder = codecs.getincrementaldecoder("utf-8")()
    with opener() as file:
        try:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return False
    return True


def _non_ascii_sample(opener: Opener) -> bytes:
    """Return the lines with non-ASCII characters, up to the size of a sample."""
    sample = bytearray()
    with opener() as file:
        while len(sample) < SAMPLE and (line := file.readline(CHUNK)):
            if not line.isascii():
                sample += line[:SAMPLE]
    return bytes(sample)
