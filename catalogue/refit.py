"""The verdict's calibration, as it is stored for one embedding model: fitted to this catalogue by views of
its own pictures, and refitted on people's answers.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from catalogue.calibration import Calibration, log_loss, refitted
from catalogue.database import Database, Notes

_KIND = "calibration"
_OWN = "own-calibration"


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
    """Fit the calibration on all answers about this model's matches, starting from this catalogue's own, or
    from the `shipped` one.

    Nothing is stored yet: see `keep_refit`.
    """
    before = own_of(database.notes, model) or shipped
    answers = database.confirmations.answers(model, parted=before.part_from > 0)
    fitted = refitted(before, answers)
    right = sum(good for _, good in answers)
    return Refit(len(answers), right, log_loss(before, answers), log_loss(fitted, answers), fitted)


def keep_refit(notes: Notes, model: str, calibration: Calibration) -> None:
    """Store it; searches use it from now on."""
    notes.put(_KIND, model, asdict(calibration))


def forget_refit(notes: Notes, model: str) -> bool:
    """Forget what was fitted on answers; False if there was nothing."""
    return notes.forget(_KIND, model)


def refit_of(notes: Notes, model: str) -> Calibration | None:
    """Return the stored calibration of this model; None if there is none. Raises `StoreError` if it is
    damaged.
    """
    stored = notes.get(_KIND, model)
    return None if stored is None else Calibration.from_json(stored)


def keep_own(notes: Notes, model: str, calibration: Calibration) -> None:
    """Store the calibration that was fitted to this catalogue; searches use it from now on."""
    notes.put(_OWN, model, asdict(calibration))


def forget_own(notes: Notes, model: str) -> bool:
    """Forget it; False if there was none."""
    return notes.forget(_OWN, model)


def own_of(notes: Notes, model: str) -> Calibration | None:
    """Return it; None if there is none. Raises `StoreError` if it is damaged."""
    stored = notes.get(_OWN, model)
    return None if stored is None else Calibration.from_json(stored)


def calibration_in_use(notes: Notes, model: str, shipped: Calibration) -> Calibration:
    """Return the calibration that people's answers refitted, else this catalogue's own, else the shipped one.

    Raises `StoreError` if one is damaged.
    """
    return refit_of(notes, model) or own_of(notes, model) or shipped
