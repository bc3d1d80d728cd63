"""Stock work by supervisors: asked once, confirmed by a button, done, and taken back if need be."""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from pydantic import TypeAdapter

from bot.cards.orders import confirm_card, done_card, order_summary, reservations_card
from bot.channel import Channel, InboundMessage, Reply
from bot.delivery.inbox import delivery
from bot.errors import ForbiddenError, UserError
from bot.foreign_text import plain
from bot.locales import Words
from bot.orders import Order
from bot.questions.orders import OrderReader
from bot.questions.question import Question
from bot.questions.vocabulary import Names
from bot.state.people import People, Role, called
from catalogue.database import Database
from catalogue.errors import MovementRefusedError
from catalogue.movements import Kind, Level, Movement, Worker

log = logging.getLogger(__name__)

KIND = "work"
MOST = 40
"""Reservations that a card shows."""
LIFE = timedelta(minutes=15)
"""How long a question waits for its Confirm."""
BUTTONS = frozenset({"work-confirm", "work-cancel", "work-undo"})

_NUMBER = re.compile(r"[0-9]{1,9}")
_ASKED = TypeAdapter(Order)


class WorkHandler:
    """Answers supervisors and admins alone; raises `ForbiddenError` for anybody else.

    What a button carries is the name of a question that waits here, for one person in one conversation; what
    is done comes from there. A question is answered once.
    """

    def __init__(self, database: Database, people: People, names: Names) -> None:
        self._said = OrderReader(database, names)
        self._work = database.movements
        self._notes = database.notes
        self._people = people

    def answer(
        self, message: InboundMessage, channel: Channel, words: Words, /
    ) -> AsyncIterator[Reply] | None:
        """The replies to its buttons; anything else is another's."""
        does, name = message.button, message.data.get("work")
        if does in BUTTONS and isinstance(name, str):
            return self._reply(lambda: self._pressed(does, name, message, words))
        return None

    async def _reply(self, answer: Callable[[], Reply]) -> AsyncIterator[Reply]:
        yield await asyncio.to_thread(answer)

    def said(self, question: Question, message: InboundMessage, words: Words) -> Reply:
        """The reply to stock work in a supervisor's own words. Called on a worker thread."""
        self._admit(message, words)
        self._work.release_expired(_today(message))
        match question.intent:
            case "reservations":
                kept = self._said.reservations(question.slots.get("person"))
                return Reply(
                    words("reservations-title", count=len(kept)), reservations_card(kept[:MOST], words=words)
                )
            case "undo":
                return self._latest(message, words)
            case "release" if "reservation" in question.slots:
                return self._release(int(question.slots["reservation"]), message, words)
        return self._confirm(self._said.asked(question, words, today=_today(message)), message, words)

    def _release(self, number: int, message: InboundMessage, words: Words) -> Reply:
        """Ask whether the reservation of that number is to be let go."""
        self._admit(message, words)
        self._work.release_expired(_today(message))
        kept = self._work.reservation(number)
        if kept is None:
            raise UserError("work-no-reservation", number=str(number))
        asked = Order(
            "release",
            kept.sku,
            kept.location,
            kept.quantity,
            person=kept.person,
            until=kept.until,
            reservation=kept.id,
        )
        return self._confirm(asked, message, words)

    def _confirm(self, asked: Order, message: InboundMessage, words: Words) -> Reply:
        """Ask whether that is meant, and keep the question, with the figures that it shows."""
        levels = self._work.levels(asked.sku)
        asked = replace(
            asked,
            location=_as_written(asked.location, levels),
            to=_as_written(asked.to, levels),
            levels=levels,
        )
        free = asked.here.available
        if asked.kind in ("reserve", "move") and asked.quantity > free:
            told = {"sku": plain(asked.sku, 64), "place": plain(asked.location, 64)}
            raise UserError("work-too-few-there", count=max(0, free), **told)
        name = secrets.token_urlsafe(12)
        kept = {
            "asked": _ASKED.dump_python(asked, mode="json"),
            "who": message.sender.key,
            "where": message.place.conversation,
        }
        self._notes.put(KIND, name, kept, life=LIFE)
        return Reply(order_summary(asked, words), confirm_card(asked, name=name, words=words))

    def _pressed(self, does: str, name: str, message: InboundMessage, words: Words) -> Reply:
        self._admit(message, words)
        # A stop may have come between the work and its answer: the press is answered again, nothing done.
        if (once := _once(message)) and (done := self._work.done_for(once)) is not None:
            return self._told(done, message, words)
        if does == "work-undo":
            known = _NUMBER.fullmatch(name)
            return self._undo(int(name), message, words) if known else Reply(words("button-outdated"))
        kept = self._notes.get(KIND, name)
        if kept is None:
            raise UserError("work-over")
        if (kept["who"], kept["where"]) != (message.sender.key, message.place.conversation):
            raise ForbiddenError("work-anothers")
        if not self._notes.forget(KIND, name):  # a second press, or another bot, was quicker
            raise UserError("work-over")
        if does == "work-cancel":
            return Reply(words("work-cancelled"), replaces=message.reply_to)
        asked = _ASKED.validate_python(kept["asked"])
        try:
            done = self._do(asked, message)
        except MovementRefusedError:
            if self._work.levels(asked.sku) == asked.levels:
                raise
            again = self._confirm(asked, message, words)  # with the figures as they are now
            return Reply(words("work-changed"), again.card, replaces=message.reply_to)
        log.info("stock work %d by %s", done.id, message.sender.object_id)
        return self._told(done, message, words)

    def _told(self, done: Movement, message: InboundMessage, words: Words) -> Reply:
        """That it was done, in the place of the question."""
        said = words("work-undone" if done.kind is Kind.UNDO else "work-done")
        card = done_card(done, kept=self._work.reservation_of(done), words=words)
        return Reply(said, card, replaces=message.reply_to, shows=(done.item_id,))

    def _do(self, asked: Order, message: InboundMessage) -> Movement:
        sku, place, quantity = asked.sku, asked.location, asked.quantity
        seen, by, once = asked.levels, _worker(message), _once(message)
        match asked.kind:
            case "reserve":
                person, until = asked.person, asked.until
                return self._work.reserve(
                    sku, place, quantity, person=person, until=until, by=by, expected=seen, once=once
                )
            case "release":
                assert asked.reservation is not None  # a release names one
                return self._work.release(asked.reservation, quantity, by=by, expected=seen, once=once)
            case "move":
                return self._work.move(sku, place, asked.to, quantity, by=by, expected=seen, once=once)
            case _:
                return self._work.count(sku, place, quantity, by=by, expected=seen, once=once)

    def _latest(self, message: InboundMessage, words: Words) -> Reply:
        """The work that would be taken back first, with the button that does it."""
        latest = self._work.undoable(by=message.sender.key)
        if latest is None:
            raise UserError("work-nothing-to-undo")
        kept = self._work.reservation_of(latest)
        return Reply(words("work-done"), done_card(latest, kept=kept, words=words))

    def _undo(self, movement: int, message: InboundMessage, words: Words) -> Reply:
        undone = self._work.undo(movement, by=_worker(message), once=_once(message))
        return self._told(undone, message, words)

    def _admit(self, message: InboundMessage, words: Words) -> None:
        if not self._people.may(message, Role.SUPERVISOR):
            raise ForbiddenError("work-forbidden")


def _once(message: InboundMessage) -> str:
    return delivery(message) if message.id else ""


def _worker(message: InboundMessage) -> Worker:
    return Worker(message.sender.key, called(message.sender))


def _as_written(place: str, levels: Mapping[str, Level]) -> str:
    """A location as the catalogue writes it, where the SKU is kept there; else as it was typed."""
    return next((known for known in levels if known.casefold() == place.strip().casefold()), place.strip())


def _today(message: InboundMessage) -> date:
    return (message.sent_at or datetime.now(UTC)).date()
