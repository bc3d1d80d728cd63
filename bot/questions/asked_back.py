"""What is said to a message that was not understood: in the chat, and by `hangtag ask`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.errors import UserError
from bot.foreign_text import example_sku, plain
from bot.locales import Value
from bot.questions.question import Question
from bot.questions.understanding import Understood
from catalogue.stock import StockBook

_STOCK = re.compile(r"/?stocks?\b[\s:]*(?P<asked>\S{0,64})", re.IGNORECASE)
_LIKE_A_SKU = re.compile(r"(?=\S*\d)(?=\S*[^\W\d])[\w./#+-]{3,64}|\d{6,14}|[A-Z\d]+(?:[-_/.][A-Z\d]+)+")
"""A word of letters and digits, one in capitals with hyphens, or so many digits that they are no amount."""

_READINGS = {
    "stock": "reading-stock",
    "where": "reading-where",
    "sizes": "reading-sizes",
    "colours": "reading-colours",
    "price": "reading-price",
    "details": "reading-details",
}
"""The message that names a reading about an item, by its intent."""
_LISTS = {"low": "reading-list-low", "out": "reading-list-out"}


@dataclass(frozen=True, slots=True)
class Reading:
    """A question that may have been meant."""

    question: Question
    code: str
    """The message that names it on a button."""
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class AskedBack:
    """A message, and the readings that it offers."""

    code: str
    values: Mapping[str, Value] = field(default_factory=dict)
    readings: tuple[Reading, ...] = ()
    """Nearest first."""
    at_a_loss: bool = False
    """Whether nothing was made of the message at all: then it is shown what may be asked."""


def asked_back(text: str, understood: Understood, book: StockBook) -> AskedBack:
    """What is asked back, or what half of a command lacks.

    Raises `UnknownItemError`, with the nearest numbers, where a word looks like a number and is none, and
    `UserError` where it lacks the item.
    """
    if (stock := _STOCK.match(text)) and not stock["asked"]:
        return AskedBack("stock-which", {"example": example_sku(book.example())})
    for written in [stock["asked"]] if stock else text.split():
        word = written.strip(".,;:!?")
        if stock or _LIKE_A_SKU.fullmatch(word):
            book.find(word)
    if understood.half_of_work:
        return AskedBack("work-commands")
    if understood.readings:
        readings = tuple(_reading(question, book) for question in understood.readings)
        return AskedBack("answer-not-understood", readings=readings)
    if understood.needs_item:
        raise UserError("answer-which-item", example=f"stock {example_sku(book.example())}")
    return AskedBack("not-understood", at_a_loss=True)


def _reading(question: Question, book: StockBook) -> Reading:
    slots = question.slots
    items = book.items(question.items)
    names = (slots.get(each) for each in ("colour", "brand", "kind", "size", "location"))
    what = plain(" ".join(str(each) for each in names if each), 40) or "…"
    match question.intent:
        case "list":
            return Reading(question, _LISTS.get(str(slots.get("state")), "reading-list"), {"what": what})
        case "arrivals":
            return Reading(question, "reading-arrivals", {})
        case "find":
            return Reading(question, "reading-find", {"what": plain(str(slots.get("words", "")), 40)})
        case intent:
            name = plain(items[0].title or items[0].id, 40) if items else ""
            return Reading(question, _READINGS[intent], {"item": name})
