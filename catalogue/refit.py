"""The verdict's calibration refitted on people's answers, stored for one embedding model."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from catalogue.calibration import Calibration, refitted
from catalogue.database import Database, Notes
from catalogue.items import Evidence

_KIND = "calibration"


@dataclass(frozen=True, slots=True)
class Refit:
    """The result of a refit."""

    answers: int
    right: int
    """How many of the best matches were right."""
    before: float
    """Mean log loss of the chances on these answers with the calibration before, in nats; 0 is perfect."""
    after: float
    """The same with the new calibration, which was fitted on them."""
    calibration: Calibration


def refit(database: Database, model: str, shipped: Calibration) -> Refit:
    """Fit the calibration, starting from `shipped`, on all answers about this model's matches.

    Nothing is stored yet: see `keep_refit`.
    """
    answers = database.confirmations.answers(model)
    fitted = refitted(shipped, answers)
    right = sum(good for _, good in answers)
    return Refit(len(answers), right, log_loss(shipped, answers), log_loss(fitted, answers), fitted)


def keep_refit(notes: Notes, model: str, calibration: Calibration) -> None:
    """Store it for catalogues that are opened from now on."""
    notes.put(_KIND, model, asdict(calibration))


def forget_refit(notes: Notes, model: str) -> bool:
    """Return to the shipped calibration; False if it is in use already."""
    return notes.forget(_KIND, model)


def refit_of(notes: Notes, model: str) -> Calibration | None:
    """Return the stored calibration of this model; None if there is none. Raises `StoreError` if it is
    damaged.
    """
    stored = notes.get(_KIND, model)
    return None if stored is None else Calibration.from_json(stored)


def log_loss(calibration: Calibration, answers: Sequence[tuple[Evidence, bool]]) -> float:
    """Return the mean log loss on these answers, in nats; 0 for no answers."""
    if not answers:
        return 0.0
    chances = [(calibration.chance(evidence), good) for evidence, good in answers]
    losses = [-math.log(max(1e-12, chance if good else 1 - chance)) for chance, good in chances]
    return sum(losses) / len(losses)
