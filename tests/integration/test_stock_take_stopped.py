"""A stock-take that is stopped before or after any of its writes ends as one that never was."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.channel import InboundMessage, Person
from catalogue.database import Database
from catalogue.movements import Kind
from tests.kit.floor import NOW, Floor, floor_of, place_of, pressable, shop
from tests.kit.messages import message, press
from tests.kit.people import ANN, BEN
from tests.kit.stores import open_database

SCRIPT: tuple[tuple[Person, str, tuple[str, ...]], ...] = (
    (ANN, "stock-take hall a", ()),
    (BEN, "stock-take hall a", ()),
    (ANN, "", ("hoodie",)),  # its size can't be seen
    (ANN, "M", ()),  # its size, and no other piece
    (BEN, "", ("shoe",)),
    (BEN, "39", ()),  # a size, and no amount
    (ANN, "", ("both",)),  # two pieces
    (ANN, "undo", ()),  # one of them
    (BEN, "BAG1 2", ()),
    (BEN, "3", ()),
    (ANN, "", ("tagged", "stranger")),
    (ANN, "4 x MH01-L", ("tagged",)),
    (ANN, "S", ()),
)


class Stopped(BaseException):
    """As if the machine were off: nothing catches it."""


@dataclass(eq=False)
class Stop:
    """Stops the process at a write; `left` is how many are written before it."""

    left: int = 10_000
    written: int = 0

    def __call__(self, connection: sa.Connection) -> None:
        if self.left == 0:
            raise Stopped
        self.left -= 1
        self.written += 1

    def between(self) -> None:
        """After the work and before it is noted that it's answered."""
        if self.left == 0:
            raise Stopped


@contextmanager
def stopping(stop: Stop) -> Iterator[Callable[[], None]]:
    """Every commit goes through `stop`."""
    sa.event.listen(sa.Engine, "commit", stop)
    try:
        yield stop.between
    finally:
        sa.event.remove(sa.Engine, "commit", stop)


def sent(number: int) -> InboundMessage:
    """The message of that number, sent a second after the one before."""
    sender, text, photos = SCRIPT[number]
    at = NOW + timedelta(seconds=number)
    return message(text, sender, place_of(sender), id=f"m-{number}", photos=photos, sent_at=at)


async def count(floor: Floor, answered: list[str], between: Callable[[], None]) -> None:
    """Go on behind what was answered; the last press applies."""
    for number in range(len(answered), len(SCRIPT)):
        await floor.answers(sent(number))
        between()
        answered.append("")
    if len(answered) == len(SCRIPT):
        shown = await floor.say("done", id="done")
        [data] = [one["data"] for one in pressable(shown.card) if one["title"] == "Apply"]
        between()
        answered.append(json.dumps(data))
    pressed = press(json.loads(answered[-1]), ANN, place_of(ANN), id="apply", sent_at=NOW)
    await floor.answers(pressed)
    between()


def outcome(database: Database) -> tuple[dict[str, int], list[tuple[Kind, str, int]], int]:
    levels = database.stock_takes.levels_at("Hall A")
    movements = [(one.kind, one.sku, one.quantity) for one in database.movements.latest()]
    intakes = len(database.intakes.waiting())
    return {sku: level.on_hand for sku, level in levels.items()}, movements, intakes


def counted(folder: Path, stop: Stop) -> tuple[dict[str, int], list[tuple[Kind, str, int]], int]:
    """What a count comes to that is stopped once, and goes on in another process."""
    folder.mkdir()
    with open_database(folder, *shop()) as database:
        answered: list[str] = []
        while True:
            with floor_of(database) as floor:
                floor.photos.add("hoodie", "MH01")
                floor.photos.add("shoe", "SH05")
                floor.photos.add("both", None, tags=("MH01-S", "BAG1"))
                floor.photos.add("tagged", "MH01", tags=("MH01-M",))
                floor.photos.add("stranger")
                try:
                    with stopping(stop) as between:
                        asyncio.run(count(floor, answered, between))
                except Stopped:
                    stop.left = 10_000
                    continue
            return outcome(database)


def test_a_count_that_is_stopped_at_any_write_counts_everything_once(tmp_path: Path) -> None:
    never = Stop()
    expected = counted(tmp_path / "never", never)
    assert expected[0] == {"BAG1": 3, "MH01-L": 4, "MH01-M": 3, "MH01-S": 2, "SH05-38": 3, "SH05-39": 1}
    assert expected[2] == 1
    assert never.written > 2 * len(SCRIPT)  # or nothing would be tried
    wrong = {}
    for writes in range(1, never.written + 1):
        came = counted(tmp_path / str(writes), Stop(writes))
        if came != expected:
            wrong[writes] = came
    assert wrong == {}
