"""`hangtag calibrate`: the verdict learns from what people said of matches."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from bot.state.sites import Sites
from catalogue.calibration import Calibration
from catalogue.database import Database
from catalogue.refit import keep_refit, refit

FEWEST = 20
"""Answers below which a refit is not stored: they would show chance more than the catalogue."""


def calibrate(database: Database, model: str, shipped: Calibration, *, keep: bool = True) -> dict[str, Any]:
    """Refit on all answers, keep it where there are enough of them and it fits them no worse, and report."""
    result = refit(database, model, shipped)
    better = result.answers >= FEWEST and result.after <= result.before
    if keep and better:
        keep_refit(database.notes, model, result.calibration)
    sites = Sites(database.notes).counts(database.confirmations.by_place())
    return {
        "answers": result.answers,
        "right": result.right,
        "log_loss": {"before": round(result.before, 4), "after": round(result.after, 4)},
        "kept": keep and better,
        "in_catalogue_at": result.calibration.in_catalogue_at,
        "sites": [asdict(site) for site in sites],
    }
