"""The HTTP server around the application: it takes an address and answers until it is asked to stop."""

from __future__ import annotations

import asyncio
import signal
import socket
from collections.abc import Callable
from contextlib import closing
from urllib.parse import urlsplit

from aiohttp import web

from bot.app import application
from bot.building.background import BACKGROUND, FINISH_SECONDS
from bot.errors import SettingsError
from bot.local.bridge import CHAT_PATH, DemoPhotos
from bot.settings import Settings
from catalogue.store import Catalogue
from vision.pipeline import PhotoPipeline


async def serve(
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    *,
    local: bool = False,
    demo_photos: DemoPhotos | None = None,
    listener: socket.socket | None = None,
    allow_loopback: bool = False,
    ready: Callable[[str], None],
    stop: asyncio.Event,
) -> None:
    """Answer until `stop` is set; `ready` is called with the address once the first request can come.

    Args:
        listener: what `listen` gave, where that was called before the models were loaded; closed here.
        allow_loopback: see `bot.app.application`.

    Raises:
        SettingsError: the settings do not allow a start.
    """
    if local:
        settings = settings.local()
    with closing(listener or listen(settings)) as door:
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        here = f"http://{host}:{door.getsockname()[1]}"
        base_url = here if local else public_address(settings)
        async with application(
            settings,
            pipeline,
            catalogue,
            base_url=base_url,
            local=local,
            demo_photos=demo_photos,
            allow_loopback=allow_loopback,
        ) as app:
            runner = web.AppRunner(app, access_log=None, shutdown_timeout=5.0)
            await runner.setup()
            try:
                await web.SockSite(runner, door).start()
                ready(here + CHAT_PATH if local else here)
                await stop.wait()
            finally:
                # In local mode the last answers come in by this very door, so that it is shut after them.
                await app[BACKGROUND].finish(FINISH_SECONDS)
                await runner.cleanup()


def stop_when_told(stop: asyncio.Event) -> None:
    """Set `stop` at SIGINT and SIGTERM; at a second signal the bot goes on to finish what it has accepted."""
    loop = asyncio.get_running_loop()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(signal_number, stop.set)


def listen(settings: Settings) -> socket.socket:
    """Take the address that the settings name; who comes before `serve` waits. Raises `SettingsError`."""
    host, port = settings.host, settings.port
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=128
        )
    except OSError as error:
        raise SettingsError(
            f"{host}:{port} cannot be listened on ({error.strerror}): stop what uses it, or set HANGTAG_PORT."
        ) from error


def public_address(settings: Settings) -> str:
    """Where clients reach the bot, with no slash at its end. Raises `SettingsError` where nobody said."""
    if not settings.public_url:
        raise SettingsError(
            "The bot does not know where it is reached: set HANGTAG_PUBLIC_URL to its https address."
        )
    if urlsplit(settings.public_url).scheme != "https":
        raise SettingsError(
            f"HANGTAG_PUBLIC_URL is {settings.public_url}, which Teams does not open: it must begin with "
            "https://, as in https://bot.example.com."
        )
    return settings.public_url.rstrip("/")
