"""What is typed comes in; its figures go out, or an order that is proposed, or a question back."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo

from bot.buttons import AskQuestion, CompleteOrder
from bot.cards.answered import answer_card, answer_text
from bot.cards.dialogue import joined_card, readings_card
from bot.cards.elements import PictureLink
from bot.cards.notice import fault_card, hint_card
from bot.cards.read_as import read_as_card
from bot.cards.spoken import spoken
from bot.channel import Reply
from bot.errors import UserError
from bot.handlers.floor.words import verb
from bot.handlers.orders import OrderHandler
from bot.handlers.stock import StockHandler
from bot.locales.faults import fault_in_words
from bot.questions.answering.as_json import asked_from_json, asked_to_json
from bot.questions.answering.wording import read_as
from bot.questions.asked_back import asked_back
from bot.questions.dialogue import (
    NOT_THERE,
    SOME_ITEM,
    Answered,
    Dialogue,
    Impossible,
    Incomplete,
    Part,
    Proposed,
    Spoken,
    Undone,
    items_after,
    left_by,
)
from bot.questions.language_model.reader import ModelReader
from bot.questions.orders import completed
from bot.questions.query import Choice, Order, Query, Read, Talk
from bot.questions.vocabulary import Names
from bot.state.memory import Context, Memory
from bot.state.whereabouts import Whereabouts
from bot.turn import Turn
from catalogue.errors import UnknownItemError
from catalogue.messages import Message
from catalogue.stock import StockBook

_AMOUNT_OF_IT = re.compile(r"\s*[0-9]{1,5}\s*[x×]?\s+[^?]+")
"""An amount and more, with which nobody asks anything."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, what went before it, and how it was read."""

    text: str
    context: Context
    read: Read
    final: bool = False
    """Whether no language model is to be asked, or it was already."""


class QuestionHandler:
    """Answers what is typed. Nothing is answered that was not asked: what is unclear is asked back."""

    def __init__(
        self,
        dialogue: Dialogue,
        memory: Memory,
        book: StockBook,
        names: Names,
        *,
        stock: StockHandler,
        orders: OrderHandler,
        link: PictureLink,
        whereabouts: Whereabouts,
        zone: tzinfo = UTC,
        model: ModelReader | None = None,
    ) -> None:
        """`model` reads what isn't understood otherwise, if the company has one."""
        self._dialogue = dialogue
        self._memory = memory
        self._book = book
        self._names = names
        self._stock = stock
        self._orders = orders
        self._link = link
        self._whereabouts = whereabouts
        self._zone = zone
        self._model = model

    async def read(self, turn: Turn, text: str, context: Context | None = None) -> Heard:
        """What words mean, in that context: by default after what was quoted, or shown last."""
        if context is None:
            context = await asyncio.to_thread(self._memory.shown, turn.message)
        context = replace(context, here=await asyncio.to_thread(self._whereabouts.of, turn.message))
        read = await asyncio.to_thread(
            self._dialogue.read, text, context, language=_language(turn), now=self._now(turn)
        )
        return Heard(text, context, read)

    async def read_beside(self, turn: Turn, text: str, item: str) -> Heard:
        """What words beside a photo mean, its item being “this”: `12 in M to hall A` is what came in."""
        context = Context((item,))
        heard = await self.read(turn, text, context)
        if heard.read.understood or not _AMOUNT_OF_IT.fullmatch(text):
            return heard
        for language in dict.fromkeys((_language(turn), "en")):
            told = await self.read(turn, f"{verb('receive', language)} {text}", context)
            if [isinstance(each, Order) and each.verb == "receive" for each in told.read.asked] == [True]:
                return replace(told, text=text)
        return heard

    async def lacks_item(self, turn: Turn, heard: Heard) -> bool:
        """Whether a message that was not understood lacks no more than the item."""
        if heard.read.understood or heard.read.unclear or heard.context.items:
            return False
        return await asyncio.to_thread(
            self._dialogue.lacks_item,
            heard.text,
            language=_language(turn),
            now=self._now(turn),
            here=heard.context.here,
        )

    async def by_model(self, turn: Turn, heard: Heard, context: Context | None = None) -> Heard:
        """The message as a language model reads it; as it was heard if there's none, or it can't either.

        It's asked once, however often this is called; `context` is what it reads it after.
        """
        if self._model is None or heard.final or heard.read.understood or heard.read.unclear:
            return heard
        context = context or heard.context
        read = await self._model(heard.text, context, language=_language(turn))
        if not read.understood:
            return replace(heard, final=True)
        return replace(heard, read=read, context=context, final=True)

    async def of_some_item(self, turn: Turn, text: str) -> Read:
        """What words mean where some item was shown, whichever."""
        return (await self.read(turn, text, Context((SOME_ITEM,)))).read

    def answer(self, turn: Turn, heard: Heard) -> Reply:
        """The answer to all that a message asks, in one reply. Blocks.

        What a language model read is shown above it, also where it can't be done.
        """
        if not heard.read.by_model:
            return self._answer(turn, heard)
        sentence = spoken(self._read_as(heard.read), turn.words, self._zone)
        try:
            reply = self._answer(turn, heard)
        except (UserError, UnknownItemError) as fault:
            reason = fault_in_words(fault, turn.words)
            reply = Reply(reason, fault_card(reason, words=turn.words))
        card = None if reply.card is None else read_as_card(sentence, reply.card, reply.text)
        return replace(reply, text=f"{sentence}\n{reply.text}", card=card, by_model=True)

    def _answer(self, turn: Turn, heard: Heard) -> Reply:
        if any(isinstance(each, Order) or each.measure == "reservations" for each in _work(heard.read)):
            self._orders.release_expired(turn)
        parts = self._dialogue.answer(heard.read, now=self._now(turn))
        return self._reply(turn, parts, heard.context.items)

    def _read_as(self, read: Read) -> Message:
        [asked] = _work(read)
        return read_as(asked, {item.id: item for item in self._book.items(asked.items)})

    def complete(self, turn: Turn, button: CompleteOrder) -> Reply:
        """The reply to a button that adds what an order lacks. Blocks."""
        waiting = self._memory.waiting(turn.message)
        if waiting is None or waiting.name != button.order:
            raise UserError("work-over")
        order = completed(waiting.order, button.slot, button.value)
        part = self._dialogue.settle(order, waiting.needs, self._now(turn).date())
        return replace(self._reply(turn, [part]), replaces=turn.message.reply_to)

    def press(self, turn: Turn, button: AskQuestion) -> Reply:
        """The reply to a button that offers a reading. Blocks."""
        query = offered_query(button.question, self._names)
        return self._reply(turn, self._dialogue.answer(Read((query,)), now=self._now(turn)))

    def ask_back(self, turn: Turn, heard: Heard, lacks_item: bool) -> Reply:
        """What was not understood: unknown words are named, else the nearest readings are offered. Blocks.

        What it names is remembered in place of what was shown before.
        """
        if (named := heard.read.named) is not None:
            self._memory.showed(turn.message, named.items, named)
        try:
            back = asked_back(
                heard.text,
                heard.read,
                heard.context,
                self._book,
                self._names,
                language=_language(turn),
                lacks_item=lacks_item,
            )
        except UnknownItemError:
            self._memory.showed(turn.message, (), NOT_THERE)
            raise
        sentence = turn.words(back.code, **back.values)
        if back.readings:
            readings = [
                (spoken(each.words, turn.words, self._zone), carried(each.query)) for each in back.readings
            ]
            card = readings_card(sentence, readings, words=turn.words)
            if heard.read.unknown_as != "here":
                return Reply(sentence, card)
            asked = replace(heard.read.near[0], places=Choice())  # a place that is typed next completes it
            return Reply(sentence, card, shows=asked.items, query=asked)
        return Reply(sentence, hint_card(sentence, words=turn.words) if back.at_a_loss else None)

    def _reply(self, turn: Turn, parts: Sequence[Part], before: tuple[str, ...] = ()) -> Reply:
        replies = [self._part(turn, part, before) for part in parts]
        if len(replies) == 1:
            return replies[0]
        texts = [reply.text for reply in replies]
        whole = joined_card(texts, [reply.card for reply in replies], words=turn.words)
        queries = [reply.query for reply in replies if reply.query is not None]
        return Reply(
            " ".join(texts),
            whole,
            shows=tuple(dict.fromkeys(item for reply in replies for item in reply.shows)),
            query=queries[-1] if queries else None,
        )

    def _part(self, turn: Turn, part: Part, before: tuple[str, ...]) -> Reply:
        match part:
            case Answered(query=query) if (number := _only_number(query)) and not part.answer.refused:
                return replace(self._stock.find(turn, number), query=query)
            case Answered(query=query, answer=answer):
                text = answer_text(answer, turn.words, zone=self._zone)
                card = answer_card(answer, link=self._link, words=turn.words, zone=self._zone)
                if answer.refused:
                    left = left_by(part)
                    return Reply(text, card, shows=left.items if left is not None else (), query=left)
                return Reply(text, card, shows=items_after(part, before), query=query)
            case Proposed(order=order, stock_order=stock_order):
                return self._orders.propose(turn, stock_order, asked=order)
            case Incomplete():
                return self._orders.ask(turn, part)
            case Impossible(order=order, needs=needs, reason=reason):
                self._orders.keep(turn, order, needs)
                raise reason
            case Undone():
                return self._orders.latest(turn)
            case Spoken(talk=talk):
                return self._speak(turn, talk)

    def _speak(self, turn: Turn, talk: Talk) -> Reply:
        return Reply(talk_text(talk, turn.words, dropped=_drops(talk) and self._orders.drop(turn)))

    def _now(self, turn: Turn) -> datetime:
        return turn.message.sent_at or datetime.now(UTC)


def talk_text(talk: Talk, words: Callable[..., str], *, dropped: bool) -> str:
    """The words for what asks for no figure and no work; `dropped`: whether an order waited."""
    match talk.about:
        case "never_mind":
            return words("order-dropped") if dropped else words("order-nothing-waits")
        case "negated_order":
            return words("order-not-done", verb=dict(talk.values).get("verb", ""))
    return words("answer-you-are-welcome")


def _drops(talk: Talk) -> bool:
    return talk.about in ("never_mind", "negated_order")


def _only_number(query: Query) -> str:
    """The SKU or item, where that alone was named: then its whole stock card is the answer."""
    if len(query.items) != 1 or len(query.skus) > 1 or query.measure not in ("on_hand", "details"):
        return ""
    bare = Query(query.measure, items=query.items, skus=query.skus, of_shown=query.of_shown)
    return (query.skus or query.items)[0] if query == bare else ""


def _work(read: Read) -> list[Query | Order]:
    return [each for each in read.asked if not isinstance(each, Talk)]


def _language(turn: Turn) -> str:
    return turn.words.locale.partition("-")[0]


def carried(query: Query) -> AskQuestion:
    """The button that asks a query."""
    return AskQuestion(asked_to_json(query))


def offered_query(text: str, names: Names) -> Query:
    """The query of a button, which may be forged. Raises `UserError` for one that is not offered.

    The button is open to all, so that it asks for nothing that takes a role.
    """
    asked = asked_from_json(text, names)
    if not isinstance(asked, Query) or asked.people or asked.measure == "reservations":
        raise UserError("button-outdated")
    return asked
