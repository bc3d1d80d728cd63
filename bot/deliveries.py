"""Messages that were taken over and are answered once each, over a stop of the bot as well.

A message is noted before Microsoft is told that it arrived, and struck off when it is answered. What a stop
has left in between is answered after the next start, from the first reply that did not go out.
"""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.channel import InboundMessage
from catalogue.database import Notes

KIND = "delivery"
LIFE = timedelta(days=2)
"""How long a delivery is known for one that came before."""
_MESSAGE = TypeAdapter(InboundMessage)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A message that a stop has cut off."""

    message: InboundMessage
    sent: int
    """Replies to it that went out before."""
    passing: str | None = None
    """The message that told its sender to wait, whose place the next reply takes."""


class KeptDeliveries:
    """Which messages have come, and which of them are answered. Shared by all bots on one database."""

    def __init__(self, notes: Notes, *, bot: str) -> None:
        """`bot` tells this one from others on the same database, and is the same after a restart."""
        self._notes = notes
        self._bot = bot

    def first(self, message: InboundMessage) -> bool:
        """Note a message; True for one bot alone, the first time it comes, and where it has no id."""
        if not message.id:
            return True
        return self._notes.put_first(KIND, delivery(message), self._open(message, 0), life=LIFE)

    def sent(self, message: InboundMessage, count: int) -> None:
        """So many replies to it have gone out."""
        if message.id:
            self._notes.put(KIND, delivery(message), self._open(message, count), life=LIFE)

    def waits(self, message: InboundMessage, passing: str, count: int) -> None:
        """Its sender was told to wait by this message, after so many replies."""
        if message.id:
            kept = self._open(message, count) | {"passing": passing}
            self._notes.put(KIND, delivery(message), kept, life=LIFE)

    def answered(self, message: InboundMessage) -> None:
        """All replies to it have gone out."""
        if message.id:
            self._notes.put(KIND, delivery(message), {"answered": True}, life=LIFE)

    def unanswered(self) -> list[Unanswered]:
        """What this bot had taken over before it was stopped, in the order in which it was sent."""
        found = []
        for kept in self._notes.all(KIND).values():
            if kept.get("bot") == self._bot:
                message = _MESSAGE.validate_python(kept["message"])
                found.append(Unanswered(message, kept["sent"], kept.get("passing")))
        return sorted(found, key=lambda one: (one.message.sent_at is None, one.message.sent_at or 0))

    def _open(self, message: InboundMessage, sent: int) -> dict[str, Any]:
        return {"bot": self._bot, "sent": sent, "message": _MESSAGE.dump_python(message, mode="json")}


def bot_id(home: Path) -> str:
    """What this installation is called among bots on one database; made once and kept in its home."""
    file = home / "bot.id"
    try:
        return file.read_text("ascii").strip()
    except FileNotFoundError:
        made = uuid.uuid4().hex
        file.write_text(made, "ascii")
        return made


def delivery(message: InboundMessage) -> str:
    """What a message is known by, delivered once or several times; short, whatever the channel's ids are."""
    place = message.place
    parts = (place.channel, place.conversation, message.kind, message.id)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
