"""The cards of batches: what they say, and that foreign words stay words however many there are."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cards.batch_diff import diff_card, diff_summary
from bot.cards.batch_progress import progress_card
from bot.cards.elements import BUDGET
from bot.cards.history import history_card
from bot.locales import words_for
from catalogue.batches.applying.staged import StagedBatch
from catalogue.errors import Fault
from catalogue.messages import plain_text
from catalogue.modes import State
from tests.cards import batch_samples, samples
from tests.kit.cards import parts, schema, texts

WORDS = words_for("en")
ITEMS = {"hoodie": samples.hoodie(), "dress": samples.dress(), "bag": samples.bag()}


def buttons(name: str) -> list[str]:
    return [
        action["title"] for part in parts(dict(samples.cards()[name])) for action in part.get("actions", ())
    ]


def test_a_batch_says_what_it_would_change_field_by_field() -> None:
    card = dict(samples.cards()["batch-diff"])
    facts = {one["title"]: one["value"] for part in parts(card) for one in part.get("facts", ())}
    assert facts == {"New items": "1", "Changed": "2", "Unchanged": "4", "Not in the batch": "37"}
    said = texts(card)
    for words in ("price", "59.90 EUR", "64.90 EUR", "and 1 more", "also new in this batch", "99% similar:"):
        assert words in said


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("batch-diff", ["Apply", "Discard", "Full list"]),
        ("batch-no-news", ["Full list"]),
        ("batch-refused", ["Full list"]),
        ("batch-rest", ["Discard", "Full list", "Refused rows", "Apply the other 4,993 rows"]),
        ("batch-rest-nothing", ["Full list", "Refused rows"]),
        ("batch-columns", ["Full list", "Read it like this"]),
        ("catalogue-columns", ["Forget", "Forget"]),
        ("batch-unreadable", ["Full list"]),
        ("batch-done", ["Undo"]),
        ("batch-done-rest", ["Undo", "Refused rows"]),
        ("batch-done-fault", []),
        ("batch-undone", []),
    ],
)
def test_a_batch_has_the_buttons_that_go_with_how_it_stands(name: str, titles: list[str]) -> None:
    assert buttons(name) == titles


def test_a_likely_duplicate_is_shown_with_both_pictures() -> None:
    pictures = [
        one["altText"] for one in parts(dict(samples.cards()["batch-diff"])) if one.get("type") == "Image"
    ]
    assert pictures[:2] == ["Catalogue picture of HT-1044", "Catalogue picture of HT-1042"]


def test_a_refused_row_is_told_with_its_number_its_file_and_the_reason() -> None:
    said = texts(samples.cards()["batch-refused"])
    assert "3 rows were refused" in said
    assert "Row 7 · autumn.xlsx" in said
    assert "cannot be below 0" in said


@pytest.mark.parametrize("name", ["batch-rest", "batch-rest-nothing"])
def test_refused_rows_of_a_batch_whose_rest_can_be_applied_are_behind_a_button_beside_them(name: str) -> None:
    card = dict(samples.cards()[name])
    assert "7 rows were refused: those with a fault" in texts(card)
    [button] = [part for part in parts(card) if part.get("title") == "Refused rows"]
    assert "batch-12-refused.xlsx" in button["url"]


def test_the_form_of_a_batch_refused_for_its_columns_asks_for_what_is_not_certain_with_guesses() -> None:
    card = dict(samples.cards()["batch-columns"])
    fields = {one["id"]: one for one in parts(card) if one.get("type") == "Input.ChoiceSet"}
    assert list(fields)[:3] == ["title", "sku", "item"]
    assert "barcode" not in fields
    assert {name: one["value"] for name, one in fields.items() if one["value"]} == {
        "title": "1",
        "sku": "2",
        "on_hand": "3",
    }
    assert [one["title"] for one in fields["item"]["choices"]] == [
        "not in this file",
        "Artikelnr.",
        "Nazwa",
        "Code",
        "Zahl",
    ]


def test_foreign_words_of_a_batch_stand_only_where_no_markdown_is_read() -> None:
    card = dict(samples.cards()["batch-rude"])
    blocks = [one["text"] for one in parts(card) if one.get("type") == "TextBlock"]
    blocks += [one["value"] for part in parts(card) for one in part.get("facts", ())]
    assert not [text for text in blocks if "evil" in text or "*" in text or "_" in text]
    assert not [one for one in parts(card) if "{{DATE(2020" in one.get("text", "")]
    assert "[click](https://evil.example)" in texts(card)


def test_the_largest_batch_keeps_within_what_teams_takes() -> None:
    long = "丈" * 400
    fault = StagedBatch(
        batch_samples.record(state=State.FAILED, fault=long), faults=(Fault(1, plain_text(long), long),) * 99
    )
    for card in (
        diff_card(batch_samples.rude_batch(ITEMS), report="r" * 200, link=samples.golden_link, words=WORDS),
        diff_card(fault, report="r" * 200, link=samples.golden_link, words=WORDS),
        history_card((batch_samples.record(source=long, sent_by=long),) * 50, (12,), words=WORDS),
    ):
        assert len(json.dumps(card)) <= BUDGET


def test_the_notification_of_a_batch_is_one_line() -> None:
    staged = StagedBatch(batch_samples.record(), batch_samples.planned(ITEMS))
    assert diff_summary(staged, WORDS) == "Batch 12: 1 new, 2 changed, 0 retired or deleted. Apply?"


@settings(max_examples=50)
@given(st.sampled_from(["", "check", "embed", "anything"]), st.integers(-1, 10**6), st.integers(0, 10**6))
def test_any_progress_makes_a_card_within_the_schema(stage: str, done: int, total: int) -> None:
    assert schema().is_valid(progress_card("Applying batch 12", stage, done, total, words=WORDS))
