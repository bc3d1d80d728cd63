"""Words typed beside the message box come in, items go out with their stock cards: a message extension."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from typing import Protocol
from zoneinfo import ZoneInfo, available_timezones

from bot.cards.elements import PictureLink, plain
from bot.cards.found import hits
from bot.channel import Hits, Lookup
from bot.faults import fault_in_words
from bot.locales import Words, words_for
from bot.logs import new_reference
from catalogue.errors import CatalogueError
from catalogue.items import Item

log = logging.getLogger(__name__)

LONGEST = 120
"""Signs of a search that are looked at."""
LATELY = timedelta(days=30)
"""What came in within that time is listed before anything is typed."""


class Shelves(Protocol):
    """What is searched; `catalogue.stock.StockBook` is one. Called on a worker thread."""

    def matching(self, text: str, /, *, skip: int, limit: int) -> tuple[Item, ...]:
        """Items by number, by its beginning, or by words."""

    def lately(self, since: datetime, before: datetime, /, *, skip: int, limit: int) -> tuple[Item, ...]:
        """What came in."""


class ExtensionHandler:
    """Answers searches, each within the 5 seconds that Teams gives.

    The cards have no buttons: who reads them in some chat need not have the bot there.
    """

    def __init__(
        self,
        shelves: Shelves,
        *,
        link: PictureLink,
        locale: Callable[[Lookup], str] = lambda lookup: lookup.locale,
        observe: Callable[[str, str, float], None] = lambda kind, outcome, seconds: None,
        zone: tzinfo = UTC,
        seconds: float = 4.0,
    ) -> None:
        """`locale` is asked for the language of the answer, on a worker thread.

        `observe` is told of each search answered: `search`, `ok`, `fault` or `bug`, and the seconds that it
        took. Times are those of `zone` where the client does not tell its own. After `seconds` the sender
        reads that it took too long.
        """
        self._shelves = shelves
        self._link = link
        self._locale = locale
        self._observe = observe
        self._zone = zone
        self._seconds = seconds

    async def __call__(self, lookup: Lookup) -> Hits:
        """The answer. Raises nothing but cancellation."""
        began = time.perf_counter()
        with new_reference() as reference:
            found, outcome = await self._answer(lookup, reference)
            self._observe("search", outcome, time.perf_counter() - began)
            return found

    async def _answer(self, lookup: Lookup, reference: str) -> tuple[Hits, str]:
        say = words_for(lookup.locale)
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.to_thread(self._found, lookup), "ok"
        except TimeoutError:
            log.error("a search took more than %.1f s", self._seconds)
            return Hits(text=say("search-slow")), "fault"
        except CatalogueError as fault:
            log.info("a search was answered with a fault: %s", type(fault).__name__)
            return Hits(text=fault_in_words(fault, say)), "fault"
        except Exception:  # a bug must not leave the sender without an answer
            log.exception("reference %s: failed on a search", reference)
            return Hits(text=say("apology", reference=reference)), "bug"

    def _found(self, lookup: Lookup) -> Hits:
        say, text = words_for(self._locale(lookup)), plain(lookup.text, LONGEST)
        if text:
            items = self._shelves.matching(text, skip=lookup.skip, limit=lookup.count)
        else:
            now = datetime.now(UTC)
            items = self._shelves.lately(now - LATELY, now, skip=lookup.skip, limit=lookup.count)
        if not items and lookup.skip == 0:
            return Hits(text=_nothing(text, say))
        zone = _zone(lookup.time_zone) or self._zone
        return Hits(hits(items, asked=text, link=self._link, say=say, zone=zone))


def _nothing(text: str, say: Words) -> str:
    return say("search-nothing", words=plain(text, 40)) if text else say("search-hint")


def _zone(name: str) -> ZoneInfo | None:
    return ZoneInfo(name) if name in _zones() else None


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
