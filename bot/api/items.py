"""Items and their stock: read alone, for any key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, Any

from aiohttp import web
from pydantic import Field

from bot.api.calls import Call, Endpoint, Strict, Text
from bot.api.problems import json_response
from bot.api.replies import ItemsReply, StockReply, WholeItemReply
from bot.reports import item_report, whole_item_report
from bot.state.people import Role
from catalogue.items import Item, folded
from catalogue.store import Catalogue

PICTURE_SIDE = 512
"""Pixels of a linked picture."""


class ItemsQuery(Strict):
    """All items page by page, or those that a search finds."""

    q: Annotated[Text | None, Field(description="A SKU, an id, a barcode or words; best first.")] = None
    skip: Annotated[int, Field(ge=0, le=1000, description="With q: how many to leave out.")] = 0
    after: Annotated[Text | None, Field(description="Without q: the `next` of the page before.")] = None
    limit: Annotated[int, Field(ge=1, le=200)] = 50


class StockQuery(Strict):
    """All stock page by page, or that of some SKUs, items or barcodes."""

    of: Annotated[
        tuple[Text, ...], Field(max_length=50, description="A SKU, an item or a barcode; may be repeated.")
    ] = ()
    location: Annotated[Text | None, Field(description="At this location alone.")] = None
    after: Annotated[Text | None, Field(description="The `next` of the page before.")] = None
    limit: Annotated[int, Field(ge=1, le=200, description="Items on a page.")] = 50


class ItemsApi:
    """Answers about items and their stock."""

    def __init__(self, catalogue: Catalogue, *, link: Callable[[str, int], str]) -> None:
        """`link`: an address for a picture."""
        self._catalogue = catalogue
        self._link = link

    def endpoints(self) -> tuple[Endpoint, ...]:
        """What is answered here."""
        worker = Role.WORKER
        return (
            Endpoint(
                *("GET", "/items", worker, "Items with their stock, page by page or by a search"),
                self.items,
                query=ItemsQuery,
                reply=ItemsReply,
            ),
            Endpoint(
                *("GET", "/items/{id}", worker, "Everything about an item, by its id, a SKU or a barcode"),
                self.item,
                reply=WholeItemReply,
                refusals=(404,),
            ),
            Endpoint(
                *("GET", "/stock", worker, "Stock by SKU and location"),
                self.stock,
                query=StockQuery,
                reply=StockReply,
                refusals=(404,),
            ),
        )

    async def items(self, call: Call[ItemsQuery]) -> web.Response:
        """`GET items`."""
        query = call.query

        def find() -> tuple[list[Item], str | None]:
            if query.q is not None:
                found = self._catalogue.stock.matching(query.q, skip=query.skip, limit=query.limit)
                return list(found), None
            return self._page(query.after, query.limit)

        items, following = await asyncio.to_thread(find)
        return json_response({"items": [item_report(item) for item in items], "next": following})

    async def item(self, call: Call[Any]) -> web.Response:
        """`GET items/ID`."""
        item = await asyncio.to_thread(self._catalogue.stock.find, call.text("id"))
        links = [self._link(picture.key, PICTURE_SIDE) for picture in item.pictures]
        return json_response(whole_item_report(item) | {"picture_links": links})

    async def stock(self, call: Call[StockQuery]) -> web.Response:
        """`GET stock`."""
        query, stock = call.query, self._catalogue.stock

        def find() -> tuple[list[Item], str | None]:
            if query.of:
                return list({item.id: item for item in map(stock.find, query.of)}.values()), None
            return self._page(query.after, query.limit, location=query.location)

        items, following = await asyncio.to_thread(find)
        place = None if query.location is None else folded(query.location)
        # A SKU or a barcode asks for its size alone, an item for all.
        asked = {folded(name) for name in query.of}
        lines = [
            {
                "item": item.id,
                "sku": variant.sku,
                "size": variant.size,
                "location": level.location,
                "on_hand": level.on_hand,
                "reserved": level.reserved,
                "available": level.available,
                "as_of": level.as_of.isoformat(),
            }
            for item in items
            for variant in _asked_for(item, asked)
            for level in variant.stock
            if place is None or folded(level.location) == place
        ]
        return json_response({"stock": lines, "next": following})

    def _page(
        self, after: str | None, limit: int, *, location: str | None = None
    ) -> tuple[list[Item], str | None]:
        ids = self._catalogue.database.ids_after(after or "", location=location, limit=limit + 1)
        items = self._catalogue.stock.items(ids[:limit])
        return list(items), ids[limit - 1] if len(ids) > limit else None


def _asked_for(item: Item, asked: set[str]) -> list[Any]:
    """The sizes of an item that were asked for by SKU or barcode; all if it was asked for by its id."""
    if not asked or folded(item.id) in asked:
        return list(item.variants)
    return [
        variant
        for variant in item.variants
        if folded(variant.sku) in asked or (variant.barcode and folded(variant.barcode) in asked)
    ]
