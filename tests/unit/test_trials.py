"""A catalogue's own calibration is fitted on half of its items, and kept if the other half gets better."""

from __future__ import annotations

import numpy as np
import pytest

from catalogue.calibration import Calibration
from catalogue.database.adaptations import Ranking, Trial
from catalogue.trials import Fit, calls, fit

SHY = Calibration(bias=-12, similarity=12, margin=5, in_catalogue_at=0.9, not_in_catalogue_below=0.1)
"""Fitted on other things: it calls few of these in the catalogue."""


def measured(
    items: int, *, seed: int = 0, alike: float = 0.8, stranger: float = 0.5
) -> list[tuple[str, Trial]]:
    """Four views of each item: how alike it is, and how alike the nearest other item."""
    rng = np.random.default_rng(seed)
    trials = []
    for n in range(items):
        for _ in range(4):
            own, other, third = rng.normal([alike, stranger, stranger - 0.1], 0.05)
            ranked = sorted([(f"i{n}", own), (f"i{n + 1}", other), ("x", third)], key=lambda hit: -hit[1])
            gone = [hit for hit in ranked if hit[0] != f"i{n}"]
            trials.append(
                (f"i{n}", Trial(True, *(Ranking(tuple(hits), 0.0, 0.9) for hits in (ranked, gone))))
            )
    return trials


def fitted(trials: list[tuple[str, Trial]], before: Calibration = SHY) -> Fit:
    found = fit(before, trials, {})
    assert found is not None
    return found


def test_a_calibration_of_something_else_becomes_honest_about_this_catalogue() -> None:
    found = fitted(measured(100))
    assert found.better
    assert found.before.rightly < 0.2
    assert found.after.rightly > 0.9
    assert found.after.error < 0.08 < 0.3 < found.before.error
    assert found.after.absent <= 0.02
    again = calls(measured(100, seed=1), {}, found.calibration)
    assert again.rightly > 0.9
    assert again.error < 0.08
    assert again.absent <= 0.02


def test_one_that_calls_more_absent_items_is_not_kept_however_honest() -> None:
    """Nothing is ever called in the catalogue before, so a single absent item called is too many."""
    never = Calibration(bias=-12, similarity=12, margin=5, in_catalogue_at=1.0, not_in_catalogue_below=0.1)
    found = fitted(measured(100, alike=0.66, stranger=0.6), before=never)
    assert found.after.error < found.before.error
    assert found.better == (found.after.absent + found.after.wrongly == 0)


@pytest.mark.parametrize("items", [0, 1, 20])
def test_too_few_items_fit_nothing(items: int) -> None:
    assert fit(SHY, measured(items), {}) is None


def test_an_item_whose_twin_stays_is_no_stranger_when_it_is_taken_out() -> None:
    """A photo can't tell it from its twin, so no threshold could: it must not make all others unsure."""
    trials = measured(100)
    twins: dict[str, set[str]] = {}
    for n in range(60):
        one, two, rest = f"t{n}", f"t{n}-navy", ("x", 0.4)
        present = Ranking(((one, 0.8), (two, 0.79), rest), 0.0, 0.9)
        trials += 4 * [(one, Trial(True, present, Ranking(present.matches[1:], 0.0, 0.9)))]
        twins |= {one: {two}, two: {one}}
    known, unknown = fit(SHY, trials, twins), fit(SHY, trials, {})
    assert known is not None
    assert unknown is not None
    assert known.calibration.in_catalogue_at < unknown.calibration.in_catalogue_at
    assert known.after.either > 0.3
