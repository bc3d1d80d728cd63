"""A button that opens a page over the chat comes in, the page's address for whoever pressed it goes out."""

from __future__ import annotations

from collections.abc import Callable

from bot.buttons import FixOutline
from bot.channel import Dialog, InboundMessage, Refusal
from bot.errors import UserError
from bot.handlers.at_once.in_time import InTime
from bot.links.signed_buttons import SignedButtons
from bot.locales import Words
from bot.state.photos import PhotoSessions


class DialogHandler:
    """Opens the page on which an outline is repaired, for the one who sent the photo."""

    def __init__(
        self,
        photos: PhotoSessions,
        in_time: InTime,
        *,
        signed: SignedButtons,
        dialog: Callable[[str, str], str],
        page: Callable[[str], str],
    ) -> None:
        """`dialog` makes the address for a photo and a person, `page` the one for clients without dialogs."""
        self._photos = photos
        self._in_time = in_time
        self._signed = signed
        self._dialog = dialog
        self._page = page

    async def __call__(self, message: InboundMessage) -> Dialog | Refusal:
        """The page, or why there is none. Raises nothing but cancellation."""
        return await self._in_time("dialog", message, self._opened, slow="fix-failed")

    def _opened(self, message: InboundMessage, words: Words) -> Dialog:
        message = self._signed.opened(message)
        if message.button != FixOutline.name:
            raise UserError("button-outdated")
        session = self._photos.pressed(FixOutline.parse(message.data).photo, message)
        address = self._dialog(session.name, message.sender.key)
        return Dialog(words("fix-title"), address, self._page(session.name))
