"""What trials show: how often views of a catalogue's pictures are called what, and the calibration that fits.

Only the views that measure count, which named nothing; see `catalogue.adaptation`.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from catalogue.calibration import (
    ENOUGH_WRONG,
    Calibration,
    calibration_error,
    log_loss,
    refitted,
)
from catalogue.database.adaptations import Ranking, Trial
from catalogue.items import Evidence, Verdict
from catalogue.search import LONE_MARGIN, MUCH_WORSE

LEAST_ALIKE = 0.01
"""The share of right matches that may be less alike than a match must be to be called in the catalogue."""

Measured = Sequence[tuple[str, Trial]]
"""Views that measure, each with the item that it shows."""
Twins = Mapping[str, set[str]]
"""By item, those that a photo can't tell from it."""
Rows = list[tuple[Evidence, bool]]


@dataclass(frozen=True, slots=True)
class Calls:
    """How often the measuring views were called, as shares of them, 0 to 1."""

    rightly: float
    """In the catalogue, and it is that item."""
    wrongly: float
    """In the catalogue or one of several, but it is another item."""
    either: float
    """One of several that a photo can't tell apart, and it is one of them."""
    absent: float
    """In the catalogue, with the item taken out."""
    error: float = 0.0
    """The expected calibration error of the chance, 0 to 1: how far the percentage on a card is off."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A calibration fitted on the trials of one half of the items, measured on the other half."""

    calibration: Calibration
    before: Calls
    after: Calls
    better: bool
    """Whether the other half's chances are more honest with it, and no more absent items are called there."""


def calls(measured: Measured, twins: Twins, calibration: Calibration) -> Calls:
    """Count how these views are called."""
    present = [(item_id, _called(trial.present, twins, calibration)) for item_id, trial in measured]
    absent = [_called(trial.absent, twins, calibration) for _, trial in measured]
    return Calls(
        rightly=_share(called == {item_id} for item_id, called in present),
        wrongly=_share(bool(called) and item_id not in called for item_id, called in present),
        either=_share(len(called) > 1 and item_id in called for item_id, called in present),
        absent=_share(len(called) == 1 for called in absent),
        error=calibration_error(calibration, _rows(measured, twins)),
    )


def fit(before: Calibration, measured: Measured, twins: Twins) -> Fit | None:
    """Fit a calibration to these views, of the items and without them; None if there are too few.

    Which half an item is in follows from its id, so that a later run divides them in the same way.
    """
    halves: tuple[list[tuple[str, Trial]], list[tuple[str, Trial]]] = ([], [])
    for item_id, trial in measured:
        halves[zlib.crc32(item_id.encode()) & 1].append((item_id, trial))
    rows, others = (_rows(half, twins) for half in halves)
    if min(sum(not right for _, right in half) for half in (rows, others)) < ENOUGH_WRONG:
        return None
    alike = [evidence.similarity for evidence, right in rows if right]
    if not alike:
        return None
    after = replace(refitted(before, rows), least_similarity=float(np.quantile(alike, LEAST_ALIKE)))
    then, now = calls(halves[1], twins, before), calls(halves[1], twins, after)
    honest = now.error <= then.error and log_loss(after, others) < log_loss(before, others)
    return Fit(after, then, now, better=honest and now.absent + now.wrongly <= then.absent + then.wrongly)


def _rows(measured: Measured, twins: Twins) -> Rows:
    """The evidence of each view and whether its best match, or one that can't be told from it, is right.

    An item that is taken out while its twin stays is left out: nothing in a photo tells those two apart.
    """
    rows: Rows = []
    for item_id, trial in measured:
        for ranking, there in ((trial.present, True), (trial.absent, False)):
            if ranking is None:
                continue
            either, evidence = _judged(ranking, twins)
            if there or not either & twins.get(item_id, set()):
                rows.append((evidence, there and item_id in either))
    return rows


def _judged(ranking: Ranking, twins: Twins) -> tuple[frozenset[str], Evidence]:
    """Return the best match with those that a photo can't tell from it, and the figures of the verdict, as
    `Search.find` has them.
    """
    (best, similarity), *others = ranking.matches
    near = {item for item, alike in others if alike >= similarity - MUCH_WORSE}
    either = frozenset({best} | near & twins.get(best, set()))
    rest = [alike for item, alike in others if item not in either]
    lead = similarity - rest[0] if rest else LONE_MARGIN
    # The lead of the second part is of before the twins were known, which makes it too small, if anything.
    parts = ranking.part, ranking.part_margin
    return either, Evidence(similarity, lead, ranking.agreement, ranking.mask, *parts)


def _called(ranking: Ranking | None, twins: Twins, calibration: Calibration) -> frozenset[str]:
    """Return the items of which the verdict is that the view surely shows one, as `Search.find` decides."""
    if ranking is None:
        return frozenset()
    either, evidence = _judged(ranking, twins)
    return either if calibration.verdict(evidence) is Verdict.IN_CATALOGUE else frozenset()


def _share(values: Iterable[bool]) -> float:
    counted = [*values]
    return sum(counted) / len(counted) if counted else 0.0
