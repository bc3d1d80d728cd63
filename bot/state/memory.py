"""What a message goes on from: what its sender asked and was shown last, and the order that still waits."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from bot.channel import InboundMessage
from bot.questions.query import Missing, Order, Query
from catalogue.database import Notes

log = logging.getLogger(__name__)

LIFE = timedelta(hours=8)
"""A shift."""
PATIENCE = timedelta(minutes=10)
"""How long an order waits for what it lacks, or to be changed before its Confirm."""
MOST = 20
"""Items that are remembered of one answer."""
_SHOWN, _SENT, _WAITING = "shown", "sent", "waiting"


@dataclass(frozen=True, slots=True)
class Context:
    """What went before."""

    items: tuple[str, ...] = ()
    """What was shown last, in that order."""
    intent: str = "stock"
    """What was asked last; `and in L?` asks the same."""
    query: Query | None = None
    """The last question with all that it named, as it was answered; None where only items were shown."""
    before: Query | None = None
    """The question before that one: `both together` adds up what the two were about."""
    waiting: Order | None = None
    """The last order that was proposed or that lacks something; `L`, or `make it 3`, changes it."""
    here: str = ""
    """Where the writer is; empty if that isn't known."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """An order that lacks something, or that is proposed and not confirmed yet."""

    order: Order
    needs: tuple[Missing, ...] = ()
    """What the message did not say and must, whatever the stock says."""
    name: str = ""
    """What its card's buttons carry; a card of an order as it was before has another."""
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class _Shown:
    """A note of what an answer showed. Notes of earlier versions have no query."""

    items: tuple[str, ...]
    query: Query | None = None
    before: Query | None = None
    """The query before that one, of the same person."""


T = TypeVar("T")

_SHOWN_NOTE = TypeAdapter(_Shown)
_WAITING_NOTE = TypeAdapter(Waiting)


class Memory:
    """Kept in the database, so that a restart forgets nothing. Called on worker threads."""

    def __init__(self, notes: Notes, *, clock: Callable[[], datetime] | None = None) -> None:
        self._notes = notes
        self._clock = clock or (lambda: datetime.now(UTC))

    def shown(self, message: InboundMessage) -> Context:
        """What the quoted message shows; else what the sender was shown last where the message was written.

        Nothing after eight hours. An order waits ten minutes, whatever is quoted.
        """
        shown = self._shown(_SENT, _sent_key(message, message.quoted)) if message.quoted else None
        shown = shown or self._shown(_SHOWN, _key(message)) or _Shown(())
        waiting = self.waiting(message)
        order = waiting.order if waiting else None
        return Context(shown.items, query=shown.query, before=shown.before, waiting=order)

    def showed(self, message: InboundMessage, items: tuple[str, ...], query: Query | None = None) -> None:
        """Remember what the answer to a message showed, in order, and the query that it answers."""
        last = self._shown(_SHOWN, _key(message)) if query is not None else None
        note = _note(items, query, last.query if last else None)
        self._notes.put(_SHOWN, _key(message), note, life=LIFE)

    def sent(
        self, message: InboundMessage, sent: str, items: tuple[str, ...], query: Query | None = None
    ) -> None:
        """Remember what the message of that id shows, for anybody who quotes it."""
        if sent:
            self._notes.put(_SENT, _sent_key(message, sent), _note(items, query), life=LIFE)

    def waiting(self, message: InboundMessage) -> Waiting | None:
        """The order of the sender that waits in this conversation; None after ten minutes."""
        waiting = _read(_WAITING_NOTE, self._notes.get(_WAITING, _key(message)))
        if waiting is None or waiting.until is None or waiting.until <= self._clock():
            return None
        return waiting

    def wait(self, message: InboundMessage, order: Order, needs: tuple[Missing, ...]) -> str:
        """Keep an order in place of the one before, for ten minutes; returns the name for its buttons."""
        waiting = Waiting(order, needs, secrets.token_urlsafe(12), self._clock() + PATIENCE)
        note = _WAITING_NOTE.dump_python(waiting, mode="json")
        self._notes.put(_WAITING, _key(message), note, life=PATIENCE)
        return waiting.name

    def drop(self, message: InboundMessage, name: str = "") -> Waiting | None:
        """Forget the order that waits, or that of the name if it is the one; returns what was forgotten."""
        waiting = self.waiting(message)
        if waiting is None or (name and waiting.name != name):
            return None
        self._notes.forget(_WAITING, _key(message))
        return waiting

    def _shown(self, kind: str, name: str) -> _Shown | None:
        note = self._notes.get(kind, name)
        shown = _read(_SHOWN_NOTE, note)
        if shown is None and isinstance(note, dict):  # what was shown is worth more than nothing
            return _read(_SHOWN_NOTE, {"items": note.get("items")})
        return shown


def _note(items: tuple[str, ...], query: Query | None, before: Query | None = None) -> dict[str, Any]:
    shown = _Shown(items[:MOST], query, before)
    note: dict[str, Any] = _SHOWN_NOTE.dump_python(shown, mode="json", exclude_defaults=True)
    return note


def _read(adapter: TypeAdapter[T], note: Any) -> T | None:
    """A note as its type; None where another version of the bot wrote what can't be read here."""
    if note is None:
        return None
    try:
        return adapter.validate_python(note)
    except ValidationError as error:
        log.warning("a note could not be read, and is passed over: %d faults", error.error_count())
        return None


def _sent_key(message: InboundMessage, sent: str) -> str:
    return f"{message.place.channel} {message.place.conversation} {sent}"


def _key(message: InboundMessage) -> str:
    return f"{message.place.channel} {message.place.conversation} {message.sender.key}"
