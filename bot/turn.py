"""One turn of a chat: a message with all that its answer needs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from bot.channel import Channel, InboundMessage, Person
from bot.locales import Words


@dataclass(frozen=True, slots=True)
class Turn:
    """What every handler is given."""

    message: InboundMessage
    channel: Channel
    """The way back to the sender; buttons that go out on it are the sender's alone."""
    words: Words
    """In the sender's language."""
    reference: str = ""
    """The log's name for this turn."""

    @property
    def person(self) -> Person:
        """The sender."""
        return self.message.sender

    def with_message(self, message: InboundMessage) -> Self:
        """The same turn about a part of its message."""
        return replace(self, message=message)
