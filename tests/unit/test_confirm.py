"""Right and wrong: said once by the one who asked, kept, and learnt from; a tag wins over likeness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.channel import Attachment, Channel, Person, Place, Reply
from bot.commands.calibrate import FEWEST, calibrate
from bot.errors import ForbiddenError, UserError
from bot.handlers.photos.confirm import ConfirmHandler
from bot.handlers.photos.photo import PhotoHandler
from bot.state.photos import PhotoSessions
from bot.state.sites import Site, Sites
from bot.worker_queue import WorkerQueue
from catalogue.calibration import Calibration, refitted
from catalogue.database import Confirmation, Database
from catalogue.items import Evidence, Findings, Match, Verdict
from catalogue.pictures import PictureStore
from catalogue.refit import forget_refit, refit_of
from catalogue.stock import StockBook
from tests.cards import samples
from tests.fakes.channel import PLACE
from tests.fakes.photos import analysed
from tests.kit.handlers import handlers, only_reply
from tests.kit.messages import message, press
from tests.kit.people import ANN, BEN
from tests.kit.stores import open_database
from vision.pipeline import PhotoAnalysis

SEEN = Evidence(0.8, 0.1, 0.0, 0.9)
FOUND = Findings(Verdict.IN_CATALOGUE, 0.9, (Match(samples.hoodie(), 0.8), Match(samples.dress(), 0.7)), SEEN)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path, samples.hoodie(), samples.dress(), samples.bag()) as opened:
        yield opened


@pytest.fixture
def photos(database: Database, tmp_path: Path) -> PhotoSessions:
    return PhotoSessions(database.notes, PictureStore(str(tmp_path / "looks")))


@pytest.fixture
def handler(database: Database, photos: PhotoSessions) -> ConfirmHandler:
    return ConfirmHandler(
        StockBook(database), database.confirmations, photos, model="m1", link=samples.golden_link
    )


async def answer(
    handler: ConfirmHandler, does: str, look: str, sender: Person = ANN, place: Place = PLACE, **more: str
) -> Reply:
    data = {"do": does, "look": look, **more}
    return await only_reply(handlers(matches=handler), press(data, sender, place))


@pytest.fixture
def look(photos: PhotoSessions) -> str:
    return photos.keep(message(photos=("a",)), analysed(), FOUND).name


async def test_right_is_kept_once_with_what_was_seen(
    handler: ConfirmHandler, database: Database, look: str
) -> None:
    assert (await answer(handler, "match-right", look)).text == "Thanks, noted."
    assert (await answer(handler, "match-right", look)).text == "That was already noted."
    assert database.confirmations.answers("m1") == ((SEEN, True),)
    assert database.confirmations.answers("another model") == ()
    assert database.confirmations.by_place() == {PLACE.conversation: (1, 0)}


async def test_wrong_opens_the_runners_up_and_the_chosen_one_is_shown(
    handler: ConfirmHandler, database: Database, look: str
) -> None:
    asked = await answer(handler, "match-wrong", look)
    assert (asked.text, asked.replaces, asked.shows) == ("Which one is it?", "m1", ("HT-2210",))
    chosen = await answer(handler, "match-really", look, item="HT-2210")
    assert chosen.text == "Thanks, noted. Dress Solveig: 24 in stock"
    assert (chosen.replaces, chosen.shows) == ("m1", ("HT-2210",))
    assert database.confirmations.answers("m1") == ((SEEN, False),)
    assert "noted" in (await answer(handler, "match-none", look)).text


async def test_a_pick_among_those_that_a_photo_cannot_tell_apart_is_an_answer(
    handler: ConfirmHandler, database: Database, photos: PhotoSessions
) -> None:
    """The card of such a photo asks which one it is, without a Right or Wrong before."""
    either = replace(FOUND, verdict=Verdict.ONE_OF_THESE, one_of=FOUND.matches)
    first = photos.keep(message(photos=("a",)), analysed(), either).name
    assert (await answer(handler, "match-really", first, item="HT-1042")).shows == ("HT-1042",)
    assert database.confirmations.says(first, "HT-1042")
    second = photos.keep(message(photos=("b",)), analysed(), either).name
    assert (await answer(handler, "match-really", second, item="HT-2210")).shows == ("HT-2210",)
    assert database.confirmations.says(second, "HT-2210")
    assert [right for _, right in database.confirmations.answers("m1")] == [True, False]


async def test_nobody_else_and_no_other_conversation_can_say_so(
    handler: ConfirmHandler, database: Database, look: str
) -> None:
    with pytest.raises(ForbiddenError, match="Only the person"):
        await answer(handler, "match-right", look, BEN)
    with pytest.raises(ForbiddenError, match="Only the person"):
        await answer(handler, "match-right", look, place=replace(PLACE, conversation="a:other"))
    with pytest.raises(UserError, match="too old"):
        await answer(handler, "match-right", "forged")
    assert "Thanks, noted. Try another" in (await answer(handler, "match-really", look, item="HT-7001")).text
    assert database.confirmations.by_place() == {}


def say_all(database: Database, answers: list[tuple[Evidence, bool]]) -> None:
    for number, (seen, right) in enumerate(answers):
        said = Confirmation(f"l{number}", "m1", "HT-1042", right, None, seen, "ann", "Ann", "c1")
        assert database.confirmations.add(said)


def test_a_refit_lowers_the_chance_of_what_people_call_wrong(database: Database) -> None:
    shipped = Calibration(bias=-9.0, similarity=12.0, margin=15.0)
    poor, good = Evidence(0.8, 0.05), Evidence(0.9, 0.3)
    say_all(database, [(poor, False)] * 30 + [(good, True)] * 30)
    report = calibrate(database, "m1", shipped)
    assert (report["answers"], report["right"], report["kept"]) == (60, 30, True)
    assert report["log_loss"]["after"] < report["log_loss"]["before"]
    fitted = refit_of(database.notes, "m1")
    assert fitted is not None
    assert fitted.chance(poor) < shipped.chance(poor)
    assert fitted.chance(good) > 0.9
    assert calibrate(database, "m1", shipped)["log_loss"] == report["log_loss"]  # from the shipped one again
    assert forget_refit(database.notes, "m1")
    assert refit_of(database.notes, "m1") is None


def test_a_refit_never_lets_a_worse_mask_raise_the_chance() -> None:
    shipped = Calibration(bias=-9.0, similarity=12.0, margin=15.0, mask=0.3)
    answers = [(Evidence(0.7, 0.1, mask=0.95), False), (Evidence(0.7, 0.1, mask=0.5), True)] * 40
    after = refitted(shipped, answers)
    assert after.mask == 0.0
    assert min(after.similarity, after.margin, after.agreement) >= 0


def channel(number: int, team: str, *, name: str = "") -> Place:
    """A thread in a channel of a team."""
    conversation = f"19:channel-{number}@thread.tacv2;messageid=17{number}"
    return replace(PLACE, conversation=conversation, kind="channel", team=team, name=name)


async def test_answers_count_by_team_and_group_and_for_all_personal_chats_together(
    database: Database, photos: PhotoSessions, handler: ConfirmHandler
) -> None:
    """Threads and channels of one team are one site, and so are all that talk to the bot alone."""
    sites = Sites(database.notes)
    group = replace(PLACE, conversation="19:group@thread.v2", kind="groupChat")
    said = [
        (channel(1, "19:berlin", name="Warehouse Berlin"), "match-right"),
        (channel(2, "19:berlin"), "match-right"),
        (channel(3, "19:berlin"), "match-wrong"),
        (group, "match-wrong"),
        (PLACE, "match-right"),
        (replace(PLACE, conversation="a:another"), "match-wrong"),
    ]
    for place, does in said:
        sites.meet(message(photos=("a",), place=place))
        await answer(
            handler,
            does,
            photos.keep(message(photos=("a",), place=place), analysed(), FOUND).name,
            place=place,
        )
    # From before sites were noted, with the thread in its name.
    old = Confirmation(
        "old", "m1", "HT-1042", True, None, SEEN, "ann", "Ann", "19:old@thread.tacv2;messageid=1"
    )
    database.confirmations.add(old)
    found = [
        Site("19:berlin", "team", "Warehouse Berlin", 2, 1),
        Site("", "personal", "", 1, 1),
        Site("19:group@thread.v2", "group", "", 0, 1),
        Site("19:old@thread.tacv2", "group", "", 1, 0),
    ]
    assert list(Sites(database.notes).counts(database.confirmations.by_place())) == found
    report = calibrate(database, "m1", Calibration())
    assert report["sites"] == [asdict(site) for site in found]
    assert "places" not in report  # which would tell of each person alone


def test_a_few_answers_are_not_learnt_from(database: Database) -> None:
    say_all(database, [(SEEN, False)] * (FEWEST - 1))
    assert calibrate(database, "m1", Calibration())["kept"] is False
    assert refit_of(database.notes, "m1") is None


class Eyes:
    """Reads these numbers in every photo."""

    def __init__(self, numbers: tuple[str, ...]) -> None:
        self._numbers = numbers

    def read_again(self, photo: bytes) -> tuple[str, ...]:
        return ()

    def analyse(self, photo: bytes, *, numbers: bool) -> PhotoAnalysis:
        return analysed(numbers=self._numbers if numbers else ())


class Search:
    def find(self, vector: NDArray[np.float32], **asked: object) -> Findings:
        return FOUND


class Fetcher:
    async def fetch(self, attachment: Attachment, place: Place, channel: Channel) -> bytes:
        return b"photo"


async def answered(database: Database, *numbers: str) -> Reply:
    handler = PhotoHandler(
        Fetcher(),
        Eyes(numbers),
        Search(),
        WorkerQueue(),
        stock=StockBook(database),
        link=samples.golden_link,
        keep=PhotoSessions(database.notes, PictureStore("memory://looks")).keep,
    )
    return await only_reply(handlers(photos=handler), message(photos=("a",)))


async def test_a_tag_wins_over_likeness_and_says_so(database: Database) -> None:
    reply = await answered(database, "9999999999994", "HT-2210-38")
    assert reply.text.startswith("Dress Solveig, HT-2210-38: ")
    assert reply.shows == ("HT-2210",)
    assert "Read from the tag" in str(reply.card)
    assert "This looks like Hoodie Bergen" in str(reply.card)


async def test_a_tag_that_agrees_raises_no_doubt(database: Database) -> None:
    reply = await answered(database, "HT-1042-M")
    assert "Read from the tag" in str(reply.card)
    assert "This looks like" not in str(reply.card)


async def test_tags_of_two_items_are_asked_about(database: Database) -> None:
    reply = await answered(database, "HT-2210-38", "HT-1042-M")
    assert "2 items’ tags in this photo. Which one do you mean?" in reply.text
    assert reply.shows == ("HT-2210", "HT-1042")
    assert "Read from the tag" not in str(reply.card)
    assert "Dress Solveig" in str(reply.card)
    assert "Hoodie Bergen" in str(reply.card)


async def test_two_sizes_tags_of_one_item_show_the_item(database: Database) -> None:
    reply = await answered(database, "HT-1042-S", "HT-1042-M")
    assert "HT-1042-S, HT-1042-M" in str(reply.card)
    assert reply.shows == ("HT-1042",)


async def test_a_number_that_is_nobodys_changes_nothing(database: Database) -> None:
    reply = await answered(database, "9999999999994")
    assert reply.text.startswith("Hoodie Bergen: Very likely")
    assert "✓ Right" in str(reply.card)
