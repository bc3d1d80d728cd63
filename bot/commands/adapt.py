"""hangtag adapt: find out what a photo can't tell apart in this catalogue."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.console import AsJson, console, load_settings, opened, opened_for_pictures, print_json
from bot.commands.console import progress_bar as bar

if TYPE_CHECKING:
    from catalogue.adaptation import Adaptation, Calls

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
    )


def told_apart(found: Adaptation) -> str:
    """The same for the status, in a sentence."""
    return f"A photo can tell {found.told_apart} of {found.items} items apart ({found.at:%Y-%m-%d})."


def _calls(calls: Calls) -> str:
    return (
        f"{calls.rightly:.1%} in the catalogue and right, {calls.wrongly:.1%} in the catalogue but wrong, "
        f"{calls.either:.1%} one of several; with the item taken out, {calls.absent:.1%} in the catalogue"
    )
