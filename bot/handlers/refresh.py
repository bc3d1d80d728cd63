"""A stock card that is looked at again comes in, the same card with the present figures goes out, at once."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Callable

from bot.channel import Card, InboundMessage, Refresh, Refusal
from bot.faults import fault_in_words
from bot.handlers.stock import Shown, StockHandler
from bot.locales import words_for
from bot.logs import new_reference
from catalogue.errors import CatalogueError

log = logging.getLogger(__name__)


class RefreshHandler:
    """Answers within the seconds that Teams gives, and with a card or a sentence.

    A card that is brought up to date is no message: nothing is noted, sent or remembered, and whoever sees
    the card may do it, as the figures are nobody's secret in the tenant.
    """

    def __init__(
        self,
        stock: StockHandler,
        *,
        locale: Callable[[InboundMessage], str] = lambda message: message.locale,
        observe: Callable[[str, str, float], None] = lambda kind, outcome, seconds: None,
        seconds: float = 5.0,
        often: int = 3,
        within: float = 10.0,
    ) -> None:
        """`locale` is asked for the language of the answer, on a worker thread.

        `observe` is told of each answer: `refresh` or, where nobody pressed anything, `refresh-automatic`;
        `ok`, `fault` or `bug`; and the seconds that it took. After `seconds` the person reads that it took
        too long. A client that asks unasked more than `often` times `within` so many seconds for the same
        card is given one that is not brought up to date unasked, so that no fault of it goes on for ever.
        """
        self._stock = stock
        self._locale = locale
        self._observe = observe
        self._seconds = seconds
        self._views = _Views(often=often, within=within)

    async def __call__(self, refresh: Refresh) -> Card | Refusal:
        """The answer. Raises nothing but cancellation."""
        began = time.perf_counter()
        with new_reference() as reference:
            answer, outcome = await self._answer(refresh, reference)
            kind = "refresh-automatic" if refresh.automatic else "refresh"
            self._observe(kind, outcome, time.perf_counter() - began)
            return answer

    async def _answer(self, refresh: Refresh, reference: str) -> tuple[Card | Refusal, str]:
        message = refresh.message
        say = words_for(message.locale)
        shown = Shown.of(message.data)
        if shown is None:
            log.info("a card was to be brought up to date that does not say what it shows")
            return Refusal(say("button-outdated")), "fault"
        viewer = message.sender.id
        if refresh.automatic and not self._views.calm(viewer, message.place.conversation, message.reply_to):
            log.warning("a client asks for the same card again and again")
            viewer = ""
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.to_thread(self._renewed, shown, viewer, message), "ok"
        except TimeoutError:
            log.error("a card took more than %.1f s to be brought up to date", self._seconds)
            return Refusal(say("stock-slow"), ours=True), "fault"
        except CatalogueError as fault:
            log.info("a card could not be brought up to date: %s", type(fault).__name__)
            return Refusal(fault_in_words(fault, say), ours=True), "fault"
        except Exception:  # a bug must not leave the person without an answer
            log.exception("reference %s: failed to bring a card up to date", reference)
            return Refusal(say("apology", reference=reference), ours=True), "bug"

    def _renewed(self, shown: Shown, viewer: str, message: InboundMessage) -> Card:
        _, card = self._stock.renewed(shown, viewer, words_for(self._locale(message)))
        return card


class _Views:
    """How often each person's client has asked for a card lately."""

    def __init__(self, *, often: int, within: float, limit: int = 1000) -> None:
        self._often = often
        self._within = within
        self._limit = limit
        self._seen: OrderedDict[tuple[str | None, ...], list[float]] = OrderedDict()

    def calm(self, *key: str | None) -> bool:
        """Count a view; False where there were too many of it."""
        now = time.monotonic()
        lately = [at for at in self._seen.pop(key, []) if now - at < self._within]
        self._seen[key] = [*lately, now][-(self._often + 1) :]
        if len(self._seen) > self._limit:
            self._seen.popitem(last=False)
        return len(self._seen[key]) <= self._often
