"""Another garment of the same photo, or the same one with an outline drawn by hand: looked for again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from bot.cards.cut_out import fix_card
from bot.cards.elements import PictureLink
from bot.cards.matches import Choice, CutOut, Turn, matches_card, summary
from bot.channel import Channel, InboundMessage, Reply
from bot.errors import UserError
from bot.handlers.photo_ports import Search
from bot.locales import Words
from bot.state.photos import PhotoSession, PhotoSessions
from bot.worker_queue import WorkerQueue
from catalogue.items import Findings
from vision.arrays import Mask, RgbImage

Embed = Callable[[RgbImage, Mask], NDArray[np.float32]]
"""A photo (H, W, 3) and a mask (H, W) to a vector of length one."""

BUTTONS = frozenset({"garment", "fix"})


def match_reply(
    findings: Findings,
    cut_out: CutOut,
    kept: PhotoSession | None,
    *,
    link: PictureLink,
    words: Words,
    turn: Turn | None = None,
) -> Reply:
    """The answer to a photo; with `kept`, it can be said to be right, and the photo looked at again."""
    choice = None
    if kept is not None and kept.numbers is not None:
        choice = Choice(kept.numbers, kept.shown, tuple(one.garment_class for one in kept.garments))
    name = None if kept is None else kept.name
    card = matches_card(findings, cut_out, link=link, words=words, turn=turn, look=name, choice=choice)
    shown = tuple(dict.fromkeys(match.item.id for match in findings.matches))
    return Reply(summary(findings, words), card, shows=shown)


class GarmentHandler:
    """Answers the one who sent the photo, in the conversation where it was sent."""

    def __init__(
        self,
        embed: Embed,
        search: Search,
        looks: PhotoSessions,
        queue: WorkerQueue,
        *,
        link: PictureLink,
        page: Callable[[str], str],
        top: int = 5,
    ) -> None:
        """`page` makes the address at which a look's outline can be drawn by hand."""
        self._embed = embed
        self._search = search
        self._looks = looks
        self._queue = queue
        self._link = link
        self._page = page
        self._top = top

    def answer(
        self, message: InboundMessage, channel: Channel, words: Words, /
    ) -> AsyncIterator[Reply] | None:
        """The reply to the buttons; anything else is another's."""
        name = message.data.get("look")
        if message.button not in BUTTONS or not isinstance(name, str):
            return None
        if message.button == "fix":
            return self._fix(name, message, words)
        return self._other(name, str(message.data.get("number", "")), message, words)

    async def _fix(self, name: str, message: InboundMessage, words: Words) -> AsyncIterator[Reply]:
        kept = await asyncio.to_thread(self._looks.of_sender, name, message, words)
        if message.reply_to is not None:
            await asyncio.to_thread(self._looks.stands, name, message.reply_to)
        card = fix_card(self._page(kept.name), words=words)
        yield Reply(words("fix-open-hint"), card)

    async def _other(
        self, name: str, number: str, message: InboundMessage, words: Words
    ) -> AsyncIterator[Reply]:
        kept = await asyncio.to_thread(self._looks.of_sender, name, message, words)
        if number not in {str(n) for n in range(1, len(kept.garments) + 1)}:
            raise UserError("button-outdated")
        reply, _ = await self.again(kept, int(number), None, words)
        yield replace(reply, replaces=message.reply_to or kept.card)

    async def again(
        self, kept: PhotoSession, number: int, mask: Mask | None, words: Words
    ) -> tuple[Reply, PhotoSession]:
        """Look for one garment of the photo anew; `mask`, (H, W), is its outline drawn by hand.

        Raises `BusyError` where the queue is full, `StoreError` where the photo is gone.
        """

        def look() -> tuple[Findings, PhotoSession]:
            photo, masks = self._looks.photo(kept), list(self._looks.masks(kept))
            meant = replace(kept, shown=number)
            if mask is not None:
                masks[number - 1] = mask
                meant = meant.by_hand()
            garment = meant.garment
            findings = self._search.find(
                self._embed(photo, masks[number - 1]),
                top=self._top,
                garment_class=garment.garment_class,
                class_confidence=garment.class_confidence,
                mask_confidence=garment.confidence,
            )
            return findings, self._looks.again(meant, findings, photo, masks)

        findings, anew = await self._queue.run(look)
        garment = anew.garment
        cut_out = CutOut(garment.segmented_by, garment.confidence)
        return match_reply(findings, cut_out, anew, link=self._link, words=words), anew
