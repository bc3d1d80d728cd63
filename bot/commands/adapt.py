"""hangtag adapt: what a photo can't tell apart in this catalogue, and the verdict fitted to it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.console import AsJson, console, load_settings, opened, opened_for_pictures, print_json
from bot.commands.console import progress_bar as bar

if TYPE_CHECKING:
    from catalogue.adaptation import Adaptation, Fitted
    from catalogue.trials import Calls

NICENESS = 15
"""Of 19: it runs for minutes beside a bot whose photos come first."""


def adapt(
    forget: Annotated[
        bool, typer.Option("--forget", help="Forget what was found out; verdicts are as before it.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Find out what a photo can't tell apart in this catalogue; run it again after batches, or to go on."""
    from bot.reports import adaptation_report

    if forget:
        with opened_for_pictures(load_settings()) as (_, catalogue):
            known = catalogue.forget_adaptation()
        console.print("Forgotten." if known else "Nothing was known.")
        return
    if hasattr(os, "nice"):
        os.nice(NICENESS)
    with opened(load_settings()) as (pipeline, catalogue), bar() as progress:
        found = catalogue.adapt(pipeline.embed_views, progress=progress)
    if as_json:
        print_json(adaptation_report(found))
        return
    for line in adapted(found):
        console.print(line, soft_wrap=True)


def adapted(found: Adaptation) -> tuple[str, ...]:
    """What was found out, in sentences."""
    return (
        f"A photo can tell {found.told_apart} of {found.items} items with pictures from all others.",
        f"In {found.first:.1%} of the views of their own pictures, they came first.",
        f"Before: {_calls(found.before)}.",
        f"Now: {_calls(found.after)}.",
        *_fitted(found.fitted),
    )


def told_apart(found: Adaptation) -> str:
    """The same for the status, in a sentence."""
    return f"A photo can tell {found.told_apart} of {found.items} items apart ({found.at:%Y-%m-%d})."


def _fitted(fitted: Fitted | None) -> tuple[str, ...]:
    if fitted is None:
        return ("There are too few items to fit the verdict to this catalogue.",)
    outcome = "It's used from now on." if fitted.kept else "It's no better, so it isn't used."
    return (
        f"The verdict, fitted on one half of the items and measured on the other. {outcome}",
        f"  without it: {_calls(fitted.before)}",
        f"  with it: {_calls(fitted.after)}",
    )


def _calls(calls: Calls) -> str:
    return (
        f"{calls.rightly:.1%} in the catalogue and right, {calls.wrongly:.1%} in the catalogue but wrong, "
        f"{calls.either:.1%} one of several; with the item taken out, {calls.absent:.1%} in the catalogue; "
        f"percentages off by {calls.error:.1%}"
    )
