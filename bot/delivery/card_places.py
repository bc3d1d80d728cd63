"""Where the cards of batches in work are, so that a bot that starts after a crash can finish them."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from bot.channel import Place
from catalogue.database import Notes
from catalogue.errors import StoreError

log = logging.getLogger(__name__)

_KIND = "card"


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A card that shows a batch's progress."""

    batch: int
    place: Place
    message_id: str
    locale: str
    person: str
    """Whom its buttons are for: a `Person.key`."""


_CARD = TypeAdapter(CardPlace)


class CardPlaces:
    """The cards of batches that are being applied or undone, shared by all bots on one database. Blocks.

    A note that cannot be written costs the update of one card after a crash, and nothing else.
    """

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def all(self) -> list[CardPlace]:
        """Those that were not dropped, by batch. Raises `StoreError`."""
        cards = []
        for batch, note in self._notes.all(_KIND).items():
            try:
                cards.append(_CARD.validate_python(note))
            except ValidationError:
                log.warning("the card of batch %s cannot be read", batch)
        return sorted(cards, key=lambda card: card.batch)

    def keep(self, card: CardPlace) -> None:
        """Remember a card, in place of an earlier one of that batch."""
        try:
            self._notes.put(_KIND, str(card.batch), _CARD.dump_python(card, mode="json"))
        except StoreError as error:
            log.warning("the card of batch %d cannot be remembered: %s", card.batch, error)

    def drop(self, batch: int) -> None:
        """Forget the card of a batch."""
        try:
            self._notes.forget(_KIND, str(batch))
        except StoreError as error:
            log.warning("the card of batch %d cannot be forgotten: %s", batch, error)
