"""A bot as a process of its own, to be stopped or killed: `bot_process HOME PORT URL LOGIN`.

It is what `hangtag run` starts, registered with the fake Microsoft at URL and LOGIN, whose attachments lie on
this machine. The catalogue is whatever lies in HOME, or where the settings in the environment say.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from pydantic import SecretStr

from bot.building.opening import open_catalogue, open_pipeline
from bot.server import serve, stop_when_told
from bot.settings import Settings
from bot.telemetry.logs import set_up
from catalogue.store import Catalogue
from tests.fakes.microsoft import APP_ID, APP_PASSWORD, TENANT
from vision.pipeline import PhotoPipeline

ADDRESS = "https://bot.example.com"
"""Where picture links lead."""


def _ready(_: str) -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()


async def _serve(settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue) -> None:
    stop = asyncio.Event()
    stop_when_told(stop)
    await serve(settings, pipeline, catalogue, allow_loopback=True, ready=_ready, stop=stop)


if __name__ == "__main__":
    home, port, cloud, login = sys.argv[1:]
    known = Settings(
        _env_file=None,  # type: ignore[call-arg]
        home=Path(home),
        port=int(port),
        public_url=ADDRESS,
        app_id=APP_ID,
        app_password=SecretStr(APP_PASSWORD),
        tenant_id=TENANT,
        openid_metadata_url=f"{cloud}/v1/.well-known/openidconfiguration",
        login_url=login,
    )
    set_up(known.log_level, known.log_format)
    seeing = open_pipeline(known)
    with open_catalogue(known, seeing) as opened:
        asyncio.run(_serve(known, seeing, opened))
