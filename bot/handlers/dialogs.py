"""A button that opens a page over the chat comes in, the page's address for whoever pressed it goes out."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable

from bot.channel import Dialog, InboundMessage, Refusal
from bot.errors import ForbiddenError, UserError
from bot.faults import fault_in_words
from bot.locales import words_for
from bot.logs import new_reference
from bot.looks import Looks, who
from catalogue.errors import CatalogueError

log = logging.getLogger(__name__)


class DialogHandler:
    """Opens the page on which an outline is mended, for the one who sent the photo."""

    def __init__(
        self,
        looks: Looks,
        *,
        opened: Callable[[InboundMessage], InboundMessage | None],
        dialog: Callable[[str, str], str],
        page: Callable[[str], str],
        locale: Callable[[InboundMessage], str] = lambda message: message.locale,
        observe: Callable[[str, str, float], None] = lambda kind, outcome, seconds: None,
        seconds: float = 5.0,
    ) -> None:
        """`opened` tells the true buttons from all others, as `bot.seals.Seals.opened` does.

        `dialog` makes the address for a look and a person, `page` the one for clients without dialogs.

        `locale` is asked for the language, on a worker thread. `observe` is told of each press: `dialog`;
        `ok`, `fault` or `bug`; and the seconds that it took.
        """
        self._looks = looks
        self._open = opened
        self._dialog = dialog
        self._page = page
        self._locale = locale
        self._observe = observe
        self._seconds = seconds

    async def __call__(self, message: InboundMessage) -> Dialog | Refusal:
        """The page, or why there is none. Raises nothing but cancellation."""
        began = time.perf_counter()
        with new_reference() as reference:
            answer, outcome = await self._answer(message, reference)
            self._observe("dialog", outcome, time.perf_counter() - began)
            return answer

    async def _answer(self, message: InboundMessage, reference: str) -> tuple[Dialog | Refusal, str]:
        say = words_for(message.locale)
        try:
            async with asyncio.timeout(self._seconds):
                return await asyncio.to_thread(self._opened, message), "ok"
        except TimeoutError:
            log.error("a dialog took more than %.1f s to open", self._seconds)
            return Refusal(say("fix-failed"), ours=True), "fault"
        except (UserError, CatalogueError) as fault:
            log.info("a dialog was answered with a fault: %s", type(fault).__name__)
            return Refusal(fault_in_words(fault, say)), "fault"
        except Exception:  # a bug must not leave the person without an answer
            log.exception("reference %s: failed to open a dialog", reference)
            return Refusal(say("apology", reference=reference), ours=True), "bug"

    def _opened(self, message: InboundMessage) -> Dialog:
        say = words_for(self._locale(message))
        opened = self._open(message)
        if opened is None:
            log.warning("refused a press of %r in %s", message.button, message.place.conversation)
            raise ForbiddenError(say("button-refused"))
        message = opened
        name = message.data.get("look")
        if message.button != "fix" or not isinstance(name, str):
            raise UserError(say("button-outdated"))
        kept = self._looks.of_sender(name, message, say)
        if message.reply_to is not None:
            self._looks.stands(name, message.reply_to)
        return Dialog(say("fix-title"), self._dialog(kept.name, who(message)), self._page(kept.name))
