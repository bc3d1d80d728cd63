"""Files and messages with any change at all: only the errors that are documented may come out.

hypothesis for a second or so each; `python -m tests.hostile.fuzz` looks on for as long as it is given, guided
by what code is reached.
"""

from __future__ import annotations

import asyncio
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import ActivityError
from bot.teams.activities import inbound, sound
from tests.fakes.activities import executed, inline_photo, photos, submitted, words
from tests.fakes.bot import running_bot
from tests.fakes.microsoft import FakeMicrosoft
from tests.hostile.cases import stated
from tests.hostile.files import zip_of
from tests.hostile.fuzz import GUIDING
from tests.hostile.fuzz_targets import look_at_batch, look_at_photo
from tests.hostile.seeds import files

SECONDS = 3
QUIET = settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
URL = "http://127.0.0.1/emea/"
"""Where nobody is spoken to."""


SEEDS = files()
CHANGES = st.lists(
    st.tuples(st.floats(0, 1), st.binary(max_size=6), st.integers(0, 6)), min_size=1, max_size=6
)
"""Where, what is put there, and how many bytes it takes the place of."""


def changed(data: bytes, changes: list[tuple[float, bytes, int]]) -> bytes:
    """The file with some of its bytes replaced, left out, or more of them."""
    for where, new, old in changes:
        place = int(where * len(data))
        data = data[:place] + new + data[place + old :]
    return data


@stated("any bytes of a real photo changed, added or left out", "pixels, or a PhotoError in one sentence")
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WebP", "GIF", "TIFF", "BMP", "HEIC"])
@QUIET
@given(changes=CHANGES)
def test_a_changed_photo_is_pixels_or_a_photo_error(
    form: str, changes: list[tuple[float, bytes, int]]
) -> None:
    """By all that opens photos."""
    look_at_photo(changed(SEEDS[form], changes))


@stated("any bytes of a real table, workbook or ZIP changed, added or left out", "a batch, or a BatchError")
@pytest.mark.parametrize("form", ["CSV", "XLSX", "ZIP"])
@QUIET
@given(changes=CHANGES)
def test_a_changed_batch_is_a_batch_or_a_batch_error(
    form: str, changes: list[tuple[float, bytes, int]]
) -> None:
    """The outside of it."""
    look_at_batch(changed(SEEDS[form], changes))


@stated("any bytes within a workbook's parts changed, and packed again", "a batch, or a BatchError")
@QUIET
@given(part=st.integers(0, 8), changes=CHANGES)
def test_a_workbook_changed_within_is_a_batch_or_a_batch_error(
    part: int, changes: list[tuple[float, bytes, int]]
) -> None:
    """What no checksum of the ZIP gives away."""
    with zipfile.ZipFile(io.BytesIO(SEEDS["XLSX"])) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    name = sorted(inside)[part % len(inside)]
    look_at_batch(zip_of(inside | {name: changed(inside[name], changes)}))


GOOD_ACTIVITIES: list[dict[str, Any]] = [
    words(URL, "stock JEANS"),
    photos(URL, inline_photo(URL)),
    submitted(URL, {"do": "stock", "item": "JEANS"}),
    executed(URL, {"do": "help"}),
]
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


def paths(node: Any, so_far: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """To every value of parsed JSON."""
    for name, inner in node.items() if isinstance(node, dict) else enumerate(node):
        yield (*so_far, name)
        if isinstance(inner, dict | list):
            yield from paths(inner, (*so_far, name))


def replaced(node: Any, path: tuple[Any, ...], value: Any) -> Any:
    """ParsedTable JSON with one value replaced."""
    if not path:
        return value
    copy = dict(node) if isinstance(node, dict) else list(node)
    copy[path[0]] = replaced(node[path[0]], path[1:], value)
    return copy


@stated("any value of a real activity replaced by any other", "understood, passed over, or an ActivityError")
@QUIET
@given(data=st.data(), value=ANYTHING)
def test_a_changed_activity_is_understood_or_an_activity_error(data: st.DataObject, value: Any) -> None:
    """And what is understood can be kept by any database."""
    good = data.draw(st.sampled_from(GOOD_ACTIVITIES))
    path = data.draw(st.sampled_from(sorted(paths(good), key=str)))
    try:
        message = inbound(sound(replaced(good, path, value)))
    except ActivityError:
        return
    if message is not None:
        assert json.dumps(str(message), ensure_ascii=False).encode()
        assert message.place.conversation.isprintable()


@stated("any bytes of an activity's JSON changed", "2xx or 4xx")
async def test_a_changed_body_is_answered_and_never_a_fault_of_the_server() -> None:
    """Through HTTP, with a good token, whatever the bytes are."""
    async with FakeMicrosoft() as cloud, running_bot(cloud) as bot:
        loop = asyncio.get_running_loop()
        good = json.dumps(words(cloud.service_url, "stock JEANS")).encode()

        @QUIET
        @given(changes=CHANGES)
        def deliver(changes: list[tuple[float, bytes, int]]) -> None:
            sent = asyncio.run_coroutine_threadsafe(bot.post(changed(good, changes)), loop)
            assert sent.result(10).status in (200, 202, 400, 401, 403, 501)

        await asyncio.to_thread(deliver)
        assert (await bot.post(good)).status == 202


@pytest.mark.slow
@pytest.mark.parametrize("target", sorted(GUIDING))
def test_a_guided_search_finds_nothing_in_seconds(target: str, tmp_path: Path) -> None:
    """In a process of its own, as a crash of a decoder would take this one along."""
    if find_spec("atheris") is None:
        pytest.skip("atheris is not installed: it has wheels for Linux on x86-64 alone")
    command = [sys.executable, "-m", "tests.hostile.fuzz", target, "--seconds", str(SECONDS)]
    command += ["--keep", str(tmp_path)]
    ran = subprocess.run(
        command, capture_output=True, text=True, timeout=120, env={**os.environ, "OMP_NUM_THREADS": "1"}
    )
    assert ran.returncode == 0, ran.stdout[-2000:] + ran.stderr[-4000:]
    assert "Done" in ran.stderr
