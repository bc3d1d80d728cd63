"""Whether this machine's clock was set lately, which makes what somebody just did look old."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import timedelta

JUMP = 600.0
"""Seconds that the clock must go wrong at once; less does no harm, and slow corrections are usual."""


def seconds_since_start() -> float:
    """Return the seconds since the machine was started, those in which it slept too where that is known."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)  # Linux alone has it
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class ClockWatch:
    """Compares the clock with the time since the machine's start, at every look."""

    def __init__(
        self, *, clock: Callable[[], float] = time.time, passed: Callable[[], float] = seconds_since_start
    ) -> None:
        """Take a clock that may be set, and one that can't, both in seconds."""
        self._clock = clock
        self._passed = passed
        self._offset = clock() - passed()
        self._set_at: float | None = None

    def was_set_within(self, time_span: timedelta) -> bool:
        """Look, and return whether the clock was set within that time, forwards or back."""
        passed = self._passed()
        offset = self._clock() - passed
        if abs(offset - self._offset) > JUMP:
            self._set_at = passed
        self._offset = offset
        return self._set_at is not None and passed - self._set_at < time_span.total_seconds()
