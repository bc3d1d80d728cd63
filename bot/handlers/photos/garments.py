"""Another garment of the same photo, or the same one with an outline drawn by hand: looked for again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from bot.buttons import ChooseGarment
from bot.cards.cut_out import fix_card
from bot.cards.elements import PictureLink
from bot.cards.matches import Choice, CutOut, PhotoNumber, matches_card, summary
from bot.channel import Reply, Subject
from bot.errors import UserError
from bot.foreign_text import name_of
from bot.locales import Words
from bot.state.photos import PhotoSession, PhotoSessions
from bot.turn import Turn
from bot.worker_queue import WorkerQueue
from catalogue.items import Findings, Variant, Verdict
from vision.arrays import Mask, RgbImage

Embed = Callable[[RgbImage, Mask], NDArray[np.float32]]
"""A photo (H, W, 3) and a mask (H, W) to a vector of length one."""


class Search(Protocol):
    """What finds items by a vector; `catalogue.search.Search` is one. Called on a worker thread."""

    def find(
        self,
        vector: NDArray[np.float32],
        /,
        *,
        top: int = 5,
        garment_class: str | None = None,
        class_confidence: float = 1.0,
        mask_confidence: float = 1.0,
        recognised: bool = True,
    ) -> Findings:
        """The nearest items and what to make of them."""


def match_reply(
    findings: Findings,
    cut_out: CutOut,
    session: PhotoSession | None,
    *,
    link: PictureLink,
    words: Words,
    photo: PhotoNumber | None = None,
    size: Variant | None = None,
) -> Reply:
    """The answer to a photo, with `size` of the best match first.

    With `session`, it can be said to be right, and the photo analysed again.
    """
    choice = None
    if session is not None and session.numbers is not None:
        classes = tuple(one.garment_class for one in session.garments)
        choice = Choice(session.numbers, session.shown, classes)
    name = None if session is None else session.name
    card = matches_card(
        findings, cut_out, link=link, words=words, photo=photo, session=name, choice=choice, size=size
    )
    items = tuple(dict.fromkeys(match.item.id for match in findings.matches))
    return Reply(summary(findings, words), card, shows=items, subject=_subject(findings))


def _subject(findings: Findings) -> Subject | None:
    """The best match, where it may be the garment."""
    if not findings.matches or not findings.verdict.names_an_item:
        return None
    item = findings.matches[0].item
    return Subject(item.id, name_of(item), sure=findings.verdict is Verdict.IN_CATALOGUE)


class GarmentHandler:
    """Answers the one who sent the photo, in the conversation where it was sent."""

    def __init__(
        self,
        embed: Embed,
        search: Search,
        photos: PhotoSessions,
        queue: WorkerQueue,
        *,
        link: PictureLink,
        page: Callable[[str], str],
        top: int = 5,
    ) -> None:
        """`page` makes the address at which the outline of a photo can be drawn by hand."""
        self._embed = embed
        self._search = search
        self._photos = photos
        self._queue = queue
        self._link = link
        self._page = page
        self._top = top

    def fix(self, turn: Turn, photo: str) -> Reply:
        """The page on which the outline is drawn, for clients that open none over a chat. Blocks."""
        session = self._photos.pressed(photo, turn.message)
        card = fix_card(self._page(session.name), words=turn.words)
        return Reply(turn.words("fix-open-hint"), card)

    async def choose(self, turn: Turn, button: ChooseGarment) -> Reply:
        """The answer for another garment of the photo, in the place of the former one."""
        session = await asyncio.to_thread(self._photos.of_sender, button.photo, turn.message)
        if not 1 <= button.number <= len(session.garments):
            raise UserError("button-outdated")
        reply, _ = await self.again(session, button.number, None, turn.words)
        return replace(reply, replaces=turn.message.reply_to or session.card)

    async def again(
        self, session: PhotoSession, number: int, mask: Mask | None, words: Words
    ) -> tuple[Reply, PhotoSession]:
        """Look for one garment of the photo anew; `mask`, (H, W), is its outline drawn by hand.

        Raises `BusyError` where the queue is full, `StoreError` where the photo is gone.
        """

        def search() -> tuple[Findings, PhotoSession]:
            photo, masks = self._photos.photo(session), list(self._photos.masks(session))
            meant = replace(session, shown=number)
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
            return findings, self._photos.again(meant, findings, photo, masks)

        findings, anew = await self._queue.run(search)
        cut_out = CutOut(anew.garment.segmented_by, anew.garment.confidence)
        return match_reply(findings, cut_out, anew, link=self._link, words=words), anew
