"""A message in its conversation: read after what went before, then answered, or kept as an order.

A message is answered as a whole or not at all: of two questions both are, or it's refused with the reason. An
order that lacks something waits for it; the next message may complete it, and questions in between don't
disturb it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Protocol, TypeAlias

from bot.errors import UserError
from bot.orders import Order as StockOrder
from bot.questions.answering.answer import Answer
from bot.questions.orders import Lacking, OrderReader, completed
from bot.questions.query import Asked, Choice, Missing, Order, Query, Read, Talk
from bot.state.memory import Context
from catalogue.items import folded

SOME_ITEM = "?"
"""Stands for any item, to find out whether a message lacks no more than that."""
NOT_THERE = Query()
"""What is gone on from after a number that is not in the catalogue."""
MAX_ITEMS = 20
"""Items that are remembered of an answer."""


class Reader(Protocol):
    """What reads messages; `bot.questions.understanding.Understanding` is one."""

    def __call__(
        self, message: str, context: Context, *, language: str, now: datetime | None = None
    ) -> Read: ...


class Answering(Protocol):
    """What answers queries; `bot.questions.answering.answering.Answering` is one."""

    def __call__(self, query: Query, *, now: datetime | None = None) -> Answer: ...

    def of_one_item(self, query: Query) -> Query: ...


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answer."""

    query: Query
    answer: Answer


@dataclass(frozen=True, slots=True)
class Proposed:
    """An order that lacks nothing: it waits for its Confirm."""

    order: Order
    stock_order: StockOrder


@dataclass(frozen=True, slots=True)
class Incomplete:
    """An order that lacks something, which is asked for."""

    order: Order
    needs: tuple[Missing, ...]
    lacking: Lacking


@dataclass(frozen=True, slots=True)
class Impossible:
    """An order that can't be done as it is: it waits, so that the next message may change it."""

    order: Order
    needs: tuple[Missing, ...]
    reason: UserError


@dataclass(frozen=True, slots=True)
class Undone:
    """The latest stock movement of the person is to be taken back."""

    order: Order


@dataclass(frozen=True, slots=True)
class Spoken:
    """Neither a question nor an order: it gets a few words."""

    talk: Talk


Part: TypeAlias = Answered | Proposed | Incomplete | Impossible | Undone | Spoken


class Dialogue:
    """Reads and answers. Blocks; may be used from several threads."""

    def __init__(self, reader: Reader, answering: Answering, orders: OrderReader) -> None:
        self._reader = reader
        self._answering = answering
        self._orders = orders

    def read(self, text: str, context: Context, *, language: str, now: datetime) -> Read:
        """What a message asks. One of the choices that were offered completes the order that waits."""
        if context.waiting is not None and (order := self._chosen(text, context.waiting, now.date())):
            return Read((order,))
        return self._reader(text, context, language=language, now=now)

    def lacks_item(self, text: str, *, language: str, now: datetime, here: str = "") -> bool:
        """Whether a message would be understood if it said of which item; `here` is where its writer is."""
        read = self._reader(text, Context((SOME_ITEM,), here=here), language=language, now=now)
        return read.understood or read.unknown_as == "here"

    def answer(self, read: Read, *, now: datetime, needs: Sequence[Missing] = ()) -> tuple[Part, ...]:
        """What each part of a message comes to.

        An order that can't be done is given back alone. Raises `UserError` where two things can't be done
        at once.
        """
        asked = _together(read.asked)
        needs = needs or read.missing
        parts = tuple(self._part(each, needs, now) for each in asked)
        refused: list[Part] = [part for part in parts if isinstance(part, Impossible)]
        refused += [part for part in parts if isinstance(part, Answered) and part.answer.refused]
        return tuple(refused[:1]) or parts  # of two questions, the refused one gives the reason for both

    def settle(self, order: Order, needs: Sequence[Missing], today: date) -> Proposed | Incomplete:
        """An order with what it comes to, or with what it lacks. Raises `UserError`."""
        settled = self._orders.settle(order, today=today, needs=needs)
        if isinstance(settled, Lacking):
            return Incomplete(order, tuple(needs), settled)
        return Proposed(order, settled)

    def _part(self, asked: Asked, needs: Sequence[Missing], now: datetime) -> Part:
        match asked:
            case Talk():
                return Spoken(asked)
            case Order(verb="undo"):
                return Undone(asked)
            case Order():
                try:
                    return self.settle(asked, needs, now.date())
                except UserError as fault:
                    return Impossible(asked, tuple(needs), fault)
            case Query():
                query = self._answering.of_one_item(asked)
                return Answered(query, self._answering(query, now=now))

    def _chosen(self, text: str, waiting: Order, today: date) -> Order | None:
        """The waiting order with what the text says, if that is one of the choices, word for word."""
        if waiting.verb == "undo":
            return None
        try:
            settled = self._orders.settle(waiting, today=today)
        except UserError:
            return None
        if not isinstance(settled, Lacking):
            return None
        said = folded(text.strip().strip(".!?"))
        if settled.missing[0] == "quantity" and said.isdecimal() and len(said) < 8:
            return completed(waiting, "quantity", said)
        fitting = [
            each for each in settled.options if said and said in (folded(each.value), folded(each.title))
        ]
        return completed(waiting, settled.missing[0], fitting[0].value) if len(fitting) == 1 else None


def after(parts: Sequence[Part], context: Context) -> Context:
    """What the next message goes on from, whatever became of a waiting order."""
    answers = [part for part in parts if isinstance(part, Answered) and not part.answer.refused]
    if not answers:
        return _named_in(parts, context)
    shown = [items_after(part, context.items) for part in answers]
    items = tuple(dict.fromkeys(item for some in shown for item in some))
    before = answers[-2].query if len(answers) > 1 else context.query
    return replace(context, items=items[:MAX_ITEMS], query=answers[-1].query, before=before)


def after_unread(read: Read, context: Context) -> Context:
    """What the next message goes on from if this one was not understood."""
    if read.named is None:
        return context
    return replace(context, items=read.named.items[:MAX_ITEMS], query=read.named, before=None)


def _named_in(parts: Sequence[Part], context: Context) -> Context:
    """What was named where nothing was answered: in an order, or in a question that was refused."""
    for part in reversed(parts):
        if (
            isinstance(part, Proposed | Incomplete | Impossible)
            and part.order.items
            and not part.order.of_shown
        ):
            asked = Query(items=part.order.items)
            return replace(context, items=part.order.items, query=asked, before=None)
        if isinstance(part, Answered) and (left := left_by(part)) is not None:
            return replace(context, items=left.items, query=left, before=context.query)
    return context


def left_by(refused: Answered) -> Query | None:
    """What a refused question named, from which the next message goes on; None where it named nothing."""
    query = refused.query
    if not _names_garments(query) or query.of_shown:
        return None
    return replace(query, colours=Choice()) if query.items else query


def _names_garments(query: Query) -> bool:
    named = query.items or query.skus or query.kinds or query.title_words or query.colours or query.brands
    return bool(named or query.words)


def items_after(part: Answered, before: tuple[str, ...]) -> tuple[str, ...]:
    """The items that are shown once a question is answered.

    What names no garment and shows none, such as a list of reservations, leaves them as they were.
    """
    query = part.query
    return part.answer.items or query.items or (() if _names_garments(query) else before)


def waiting_after(parts: Sequence[Part], waiting: Order | None) -> Order | None:
    """The order that waits after a message: its own, else the one before unless that was dropped."""
    for part in reversed(parts):
        match part:
            case Proposed(order=order) | Incomplete(order=order) | Impossible(order=order):
                return order
            case Undone() | Spoken(talk=Talk(about="never_mind" | "negated_order")):
                return None
    return waiting


def _together(asked: Sequence[Asked]) -> list[Asked]:
    """What is answered in one reply. Raises `UserError` for two things that go badly together."""
    if len(asked) < 2:
        return list(asked)
    beside = ("never_mind", "negated_order")
    telling = [each for each in asked if not isinstance(each, Talk) or each.about not in ("thanks", "help")]
    orders = [each for each in telling if isinstance(each, Order)]
    talks = [each for each in telling if isinstance(each, Talk) and each.about not in beside]
    undone = any(order.verb == "undo" for order in orders)
    if len(orders) > 1 or (undone and len(telling) > 1):
        raise UserError("order-one-at-a-time")
    if talks and len(telling) > 1:
        raise UserError("asked-one-at-a-time")
    return telling or list(asked[:1])
