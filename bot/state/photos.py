"""What a photo was answered with, kept for two days: the picture, its garments, and what was found."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import cast

import cv2
import numpy as np
from pydantic import TypeAdapter, ValidationError

from bot.channel import InboundMessage
from bot.errors import ForbiddenError, UserError
from catalogue.database import Notes
from catalogue.errors import StoreError
from catalogue.items import Evidence, Findings
from catalogue.messages import Message
from catalogue.pictures import PictureStore
from vision.annotation import annotated
from vision.arrays import Mask, RgbImage
from vision.decoding.photos import decode
from vision.errors import PhotoError
from vision.masks import cut_out
from vision.pipeline import PhotoAnalysis

KIND = "look"
_CLAIMED = "look-link"
LIFE = timedelta(days=2)
"""How long the buttons of a match can be pressed, and how long the photo is kept."""
FOLDER = "looks"
"""How picture links name what is kept here."""
_BY_HAND = 0.92
"""Expected IoU of an outline that a person has drawn: as much as the network's sure ones."""


@dataclass(frozen=True, slots=True)
class SessionGarment:
    """One of the garments that may be meant."""

    segmented_by: str
    confidence: float
    garment_class: str | None
    class_confidence: float


@dataclass(frozen=True, slots=True)
class PhotoSession:
    """A photo and its answer, as far as later questions need them."""

    name: str
    message: InboundMessage
    """Who sent it, where, in which language; without what was attached."""
    photo: str
    """Key of the photo, a JPEG without metadata."""
    labels: str
    """Key of a PNG: 0 where nothing is, else the number of the garment."""
    garments: tuple[SessionGarment, ...]
    shown: int = 1
    """The number of the garment that was answered."""
    numbers: str | None = None
    """Key of the photo with numbers on it, where several garments may be meant."""
    items: tuple[str, ...] = ()
    evidence: Evidence | None = None
    card: str | None = None
    """The message that shows the answer, if a pressed button has reported it."""
    closed: tuple[str, ...] = ()
    """Links to its page that have done their work, by when they end."""

    @property
    def garment(self) -> SessionGarment:
        """The one that was answered."""
        return self.garments[self.shown - 1]

    def by_hand(self) -> PhotoSession:
        """The same, with the outline of that garment drawn by a person."""
        drawn = replace(self.garment, segmented_by="hand", confidence=_BY_HAND)
        place = self.shown - 1
        return replace(self, garments=(*self.garments[:place], drawn, *self.garments[place + 1 :]))


_SESSION = TypeAdapter(PhotoSession)


class PhotoSessions:
    """Keeps sessions in SQL and their pictures behind fsspec, for all bots on the same database.

    Everything blocks: call it on worker threads.
    """

    def __init__(self, notes: Notes, pictures: PictureStore) -> None:
        """`pictures` holds nothing else, as what is old is deleted there."""
        self._notes = notes
        self._pictures = pictures

    def keep(self, message: InboundMessage, analysis: PhotoAnalysis, findings: Findings) -> PhotoSession:
        """Remember what a photo was answered with. Raises `StoreError`."""
        choices = analysis.choices
        masks = [one.mask for one in choices]
        session = PhotoSession(
            secrets.token_urlsafe(12),
            replace(message, attachments=(), text="", data={}),
            self._pictures.put(_jpeg(analysis.photo)),
            self._pictures.put(_png(_labels(masks))),
            tuple(
                SessionGarment(
                    analysis.segmented_by if place == 0 else "tiramisu",
                    one.confidence,
                    one.garment_class,
                    one.class_confidence,
                )
                for place, one in enumerate(choices)
            ),
        )
        return self._answered(session, findings, analysis.photo, masks)

    def again(
        self, meant: PhotoSession, findings: Findings, photo: RgbImage, masks: Sequence[Mask]
    ) -> PhotoSession:
        """Remember another answer to the same photo: of another garment, or with an outline drawn by hand.

        It has a name of its own, so that each answer can be said to be right or wrong.
        """
        labels = self._pictures.put(_png(_labels(masks, first=meant.shown)))
        anew = replace(meant, name=secrets.token_urlsafe(12), labels=labels, closed=())
        return self._answered(anew, findings, photo, masks)

    def _answered(
        self, session: PhotoSession, findings: Findings, photo: RgbImage, masks: Sequence[Mask]
    ) -> PhotoSession:
        numbers = None
        if len(masks) > 1:
            numbers = f"{FOLDER}/{self._pictures.put(_jpeg(annotated(photo, masks, chosen=session.shown)))}"
        items = tuple(match.item.id for match in findings.matches)
        session = replace(session, numbers=numbers, items=items, evidence=findings.evidence)
        self._put(session)
        return session

    def stands(self, name: str, message_id: str) -> None:
        """The answer of that name is shown by this message."""
        session = self.known(name)
        if session is not None and message_id:
            self._put(replace(session, card=message_id))

    def claim(self, name: str, link: str) -> bool:
        """Whether that link to the page of this photo may bring an answer: of several at once, one alone."""
        return self._notes.put_first(_CLAIMED, f"{name} {link}", True, life=LIFE)

    def give_back(self, name: str, link: str) -> None:
        """A claimed link has brought no answer, and may be claimed again."""
        self._notes.forget(_CLAIMED, f"{name} {link}")

    def close(self, name: str, link: str) -> None:
        """That link to the page of this photo opens nothing any more."""
        session = self.known(name)
        if session is not None:
            self._put(replace(session, closed=(*session.closed, link)))

    def known(self, name: str) -> PhotoSession | None:
        """The session of that name; None where there is none, or it is over."""
        note = self._notes.get(KIND, name)
        try:
            return None if note is None else _SESSION.validate_python(note)
        except ValidationError:  # a former version kept less
            return None

    def of_sender(self, name: str, message: InboundMessage) -> PhotoSession:
        """The session that a button names, for the one who sent the photo, in that conversation.

        Raises `UserError` where it is over, `ForbiddenError` for anyone else.
        """
        session = self.known(name)
        if session is None:
            raise UserError("confirm-over")
        theirs = (session.message.sender.key, session.message.place.conversation)
        if theirs != (message.sender.key, message.place.conversation):
            raise ForbiddenError("confirm-anothers")
        return session

    def pressed(self, name: str, message: InboundMessage) -> PhotoSession:
        """The same for a button that leads to a page: the card that bears it will show the new answer."""
        session = self.of_sender(name, message)
        if message.reply_to is not None:
            self.stands(name, message.reply_to)
        return session

    def picture(self, session: PhotoSession) -> bytes:
        """The photo's JPEG file. Raises `StoreError` where it is gone."""
        return self._pictures.get(session.photo)

    def photo(self, session: PhotoSession) -> RgbImage:
        """The photo, (H, W, 3). Raises `StoreError` where it is gone."""
        return _decoded(self._pictures.get(session.photo))

    def masks(self, session: PhotoSession) -> tuple[Mask, ...]:
        """The garments' masks, (H, W) each, in the order of their numbers. Raises `StoreError`."""
        labels = cv2.imdecode(
            np.frombuffer(self._pictures.get(session.labels), np.uint8), cv2.IMREAD_GRAYSCALE
        )
        if labels is None:
            raise StoreError(Message("outline-damaged"))
        return tuple(labels == number for number in range(1, len(session.garments) + 1))

    def garment(self, session: PhotoSession) -> bytes:
        """The garment that was answered, on white, as a JPEG file. Raises `StoreError` where it is gone."""
        return _jpeg(cut_out(self.photo(session), self.masks(session)[session.shown - 1]), quality=92)

    def sweep(self) -> int:
        """Delete pictures whose time is over; returns how many."""
        return self._pictures.sweep(LIFE + timedelta(hours=1))

    def _put(self, session: PhotoSession) -> None:
        self._notes.put(KIND, session.name, _SESSION.dump_python(session, mode="json"), life=LIFE)


def _labels(masks: Sequence[Mask], first: int = 1) -> cv2.typing.MatLike:
    """(H, W) uint8: where masks overlap, the garment that was chosen has it."""
    labels = np.zeros(masks[0].shape, np.uint8)
    for number in [*(n for n in range(len(masks), 0, -1) if n != first), first]:
        labels[masks[number - 1]] = number
    return cast(cv2.typing.MatLike, labels)


def _jpeg(photo: RgbImage, *, quality: int = 88) -> bytes:
    return _encoded(".jpg", cv2.cvtColor(photo, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, quality])


def _png(labels: cv2.typing.MatLike) -> bytes:
    return _encoded(".png", labels, [cv2.IMWRITE_PNG_COMPRESSION, 3])


def _encoded(kind: str, pixels: cv2.typing.MatLike, settings: list[int]) -> bytes:
    done, data = cv2.imencode(kind, pixels, settings)
    if not done:
        raise StoreError(Message("photo-not-kept"))
    return data.tobytes()


def _decoded(data: bytes) -> RgbImage:
    try:
        return decode(data)
    except PhotoError as error:
        raise StoreError(Message("kept-photo-damaged")) from error
