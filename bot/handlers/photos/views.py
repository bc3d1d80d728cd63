"""A photo that was said to be right, kept as another view of its item."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace

from bot.buttons import KeepView
from bot.cards.confirm import offer_view_card
from bot.cards.elements import PictureLink
from bot.cards.items import Likeness
from bot.channel import Reply
from bot.errors import UserError
from bot.foreign_text import name_of, plain
from bot.handlers.catalogue.batches import BatchHandler
from bot.state.people import People, Role
from bot.state.photos import PhotoSessions
from bot.turn import Turn
from catalogue.batches.reading import own_format
from catalogue.items import Item, Picture
from catalogue.store import Catalogue

log = logging.getLogger(__name__)

MAX_VIEWS = 8
"""Pictures that an item has; more make its answers no surer and each search slower."""


class ViewHandler:
    """Keeps photos for those who sent them and said that they were right."""

    def __init__(
        self,
        catalogue: Catalogue,
        photos: PhotoSessions,
        people: People,
        batches: BatchHandler,
        *,
        link: PictureLink,
    ) -> None:
        self._catalogue = catalogue
        self._photos = photos
        self._people = people
        self._batches = batches
        self._link = link

    def offer(self, turn: Turn, photo: str, item: str) -> Reply | None:
        """Thanks, with the button that keeps the photo; None for those who may not press it. Blocks."""
        if not self._people.may(turn.message, Role.SUPERVISOR):
            return None
        items = self._catalogue.stock.items([item])
        if not items:  # it was deleted since the photo was answered
            return None
        thanks = turn.words("confirm-thanks")
        card = offer_view_card(thanks, photo, Likeness(items[0], self._link), words=turn.words)
        return Reply(thanks, card)

    async def keep(self, turn: Turn, button: KeepView) -> Reply:
        """Add the photo to the pictures of its item."""
        item, table = await asyncio.to_thread(self._table, turn, button)
        name = plain(name_of(item), 120)
        batch = 0
        if table is not None:
            batch = await self._batches.apply_at_once(turn, [(f"view-{button.photo}.csv", table)])
        if not batch:
            return Reply(turn.words("view-known", item=name))
        log.info("a photo was kept as a view, batch %d", batch)
        return Reply(turn.words("view-kept", item=name, batch=str(batch)))

    def _table(self, turn: Turn, button: KeepView) -> tuple[Item, bytes | None]:
        """A batch that gives the item one picture more; None where the picture is one of it already."""
        session = self._photos.of_sender(button.photo, turn.message)
        says = self._catalogue.confirmations.says
        if button.item not in session.items or not says(button.photo, button.item):
            raise UserError("button-outdated")
        item = self._catalogue.stock.item(button.item)
        key = self._catalogue.pictures.put(self._photos.garment(session))
        if key in {picture.key for picture in item.pictures}:
            return item, None
        if len(item.pictures) >= MAX_VIEWS:
            raise UserError("view-enough", item=plain(name_of(item), 120), count=MAX_VIEWS)
        pictures = (*item.pictures, Picture(key, len(item.pictures)))
        uncounted = tuple(replace(one, stock=()) for one in item.variants)  # a blank leaves what is there
        return item, own_format.write([replace(item, pictures=pictures, variants=uncounted)])
