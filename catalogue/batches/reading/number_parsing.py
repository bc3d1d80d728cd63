"""Numbers as tables write them: decimal point or comma, thousands separators, and ambiguous ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from babel.numbers import NumberFormatError, parse_decimal

PLAIN = re.compile(r"[+-]?[0-9]{1,40}")
SHAPE = re.compile(r"[+-]?[0-9][0-9.,]{0,60}")
GROUPED = re.compile(r"([+-]?[0-9]{1,3}(?:[ '’\u00a0\u2007\u2009\u202f][0-9]{3})+)([.,][0-9]+)?")
"""Thousands separated by spaces (France, ISO) or apostrophes (Switzerland)."""
LOCALES = {".": "en", ",": "de"}
"""The decimal mark, and a locale that uses it, with the other one for thousands."""


class NotANumberError(ValueError):
    """The text is no number."""


class AmbiguousNumberError(ValueError):
    """The text may mean one number or another."""

    def __init__(self, readings: tuple[Decimal, Decimal]) -> None:
        super().__init__(f"{readings[0]:f} or {readings[1]:f}")
        self.readings = readings


def parse_number(text: str, mark: str | None = None) -> Decimal:
    """Parse a number.

    `mark` is the decimal mark of the table, if other numbers of it show one: with it, `1.234` in a table that
    writes `49,90` is over a thousand. It is never read as a number with three decimals: nobody writes prices
    or pieces like that.

    Raises:
        NotANumberError: it is no number.
        AmbiguousNumberError: its meaning depends on the country, and `mark` does not settle it.
    """
    readings = _readings(text)
    if not readings:
        raise NotANumberError(text)
    first, *rest = dict.fromkeys(readings.values())
    if not rest:
        return first
    if mark in readings and readings[mark] == max(readings.values(), key=abs):
        return readings[mark]
    raise AmbiguousNumberError((first, rest[0]))


def decimal_mark(texts: Iterable[str]) -> str | None:
    """Return the decimal mark of all unambiguous numbers; None if they differ."""
    marks: set[str] = set()
    for text in texts:
        if "." in text or "," in text:
            readings = _readings(text)
            if len(readings) == 1:
                marks.update(readings)
    return marks.pop() if len(marks) == 1 else None


@lru_cache(maxsize=1 << 16)
def _readings(text: str) -> dict[str, Decimal]:
    """Return the possible numbers by their decimal mark."""
    if PLAIN.fullmatch(text):
        return {"": Decimal(text)}
    grouped = GROUPED.fullmatch(text)
    if grouped is not None:
        whole, decimals = re.sub(r"[^0-9+-]", "", grouped[1]), grouped[2] or ""
        return {decimals[:1]: Decimal(whole + decimals.replace(",", "."))}
    if not SHAPE.fullmatch(text):
        return {}
    readings: dict[str, Decimal] = {}
    for mark, locale in LOCALES.items():
        try:
            readings[mark] = parse_decimal(text.lstrip("+"), locale=locale, strict=True)
        except NumberFormatError:
            continue
    return readings
