"""A stock-take in a process of its own, to be killed: `counting_process FOLDER`.

It answers the messages of `script` in order, each until it is noted as answered, as the bot's inbox does:
what a kill has cut off is answered again by the next process. Two people count; the last press applies.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from bot.channel import InboundMessage, Person
from catalogue.database import Database, sqlite_url
from tests.kit.floor import NOW, Floor, floor_of, place_of, pressable
from tests.kit.messages import message, press
from tests.kit.people import ANN, BEN

ROUNDS = 6


def script() -> list[InboundMessage]:
    """What two people send, a second apart."""
    texts: list[tuple[Person, str, tuple[str, ...]]] = [
        (ANN, "stock-take hall a", ()),
        (BEN, "stock-take hall a", ()),
    ]
    for _ in range(ROUNDS):
        texts += [
            (ANN, "", ("hoodie",)),  # +1 of MH01-M
            (BEN, "MH01-M 2", ()),
            (ANN, "3", ()),
            (BEN, "BAG1", ()),
            (ANN, "", ("both",)),  # +1 of MH01-S and of BAG1
            (BEN, "undo", ()),  # the bag
            (ANN, "undo", ()),  # one of the two in the photo
            (BEN, "L 2", ()),
        ]
    return [
        message(
            text,
            sender,
            place_of(sender),
            id=f"m-{number}",
            photos=photos,
            sent_at=NOW + timedelta(seconds=number),
        )
        for number, (sender, text, photos) in enumerate(texts)
    ]


async def count(floor: Floor, folder: Path) -> None:
    """Go on where the process before was killed."""
    answered = folder / "answered"
    done = int(answered.read_text()) if answered.exists() else 0
    for number, sent in enumerate(script()):
        if number < done:
            continue
        await floor.answers(sent)
        write(answered, str(number + 1))
    pressed = folder / "pressed"
    if not pressed.exists():
        shown = await floor.say("done", id="done")
        [data] = [one["data"] for one in pressable(shown.card) if one["title"] == "Apply"]
        write(pressed, json.dumps(data))
    await floor.answers(press(json.loads(pressed.read_text()), ANN, place_of(ANN), id="apply", sent_at=NOW))


def write(file: Path, text: str) -> None:
    """Whole or not at all."""
    beside = file.with_suffix(".new")
    beside.write_text(text)
    beside.rename(file)


if __name__ == "__main__":
    home = Path(sys.argv[1])
    with closing(Database.open(sqlite_url(home / "h.sqlite3"))) as database, floor_of(database) as opened:
        opened.photos.add("hoodie", "MH01", tags=("MH01-M",))
        opened.photos.add("both", None, tags=("MH01-S", "BAG1"))
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        asyncio.run(count(opened, home))
