"""A button that opens a page over the chat comes in, the page's address for whoever pressed it goes out."""

from __future__ import annotations

import logging
from collections.abc import Callable

from bot.channel import Dialog, InboundMessage, Refusal
from bot.errors import ForbiddenError, UserError
from bot.handlers.in_time import InTime
from bot.locales import Words
from bot.state.photos import PhotoSessions

log = logging.getLogger(__name__)


class DialogHandler:
    """Opens the page on which an outline is repaired, for the one who sent the photo."""

    def __init__(
        self,
        looks: PhotoSessions,
        in_time: InTime,
        *,
        opened: Callable[[InboundMessage], InboundMessage | None],
        dialog: Callable[[str, str], str],
        page: Callable[[str], str],
    ) -> None:
        """`opened` tells the true buttons from all others, as
        `bot.links.signed_buttons.SignedButtons.opened` does.

        `dialog` makes the address for a look and a person, `page` the one for clients without dialogs.
        """
        self._looks = looks
        self._in_time = in_time
        self._open = opened
        self._dialog = dialog
        self._page = page

    async def __call__(self, message: InboundMessage) -> Dialog | Refusal:
        """The page, or why there is none. Raises nothing but cancellation."""
        return await self._in_time("dialog", message, self._opened, slow="fix-failed")

    def _opened(self, message: InboundMessage, words: Words) -> Dialog:
        opened = self._open(message)
        if opened is None:
            log.warning("refused a press of %r in %s", message.button, message.place.conversation)
            raise ForbiddenError("button-refused")
        message = opened
        name = message.data.get("look")
        if message.button != "fix" or not isinstance(name, str):
            raise UserError("button-outdated")
        kept = self._looks.of_sender(name, message, words)
        if message.reply_to is not None:
            self._looks.stands(name, message.reply_to)
        return Dialog(words("fix-title"), self._dialog(kept.name, message.sender.key), self._page(kept.name))
