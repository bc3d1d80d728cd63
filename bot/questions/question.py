"""What a question is once it is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

WORK = frozenset({"reserve", "release", "move", "count", "undo", "reservations"})
"""Stock work: these change stock, or report such changes."""
PEOPLE = frozenset({"people", "people_add", "people_remove"})
ABOUT_ITEMS = frozenset({"stock", "where", "sizes", "colours", "price", "details"})
"""Questions about certain items: those that are named, or that were shown last."""
INTENTS = ABOUT_ITEMS | WORK | PEOPLE | {"list", "arrivals", "find", "language", "help", "thanks", "unknown"}


@dataclass(frozen=True, slots=True)
class Question:
    """An intent, and what was said of it; a slot that was not said is absent.

    Slots: `items` and `skus` (lists), `size`, `location`, `colour`, `brand`, `kind`, `state` (low, out, in),
    `more_than`, `less_than`, `since`, `until_day`, `quantity`, `to_location`, `from_location`, `person`,
    `until`, `words`, `language`, `role`, `reservation` (the number of the one that is to be let go).
    """

    intent: str
    slots: Mapping[str, Any] = field(default_factory=dict)
    narrower: tuple[str, ...] = ()
    """Words of titles, where the kind was named by a word that means less than it: chinos are trousers."""

    @property
    def items(self) -> tuple[str, ...]:
        """Ids of the items that it is about."""
        return tuple(self.slots.get("items", ()))
