"""`I'm at A-01`: where a person is, as typed; a photo of a shelf's code says it too."""

from __future__ import annotations

from bot.channel import Reply
from bot.errors import UserError
from bot.foreign_text import plain
from bot.handlers.floor.goods import Goods
from bot.handlers.floor.words import alternatives
from bot.state.whereabouts import LIFE, PREFIX, Whereabouts
from bot.turn import Turn

PLACE = rf"(?:{alternatives('place')})\s*:?\s+(.+)|{PREFIX}(\S.*)"
HOURS = int(LIFE.total_seconds() // 3600)


class WhereaboutsHandler:
    """Remembers where people are. Everything blocks."""

    def __init__(self, goods: Goods, whereabouts: Whereabouts) -> None:
        self._goods = goods
        self._whereabouts = whereabouts

    def typed(self, turn: Turn, text: str) -> Reply:
        """Remember the place that is named."""
        words = text.split()
        found = self._goods.place(words)
        if found is None or (found[1], found[2]) != (0, len(words)):
            raise UserError("place-unknown", place=plain(text, 64))
        return self._here(turn, found[0])

    def seen(self, turn: Turn, numbers: tuple[str, ...]) -> Reply | None:
        """Remember the place whose code is in a photo; None if there is none in it."""
        place = self._whereabouts.read(numbers)
        return self._here(turn, place) if place else None

    def _here(self, turn: Turn, place: str) -> Reply:
        self._whereabouts.moved(turn.message, place)
        return Reply(turn.words("place-here", place=plain(place, 64), count=HOURS))
