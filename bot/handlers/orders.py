"""Stock movements by supervisors: asked once, confirmed by a button, done, and taken back if need be."""

from __future__ import annotations

import logging
import secrets
from datetime import UTC, date, datetime, timedelta

from pydantic import TypeAdapter

from bot.cards.dialogue import lacking_card, lacking_text
from bot.cards.orders import confirm_card, done_card, order_summary
from bot.channel import InboundMessage, Reply
from bot.delivery.inbox import delivery
from bot.errors import ForbiddenError, UserError
from bot.orders import Order
from bot.questions.dialogue import Incomplete
from bot.questions.orders import Lacking, OrderReader
from bot.questions.query import Missing
from bot.questions.query import Order as Asked
from bot.state.memory import Memory
from bot.state.people import called
from bot.turn import Turn
from catalogue.database import Notes
from catalogue.database.movements import Movements
from catalogue.errors import MovementRefusedError
from catalogue.movements import Kind, Movement, Worker

log = logging.getLogger(__name__)

KIND = "work"
LIFE = timedelta(minutes=15)
"""How long an order waits for its Confirm."""

_ORDER = TypeAdapter(Order)


class OrderHandler:
    """Does what supervisors and admins ask for. Everything blocks.

    What a button carries is the name of an order that waits here, for one person in one conversation; what
    is done comes from there. An order is answered once.
    """

    def __init__(self, reader: OrderReader, movements: Movements, notes: Notes, memory: Memory) -> None:
        self._reader = reader
        self._movements = movements
        self._notes = notes
        self._memory = memory

    def asked(self, turn: Turn, order: Asked) -> Reply:
        """Ask whether an order is meant, or for what it lacks."""
        settled = self._reader.settle(order, today=_today(turn.message))
        if isinstance(settled, Lacking):
            return self.ask(turn, Incomplete(order, (), settled))
        return self.propose(turn, settled, asked=order)

    def ask(self, turn: Turn, part: Incomplete) -> Reply:
        """Ask for what an order lacks; it waits for that, in place of the one before."""
        name = self.keep(turn, part.order, part.needs)
        card = lacking_card(part.lacking, name=name, words=turn.words)
        return Reply(lacking_text(part.lacking, turn.words), card)

    def propose(self, turn: Turn, order: Order, *, asked: Asked | None = None) -> Reply:
        """Ask whether an order is meant, in place of the one before.

        `asked` is what was said of it, which the next message may change.
        """
        self.drop(turn)
        order = self._reader.checked(order)
        name = self._memory.wait(turn.message, asked, ()) if asked is not None else ""
        return self._confirm(turn, order, name)

    def keep(self, turn: Turn, order: Asked, needs: tuple[Missing, ...]) -> str:
        """Let an order wait in place of the one before; returns the name for its buttons."""
        self.drop(turn)
        return self._memory.wait(turn.message, order, needs)

    def drop(self, turn: Turn) -> bool:
        """Forget the order that waits; False where none does. What its cards carry is over then."""
        waiting = self._memory.drop(turn.message)
        if waiting is None:
            return False
        self._notes.forget(KIND, waiting.name)
        return True

    def latest(self, turn: Turn) -> Reply:
        """The movement that would be taken back first, with the button that does it."""
        self.drop(turn)
        latest = self._movements.undoable(by=turn.person.key)
        if latest is None:
            raise UserError("work-nothing-to-undo")
        reservation = self._movements.reservation_of(latest)
        card = done_card(latest, reservation=reservation, others=self._others(latest), words=turn.words)
        return Reply(turn.words("work-done"), card)

    def release_expired(self, turn: Turn) -> None:
        """Release the reservations whose last day is over, before anybody asks for the stock of now."""
        self._movements.release_expired(_today(turn.message))

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
            again = self._confirm(turn, self._reader.checked(order))  # with the figures as they are now
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

    def _others(self, movement: Movement) -> int:
        """How many movements were made, or undone, together with that one."""
        made = movement.id if movement.undoes is None else movement.undoes
        return len(self._movements.together(made)) - 1

    def _confirm(self, turn: Turn, order: Order, name: str = "") -> Reply:
        """Ask whether that is meant, and keep the order, with the figures that the card shows."""
        name = name or secrets.token_urlsafe(12)
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
        self._memory.drop(turn.message, name)
        return _ORDER.validate_python(waiting["asked"])

    def _done_before(self, turn: Turn) -> Reply | None:
        """The answer to a press that has done its work already."""
        once = _once(turn.message)
        movement = self._movements.done_for(once) if once else None
        return None if movement is None else self._done(turn, movement)

    def _done(self, turn: Turn, movement: Movement) -> Reply:
        """That it was done, in the place of the question."""
        text = turn.words("work-undone" if movement.kind is Kind.UNDO else "work-done")
        card = done_card(
            movement,
            reservation=self._movements.reservation_of(movement),
            others=self._others(movement),
            words=turn.words,
        )
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


def _today(message: InboundMessage) -> date:
    return (message.sent_at or datetime.now(UTC)).date()
