"""A clock that was set is noticed, and one that goes is not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.state.clock import ClockWatch

DAY = timedelta(days=1)
HOUR = 3600.0


@dataclass
class Times:
    clock: float = 1_800_000_000.0
    passed: float = 5_000.0

    def go(self, seconds: float, *, drift: float = 0.0) -> None:
        self.passed += seconds
        self.clock += seconds + drift


def test_a_clock_that_goes_was_not_set() -> None:
    times = Times()
    watch = ClockWatch(clock=lambda: times.clock, passed=lambda: times.passed)
    for _ in range(100):
        times.go(HOUR, drift=5.0)
        assert not watch.was_set_within(DAY)


@pytest.mark.parametrize("jump", [3 * 24 * HOUR, -3 * 24 * HOUR])
def test_a_clock_that_was_set_is_distrusted_for_that_time(jump: float) -> None:
    times = Times()
    watch = ClockWatch(clock=lambda: times.clock, passed=lambda: times.passed)
    times.clock += jump
    assert watch.was_set_within(DAY)
    times.go(23 * HOUR)
    assert watch.was_set_within(DAY)
    times.go(2 * HOUR)
    assert not watch.was_set_within(DAY)


def test_the_clock_of_this_machine_was_not_set() -> None:
    assert not ClockWatch().was_set_within(DAY)
