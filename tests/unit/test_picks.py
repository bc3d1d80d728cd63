"""A pick check: what is right, what is wrong and why, and what a photo can't tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.errors import UserError
from catalogue.errors import UnknownItemError
from catalogue.items import Item, Variant, Verdict
from tests.fakes.photos import garment
from tests.kit.floor import Floor, floor_of, shop
from tests.kit.people import BEN
from tests.kit.stores import open_database

HINT = "A photo can’t tell near shades apart: compare the colour."


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    """The shop, with the hoodie in another colour."""
    hoodie, *others = shop()
    hoodie = replace(hoodie, title="Hoodie Bergen green", colour="green")
    blue = Item("MH02", "Hoodie Bergen blue", None, "blue", variants=(Variant("MH02-M", "M"),))
    with open_database(tmp_path, hoodie, blue, *others) as database, floor_of(database) as opened:
        yield opened


@pytest.mark.parametrize(
    ("photo", "sentence"),
    [
        ({"item": "MH01", "tags": ("MH01-M",)}, "Right: the tag says MH01 M. Everything is picked."),
        ({"item": None, "tags": ("4012345000028",)}, "Right: the tag says MH01 M. Everything is picked."),
        ({"item": "MH01", "tags": ("MH01-L",)}, "Wrong size: the tag says MH01-L, you need M."),
        ({"item": None, "tags": ("MH02-M",)}, "Wrong colour: the tag says MH02-M (blue), you need MH01 M."),
        ({"item": None, "tags": ("BAG1",)}, "Wrong garment: the tag says BAG1, Tote bag."),
        ({"item": "MH02"}, "Wrong colour by its looks: blue. You need MH01 M."),
        ({"item": "SH05"}, "Wrong garment by its looks: Runner."),
        ({"item": "MH01"}, "The garment looks right: Hoodie Bergen green. Its size can’t be seen"),
        ({"item": "MH01", "verdict": Verdict.UNSURE}, "I can’t tell whether that’s right"),
        ({"item": None}, "I can’t tell whether that’s right"),
        ({"one_of": ("MH01", "MH02")}, "I can’t tell whether that’s right"),
        (
            {"one_of": ("MH02", "MH01"), "tags": ("MH01-M",)},
            "Right: the tag says MH01 M. Everything is picked.",
        ),
        (
            {"one_of": ("BAG1", "MH02"), "tags": ("MH01-M",)},
            "Check it: the tag says MH01-M, but it looks like Tote bag",
        ),
        ({"item": "BAG1", "tags": ("MH01-M",)}, "Check it: the tag says MH01-M, but it looks like Tote bag"),
        ({"item": None, "tags": ("MH01-M", "BAG1")}, "There’s more than one garment or tag"),
        ({"item": "MH01", "garments": (garment(5, 20), garment(20, 35))}, "There’s more than one garment"),
    ],
)
async def test_a_photo_is_checked_against_the_list(
    floor: Floor, photo: dict[str, Any], sentence: str
) -> None:
    assert (await floor.say("pick MH01-M")).text.startswith("To pick: 1.")
    floor.photos.add("it", **photo)
    [text] = await floor.send("it")
    assert text.startswith(sentence)
    left = await floor.say("pick")
    assert left.text.startswith("To pick: 0." if "Everything" in sentence else "To pick: 1.")


async def test_a_list_is_picked_piece_by_piece_and_no_piece_too_many(floor: Floor) -> None:
    asked = await floor.say("pick MH01 M 2, 2 x BAG1; SH05 38")
    assert asked.text.startswith("To pick: 5.")
    floor.photos.add("hoodie", "MH01", tags=("MH01-M",))
    floor.photos.add("bag", "BAG1")
    assert await floor.send("hoodie", "hoodie") == ["Right: the tag says MH01 M."] * 2
    assert await floor.send("hoodie") == ["One too many: MH01 M is already picked."]
    [asked] = await floor.answers(floor.message(photos=("bag",)))
    assert asked.text == f"It looks like Tote bag. If it is, press “✓ Right”. {HINT}"
    assert str(asked.card).count(HINT) == 1
    assert (await floor.say("pick")).text.startswith("To pick: 3.")
    assert (await floor.press(asked, "✓ Right")).text == "Right: you compared BAG1."
    assert await floor.send("bag") == ["Right by its looks: Tote bag. I saw no tag."]
    assert await floor.send("bag") == ["One too many: BAG1 is already picked."]
    assert "✓ MH01 M" in str((await floor.say("pick")).card)
    assert (await floor.say("pick")).text.startswith("To pick: 1.")


async def test_a_colour_that_only_likeness_names_is_compared_once_a_list(floor: Floor) -> None:
    await floor.say("pick MH01-M 3")
    floor.photos.add("style", "MH01", tags=("MH01-M",), style=True)  # its print leaves the colour open
    [asked] = await floor.answers(floor.message(photos=("style",)))
    assert asked.text.startswith("It looks like Hoodie Bergen green.")
    await floor.press(asked, "✓ Right")
    assert await floor.send("style") == ["Right: the tag says MH01 M."]
    floor.photos.add("hoodie", "MH01")
    [asked] = await floor.answers(floor.message(photos=("hoodie",)))
    assert HINT not in asked.text + str(asked.card)  # the size still is asked for
    floor.photos.add("blue", "MH02")
    [wrong] = await floor.answers(floor.message(photos=("blue",)))
    assert wrong.text == f"Wrong colour by its looks: blue. You need MH01 M. {HINT}"
    floor.photos.add("blue style", "MH02", tags=("MH02-M",), style=True)
    assert (await floor.send("blue style"))[0].startswith("Wrong colour by its looks: blue.")


async def test_a_size_that_a_person_reads_off_the_tag_is_picked_by_its_button(floor: Floor) -> None:
    await floor.say("pick MH01-M, MH01-S")
    floor.photos.add("hoodie", "MH01")
    [asked] = await floor.answers(floor.message(photos=("hoodie",)))
    assert asked.text.endswith(f"You need M, S. {HINT}")
    assert str(asked.card).count(HINT) == 1
    assert (await floor.press(asked, "S")).text == "Right: you read MH01 S off the tag."
    await floor.press(asked, "S")  # a second time, for the same garment
    assert (await floor.say("pick")).text.startswith("To pick: 1.")


async def test_a_photo_that_comes_again_is_picked_once(floor: Floor) -> None:
    await floor.say("pick MH01-M 5")
    floor.photos.add("hoodie", "MH01", tags=("MH01-M",))
    photo = floor.message(photos=("hoodie",))
    for _ in range(3):
        await floor.answers(photo)
    assert (await floor.say("pick")).text.startswith("To pick: 4.")


async def test_each_person_has_a_list_until_they_stop(floor: Floor) -> None:
    await floor.say("pick MH01-M")
    with pytest.raises(UserError, match="nothing to pick"):
        await floor.say("pick", BEN)
    await floor.say("pick stop")
    with pytest.raises(UserError, match="nothing to pick"):
        await floor.say("pick")
    floor.photos.add("hoodie", "MH01")
    with pytest.raises(AssertionError, match="photos"):  # which go the usual way again
        await floor.send("hoodie")


@pytest.mark.parametrize("text", ["pick MH01", "pick MH01-M please", "pick NOPE-7", "pick MH01-M 0"])
async def test_a_list_that_is_not_clear_is_refused(floor: Floor, text: str) -> None:
    with pytest.raises((UserError, UnknownItemError)):
        await floor.say(text)
    with pytest.raises(UserError, match="nothing to pick"):
        await floor.say("pick")


async def test_a_photo_that_cannot_be_opened_is_not_checked(floor: Floor) -> None:
    await floor.say("pick MH01-M")
    assert (await floor.send("missing"))[0].startswith("Not checked. ")
