"""Quantities and prices parsed from cells, or why they cannot be right."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal
from functools import cache, lru_cache

from babel.numbers import list_currencies

from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.number_parsing import AmbiguousNumberError, NotANumberError, parse_number
from catalogue.messages import Message, Value

MOST_PIECES = 2_000_000_000
MOST_MONEY = Decimal(10) ** 12
MOST_DECIMALS = 6
THREE_ZEROS = re.compile(r"[+-]?[0-9]{1,3}[.,]000")
"""A thousand in half of Europe, one in the other half, whatever the rest of the table shows."""
CURRENCY_SYMBOLS = {"€": "EUR", "£": "GBP", "₽": "RUB", "₹": "INR", "zł": "PLN", "₺": "TRY", "₴": "UAH"}
"""Symbols of one currency; a crown may be many."""
DOLLARS = frozenset({"USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS"})
"""Currencies that `$` stands for: only their code says which."""
IN_DOLLARS = re.compile(r"\$\s*(?P<before>[^$]+)|(?P<after>[^$]+?)\s*\$")
PRICED = re.compile(
    r"(?P<before>€|£|₽|₹|₺|₴|[A-Za-z]{3}\b)?\s*(?P<amount>.*?)\s*(?P<after>€|£|₽|₹|zł|₺|₴|\b[A-Za-z]{3})?"
)


class AmountError(ValueError):
    """An amount cannot be right. The message continues a sentence that begins with the field."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def three_decimals(texts: Collection[str], prices: Collection[str] = ()) -> str | None:
    """Return the decimal mark of a column whose numbers all have three decimals; None if that isn't certain.

    ERP systems write 1.250,000 for 1250 pieces, and 5,000 for 5. One number with a thousands separator too,
    or with four digits before the mark, settles it: no thousands separator comes after it. So does a price
    with four decimals, such as 29,9000.
    """
    for mark, thousands in ((",", "."), (".", ",")):
        shape = re.compile(rf"-?(?:[0-9]+|[0-9]{{1,3}}(?:\{thousands}[0-9]{{3}})+)\{mark}[0-9]{{3}}")
        certain = re.compile(rf"-?(?:[0-9]{{4,}}|0|[0-9]{{1,3}}(?:\{thousands}[0-9]{{3}})+)\{mark}[0-9]{{3}}")
        fixed = re.compile(rf"[0-9][0-9{thousands}]*\{mark}[0-9]{{4,}}\D*")
        is_settled = any(map(certain.fullmatch, texts)) or any(map(fixed.fullmatch, prices))
        if texts and all(map(shape.fullmatch, texts)) and is_settled:
            return mark
    return None


def without_decimals(text: str, mark: str) -> str:
    """Return a number with three decimals as an integer, or as it is if they aren't zeros."""
    whole, _, decimals = text.rpartition(mark)
    return re.sub("[.,]", "", whole) if decimals == "000" else f"{re.sub('[.,]', '', whole)}.{decimals}0"


@lru_cache(maxsize=1 << 14)
def parse_quantity(text: str, mark: str | None = None) -> int:
    """Parse a number of pieces; `mark` is the table's decimal mark, if known. Raises `AmountError`."""
    try:
        value = parse_number(text, mark)
    except AmbiguousNumberError as error:
        raise AmountError(Message("whole-either", **_ambiguity(text, error))) from error
    except NotANumberError as error:
        raise AmountError(_not_whole(text)) from error
    if THREE_ZEROS.fullmatch(text) and value < 1000:
        raise AmountError(Message("whole-thousand", text=text))
    if value < 0:
        raise AmountError(Message("whole-negative", text=printable(text)))
    if value > MOST_PIECES:
        raise AmountError(Message("whole-too-large", text=printable(text)))
    if value != value.to_integral_value():
        raise AmountError(_not_whole(text))
    return int(value)


@lru_cache(maxsize=1 << 14)
def parse_price(text: str, currency: str = "", mark: str | None = None) -> str:
    """Parse a price into `49.90 EUR`, or `49.90` if no currency is named. Raises `AmountError`.

    The currency may have its own cell, or stand as a code or symbol in the price's. A `$` needs the code.
    """
    if (dollars := IN_DOLLARS.fullmatch(text)) is not None:
        if _code(currency) not in DOLLARS:
            raise AmountError(Message("price-dollar", text=printable(text)))
        text = dollars["before"] or dollars["after"]
    parts = PRICED.fullmatch(text)
    amount, named = text, ""
    if parts is not None and bool(parts["before"]) != bool(parts["after"]):
        amount, named = parts["amount"], _code(parts["before"] or parts["after"])
    try:
        value = parse_number(amount, mark)
    except AmbiguousNumberError as error:
        raise AmountError(Message("price-either", **_ambiguity(amount, error))) from error
    except NotANumberError as error:
        raise AmountError(Message("price-no-number", text=printable(text))) from error
    if value < 0:
        raise AmountError(Message("price-negative", text=printable(text)))
    if value >= MOST_MONEY:
        raise AmountError(Message("price-too-large", text=printable(text)))
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_DECIMALS:
        raise AmountError(Message("price-decimals", text=printable(text), most=MOST_DECIMALS))
    code = _code(currency) or named
    for currency_code in filter(None, (_code(currency), named)):
        if currency_code not in _currencies():
            raise AmountError(Message("currency-unknown", code=printable(currency_code)))
    if named and named != code:
        raise AmountError(Message("two-currencies", text=printable(text), named=named, code=printable(code)))
    units, mark, cents = f"{value:f}".partition(".")
    return f"{units}{mark}{cents[:2]}{cents[2:].rstrip('0')} {code}".strip()


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())


def _code(text: str) -> str:
    return CURRENCY_SYMBOLS.get(text, text.strip().upper())


def _ambiguity(text: str, error: AmbiguousNumberError) -> dict[str, Value]:
    """Return the values of the message for a text that may mean either of two numbers."""
    return {"text": printable(text), "readings": tuple(f"{reading:f}" for reading in error.readings)}


def _not_whole(text: str) -> Message:
    return Message("whole-no-number", text=printable(text))
