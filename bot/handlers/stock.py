"""A SKU, barcode or item number comes in, its stock goes out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Protocol

from bot.cards.elements import PictureLink
from bot.cards.stock import stock_card, stock_summary
from bot.channel import Reply
from bot.locales import Words
from catalogue.items import Item, folded


class Stock(Protocol):
    """What knows the stock; `catalogue.stock.StockBook` is one. Called on a worker thread."""

    def find(self, text: str, /) -> Item:
        """The item of that number, SKU or barcode. Raises `UnknownItem`."""

    def item(self, item_id: str, /) -> Item:
        """The item of that id; where there is none, what `find` finds. Raises `UnknownItem`."""


class StockHandler:
    """Answers with the sizes of an item and what lies where."""

    def __init__(self, stock: Stock, *, link: PictureLink) -> None:
        self._stock = stock
        self._link = link

    async def __call__(self, asked: str, say: Words) -> AsyncIterator[Reply]:
        """The reply to a question for one SKU, barcode or item. Raises `UnknownItem`."""
        item = await asyncio.to_thread(self._stock.find, asked)
        card = stock_card(item, asked=asked, link=self._link, say=say)
        yield Reply(text=stock_summary(item, asked, say), card=card, shows=(item.id,))

    async def of_item(self, item_id: str, say: Words) -> AsyncIterator[Reply]:
        """The reply to a pressed button: the item as a whole. Raises `UnknownItem`.

        The id may be another item's SKU, so it is looked up as what it is first. Buttons of former cards
        carry a SKU instead.
        """
        item = await asyncio.to_thread(self._stock.item, item_id)
        asked = "" if folded(item.id) == folded(item_id) else item_id
        card = stock_card(item, asked=asked, link=self._link, say=say)
        yield Reply(text=stock_summary(item, asked, say), card=card, shows=(item.id,))
