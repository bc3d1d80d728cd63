"""A garment that the catalogue does not have: registered by whoever holds it, completed by an admin."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import Any

from bot.cards.elements import PictureLink
from bot.cards.intake import CLASSES, intake_card, intakes_card
from bot.channel import Channel, InboundMessage, Reply
from bot.errors import ForbiddenError, UserError
from bot.handlers.batches import BatchHandler
from bot.locales import Words
from bot.state.people import People, called
from bot.state.photos import PhotoSessions
from catalogue.batches.reading import own_format
from catalogue.database import Intake, NewIntake
from catalogue.items import Item, Picture, Variant
from catalogue.modes import Mode
from catalogue.store import Catalogue

log = logging.getLogger(__name__)

BUTTONS = frozenset({"intake-new", "intake-open", "intake-save", "intake-dismiss"})
MOST = 120
"""Signs of a field that are taken."""
MOST_SIZES = 40
_SAVED, _SAVING = "intake-saved", timedelta(minutes=5)
"""That somebody's press on Save is worked at: of several at once, one alone makes a batch."""
_COMMAND = re.compile(r"/?intakes?(?:\s+([0-9]{1,9}))?[\s.!?]*", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,9}")


class IntakeHandler:
    """Registers for anyone; lists, completes and dismisses for admins alone."""

    def __init__(
        self,
        catalogue: Catalogue,
        looks: PhotoSessions,
        people: People,
        batches: BatchHandler,
        *,
        link: PictureLink,
    ) -> None:
        self._catalogue = catalogue
        self._intakes = catalogue.database.intakes
        self._notes = catalogue.database.notes
        self._looks = looks
        self._people = people
        self._batches = batches
        self._link = link

    def answer(
        self, message: InboundMessage, channel: Channel, words: Words, /
    ) -> AsyncIterator[Reply] | None:
        """The reply to `intakes` and to the buttons; anything else is another's."""
        if message.kind == "message" and not message.attachments:
            found = _COMMAND.fullmatch(message.text.replace("\xa0", " ").strip())
            return None if found is None else self._listed(found[1], message, words)
        does = message.button
        if does not in BUTTONS:
            return None
        if does == "intake-new":
            return self._registered(message.data.get("look"), message, words)
        number = str(message.data.get("intake", ""))
        if not _NUMBER.fullmatch(number):
            raise UserError("button-outdated")
        if does == "intake-open":
            return self._listed(number, message, words)
        if does == "intake-dismiss":
            return self._dismissed(int(number), message, words)
        return self._completed(int(number), message, channel, words)

    async def _registered(self, look: object, message: InboundMessage, words: Words) -> AsyncIterator[Reply]:
        def register() -> tuple[int, bool]:
            kept = self._looks.of_sender(str(look), message, words)
            return self._intakes.add(
                NewIntake(
                    kept.name,
                    self._catalogue.pictures.put(self._looks.picture(kept)),
                    self._catalogue.pictures.put(self._looks.garment(kept)),
                    kept.garment.garment_class,
                    message.sender.key,
                    called(message.sender),
                    message.place.conversation,
                )
            )

        number, first = await asyncio.to_thread(register)
        if first:
            log.info("garment %d was registered as new", number)
        yield Reply(words("intake-registered" if first else "intake-already", number=str(number)))

    async def _listed(
        self, number: str | None, message: InboundMessage, words: Words
    ) -> AsyncIterator[Reply]:
        self._admit(message, words)
        if number is not None:
            intake = await asyncio.to_thread(self._intakes.one, int(number))
            text = words("intake-number", number=number)
            yield Reply(text, intake_card(intake, link=self._link, words=words))
            return
        waiting = await asyncio.to_thread(self._intakes.waiting)
        if not waiting:
            yield Reply(words("intake-none"))
            return
        text = words("intake-title", count=len(waiting))
        yield Reply(text, intakes_card(waiting, link=self._link, words=words))

    async def _dismissed(self, number: int, message: InboundMessage, words: Words) -> AsyncIterator[Reply]:
        self._admit(message, words)
        await asyncio.to_thread(self._intakes.one, number)
        await asyncio.to_thread(self._intakes.dismissed, number, called(message.sender))
        yield Reply(words("intake-dismissed", number=str(number)), replaces=message.reply_to)

    async def _completed(
        self, number: int, message: InboundMessage, channel: Channel, words: Words
    ) -> AsyncIterator[Reply]:
        """A batch of one item goes the way of all batches: checked, shown, applied by its button."""
        self._admit(message, words)
        first = await asyncio.to_thread(self._notes.put_first, _SAVED, str(number), True, life=_SAVING)
        if not first and not message.again:  # a press that a stop has cut off is answered once more
            raise UserError("intake-in-work", number=str(number))
        try:
            intake = await asyncio.to_thread(self._intakes.one, number)
            table = own_format.write([_item(intake, _said(message.data, words))])
            files = [(f"intake-{number}.csv", table)]
            staged = await self._batches.propose(files, Mode.UPSERT, message, channel, words)
            await asyncio.to_thread(self._intakes.completed, number, staged.id)
        finally:
            await asyncio.to_thread(self._notes.forget, _SAVED, str(number))
        if message.reply_to is not None:
            yield Reply(words("intake-shown", number=str(number)), replaces=message.reply_to)

    def _admit(self, message: InboundMessage, words: Words) -> None:
        if not self._people.may(message):
            raise ForbiddenError("intake-forbidden")
        if message.place.kind != "personal":
            raise UserError("catalogue-personal-only")


def _item(intake: Intake, said: Mapping[str, str]) -> Item:
    """What it is to become: a variant for each size, and the garment on white."""
    sizes = _sizes(said["sizes"]) or [""]
    variants = (Variant(f"{said['item']}-{size}" if size else said["item"], size) for size in sizes)
    return Item(
        said["item"],
        said["title"],
        said["class"] or None,
        said["colour"] or None,
        said["brand"] or None,
        variants=tuple(variants),
        pictures=(Picture(intake.cut_out, 0),),
    )


def _said(data: Mapping[str, Any], words: Words) -> dict[str, str]:
    """What the admin wrote into the fields. Raises `UserError` where it cannot be an item."""
    said = {}
    for name in ("item", "title", "brand", "colour", "sizes", "class"):
        given = data.get(name) or ""
        if not isinstance(given, str):
            raise UserError("button-outdated")
        said[name] = " ".join(given.split())[:MOST]
    if not said["item"]:
        raise UserError("intake-item-missing")
    if said["class"] not in CLASSES:
        said["class"] = ""
    if len(_sizes(said["sizes"])) > MOST_SIZES:
        raise UserError("intake-too-many-sizes", count=MOST_SIZES)
    return said


def _sizes(given: str) -> list[str]:
    """Sizes by commas, semicolons or strokes, each once."""
    parts = (part.strip() for part in re.split(r"[,;/|]", given))
    return list(dict.fromkeys(part for part in parts if part))
