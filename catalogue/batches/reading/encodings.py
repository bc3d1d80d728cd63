"""Bytes of a CSV file decoded to text, in any usual encoding, piece by piece."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO

import charset_normalizer

from catalogue.batches.reading.plausibility import has_broken_words, is_plausible, is_punctuation
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
MACINTOSH = "mac_roman"
OLD_CODE_PAGES = ["cp850", "cp852", MACINTOSH]
"""Those of "CSV (MS-DOS)" and "CSV (Macintosh)", which spreadsheets still offer."""
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
    return _code_page_of(sample, only_returns=b"\r" in head and b"\n" not in head)


def _code_page_of(sample: bytes, *, only_returns: bool) -> str:
    """Return the code page of text that isn't UTF-8. Raises `BatchError` if it may be one or another.

    Only old Macintosh programs end lines with a return alone (`only_returns`).
    """
    plausible: dict[str, str] = {}
    for encoding in (*CODE_PAGES, *OLD_CODE_PAGES):
        try:
            text = sample.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_plausible(text, encoding):
            plausible[encoding] = text
    if only_returns and MACINTOSH in plausible:
        return MACINTOSH
    usual = [encoding for encoding in CODE_PAGES if encoding in plausible]
    if len(set(plausible.values())) == 1:
        return next(iter(plausible))
    if usual and is_punctuation(plausible[usual[0]]):
        return usual[0]
    if plausible and len(usual) < len(plausible):
        raise BatchError(Message("encoding-unclear"))
    best = charset_normalizer.from_bytes(sample, cp_isolation=usual or CODE_PAGES).best()
    if best is None or (not usual and has_broken_words(str(best))):
        raise BatchError(Message("encoding-unclear"))
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
