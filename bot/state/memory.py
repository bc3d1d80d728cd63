"""What "it" and "the second one" refer to: what each person was shown last in each conversation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.channel import InboundMessage
from catalogue.database import Notes

LIFE = timedelta(hours=8)
"""A shift."""
MOST = 20
"""Items that are remembered of one answer."""
_KIND = "shown"
_ASKED_AGAIN = frozenset({"stock", "where", "sizes", "price"})


@dataclass(frozen=True, slots=True)
class Context:
    """What went before."""

    items: tuple[str, ...] = ()
    """What was shown last, best first."""
    intent: str = "stock"
    """What was asked last; `and in L?` asks the same."""


class Memory:
    """Kept in the database, so that a restart forgets nothing. Called on worker threads."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def shown(self, message: InboundMessage) -> Context:
        """What the sender was shown last where the message was written; nothing after eight hours."""
        kept = self._notes.get(_KIND, _key(message))
        return Context() if kept is None else Context(tuple(kept["items"]), kept["asked"])

    def showed(self, message: InboundMessage, items: tuple[str, ...], asked: str = "stock") -> None:
        """Remember what the answer to a message showed, best first, and what was asked."""
        again = asked if asked in _ASKED_AGAIN else "stock"
        kept = {"items": list(items[:MOST]), "asked": again}
        self._notes.put(_KIND, _key(message), kept, life=LIFE)


def _key(message: InboundMessage) -> str:
    return f"{message.place.channel} {message.place.conversation} {message.sender.key}"
