"""Intervals of figures, by resampling."""

from __future__ import annotations

import numpy as np
import pytest

from vision.lab.exams.intervals import figure, share


def test_the_interval_holds_the_value_and_shrinks_with_more_units() -> None:
    rng = np.random.default_rng(0)
    few, many = rng.random(40) < 0.7, rng.random(4000) < 0.7
    small, large = (share(flags, np.arange(len(flags)).astype(str)) for flags in (few, many))
    for result, flags in ((small, few), (large, many)):
        assert result["value"] == pytest.approx(flags.mean(), abs=1e-4)
        assert result["interval"][0] < result["value"] < result["interval"][1]
        assert result["of"] == len(flags)
    assert np.diff(large["interval"]) < np.diff(small["interval"]) / 5


def test_rows_of_one_unit_come_and_go_together() -> None:
    """A hundred views of each of ten garments tell no more than ten garments do."""
    flags = np.repeat(np.arange(10) < 7, 100)
    alone, together = (
        share(flags, np.arange(1000).astype(str)),
        share(flags, np.repeat(np.arange(10), 100).astype(str)),
    )
    assert np.diff(together["interval"]) > 5 * np.diff(alone["interval"])


def test_without_rows_there_is_no_figure() -> None:
    assert figure(lambda rows: 1.0, np.array([], str))["value"] is None
