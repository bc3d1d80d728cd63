"""Stock movements that people ask for: what one is, from when it is asked for to its Confirm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from catalogue.movements import Level


@dataclass(frozen=True, slots=True)
class Order:
    """A stock movement that waits for its Confirm."""

    kind: str
    """`receive`, `issue`, `reserve`, `release`, `move` or `count`."""
    sku: str
    location: str
    quantity: int
    person: str = ""
    until: date | None = None
    """The last day of a reservation."""
    to: str = ""
    reservation: int | None = None
    note: str = ""
    """Who delivers what is received, or why pieces are issued; foreign text."""
    levels: Mapping[str, Level] = field(default_factory=dict)
    """The stock by location when it was asked for."""

    @property
    def here(self) -> Level:
        """The stock at its location."""
        return self.levels.get(self.location, Level(0, 0))
