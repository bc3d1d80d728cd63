"""`hangtag feed …` as a person types it, and that no secret of a feed is ever shown."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.building.feeds import source_opener, with_secrets
from bot.building.opening import open_database
from bot.commands.doctor import _feeds, _tried
from bot.settings import load_settings
from catalogue.database import Feed
from catalogue.errors import CatalogueError, FeedError
from catalogue.feeds.sources.query import Query
from catalogue.modes import Mode
from catalogue.status import feed_standings
from tests.kit.feeds import new_feed

Run = Callable[..., str]


@pytest.fixture
def hangtag(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in a home of its own; gives what it prints, or the sentence that it fails with."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HANGTAG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "200")

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(app, arguments)
        if isinstance(done.exception, CatalogueError):
            return str(done.exception)
        assert done.exit_code in (0, 2), done.output
        return done.output

    return run


def test_a_feed_is_added_listed_and_removed(hangtag: Run, tmp_path: Path) -> None:
    query = tmp_path / "stock.sql"
    query.write_text("SELECT artikel AS sku, menge AS on_hand FROM bestand", "utf-8")
    address = "postgresql://reader@wms/stock"
    options = ("--every", "4h", "--query", str(query), "--max-fewer", "100", "--map", "Menge=on_hand")
    assert "hangtag feed run WMS" in hangtag("feed", "add", "WMS", address, *options)
    assert "WMS" in hangtag("feed", "list")
    (listed,) = json.loads(hangtag("feed", "list", "--json"))
    assert (listed["every_seconds"], listed["map"]) == (14400, {"Menge": "on_hand"})
    assert listed["limits"]["fewer"] == 100
    with open_database(load_settings()) as database:
        feed = database.feeds.get("WMS")
        assert feed.query.startswith("SELECT artikel")
    assert isinstance(source_opener(load_settings())(feed), Query)
    assert "is removed" in hangtag("feed", "remove", "wms")
    assert "There are no feeds" in hangtag("feed", "list")


def test_a_path_is_the_same_from_wherever_the_bot_runs(hangtag: Run, tmp_path: Path) -> None:
    hangtag("feed", "add", "ERP", "out/stock-*.csv", "--mode", "upsert", "--every", "1d")
    with open_database(load_settings()) as database:
        feed = database.feeds.get("ERP")
    assert feed.source == str(tmp_path / "out" / "stock-*.csv")
    assert (feed.mode, feed.every) == (Mode.UPSERT, timedelta(days=1))


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("1 WMS", "/srv/x"), "name begins with a letter"),
        (("W_M", "/srv/x"), "name begins with a letter"),
        (("W" * 41, "/srv/x"), "name begins with a letter"),
        (("WMS", "https://u:s3cret@wms/x.csv"), "has a password in it"),
        (("WMS", "https://u:${PW}@wms/x.csv"), "PW isn't in HANGTAG_FEED_SECRETS"),
        (("WMS", "http://wms.example.com/x.csv"), "must begin with https"),
        (("WMS", "https://"), "can't be read"),
        (("WMS", "https://[::1/x"), "can't be read"),
        (("WMS", "postgresql://wms/stock"), "needs --query"),
        (("WMS", "/srv/x", "--query", "x.sql"), "needs --query"),
        (("WMS", "postgresql://wms/stock", "--query", "none.sql"), "none.sql can't be read"),
        (("WMS", "/srv/x", "--every", "30s"), "isn't a time"),
        (("WMS", "/srv/x", "--every", "0m"), "isn't a time"),
        (("WMS", "/srv/x", "--mode", "replace"), "stock or upsert"),
        (("WMS", "/srv/x", "--map", "sku"), "isn't in the form"),
    ],
)
def test_what_cannot_be_a_feed_is_refused_with_a_sentence(
    hangtag: Run, arguments: tuple[str, ...], sentence: str
) -> None:
    assert sentence in hangtag("feed", "add", *arguments)
    assert json.loads(hangtag("feed", "list", "--json")) == []


def test_an_unknown_feed_is_said_so(hangtag: Run) -> None:
    for command in ("run", "remove"):
        assert "There's no feed TMS" in hangtag("feed", command, "TMS")


def test_no_secret_is_shown_or_stored_or_logged(
    hangtag: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    secrets = {"PW": "s3cret/word", "KEY": "s3cret+key"}
    monkeypatch.setenv("HANGTAG_FEED_SECRETS", json.dumps(secrets))
    monkeypatch.setenv("HANGTAG_FEED_HEADERS", json.dumps({"web": {"X-Key": "s3cret-header"}}))
    query = tmp_path / "q.sql"
    query.write_text("SELECT 1 AS sku")
    shown = hangtag("feed", "add", "Web", "https://u:${PW}@127.0.0.1:1/x.csv?key=${KEY}")
    shown += hangtag("feed", "add", "Db", "postgresql://u:${PW}@127.0.0.1:1/x", "--query", str(query))
    shown += hangtag("feed", "add", "Ftp", "sftp://u:${PW}@127.0.0.1:1/x.csv")
    shown += hangtag("feed", "list") + hangtag("feed", "list", "--json")
    settings = load_settings()
    shown += repr(settings)
    with open_database(settings) as database:
        feeds = database.feeds.all()
        shown += repr(feeds) + repr(feed_standings(database))
    for feed in feeds:
        source = source_opener(settings)(feed)
        with pytest.raises(FeedError) as raised:
            source.fetch(None, tmp_path / "out")
        shown += str(raised.value) + repr(raised.value.message) + repr(source)
    shown += "\n".join(f"{one.getMessage()} {one.exc_text}" for one in caplog.records)
    assert "s3cret" not in shown
    assert b"s3cret" not in (settings.home / "hangtag.sqlite3").read_bytes()
    opened = with_secrets(feeds[-1].source, settings)
    assert opened.endswith("s3cret%2Fword@127.0.0.1:1/x.csv?key=s3cret%2Bkey")


def test_headers_are_of_the_feed_that_they_name(monkeypatch: pytest.MonkeyPatch, hangtag: Run) -> None:
    from bot.building import feeds

    monkeypatch.setenv("HANGTAG_FEED_HEADERS", json.dumps({"WMS": {"X-Key": "1"}}))
    settings = load_settings()

    def headers(name: str) -> dict[str, str]:
        with open_database(settings) as database:
            added: Feed = database.feeds.add(new_feed(name, "https://wms/x.csv"))
        return feeds._headers(added, settings)

    assert headers("wms") == {"X-Key": "1"}
    assert headers("ERP") == {}


def test_the_doctor_says_how_old_feeds_are_and_what_is_amiss(hangtag: Run, tmp_path: Path) -> None:
    def found() -> tuple[str, str]:
        finding = _tried("feeds", lambda: _feeds(load_settings()))
        return finding.state, finding.said

    assert found() == ("ok", "there are none")
    with open_database(load_settings()) as database:
        feed = database.feeds.add(new_feed("WMS", "https://u:${PW}@wms/x.csv"))
    assert found()[0] == "fault"
    assert "PW" in found()[1]
    with open_database(load_settings()) as database:
        database.feeds.remove(feed.name)
        late = database.feeds.add(new_feed("WMS", "/srv/x", every=timedelta(seconds=-1)))
        assert late.is_late(late.added_at)
    assert found()[0] == "fault"
    assert "later than promised" in found()[1]
