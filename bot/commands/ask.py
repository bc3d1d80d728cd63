"""`hangtag ask`: a question answered as in the chat, without one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from bot.cards.answer import answer_summary
from bot.cards.sizes import counted_in_words, oldest_of
from bot.errors import UserError
from bot.locales import Words, words_for
from bot.locales.faults import fault_in_words
from bot.questions.answers import Answer, Answers, as_json
from bot.questions.asked_back import asked_back
from bot.questions.question import ABOUT_ITEMS
from bot.questions.understanding import Understanding, Understood
from bot.questions.vocabulary import Names
from bot.settings import Settings
from bot.state.memory import Context
from catalogue.database import Database
from catalogue.errors import UnknownItemError
from catalogue.stock import StockBook

ANSWERED = ABOUT_ITEMS | {"list", "arrivals", "find"}
"""The rest is work, people and pleasantries: they belong to a chat, and are only understood here."""


def ask(
    database: Database, settings: Settings, question: str, *, about: Sequence[str], locale: str
) -> dict[str, Any]:
    """`intent`, `slots`, `answer` (figures, each with `as_of`) and `text`.

    Args:
        about: SKUs, items or barcodes that were shown last, best first.

    Raises:
        UnknownItemError: one of these is not there.
        StoreError: the database does not answer.
    """
    book, names, words = StockBook(database), Names(database), words_for(locale)
    context = Context(tuple(dict.fromkeys(book.find(one).id for one in about)))
    zone = ZoneInfo(settings.time_zone)
    understood = Understanding(names)(question, context, language=words.locale.partition("-")[0])
    meant = understood.question
    report: dict[str, Any] = {"intent": meant.intent, "slots": dict(meant.slots), "answer": []}
    if meant.intent not in ANSWERED:
        if meant.intent != "unknown":
            return report | {"text": ""}
        return report | {"text": _asked_back(question, understood, book, words)}
    answer = Answers(book, names, zone=zone)(meant)
    text = f"{answer_summary(answer, words)}{_when(answer, locale, zone)}"
    return report | {"answer": as_json(answer), "text": text}


def _asked_back(question: str, understood: Understood, book: StockBook, words: Words) -> str:
    """As the chat asks back; the buttons that it offers stand behind the sentence."""
    try:
        back = asked_back(question, understood, book)
    except (UnknownItemError, UserError) as fault:
        return fault_in_words(fault, words)
    readings = (f"“{words(each.code, **each.values)}”" for each in back.readings)
    return " ".join([words(back.code, **back.values), *readings])


def _when(answer: Answer, locale: str, zone: ZoneInfo) -> str:
    """Of when the oldest figure is, in the words of that language."""
    moments = [part.whole.as_of for part in answer.parts if part.whole.as_of is not None]
    if not moments:
        return ""
    words = words_for(locale)
    when = format_datetime(min(moments), "short", tzinfo=zone, locale=words.region)
    levels = [level for part in answer.parts for each in part.item.variants for level in each.stock]
    oldest = oldest_of(level for level in levels if level.as_of == min(moments))
    return f". {counted_in_words(when, oldest.origin if oldest else None, words)}"
