"""A SKU, barcode or item number comes in, its stock goes out; and a card that shows it is kept up to date."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol, get_args

from bot.cards.elements import PictureLink
from bot.cards.stock import Head, Renewal, gone_card, noted_card, stock_card, stock_summary, tag_card
from bot.channel import Card, InboundMessage, Reply
from bot.locales import Words
from catalogue.items import Item, folded

LONGEST = 200
"""Signs of a number that a button may carry: as many as a SKU may have."""


class Stock(Protocol):
    """What knows the stock; `catalogue.stock.StockBook` is one. Called on a worker thread."""

    def find(self, text: str, /) -> Item:
        """The item of that number, SKU or barcode. Raises `UnknownItemError`."""

    def item(self, item_id: str, /) -> Item:
        """The item of that id; where there is none, what `find` finds. Raises `UnknownItemError`."""

    def items(self, ids: Iterable[str], /) -> tuple[Item, ...]:
        """Those of the items that exist, by their ids alone."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a stock card shows, as its buttons carry it."""

    item: str
    asked: str = ""
    """The SKU or barcode of one size; empty where the item as a whole was asked for."""
    head: Head = ""
    like: str = ""
    """The item that it looks like, where its tag says another."""

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Shown | None:
        """What a button says; None where it says no such thing, as it may have been forged."""
        item, asked, head, like = (data.get(name, "") for name in ("item", "asked", "head", "like"))
        if not all(isinstance(one, str) and len(one) <= LONGEST for one in (item, asked, like)):
            return None
        return cls(item, asked, head, like) if item and head in get_args(Head) else None


class StockHandler:
    """Answers with the sizes of an item and what lies where."""

    def __init__(self, stock: Stock, *, link: PictureLink) -> None:
        self._stock = stock
        self._link = link

    async def __call__(self, asked: str, message: InboundMessage, words: Words) -> AsyncIterator[Reply]:
        """The reply to a question for one SKU, barcode or item. Raises `UnknownItemError`."""
        item = await asyncio.to_thread(self._stock.find, asked)
        yield self._reply(item, asked, message, words)

    async def of_item(self, item_id: str, message: InboundMessage, words: Words) -> AsyncIterator[Reply]:
        """The reply to a pressed button: the item as a whole. Raises `UnknownItemError`.

        The id may be another item's SKU, so it is looked up as what it is first. Buttons of former cards
        carry a SKU instead.
        """
        item = await asyncio.to_thread(self._stock.item, item_id)
        asked = "" if folded(item.id) == folded(item_id) else item_id
        yield self._reply(item, asked, message, words)

    async def again(self, shown: Shown, message: InboundMessage, words: Words) -> AsyncIterator[Reply]:
        """The same card brought up to date, in its place, for clients that cannot have it at once.

        It answers no question, so that nothing is remembered as shown.
        """
        text, card = await asyncio.to_thread(self.renewed, shown, message.sender.id, words)
        yield Reply(text, card, replaces=message.reply_to)

    def renewed(self, shown: Shown, viewer: str, words: Words) -> tuple[str, Card]:
        """A card brought up to date, and its summary; one that says so where the item is gone.

        It is brought up to date again as often as `viewer` comes to see it, nobody where that is empty.
        Blocks: call it on a worker thread. Raises `StoreError`.
        """
        now = datetime.now(UTC)
        found = {folded(item.id): item for item in self._stock.items((shown.item, shown.like))}
        item = found.get(folded(shown.item))
        if item is None:
            card = gone_card(shown.item, shown.asked, at=now, words=words)
            return str(card["fallbackText"]), card
        text = stock_summary(item, shown.asked, words)
        if shown.head == "tag":
            like = found.get(folded(shown.like))
            return text, tag_card(
                item, read=shown.asked, looks_like=like, viewer=viewer, at=now, link=self._link, words=words
            )
        if shown.head == "noted":
            return text, noted_card(item, viewer=viewer, at=now, link=self._link, words=words)
        renewal = Renewal(viewer, at=now)
        return text, stock_card(item, asked=shown.asked, renewal=renewal, link=self._link, words=words)

    def _reply(self, item: Item, asked: str, message: InboundMessage, words: Words) -> Reply:
        renewal = Renewal(message.sender.id)
        card = stock_card(item, asked=asked, renewal=renewal, link=self._link, words=words)
        return Reply(text=stock_summary(item, asked, words), card=card, shows=(item.id,))
