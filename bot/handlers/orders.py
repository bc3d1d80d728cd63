"""Stock movements by supervisors: asked once, confirmed by a button, done, and taken back if need be."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from pydantic import TypeAdapter

from bot.cards.orders import confirm_card, done_card, order_summary, reservations_card
from bot.channel import InboundMessage, Reply
from bot.delivery.inbox import delivery
from bot.errors import ForbiddenError, UserError
from bot.foreign_text import plain
from bot.orders import Order
from bot.questions.orders import OrderReader
from bot.questions.question import Question
from bot.questions.vocabulary import Names
from bot.state.people import called
from bot.turn import Turn
from catalogue.database import Notes
from catalogue.database.movements import Movements
from catalogue.errors import MovementRefusedError
from catalogue.movements import Kind, Level, Movement, Worker
from catalogue.stock import StockBook

log = logging.getLogger(__name__)

KIND = "work"
MAX_RESERVATIONS = 40
"""Reservations that a card shows."""
LIFE = timedelta(minutes=15)
"""How long an order waits for its Confirm."""

_ORDER = TypeAdapter(Order)


class OrderHandler:
    """Does what supervisors and admins ask for. Everything blocks.

    What a button carries is the name of an order that waits here, for one person in one conversation; what
    is done comes from there. An order is answered once.
    """

    def __init__(self, stock: StockBook, movements: Movements, notes: Notes, names: Names) -> None:
        self._reader = OrderReader(stock, movements, names)
        self._movements = movements
        self._notes = notes

    def ask(self, turn: Turn, question: Question) -> Reply:
        """The reply to stock movements in a supervisor's own words."""
        self._movements.release_expired(_today(turn.message))
        match question.intent:
            case "reservations":
                return self._reservations(turn, question.slots.get("person"))
            case "undo":
                return self._latest(turn)
            case "release" if "reservation" in question.slots:
                return self._release(turn, int(question.slots["reservation"]))
        return self._confirm(turn, self._reader.order(question, today=_today(turn.message)))

    def propose(self, turn: Turn, order: Order) -> Reply:
        """Ask whether an order is meant that is read already."""
        self._movements.release_expired(_today(turn.message))
        return self._confirm(turn, order)

    def confirm(self, turn: Turn, name: str) -> Reply:
        """Do the order of that name."""
        # A stop may have come between the work and its answer: the press is answered again, nothing done.
        if (done := self._done_before(turn)) is not None:
            return done
        order = self._taken(turn, name)
        try:
            movement = self._do(turn, order)
        except MovementRefusedError:
            if self._movements.levels(order.sku) == order.levels:
                raise
            again = self._confirm(turn, order)  # with the figures as they are now
            return Reply(turn.words("work-changed"), again.card, replaces=turn.message.reply_to)
        log.info("stock movement %d by %s", movement.id, turn.person.object_id)
        return self._done(turn, movement)

    def cancel(self, turn: Turn, name: str) -> Reply:
        """Forget the order of that name."""
        if (done := self._done_before(turn)) is not None:
            return done
        self._taken(turn, name)
        return Reply(turn.words("work-cancelled"), replaces=turn.message.reply_to)

    def undo(self, turn: Turn, movement: int) -> Reply:
        """Take the movement of that number back."""
        if (done := self._done_before(turn)) is not None:
            return done
        undone = self._movements.undo(movement, by=_worker(turn), once=_once(turn.message))
        return self._done(turn, undone)

    def _reservations(self, turn: Turn, person: str | None) -> Reply:
        reservations = self._reader.reservations(person)
        card = reservations_card(reservations[:MAX_RESERVATIONS], words=turn.words)
        return Reply(turn.words("reservations-title", count=len(reservations)), card)

    def _latest(self, turn: Turn) -> Reply:
        """The movement that would be taken back first, with the button that does it."""
        latest = self._movements.undoable(by=turn.person.key)
        if latest is None:
            raise UserError("work-nothing-to-undo")
        reservation = self._movements.reservation_of(latest)
        return Reply(turn.words("work-done"), done_card(latest, reservation=reservation, words=turn.words))

    def _release(self, turn: Turn, number: int) -> Reply:
        """Ask whether the reservation of that number is to be released."""
        reservation = self._movements.reservation(number)
        if reservation is None:
            raise UserError("work-no-reservation", number=str(number))
        order = Order(
            "release",
            reservation.sku,
            reservation.location,
            reservation.quantity,
            person=reservation.person,
            until=reservation.until,
            reservation=reservation.id,
        )
        return self._confirm(turn, order)

    def _confirm(self, turn: Turn, order: Order) -> Reply:
        """Ask whether that is meant, and keep the order, with the figures that the card shows."""
        levels = self._movements.levels(order.sku)
        order = replace(
            order,
            location=_as_written(order.location, levels),
            to=_as_written(order.to, levels),
            levels=levels,
        )
        free = order.here.available
        if order.kind in ("reserve", "move", "issue") and order.quantity > free:
            place = plain(order.location, 64)
            raise UserError("work-too-few-there", count=max(0, free), sku=plain(order.sku, 64), place=place)
        name = secrets.token_urlsafe(12)
        waiting = {
            "asked": _ORDER.dump_python(order, mode="json"),
            "who": turn.person.key,
            "where": turn.message.place.conversation,
        }
        self._notes.put(KIND, name, waiting, life=LIFE)
        return Reply(order_summary(order, turn.words), confirm_card(order, name=name, words=turn.words))

    def _taken(self, turn: Turn, name: str) -> Order:
        """The order of that name, which waits no longer. Raises `UserError` where it does not."""
        waiting = self._notes.get(KIND, name)
        if waiting is None:
            raise UserError("work-over")
        if (waiting["who"], waiting["where"]) != (turn.person.key, turn.message.place.conversation):
            raise ForbiddenError("work-anothers")
        if not self._notes.forget(KIND, name):  # a second press, or another bot, was quicker
            raise UserError("work-over")
        return _ORDER.validate_python(waiting["asked"])

    def _done_before(self, turn: Turn) -> Reply | None:
        """The answer to a press that has done its work already."""
        once = _once(turn.message)
        movement = self._movements.done_for(once) if once else None
        return None if movement is None else self._done(turn, movement)

    def _done(self, turn: Turn, movement: Movement) -> Reply:
        """That it was done, in the place of the question."""
        text = turn.words("work-undone" if movement.kind is Kind.UNDO else "work-done")
        card = done_card(movement, reservation=self._movements.reservation_of(movement), words=turn.words)
        return Reply(text, card, replaces=turn.message.reply_to, shows=(movement.item_id,))

    def _do(self, turn: Turn, order: Order) -> Movement:
        sku, place, quantity = order.sku, order.location, order.quantity
        expected, by, once = order.levels, _worker(turn), _once(turn.message)
        match order.kind:
            case "receive":
                return self._movements.receive(
                    sku, place, quantity, note=order.note, by=by, expected=expected, once=once
                )
            case "issue":
                return self._movements.issue(
                    sku, place, quantity, note=order.note, by=by, expected=expected, once=once
                )
            case "reserve":
                person, until = order.person, order.until
                return self._movements.reserve(
                    sku, place, quantity, person=person, until=until, by=by, expected=expected, once=once
                )
            case "release":
                assert order.reservation is not None  # a release names one
                return self._movements.release(
                    order.reservation, quantity, by=by, expected=expected, once=once
                )
            case "move":
                return self._movements.move(
                    sku, place, order.to, quantity, by=by, expected=expected, once=once
                )
            case _:
                return self._movements.count(sku, place, quantity, by=by, expected=expected, once=once)


def _once(message: InboundMessage) -> str:
    return delivery(message) if message.id else ""


def _worker(turn: Turn) -> Worker:
    return Worker(turn.person.key, called(turn.person))


def _as_written(place: str, levels: Mapping[str, Level]) -> str:
    """A location as the catalogue writes it, where the SKU is kept there; else as it was typed."""
    return next((name for name in levels if name.casefold() == place.strip().casefold()), place.strip())


def _today(message: InboundMessage) -> date:
    return (message.sent_at or datetime.now(UTC)).date()
