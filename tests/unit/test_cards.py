"""Every kind of card: as it was agreed, within the schema, and fit for a phone."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.buttons import ShowHelp
from bot.cards.elements import BUDGET, press
from bot.cards.elements import card as whole_card
from bot.cards.matches import CutOut, matches_card, summary
from bot.cards.stock import stock_card, stock_summary
from bot.channel import Card
from bot.foreign_text import plain
from bot.locales import words_for
from catalogue.items import Findings, Item, Match, Picture, StockLevel, Variant, Verdict
from tests.cards import samples
from tests.kit.cards import parts, schema, texts

NAMES = tuple(samples.cards())
WORDS = words_for("en")
NETWORK = CutOut("tiramisu", 0.96)
FOREIGN = st.text(max_size=300)
UNHURRIED = settings(max_examples=50)


@pytest.mark.parametrize("name", NAMES)
def test_a_card_is_as_agreed(name: str, matches_golden: Callable[[str, Card], None]) -> None:
    matches_golden(name, samples.cards()[name])


@pytest.mark.parametrize("name", NAMES)
def test_a_card_keeps_to_the_schema(name: str) -> None:
    faults = [fault.message for fault in schema().iter_errors(samples.cards()[name])]
    assert not faults


@pytest.mark.parametrize("name", NAMES)
def test_a_card_is_fit_for_a_phone_and_a_screen_reader(name: str) -> None:
    card = samples.cards()[name]
    assert card["version"] == "1.5"
    assert len(card.get("actions", ())) <= 3
    assert card["fallbackText"]
    for part in parts(dict(card)):
        if part.get("type") == "Image":
            assert part["altText"]
        if part.get("type") == "TextBlock":
            assert part["wrap"]
    for part in parts({name: part for name, part in card.items() if name != "refresh"}):
        if part.get("type") == "Action.Execute":
            assert part["fallback"]["type"] == "Action.Submit"
            assert part["fallback"]["data"] == part["data"]


@pytest.mark.parametrize("name", [name for name in NAMES if "refresh" in samples.cards()[name]])
def test_a_card_is_brought_up_to_date_by_what_its_button_does(name: str) -> None:
    """The unasked way has no fallback: a client that cannot leaves the card as it is."""
    card = samples.cards()[name]
    (button,) = (one for one in card["actions"] if one["verb"] == "refresh")
    action, viewers = card["refresh"]["action"], card["refresh"]["userIds"]
    assert action == {name: value for name, value in button.items() if name != "fallback"}
    assert action["data"]["do"] == "refresh"
    assert viewers == ([] if name in ("stock-gone",) else ["29:anna"])


@pytest.mark.parametrize("name", NAMES)
def test_what_is_hidden_has_a_button_that_shows_it(name: str) -> None:
    card = dict(samples.cards()[name])
    hidden = {part["id"] for part in parts(card) if part.get("isVisible") is False}
    named = {target for part in parts(card) for target in part.get("targetElements", ())}
    assert named == hidden


def test_foreign_words_stand_only_where_no_markdown_is_read() -> None:
    card = dict(samples.cards()["match-rude-rows"])
    blocks = [part["text"] for part in parts(card) if part.get("type") == "TextBlock"]
    assert not [text for text in blocks if "evil" in text or "*" in text or "_" in text]
    assert "[click](https://evil.example)" in texts(card)


def test_a_date_function_in_a_row_is_left_a_plain_word() -> None:
    runs = [
        part["text"]
        for part in parts(dict(samples.cards()["match-rude-rows"]))
        if part.get("type") == "TextRun"
    ]
    assert not [text for text in runs if "{{DATE(2020" in text]


def test_a_sure_answer_says_how_sure_and_folds_the_others() -> None:
    card = samples.cards()["match-very-likely"]
    assert "Very likely this one · 93%" in texts(card)
    others = next(part for part in parts(dict(card)) if part.get("id") == "others")
    assert others["isVisible"] is False
    assert len(others["items"]) == 4


@pytest.mark.parametrize("confidence", [0.5, 0.92, 0.99])
def test_what_is_in_the_catalogue_has_one_wording_however_its_threshold_is_set(confidence: float) -> None:
    found = Findings(Verdict.IN_CATALOGUE, confidence, samples.SURE.matches)
    assert summary(found, WORDS).startswith(f"Hoodie Bergen: Very likely this one · {confidence:.0%}. ")


def test_an_unsure_answer_shows_the_look_alikes_at_once() -> None:
    card = samples.cards()["match-unsure"]
    assert "Not sure" in texts(card)
    others = next(part for part in parts(dict(card)) if part.get("id") == "others")
    assert "isVisible" not in others


def test_not_in_our_catalogue_is_said_plainly_and_no_sku_is_offered() -> None:
    text = texts(samples.cards()["match-none"])
    assert "Not in our catalogue" in text
    assert "HT-1042-S" not in text
    assert "58% similar" in text


def test_each_size_has_its_sku_its_amount_and_a_word_for_the_colour() -> None:
    text = texts(samples.cards()["match-very-likely"])
    for sku in ("HT-1042-S", "HT-1042-M", "HT-1042-L", "HT-1042-XL", "HT-1042-XXL"):
        assert sku in text
    for amount in ("12 in stock", "only 3 left", "none left", "2, all reserved"):
        assert amount in text
    assert "Hall B: 4 (1 reserved)" in text


def test_stock_counted_at_one_time_says_it_once_in_the_readers_own_time_zone() -> None:
    text = texts(samples.cards()["match-very-likely"])
    assert text.count("{{TIME(") == 1
    assert "As of {{DATE(2026-11-23T14:05:00Z,SHORT)}}, {{TIME(2026-11-23T14:05:00Z)}}" in text


def test_stock_counted_at_several_times_says_each() -> None:
    text = texts(samples.cards()["stock-item"])
    assert "{{TIME(2026-11-23T14:05:42Z)}}" in text
    assert "{{TIME(2026-11-22T18:58:42Z)}}" in text


def test_the_size_that_was_asked_for_comes_first_with_its_barcode() -> None:
    card = samples.cards()["stock-sku"]
    skus = [part["text"] for part in parts(dict(card)) if part.get("text", "").startswith("HT-1042-")]
    assert skus[0] == "HT-1042-L"
    assert "Barcode 4012345000028" in texts(card)


def test_what_was_never_counted_is_not_called_none() -> None:
    text = texts(samples.cards()["stock-uncounted"])
    assert "not counted" in text
    assert "none left" not in text


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("tiramisu", "Cut out by the neural network · 96% sure"),
        ("tiramisu+grabcut", "outline refined by GrabCut · 96% sure"),
        ("grabcut", "Cut out by GrabCut"),
        ("whole photo", "no garment could be cut out"),
    ],
)
def test_the_card_says_how_the_garment_was_cut_out(how: str, said: str) -> None:
    card = matches_card(samples.SURE, CutOut(how, 0.96), link=samples.golden_link, words=WORDS)
    assert said in texts(card)


def test_the_notification_is_the_answer_in_one_line() -> None:
    assert summary(samples.SURE, WORDS) == (
        "Hoodie Bergen: Very likely this one · 93%. A photo can’t tell near shades apart: compare the colour."
    )
    assert summary(samples.ABSENT, WORDS) == "Not in our catalogue"
    assert stock_summary(samples.hoodie(), "HT-1042-M", WORDS) == "Hoodie Bergen, HT-1042-M: 23 in stock"
    assert stock_summary(samples.hoodie(), "HT-1042", WORDS) == "Hoodie Bergen: 40 in stock"


def test_a_fourth_button_is_refused() -> None:
    with pytest.raises(ValueError, match="4 buttons"):
        whole_card([], actions=[press("Help", ShowHelp())] * 4, fallback_text="x", language="en")


@UNHURRIED
@given(FOREIGN)
def test_foreign_text_becomes_one_short_line(text: str) -> None:
    line = plain(text, 40)
    assert len(line) <= 40
    assert line == " ".join(line.split())
    assert "{{" not in line


locations = st.builds(
    StockLevel,
    location=FOREIGN,
    on_hand=st.integers(-5, 10**9),
    reserved=st.integers(0, 10**9),
    as_of=st.datetimes(timezones=st.just(samples.COUNTED.tzinfo)),
)
variants = st.builds(
    Variant,
    sku=FOREIGN,
    size=FOREIGN,
    barcode=st.none() | FOREIGN,
    stock=st.lists(locations, max_size=8).map(tuple),
)
items = st.builds(
    Item,
    id=FOREIGN,
    title=FOREIGN,
    colour=st.none() | FOREIGN,
    brand=st.none() | FOREIGN,
    price=st.none() | FOREIGN,
    variants=st.lists(variants, max_size=5).map(tuple),
    pictures=st.lists(
        st.builds(Picture, key=st.text(max_size=80), position=st.integers(0, 9)), max_size=3
    ).map(tuple),
)
matches = st.lists(st.builds(Match, item=items, similarity=st.floats(-1, 1)), max_size=3).map(tuple)


@UNHURRIED
@given(st.sampled_from(Verdict), st.floats(0, 1), matches)
def test_any_findings_make_a_card_within_the_schema(
    verdict: Verdict, confidence: float, found: tuple[Match, ...]
) -> None:
    findings = Findings(verdict, confidence, found)
    assert schema().is_valid(matches_card(findings, NETWORK, link=samples.golden_link, words=WORDS))


@UNHURRIED
@given(items, FOREIGN)
def test_any_item_makes_a_stock_card_within_the_schema(item: Item, asked: str) -> None:
    assert schema().is_valid(stock_card(item, query=asked, link=samples.golden_link, words=WORDS))


def test_the_largest_cards_stay_within_what_teams_takes() -> None:
    """Everything at its limit: long names, many sizes, many locations, each counted at its own time."""
    long = "丈" * 300
    stock = samples.levels(*((long, 10**9, 10**9 - 9),) * 80, every=timedelta(minutes=1))
    huge = Item(
        "i" * 64,
        long,
        "upper",
        long,
        long,
        long,
        (Variant(long, long, long, stock),) * 60,
        (Picture("p" * 200, 0),),
    )
    found = Findings(Verdict.IN_CATALOGUE, 1.0, (Match(huge, 1.0),) * 5)
    for card in (
        matches_card(found, NETWORK, link=samples.golden_link, words=WORDS),
        stock_card(huge, link=samples.golden_link, words=WORDS),
        stock_card(huge, query=long, link=samples.golden_link, words=WORDS),
    ):
        assert len(json.dumps(card)) <= BUDGET
