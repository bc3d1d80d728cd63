"""Keeps what a handler reports of the time that it took."""

from __future__ import annotations


class Observer:
    """Records the kind and the outcome of each call."""

    def __init__(self) -> None:
        self.outcomes: list[tuple[str, str]] = []

    def __call__(self, kind: str, outcome: str, seconds: float) -> None:
        assert 0 <= seconds < 60
        self.outcomes.append((kind, outcome))
