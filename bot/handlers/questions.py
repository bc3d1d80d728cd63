"""A question in a person's own words comes in, its figures go out."""

from __future__ import annotations

import asyncio
import json
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.buttons import MAX_TEXT, AskQuestion
from bot.cards.answer import answer_card, answer_summary, readings_card
from bot.cards.elements import PictureLink
from bot.cards.notice import hint_card
from bot.channel import Reply
from bot.errors import UserError
from bot.handlers.stock import StockHandler
from bot.questions.answers import Answers, known_since
from bot.questions.asked_back import asked_back
from bot.questions.question import ABOUT_ITEMS, Question
from bot.questions.understanding import OFFERED, Understanding, Understood
from bot.state.memory import Context, Memory
from bot.turn import Turn
from catalogue.stock import StockBook

MAX_ITEMS = 100
"""Items that a button may ask for."""
LARGEST = 10**9

_QUESTION = TypeAdapter(Question)


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
        link: PictureLink,
    ) -> None:
        self._understanding = understanding
        self._answers = answers
        self._memory = memory
        self._book = book
        self._stock = stock
        self._link = link

    async def understand(self, turn: Turn, text: str, context: Context | None = None) -> Understood:
        """What words mean, in that context: by default after what was quoted, or shown last."""
        if context is None:
            context = await asyncio.to_thread(self._memory.shown, turn.message)
        language = turn.words.locale.partition("-")[0]
        return await asyncio.to_thread(self._understanding, text, context, language=language)

    def answer(self, turn: Turn, question: Question) -> Reply:
        """The figures. Blocks."""
        if _only_a_number(question):
            return self._stock.find(turn, question.slots.get("skus", question.items)[0])
        return self._figures(turn, question)

    def press(self, turn: Turn, button: AskQuestion) -> Reply:
        """The reply to a button that offers a reading. Blocks."""
        return self._figures(turn, offered_question(button.question))

    def ask_back(self, turn: Turn, text: str, understood: Understood) -> Reply:
        """What was not understood: an unknown SKU is told; else the nearest readings are offered. Blocks."""
        back = asked_back(text, understood, self._book)
        sentence = turn.words(back.code, **back.values)
        if back.readings:
            readings = [
                (turn.words(each.code, **each.values), _carried(each.question)) for each in back.readings
            ]
            return Reply(sentence, readings_card(sentence, readings, words=turn.words))
        return Reply(sentence, hint_card(sentence, words=turn.words) if back.at_a_loss else None)

    def thank(self, turn: Turn) -> Reply:
        """The reply to thanks."""
        return Reply(turn.words("answer-you-are-welcome"))

    def _figures(self, turn: Turn, question: Question) -> Reply:
        answer = self._answers(question)
        card = answer_card(answer, link=self._link, words=turn.words)
        text = answer_summary(answer, turn.words)
        return Reply(text, card, shows=answer.items, asked=question.intent)


def _only_a_number(question: Question) -> bool:
    """Whether a SKU or item was named and nothing else asked: then the whole stock card is the answer."""
    plain_stock = question.intent in ("stock", "details") and len(question.items) == 1
    return plain_stock and not question.slots.keys() - {"items", "skus"}


def _carried(question: Question) -> AskQuestion:
    narrower = {"narrower": question.narrower} if question.narrower else {}
    carried = {"intent": question.intent, "slots": dict(question.slots), **narrower}
    return AskQuestion(json.dumps(carried, ensure_ascii=False))


def offered_question(carried: str) -> Question:
    """The question of a button, which may be forged. Raises `UserError` for one that is not offered."""
    try:
        question = _QUESTION.validate_json(carried)
    except ValidationError as error:
        raise UserError("button-outdated") from error
    if not _may_be_offered(question):
        raise UserError("button-outdated")
    return question


def _may_be_offered(question: Question) -> bool:
    if question.intent not in OFFERED:
        return False
    if question.intent in ABOUT_ITEMS and not question.slots.get("items"):
        return False
    if question.intent == "find" and not question.slots.get("words"):
        return False
    if len(question.narrower) > MAX_ITEMS or not all(_short(each) for each in question.narrower):
        return False
    return all(_sound(name, value) for name, value in question.slots.items())


def _sound(name: str, value: Any) -> bool:
    match name:
        case "items" | "skus":
            return isinstance(value, list) and len(value) <= MAX_ITEMS and all(_short(one) for one in value)
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
    return isinstance(value, str) and len(value) <= MAX_TEXT
