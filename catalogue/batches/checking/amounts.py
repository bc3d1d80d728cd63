"""Quantities and prices as rows say them, or why they cannot be right."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from babel.numbers import list_currencies

from catalogue.batches.reading.numbers import NoNumber, TwoNumbers, number
from catalogue.batches.reading.spelling import shown
from catalogue.messages import Message, Value

MOST_PIECES = 2_000_000_000
MOST_MONEY = Decimal(10) ** 12
MOST_DECIMALS = 6
THREE_ZEROS = re.compile(r"[+-]?[0-9]{1,3}[.,]000")
"""A thousand in half of Europe, one in the other, whatever the rest of the table says."""
SIGNS = {"€": "EUR", "£": "GBP", "₽": "RUB", "₹": "INR", "zł": "PLN", "₺": "TRY", "₴": "UAH"}
"""Those that are one currency; a dollar or a crown may be many."""
PRICED = re.compile(
    r"(?P<before>€|£|₽|₹|₺|₴|[A-Za-z]{3}\b)?\s*(?P<amount>.*?)\s*(?P<after>€|£|₽|₹|zł|₺|₴|\b[A-Za-z]{3})?"
)


class Wrong(ValueError):  # noqa: N818 - what it is
    """An amount cannot be right; why, as the rest of a sentence that begins with what it is."""

    def __init__(self, told: Message) -> None:
        super().__init__(told)
        self.message = told


@lru_cache(maxsize=1 << 14)
def whole(text: str, mark: str | None = None) -> int:
    """A quantity in pieces. `mark` is the table's decimal mark, where known. Raises `Wrong`."""
    try:
        found = number(text, mark)
    except TwoNumbers as error:
        raise Wrong(
            Message(
                "whole-either",
                **_read(text, error),
            )
        ) from error
    except NoNumber as error:
        raise Wrong(_no_whole(text)) from error
    if THREE_ZEROS.fullmatch(text) and found < 1000:
        raise Wrong(
            Message(
                "whole-thousand",
                text=text,
            )
        )
    if found < 0:
        raise Wrong(Message("whole-negative", text=shown(text)))
    if found > MOST_PIECES:
        raise Wrong(Message("whole-too-large", text=shown(text)))
    if found != found.to_integral_value():
        raise Wrong(_no_whole(text))
    return int(found)


@lru_cache(maxsize=1 << 14)
def price(text: str, currency: str = "", mark: str | None = None) -> str:
    """A price as `49.90 EUR`, or as `49.90` where no currency is named. Raises `Wrong`.

    The currency may stand in its own cell, or as a code or sign in the price's.
    """
    parts = PRICED.fullmatch(text)
    amount, named = text, ""
    if parts is not None and bool(parts["before"]) != bool(parts["after"]):
        amount, named = parts["amount"], _code(parts["before"] or parts["after"])
    try:
        found = number(amount, mark)
    except TwoNumbers as error:
        raise Wrong(
            Message(
                "price-either",
                **_read(amount, error),
            )
        ) from error
    except NoNumber as error:
        raise Wrong(Message("price-no-number", text=shown(text))) from error
    if found < 0:
        raise Wrong(Message("price-negative", text=shown(text)))
    if found >= MOST_MONEY:
        raise Wrong(Message("price-too-large", text=shown(text)))
    exponent = found.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_DECIMALS:
        raise Wrong(
            Message(
                "price-decimals",
                text=shown(text),
                most=MOST_DECIMALS,
            )
        )
    code = _code(currency) or named
    for given in filter(None, (_code(currency), named)):
        if given not in _currencies():
            raise Wrong(
                Message(
                    "currency-unknown",
                    code=shown(given),
                )
            )
    if named and named != code:
        raise Wrong(
            Message(
                "two-currencies",
                text=shown(text),
                named=named,
                code=shown(code),
            )
        )
    units, mark, cents = f"{found:f}".partition(".")
    return f"{units}{mark}{cents[:2]}{cents[2:].rstrip('0')} {code}".strip()


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies())


def _code(text: str) -> str:
    return SIGNS.get(text, text.strip().upper())


def _read(text: str, error: TwoNumbers) -> dict[str, Value]:
    """What is told of a text that may mean either of two numbers."""
    return {"text": shown(text), "readings": tuple(f"{one:f}" for one in error.readings)}


def _no_whole(text: str) -> Message:
    return Message("whole-no-number", text=shown(text))
