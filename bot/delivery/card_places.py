"""Where the cards of batches in work stand: kept on disk, so that a restarted bot can finish them."""

from __future__ import annotations

import json
import logging
import threading
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.channel import Place

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class CardPlace:
    """A card that shows a batch's progress."""

    batch: int
    place: Place
    message_id: str
    locale: str
    person: str = ""
    """Whom its buttons are for, see `bot.state.photos.who`; nobody was noted by former versions."""


class CardPlaces:
    """A small JSON file: the cards of batches that are applied or undone just now. Blocks.

    A file that cannot be read or written costs the update of a card after a restart, and nothing else.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def all(self) -> list[CardPlace]:
        """Those that were not dropped."""
        try:
            kept = json.loads(self._path.read_text("utf-8"))
            return [CardPlace(**{**one, "place": Place(**one["place"])}) for one in kept]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError, KeyError) as error:
            log.warning("%s cannot be read: %s", self._path, error)
            return []

    def keep(self, card: CardPlace) -> None:
        """Remember a card, in the place of a former one of that batch."""
        self._change(card.batch, [card])

    def drop(self, batch: int) -> None:
        """Forget the card of a batch."""
        self._change(batch, [])

    def _change(self, batch: int, more: list[CardPlace]) -> None:
        with self._lock:
            cards = [one for one in self.all() if one.batch != batch] + more
            fresh = self._path.with_suffix(".new")
            try:
                fresh.write_text(json.dumps([asdict(one) for one in cards]), "utf-8")
                fresh.replace(self._path)
            except OSError as error:
                log.warning("%s cannot be written: %s", self._path, error)
