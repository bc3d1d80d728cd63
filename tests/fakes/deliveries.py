"""The deliveries that were taken already, kept in memory."""

from __future__ import annotations

from collections import OrderedDict

from bot.channel import InboundMessage


class Deliveries:
    """Fills `bot.conversation.Deliveries`. Bounded: the oldest are forgotten first."""

    def __init__(self, *, limit: int = 10_000) -> None:
        if limit < 1:
            raise ValueError("limit must be at least 1")
        self._limit = limit
        self._seen: OrderedDict[tuple[str, str, str, str], None] = OrderedDict()

    def first(self, message: InboundMessage) -> bool:
        """True the first time a message comes, and for any message without an id."""
        if not message.id:
            return True
        place = message.place
        key = (place.channel, place.conversation, message.kind, message.id)
        if key in self._seen:
            return False
        self._seen[key] = None
        if len(self._seen) > self._limit:
            self._seen.popitem(last=False)
        return True

    def sent(self, message: InboundMessage, count: int) -> None:
        """A stop forgets all, so that nothing is made of it."""

    def waits(self, message: InboundMessage, passing: str, count: int) -> None:
        """Nor of this."""

    def later(self, message: InboundMessage, *, unheard: bool = False) -> None:
        """Nor of this."""

    def answered(self, message: InboundMessage) -> None:
        """Nor of this."""
