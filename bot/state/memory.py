"""What "it" and "the second one" refer to: what a person quoted, or was shown last in that conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from bot.channel import InboundMessage
from bot.questions.query import Order, Query
from catalogue.database import Notes

LIFE = timedelta(hours=8)
"""A shift."""
MOST = 20
"""Items that are remembered of one answer."""
_KIND, _SENT = "shown", "sent"
_ASKED_AGAIN = frozenset({"stock", "where", "sizes", "price"})


@dataclass(frozen=True, slots=True)
class Context:
    """What went before."""

    items: tuple[str, ...] = ()
    """What was shown last, best first."""
    intent: str = "stock"
    """What was asked last; `and in L?` asks the same."""
    query: Query | None = None
    """The last question with all that it named, as it was answered; None where only items were shown."""
    before: Query | None = None
    """The question before that one: `both together` adds up what the two were about."""
    waiting: Order | None = None
    """The last order that was proposed or that lacks something; `L`, or `make it 3`, changes it."""


class Memory:
    """Kept in the database, so that a restart forgets nothing. Called on worker threads."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def shown(self, message: InboundMessage) -> Context:
        """What the quoted message shows; else what the sender was shown last where the message was written.

        Nothing after eight hours.
        """
        note = self._notes.get(_SENT, _sent_key(message, message.quoted)) if message.quoted else None
        note = note or self._notes.get(_KIND, _key(message))
        return Context() if note is None else Context(tuple(note["items"]), note["asked"])

    def showed(self, message: InboundMessage, items: tuple[str, ...], intent: str = "stock") -> None:
        """Remember what the answer to a message showed, best first, and what was asked."""
        self._notes.put(_KIND, _key(message), _note(items, intent), life=LIFE)

    def sent(self, message: InboundMessage, sent: str, items: tuple[str, ...], intent: str = "stock") -> None:
        """Remember what the message of that id shows, for anybody who quotes it."""
        if sent:
            self._notes.put(_SENT, _sent_key(message, sent), _note(items, intent), life=LIFE)


def _note(items: tuple[str, ...], intent: str) -> dict[str, Any]:
    return {"items": list(items[:MOST]), "asked": intent if intent in _ASKED_AGAIN else "stock"}


def _sent_key(message: InboundMessage, sent: str) -> str:
    return f"{message.place.channel} {message.place.conversation} {sent}"


def _key(message: InboundMessage) -> str:
    return f"{message.place.channel} {message.place.conversation} {message.sender.key}"
