"""Messages that were taken over and are answered once each, over a stop of the bot as well.

A message is noted before its arrival is confirmed to Microsoft, and struck off when it is answered. What
a stop has left in between is answered after the next start, from the first reply that did not go out. What
the channel did not take for a while is tried again later.
"""

from __future__ import annotations

import hashlib
import logging
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from bot.channel import InboundMessage
from catalogue.database import Notes

log = logging.getLogger(__name__)

KIND = "delivery"
LIFE = timedelta(days=2)
"""How long a delivery is known for one that came before."""
MOST_UNHEARD = 3
"""Times that a reply is sent of which nothing is heard."""
_MESSAGE = TypeAdapter(InboundMessage)


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A message that a stop has cut off."""

    message: InboundMessage
    sent: int
    """Replies to it that went out before."""
    passing: str | None = None
    """The message that asked its sender to wait, whose place the next reply takes."""


class Inbox:
    """Which messages have come, and which of them are answered. Shared by all bots on one database."""

    def __init__(self, notes: Notes, *, bot: str) -> None:
        """`bot` distinguishes this one from others on the same database, and is the same after a restart."""
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
            note = self._open(message, count) | {"passing": passing}
            self._notes.put(KIND, delivery(message), note, life=LIFE)

    def answered(self, message: InboundMessage) -> None:
        """All replies to it have gone out."""
        if message.id:
            self._notes.put(KIND, delivery(message), {"answered": True}, life=LIFE)

    def later(self, message: InboundMessage, *, unheard: bool = False) -> None:
        """The channel has not taken the next reply to it, and may do so later: for as long as `LIFE`.

        Where nothing was heard it may have, and its sender may read it each time: it is tried `MOST_UNHEARD`
        times in all.
        """
        if not message.id:
            return
        name, now = delivery(message), datetime.now(UTC)
        note = self._notes.get(KIND, name)
        if note is None or note.get("bot") != self._bot:
            return
        since, times = note.get("later") or now.isoformat(), note.get("unheard", 0) + unheard
        if now - datetime.fromisoformat(since) > LIFE or times >= MOST_UNHEARD:
            log.error("the message %s is given up: no reply to it was taken for too long", message.id)
            self.answered(message)
        else:
            self._notes.put(KIND, name, note | {"later": since, "unheard": times}, life=LIFE)

    def unanswered(self, *, later: bool = False) -> list[Unanswered]:
        """What this bot had taken over before it was stopped, in the order in which it was sent.

        With `later`, only that of which the channel has not taken a reply.
        """
        messages = []
        for note in self._notes.all(KIND).values():
            if note.get("bot") == self._bot and (not later or note.get("later")):
                message = _MESSAGE.validate_python(note["message"])
                messages.append(Unanswered(message, note["sent"], note.get("passing")))
        return sorted(
            messages,
            key=lambda unanswered: (unanswered.message.sent_at is None, unanswered.message.sent_at or 0),
        )

    def _open(self, message: InboundMessage, sent: int) -> dict[str, Any]:
        return {"bot": self._bot, "sent": sent, "message": _MESSAGE.dump_python(message, mode="json")}


def bot_id(home: Path) -> str:
    """What this installation is called among bots on one database; made once and kept in its home."""
    file = home / "bot.id"
    if file.exists() and (name := file.read_text("ascii").strip()):
        return name
    # Written elsewhere first: a full disk or a stop on the way must leave no empty one, as others may have.
    name, fresh = uuid.uuid4().hex, file.with_suffix(".new")
    try:
        fresh.write_text(name, "ascii")
        fresh.replace(file)
    finally:
        fresh.unlink(missing_ok=True)
    return name


def delivery(message: InboundMessage) -> str:
    """What a message is known by, delivered once or several times; short, whatever the channel's ids are."""
    place = message.place
    parts = (place.channel, place.conversation, message.kind, message.id)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
