"""Feeds at the command line: add, list, run, remove."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer
from rich.table import Table

from bot.commands.batches import BY, mapping_of
from bot.commands.console import AsJson, console, errors, load_settings, opened, print_json, progress_bar
from catalogue.errors import FeedError
from catalogue.messages import Message
from catalogue.modes import Mode

if TYPE_CHECKING:
    # Loading these takes seconds, which `hangtag --help` should not.
    from catalogue.feeds.service import Run

app = typer.Typer(no_args_is_help=True)

NAME = re.compile(r"[^\W\d_](?:[^\W_]|[ .-]){0,39}")
"""A letter first, and no sign that Markdown reads."""
_EVERY = re.compile(r"([1-9][0-9]{0,4})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_PERCENT = {"min": 0, "max": 100}


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="What people read beside the stock: WMS.")],
    source: Annotated[
        str, typer.Argument(help="https://…, sftp://…, postgresql://…, a folder or file, s3://…")
    ],
    mode: Annotated[Mode, typer.Option(help="stock or upsert.")] = Mode.STOCK,
    every: Annotated[str, typer.Option(help="How often it is read: 15m, 4h, 1d.")] = "15m",
    columns: Annotated[
        list[str] | None, typer.Option("--map", help="A column of yours and one of ours: 'Artikelnr=sku'.")
    ] = None,
    query: Annotated[Path | None, typer.Option(help="A file with one SELECT, for a database.")] = None,
    max_changed: Annotated[int, typer.Option(**_PERCENT, help="Percent of the SKUs that may change.")] = 30,
    max_emptied: Annotated[
        int, typer.Option(**_PERCENT, help="Percent of the SKUs in stock that may fall to 0.")
    ] = 10,
    max_retired: Annotated[
        int, typer.Option(**_PERCENT, help="Percent of the items that may be retired or deleted.")
    ] = 2,
    max_faulty: Annotated[int, typer.Option(**_PERCENT, help="Percent of the rows that may be faulty.")] = 5,
    max_fewer: Annotated[
        int, typer.Option(**_PERCENT, help="Percent of the SKUs of the last time that may be missing.")
    ] = 30,
) -> None:
    """Add a source that the bot reads by itself; beyond the limits it asks an admin."""
    from bot.building.feeds import with_secrets
    from bot.building.opening import open_database
    from catalogue.database import Limits, NewFeed
    from catalogue.feeds.sources import shown

    settings = load_settings()
    _check_name(name)
    if mode not in (Mode.STOCK, Mode.UPSERT):
        raise FeedError(Message("operator-feed-mode", mode=mode.value))
    source = _checked(source, has_query=query is not None)
    with_secrets(source, settings)  # raises if one is missing
    new = NewFeed(
        name=name,
        source=source,
        mode=mode,
        every=_interval(every),
        columns=mapping_of(columns or []),
        query="" if query is None else _query(query),
        limits=Limits(max_changed, max_emptied, max_retired, max_faulty, max_fewer),
        added_by=BY,
    )
    with open_database(settings) as database:
        feed = database.feeds.add(new)
    console.print(
        f"The feed {feed.name} reads {shown(feed.source)} every {every}, once the bot runs. "
        f"Try it now: hangtag feed run {feed.name}",
        soft_wrap=True,
    )


@app.command("list")
def list_feeds(as_json: AsJson = False) -> None:
    """All feeds, how old their figures are, and how their latest runs went."""
    from bot.building.opening import open_database
    from bot.reports import feed_report
    from catalogue.status import feed_standings

    with open_database(load_settings()) as database:
        reports = [feed_report(one) for one in feed_standings(database)]
    if as_json:
        print_json(reports)
        return
    table = Table("feed", "mode", "every", "source", "state")
    for report in reports:
        every = spelled(report["every_seconds"])
        table.add_row(report["feed"], report["mode"], every, report["source"], feed_in_words(report))
    console.print(table if reports else "There are no feeds: add one with hangtag feed add.")


@app.command()
def run(
    name: Annotated[str, typer.Argument(help="The feed's.")],
    yes: Annotated[
        bool, typer.Option("--yes", help="Read it whole, and apply it beyond its limits too.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Run a feed now, once. Exit status 1 if it failed, or asks an admin."""
    from bot.building.feeds import build_feeds
    from bot.building.opening import open_database

    settings = load_settings()
    with open_database(settings) as database:
        database.feeds.get(name)  # a wrong name is told before the models are loaded
    with opened(settings) as (pipeline, catalogue), progress_bar() as progress:
        done = build_feeds(settings, pipeline, catalogue).run(name, anyway=yes, progress=progress)
        sentence, well = _outcome(done, catalogue.ledger.record(done.batch) if done.batch else None)
    if as_json:
        print_json(
            {"feed": done.feed.name, "result": done.result.value, "batch": done.batch, "text": sentence}
        )
    else:
        (console if well else errors).print(sentence, soft_wrap=True)
    if not well:
        raise typer.Exit(1)


@app.command()
def remove(name: Annotated[str, typer.Argument(help="The feed's.")]) -> None:
    """Forget a feed. What it brought stays in the catalogue."""
    from bot.building.opening import open_database

    with open_database(load_settings()) as database:
        database.feeds.remove(name)
    console.print(f"The feed {name} is removed. The stock that it brought stays.", soft_wrap=True)


def feed_in_words(report: dict[str, Any]) -> str:
    """How a feed stands, from its report, in a few words."""
    age = report["age_seconds"]
    parts = ["no figures yet" if age is None else f"figures {spelled(max(age, 60))} old"]
    if report["late"]:
        parts.append("later than promised")
    if report["failures"]:
        parts.append(f"failed {report['failures']} times in a row: {str(report['fault']).rstrip('.')}")
    if report["waiting"]:
        parts.append(f"batch {report['waiting']} waits for an admin")
    return ", ".join(parts)


def _outcome(done: Run, record: Any) -> tuple[str, bool]:
    """What came of a run in a sentence, and whether that is well."""
    name, state = done.feed.name, done.feed.state
    match done.result.value:
        case "applied":
            return (
                f"Batch {done.batch} applied: {record.new_items} new items, {record.changed_items} changed, "
                f"{record.unchanged_items} unchanged.",
                True,
            )
        case "confirmed":
            as_of = f" as of {state.as_of:%Y-%m-%d %H:%M} UTC" if state.as_of else ""
            return f"Nothing new from {name}: the counts are confirmed{as_of}.", True
        case "waiting":
            why = f"{record.fault} " if record is not None and record.fault else ""
            return (
                f"Batch {done.batch} waits. {why}Apply it in the chat, or with: "
                f"hangtag feed run {name} --yes",
                False,
            )
        case "failed":
            return str(state.fault), False
        case _:
            return f"The feed {name} can't be run right now; try again in a minute.", False


def _check_name(name: str) -> None:
    if not NAME.fullmatch(name) or name.endswith(" "):
        raise FeedError(Message("operator-feed-name"))


def _checked(source: str, *, has_query: bool) -> str:
    """A source that can be one; a path from here as one from anywhere. Raises `FeedError`."""
    from bot.fetching.network import is_loopback  # brings aiohttp
    from catalogue.feeds.sources import Kind, kind_of
    from catalogue.feeds.sources.schemes import has_password

    kind = kind_of(source)
    if has_query != (kind is Kind.DATABASE):
        raise FeedError(Message("operator-feed-query"))
    if has_password(source):
        raise FeedError(Message("operator-feed-password"))
    if kind is Kind.FILES:
        return source if "://" in source else str(Path(source).absolute())
    try:
        parts = urlsplit(source)
        host = parts.hostname or ""
    except ValueError as error:
        raise FeedError(Message("feed-address")) from error
    if kind is Kind.WEB and parts.scheme != "https" and not is_loopback(host):
        raise FeedError(Message("feed-no-https"))
    if not host and kind is not Kind.DATABASE:
        raise FeedError(Message("feed-address"))
    return source


def _interval(every: str) -> timedelta:
    match = _EVERY.fullmatch(every.strip())
    if match is None:
        raise FeedError(Message("operator-feed-every", every=every))
    return timedelta(**{_UNITS[match[2]]: int(match[1])})


def spelled(seconds: int) -> str:
    """Write a time as people read it: `15m`, `4h`, `2d`."""
    for unit, size in (("d", 86400), ("h", 3600)):
        if seconds >= size and (seconds % size == 0 or seconds >= 2 * size):
            return f"{seconds // size}{unit}"
    return f"{seconds // 60}m"


def _query(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise FeedError(
            Message("operator-feed-query-file", path=str(path), english=error.strerror or "")
        ) from error
    except UnicodeDecodeError as error:
        raise FeedError(Message("operator-feed-query-file", path=str(path), english="no UTF-8")) from error
