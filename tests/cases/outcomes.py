"""What became of a case, and the table of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.console import Console
from rich.table import Table


class Outcome(StrEnum):
    """What became of a case."""

    RIGHT = "right"
    REFUSED = "clear refusal"
    UNCLEAR = "unclear"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Result:
    """One case and its outcome."""

    name: str
    kind: str
    outcome: Outcome
    reason: str = ""
    """What was answered, for outcomes that are not right."""


def print_results(title: str, results: Sequence[Result], *, console: Console | None = None) -> None:
    """Print how many cases of each kind came out how, and each that did not come out right."""
    console = console or Console(highlight=False, markup=False)
    table = Table("kind", *Outcome, title=title)
    counts = Counter((result.kind, result.outcome) for result in results)
    for kind in sorted({result.kind for result in results}):
        table.add_row(kind, *(str(counts[kind, outcome]) for outcome in Outcome))
    table.add_row("all", *(str(sum(r.outcome is outcome for r in results)) for outcome in Outcome))
    console.print(table)
    for result in results:
        if result.outcome is not Outcome.RIGHT:
            console.print(f"{result.outcome}: {result.name}: {result.reason}", soft_wrap=True)
