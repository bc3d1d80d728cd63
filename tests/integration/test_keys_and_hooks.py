"""hangtag key and hangtag hook, as a person types them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.errors import UserError
from bot.state.keys import Keys
from bot.state.people import Role
from catalogue.database import Database
from catalogue.events import EventKind
from catalogue.items import Item, StockLevel, Variant
from catalogue.movements import Worker
from tests.kit.stores import open_database


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """That of the home that the commands use, with one SKU in the shop."""
    monkeypatch.setenv("HANGTAG_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    level = StockLevel("Shop", 5, 0, datetime.now(UTC))
    item = Item("A", "A", variants=(Variant("A-1", "", None, (level,)),))
    with open_database(tmp_path, item, name="hangtag.sqlite3") as opened:
        yield opened


def hangtag(*words: str) -> Result:
    return CliRunner().invoke(app, words, catch_exceptions=False)


def test_a_key_is_shown_once_listed_by_name_and_revoked(database: Database) -> None:
    made = hangtag("key", "add", "till-3", "--role", "supervisor")
    key = made.stdout.splitlines()[0]
    keys = Keys(database.notes)
    found = keys.of(key)
    assert found is not None
    assert (found.name, found.role) == ("till-3", Role.SUPERVISOR)
    listed = hangtag("key", "list", "--json")
    [report] = json.loads(listed.stdout)
    assert (report["name"], report["role"], report["revoked_at"]) == ("till-3", "supervisor", None)
    assert key.split("_", 2)[2] not in listed.stdout + hangtag("key", "list").stdout
    hangtag("key", "revoke", "till-3")
    assert keys.of(key) is None
    assert not keys.any()
    with pytest.raises(UserError, match="already revoked"):
        hangtag("key", "revoke", "till-3")
    with pytest.raises(UserError, match="another name"):
        hangtag("key", "add", "till-3")
    with pytest.raises(UserError, match="no key"):
        hangtag("key", "revoke", "nobody")


def test_a_hook_is_added_listed_logged_and_removed(database: Database) -> None:
    url = "https://erp.example.com/hangtag"
    added = hangtag(
        "hook", "add", url, "--on", "movement,low-stock", "--below", "3", "--at", "shop", "--json"
    )
    report = json.loads(added.stdout)
    assert report["secret"].startswith("whsec_")
    assert (report["on"], report["below"], report["at"]) == (["low-stock", "movement"], 3, "Shop")
    [hook] = database.events.subscriptions()
    assert (hook.target, hook.kinds) == (
        url,
        frozenset({EventKind.MOVEMENT, EventKind.LOW_STOCK}),
    )
    listed = hangtag("hook", "list").stdout + hangtag("hook", "list", "--json").stdout
    assert url in listed
    assert report["secret"] not in listed
    database.movements.count("A-1", "Shop", 2, by=Worker("ann", "Ann"))
    logged = json.loads(hangtag("hook", "log", "--json").stdout)
    assert [(one["on"], one["about"], one["state"]) for one in logged] == [
        ("low-stock", "a-1", "waiting"),
        ("movement", "a-1", "waiting"),
    ]
    assert "waiting" in hangtag("hook", "log", str(hook.id)).stdout
    hangtag("hook", "remove", str(hook.id))
    assert database.events.subscriptions() == ()
    with pytest.raises(UserError, match="no hook"):
        hangtag("hook", "remove", str(hook.id))


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["http://erp.example.com/"], "must be https"),
        (["https://10.0.0.5/"], "isn’t on the open internet"),
        (["https://erp.example.com/", "--on", "everything"], "everything is no event"),
        (["https://erp.example.com/", "--on", ","], "is no event"),
        (["https://erp.example.com/", "--on", "low-stock"], "needs a number"),
        (["https://erp.example.com/", "--below", "3"], "belong to low-stock"),
        (
            ["https://erp.example.com/", "--on", "low-stock", "--below", "3", "--at", "Moon"],
            "no location Moon",
        ),
    ],
)
def test_a_hook_that_makes_no_sense_is_refused(database: Database, words: list[str], reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        hangtag("hook", "add", *words)
    assert database.events.subscriptions() == ()


def test_a_host_of_the_own_network_is_listed_by_a_setting(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANGTAG_HOOK_HOSTS", "erp.internal, 10.0.0.5")
    for url in ("http://erp.internal:8080/x", "http://10.0.0.5/"):
        assert hangtag("hook", "add", url).exit_code == 0
    assert len(database.events.subscriptions()) == 2
