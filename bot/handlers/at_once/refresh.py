"""A stock card that is looked at again comes in, the same card with the present figures goes out, at once."""

from __future__ import annotations

import logging
import time
from collections import OrderedDict
from functools import partial

from bot.buttons import RefreshStock
from bot.channel import Card, InboundMessage, Refresh, Refusal
from bot.handlers.at_once.in_time import InTime
from bot.handlers.stock import StockHandler
from bot.locales import Words
from bot.telemetry.logs import new_reference

log = logging.getLogger(__name__)


class RefreshHandler:
    """Answers with a card or a sentence.

    A card that is brought up to date is no message: nothing is noted, sent or remembered, and whoever sees
    the card may do it, as the figures are nobody's secret in the tenant.
    """

    def __init__(self, stock: StockHandler, in_time: InTime, *, often: int = 3, within: float = 10.0) -> None:
        """A client that asks unasked more than `often` times `within` so many seconds for the same card is
        given one that is not brought up to date unasked, so that no fault of it goes on for ever.
        """
        self._stock = stock
        self._in_time = in_time
        self._views = _Views(often=often, within=within)

    async def __call__(self, refresh: Refresh) -> Card | Refusal:
        """The answer. Raises nothing but cancellation."""
        kind = "refresh-automatic" if refresh.automatic else "refresh"
        message, viewer = refresh.message, refresh.message.sender.id
        with new_reference():
            if refresh.automatic and not self._views.calm(
                viewer, message.place.conversation, message.reply_to
            ):
                log.warning("a client asks for the same card again and again")
                viewer = ""
            return await self._in_time(kind, message, partial(self._renewed, viewer), slow="stock-slow")

    def _renewed(self, viewer: str, message: InboundMessage, words: Words) -> Card:
        _, card = self._stock.renewed(RefreshStock.parse(message.data), viewer, words)
        return card


class _Views:
    """How often each person's client has asked for a card lately."""

    def __init__(self, *, often: int, within: float, limit: int = 1000) -> None:
        self._often = often
        self._within = within
        self._limit = limit
        self._moments: OrderedDict[tuple[str | None, ...], list[float]] = OrderedDict()

    def calm(self, *key: str | None) -> bool:
        """Count a view; False where there were too many of it."""
        now = time.monotonic()
        lately = [at for at in self._moments.pop(key, []) if now - at < self._within]
        self._moments[key] = [*lately, now][-(self._often + 1) :]
        if len(self._moments) > self._limit:
            self._moments.popitem(last=False)
        return len(self._moments[key]) <= self._often
