"""A garment that the catalogue does not have: registered by whoever holds it, completed by an admin."""

from __future__ import annotations

import asyncio
import logging
import re
from datetime import timedelta

from bot.buttons import SaveIntake
from bot.cards.elements import PictureLink
from bot.cards.intake import CLASSES, intake_card, intakes_card
from bot.channel import Reply
from bot.errors import UserError
from bot.handlers.catalogue.batches import BatchHandler
from bot.state.people import called
from bot.state.photos import PhotoSession, PhotoSessions
from bot.turn import Turn
from catalogue.batches.reading import own_format
from catalogue.database import Intake, NewIntake
from catalogue.items import Item, Picture, Variant
from catalogue.modes import Mode
from catalogue.movements import Worker
from catalogue.store import Catalogue

log = logging.getLogger(__name__)

MAX_SIZES = 40
_SAVED, _SAVING = "intake-saved", timedelta(minutes=5)
"""Lock, so that concurrent Saves create one batch; and how long it is held after a crash."""


class IntakeHandler:
    """Registers, lists, completes and dismisses garments."""

    def __init__(
        self, catalogue: Catalogue, photos: PhotoSessions, batches: BatchHandler, *, link: PictureLink
    ) -> None:
        self._pictures = catalogue.pictures
        self._intakes = catalogue.intakes
        self._notes = catalogue.notes
        self._photos = photos
        self._batches = batches
        self._link = link

    def register(self, turn: Turn, photo: str) -> Reply:
        """Note the garment of a photo, for an admin to complete. Blocks."""
        session = self._photos.of_sender(photo, turn.message)
        by = Worker(turn.person.key, called(turn.person))
        number, first = self._register(session, by, turn.message.place.conversation)
        code = "intake-registered" if first else "intake-already"
        return Reply(turn.words(code, number=str(number)))

    def register_session(self, name: str, by: Worker, place: str) -> int | None:
        """Note the garment of a photo session, and return its number; None if the photo is gone. Blocks."""
        session = self._photos.known(name)
        return None if session is None else self._register(session, by, place)[0]

    def _register(self, session: PhotoSession, by: Worker, place: str) -> tuple[int, bool]:
        number, first = self._intakes.add(
            NewIntake(
                session.name,
                self._pictures.put(self._photos.picture(session)),
                self._pictures.put(self._photos.garment(session)),
                session.garment.garment_class,
                by.id,
                by.name,
                place,
            )
        )
        if first:
            log.info("garment %d was registered as new", number)
        return number, first

    def list(self, turn: Turn) -> Reply:
        """What waits to be completed. Blocks."""
        waiting = self._intakes.waiting()
        if not waiting:
            return Reply(turn.words("intake-none"))
        card = intakes_card(waiting, link=self._link, words=turn.words)
        return Reply(turn.words("intake-title", count=len(waiting)), card)

    def open(self, turn: Turn, number: int) -> Reply:
        """One of them, with the fields that complete it. Blocks."""
        card = intake_card(self._intakes.one(number), link=self._link, words=turn.words)
        return Reply(turn.words("intake-number", number=str(number)), card)

    def dismiss(self, turn: Turn, number: int) -> Reply:
        """Forget it. Blocks."""
        self._intakes.one(number)
        self._intakes.dismissed(number, called(turn.person))
        return Reply(turn.words("intake-dismissed", number=str(number)), replaces=turn.message.reply_to)

    async def save(self, turn: Turn, button: SaveIntake) -> Reply | None:
        """A batch of one item goes the way of all batches: checked, shown, applied by its button."""
        number = str(button.intake)
        first = await asyncio.to_thread(self._notes.put_first, _SAVED, number, True, life=_SAVING)
        if not first and not turn.message.again:  # a press that a stop has cut off is answered once more
            raise UserError("intake-in-work", number=number)
        try:
            intake = await asyncio.to_thread(self._intakes.one, button.intake)
            table = own_format.write([_item(intake, button)])
            staged = await self._batches.propose(turn, [(f"intake-{number}.csv", table)], Mode.UPSERT)
            await asyncio.to_thread(self._intakes.completed, button.intake, staged.id)
        finally:
            await asyncio.to_thread(self._notes.forget, _SAVED, number)
        if turn.message.reply_to is None:
            return None
        return Reply(turn.words("intake-shown", number=number), replaces=turn.message.reply_to)


def _item(intake: Intake, written: SaveIntake) -> Item:
    """What it is to become: a variant for each size, and the garment on white.

    Raises `UserError` where what was written cannot be an item.
    """
    if not written.item:
        raise UserError("intake-item-missing")
    sizes = _sizes(written.sizes)
    if len(sizes) > MAX_SIZES:
        raise UserError("intake-too-many-sizes", count=MAX_SIZES)
    variants = (Variant(f"{written.item}-{size}" if size else written.item, size) for size in sizes or [""])
    return Item(
        written.item,
        written.title,
        written.garment_class if written.garment_class in CLASSES else None,
        written.colour or None,
        written.brand or None,
        variants=tuple(variants),
        pictures=(Picture(intake.cut_out, 0),),
    )


def _sizes(written: str) -> list[str]:
    """Sizes by commas, semicolons or strokes, each once."""
    parts = (part.strip() for part in re.split(r"[,;/|]", written))
    return list(dict.fromkeys(part for part in parts if part))
