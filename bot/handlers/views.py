"""A photo that was said to be right, kept as another view of its item."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import replace

from bot.cards.confirm import offer_view_card
from bot.cards.elements import plain
from bot.cards.items import name_of
from bot.channel import Channel, InboundMessage, Reply
from bot.errors import ForbiddenError, UserError
from bot.handlers.batches import BatchHandler
from bot.locales import Words
from bot.state.people import People, Role
from bot.state.photos import PhotoSessions
from catalogue.batches.reading import own_format
from catalogue.items import Item, Picture
from catalogue.store import Catalogue

log = logging.getLogger(__name__)

BUTTONS = frozenset({"view-keep"})
MOST_VIEWS = 8
"""Pictures that an item has; more make its answers no surer and each search slower."""


class ViewHandler:
    """Answers supervisors and admins, about photos of their own that they said to be right."""

    def __init__(
        self, catalogue: Catalogue, looks: PhotoSessions, people: People, batches: BatchHandler
    ) -> None:
        self._catalogue = catalogue
        self._looks = looks
        self._people = people
        self._batches = batches

    def offer(self, look: str, item: str, message: InboundMessage, words: Words) -> Reply | None:
        """What is said to one who may keep the photo; None for others. Called on a worker thread."""
        if not self._people.may(message, Role.SUPERVISOR):
            return None
        sentence = words("confirm-thanks")
        return Reply(sentence, offer_view_card(sentence, look, item, words=words))

    def answer(
        self, message: InboundMessage, channel: Channel, words: Words, /
    ) -> AsyncIterator[Reply] | None:
        """The reply to the button; anything else is another's."""
        if message.button not in BUTTONS:
            return None
        return self._kept(str(message.data.get("look")), str(message.data.get("item")), message, words)

    async def _kept(
        self, look: str, item_id: str, message: InboundMessage, words: Words
    ) -> AsyncIterator[Reply]:
        if not await asyncio.to_thread(self._people.may, message, Role.SUPERVISOR):
            raise ForbiddenError("view-forbidden")
        item, table = await asyncio.to_thread(self._table, look, item_id, message, words)
        name = plain(name_of(item), 120)
        batch = 0
        if table is not None:
            batch = await self._batches.apply_at_once([(f"view-{look}.csv", table)], message, words)
        if not batch:
            yield Reply(words("view-known", item=name))
            return
        log.info("a photo was kept as a view, batch %d", batch)
        yield Reply(words("view-kept", item=name, batch=str(batch)))

    def _table(
        self, look: str, item_id: str, message: InboundMessage, words: Words
    ) -> tuple[Item, bytes | None]:
        """A batch that gives the item one picture more; None where the picture is one of it already."""
        kept = self._looks.of_sender(look, message, words)
        if item_id not in kept.items or not self._catalogue.database.confirmations.says(look, item_id):
            raise UserError("button-outdated")
        item = self._catalogue.stock.item(item_id)
        key = self._catalogue.pictures.put(self._looks.garment(kept))
        if key in {picture.key for picture in item.pictures}:
            return item, None
        if len(item.pictures) >= MOST_VIEWS:
            raise UserError("view-enough", item=plain(name_of(item), 120), count=MOST_VIEWS)
        pictures = (*item.pictures, Picture(key, len(item.pictures)))
        uncounted = tuple(replace(one, stock=()) for one in item.variants)  # a blank leaves what is there
        return item, own_format.write([replace(item, pictures=pictures, variants=uncounted)])
