"""Watches in the chat: kept as typed, said once, where they were asked for, and not at night."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.channel import Reply
from bot.errors import UserError
from bot.handlers.floor.watches import QuietHours
from catalogue.database.watches import NewWatch
from catalogue.movements import Worker
from tests.kit.floor import Floor, floor_of, place_of, shop
from tests.kit.people import ANN, BEN
from tests.kit.stores import counted_statements, open_database

BY = Worker("ann", "Ann")
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
NIGHT = datetime(2026, 3, 2, 23, 0, tzinfo=UTC)


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    with open_database(tmp_path, *shop()) as database, floor_of(database) as opened:
        yield opened


async def look(floor: Floor, now: datetime = NOON) -> list[str]:
    """What is said at a look."""
    before = len(floor.channel.texts)
    await floor.watches.look(lambda person: floor.channel, now=now)
    return floor.channel.texts[before:]


async def test_a_number_is_said_once_for_each_time_it_is_crossed(floor: Floor) -> None:
    kept = await floor.say("watch MH01-M below 5 in Hall A", BEN)
    assert kept.text == "I’ll tell you here: MH01-M at Hall A below 5. Free now: 6."
    assert await look(floor) == []
    floor.database.movements.issue("MH01-M", "Hall A", 2, by=BY)
    assert await look(floor) == ["MH01-M at Hall A has fallen below 5. Free: 4."]
    assert floor.channel.sent[-1].place == place_of(BEN)
    floor.database.movements.issue("MH01-M", "Hall A", 1, by=BY)
    assert await look(floor) == []
    floor.database.movements.receive("MH01-M", "Hall A", 9, by=BY)
    assert await look(floor) == []
    floor.database.movements.issue("MH01-M", "Hall A", 9, by=BY)
    assert await look(floor) == ["MH01-M at Hall A has fallen below 5. Free: 3."]


async def test_what_is_below_already_is_said_at_once_and_not_again(floor: Floor) -> None:
    assert (await floor.say("watch BAG1 below 5")).text.endswith("Free now: 2.")
    assert await look(floor) == []


async def test_what_is_back_is_said_and_the_watch_ends(floor: Floor) -> None:
    floor.database.movements.issue("BAG1", "Hall A", 2, by=BY)
    assert (await floor.say("tell me when BAG1 is back")).text.endswith("BAG1 is back. Free now: 0.")
    assert await look(floor) == []
    floor.database.movements.receive("BAG1", "Hall B", 3, by=BY)
    assert await look(floor) == ["BAG1 is back. Free: 3."]
    assert (await floor.say("watches")).text.startswith("You have no watches")
    assert "It’s there now, free: 3." in (await floor.say("tell me when BAG1 is back")).text
    assert await look(floor) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("watch MH01 below 20", "MH01 below 20"),
        ("Watch MH01 M in hall b below 2", "MH01-M at Hall B below 2"),
        ("tell me when MH01-M falls below 3 at hall a", "MH01-M at Hall A below 3"),
        ("let me know when MH01 M is back in stock", "MH01-M is back"),
        ("beobachte MH01-M unter 5 in Hall A", "MH01-M at Hall A below 5"),
        ("sag mir, wenn BAG1 wieder da ist", "BAG1 is back"),
        ("surveille MH01-M en dessous de 5", "MH01-M below 5"),
        ("préviens-moi quand MH01-L est de retour", "MH01-L is back"),
        ("vigila MH01-M por debajo de 5", "MH01-M below 5"),
        ("avisame cuando vuelva MH01-L", "MH01-L is back"),
        ("sorveglia MH01-M sotto 5", "MH01-M below 5"),
        ("avvisami quando torna MH01-L", "MH01-L is back"),
        ("obserwuj MH01-M poniżej 5", "MH01-M below 5"),
        ("daj znać, gdy wróci MH01-L", "MH01-L is back"),
    ],
)
async def test_a_watch_is_understood_in_each_language(floor: Floor, text: str, what: str) -> None:
    assert what in (await floor.say(text)).text
    assert what in str((await floor.say("watches")).card)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("watch MH01-M below", "Below how many"),
        ("watch MH01-M below 0", "Below how many"),
        ("watch MH01-M below 5 in Paris", "I can’t place “Paris”"),
        ("tell me when MH01-M or BAG1 is back", "I can’t place “or BAG1”"),
    ],
)
async def test_what_is_not_understood_of_a_watch_is_said(floor: Floor, text: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        await floor.say(text)
    assert floor.database.watches.all() == ()


async def test_nobody_is_written_to_at_night_by_their_own_clock(floor: Floor) -> None:
    await floor.say("watch MH01-M below 5 in Hall A", ANN, time_zone="America/New_York")
    await floor.say("watch MH01-M below 5 in Hall A", BEN, time_zone="Europe/Berlin")
    floor.database.movements.issue("MH01-M", "Hall A", 2, by=BY)
    assert len(await look(floor, NIGHT)) == 1  # it is 18:00 in New York
    assert floor.channel.sent[-1].place == place_of(ANN)
    assert await look(floor, NIGHT) == []
    assert len(await look(floor, NOON)) == 1
    assert floor.channel.sent[-1].place == place_of(BEN)


async def test_what_is_no_longer_so_in_the_morning_is_not_said(floor: Floor) -> None:
    await floor.say("watch MH01-M below 5 in Hall A")
    floor.database.movements.issue("MH01-M", "Hall A", 2, by=BY)
    assert await look(floor, NIGHT) == []
    floor.database.movements.receive("MH01-M", "Hall A", 5, by=BY)
    assert await look(floor, NOON) == []


@pytest.mark.parametrize(
    ("hours", "time_zone", "quiet"),
    [
        ((20, 7), "", True),
        ((20, 7), "Mars/Olympus", True),
        ((20, 7), "America/New_York", False),
        ((0, 0), "", False),
        ((1, 5), "", False),
        ((22, 24 - 1), "", False),
    ],
)
def test_quiet_hours_may_go_over_midnight(hours: tuple[int, int], time_zone: str, quiet: bool) -> None:
    assert QuietHours(*hours, "UTC").at(NIGHT, time_zone) is quiet


async def test_a_clock_that_leaps_and_comes_back_says_a_crossing_once(floor: Floor) -> None:
    await floor.say("watch MH01-M below 5 in Hall A")
    floor.database.movements.issue("MH01-M", "Hall A", 2, by=BY)
    assert await look(floor, NIGHT + timedelta(days=365)) == []
    assert len(await look(floor, NOON + timedelta(days=365))) == 1
    assert await look(floor, NOON) == []
    assert await look(floor, NOON - timedelta(days=365)) == []


async def test_two_bots_on_one_database_say_it_once(floor: Floor) -> None:
    await floor.say("watch MH01-M below 5 in Hall A")
    floor.database.movements.issue("MH01-M", "Hall A", 2, by=BY)
    with floor_of(floor.database) as other:
        looks = (one.watches.look(lambda person: floor.channel, now=NOON) for one in (floor, other) * 3)
        await asyncio.gather(*looks)
    assert [text for text in floor.channel.texts if "fallen" in text] == [
        "MH01-M at Hall A has fallen below 5. Free: 4."
    ]


async def test_thousands_of_watches_cost_no_more_questions_than_one(floor: Floor) -> None:
    """A look every minute must not stall beside a feed."""
    watches = floor.database.watches

    async def statements() -> int:
        with counted_statements() as counted:
            assert await look(floor) == []
        return len(counted)

    await floor.say("watch MH01-M below 5 in Hall A")
    one = await statements()
    [kept] = watches.all()
    values = {name: getattr(kept, name) for name in NewWatch.__dataclass_fields__}
    for number in range(3_000):
        sku = f"MH01-{'SML'[number % 3]}"
        watches.add(NewWatch(**{**values, "person": f"t/p{number}", "sku": sku, "threshold": 1 + number % 2}))
    watches.rearm([each.id for each in watches.all()])
    floor.database.movements.receive("MH01-L", "Hall A", 9, by=BY)
    await statements()  # the vocabulary is read anew after a movement
    assert await statements() == one < 10


async def test_what_the_channel_does_not_take_is_said_later(floor: Floor) -> None:
    await floor.say("watch MH01-M below 5 in Hall A")
    floor.database.movements.issue("MH01-M", "Hall A", 2, by=BY)
    floor.channel.down = True
    assert await look(floor, NOON) == []
    floor.channel.down = False
    assert await look(floor, NOON) == []
    assert len(await look(floor, NOON.replace(minute=11))) == 1


async def test_stop_ends_ones_own_watch(floor: Floor) -> None:
    await floor.say("watch MH01-M below 5 in Hall A")
    listed: Reply = await floor.say("watches")
    with pytest.raises(UserError, match="don’t have that watch"):
        await floor.press(listed, "Stop", BEN)
    assert (await floor.press(listed, "Stop")).text == "Stopped. I won’t tell you any more."
    floor.database.movements.issue("MH01-M", "Hall A", 2, by=BY)
    assert await look(floor) == []
