"""`/cut-out/PHOTO`: the photo with its outline, strokes in, a new outline out, and at last a new search.

Every address is signed for one photo and holds for half an hour, or until it has brought a new answer; the
page keeps no state here, but sends all its strokes each time. Over a chat of Teams, as a dialog, the address
is signed for one person as well, and Microsoft's library closes the dialog at the end; only there may the
page stand in a frame.
"""

from __future__ import annotations

import asyncio
import html
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import cv2
import numpy as np
from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bot.channel import Channel, InboundMessage
from bot.errors import BusyError, DeliveryError
from bot.handlers.photos.garments import GarmentHandler
from bot.links.signatures import Signatures, signature
from bot.locales import Words, words_for
from bot.locales.faults import fault_in_words
from bot.questions.query import Query
from bot.state.photos import PhotoSession, PhotoSessions
from bot.worker_queue import WorkerQueue
from catalogue.errors import CatalogueError
from vision.arrays import Mask
from vision.masks import clean
from vision.segmentation.grabcut import Stroke, refine

log = logging.getLogger(__name__)

LIFETIME = timedelta(minutes=30)
PURPOSE = "cut-out"
MOST_POINTS = 20_000
"""Of all strokes of one photo together; an hour of drawing makes fewer."""
_PAGE = Path(__file__).parent / "page"
_OUTSIDE = (10, 10, 10, 150)
"""BGRA over what is not garment."""
_TYPES = {
    "page.js": "text/javascript",
    "MicrosoftTeams.min.js": "text/javascript",
    "MicrosoftTeams.LICENSE.txt": "text/plain",
    "style.css": "text/css",
}
_TEAMS = '<script src="../cut-out-page/MicrosoftTeams.min.js" defer></script>'
TEAMS_HOSTS = (
    *("teams.microsoft.com", "*.teams.microsoft.com", "*.cloud.microsoft"),
    *("*.microsoft365.com", "*.office.com", "outlook.office365.com", "outlook-sdf.office365.com"),
    "*.teams.microsoft.us",
)
"""Where Teams opens pages over its chats, as Microsoft lists it, and so in the clouds of the US government.

https://learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements
"""
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors {framed}"
)

Number = Annotated[float, Field(ge=-10_000, le=20_000, allow_inf_nan=False)]


class Line(BaseModel):
    """One stroke, in pixels of the photo."""

    model_config = ConfigDict(extra="forbid")

    garment: bool
    width: Annotated[float, Field(gt=0, le=400)]
    points: Annotated[list[tuple[Number, Number]], Field(min_length=1, max_length=MOST_POINTS)]


class Drawn(BaseModel):
    """All that a finger has drawn."""

    model_config = ConfigDict(extra="forbid")

    strokes: Annotated[list[Line], Field(max_length=500)] = []
    box: tuple[Number, Number, Number, Number] | None = None
    """(left, top, right, bottom); nothing outside it is garment."""

    def points(self) -> int:
        """Of all strokes together."""
        return sum(len(stroke.points) for stroke in self.strokes)


class CutOutLinks:
    """Addresses of the page, each for one photo and for half an hour."""

    def __init__(self, base_url: str, key: bytes) -> None:
        self._base = base_url.rstrip("/")
        self._key = key
        self._signatures = Signatures(key, PURPOSE, lifetime=LIFETIME)

    def address(self, photo: str) -> str:
        """Where the outline of that photo can be drawn."""
        return f"{self._base}/cut-out/{photo}?{self._signatures.query(photo)}"

    def dialog(self, photo: str, person: str) -> str:
        """The same for one person, where it is opened over a chat of Teams."""
        by = self._mark(person)
        return f"{self._base}/cut-out/{photo}?{self._signatures.query(f'{photo} {by}')}&by={by}"

    def hold(self, photo: str, query: Mapping[str, str]) -> bool:
        """Whether an address with that query was made here for that photo, and is not over."""
        by = query.get("by")
        try:
            return self._signatures.hold(photo if by is None else f"{photo} {by}", query)
        except ValueError:
            return False

    def meant_for(self, person: str, query: Mapping[str, str]) -> bool:
        """Whether an address that holds is for nobody else; one without a person is whoever's has it."""
        return query.get("by") in (None, self._mark(person))

    def _mark(self, person: str) -> str:
        """What stands for a person in an address, and does not reveal who that is."""
        return signature(self._key, f"{PURPOSE} by", person)[:22]


class CutOutPage:
    """The page and its answers, which go to whoever sent the photo, through what `channel_to` gives.

    `shows` is called with the items of a new answer, for later questions.
    """

    def __init__(
        self,
        links: CutOutLinks,
        photos: PhotoSessions,
        garments: GarmentHandler,
        queue: WorkerQueue,
        channel_to: Callable[[InboundMessage], Channel],
        *,
        shows: Callable[[InboundMessage, tuple[str, ...], Query | None], None],
    ) -> None:
        self._links = links
        self._photos = photos
        self._garments = garments
        self._queue = queue
        self._channel_to = channel_to
        self._shows = shows

    def routes(self) -> list[web.RouteDef]:
        """All that the page asks for."""
        return [
            web.get("/cut-out-page/{file}", self._file),
            web.get("/cut-out/{photo}", self._index),
            web.get("/cut-out/{photo}/photo", self._photo),
            web.post("/cut-out/{photo}/outline", self._outline),
            web.post("/cut-out/{photo}/done", self._done),
        ]

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info["file"]
        if name not in _TYPES:
            raise web.HTTPNotFound(text="There is no such file.")
        body = await asyncio.to_thread((_PAGE / name).read_bytes)
        return web.Response(body=body, content_type=_TYPES[name], headers={"Cache-Control": "no-cache"})

    async def _index(self, request: web.Request) -> web.Response:
        _, words = await self._session(request)
        texts = {
            "title": words("fix-title"),
            "hint": words("fix-hint"),
            "garment": words("fix-garment"),
            "ground": words("fix-ground"),
            "box": words("fix-box"),
            "undo": words("fix-undo"),
            "done": words("fix-done"),
            "working": words("fix-working"),
            "failed": words("fix-failed"),
        }
        body = (_PAGE / "index.html").read_text(encoding="utf-8")
        for name, text in texts.items():
            body = body.replace("{" + name + "}", html.escape(text))
        body = body.replace("{language}", html.escape(words.locale))
        dialog = "by" in request.query
        body = body.replace("{teams}", _TEAMS if dialog else "")
        framed = " ".join(f"https://{host}" for host in TEAMS_HOSTS) if dialog else "'none'"
        headers = {"Content-Security-Policy": _POLICY.format(framed=framed), **_PRIVATE}
        return web.Response(text=body, content_type="text/html", headers=headers)

    async def _photo(self, request: web.Request) -> web.Response:
        session, words = await self._session(request)
        body = await _or_gone(words, lambda: self._photos.picture(session))
        return web.Response(body=body, content_type="image/jpeg", headers=_PRIVATE)

    async def _outline(self, request: web.Request) -> web.Response:
        session, words = await self._session(request)
        drawn = await _drawn(request, words)
        mask = await self._worked(session, drawn, words)
        return web.Response(body=_veil(mask), content_type="image/png", headers=_PRIVATE)

    async def _done(self, request: web.Request) -> web.Response:
        session, words = await self._session(request)
        drawn = await _drawn(request, words)
        link = request.query["until"]
        if not await asyncio.to_thread(self._photos.claim, session.name, link):
            raise web.HTTPNotFound(text=words("fix-over"))
        try:
            answer = await self._answered(session, drawn, words)
            await asyncio.to_thread(self._photos.close, session.name, link)
        except BaseException:
            await asyncio.to_thread(self._photos.give_back, session.name, link)
            raise
        return answer

    async def _answered(self, session: PhotoSession, drawn: Drawn, words: Words) -> web.Response:
        """Search again, and put the answer in the place of the former one."""
        mask = await self._worked(session, drawn, words)
        if not mask.any():
            raise web.HTTPUnprocessableEntity(text=words("fix-empty"))
        try:
            reply, anew = await self._garments.again(session, session.shown, mask, words)
        except (BusyError, CatalogueError) as error:
            raise web.HTTPServiceUnavailable(text=str(error)) from error
        place, card, channel = session.message.place, session.card, self._channel_to(session.message)
        try:
            if card is not None:
                await channel.update(place, card, replace(reply, replaces=card))
            else:
                card = await channel.send(place, reply)
        except DeliveryError as error:
            log.error("a repaired answer was not taken: %s", error)
            raise web.HTTPBadGateway(text=words("fix-undelivered")) from error
        await asyncio.to_thread(self._photos.stands, anew.name, card)
        await asyncio.to_thread(self._shows, session.message, reply.shows, reply.query)
        log.info("an outline was repaired by hand")
        return web.json_response({"text": reply.text + ". " + words("fix-back")}, headers=_PRIVATE)

    async def _session(self, request: web.Request) -> tuple[PhotoSession, Words]:
        """The photo session that a signed address names. Raises the HTTP error for any other."""
        name = request.match_info["photo"]
        session = None
        if self._links.hold(name, request.query):
            session = await asyncio.to_thread(self._photos.known, name)
        theirs = session is not None and self._links.meant_for(session.message.sender.key, request.query)
        if session is None or not theirs or request.query["until"] in session.closed:
            raise web.HTTPNotFound(text=words_for(_wanted(request))("fix-over"))
        return session, words_for(session.message.locale)

    async def _worked(self, session: PhotoSession, drawn: Drawn, words: Words) -> Mask:
        """The outline, in the queue of all photos: it is work of the processor like theirs."""

        def work() -> Mask:
            photo = self._photos.photo(session)
            before = self._photos.masks(session)[session.shown - 1]
            if not drawn.strokes and drawn.box is None:
                return before
            strokes = [Stroke(tuple(one.points), one.garment, one.width) for one in drawn.strokes]
            box = None
            if drawn.box is not None:
                left, top, right, bottom = (round(n) for n in drawn.box)
                box = (top, left, bottom, right)
            return clean(refine(photo, before, strokes, box))

        try:
            return await self._queue.run(work)
        except BusyError as error:
            raise web.HTTPServiceUnavailable(text=fault_in_words(error, words)) from error
        except CatalogueError as error:
            raise web.HTTPGone(text=words("fix-over")) from error


_PRIVATE = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def _wanted(request: web.Request) -> str:
    """The language of the browser, for one whose photo is not known."""
    return request.headers.get("Accept-Language", "").partition(",")[0].partition(";")[0] or "en"


async def _or_gone(words: Words, get: Callable[[], bytes]) -> bytes:
    try:
        return await asyncio.to_thread(get)
    except CatalogueError as error:
        raise web.HTTPGone(text=words("fix-over")) from error


async def _drawn(request: web.Request, words: Words) -> Drawn:
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text=words("fix-failed"))
    try:
        drawn = Drawn.model_validate_json(await request.read())
    except ValidationError as error:
        raise web.HTTPBadRequest(text=words("fix-failed")) from error
    if drawn.points() > MOST_POINTS:
        raise web.HTTPBadRequest(text=words("fix-failed"))
    return drawn


def _veil(mask: Mask) -> bytes:
    """A PNG that darkens what is not garment and lets the garment through, with a green edge."""
    height, width = mask.shape
    veil = np.zeros((height, width, 4), np.uint8)
    veil[~mask] = _OUTSIDE
    outlines, _ = cv2.findContours(mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    cv2.drawContours(veil, outlines, -1, (14, 200, 40, 255), max(2, max(height, width) // 200))
    _, data = cv2.imencode(".png", veil, [cv2.IMWRITE_PNG_COMPRESSION, 1])
    return data.tobytes()
