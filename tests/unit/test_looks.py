"""Photos looked at again: kept, another garment of them, an outline by hand, gone after their time."""

from __future__ import annotations

import os
import re
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.channel import Person, Reply
from bot.errors import ForbiddenError, UserError
from bot.handlers.photos.garments import GarmentHandler
from bot.locales import words_for
from bot.state.photos import KIND, PhotoSessions
from bot.worker_queue import WorkerQueue
from catalogue.database import Database
from catalogue.errors import StoreError
from catalogue.items import Evidence, Findings, Match, Verdict
from catalogue.pictures import PictureStore
from tests.cards import samples
from tests.fakes.photos import analysed, garment
from tests.kit.handlers import handlers, only_reply
from tests.kit.messages import message, press
from tests.kit.people import ANN, BEN
from vision.arrays import Mask, RgbImage
from vision.pipeline import PhotoAnalysis

WORDS = words_for("en")
SEEN = Evidence(0.8, 0.1, 0.0, 0.9)
TWO = analysed(garments=(garment(2, 18, "upper"), garment(22, 38, "lower")))
PHOTO = message(photos=("a",))


class Search:
    """Finds the hoodie for what lies above, and the dress for what lies below."""

    def find(self, vector: NDArray[np.float32], /, **asked: object) -> Findings:
        item = samples.hoodie() if vector[0] < 20 else samples.dress()
        return Findings(Verdict.IN_CATALOGUE, 0.9, (Match(item, 0.8),), SEEN)


def middle_row(photo: RgbImage, mask: Mask) -> NDArray[np.float32]:
    """Where the mask lies."""
    return np.array([np.nonzero(mask.any(axis=1))[0].mean()], np.float32)


@pytest.fixture
def photos(database: Database, tmp_path: Path) -> PhotoSessions:
    return PhotoSessions(database.notes, PictureStore(str(tmp_path / "looks")))


@pytest.fixture
def handler(photos: PhotoSessions) -> GarmentHandler:
    return GarmentHandler(
        middle_row,
        Search(),
        photos,
        WorkerQueue(),
        link=samples.golden_link,
        page=lambda photo: f"https://bot.example.com/cut-out/{photo}",
    )


def keep(photos: PhotoSessions, analysis: PhotoAnalysis = TWO) -> str:
    findings = Findings(Verdict.IN_CATALOGUE, 0.9, (Match(samples.hoodie(), 0.8),), SEEN)
    return photos.keep(PHOTO, analysis, findings).name


async def pressed(handler: GarmentHandler, sender: Person = ANN, **data: str) -> Reply:
    return await only_reply(handlers(garments=handler), press(data, sender, reply_to="m7"))


def look_of(reply: Reply) -> str:
    """The name that the buttons of an answer carry; empty where there are none."""
    found = set(re.findall(r"'look': '([^']+)'", str(reply.card)))
    return found.pop() if len(found) == 1 else ""


def test_a_photo_is_kept_with_its_garments_and_without_its_address(photos: PhotoSessions) -> None:
    session = photos.known(keep(photos))
    assert session is not None
    first, second = photos.masks(session)
    assert np.array_equal(first, TWO.choices[0].mask)
    assert np.array_equal(second, TWO.choices[1].mask)
    assert np.abs(photos.photo(session).astype(int) - 200).max() <= 2  # JPEG rounds
    assert session.message.attachments == ()
    assert session.numbers is not None
    assert session.numbers.startswith("looks/")


async def test_another_garment_of_the_photo_takes_the_place_of_the_answer(
    handler: GarmentHandler, photos: PhotoSessions
) -> None:
    name = keep(photos)
    reply = await pressed(handler, do="garment", look=name, number="2")
    assert reply.text.startswith("Dress Solveig")
    assert reply.replaces == "m7"
    assert "This is number 2" in str(reply.card)
    assert "1 · top" in str(reply.card)
    anew = look_of(reply)
    assert anew not in ("", name)  # each answer can be right or wrong on its own
    again = photos.known(anew)
    assert again is not None
    assert (again.shown, again.items) == (2, ("HT-2210",))


async def test_an_outline_by_hand_is_searched_with_and_kept(
    handler: GarmentHandler, photos: PhotoSessions
) -> None:
    session = photos.known(keep(photos))
    assert session is not None
    drawn = garment(30, 36).mask
    reply, anew = await handler.again(session, 1, drawn, WORDS)
    assert reply.text.startswith("Dress Solveig")
    assert "'Cut out by hand'" in str(reply.card)  # with no figure of how sure that is
    assert np.array_equal(photos.masks(anew)[0], drawn)
    assert not (photos.masks(anew)[1] & drawn).any()


@pytest.mark.parametrize("number", ["0", "3", "-1", "two", "", "1e0"])
async def test_a_garment_that_is_not_there_is_refused(
    handler: GarmentHandler, photos: PhotoSessions, number: str
) -> None:
    with pytest.raises(UserError):
        await pressed(handler, do="garment", look=keep(photos), number=number)


@pytest.mark.parametrize("does", ["garment", "fix"])
async def test_nobody_else_may_look_at_a_photo_again(
    handler: GarmentHandler, photos: PhotoSessions, does: str
) -> None:
    with pytest.raises(ForbiddenError):
        await pressed(handler, BEN, do=does, look=keep(photos), number="1")
    with pytest.raises(UserError, match="too old"):
        await pressed(handler, do=does, look="forged", number="1")


async def test_fix_gives_the_page_of_that_photo(handler: GarmentHandler, photos: PhotoSessions) -> None:
    name = keep(photos)
    reply = await pressed(handler, do="fix", look=name)
    session = photos.known(name)
    assert session is not None
    assert session.card == "m7"  # the message whose button was pressed will be replaced
    assert reply.card is not None
    [button] = reply.card["actions"]
    assert (button["type"], button["url"]) == (
        "Action.OpenUrl",
        f"https://bot.example.com/cut-out/{name}",
    )


def test_where_an_answer_stands_is_known(photos: PhotoSessions) -> None:
    name = keep(photos)
    photos.stands(name, "1700")
    session = photos.known(name)
    assert session is not None
    assert session.card == "1700"
    photos.stands("nobody's", "1701")
    assert photos.known("nobody's") is None


def test_photos_go_when_their_time_is_over(photos: PhotoSessions, tmp_path: Path) -> None:
    session = photos.known(keep(photos))
    assert session is not None
    assert photos.sweep() == 0
    long_ago = time.time() - 3 * 86_400
    for file in (tmp_path / "looks").rglob("*"):
        if file.is_file():
            os.utime(file, (long_ago, long_ago))
    assert photos.sweep() == 3  # photo, labels, numbers
    with pytest.raises(StoreError):
        photos.photo(session)


def test_what_a_former_version_kept_is_too_long_ago(photos: PhotoSessions, database: Database) -> None:
    database.notes.put(KIND, "old", {"items": ["A"], "who": "29:ann", "where": "c"})
    assert photos.known("old") is None


def test_a_garment_alone_is_not_asked_about(photos: PhotoSessions) -> None:
    session = photos.known(keep(photos, replace(TWO, garments=TWO.garments[:1])))
    assert session is not None
    assert session.numbers is None
