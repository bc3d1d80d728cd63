"""Vectors in, matches and a calibrated verdict out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from catalogue.calibration import Calibration as Calibration
from catalogue.calibration import Evidence
from catalogue.index.port import Hit, Index
from catalogue.items import Findings, Item, Match, Verdict

REACH = 8
"""Pictures fetched for each item wanted, to begin with; items have several pictures."""
FEW = 500
"""Pictures of a class up to which all are compared, instead of a search that rarely meets them."""
LONE_MARGIN = 0.1
"""The lead that counts if there is no second item, in cosine.

With none, a calibration that relies on the lead could never be sure, even of the very same picture; with
much, it would accept a stranger. This much leaves the verdict to the similarity.
"""
MUCH_WORSE = 0.1
"""If the photo's class has a best match that is so much less similar than another's, in cosine, the class is
wrong, and ignored: the item would be lost.
"""


RIVALS = 4
"""Items after the best match whose second parts are compared with the best match's."""


class Items(Protocol):
    """Where items are looked up; `catalogue.database.Database` is one."""

    def items_showing(
        self, pictures: list[str], /, *, garment_class: str | None = None
    ) -> dict[str, tuple[str, ...]]:
        """Map each picture key that exists to the ids of its items, or of those of one class."""

    def picture_keys(self, *, garment_class: str | None = None, limit: int | None = None) -> tuple[str, ...]:
        """Return the keys of the pictures of that class, at most `limit`."""

    def items(self, ids: list[str], /) -> dict[str, Item]:
        """Return those of the items that exist."""


class Search:
    """Finds the items that a photo may show. May be used from several threads."""

    def __init__(
        self,
        index: Index,
        database: Items,
        calibration: Callable[[], Calibration],
        *,
        indistinct: Callable[[Item], Sequence[Item]] = lambda item: (),
    ) -> None:
        """Take the parts.

        Args:
            calibration: returns the one in use, which is asked for with every photo, since it may change.
            indistinct: returns the items that a photo can't tell from one; see `catalogue.adaptation`.
        """
        self._indistinct = indistinct
        self._index = index
        self._items = database
        self._calibration = calibration

    def find(
        self,
        vector: NDArray[np.float32],
        *,
        top: int = 5,
        garment_class: str | None = None,
        class_confidence: float = 1.0,
        mask_confidence: float = 1.0,
        recognised: bool = True,
    ) -> Findings:
        """Return the nearest items, at most `top`, one match each by its best picture; all of `one_of`, if
        they are more.

        If the photo's class is sure, items of other known classes are left out, unless nothing is left, or
        nothing nearly as similar as what was left out. The verdict is the same whatever `top` is.

        Args:
            vector: (D,), of length one.
            garment_class: what the photo shows, of `catalogue.items.GARMENT_CLASSES`; None if unknown.
            class_confidence: the chance that this class is right, 0 to 1.
            mask_confidence: the expected IoU of the mask that the vector was made with, 0 to 1.
            recognised: see `Evidence.recognised`.
        """
        calibration = self._calibration()
        sure = garment_class is not None and class_confidence >= calibration.class_sure_at
        parted = calibration.part_from
        least = 1 + RIVALS if parted else 2  # or there is no margin to judge by
        matches = self._matches(vector, max(top, least), None)
        if garment_class is not None and sure:
            matches = self._narrowed(vector, matches, max(top, least), garment_class)
        if not matches:
            return Findings(Verdict.NOT_IN_CATALOGUE, 0.0, ())
        best = matches[0]
        agreement = _agreement(best.item.garment_class, garment_class, class_confidence)

        def evidence(others: Sequence[Match]) -> Evidence:
            parts = self._parts(vector, [best, *others[:RIVALS]], parted) if parted else (0.0, 0.0)
            margin = _lead(best, others)
            return Evidence(
                best.similarity, margin, agreement, mask_confidence, *parts, recognised=recognised
            )

        seen = evidence(matches[1:])
        verdict, chance = calibration.verdict(seen), calibration.chance(seen)
        twins = [] if verdict is Verdict.NO_GARMENT else self._twins(vector, best)
        if not twins:
            return Findings(verdict, chance, tuple(matches[:top]), seen)
        # How sure it is that it's one of them: by their lead over the next item that is none of them.
        one_of = {best.item.id, *(match.item.id for match in twins)}
        wanted = max(top, least) + len(twins)
        more = self._matches(vector, wanted, None)
        if garment_class is not None and sure:
            more = self._narrowed(vector, more, wanted, garment_class)
        rest = [match for match in more if match.item.id not in one_of]
        together = evidence(rest)
        verdict = calibration.verdict(together)
        if verdict is Verdict.IN_CATALOGUE:
            either = (best, *twins)
            matches = [*either, *rest][: max(top, len(either))]
            chance = calibration.chance(together)
            return Findings(Verdict.ONE_OF_THESE, chance, tuple(matches), seen, either)
        return Findings(verdict, chance, tuple(matches[:top]), seen)

    def _parts(
        self, vector: NDArray[np.float32], matches: Sequence[Match], begin: int
    ) -> tuple[float, float]:
        """Return `Evidence.part` and `part_margin` of the first of these matches: the cosines of what follows
        `begin` in the vectors, by the picture of each item that is nearest as a whole.
        """
        stored = self._index.vectors([picture.key for match in matches for picture in match.item.pictures])
        alike = [-1.0] * len(matches)
        for number, match in enumerate(matches):
            pictures = [stored[picture.key] for picture in match.item.pictures if picture.key in stored]
            if pictures:
                nearest = max(pictures, key=lambda picture: float(picture @ vector))
                alike[number] = _cosine(nearest[begin:], vector[begin:])
        first, *others = alike
        return first, first - max(others) if others else LONE_MARGIN

    def _twins(self, vector: NDArray[np.float32], best: Match) -> list[Match]:
        """Return the items that a photo can't tell from the best match, if they are nearly as similar."""
        items = self._indistinct(best.item)
        if not items:
            return []
        vectors = self._index.vectors([picture.key for item in items for picture in item.pictures])
        twins = []
        for item in items:
            pictures = [vectors[picture.key] for picture in item.pictures if picture.key in vectors]
            similarity = max((float(np.clip(each @ vector, -1, 1)) for each in pictures), default=-1.0)
            if similarity >= best.similarity - MUCH_WORSE:
                twins.append(Match(item, similarity))
        return sorted(twins, key=lambda match: (-match.similarity, match.item.id))

    def _narrowed(
        self, vector: NDArray[np.float32], matches: list[Match], wanted: int, garment_class: str
    ) -> list[Match]:
        """Return the nearest of that class and of no class, or the same matches if that loses a much better
        one.
        """
        if all(match.item.garment_class in (garment_class, None) for match in matches):
            return matches
        of_none = [match for match in matches if match.item.garment_class is None]
        bound = matches[0].similarity - MUCH_WORSE
        narrowed = [*self._matches(vector, wanted, garment_class, bound=bound), *of_none]
        narrowed.sort(key=lambda match: (-match.similarity, match.item.id))
        if not narrowed or narrowed[0].similarity < bound:
            return matches
        return narrowed[:wanted]

    def _matches(
        self, vector: NDArray[np.float32], wanted: int, garment_class: str | None, *, bound: float = -1.0
    ) -> list[Match]:
        """Return one match per item in SQL, best first; equal ones are in the order of their ids.

        May return none if none is as similar as `bound`, in cosine.

        A class is picked out of an ever wider search; if it has few pictures, these are all compared instead.
        Both are faster than the index's own filter (`make bench-scale` measures it).
        """
        if garment_class is not None:
            few = self._items.picture_keys(garment_class=garment_class, limit=FEW + 1)
            if len(few) <= FEW:
                hits = [
                    Hit(key, float(np.clip(stored @ vector, -1, 1)))
                    for key, stored in self._index.vectors(few).items()
                ]
                return self._loaded(self._by_item(hits, garment_class), wanted)
        reach = REACH * wanted
        looked_up: set[str] = set()
        best: dict[str, float] = {}
        while True:
            hits = self._index.nearest(vector, top=reach)
            new = [hit for hit in hits if hit.picture not in looked_up]
            for item_id, similarity in self._by_item(new, garment_class).items():
                best[item_id] = max(best.get(item_id, -1.0), similarity)
            if len(best) >= wanted or len(hits) < reach:  # or the index holds no more
                return self._loaded(best, wanted)
            if not best and hits[-1].similarity < bound:
                return []
            looked_up.update(hit.picture for hit in new)
            reach *= 4

    def _by_item(self, hits: list[Hit], garment_class: str | None) -> dict[str, float]:
        """Return the best similarity of each item in SQL, of that class."""
        owners = self._items.items_showing([hit.picture for hit in hits], garment_class=garment_class)
        best: dict[str, float] = {}
        for hit in hits:
            for item_id in owners.get(hit.picture, ()):
                best[item_id] = max(best.get(item_id, -1.0), hit.similarity)
        return best

    def _loaded(self, best: dict[str, float], wanted: int) -> list[Match]:
        ranked = sorted(best, key=lambda item_id: (-best[item_id], item_id))[:wanted]
        items = self._items.items(ranked)
        return [Match(items[item_id], best[item_id]) for item_id in ranked if item_id in items]


def _cosine(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float(np.clip(one @ other / lengths, -1, 1)) if lengths else 0.0


def _lead(best: Match, others: Sequence[Match]) -> float:
    return best.similarity - others[0].similarity if others else LONE_MARGIN


def _agreement(of_item: str | None, of_photo: str | None, confidence: float) -> float:
    """See `Evidence.agreement`."""
    if of_item is None or of_photo is None:
        return 0.0
    return confidence if of_item == of_photo else -confidence
