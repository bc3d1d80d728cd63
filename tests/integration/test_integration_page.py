"""The examples of docs/integration.md, run as they stand there against a whole bot."""

from __future__ import annotations

import asyncio
import json
import os
import re
import socket
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.api.movements import kinds, order_model
from bot.settings import Settings
from bot.state.keys import Keys
from bot.state.people import Role
from catalogue.movements import Kind
from catalogue.store import Catalogue
from tests.fakes.microsoft import FakeMicrosoft
from tests.kit.bots import ShopBot, whole_bot
from tests.kit.photos import jpeg
from tests.kit.shop import phone_photo
from vision.pipeline import PhotoPipeline

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "integration.md").read_text("utf-8")
SHELL = re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
PROGRAMS = {
    re.match(r"# ([\w.]+)", code)[1]: code  # type: ignore[index]
    for code in re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
}
HOOK = re.search(r"^    hangtag (hook add https://erp\.example\.com/low-stock .*)$", PAGE, re.MULTILINE)


@pytest.fixture
async def shop(
    settings: Settings, pipeline: PhotoPipeline, catalogue: Catalogue, cloud: FakeMicrosoft
) -> AsyncIterator[ShopBot]:
    """A bot whose hooks may be on this machine, as a listed host."""
    listed = settings.model_copy(update={"hook_hosts": "127.0.0.1"})
    async with whole_bot(listed, pipeline, catalogue, cloud) as running:
        yield running


@asynccontextmanager
async def started(*command: str, cwd: Path, **env: str) -> AsyncIterator[Process]:
    """A process with that environment alone, which is gone at the end."""
    here = {"PATH": os.environ["PATH"], **env}
    process = await asyncio.create_subprocess_exec(
        *command, stdin=PIPE, stdout=PIPE, stderr=PIPE, cwd=cwd, env=here
    )
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def ran(*command: str, cwd: Path, say: str = "", **env: str) -> str:
    """What a process prints; it must succeed."""
    async with started(*command, cwd=cwd, **env) as process:
        out, err = await asyncio.wait_for(process.communicate(say.encode()), 120)
        assert process.returncode == 0, (out, err)
        return out.decode()


def environment(shop: ShopBot) -> dict[str, str]:
    keys = Keys(shop.catalogue.notes)
    number = len(keys.all())
    return {
        "HANGTAG": str(shop.client.make_url("")).rstrip("/"),
        "KEY": keys.add(f"scanner-{number}", Role.SUPERVISOR),
        "ADMIN_KEY": keys.add(f"office-{number}", Role.ADMIN),
    }


def test_every_kind_of_order_is_documented_with_its_fields_and_no_other() -> None:
    rows = dict(
        re.findall(r"^\| `(\w+)` \| (.*\w.*) \|$", PAGE.split("fields of the order")[1], re.MULTILINE)
    )
    documented = {
        kind: set(re.findall(r"`(\w+)`", fields)) for kind, fields in rows.items() if kind in set(Kind)
    }
    assert documented == {kind: set(order_model(kind).model_fields) - {"kind"} for kind in kinds()}


async def test_every_shell_example_does_what_it_says(shop: ShopBot, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(jpeg(phone_photo("JEANS", seed=4)))
    env = environment(shop)
    assert len(SHELL) == 4
    printed = [await ran("bash", "-euo", "pipefail", "-c", code, cwd=tmp_path, **env) for code in SHELL]
    stock, found, reserved, batch = printed
    assert '"sku": "JEANS-M"' in stock
    assert json.loads(found)["matches"][0]["item"] == "JEANS"
    assert json.loads(reserved)["kind"] == "reserve"
    assert '"state": "applied"' in batch
    assert shop.catalogue.movements.levels("JEANS-M")["Shop"].on_hand == 6
    again = await ran("bash", "-euo", "pipefail", "-c", SHELL[2], cwd=tmp_path, **env)
    assert json.loads(again)["repeated"] is True


async def test_the_scanner_app_moves_what_is_scanned(shop: ShopBot, tmp_path: Path) -> None:
    before = shop.catalogue.movements.levels("TEE-STRIPED-S")["Shop"].on_hand
    env = environment(shop)
    printed = await ran(
        sys.executable,
        "-c",
        PROGRAMS["scanner.py"],
        cwd=tmp_path,
        say="TEE-STRIPED-S\ntee-striped-s\nNO-SUCH\n",
        **env,
    )
    assert printed.splitlines()[:2] == [f"TEE-STRIPED-S in the shop: {before + n}" for n in (1, 2)]
    assert printed.splitlines()[2].startswith("Not moved: There's no SKU NO-SUCH")


async def test_the_low_stock_hook_is_told_and_takes_nothing_unsigned(
    shop: ShopBot, settings: Settings, tmp_path: Path
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    assert HOOK is not None
    address = f"http://127.0.0.1:{port}/low-stock"
    words = HOOK[1].replace("https://erp.example.com/low-stock", address).replace("--below 3", "--below 1")
    made = await ran(
        *(sys.executable, "-m", "bot", *words.split(), "--json"),
        cwd=ROOT,
        HANGTAG_HOME=str(settings.home),
        HANGTAG_HOOK_HOSTS="127.0.0.1",
    )
    secret = json.loads(made)["secret"]
    program = PROGRAMS["low_stock.py"]
    async with started(
        sys.executable, "-c", program, cwd=tmp_path, SECRET=secret, PORT=str(port)
    ) as receiver:
        assert receiver.stdout is not None
        env = environment(shop)
        order = {"kind": "count", "sku": "HOODIE-GREY-M", "location": "Shop", "on_hand": 1}
        headers = {"Authorization": f"Bearer {env['KEY']}", "Idempotency-Key": "low-stock-1"}
        async with shop.client.post("/api/v1/orders", json=order, headers=headers) as response:
            assert response.status == 201
        line = await asyncio.wait_for(receiver.stdout.readline(), 60)
        assert line.decode() == "Order more of HOODIE-GREY-M as only 0 are free\n"
        forged = {"webhook-id": "msg_x", "webhook-timestamp": "1", "webhook-signature": "v1,x"}
        async with shop.client.session.post(address, data=b"{}", headers=forged) as response:
            assert response.status == 401
