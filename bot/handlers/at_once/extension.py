"""Words typed beside the message box come in, items go out with their stock cards: a message extension."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from typing import Protocol
from zoneinfo import ZoneInfo, available_timezones

from bot.cards.elements import PictureLink
from bot.cards.found import hits
from bot.channel import Hits, Lookup, Refusal
from bot.foreign_text import plain
from bot.handlers.at_once.in_time import InTime
from bot.locales import Words
from catalogue.items import Item

MAX_SEARCH = 120
"""Characters of a search that are read."""
LATELY = timedelta(days=30)
"""What came in within that time is listed before anything is typed."""


class StockSearch(Protocol):
    """What is searched; `catalogue.stock.StockBook` is one. Called on a worker thread."""

    def matching(self, text: str, /, *, skip: int, limit: int) -> tuple[Item, ...]:
        """Items by number, by its beginning, or by words."""

    def lately(self, since: datetime, before: datetime, /, *, skip: int, limit: int) -> tuple[Item, ...]:
        """What came in."""


class ExtensionHandler:
    """Answers searches.

    The cards have no buttons: who reads them in some chat need not have the bot there.
    """

    def __init__(self, stock: StockSearch, in_time: InTime, *, link: PictureLink, zone: tzinfo = UTC) -> None:
        """Times are those of `zone` where the client does not send its own."""
        self._stock = stock
        self._in_time = in_time
        self._link = link
        self._zone = zone

    async def __call__(self, lookup: Lookup) -> Hits:
        """The answer. Raises nothing but cancellation."""
        answer = await self._in_time("search", lookup, self._search, slow="search-slow")
        return Hits(text=answer.text) if isinstance(answer, Refusal) else answer

    def _search(self, lookup: Lookup, words: Words) -> Hits:
        text = plain(lookup.text, MAX_SEARCH)
        if text:
            items = self._stock.matching(text, skip=lookup.skip, limit=lookup.count)
        else:
            now = datetime.now(UTC)
            items = self._stock.lately(now - LATELY, now, skip=lookup.skip, limit=lookup.count)
        if not items and lookup.skip == 0:
            return Hits(text=_nothing(text, words))
        zone = _zone(lookup.time_zone) or self._zone
        return Hits(hits(items, query=text, link=self._link, words=words, zone=zone))


def _nothing(text: str, words: Words) -> str:
    return words("search-nothing", words=plain(text, 40)) if text else words("search-hint")


def _zone(name: str) -> ZoneInfo | None:
    return ZoneInfo(name) if name in _zones() else None


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
