"""Vectors in, matches and a calibrated verdict out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from catalogue.errors import StoreError
from catalogue.index import Hit, Index
from catalogue.items import Findings, Item, Match, Verdict

REACH = 8
"""Pictures looked at for each item wanted, to begin with; items have several pictures."""
LONE_MARGIN = 0.1
"""The lead that is reckoned with where no second item is there to lead over, in cosine.

With none, a calibration that leans on the lead could call nothing known, were it the very picture; with much,
it would call a stranger known. This much leaves the verdict to the similarity: a close likeness is known.
"""


class Items(Protocol):
    """What knows the items; `catalogue.database.Database` is one."""

    def items_showing(self, pictures: list[str], /) -> dict[str, tuple[str, ...]]:
        """Picture key to the ids of the items that have it, for those that are known."""

    def items(self, ids: list[str], /) -> dict[str, Item]:
        """Those of the items that exist."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """What a similarity is worth: the logistic chance that the best match is the right item.

    `chance = 1 / (1 + exp(-(bias + similarity * s + margin * m)))`, where s is the best item's cosine and m
    its lead over the next item. The figures belong to one embedding model, fitted on photos of known items.
    """

    bias: float = -9.0
    similarity: float = 12.0
    margin: float = 15.0
    in_catalogue_at: float = 0.75
    not_in_catalogue_below: float = 0.25

    @classmethod
    def from_json(cls, figures: Mapping[str, object]) -> Calibration:
        """From the dict that a calibration file holds; absent figures keep their defaults.

        Raises `StoreError` for unknown names, for what is no finite number, and for thresholds out of order.
        """
        names = {field.name for field in fields(cls)}
        given: dict[str, float] = {}
        for name, value in figures.items():
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if name not in names or not number or not math.isfinite(float(value)):  # type: ignore[arg-type]
                raise StoreError(f"The calibration cannot be used: {name} is {value!r}.")
            given[name] = float(value)  # type: ignore[arg-type]
        calibration = cls(**given)
        if not 0 <= calibration.not_in_catalogue_below <= calibration.in_catalogue_at <= 1:
            raise StoreError(
                "The calibration cannot be used: its thresholds are not in order between 0 and 1."
            )
        return calibration

    def chance(self, similarity: float, margin: float) -> float:
        """The chance that the best match is the right item, 0 to 1."""
        logit = self.bias + self.similarity * similarity + self.margin * margin
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))

    def verdict(self, chance: float) -> Verdict:
        """What to say of that chance."""
        if chance >= self.in_catalogue_at:
            return Verdict.IN_CATALOGUE
        if chance < self.not_in_catalogue_below:
            return Verdict.NOT_IN_CATALOGUE
        return Verdict.UNSURE


class Search:
    """Finds the items that a photo may show. May be used from several threads."""

    def __init__(self, index: Index, database: Items, calibration: Calibration) -> None:
        self._index = index
        self._items = database
        self._calibration = calibration

    def find(
        self, vector: NDArray[np.float32], *, top: int = 5, garment_class: str | None = None
    ) -> Findings:
        """The nearest items, at most `top`, one match each by its best picture.

        `vector` is (D,), of length one. With a class, items of other classes are passed over. The verdict is
        the same whatever `top` is.
        """
        # Two items at least, or there is no margin to judge by.
        matches = self._matches(vector, max(top, 2), garment_class)
        if not matches:
            return Findings(Verdict.NOT_IN_CATALOGUE, 0.0, ())
        best = matches[0].similarity
        margin = best - matches[1].similarity if len(matches) > 1 else LONE_MARGIN
        chance = self._calibration.chance(best, margin)
        return Findings(self._calibration.verdict(chance), chance, tuple(matches[:top]))

    def _matches(self, vector: NDArray[np.float32], wanted: int, garment_class: str | None) -> list[Match]:
        reach = REACH * wanted
        while True:
            hits = self._index.nearest(vector, top=reach)
            matches = self._by_item(hits, garment_class)
            if len(matches) >= wanted or len(hits) < reach:  # or the index holds no more
                return matches[:wanted]
            reach *= 4

    def _by_item(self, hits: list[Hit], garment_class: str | None) -> list[Match]:
        """One match per item that SQL knows, best first; equals are in the order of their ids."""
        owners = self._items.items_showing([hit.picture for hit in hits])
        best: dict[str, float] = {}
        for hit in hits:
            for item_id in owners.get(hit.picture, ()):
                best[item_id] = max(best.get(item_id, -1.0), hit.similarity)
        items = self._items.items(list(best))
        matches = [
            Match(item, best[item.id])
            for item in items.values()
            if garment_class is None or item.garment_class == garment_class
        ]
        return sorted(matches, key=lambda match: (-match.similarity, match.item.id))
