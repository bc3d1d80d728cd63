"""hangtag audit: can every item be found by its photos? And put right what cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from bot.commands.console import (
    AsJson,
    console,
    errors,
    load_settings,
    opened_for_pictures,
    print_json,
    progress_bar,
)

if TYPE_CHECKING:
    from catalogue.audit import Audit, ItemCounts


def audit(
    as_json: AsJson = False,
    repair: Annotated[
        bool,
        typer.Option(
            "--repair",
            help="Put right what cannot be found. After a change of models this makes the new one's index, "
            "while programs that run with the former go on.",
        ),
    ] = False,
) -> None:
    """Whether every picture of the catalogue is found by its own vector; exit status 1 where one is not."""
    from bot.reports import audit_report

    with opened_for_pictures(load_settings(), rebuild=repair) as (pipeline, catalogue):
        with progress_bar() as progress:
            result = (
                catalogue.repair(pipeline.embed_pictures, progress=progress)
                if repair
                else catalogue.audit(progress=progress)
            )
        counts = catalogue.count_items(result, repaired=repair)
    if as_json:
        print_json(audit_report(result, counts, repaired=repair))
    else:
        console.print(audited(result, counts, repaired=repair), soft_wrap=True)
    if result.fault:
        errors.print(str(result.fault))
    if not (result.ok or repair):
        raise typer.Exit(1)


def audited(result: Audit, counts: ItemCounts, *, repaired: bool) -> str:
    """What an audit found, in a sentence or two."""
    if result.ok:
        text = f"All {result.pictures} pictures are found by their own vectors"
    else:
        lost = f"{len(result.missing)} were missing in the index and {len(result.unfindable)} not found there"
        text = f"Of {result.pictures} pictures {lost}"
        left = f"{len(result.lost)} are lost" if result.lost else "all are found now"
        text += f"; {left}" if repaired else ": hangtag audit --repair puts that right"
    if result.strays:
        text += f"; the index held {len(result.strays)} that no item shows"
    text += f". Photos can find {counts.findable} of {counts.items} items"
    if counts.without_pictures:
        text += f"; {counts.without_pictures} have no picture"
    return f"{text}."
