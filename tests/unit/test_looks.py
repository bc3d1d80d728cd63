"""Photos looked at again: kept, another garment of them, an outline by hand, gone after their time."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.channel import Attachment, InboundMessage, Person, Reply
from bot.errors import ForbiddenError, UserError
from bot.handlers.garments import GarmentHandler
from bot.locales import words_for
from bot.state.photos import KIND, PhotoSessions
from bot.worker_queue import WorkerQueue
from catalogue.database import Database, sqlite_url
from catalogue.errors import StoreError
from catalogue.items import Evidence, Findings, Match, Verdict
from catalogue.pictures import PictureStore
from tests.cards import samples
from tests.fakes.channel import PLACE, RecordingChannel
from tests.fakes.looks import FakeLook, garment
from vision.arrays import Mask, RgbImage

SAY = words_for("en")
ANN = Person("29:ann", "Ann")
SEEN = Evidence(0.8, 0.1, 0.0, 0.9)
TWO = FakeLook(choices=(garment(2, 18, "upper"), garment(22, 38, "lower")))
PHOTO = InboundMessage(
    "1", "message", PLACE, ANN, attachments=(Attachment("a.jpg", "image/jpeg", "https://x.example/a", True),)
)


class Search:
    """Finds the hoodie for what lies above, and the dress for what lies below."""

    def find(self, vector: NDArray[np.float32], /, **asked: object) -> Findings:
        item = samples.hoodie() if vector[0] < 20 else samples.dress()
        return Findings(Verdict.IN_CATALOGUE, 0.9, (Match(item, 0.8),), SEEN)


def middle_row(photo: RgbImage, mask: Mask) -> NDArray[np.float32]:
    """Where the mask lies."""
    return np.array([np.nonzero(mask.any(axis=1))[0].mean()], np.float32)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(sqlite_url(tmp_path / "h.sqlite3"))
    yield opened
    opened.close()


@pytest.fixture
def looks(database: Database, tmp_path: Path) -> PhotoSessions:
    return PhotoSessions(database.notes, PictureStore(str(tmp_path / "looks")))


@pytest.fixture
def handler(looks: PhotoSessions) -> GarmentHandler:
    return GarmentHandler(
        middle_row,
        Search(),
        looks,
        WorkerQueue(),
        link=samples.golden_link,
        page=lambda look: f"https://bot.example.com/cut-out/{look}",
    )


def kept(looks: PhotoSessions, look: FakeLook = TWO) -> str:
    findings = Findings(Verdict.IN_CATALOGUE, 0.9, (Match(samples.hoodie(), 0.8),), SEEN)
    return looks.keep(PHOTO, look, findings).name


async def pressed(handler: GarmentHandler, sender: Person = ANN, **data: str) -> Reply:
    message = InboundMessage("2", "action", PLACE, sender, data=data, reply_to="m7")
    replies = handler.answer(message, RecordingChannel(), SAY)
    assert replies is not None
    [reply] = [reply async for reply in replies]
    return reply


def look_of(reply: Reply) -> str:
    """The name that the buttons of an answer carry; empty where there are none."""
    found = set(re.findall(r"'look': '([^']+)'", str(reply.card)))
    return found.pop() if len(found) == 1 else ""


def test_a_photo_is_kept_with_its_garments_and_without_its_address(looks: PhotoSessions) -> None:
    look = looks.known(kept(looks))
    assert look is not None
    first, second = looks.masks(look)
    assert np.array_equal(first, TWO.choices[0].mask)
    assert np.array_equal(second, TWO.choices[1].mask)
    assert np.abs(looks.photo(look).astype(int) - 200).max() <= 2  # JPEG rounds
    assert look.message.attachments == ()
    assert look.numbers is not None
    assert look.numbers.startswith("looks/")


async def test_another_garment_of_the_photo_takes_the_place_of_the_answer(
    handler: GarmentHandler, looks: PhotoSessions
) -> None:
    name = kept(looks)
    reply = await pressed(handler, do="garment", look=name, number="2")
    assert reply.text.startswith("Dress Solveig")
    assert reply.replaces == "m7"
    assert "This is number 2" in str(reply.card)
    assert "1 · top" in str(reply.card)
    anew = look_of(reply)
    assert anew not in ("", name)  # each answer can be right or wrong on its own
    again = looks.known(anew)
    assert again is not None
    assert (again.shown, again.items) == (2, ("HT-2210",))


async def test_an_outline_by_hand_is_searched_with_and_kept(
    handler: GarmentHandler, looks: PhotoSessions
) -> None:
    look = looks.known(kept(looks))
    assert look is not None
    drawn = garment(30, 36).mask
    reply, anew = await handler.again(look, 1, drawn, SAY)
    assert reply.text.startswith("Dress Solveig")
    assert "'Cut out by hand'" in str(reply.card)  # with no figure of how sure that is
    assert np.array_equal(looks.masks(anew)[0], drawn)
    assert not (looks.masks(anew)[1] & drawn).any()


@pytest.mark.parametrize("number", ["0", "3", "-1", "two", "", "1e0"])
async def test_a_garment_that_is_not_there_is_refused(
    handler: GarmentHandler, looks: PhotoSessions, number: str
) -> None:
    with pytest.raises(UserError):
        await pressed(handler, do="garment", look=kept(looks), number=number)


@pytest.mark.parametrize("does", ["garment", "fix"])
async def test_nobody_else_may_look_at_a_photo_again(
    handler: GarmentHandler, looks: PhotoSessions, does: str
) -> None:
    with pytest.raises(ForbiddenError):
        await pressed(handler, Person("29:ben", "Ben"), do=does, look=kept(looks), number="1")
    with pytest.raises(UserError, match="too old"):
        await pressed(handler, do=does, look="forged", number="1")


async def test_fix_gives_the_page_of_that_photo(handler: GarmentHandler, looks: PhotoSessions) -> None:
    name = kept(looks)
    reply = await pressed(handler, do="fix", look=name)
    look = looks.known(name)
    assert look is not None
    assert look.card == "m7"  # the message whose button was pressed will be replaced
    assert reply.card is not None
    [button] = reply.card["actions"]
    assert (button["type"], button["url"]) == (
        "Action.OpenUrl",
        f"https://bot.example.com/cut-out/{name}",
    )


def test_where_an_answer_stands_is_known(looks: PhotoSessions) -> None:
    name = kept(looks)
    looks.stands(name, "1700")
    look = looks.known(name)
    assert look is not None
    assert look.card == "1700"
    looks.stands("nobody's", "1701")
    assert looks.known("nobody's") is None


def test_photos_go_when_their_time_is_over(looks: PhotoSessions, tmp_path: Path) -> None:
    look = looks.known(kept(looks))
    assert look is not None
    assert looks.sweep() == 0
    long_ago = time.time() - 3 * 86_400
    for file in (tmp_path / "looks").rglob("*"):
        if file.is_file():
            os.utime(file, (long_ago, long_ago))
    assert looks.sweep() == 3  # photo, labels, numbers
    with pytest.raises(StoreError):
        looks.photo(look)


def test_what_a_former_version_kept_is_too_long_ago(looks: PhotoSessions, database: Database) -> None:
    database.notes.put(KIND, "old", {"items": ["A"], "who": "29:ann", "where": "c"})
    assert looks.known("old") is None


def test_a_garment_alone_is_not_asked_about(looks: PhotoSessions) -> None:
    look = looks.known(kept(looks, replace(TWO, choices=TWO.choices[:1])))
    assert look is not None
    assert look.numbers is None
