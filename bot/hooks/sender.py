"""Sends events to hooks, beside everything else: no chat waits for one.

Several bots on one database share the queue, and a stop loses nothing: what was not confirmed is sent again,
under the same `webhook-id`. Events of one subject, such as a SKU, arrive in order at each hook.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import aiohttp

from bot.errors import UserError
from bot.hooks.addresses import HookAddresses
from bot.hooks.signing import headers
from catalogue.database import Events
from catalogue.errors import CatalogueError
from catalogue.events import Claimed

log = logging.getLogger(__name__)

PAUSES = (5, 30, 120, 600, 1800, *[3600] * 24)
"""Seconds before each further attempt, a day in all.

Attempts are counted, not the time: a clock that jumps ahead gives nothing up.
"""
LOGGED = timedelta(days=7)
"""How long the log has what is done."""
_SWEEP_SECONDS = 3600.0
_AT_ONCE = 4
"""Events that are under way to one hook, so that one that hangs holds up no other."""


class HookSender:
    """Claims what is due, sends it, and records what came of it."""

    def __init__(
        self,
        events: Events,
        session: aiohttp.ClientSession,
        addresses: HookAddresses,
        *,
        observe: Callable[[str], None] = lambda outcome: None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        seconds: float = 10.0,
        every: float = 1.0,
    ) -> None:
        """`seconds`: what an attempt may take; `every`: between two looks at the queue.

        `observe` counts attempts: `delivered`, `failed` or `given-up`.
        """
        self._events = events
        self._session = session
        self._addresses = addresses
        self._observe = observe
        self._clock = clock
        self._timeout = aiohttp.ClientTimeout(total=seconds)
        self._every = every
        self._under_way: dict[asyncio.Task[None], Claimed] = {}
        self._busy: Counter[int] = Counter()

    async def run(self) -> None:
        """Send until cancelled."""
        swept = -_SWEEP_SECONDS
        loop = asyncio.get_running_loop()
        while True:
            try:
                await self.begin_due()
                if loop.time() - swept >= _SWEEP_SECONDS:
                    swept = loop.time()
                    await asyncio.to_thread(self._events.sweep, self._clock() - LOGGED)
            except CatalogueError as error:
                log.warning("hooks wait: %s", error)
            except Exception:  # a bug must not end all hooks
                log.exception("hooks wait")
            await asyncio.sleep(self._every)

    async def begin_due(self) -> None:
        """Begin to send what is due, as much as each hook may have at once."""
        for subscription_id in await asyncio.to_thread(self._events.due, self._clock()):
            room = _AT_ONCE - self._busy[subscription_id]
            if room <= 0:
                continue
            claimed = await asyncio.to_thread(self._events.claim, subscription_id, self._clock(), limit=room)
            for each in claimed:
                self._busy[subscription_id] += 1
                task = asyncio.create_task(self._deliver(each))
                self._under_way[task] = each
                task.add_done_callback(self._ended)

    async def settle(self) -> None:
        """Wait for what is under way."""
        await asyncio.gather(*self._under_way, return_exceptions=True)

    async def close(self) -> None:
        """Stop, and give back what is under way: it may arrive twice, and is never lost."""
        under_way = dict(self._under_way)
        for task in under_way:
            task.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        for task, claimed in under_way.items():
            if task.cancelled():
                with contextlib.suppress(CatalogueError):
                    await asyncio.to_thread(self._events.release, claimed)

    def _ended(self, task: asyncio.Task[None]) -> None:
        claimed = self._under_way.pop(task)
        self._busy[claimed.subscription.id] -= 1
        if not task.cancelled() and (error := task.exception()) is not None:
            log.error("event %s was sent, and that could not be recorded: %s", claimed.event.message, error)

    async def _deliver(self, claimed: Claimed) -> None:
        event, number = claimed.event, claimed.subscription.id
        answer, taken = await self._attempt(claimed)
        now = self._clock()
        if taken:
            self._observe("delivered")
            await asyncio.to_thread(self._events.delivered, claimed, answer, now)
            return
        again = None
        if event.attempts < len(PAUSES):
            again = now + timedelta(seconds=PAUSES[event.attempts])
        outcome = "failed" if again else "given-up"
        self._observe(outcome)
        log.warning("hook %d did not take event %s (%s): %s", number, event.message, answer, outcome)
        await asyncio.to_thread(self._events.failed, claimed, answer, now, again=again)

    async def _attempt(self, claimed: Claimed) -> tuple[str, bool]:
        """What came of an attempt, in short, and whether the hook took the event."""
        event, subscription = claimed.event, claimed.subscription
        try:
            url = self._addresses.parsed(subscription.target)
        except UserError:
            return "address not allowed", False
        body = event.body.encode()
        sent = headers(subscription.secret, event.message, self._clock(), body)
        sent |= {"Content-Type": "application/json", "User-Agent": "hangtag"}
        try:
            # A redirect is no answer: it could lead anywhere, with all that is in the event.
            async with self._session.post(
                url, data=body, headers=sent, allow_redirects=False, timeout=self._timeout
            ) as response:
                return f"HTTP {response.status}", 200 <= response.status < 300
        except TimeoutError:
            return "too slow", False
        except (aiohttp.ClientError, OSError, ValueError) as error:
            return type(error).__name__, False
