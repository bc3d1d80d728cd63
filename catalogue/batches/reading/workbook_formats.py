"""Number formats of a workbook's cells, all of its styles that matter: dates, and zeros before a number.

Colours, fills and fonts are never read, so that a bad one can't refuse a file that Excel opens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from openpyxl.styles.numbers import builtin_format_code, is_date_format, is_timedelta_format
from openpyxl.xml.functions import fromstring

MOST_CODE = 255
"""Characters of a number format; Excel takes no more."""
_ZEROS = re.compile(r'(?:"[^"]*"|\\.|[-\s]|0)+')
_PIECES = re.compile(r'"([^"]*)"|\\(.)|(.)', re.DOTALL)


@dataclass(frozen=True, slots=True)
class NumberFormats:
    """Which styles, by number, show a date, a duration, or a whole number with zeros before it."""

    dates: frozenset[int] = frozenset()
    durations: frozenset[int] = frozenset()
    zeros: tuple[tuple[int, str], ...] = ()


def number_formats(styles: bytes) -> NumberFormats:
    """Return the formats in a workbook's `styles.xml`. Raises what the XML parser raises."""
    root = fromstring(styles)
    custom: dict[int, str] = {}
    used: list[int] = []
    for element in root.iter():
        name = _local(element.tag)
        if name == "numFmt" and (number := _number(element.get("numFmtId"))) is not None:
            custom.setdefault(number, element.get("formatCode", ""))
        elif name == "cellXfs":
            used = [_number(style.get("numFmtId")) or 0 for style in element if _local(style.tag) == "xf"]
    codes = [custom.get(number) or builtin_format_code(number) or "General" for number in used]
    return NumberFormats(
        frozenset(style for style, code in enumerate(codes) if is_date_format(code)),
        frozenset(style for style, code in enumerate(codes) if is_timedelta_format(code)),
        tuple((style, code) for style, code in enumerate(codes) if _shows_zeros(code)),
    )


def with_zeros(number: int, code: str) -> str:
    """Return a number as Excel shows it in a format of zeros: 123 in `00000` is 00123."""
    pieces = _pieces(code)
    places = sum(mark == "0" for _, mark in pieces)
    digits = str(abs(number)).zfill(places)
    more = len(digits) - places
    by_place = iter([digits[: more + 1], *digits[more + 1 :]])
    shown = "".join(next(by_place) if mark == "0" else literal + mark for literal, mark in pieces)
    return f"-{shown}" if number < 0 else shown


def _shows_zeros(code: str) -> bool:
    first = code.partition(";")[0]
    if len(first) > MOST_CODE or _ZEROS.fullmatch(first) is None:
        return False
    return sum(mark == "0" for _, mark in _pieces(code)) > 1


def _pieces(code: str) -> list[tuple[str, str]]:
    """Split the part of a format for positive numbers into quoted text and single marks."""
    first = code.partition(";")[0]
    return [(found[1] or found[2] or "", found[3] or "") for found in _PIECES.finditer(first)]


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and text.isascii() and text.isdigit() else None
