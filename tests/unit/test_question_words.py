"""The words of questions, and what the catalogue answers to those who know its names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.questions.answering.answering import Answering
from bot.questions.lexicon import LANGUAGES, Tag, _file, colour_words, kind_words, lexicon
from bot.questions.query import Query
from bot.questions.text import tokens_of
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.state.memory import Context
from catalogue.database import Database, Filter
from catalogue.items import Item, StockLevel, Variant
from catalogue.stock import StockBook
from catalogue.words import words_in
from tests.kit.stores import open_database

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

    with open_database(tmp_path, tee("navy", 9), tee("red", 2)) as database:
        yield StockBook(database)


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


NARROW = {
    "en": {
        "chinos": "Quay chinos",
        "joggers": "Sunday joggers",
        "puffers": "Snowline puffer jacket",
        "down jackets": "Snowline puffer jacket",
        "bomber jackets": "Aviator bomber jacket",
        "blazers": "Stanton blazer",
        "backpacks": "Commuter backpack",
        "totes": "Market canvas tote",
        "high-tops": "Court canvas high-tops",
        "loafers": "Penny loafers",
    },
    "de": {
        "Chinos": "Quay chinos",
        "Daunenjacken": "Snowline puffer jacket",
        "Sakkos": "Stanton blazer",
        "Rucksäcke": "Commuter backpack",
        "Jogginghosen": "Sunday joggers",
        "Stofftaschen": "Market canvas tote",
    },
    "fr": {"sacs à dos": "Commuter backpack"},
    "es": {"mochilas": "Commuter backpack"},
    "it": {"piumini": "Snowline puffer jacket"},
    "pl": {"plecaki": "Commuter backpack"},
}
ALL_OF = {
    "en": "show all {}",
    "de": "zeig alle {}",
    "fr": "quels {} avons-nous",
    "es": "lista de {}",
    "it": "elenco {}",
    "pl": "jakie {} mamy",
}


def test_a_word_that_means_less_than_its_kind_lists_no_more(
    understanding: Understanding, demo_stock: Database
) -> None:
    answering = Answering(demo_stock, Names(demo_stock))
    for language, designs in NARROW.items():
        for word, design in designs.items():
            text = ALL_OF[language].format(word)
            [query] = understanding(text, Context(), language=language).asked
            assert isinstance(query, Query), text
            parts = answering(query).parts
            titles = {part.item.title.rpartition(",")[0] for part in parts if part.item is not None}
            assert titles == {design}, text


def test_a_narrower_word_that_no_title_has_finds_nothing_and_says_how_many_of_its_kind_there_are(
    understanding: Understanding, demo_stock: Database
) -> None:
    [query] = understanding("show all parkas", Context(), language="en").asked
    assert isinstance(query, Query)
    answer = Answering(demo_stock, Names(demo_stock))(query)
    assert answer.items == ()
    assert answer.refused
    assert [note.code for note in answer.notes] == ["answer-of-kind"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_narrower_phrase_is_of_a_kind_in_its_language(language: str) -> None:
    """Else it would never be asked which items it means. English has some for other languages' words besides:
    what a garment is like, with its kind (`pencil skirt`) or without it (`striped`).
    """
    of_kind = {"kind", "trait"} if language == "en" else {"kind"}
    for phrase in (phrase for phrases in _file(language)["narrow"].values() for phrase in phrases):
        words = words_in(phrase.strip("~"))
        span = lexicon(language).longest_at(words, 0)
        if language == "en" and span is not None and span.end < len(words):
            span = lexicon(language).longest_at(words, span.end)
        if language == "en" and len(words) == 1:
            continue
        assert span is not None, phrase
        assert span.end == len(words), phrase
        assert any(tag.group in of_kind for tag in span.tags), phrase
