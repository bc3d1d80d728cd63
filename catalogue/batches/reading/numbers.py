"""Numbers as tables write them: decimal point or comma, thousands marks, and what may mean either."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from babel.numbers import NumberFormatError, parse_decimal

PLAIN = re.compile(r"[+-]?[0-9]{1,40}")
SHAPE = re.compile(r"[+-]?[0-9][0-9.,]{0,60}")
PARTED = re.compile(r"([+-]?[0-9]{1,3}(?:[ '’\u00a0\u202f][0-9]{3})+)([.,][0-9]+)?")
"""Thousands parted by blanks (France, ISO) or apostrophes (Switzerland)."""
LOCALES = {".": "en", ",": "de"}
"""The decimal mark, and a land that uses it and the other one for thousands."""


class NoNumber(ValueError):  # noqa: N818 - what it is
    """The text is no number."""


class TwoNumbers(ValueError):  # noqa: N818 - what it is
    """The text may mean one number or another."""

    def __init__(self, readings: tuple[Decimal, Decimal]) -> None:
        super().__init__(f"{readings[0]:f} or {readings[1]:f}")
        self.readings = readings


def number(text: str, mark: str | None = None) -> Decimal:
    """The number that a text means.

    `mark` is the decimal mark of the table, where other numbers of it show one: with it, `1.234` in a table
    that writes `49,90` is a thousand and more. It is never read as a number with three decimals: nobody
    writes prices or pieces like that.

    Raises:
        NoNumber: it means none.
        TwoNumbers: it means one here and another there, and `mark` does not settle it.
    """
    found = _readings(text)
    if not found:
        raise NoNumber(text)
    first, *others = dict.fromkeys(found.values())
    if not others:
        return first
    if mark in found and found[mark] == max(found.values(), key=abs):
        return found[mark]
    raise TwoNumbers((first, others[0]))


def decimal_mark(texts: Iterable[str]) -> str | None:
    """The decimal mark of all the numbers that can be read in one way only; None where these differ."""
    shown: set[str] = set()
    for text in texts:
        if "." in text or "," in text:
            found = _readings(text)
            if len(found) == 1:
                shown.update(found)
    return shown.pop() if len(shown) == 1 else None


@lru_cache(maxsize=1 << 16)
def _readings(text: str) -> dict[str, Decimal]:
    """The number by the decimal mark under which the text means it."""
    if PLAIN.fullmatch(text):
        return {"": Decimal(text)}
    parted = PARTED.fullmatch(text)
    if parted is not None:
        whole, rest = re.sub(r"[^0-9+-]", "", parted[1]), parted[2] or ""
        return {rest[:1]: Decimal(whole + rest.replace(",", "."))}
    if not SHAPE.fullmatch(text):
        return {}
    found: dict[str, Decimal] = {}
    for mark, locale in LOCALES.items():
        try:
            found[mark] = parse_decimal(text.lstrip("+"), locale=locale, strict=True)
        except NumberFormatError:
            continue
    return found
