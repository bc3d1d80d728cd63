"""The frame of what is answered at once: an answer or a sentence, within the seconds that Teams gives."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from typing import TypeVar

from bot.channel import InboundMessage, Lookup, Refusal
from bot.errors import UserError
from bot.locales import Words, words_for
from bot.locales.faults import fault_in_words
from bot.telemetry.logs import same_reference
from catalogue.errors import CatalogueError

log = logging.getLogger(__name__)

Request = TypeVar("Request", InboundMessage, Lookup)
Answer = TypeVar("Answer")


class InTime:
    """Has a handler answer on a worker thread; raises nothing but cancellation.

    Only the text of `UserError` and `CatalogueError` reaches the chat. Anything else that is raised is a bug,
    answered with an apology whose reference the log has too: that of whoever calls, where there is one.
    """

    def __init__(
        self,
        *,
        locale: Callable[[InboundMessage | Lookup], str] = lambda request: request.locale,
        observe: Callable[[str, str, float], None] = lambda kind, outcome, seconds: None,
        seconds: float = 5.0,
    ) -> None:
        """`locale` is asked for the language of the answer, on the same thread; a fault has the client's.

        `observe` is called for each answer: its kind; `ok`, `fault` or `bug`; and the seconds that it took.
        After `seconds` the person reads that it took too long.
        """
        self._locale = locale
        self._observe = observe
        self._seconds = seconds

    async def __call__(
        self, kind: str, request: Request, work: Callable[[Request, Words], Answer], *, slow: str
    ) -> Answer | Refusal:
        """What `work` gives, or why there is nothing; `slow` names the words of what took too long."""
        began = time.perf_counter()
        with same_reference() as reference:
            answer, outcome = await self._answer(kind, request, work, slow, reference)
            self._observe(kind, outcome, time.perf_counter() - began)
            return answer

    async def _answer(
        self, kind: str, request: Request, work: Callable[[Request, Words], Answer], slow: str, reference: str
    ) -> tuple[Answer | Refusal, str]:
        words = words_for(request.locale)
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.to_thread(lambda: work(request, words_for(self._locale(request)))), "ok"
        except TimeoutError:
            log.error("%s: took more than %.1f s", kind, self._seconds)
            return Refusal(words(slow), ours=True), "fault"
        except (UserError, CatalogueError) as fault:
            log.info("%s: answered with a fault: %s", kind, type(fault).__name__)
            return Refusal(fault_in_words(fault, words), ours=isinstance(fault, CatalogueError)), "fault"
        except Exception:  # a bug must not leave the person without an answer
            log.exception("reference %s: failed on %s", reference, kind)
            return Refusal(words("apology", reference=reference), ours=True), "bug"
