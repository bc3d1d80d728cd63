"""What is said to a message that was not understood: in the chat, and by `hangtag ask`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bot.demo import EXAMPLE_SKU
from bot.errors import UserError
from bot.foreign_text import plain
from bot.locales import Words
from bot.questions.question import Question
from bot.questions.understanding import Understood
from catalogue.stock import StockBook

_STOCK = re.compile(r"/?stocks?\b[\s:]*(?P<asked>\S{0,64})", re.IGNORECASE)
_LIKE_A_SKU = re.compile(r"(?=\S*\d)(?=\S*[^\W\d])[\w./#+-]{3,64}|\d{6,14}|[A-Z\d]+(?:[-_/.][A-Z\d]+)+")
"""A word of letters and digits, one in capitals with hyphens, or so many digits that they are no amount."""


@dataclass(frozen=True, slots=True)
class AskedBack:
    """A sentence, and the readings that it offers."""

    sentence: str
    offered: tuple[tuple[str, Question], ...] = ()
    """Each as a button says it, nearest first."""
    at_a_loss: bool = False
    """Whether nothing was made of the message at all: then it is shown what may be asked."""


def asked_back(text: str, understood: Understood, book: StockBook, words: Words) -> AskedBack:
    """What is asked back, or what half of a command lacks.

    Raises `UnknownItemError`, with the nearest numbers, where a word looks like a number and is none, and
    `UserError` where it lacks the item.
    """
    if (stock := _STOCK.match(text)) and not stock["asked"]:
        return AskedBack(words("stock-which", example=EXAMPLE_SKU))
    for said in [stock["asked"]] if stock else text.split():
        word = said.strip(".,;:!?")
        if stock or _LIKE_A_SKU.fullmatch(word):
            book.find(word)
    if understood.half_of_work:
        return AskedBack(words("work-commands"))
    if understood.readings:
        offered = tuple((_titled(each, book, words), each) for each in understood.readings)
        return AskedBack(words("answer-not-understood"), offered)
    if understood.needs_item:
        raise UserError("answer-which-item", example=f"stock {EXAMPLE_SKU}")
    return AskedBack(words("not-understood"), at_a_loss=True)


def _titled(question: Question, book: StockBook, words: Words) -> str:
    """A reading as a button says it."""
    slots = question.slots
    items = book.items(question.items)
    name = plain(items[0].title or items[0].id, 40) if items else ""
    names = (slots.get(each) for each in ("colour", "brand", "kind", "size", "location"))
    what = plain(" ".join(str(each) for each in names if each), 40) or "…"
    listed = {"low": "reading-list-low", "out": "reading-list-out"}.get(
        str(slots.get("state")), "reading-list"
    )
    titles: dict[str, Callable[[], str]] = {
        "stock": lambda: words("reading-stock", item=name),
        "where": lambda: words("reading-where", item=name),
        "sizes": lambda: words("reading-sizes", item=name),
        "colours": lambda: words("reading-colours", item=name),
        "price": lambda: words("reading-price", item=name),
        "details": lambda: words("reading-details", item=name),
        "list": lambda: words(listed, what=what),
        "arrivals": lambda: words("reading-arrivals"),
        "find": lambda: words("reading-find", what=plain(str(slots.get("words", "")), 40)),
    }
    return titles[question.intent]()
