"""The search beside the message box where something fails: the sender reads what, within Teams' seconds."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cards.found import hits
from bot.channel import Hits, Lookup, Person
from bot.handlers.at_once.extension import ExtensionHandler
from bot.handlers.at_once.in_time import InTime
from bot.locales import words_for
from bot.teams.activities import looked_up
from catalogue.database import Database
from catalogue.items import Item, Picture, StockLevel, Variant
from catalogue.stock import StockBook
from tests.fakes.observer import Observer
from tests.kit.stores import open_database

ASKED = Lookup(Person("29:pat"), "hoodie", locale="de-DE")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "h.sqlite3"


@pytest.fixture
def book(file: Path) -> Iterator[StockBook]:
    hoodie = Item("H-1", "Hoodie", pictures=(Picture("h", 0),))
    with open_database(file.parent, hoodie, name=file.name) as database:
        yield StockBook(database)


@pytest.mark.parametrize("asked", ["", "90"], ids=["whole", "one size"])
def test_a_whole_page_of_large_items_is_within_what_the_bot_framework_takes(asked: str) -> None:
    """Each of these signs is three bytes."""
    stock = tuple(StockLevel(f"{'库' * 40}{n}", 3 * n, 1, datetime.now(UTC)) for n in range(50))
    variants = tuple(Variant(f"{'棉' * 63}{n}", f"{'大' * 23}{n}", f"9{n}", stock) for n in range(60))
    item = Item("x" * 64, "衣" * 300, "upper", "红" * 200, "牌" * 200, None, variants, (Picture("h", 0),))
    page = hits([item] * 25, query=asked, link=lambda key, size: "/" * 200, words=words_for("en"), zone=UTC)
    assert len(json.dumps(looked_up(Hits(page)), ensure_ascii=False).encode()) < 256_000
    (alone,) = hits([item], query=asked, link=lambda key, size: "/" * 200, words=words_for("en"), zone=UTC)
    assert len(json.dumps(page[0].card)) < len(json.dumps(alone.card)) <= 20_000


async def test_a_search_that_is_answered_tells_so(book: StockBook) -> None:
    observer = Observer()
    answer = await ExtensionHandler(book, InTime(observe=observer), link=lambda key, size: f"/{key}/{size}")(
        ASKED
    )
    (hit,) = answer.found
    assert (hit.title, hit.picture) == ("Hoodie", "/h/240")
    assert observer.outcomes == [("search", "ok")]


async def test_a_search_that_takes_too_long_says_so(book: StockBook) -> None:
    observer = Observer()
    answer = await ExtensionHandler(book, InTime(observe=observer, seconds=0.0), link=lambda key, size: "/")(
        ASKED
    )
    assert answer == Hits(text=words_for("de")("search-slow"))
    assert observer.outcomes == [("search", "fault")]


async def test_a_database_that_fails_is_told(book: StockBook, file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE item_words")
    connection.close()
    observer = Observer()
    answer = await ExtensionHandler(book, InTime(observe=observer), link=lambda key, size: "/")(ASKED)
    assert answer.found == ()
    assert answer.text.startswith("Die Datenbank antwortet nicht")
    assert "item_words" not in answer.text
    assert observer.outcomes == [("search", "fault")]


async def test_a_bug_is_answered_with_a_reference_that_the_log_has_too(
    book: StockBook, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(key: str, size: int) -> str:
        raise ZeroDivisionError("secret")

    observer = Observer()
    answer = await ExtensionHandler(book, InTime(observe=observer), link=broken)(ASKED)
    assert "secret" not in answer.text
    (record,) = caplog.records
    reference = str(record.args[0]) if isinstance(record.args, tuple) else ""
    assert answer.text == words_for("de")("apology", reference=reference)
    assert observer.outcomes == [("search", "bug")]


async def test_before_anything_came_in_a_hint_is_given(database: Database) -> None:
    answer = await ExtensionHandler(StockBook(database), InTime(), link=lambda key, size: "/")(
        Lookup(Person("29:pat"))
    )
    assert answer == Hits(text=words_for("en")("search-hint"))
