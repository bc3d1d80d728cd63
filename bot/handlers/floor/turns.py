"""What the handlers of the floor know a turn by."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from bot.delivery.inbox import delivery
from bot.state.people import called
from bot.turn import Turn
from catalogue.movements import Worker


def person_of(turn: Turn) -> str:
    """Names a person in one conversation."""
    place = turn.message.place
    return f"{place.channel} {place.conversation} {turn.person.key}"


def worker_of(turn: Turn) -> Worker:
    """The sender, as the history has them."""
    return Worker(turn.person.key, called(turn.person))


def sent_at(turn: Turn) -> datetime:
    """When the message was sent."""
    return turn.message.sent_at or datetime.now(UTC)


def once_of(turn: Turn) -> str:
    """The same for a message however often it is delivered; a new name if it has no id."""
    return delivery(turn.message) if turn.message.id else secrets.token_urlsafe(16)
