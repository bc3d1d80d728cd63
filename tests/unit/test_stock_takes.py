"""A stock-take in the chat: line by line, never counting what isn't sure, then applied at once and undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channel import Reply
from bot.errors import ForbiddenError, UserError
from catalogue.errors import MovementRefusedError, UnknownItemError
from catalogue.items import Item, Variant, Verdict
from catalogue.movements import Kind, Level, Worker
from tests.fakes.photos import garment
from tests.kit.floor import Floor, floor_of, shop
from tests.kit.people import ANN, BEN
from tests.kit.stores import open_database

HINT = "A photo can’t tell near shades apart: compare the colour."


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    with open_database(tmp_path, *shop()) as database, floor_of(database) as opened:
        yield opened


@pytest.fixture
def two_bags(tmp_path: Path) -> Iterator[Floor]:
    """The shop, with its bag in two colours."""
    hoodie, bag, shoes = shop()
    navy = Item("BAG2", "Tote bag", None, "navy", variants=(Variant("BAG2", ""),))
    items = (hoodie, replace(bag, colour="black"), shoes, navy)
    with open_database(tmp_path, *items) as database, floor_of(database) as opened:
        yield opened


def assert_compares(reply: Reply) -> None:
    """It asks to compare the colour, once in its text and once on its card."""
    assert (reply.text.count(HINT), str(reply.card).count(HINT)) == (1, 1)


def at_hall_a(floor: Floor) -> dict[str, int]:
    return {sku: level.on_hand for sku, level in floor.database.stock_takes.levels_at("Hall A").items()}


async def test_lines_are_answered_one_by_one_and_add_up(floor: Floor) -> None:
    assert "counting Hall A now" in (await floor.say("stock-take hall a")).text
    floor.photos.add("tagged", "MH01", tags=("4012345000028",))
    assert await floor.send("tagged") == ["MH01 M: 1"]
    assert (await floor.say("MH01-M")).text == "MH01 M: 2"
    assert (await floor.say("4012345000028")).text == "MH01 M: 3"
    assert (await floor.say("mh01 l 4")).text == "MH01 L: 4"
    assert (await floor.say("7 x BAG1")).text == "BAG1: 7"
    assert (await floor.say("5")).text == "BAG1: 5"  # the amount of the last line
    assert (await floor.say("MH01-S")).text == "MH01 S: 1"
    assert (await floor.say("M 6")).text == "MH01 M: 9"  # another size of the last item
    assert (await floor.say("M 5")).text == "MH01 M: 8"  # the amount of that line
    assert (await floor.say("undo")).text == "Taken back. MH01 M: 3"
    assert (await floor.say("undo")).text == "Taken back. MH01 S: 0"


async def test_the_running_card_is_one_message_that_counts(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    await floor.say("MH01-M 3")
    await floor.say("BAG1")
    [sent] = floor.channel.sent
    updated = floor.channel.updated
    assert [one.id for one in updated] == [sent.id, sent.id]
    assert "4 pieces, SKUs: 2" in str(updated[-1].reply.card)
    assert "Ann Admin" in str(updated[-1].reply.card)


async def test_a_photo_gives_an_item_and_asks_for_its_size(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    floor.photos.add("hoodie", "MH01")
    [asked] = await floor.answers(floor.message(photos=("hoodie",)))
    assert "Hoodie Bergen: which size?" in asked.text
    assert floor.database.stock_takes.counts(1) == {}
    assert (await floor.press(asked, "L")).text == "MH01 L: 1"
    assert "which size?" in (await floor.send("hoodie"))[0]
    assert (await floor.say("M 4")).text == "MH01 M: 4"
    with pytest.raises(UserError):
        await floor.press(asked, "S", BEN)


async def test_a_colour_that_only_likeness_names_is_compared_once_a_count(two_bags: Floor) -> None:
    """A navy bag that looks like the black one isn't counted before somebody has seen what it's taken for."""
    floor = two_bags
    await floor.say("stock-take hall a")
    floor.photos.add("bag", "BAG1")
    [asked] = await floor.answers(floor.message(photos=("bag",)))
    assert asked.text.startswith(
        "Not counted yet (1): it looks like Tote bag (black). If it is, press “✓ Right”."
    )
    assert_compares(asked)
    assert floor.database.stock_takes.counts(1) == {}
    assert (await floor.press(asked, "✓ Right")).text == "BAG1: 1"
    assert await floor.send("bag", "bag") == ["BAG1, black: 2", "BAG1, black: 3"]  # no more taps
    floor.photos.add("other", "BAG2")
    [other] = await floor.answers(floor.message(photos=("other",)))
    assert "it looks like Tote bag (navy)" in other.text
    assert floor.database.stock_takes.counts(1) == {"BAG1": 3}
    await floor.say("undo")
    assert (await floor.say("BAG2")).text == "BAG2: 1"
    assert await floor.send("other") == ["BAG2, navy: 2"]
    await floor.say("stock-take hall b")
    assert "Not counted yet" in (await floor.send("bag"))[0]  # another count


async def test_a_tag_that_agrees_needs_nobody_to_compare_and_a_printed_style_does(two_bags: Floor) -> None:
    floor = two_bags
    await floor.say("stock-take hall a")
    floor.photos.add("tagged", "BAG1", tags=("BAG1",))
    assert await floor.send("tagged") == ["BAG1: 1"]
    floor.photos.add("style", "MH01", tags=("MH01-M",), style=True)
    [asked] = await floor.answers(floor.message(photos=("style",)))
    assert "it looks like Hoodie Bergen" in asked.text
    assert floor.database.stock_takes.counts(1) == {"BAG1": 1}
    assert (await floor.press(asked, "✓ Right")).text == "MH01 M: 1"
    assert await floor.send("style") == ["MH01 M: 2"]


async def test_a_size_that_is_asked_for_comes_with_the_colour(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    floor.photos.add("hoodie", "MH01")
    [asked] = await floor.answers(floor.message(photos=("hoodie",)))
    assert_compares(asked)
    await floor.press(asked, "L")
    [again] = await floor.answers(floor.message(photos=("hoodie",)))
    assert HINT not in again.text + str(again.card)
    assert HINT not in (await floor.say("MH01")).text


async def test_a_size_beside_a_photo_counts_once_somebody_has_seen_the_colour(floor: Floor) -> None:
    """Who writes it with the photo can't know yet which item the photo is taken for."""
    await floor.say("stock-take hall a")
    floor.photos.add("hoodie", "MH01")
    _, asked = await floor.answers(floor.message("M 3", photos=("hoodie",)))
    assert asked.text.startswith("Not counted yet (3): it looks like Hoodie Bergen.")
    assert_compares(asked)
    assert floor.database.stock_takes.counts(1) == {}
    assert (await floor.press(asked, "✓ Right")).text == "MH01 M: 3"
    assert (await floor.send("hoodie", text="M 2"))[1] == "MH01 M: 5"
    floor.photos.add("numbered", "SH05", tags=("SH05",))  # a tag without a size
    assert (await floor.send("numbered", text="38"))[1] == "SH05 38: 1"


async def test_a_photo_that_comes_again_is_asked_about_again(two_bags: Floor) -> None:
    floor = two_bags
    await floor.say("stock-take hall a")
    floor.photos.add("bag", "BAG1")
    photo = floor.message(photos=("bag",))
    for _ in range(2):  # a stop came between the work and its answer
        [asked] = await floor.answers(photo)
        assert_compares(asked)
    assert (await floor.say("3")).text.startswith("Not counted yet (3): it looks like Tote bag (black).")


async def test_a_size_is_pressed_once(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    floor.photos.add("hoodie", "MH01")
    [asked] = await floor.answers(floor.message(photos=("hoodie",)))
    await floor.press(asked, "L")
    assert (await floor.press(asked, "S")).text == "MH01 L: 1"
    assert floor.database.stock_takes.counts(1) == {"MH01-L": 1}


async def test_a_number_that_may_be_a_size_is_asked_about(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    await floor.say("SH05 38")
    assert "may be the amount or the size" in (await floor.say("39")).text
    assert (await floor.say("x39")).text == "SH05 38: 39"
    floor.photos.add("shoe", "SH05")
    await floor.send("shoe")
    assert (await floor.say("39")).text == "SH05 39: 1"  # it waits for its size


@pytest.mark.parametrize(
    ("photo", "sentence"),
    [
        ({"item": "MH01", "verdict": Verdict.UNSURE}, "Not counted yet (1): it may be Hoodie Bergen."),
        ({"item": None}, "Not counted: I’m not sure what that is"),
        (
            {"one_of": ("MH01", "BAG1")},
            "a photo can’t tell Hoodie Bergen from Tote bag",
        ),
        ({"item": "BAG1", "tags": ("MH01-M",)}, "the tag says MH01-M, but it looks like Tote bag"),
        (
            {"item": "MH01", "garments": (garment(5, 20), garment(20, 35))},
            "several garments in that photo",
        ),
    ],
)
async def test_what_is_not_sure_is_kept_with_its_photo_and_becomes_an_intake(
    floor: Floor, photo: dict[str, object], sentence: str
) -> None:
    await floor.say("stock-take hall a")
    await floor.say("MH01-M 7")
    floor.photos.add("strange", **photo)  # type: ignore[arg-type]
    assert sentence in (await floor.send("strange"))[0]
    assert floor.database.stock_takes.counts(1) == {"MH01-M": 7}
    shown = await floor.say("done")
    assert "1 line isn’t counted" in str(shown.card)
    applied = await floor.press(shown, "Apply")
    assert "1 photo waits for an admin to make an item of it: 1" in str(applied.card)
    assert len(floor.database.intakes.waiting()) == 1


async def test_what_may_be_an_item_is_counted_once_a_person_says_its_size(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    floor.photos.add("maybe", "MH01", verdict=Verdict.UNSURE)
    floor.photos.add("bag", "BAG1", verdict=Verdict.UNSURE)
    [asked] = await floor.answers(floor.message(photos=("maybe",)))
    assert floor.database.stock_takes.counts(1) == {}
    assert (await floor.press(asked, "M")).text == "MH01 M: 1"
    [asked] = await floor.answers(floor.message(photos=("bag",)))
    assert floor.database.stock_takes.counts(1) == {"MH01-M": 1}  # though it has one size alone
    assert (await floor.press(asked, "BAG1")).text == "BAG1: 1"
    await floor.press(await floor.say("done"), "Apply")
    assert floor.database.intakes.waiting() == ()


async def test_a_photo_with_nothing_on_it_or_that_cannot_be_opened_is_no_line(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    floor.photos.add("wall", None, verdict=Verdict.NO_GARMENT)
    assert "Not counted: I see no garment" in (await floor.send("wall"))[0]
    assert (await floor.send("missing"))[0].startswith("Not counted. ")
    assert "isn’t counted" not in str((await floor.say("done")).card)


async def test_words_that_are_no_line_are_answered_as_ever_or_refused(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    with pytest.raises(UnknownItemError):
        await floor.say("MH01-XXL")
    with pytest.raises(AssertionError, match=r"questions\.read"):  # which this floor lacks
        await floor.say("where is MH01?")
    with pytest.raises(UserError, match="You have no line yet"):
        await floor.say("7")
    assert floor.database.stock_takes.counts(1) == {}


async def test_the_differences_are_applied_at_once_and_undone_at_once(floor: Floor) -> None:
    before = at_hall_a(floor)
    await floor.say("stock-take hall a")
    await floor.say("MH01-M 9")
    await floor.say("MH01-S 4")
    await floor.say("MH01-L 1")
    shown = await floor.say("done")
    assert shown.text == "Hall A: 2 differences"
    for part in ("7 (1 reserved) → 9", "'+2'", "0 → 1", "1 SKU is as expected", "2 SKUs should be here"):
        assert part in str(shown.card)
    assert at_hall_a(floor) == before
    applied = await floor.press(shown, "Apply")
    assert applied.text == "Hall A: 3 SKUs set to their counts"
    assert at_hall_a(floor) == before | {"MH01-M": 9, "MH01-L": 1}
    assert floor.database.movements.levels("MH01-M")["Hall A"] == Level(9, 1)
    undone = await floor.press(applied, "Undo")
    assert "and 2 other SKUs with it" in str(undone.card)
    assert at_hall_a(floor) == before
    with pytest.raises(UserError, match="You aren’t counting"):
        await floor.say("stock-take done")


async def test_the_rest_is_set_to_zero_only_if_asked(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    await floor.say("MH01-M 7")
    await floor.press(await floor.say("done"), "Apply, rest is 0")
    assert at_hall_a(floor) == {"MH01-M": 7, "MH01-S": 0, "MH01-L": 0, "BAG1": 0, "SH05-38": 0}


async def test_stock_that_changed_since_it_was_shown_is_shown_again(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    await floor.say("MH01-M 9")
    shown = await floor.say("done")
    floor.database.movements.issue("MH01-M", "Hall A", 2, by=Worker("ben", "Ben"))
    again = await floor.press(shown, "Apply")
    assert "changed in the meantime" in again.text
    assert "5 (1 reserved) → 9" in str(again.card)
    assert "moved here during the count" in str(again.card)
    await floor.press(again, "Apply")
    assert at_hall_a(floor)["MH01-M"] == 9


async def test_two_people_count_one_place_together(floor: Floor) -> None:
    await floor.say("stock-take hall a", BEN)
    assert "Ben Becker is already counting Hall A" in (await floor.say("stock-take Hall A")).text
    await floor.say("MH01-M 3", BEN)
    assert (await floor.say("MH01-M 4")).text == "MH01 M: 7"
    assert (await floor.say("undo", BEN)).text == "Taken back. MH01 M: 4"  # his own line
    with pytest.raises(UserError, match="You have no line yet"):
        await floor.say("undo", BEN)
    shown = await floor.say("done", BEN)
    assert "A supervisor can apply this" in str(shown.card)
    assert "actions" not in (shown.card or {})
    shown = await floor.say("done")
    await floor.say("MH01-S", BEN)  # after the differences were shown
    again = await floor.press(shown, "Apply")
    assert "changed in the meantime" in again.text
    await floor.press(again, "Apply")
    assert at_hall_a(floor) | {"MH01-M": 4, "MH01-S": 1} == at_hall_a(floor)
    assert {one.by.name for one in floor.database.movements.latest()} == {"Ann Admin"}
    with pytest.raises(AssertionError):  # he counts no more
        await floor.say("what is MH01-M", BEN)


async def test_each_counts_one_place_at_a_time_and_others_their_own(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    await floor.say("stock-take hall b", BEN)
    await floor.say("MH01-M 3")
    assert (await floor.say("MH01-M 2", BEN)).text == "MH01 M: 2"
    await floor.say("stock-take hall b")
    assert (await floor.say("MH01-M 1")).text == "MH01 M: 3"
    assert floor.database.stock_takes.counts(1) == {"MH01-M": 3}


async def test_a_worker_applies_nothing_and_cancels_nothing(floor: Floor) -> None:
    await floor.say("stock-take hall a", BEN)
    await floor.say("stock-take hall a")
    await floor.say("MH01-M 3")
    shown = await floor.say("done")
    with pytest.raises(ForbiddenError):
        await floor.press(shown, "Apply", BEN)
    with pytest.raises(ForbiddenError):
        await floor.say("stock-take cancel", BEN)
    assert "Nothing was changed" in (await floor.say("stock-take cancel")).text
    assert [one.kind for one in floor.database.movements.latest()] == []


async def test_a_number_typed_while_a_photo_is_analysed_is_that_photos(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    await floor.say("BAG1")
    floor.photos.add("hoodie", "MH01", tags=("MH01-M",))
    photo, number = floor.message(photos=("hoodie",)), floor.message("6")
    analyse, said = floor.photos.analyse, []

    async def slowly(turn: object, attachment: object) -> object:
        said.extend(await floor.answers(number))  # it is answered while the photo is not
        return await analyse(turn, attachment)  # type: ignore[arg-type]

    floor.stock_takes._analyse = slowly  # type: ignore[assignment]
    [reply] = await floor.answers(photo)
    assert said[0].text == "6 of what’s in the photo before, as soon as I know what it is."
    assert reply.text == "MH01 M: 6"
    assert floor.database.stock_takes.counts(1) == {"BAG1": 1, "MH01-M": 6}


async def test_a_message_that_comes_again_counts_once(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    floor.photos.add("two", None, tags=("MH01-M", "BAG1"))
    photo, typed, amount = floor.message(photos=("two",)), floor.message("MH01-S"), floor.message("4")
    undone = floor.message("undo")
    for sent in (photo, typed, amount, undone):
        first = [one.text for one in await floor.answers(sent)]
        again = [one.text for one in await floor.answers(sent)]
        assert sent is photo or len(again) == len(first)
    assert floor.database.stock_takes.counts(1) == {"MH01-M": 1, "BAG1": 1}
    assert floor.photos.analysed == ["two"]
    shown = await floor.say("done")
    applied = await floor.press(shown, "Apply")
    with pytest.raises(MovementRefusedError, match="is over"):
        await floor.press(shown, "Apply")
    assert applied.card is not None
    assert [one.kind for one in floor.database.movements.latest()] == [Kind.COUNT, Kind.COUNT]


async def test_a_count_that_nobody_goes_on_with_lapses_with_a_word(floor: Floor) -> None:
    await floor.say("stock-take hall a")
    await floor.say("stock-take hall a", BEN)
    await floor.say("MH01-M 3")
    now = floor.database.stock_takes.seat(f"msteams a:{ANN.id} {ANN.key}")
    assert now is not None
    sent = len(floor.channel.sent)
    later = now.take.started_at + timedelta(hours=23)
    await floor.stock_takes.lapse(lambda person: floor.channel, now=later)
    assert len(floor.channel.sent) == sent
    for _ in range(2):  # once
        await floor.stock_takes.lapse(lambda person: floor.channel, now=later + timedelta(hours=2))
    texts = floor.channel.texts[sent:]
    assert len(texts) == 2
    assert all("The stock-take of Hall A has lapsed" in text for text in texts)
    assert "counting Hall A now" in (await floor.say("stock-take hall a")).text
    assert floor.database.stock_takes.counts(2) == {}


@pytest.mark.parametrize(
    "text",
    [
        "stocktake hall b: 30 of MH01-M in S",
        "inventur halle a breton longsleeve weiß gr s 12 stück",
        "inventario de MH01-M",
        "inventur im shop: sind nur 2",
    ],
)
async def test_one_count_in_a_sentence_is_no_stock_take(floor: Floor, text: str) -> None:
    with pytest.raises(AssertionError, match=r"questions\.read"):  # the grammar is asked
        await floor.say(text)
