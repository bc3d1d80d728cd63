"""Keys of the API at the command line: add, list, revoke."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer
from rich.table import Table

from bot.commands.console import AsJson, console, load_settings, print_json

app = typer.Typer(no_args_is_help=True, help="Keys with which other systems use the API.")


class KeyRole(StrEnum):
    """What a key may do, as for people."""

    WORKER = "worker"
    SUPERVISOR = "supervisor"
    ADMIN = "admin"


@app.command()
def add(
    name: Annotated[str, typer.Argument(help="What the system is called: small letters, digits, hyphens.")],
    role: Annotated[KeyRole, typer.Option(help="What it may do, as for people.")] = KeyRole.WORKER,
    as_json: AsJson = False,
) -> None:
    """Make a key, and show it once."""
    from bot.building.opening import open_database
    from bot.state.keys import Keys
    from bot.state.people import Role

    with open_database(load_settings()) as database:
        key = Keys(database.notes).add(name, Role[role.name])
    if as_json:
        print_json({"name": name, "role": role.value, "key": key})
        return
    console.print(key, soft_wrap=True)
    console.print("Store it now: it's not shown again. It works at once.", soft_wrap=True)


@app.command("list")
def list_keys(as_json: AsJson = False) -> None:
    """List the keys by name, with roles; never the keys themselves."""
    from bot.building.opening import open_database
    from bot.state.keys import Keys

    with open_database(load_settings()) as database:
        keys = Keys(database.notes).all()
    if as_json:
        print_json(
            [
                {
                    "name": key.name,
                    "role": key.role.word,
                    "made_at": key.made_at.isoformat(),
                    "revoked_at": key.revoked_at.isoformat() if key.revoked_at else None,
                }
                for key in keys
            ]
        )
        return
    table = Table("name", "role", "made", "revoked")
    for key in keys:
        revoked = f"{key.revoked_at:%Y-%m-%d %H:%M}" if key.revoked_at else ""
        table.add_row(key.name, key.role.word, f"{key.made_at:%Y-%m-%d %H:%M}", revoked)
    console.print(table)


@app.command()
def revoke(name: Annotated[str, typer.Argument(help="The key's name.")]) -> None:
    """Make a key useless, at once and for good."""
    from bot.building.opening import open_database
    from bot.state.keys import Keys

    with open_database(load_settings()) as database:
        Keys(database.notes).revoke(name)
    console.print(f"The key {name} is revoked.")
