"""A whole bot as a process of its own, to be killed: `python -m tests.fakes.bot_process HOME PORT URL`.

URL is the fake Microsoft's. The catalogue is whatever lies in HOME.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from aiohttp import web
from pydantic import SecretStr

from bot.app import application, open_catalogue, open_eyes
from bot.settings import Settings
from tests.fakes.microsoft import APP_ID, APP_PASSWORD, TENANT


async def _serve(settings: Settings, port: int) -> None:
    eyes = open_eyes(settings)
    with open_catalogue(settings, eyes) as catalogue:
        async with application(
            settings, eyes, catalogue, base_url="https://bot.example.com", allow_loopback=True
        ) as app:
            runner = web.AppRunner(app, access_log=None)
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", port).start()
            sys.stdout.write("ready\n")
            sys.stdout.flush()
            await asyncio.Event().wait()


if __name__ == "__main__":
    home, port, cloud = sys.argv[1:]
    asyncio.run(
        _serve(
            Settings(
                _env_file=None,  # type: ignore[call-arg]
                home=Path(home),
                app_id=APP_ID,
                app_password=SecretStr(APP_PASSWORD),
                tenant_id=TENANT,
                openid_metadata_url=f"{cloud}/v1/.well-known/openidconfiguration",
                login_url=cloud,
            ),
            int(port),
        )
    )
