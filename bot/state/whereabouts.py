"""Where each person is: the place whose code they photographed or typed last, which is what “here” means."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from bot.channel import InboundMessage
from catalogue.database import Notes
from catalogue.database.places import Places
from catalogue.items import folded

PREFIX = "hangtag:place:"
"""Before a place's code in a QR code, so that no barcode of a garment is taken for one."""
LIFE = timedelta(hours=8)
"""A shift."""
_KIND = "whereabouts"


class Whereabouts:
    """Kept in the database, for each person in all conversations of a tenant. Everything blocks."""

    def __init__(self, notes: Notes, places: Places) -> None:
        self._notes = notes
        self._places = places

    def of(self, message: InboundMessage) -> str:
        """The place of the sender; empty if that isn't known, or the place is gone."""
        place = self._notes.get(_KIND, _key(message))
        return self._places.named([place]).get(folded(place), "") if place else ""

    def moved(self, message: InboundMessage, place: str) -> None:
        """Remember where the sender is."""
        self._notes.put(_KIND, _key(message), place, life=LIFE)

    def read(self, numbers: Iterable[str]) -> str:
        """The place that a photo's codes name, with the prefix or bare; empty for none, or several."""
        texts = list(numbers)
        marked = [text[len(PREFIX) :] for text in texts if folded(text).startswith(PREFIX)]
        if not texts:
            return ""
        named = set(self._places.named(marked or texts).values())
        return named.pop() if len(named) == 1 else ""


def _key(message: InboundMessage) -> str:
    return f"{(message.place.tenant or '').casefold()}/{message.sender.key}"
