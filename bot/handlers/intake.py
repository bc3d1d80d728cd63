"""A garment that the catalogue does not have: registered by whoever holds it, completed by an admin."""

from __future__ import annotations

import asyncio
import csv
import io
import logging
import re
import zipfile
from collections.abc import AsyncIterator, Mapping
from typing import Any

from PIL import Image

from bot.cards.elements import PictureLink
from bot.cards.intake import CLASSES, intake_card, intakes_card
from bot.channel import Channel, InboundMessage, Reply
from bot.errors import ForbiddenError, UserError
from bot.handlers.batches import BatchHandler
from bot.locales import Words
from bot.looks import Looks, who
from bot.people import People, called
from catalogue.batches.modes import Mode
from catalogue.batches.own_format import COLUMNS
from catalogue.database import Intake, NewIntake
from catalogue.store import Catalogue
from vision.masks import cut_out

log = logging.getLogger(__name__)

BUTTONS = frozenset({"intake-new", "intake-open", "intake-save", "intake-dismiss"})
MOST = 120
"""Signs of a field that are taken."""
MOST_SIZES = 40
_COMMAND = re.compile(r"/?intakes?(?:\s+([0-9]{1,9}))?[\s.!?]*", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,9}")


class IntakeHandler:
    """Registers for anyone; lists, completes and dismisses for admins alone."""

    def __init__(
        self, catalogue: Catalogue, looks: Looks, people: People, batches: BatchHandler, *, link: PictureLink
    ) -> None:
        self._catalogue = catalogue
        self._intakes = catalogue.database.intakes
        self._looks = looks
        self._people = people
        self._batches = batches
        self._link = link

    def answer(self, message: InboundMessage, channel: Channel, say: Words, /) -> AsyncIterator[Reply] | None:
        """The reply to `intakes` and to the buttons; anything else is another's."""
        if message.kind == "message" and not message.attachments:
            found = _COMMAND.fullmatch(message.text.replace("\xa0", " ").strip())
            return None if found is None else self._listed(found[1], message, say)
        does = message.data.get("do")
        if message.kind != "action" or str(does) not in BUTTONS:
            return None
        if does == "intake-new":
            return self._registered(message.data.get("look"), message, say)
        number = str(message.data.get("intake", ""))
        if not _NUMBER.fullmatch(number):
            raise UserError(say("button-outdated"))
        if does == "intake-open":
            return self._listed(number, message, say)
        if does == "intake-dismiss":
            return self._dismissed(int(number), message, say)
        return self._completed(int(number), message, channel, say)

    async def _registered(self, look: object, message: InboundMessage, say: Words) -> AsyncIterator[Reply]:
        def register() -> tuple[int, bool]:
            kept = self._looks.of_sender(str(look), message, say)
            photo = self._looks.photo(kept)
            garment = cut_out(photo, self._looks.masks(kept)[kept.shown - 1])
            out = io.BytesIO()
            Image.fromarray(garment).save(out, "JPEG", quality=92)
            return self._intakes.add(
                NewIntake(
                    kept.name,
                    self._catalogue.pictures.put(self._looks.picture(kept)),
                    self._catalogue.pictures.put(out.getvalue()),
                    kept.garment.garment_class,
                    who(message),
                    called(message.sender),
                    message.place.conversation,
                )
            )

        number, first = await asyncio.to_thread(register)
        if first:
            log.info("garment %d was registered as new", number)
        yield Reply(say("intake-registered" if first else "intake-already", number=str(number)))

    async def _listed(self, number: str | None, message: InboundMessage, say: Words) -> AsyncIterator[Reply]:
        self._admit(message, say)
        if number is not None:
            intake = await asyncio.to_thread(self._intakes.one, int(number))
            text = say("intake-number", number=number)
            yield Reply(text, intake_card(intake, link=self._link, say=say))
            return
        waiting = await asyncio.to_thread(self._intakes.waiting)
        if not waiting:
            yield Reply(say("intake-none"))
            return
        text = say("intake-title", count=len(waiting))
        yield Reply(text, intakes_card(waiting, link=self._link, say=say))

    async def _dismissed(self, number: int, message: InboundMessage, say: Words) -> AsyncIterator[Reply]:
        self._admit(message, say)
        await asyncio.to_thread(self._intakes.one, number)
        await asyncio.to_thread(self._intakes.dismissed, number, called(message.sender))
        yield Reply(say("intake-dismissed", number=str(number)), replaces=message.reply_to)

    async def _completed(
        self, number: int, message: InboundMessage, channel: Channel, say: Words
    ) -> AsyncIterator[Reply]:
        """A batch of one item goes the way of all batches: checked, shown, applied by its button."""
        self._admit(message, say)
        intake = await asyncio.to_thread(self._intakes.one, number)
        said = _said(message.data, say)
        archive = await asyncio.to_thread(self._archive, intake, said)
        files = [(f"intake-{number}.zip", archive)]
        staged = await self._batches.propose(files, Mode.UPSERT, message, channel, say)
        await asyncio.to_thread(self._intakes.completed, number, staged.id)
        if message.reply_to is not None:
            yield Reply(say("intake-shown", number=str(number)), replaces=message.reply_to)

    def _archive(self, intake: Intake, said: Mapping[str, str]) -> bytes:
        """A batch in our own format: a row for each size, and the garment on white."""
        table = io.StringIO()
        writer = csv.DictWriter(table, COLUMNS, restval="")
        writer.writeheader()
        for size in _sizes(said["sizes"]) or [""]:
            row = {name: said[name] for name in ("item", "title", "brand", "colour", "class")}
            sku = "-".join(part for part in (said["item"], size) if part)
            writer.writerow({**row, "sku": sku, "size": size, "pictures": "garment.jpg"})
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("intake.csv", table.getvalue())
            archive.writestr("garment.jpg", self._catalogue.pictures.get(intake.cut_out))
        return out.getvalue()

    def _admit(self, message: InboundMessage, say: Words) -> None:
        if not self._people.may(message):
            raise ForbiddenError(say("intake-forbidden"))
        if message.place.kind != "personal":
            raise UserError(say("catalogue-personal-only"))


def _said(data: Mapping[str, Any], say: Words) -> dict[str, str]:
    """What the admin wrote into the fields. Raises `UserError` where it cannot be an item."""
    said = {}
    for name in ("item", "title", "brand", "colour", "sizes", "class"):
        given = data.get(name) or ""
        if not isinstance(given, str):
            raise UserError(say("button-outdated"))
        said[name] = " ".join(given.split())[:MOST]
    if not said["item"]:
        raise UserError(say("intake-item-missing"))
    if said["class"] not in CLASSES:
        said["class"] = ""
    if len(_sizes(said["sizes"])) > MOST_SIZES:
        raise UserError(say("intake-too-many-sizes", count=MOST_SIZES))
    return said


def _sizes(given: str) -> list[str]:
    """Sizes by commas, semicolons or strokes, each once."""
    parts = (part.strip() for part in re.split(r"[,;/|]", given))
    return list(dict.fromkeys(part for part in parts if part))
