"""`hangtag report`: the digest as a page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.console import console, load_settings


def report(
    out: Annotated[Path, typer.Argument(help="The HTML file to write.")],
    days: Annotated[int, typer.Option(min=1, max=366, help="How many days back.")] = 7,
    locale: Annotated[str, typer.Option(help="The language of the page.")] = "en",
) -> None:
    """Write what ran low, came in, wasn't known, and how often the first match was right, as a page."""
    from bot.building.opening import open_database
    from bot.cards.digest import digest_page
    from bot.locales import words_for

    now = datetime.now(UTC)
    with open_database(load_settings()) as database:
        digest = database.digests.between(now - timedelta(days=days), now)
    out.write_text(digest_page(digest, words_for(locale)), encoding="utf-8")
    console.print(f"{out} is written.", highlight=False)
