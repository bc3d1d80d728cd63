"""Places in the chat: their codes, the sheet to print, and where people are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from bot.channel import Reply
from bot.errors import UserError
from bot.handlers.catalogue.places import PlacesHandler
from bot.handlers.floor.goods import Goods
from bot.handlers.floor.receipts import ReceiptHandler
from bot.handlers.floor.whereabouts import WhereaboutsHandler
from bot.links.downloads import Downloads
from bot.questions.vocabulary import Names
from bot.routing.rows import Handlers
from bot.state.whereabouts import Whereabouts
from catalogue.database import Database
from catalogue.items import Item, StockLevel, Variant
from catalogue.stock import StockBook
from tests.kit.asking import order_handler
from tests.kit.handlers import handlers, only_reply, turn
from tests.kit.messages import message
from tests.kit.people import ANN, BEN
from tests.kit.stores import open_database
from vision.barcodes import numbers_on, qr_code

NOW = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)


@dataclass
class Shelves:
    """A tee on two shelves, one of which has a code."""

    at: Handlers
    database: Database
    places: PlacesHandler
    seen: WhereaboutsHandler
    downloads: Path

    async def say(self, text: str, sender: object = ANN) -> Reply:
        return await only_reply(self.at, message(text, sender))  # type: ignore[arg-type]

    def command(self, rest: str) -> Reply:
        return self.places.command(turn(message("x", ANN)), rest)


@pytest.fixture
def shelves(tmp_path: Path) -> Iterator[Shelves]:
    levels = (StockLevel("Hall A 01", 10, 0, NOW), StockLevel("Hall A 02", 4, 0, NOW))
    tee = Item("Tee", "Tee", variants=(Variant("T-S", "S", None, levels),))
    with open_database(tmp_path, tee) as database:
        database.places.set_code("Hall A 01", "A-01")
        names, book = Names(database), StockBook(database)
        goods = Goods(book, database.movements, database.places, names)
        whereabouts = Whereabouts(database.notes, database.places)
        orders = order_handler(database, names)
        seen = WhereaboutsHandler(goods, whereabouts)
        at = handlers(orders=orders, receipts=ReceiptHandler(goods, orders, whereabouts), whereabouts=seen)
        folder = tmp_path / "downloads"
        places = PlacesHandler(database.places, Downloads("https://bot.example.com", b"k" * 32, folder))
        yield Shelves(at, database, places, seen, folder)


async def test_a_code_is_typed_in_place_of_a_name(shelves: Shelves) -> None:
    assert (await shelves.say("receive 2 T-S a-01")).text == "Receive 2 of T-S at Hall A 01"
    assert (await shelves.say("receive 2 T-S at hangtag:place:A-01")).text == "Receive 2 of T-S at Hall A 01"


@pytest.mark.parametrize(
    "text", ["I'm at A-01", "ich bin an Hall A 01", "hangtag:place:A-01", "jestem w a-01"]
)
async def test_here_is_the_place_where_a_person_said_to_be(shelves: Shelves, text: str) -> None:
    assert (await shelves.say(text)).text.startswith("You’re at Hall A 01.")
    for said in ("receive 2 T-S here", "receive 2 T-S", "receive 2 T-S hier"):
        assert (await shelves.say(said)).text == "Receive 2 of T-S at Hall A 01"
    assert (await shelves.say("receive 2 T-S Hall A 02")).text == "Receive 2 of T-S at Hall A 02"
    assert (await shelves.say("issue 1 T-S here, sold")).text == "Issue 1 of T-S from Hall A 01 (sold)"
    assert "Which location" in (await shelves.say("receive 2 T-S", BEN)).text  # it is nobody else's place


@pytest.mark.parametrize("text", ["I'm at A-99", "I'm at A-01 with a question", "I'm at a loss"])
async def test_a_place_that_is_none_is_said(shelves: Shelves, text: str) -> None:
    with pytest.raises(UserError, match="There’s no place"):
        await shelves.say(text)


def test_the_code_of_a_shelf_in_a_photo_says_where_its_sender_is(shelves: Shelves) -> None:
    at = turn(message("", ANN))
    for numbers in (("4012345000028", "hangtag:place:a-01"), ("A-01",)):
        reply = shelves.seen.seen(at, numbers)
        assert reply is not None
        assert reply.text.startswith("You’re at Hall A 01.")
    assert shelves.seen.seen(at, ("4012345000028",)) is None
    shelves.database.places.set_code("Hall A 02", "A-02")
    assert shelves.seen.seen(at, ("hangtag:place:A-01", "hangtag:place:A-02")) is None  # which of the two?


def test_codes_are_listed_set_and_removed(shelves: Shelves) -> None:
    listed = str(shelves.command("").card)
    assert "'A-01'" in listed
    assert "'–'" in listed
    assert shelves.command("A-02 = hall a 02").text == "Hall A 02 has the code A-02 now."
    assert shelves.command("Hall A 01 =").text == "Hall A 01 has no code any more."
    assert [place.code for place in shelves.database.places.all()] == ["", "A-02"]


def test_the_sheet_holds_each_place_and_a_code_that_a_phone_reads(shelves: Shelves) -> None:
    reply = shelves.command("sheet")
    assert reply.text == "QR codes to print for places: 1"
    [file] = shelves.downloads.iterdir()
    page = file.read_text("utf-8")
    assert "<b>A-01</b><br>Hall A 01" in page
    assert "Hall A 02" not in page
    assert numbers_on(drawn(page)) == ("hangtag:place:A-01",)
    shelves.command("Hall A 01 =")
    assert "No place has a code yet" in shelves.command("sheet").text


def drawn(svg: str) -> np.ndarray:
    """The black squares of a code, as a browser draws them, (H, W, 3)."""
    photo = np.full((400, 400, 3), 255, np.uint8)
    for figures in re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)h-", svg):
        left, top, width, height = map(int, figures)
        photo[top : top + height, left : left + width] = 0
    return photo


def test_a_code_of_any_text_is_read_as_it_was_written() -> None:
    for text in ("hangtag:place:Z/9.b", "hangtag:place:Ł-01"):
        assert numbers_on(drawn(qr_code(text))) == (text,)
