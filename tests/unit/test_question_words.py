"""The words of questions, and what the catalogue answers to those who know its names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.questions.lexicon import Tag, colour_words, kind_words, lexicon
from bot.questions.text import tokens_of
from catalogue.database import BatchRecord, Database, Filter, sqlite_url
from catalogue.items import Item, StockLevel, Variant
from catalogue.stock import StockBook

NOW = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[StockBook]:
    def tee(colour: str, count: int) -> Item:
        levels = (StockLevel("Hall A", count, 1, NOW), StockLevel("Hall B", 2, 0, NOW))
        item_id = f"TEE-{colour.upper()}"
        variants = (
            Variant(f"{item_id}-S", "S", None, levels),
            Variant(f"{item_id}-M", "M", None, levels[:1]),
        )
        return Item(item_id, f"Striped T-shirt, {colour}", "upper", colour, "Marlow", variants=variants)

    database = Database.open(sqlite_url(tmp_path / "h.sqlite3"))
    database.write([tee("navy", 9), tee("red", 2)], BatchRecord(NOW, "test", 2, 0, 0))
    yield StockBook(database)
    database.close()


def test_a_lexicon_finds_the_longest_phrase() -> None:
    words = [token.text for token in tokens_of("How many in extra large?")]
    known = lexicon("en")
    first = known.longest_at(words, 0)
    assert first is not None
    assert (first.end, Tag("cue", "quantity") in first.tags) == (2, True)
    size = known.longest_at(words, 3)
    assert size is not None
    assert (size.end, size.tags) == (5, frozenset({Tag("size", "XL")}))


def test_colours_and_kinds_are_known_by_their_words() -> None:
    assert "dark blue" in colour_words()["navy"]
    assert "trainers" in kind_words()["sneaker"]


def test_stock_is_counted_by_size_and_place(book: StockBook) -> None:
    [all_of_it] = book.counted(["TEE-NAVY"])
    assert (all_of_it.on_hand, all_of_it.reserved, all_of_it.available, all_of_it.as_of) == (20, 2, 18, NOW)
    assert [(place, part.on_hand) for place, part in all_of_it.by_location()] == [
        ("Hall A", 18),
        ("Hall B", 2),
    ]
    [small] = book.counted(["TEE-NAVY"], sizes=["s"], locations=["hall b"])
    assert small.on_hand == 2


def test_stock_is_listed_by_filter(book: StockBook) -> None:
    lines, total = book.listed(Filter(colours=("red",), level="low", locations=("Hall A",)))
    assert total == len(lines) > 0
    assert {line.item.id for line in lines} == {"TEE-RED"}
    assert book.listed(Filter(colours=("green",))) == ((), 0)
