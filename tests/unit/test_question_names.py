"""What a catalogue calls its sizes, colours and places, however a message writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.questions.query import Query, Read
from bot.questions.sizes import Sizes
from bot.questions.text import Token, tokens_of
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.state.memory import Context
from catalogue.items import Item, StockLevel, Variant
from tests.kit.stores import open_database

NOW = datetime(2026, 8, 12, 10, tzinfo=UTC)
SIZES = Sizes(["W32/L34", "34", "128", "6 ans", "One size", "39-41"])


def item(item_id: str, title: str, colour: str, size: str, place: str, garment_class: str = "lower") -> Item:
    stock = (StockLevel(place, 5, 0, NOW),)
    return Item(
        item_id, f"{title}, {colour}", garment_class=garment_class, colour=colour, brand="Nordlicht",
        variants=(Variant(f"{item_id}-1", size, stock=stock),),
    )  # fmt: skip


ITEMS = (
    item("CH-OLI", "Chino Moritz", "oliv", "W32/L34", "Zentrallager Halle 1 10-13"),
    item("CH-BEI", "Chino Moritz", "beige", "W33/L34", "Zentrallager Halle 2"),
    item("GU-BRN", "Ledergürtel Max", "braun", "95", "Filiale Graz", ""),
    item("KL-SGE", "Sommerkleid Paula", "senfgelb", "34", "Filiale Wien", "full-body"),
    item("KL-ARO", "Dirndl Rosalie", "altrosa", "34", "Filiale Wien", "full-body"),
    item("HE-ROS", "Oxfordhemd Felix", "rosa", "M", "Filiale Graz", "upper"),
)


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Names]:
    folder: Path = tmp_path_factory.mktemp("names")
    with open_database(folder, *ITEMS) as database:
        yield Names(database)


@pytest.fixture(scope="module")
def understanding(names: Names) -> Understanding:
    return Understanding(names)


def read(understanding: Understanding, language: str, message: str) -> Read:
    return understanding(message, Context(), language=language, now=NOW)


def query(understanding: Understanding, language: str, message: str) -> Query:
    (asked,) = read(understanding, language, message).asked
    assert isinstance(asked, Query)
    return asked


@pytest.mark.parametrize(
    ("written", "size"),
    [
        ("32/34", "W32/L34"),
        ("32x34", "W32/L34"),
        ("32-34", "W32/L34"),
        ("W32 L34", "W32/L34"),
        ("waist 32 length 34", "W32/L34"),
        ("31/36", "31/36"),
        ("34er", "34"),
        ("34s", "34"),
        ("128 cm", "128"),
        ("128cm", "128"),
        ("6 years", "6 ans"),
        ("39/41", "39-41"),
    ],
)
def test_a_size_is_found_however_it_is_written(written: str, size: str) -> None:
    tokens = [part for token in tokens_of(written) for part in parts_of(token)]
    assert SIZES.at(tokens, 0, len(tokens)) == (len(tokens), size)
    assert SIZES.is_size(tokens_of(written))


def parts_of(token: Token) -> list[Token]:
    return [replace(token, text=part) for part in SIZES.parts(token) or (token.text,)]


def test_a_waist_and_a_length_are_never_an_amount_and_a_size(understanding: Understanding) -> None:
    asked = query(understanding, "en", "Chino Moritz beige 33/34, what is free")
    assert (asked.sizes.values, asked.needed) == (("W33/L34",), None)


@pytest.mark.parametrize(
    ("language", "message", "item_id"),
    [
        ("en", "Chino Moritz green", "CH-OLI"),
        ("pl", "Sommerkleid Paula żółta", "KL-SGE"),
        ("fr", "ceinture en cuir Max 95", "GU-BRN"),
    ],
)
def test_an_item_is_found_by_the_family_of_its_colour_and_by_its_name(
    understanding: Understanding, language: str, message: str, item_id: str
) -> None:
    asked = query(understanding, language, message)
    assert asked.items == (item_id,)
    assert not asked.pieces


def test_a_shade_is_itself_and_a_plain_colour_all_its_shades(names: Names) -> None:
    vocabulary = names.vocabulary()
    assert vocabulary.colours_of("altrosa") == ("altrosa",)
    assert set(vocabulary.colours_of("rosa")) == {"altrosa", "rosa"}
    assert vocabulary.colours_of("yellow") == ("senfgelb",)


@pytest.mark.parametrize(
    ("message", "place"),
    [("was liegt in Halle 1", "Zentrallager Halle 1"), ("10-13 was liegt da", "Zentrallager Halle 1 10-13")],
)
def test_a_place_is_found_by_the_end_of_its_name(
    understanding: Understanding, message: str, place: str
) -> None:
    assert query(understanding, "de", message).places.values == (place,)


def test_a_bound_without_a_unit_is_a_price_or_asked_about(understanding: Understanding) -> None:
    priced = query(understanding, "en", "anything from Nordlicht under 50?")
    assert (priced.prices.most, bool(priced.pieces)) == (49.99, False)
    unclear = read(understanding, "de", "Hosen mit weniger als 50")
    assert (unclear.asked, unclear.unknown_as, len(unclear.near)) == ((), "bound", 2)


def test_a_word_of_the_language_is_no_unknown_place(understanding: Understanding) -> None:
    assert read(understanding, "en", "Chino Moritz oliv, the straps are torn").unknown_as != "place"
