"""A question in a person's own words comes in, its figures go out."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any, Protocol

from pydantic import TypeAdapter, ValidationError

from bot.cards.answer import answer_card, answer_summary, readings_card
from bot.cards.elements import PictureLink
from bot.channel import InboundMessage, Reply
from bot.handlers.stock import LONGEST, StockHandler
from bot.handlers.unclear import not_understood, outdated_button
from bot.locales import Words
from bot.questions.answers import Answers, known_since
from bot.questions.asked_back import asked_back
from bot.questions.question import ABOUT_ITEMS, Question
from bot.questions.understanding import OFFERED, Understanding, Understood
from bot.state.memory import Memory
from catalogue.stock import StockBook

MOST = 100
"""Items that a button may ask for."""
LARGEST = 10**9

_QUESTION = TypeAdapter(Question)


class SaidToOther(Protocol):
    """What answers questions of another subject; called on a worker thread."""

    def said(self, question: Question, message: InboundMessage, words: Words, /) -> Reply:
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

    async def typed(self, text: str, message: InboundMessage, words: Words) -> AsyncIterator[Reply]:
        """The replies to words."""
        context = await asyncio.to_thread(self._memory.shown, message)
        language = words.locale.partition("-")[0]
        understood = await asyncio.to_thread(self._understanding, text, context, language=language)
        question = understood.question
        if question.intent == "unknown":
            async for reply in self._unclear(text, understood, words):
                yield reply
        elif question.intent == "help":
            async for reply in self._helps(message, words):
                yield reply
        elif _only_a_number(question):
            async for reply in self._stock(question.slots.get("skus", question.items)[0], message, words):
                yield reply
        else:
            yield await asyncio.to_thread(self._reply, question, message, words)

    async def pressed(self, carried: str, message: InboundMessage, words: Words) -> AsyncIterator[Reply]:
        """The reply to a button that offers a reading."""
        question = _question(carried)
        if question is None or question.intent not in OFFERED:
            async for reply in outdated_button(words):
                yield reply
            return
        yield await asyncio.to_thread(self._reply, question, message, words)

    def _reply(self, question: Question, message: InboundMessage, words: Words) -> Reply:
        if question.intent == "thanks":
            return Reply(words("answer-you-are-welcome"))
        if (other := self._others.get(question.intent)) is not None:
            return other.said(question, message, words)
        answer = self._answers(question)
        card = answer_card(answer, link=self._link, words=words)
        return Reply(answer_summary(answer, words), card, shows=answer.items, asked=question.intent)

    async def _unclear(self, text: str, understood: Understood, words: Words) -> AsyncIterator[Reply]:
        """What was not understood: an unknown SKU is told; else the nearest readings are offered."""
        back = await asyncio.to_thread(asked_back, text, understood, self._book, words)
        if back.offered:
            offered = [(title, _carried(question)) for title, question in back.offered]
            yield Reply(back.sentence, readings_card(back.sentence, offered, words=words))
        elif back.at_a_loss:
            async for reply in not_understood(words):
                yield reply
        else:
            yield Reply(back.sentence)


def _only_a_number(question: Question) -> bool:
    """Whether a SKU or item was named and nothing else asked: then the whole stock card is the answer."""
    plain_stock = question.intent in ("stock", "details") and len(question.items) == 1
    return plain_stock and not question.slots.keys() - {"items", "skus"}


def _carried(question: Question) -> str:
    narrower = {"narrower": question.narrower} if question.narrower else {}
    carried = {"intent": question.intent, "slots": dict(question.slots), **narrower}
    return json.dumps(carried, ensure_ascii=False)


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
    if len(question.narrower) > MOST or not all(_short(each) for each in question.narrower):
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
