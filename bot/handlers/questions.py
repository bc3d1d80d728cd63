"""A question in a person's own words comes in, its figures go out."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any, Protocol

from pydantic import TypeAdapter, ValidationError

from bot.cards.answer import answer_card, answer_summary, readings_card
from bot.cards.elements import PictureLink, plain
from bot.cards.help import EXAMPLE_SKU
from bot.channel import InboundMessage, Reply
from bot.errors import UserError
from bot.handlers.stock import StockHandler
from bot.handlers.unclear import not_understood, outdated_button, which_sku
from bot.locales import Words
from bot.memory import Memory
from bot.questions.answers import Answers, known_since
from bot.questions.question import ABOUT_ITEMS, Question
from bot.questions.understanding import OFFERED, Understanding, Understood
from catalogue.stock import StockBook

MOST = 100
"""Items that a button may ask for."""
LONGEST = 200
"""Signs of a word that a button may carry: as many as a SKU may have."""
LARGEST = 10**9

_STOCK = re.compile(r"/?stocks?\b[\s:]*(?P<asked>\S{0,64})", re.IGNORECASE)
_LIKE_A_SKU = re.compile(r"(?=\S*\d)(?=\S*[^\W\d])[\w./#+-]{3,64}|\d{6,14}|[A-Z\d]+(?:[-_/.][A-Z\d]+)+")
"""A word of letters and digits, one in capitals with hyphens, or so many digits that they are no amount."""
_QUESTION = TypeAdapter(Question)


class SaidToOther(Protocol):
    """What answers questions of another subject; called on a worker thread."""

    def said(self, question: Question, message: InboundMessage, say: Words, /) -> Reply:
        """The reply."""


class QuestionHandler:
    """Answers what is typed. Nothing is answered that was not asked: what is unclear is asked back."""

    def __init__(
        self,
        understanding: Understanding,
        answers: Answers,
        memory: Memory,
        book: StockBook,
        *,
        stock: StockHandler,
        others: Mapping[str, SaidToOther],
        helps: Callable[[InboundMessage, Words], AsyncIterator[Reply]],
        link: PictureLink,
    ) -> None:
        """`others` answer questions by their intents: stock work, people, the language."""
        self._helps = helps
        self._understanding = understanding
        self._answers = answers
        self._memory = memory
        self._book = book
        self._stock = stock
        self._others = others
        self._link = link

    async def typed(self, text: str, message: InboundMessage, say: Words) -> AsyncIterator[Reply]:
        """The replies to words."""
        context = await asyncio.to_thread(self._memory.shown, message)
        language = say.locale.partition("-")[0]
        understood = await asyncio.to_thread(self._understanding, text, context, language=language)
        question = understood.question
        if question.intent == "unknown":
            async for reply in self._unclear(text, understood, say):
                yield reply
        elif question.intent == "help":
            async for reply in self._helps(message, say):
                yield reply
        elif _only_a_number(question):
            async for reply in self._stock(question.slots.get("skus", question.items)[0], message, say):
                yield reply
        else:
            yield await asyncio.to_thread(self._reply, question, message, say)

    async def pressed(self, carried: str, message: InboundMessage, say: Words) -> AsyncIterator[Reply]:
        """The reply to a button that offers a reading."""
        question = _question(carried)
        if question is None or question.intent not in OFFERED:
            async for reply in outdated_button(say):
                yield reply
            return
        yield await asyncio.to_thread(self._reply, question, message, say)

    def _reply(self, question: Question, message: InboundMessage, say: Words) -> Reply:
        if question.intent == "thanks":
            return Reply(say("answer-you-are-welcome"))
        if (other := self._others.get(question.intent)) is not None:
            return other.said(question, message, say)
        answer = self._answers(question)
        card = answer_card(answer, link=self._link, say=say)
        return Reply(answer_summary(answer, say), card, shows=answer.items, asked=question.intent)

    async def _unclear(self, text: str, understood: Understood, say: Words) -> AsyncIterator[Reply]:
        """What was not understood: an unknown SKU is told; else the nearest readings are offered."""
        if (stock := _STOCK.match(text)) and not stock["asked"]:
            async for reply in which_sku(say):
                yield reply
            return
        for word in [stock["asked"]] if stock else text.split():
            if stock or _LIKE_A_SKU.fullmatch(word):
                await self._must_be_known(word)
        if understood.half_of_work:
            yield Reply(say("work-commands"))
        elif understood.readings:
            sentence = say("answer-not-understood")
            offered = [(self._titled(each, say), _carried(each)) for each in understood.readings]
            yield Reply(sentence, readings_card(sentence, offered, say=say))
        elif understood.needs_item:
            raise UserError(say("answer-which-item", example=f"stock {EXAMPLE_SKU}"))
        else:
            async for reply in not_understood(say):
                yield reply

    async def _must_be_known(self, word: str) -> None:
        """Raises `UnknownItem`, with the nearest numbers, for a word that looks like one and is none."""
        await asyncio.to_thread(self._book.find, word.strip(".,;:!?"))

    def _titled(self, question: Question, say: Words) -> str:
        """A reading as a button says it."""
        slots = question.slots
        items = self._book.items(question.items)
        name = plain(items[0].title or items[0].id, 40) if items else ""
        names = (slots.get(each) for each in ("colour", "brand", "kind", "size", "location"))
        what = plain(" ".join(str(each) for each in names if each), 40) or "…"
        state = slots.get("state")
        listed = {"low": "reading-list-low", "out": "reading-list-out"}.get(str(state), "reading-list")
        titles: dict[str, Callable[[], str]] = {
            "stock": lambda: say("reading-stock", item=name),
            "where": lambda: say("reading-where", item=name),
            "sizes": lambda: say("reading-sizes", item=name),
            "colours": lambda: say("reading-colours", item=name),
            "price": lambda: say("reading-price", item=name),
            "details": lambda: say("reading-details", item=name),
            "list": lambda: say(listed, what=what),
            "arrivals": lambda: say("reading-arrivals"),
            "find": lambda: say("reading-find", what=plain(str(slots.get("words", "")), 40)),
        }
        return titles[question.intent]()


def _only_a_number(question: Question) -> bool:
    """Whether a SKU or item was named and nothing else asked: then the whole stock card is the answer."""
    plain_stock = question.intent in ("stock", "details") and len(question.items) == 1
    return plain_stock and not question.slots.keys() - {"items", "skus"}


def _carried(question: Question) -> str:
    return json.dumps({"intent": question.intent, "slots": dict(question.slots)}, ensure_ascii=False)


def _question(carried: str) -> Question | None:
    """What a button carries, if it is a question; a button may have been forged."""
    try:
        question = _QUESTION.validate_json(carried)
    except ValidationError:
        return None
    if question.intent in ABOUT_ITEMS and not question.slots.get("items"):
        return None
    if question.intent == "find" and not question.slots.get("words"):
        return None
    return question if all(_sound(name, value) for name, value in question.slots.items()) else None


def _sound(name: str, value: Any) -> bool:
    match name:
        case "items" | "skus":
            return isinstance(value, list) and len(value) <= MOST and all(_short(one) for one in value)
        case "more_than" | "less_than":
            return isinstance(value, int) and abs(value) <= LARGEST
        case "since" | "until_day":
            return _short(value) and known_since(value)
        case "state":
            return value in ("low", "out", "in")
        case "size" | "location" | "colour" | "brand" | "kind" | "words":
            return _short(value)
    return False


def _short(value: Any) -> bool:
    return isinstance(value, str) and len(value) <= LONGEST
