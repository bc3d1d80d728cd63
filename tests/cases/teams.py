"""Messages as Teams sends them, played through a whole bot: what was answered, beside what is expected.

What is right is for people to judge, so this prints and counts nothing.
"""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.app import application
from bot.building.background import BACKGROUND
from bot.building.opening import open_catalogue, open_pipeline
from bot.delivery.inbox import KIND as DELIVERIES
from bot.demo.catalogue import demo_photos, write_demo_batch
from bot.settings import Settings
from catalogue.store import Catalogue
from tests.fakes.bot import registered
from tests.fakes.microsoft import APP_ID, FakeMicrosoft
from tests.kit.bots import ADDRESS, ADMIN, settings_in
from vision.pipeline import PhotoPipeline

TENANT = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"
CASES_APP_ID = "11111111-2222-4333-8444-555555555555"
SECONDS = 40.0
"""How long a case may take; the bot gives up sending within that."""
REFUSED_AT: dict[str, list[int]] = {
    "send_500_always": [500] * 100,
    "send_502_once": [502],
    "send_403_blocked": [403] * 100,
}
"""Statuses with which the connector refuses in those cases."""


def main(folder: Path, home: Path | None = None, only: str = "") -> None:
    """Play each case of the folder, or of its folder `teams`, and print it.

    Args:
        home: where the demo catalogue is, or is made; a temporary folder by default.
        only: a part of the names of the cases to play.
    """
    folder = folder / "teams" if (folder / "teams").is_dir() else folder
    files = [file for file in sorted(folder.glob("*.json")) if only in file.stem]
    cases = [json.loads(file.read_text("utf-8")) for file in files]
    with tempfile.TemporaryDirectory() as temporary:
        settings = settings_in(home or Path(temporary), tenant_id=TENANT, admins=ADMIN)
        pipeline = open_pipeline(settings)
        with open_catalogue(settings, pipeline) as catalogue:
            if not catalogue.index.count():
                write_demo_batch(batch := Path(temporary) / "demo.zip")
                catalogue.import_batch(batch, pipeline.embed_pictures)
            asyncio.run(_play(cases, settings, pipeline, catalogue))


async def _play(
    cases: list[dict[str, Any]], settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue
) -> None:
    for case in cases:
        # Else the bot would go on to send what an earlier case's cloud refused, to a cloud that is gone.
        for name in catalogue.notes.all(DELIVERIES):
            catalogue.notes.forget(DELIVERIES, name)
        async with FakeMicrosoft() as cloud:
            cloud.files |= {f"p{number}": photo for number, (_, photo) in enumerate(demo_photos(12))}
            if case["name"] == "inline_403_once":
                cloud.picture_refusals = [403]
            known = registered(settings, cloud, tenant_id=TENANT)
            async with (
                application(known, pipeline, catalogue, base_url=ADDRESS, allow_loopback=True) as app,
                TestClient(TestServer(app, host="127.0.0.1")) as client,
            ):
                cloud.refusals = [(status, {}) for status in REFUSED_AT.get(case["name"], ())]
                _write(f"\n== {case['name']}\n   expected: {case['expect']}")
                for activity in case["activities"]:
                    await _deliver(case["name"], _here(activity, cloud), client, app, cloud)


def _here(activity: dict[str, Any], cloud: FakeMicrosoft) -> dict[str, Any]:
    """The activity with the addresses of this cloud."""
    written = json.dumps(activity).replace("{cloud}", cloud.url)
    stale = str(activity["serviceUrl"]).partition("/amer/")[0]
    if stale.startswith("http://127.0.0.1:"):
        written = written.replace(stale, cloud.url)
    here: dict[str, Any] = json.loads(written)
    return here


async def _deliver(
    name: str,
    activity: dict[str, Any],
    client: TestClient[web.Request, web.Application],
    app: web.Application,
    cloud: FakeMicrosoft,
) -> None:
    before = len(cloud.delivered)
    service_url = activity["serviceUrl"]
    claim = service_url.rstrip("/") if "claim_no_slash" in name else service_url
    token = cloud.token_for_bot(serviceurl=claim, aud=APP_ID)
    async with client.post(
        "/api/messages", json=activity, headers={"Authorization": f"Bearer {token}"}
    ) as response:
        body = await response.text() if response.status != 202 else ""
        text = str(activity.get("text") or "")[:90]
        _write(f"   > {activity['type']} {text!r}: {response.status} {body[:300]}")
    background = app[BACKGROUND]
    async with asyncio.timeout(SECONDS * 4):
        while background.busy:  # noqa: ASYNC110 - nothing tells when it is done
            await asyncio.sleep(0.02)
    tries = [one for one in cloud.delivered[before:] if one.activity["type"] == "message"]
    for one in tries[:5]:
        _write(f"   < {one.method} {' | '.join(_texts(one.activity))[:700]}")
    if len(tries) > 5:
        _write(f"   < … {len(tries)} in all")


def _write(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _texts(node: Any) -> Iterator[str]:
    """What people read of an activity."""
    if isinstance(node, dict):
        for key, each in node.items():
            if key in ("text", "summary", "title", "value") and isinstance(each, str):
                yield each
            elif key not in ("data", "refresh", "fallback"):
                yield from _texts(each)
    elif isinstance(node, list):
        for each in node:
            yield from _texts(each)


if __name__ == "__main__":
    main(
        Path(sys.argv[1]),
        Path(sys.argv[2]) if len(sys.argv) > 2 else None,
        sys.argv[3] if len(sys.argv) > 3 else "",
    )
