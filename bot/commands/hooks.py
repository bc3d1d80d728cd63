"""Hooks at the command line: add, list, remove, and the log of what was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from bot.commands.console import AsJson, console, load_settings, print_json
from bot.errors import UserError

if TYPE_CHECKING:
    from catalogue.events import Event, Subscription

app = typer.Typer(no_args_is_help=True, help="Other systems that are told what happens here.")


@app.command()
def add(
    url: Annotated[str, typer.Argument(help="Where events are sent: https://erp.example.com/hangtag.")],
    on: Annotated[
        str, typer.Option(help="Between commas: movement, batch, unknown-garment, low-stock.")
    ] = "movement,batch,unknown-garment",
    below: Annotated[
        int | None, typer.Option(min=1, help="Of low-stock: fewer free pieces than this.")
    ] = None,
    at: Annotated[str | None, typer.Option(help="Of low-stock: at this location alone.")] = None,
    as_json: AsJson = False,
) -> None:
    """Add a hook, and show once the secret that its messages are signed with."""
    from bot.building.opening import open_database
    from bot.hooks.addresses import HookAddresses
    from bot.hooks.signing import new_secret

    settings = load_settings()
    HookAddresses(settings.inner_hook_hosts).parsed(url)
    kinds = _kinds(on, below, at)
    with open_database(settings) as database:
        place = None if at is None else _place(database.questions.names_in_use().locations, at)
        hook = database.events.subscribe(url, new_secret(), kinds, below=below, location=place)
    if as_json:
        print_json(_report(hook) | {"secret": hook.secret})
        return
    console.print(f"Hook {hook.id}. Its secret, which isn't shown again:", soft_wrap=True)
    console.print(hook.secret, soft_wrap=True)


@app.command("list")
def list_hooks(as_json: AsJson = False) -> None:
    """List the hooks, without their secrets."""
    from bot.building.opening import open_database

    with open_database(load_settings()) as database:
        reports = [_report(hook) for hook in database.events.subscriptions()]
    if as_json:
        print_json(reports)
        return
    table = Table("hook", "address", "on", "below", "at", "made")
    for each in reports:
        below = "" if each["below"] is None else str(each["below"])
        on = ", ".join(each["on"])
        table.add_row(str(each["hook"]), each["url"], on, below, each["at"] or "", each["made_at"][:16])
    console.print(table)


@app.command()
def remove(hook: Annotated[int, typer.Argument(help="The hook's number.")]) -> None:
    """Remove a hook, with what still waits for it."""
    from bot.building.opening import open_database

    with open_database(load_settings()) as database:
        if not database.events.unsubscribe(hook):
            raise UserError("operator-hook-unknown", hook=str(hook))
    console.print(f"The hook {hook} is removed.")


@app.command("log")
def show_log(
    hook: Annotated[int | None, typer.Argument(help="The hook's number; all by default.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many events.")] = 20,
    as_json: AsJson = False,
) -> None:
    """What was sent to hooks within a week, what waits, and what came of the latest attempt."""
    from bot.building.opening import open_database

    with open_database(load_settings()) as database:
        events = database.events.log(subscription_id=hook, limit=limit)
    if as_json:
        print_json([_event_report(event) for event in events])
        return
    table = Table("at", "hook", "on", "about", "state", "tries", "answer")
    for event in events:
        table.add_row(
            f"{event.at:%m-%d %H:%M:%S}",
            str(event.subscription_id),
            event.kind.value,
            event.subject,
            event.state.value,
            str(event.attempts),
            event.answer or "",
        )
    console.print(table)


def _kinds(on: str, below: int | None, at: str | None) -> list[Any]:
    from catalogue.events import EventKind

    kinds = []
    for word in filter(None, (part.strip() for part in on.split(","))):
        try:
            kinds.append(EventKind(word))
        except ValueError as error:
            names = ", ".join(kind.value for kind in EventKind)
            raise UserError("operator-hook-kinds", kind=word[:60], kinds=names) from error
    low = EventKind.LOW_STOCK in kinds
    if low and below is None:
        raise UserError("operator-hook-below")
    if not low and (below is not None or at is not None):
        raise UserError("operator-hook-not-low")
    if not kinds:
        raise UserError("operator-hook-kinds", kind="“”", kinds=", ".join(kind.value for kind in EventKind))
    return kinds


def _place(locations: Any, at: str) -> str:
    from catalogue.items import folded

    for name in locations:
        if folded(name) == folded(at):
            return str(name)
    raise UserError("operator-hook-place", place=at[:100])


def _report(hook: Subscription) -> dict[str, Any]:
    return {
        "hook": hook.id,
        "url": hook.target,
        "on": sorted(kind.value for kind in hook.kinds),
        "below": hook.below,
        "at": hook.location,
        "made_at": hook.made_at.isoformat(),
    }


def _event_report(event: Event) -> dict[str, Any]:
    return {
        "event": event.message,
        "hook": event.subscription_id,
        "on": event.kind.value,
        "about": event.subject,
        "at": event.at.isoformat(),
        "state": event.state.value,
        "attempts": event.attempts,
        "answer": event.answer,
        "next": event.due_at.isoformat() if event.state.value == "waiting" else None,
        "done_at": event.done_at.isoformat() if event.done_at else None,
    }
