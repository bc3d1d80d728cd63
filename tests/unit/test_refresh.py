"""A card that is brought up to date where something fails: the person reads what, within Teams' seconds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.buttons import RefreshStock
from bot.cards.elements import PictureLink
from bot.channel import Person, Refresh, Refusal
from bot.handlers.at_once.in_time import InTime
from bot.handlers.at_once.refresh import RefreshHandler
from bot.handlers.stock import StockHandler
from bot.locales import words_for
from bot.teams.activities import card_action_refusal
from bot.telemetry.logs import set_up
from catalogue.stock import StockBook
from tests.cards import samples
from tests.fakes.observer import Observer
from tests.kit.messages import press
from tests.kit.stores import open_database

DATA = {"do": "refresh", "item": "HT-1042"}
PRESS = press(DATA, Person("29:pat"), id="1", reply_to="17", locale="de-DE")


@pytest.fixture
def book(tmp_path: Path) -> Iterator[StockBook]:
    with open_database(tmp_path, samples.hoodie(), samples.dress()) as database:
        yield StockBook(database)


def handler(
    book: StockBook, observer: Observer, link: PictureLink = samples.golden_link, *, seconds: float = 5.0
) -> RefreshHandler:
    return RefreshHandler(StockHandler(book, link=link), InTime(observe=observer, seconds=seconds))


async def test_what_takes_too_long_is_told(book: StockBook) -> None:
    observer = Observer()
    answer = await handler(book, observer, seconds=0.0)(Refresh(PRESS))
    assert answer == Refusal(words_for("de")("stock-slow"), ours=True)
    assert observer.outcomes == [("refresh", "fault")]


async def test_a_bug_is_answered_with_a_reference_that_the_log_has_too(
    book: StockBook, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(key: str, size: int) -> str:
        raise ZeroDivisionError("secret")

    observer = Observer()
    answer = await handler(book, observer, broken)(Refresh(PRESS, automatic=True))
    assert isinstance(answer, Refusal)
    assert "secret" not in answer.text
    (record,) = caplog.records
    reference = str(record.args[0]) if isinstance(record.args, tuple) else ""
    assert answer.text == words_for("de")("apology", reference=reference)
    assert observer.outcomes == [("refresh-automatic", "bug")]
    assert card_action_refusal(answer) == {
        "statusCode": 500,
        "type": "application/vnd.microsoft.error",
        "value": {"code": "InternalServerError", "message": answer.text},
    }


async def test_what_a_client_asks_too_often_is_logged_with_the_reference_of_its_answer(
    book: StockBook, capsys: pytest.CaptureFixture[str], logging_as_before: None
) -> None:
    def broken(key: str, size: int) -> str:
        raise ZeroDivisionError

    renew = handler(book, Observer(), broken)
    answers = [await renew(Refresh(PRESS, automatic=True)) for _ in range(3)]
    set_up("INFO", "json")
    answers += [await renew(Refresh(PRESS, automatic=True)) for _ in range(2)]
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["level"] for line in lines] == ["WARNING", "ERROR"] * 2
    references = [line["reference"] for line in lines]
    for answer, warned, failed in zip(answers[3:], references[::2], references[1::2], strict=True):
        assert warned == failed
        assert answer == Refusal(words_for("de")("apology", reference=warned), ours=True)
    assert references[0] != references[2]  # one for each


def test_what_was_read_off_a_tag_is_still_said(book: StockBook) -> None:
    stock = StockHandler(book, link=samples.golden_link)
    words = words_for("en")
    shown = RefreshStock("HT-1042", "HT-1042-M", "tag", "HT-2210")
    _, card = stock.renewed(shown, "29:pat", words)
    text = json.dumps(card)
    assert "Read from the tag" in text
    assert "This looks like Dress Solveig. Is the tag correct?" in text
    assert RefreshStock.parse(card["actions"][0]["data"]) == shown
    _, without = stock.renewed(RefreshStock("HT-1042", "HT-1042-M", "tag", "HT-0"), "29:pat", words)
    assert "This looks like" not in json.dumps(without)  # that one is gone
    style = RefreshStock("HT-1042", "HT-1042-M", "style")  # which leaves the colour to likeness
    _, card = stock.renewed(style, "29:pat", words)
    assert json.dumps(card, ensure_ascii=False).count("compare the colour") == 1
    assert RefreshStock.parse(card["actions"][0]["data"]) == style
    _, noted = stock.renewed(RefreshStock("HT-1042", head="noted"), "29:pat", words)
    assert "Thanks, noted." in json.dumps(noted)
