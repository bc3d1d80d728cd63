"""What programs write in place of an identifier: dates, shortened numbers, words for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from babel.dates import get_month_names

from catalogue.batches.reading.field_labels import LABELS
from catalogue.batches.reading.lines import BatchLine, Note
from catalogue.batches.reading.normalization import printable
from catalogue.messages import Message

IDENTIFIERS = ("item", "sku", "barcode", "size")
MAY_BE_BLANK = (
    "barcode",
    "location_code",
    "size",
    "colour",
    "brand",
    "price",
    "currency",
    "description",
    "garment_class",
)
"""Fields in which a word for nothing counts as blank."""
MUST_NAME = ("item", "sku", "title", "location")
"""Fields in which a word for nothing is a fault: a blank would mean something there."""
NULL_WORDS = frozenset(
    ["null", "(null)", "<null>", "n/a", "<na>", "n.a.", "nan", "nil", "none", "-", "--", "–", "—", "\\n"]
)
"""Folded. What spreadsheets write for failed formulas is in `FORMULA_ERRORS`."""
SCIENTIFIC = re.compile(r"[+-]?[0-9](?:[.,][0-9]+)?[Ee][+-]?[0-9]{2,3}")
"""`4.00638E+12`, as Excel shows long numbers."""
EXPONENT_SIGN = re.compile(r"[0-9][Ee][+-]")
ISO_DATE = re.compile(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9](?:[T ][0-9:.]+)?")
FULL_DATE = re.compile(r"[0-3]?[0-9]([./-])[0-3]?[0-9]\1(?:19|20)[0-9]{2}")
DAY_AND_MONTH = re.compile(r"[0-9]{1,4}(?:\. ?|[-/ ])(?P<month>[^\W\d_]{3,5})\.?(?:[-/ .][0-9]{2,4})?")
MONTH_AND_YEAR = re.compile(r"(?P<month>[^\W\d_]{3,5})\.?[-/ ][0-9]{2,4}")
"""`06. Aug` and `Aug-06`, as Excel shows what it takes for a date."""
LANGUAGES = ("en", "de", "fr", "es", "it", "pl")
EXCEL_MONTHS = ("Mrz", "Mär", "Sept", "Juni", "Juli")


def without_null_words(lines: Sequence[BatchLine]) -> tuple[Sequence[BatchLine], tuple[Note, ...]]:
    """Return the lines with blanks in place of words for nothing, and a note for each field that had some."""
    cleaned: list[BatchLine] = []
    words: dict[tuple[str, str], tuple[int, dict[str, None]]] = {}
    for line in lines:
        blanks: dict[str, Any] = {}
        for field in MAY_BE_BLANK:
            if (text := getattr(line, field)) and is_null_word(text):
                words.setdefault((line.file, field), (line.row, {}))[1][text] = None
                blanks[field] = ""
        cleaned.append(replace(line, **blanks) if blanks else line)
    notes = tuple(
        Note(row, Message("words-blank", words=", ".join(map(printable, texts)), field=LABELS[field]), file)
        for (file, field), (row, texts) in words.items()
    )
    return cleaned, notes


def identifier_faults(line: BatchLine) -> Iterator[Message]:
    """Yield what is wrong with a line's identifiers."""
    for field in MUST_NAME:
        if (text := getattr(line, field)) and is_null_word(text):
            yield Message("identifier-null", field=LABELS[field], text=printable(text))
    for field in IDENTIFIERS:
        if not (text := getattr(line, field)):
            continue
        if is_shortened_number(text):
            yield Message("identifier-number", field=LABELS[field], text=printable(text))
        elif is_date(text, lenient=field == "size"):
            yield Message(
                "identifier-date", field=LABELS[field], text=printable(text.removesuffix("T00:00:00"))
            )


def is_null_word(text: str) -> bool:
    """Return whether a cell has a word that stands for nothing."""
    return len(text) <= 6 and text.casefold() in NULL_WORDS


_NUMBER_BEGINS = frozenset("+-0123456789")


def is_shortened_number(text: str) -> bool:
    """Return whether a spreadsheet shortened a number: `2.19E+03`. `219E2` may be a SKU."""
    return (
        text[:1] in _NUMBER_BEGINS
        and len(text) <= 40
        and SCIENTIFIC.fullmatch(text) is not None
        and ("." in text or "," in text or EXPONENT_SIGN.search(text) is not None)
    )


def is_date(text: str, *, lenient: bool = False) -> bool:
    """Return whether a cell is a date.

    Months count in the case of their language: `Aug-06` and `ago-06`. If `lenient`, others do too; otherwise
    `MAR-12` may be a name.
    """
    if not 5 <= len(text) <= 40 or not any(map(str.isdigit, text)):
        return False
    if ISO_DATE.fullmatch(text) or FULL_DATE.fullmatch(text):
        return True
    match = DAY_AND_MONTH.fullmatch(text) or MONTH_AND_YEAR.fullmatch(text)
    return match is not None and (
        match["month"] in _months() or (lenient and match["month"].capitalize() in _months())
    )


@cache
def _months() -> frozenset[str]:
    """Return the abbreviated names of months in the languages of the chat, without points."""
    names = {
        name.rstrip(".")
        for language in LANGUAGES
        for context in ("format", "stand-alone")
        for name in get_month_names("abbreviated", context=context, locale=language).values()
    }
    return frozenset(names.union(EXCEL_MONTHS))
