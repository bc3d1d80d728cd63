"""The local chat, put into an application: a page with WebChat, and the bridge between it and the bot.

    WebChat -- Direct Line 3.0 --> DirectLine   -- activities as Teams makes them --> the bot's endpoint
    WebChat <----- websocket ----- Conversation <--------- Bot Connector v3 --------- the bot's connector

Nothing of it is kept on disk, and all of it is bounded.
"""

from __future__ import annotations

import asyncio
import html
import urllib.parse
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from aiohttp import web

from bot.errors import SettingsError
from bot.local.connector import Connector
from bot.local.conversations import ActivityIds, Conversations, Uploads
from bot.local.delivery import Delivery
from bot.local.directline import DirectLine
from bot.local.guard import loopback_only
from bot.local.teams_shape import INLINE_TYPES
from bot.local.webchat import webchat_bundle
from bot.locales import Words, words_for

DemoPhotos: TypeAlias = Callable[[], Sequence[tuple[str, bytes]]]
"""Photos to try, each a name and a JPEG. Called once, in a thread, when the page first asks."""

CHAT_PATH = "/chat/"

_PAGE = Path(__file__).parent / "page"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob: http://127.0.0.1:* http://localhost:*; "
    "connect-src 'self' ws://{host} blob: data:; worker-src blob:; media-src 'self' blob:; "
    "font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def add_local_chat(
    app: web.Application,
    *,
    bot_url_path: str = "/api/messages",
    token: str,
    demo_photos: DemoPhotos | None = None,
    max_upload_bytes: int = 64 << 20,
    max_kept_bytes: int = 256 << 20,
    max_conversations: int = 32,
    max_activities: int = 500,
    bot_seconds: float = 15.0,
) -> None:
    """Serve the chat page at `CHAT_PATH`, lead `/` to it, and close the whole application to other machines.

    The bot is expected in the same application at `bot_url_path`; it is called over HTTP, and gets
    `bot_seconds` for its answer, as in Teams. `token` is the bearer that the bot shows to the
    connector and for inline pictures: a random one for each run.
    """
    ids = ActivityIds()
    conversations = Conversations(max_conversations=max_conversations, max_activities=max_activities)
    uploads = Uploads(max_bytes=max_kept_bytes)
    delivery = Delivery(ids=ids, bot_url_path=bot_url_path, seconds=bot_seconds)
    directline = DirectLine(
        conversations=conversations,
        uploads=uploads,
        ids=ids,
        delivery=delivery,
        prefix=CHAT_PATH,
        max_upload_bytes=max_upload_bytes,
    )
    connector = Connector(conversations=conversations, uploads=uploads, ids=ids, token=token)
    page = _Page(uploads=uploads, demo_photos=demo_photos)

    async def deliver(_: web.Application) -> AsyncIterator[None]:
        await delivery.open()
        yield
        await delivery.close()

    async def close_streams(_: web.Application) -> None:
        await directline.close()

    chat = web.Application()
    chat.add_routes([*directline.routes(), *connector.routes(), *page.routes()])
    chat.cleanup_ctx.append(deliver)
    chat.on_shutdown.append(close_streams)
    app.middlewares.append(loopback_only)
    app.add_subapp(CHAT_PATH, chat)
    app.router.add_get("/", _to_chat)
    app.router.add_get(CHAT_PATH.rstrip("/"), _to_chat)


async def _to_chat(request: web.Request) -> web.Response:
    raise web.HTTPFound(CHAT_PATH)


def _words(words: Words) -> dict[str, str]:
    """The page's own words, fit for its HTML; `{}` is left for what the page fills in itself."""
    texts = {
        "language": words.locale,
        "title": words("local-title"),
        "here": words("local-here"),
        "anew": words("local-anew"),
        "try": words("local-try"),
        "hint": words("local-hint"),
        "hint_demo": words("local-hint-demo"),
        "own": words("local-own"),
        "own_title": words("local-own-title"),
        "demo": words("local-demo", name="{}"),
        "ask": words("local-ask"),
        "over": words("local-over"),
        "failed": words("local-failed", reason="{}"),
    }
    return {name: html.escape(text) for name, text in texts.items()}


class _Page:
    """The page's files, the uploads shown on it, and the photos to try."""

    def __init__(self, *, uploads: Uploads, demo_photos: DemoPhotos | None) -> None:
        self._uploads = uploads
        self._demo_photos = demo_photos
        self._drawn: Sequence[tuple[str, bytes]] | None = None
        self._drawing = asyncio.Lock()

    def routes(self) -> list[web.AbstractRouteDef]:
        return [
            web.get("/", self.index),
            web.get("/webchat.js", self.webchat),
            web.get("/uploads/{upload}", self.upload),
            web.get("/demo/photos.json", self.photos),
            web.get("/demo/{number}.jpg", self.photo),
            web.get("/{name}", self.file),
        ]

    async def index(self, request: web.Request) -> web.Response:
        policy = _POLICY.format(host=request.host)
        headers = {
            "Content-Security-Policy": policy,
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "no-cache",
        }
        words = words_for(request.headers.get("Accept-Language", "").partition(",")[0].partition(";")[0])
        page = (_PAGE / "index.html").read_text("utf-8").format(**_words(words))
        return web.Response(text=page, content_type="text/html", headers=headers)

    async def file(self, request: web.Request) -> web.FileResponse:
        names = {path.name: path for path in _PAGE.iterdir()}
        if request.match_info["name"] not in names:
            raise web.HTTPNotFound
        return web.FileResponse(names[request.match_info["name"]], headers={"Cache-Control": "no-cache"})

    async def webchat(self, request: web.Request) -> web.StreamResponse:
        try:
            return web.FileResponse(webchat_bundle(), headers={"Cache-Control": "no-cache"})
        except SettingsError as error:
            raise web.HTTPServiceUnavailable(text=str(error)) from error

    async def upload(self, request: web.Request) -> web.Response:
        """A file that was sent: a picture to be shown, anything else to be saved."""
        upload = self._uploads.get(request.match_info["upload"])
        if upload is None:
            raise web.HTTPNotFound(text="The file is no longer there. Send it again.")
        headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
        if upload.content_type in INLINE_TYPES:
            return web.Response(body=upload.content, content_type=upload.content_type, headers=headers)
        name = urllib.parse.quote(upload.name)
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
        return web.Response(body=upload.content, content_type="application/octet-stream", headers=headers)

    async def photos(self, request: web.Request) -> web.Response:
        drawn = await self._photos()
        return web.json_response(
            [{"name": name, "url": f"{CHAT_PATH}demo/{number}.jpg"} for number, (name, _) in enumerate(drawn)]
        )

    async def photo(self, request: web.Request) -> web.Response:
        drawn = await self._photos()
        number = request.match_info["number"]
        if not number.isdecimal() or int(number) >= len(drawn):
            raise web.HTTPNotFound
        return web.Response(body=drawn[int(number)][1], content_type="image/jpeg")

    async def _photos(self) -> Sequence[tuple[str, bytes]]:
        async with self._drawing:
            if self._drawn is None:
                self._drawn = await asyncio.to_thread(self._demo_photos) if self._demo_photos else ()
            return self._drawn
