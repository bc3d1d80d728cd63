"""Photos are opened in processes that may hang, crash or eat memory, and cost their own photo alone.

The processes are real, and so are their ends; `tests.fakes.faulty_decoder` stands for a broken decoder.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from tests.fakes import faulty_decoder as faulty
from tests.hostile.pictures import saved
from tests.kit.photos import jpeg, red_on_green
from vision.decoding.decoder import Decoder, InProcessDecoder
from vision.decoding.photos import MAX_BYTES, too_much_memory
from vision.decoding.processes import DecoderProcesses, Limits, harmful, not_now, too_slow
from vision.errors import PhotoError

PHOTO = jpeg(red_on_green(1200, 900)[0])
FAULTY = "tests.fakes.faulty_decoder"
STRICT = Limits(memory=512 << 20, cpu=2.0, wall=6.0)
linux = pytest.mark.skipif(
    sys.platform != "linux", reason="limits and processes are looked at as Linux has them"
)


@pytest.fixture(scope="module")
def decoder(others: set[int]) -> Iterator[DecoderProcesses]:
    """One process, which each test finds as the one before has left it."""
    decoder = DecoderProcesses(most=1, limits=STRICT, module=FAULTY)
    decoder.start()
    yield decoder
    decoder.close()


def children(process: int) -> list[int]:
    """The workers that a process has."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            status = (folder / "status").read_text()
            command = (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if f"PPid:\t{process}\n" in status and b"decod" in command and "State:\tZ" not in status:
            found.append(int(folder.name))
    return found


@pytest.fixture(scope="module")
def others() -> set[int]:
    """Workers of other pipelines, which this process may have."""
    return set(children(os.getpid()))


def own(others: set[int]) -> list[int]:
    """The workers of the decoder that is tested."""
    return [worker for worker in children(os.getpid()) if worker not in others]


def is_there(process: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


def within(seconds: float, holds: object) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if holds():  # type: ignore[operator]
            return True
        time.sleep(0.02)
    return False


def says(decoder: Decoder, data: bytes) -> str:
    with pytest.raises(PhotoError) as told:
        decoder.open(data, at_least=300, numbers=True).numbers.result()
    return str(told.value)


def code() -> bytes:
    drawn = zxingcpp.create_barcode("2000000000039", zxingcpp.BarcodeFormat.EAN13).to_image(scale=4)
    return saved(Image.fromarray(np.pad(np.array(drawn), 80, constant_values=255)), "PNG")


def test_a_photo_and_its_numbers_come_as_from_this_very_process(decoder: DecoderProcesses) -> None:
    for data in (PHOTO, code()):
        there, here = (each.open(data, at_least=300, numbers=True) for each in (decoder, InProcessDecoder()))
        assert (there.pixels.result() == here.pixels.result()).all()
        assert there.numbers.result() == here.numbers.result()
    assert here.numbers.result() == ("2000000000039",)


def test_numbers_are_read_only_where_they_are_wanted(decoder: DecoderProcesses) -> None:
    assert decoder.open(code(), at_least=300).numbers.result() == ()


def test_a_bad_photo_is_refused_in_the_same_words(decoder: DecoderProcesses) -> None:
    for data in (b"", b"no picture", PHOTO[:2000], bytes(MAX_BYTES + 1)):
        assert says(decoder, data) == says(InProcessDecoder(), data)


@linux
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (faulty.SLEEPS, str(too_slow())),
        (faulty.SPINS, str(too_slow())),
        (faulty.CRASHES, str(harmful())),
        (faulty.CRASHES_LATE, str(harmful())),
        (faulty.LEAVES, str(harmful())),
        (faulty.LIES, str(harmful())),
        (faulty.UNKNOWN_FAULT, str(harmful())),
        (faulty.EATS, str(too_much_memory())),
    ],
    ids=lambda given: given.decode() if isinstance(given, bytes) else "",
)
def test_a_photo_that_harms_the_decoder_costs_itself_alone(
    data: bytes, sentence: str, decoder: DecoderProcesses, others: set[int]
) -> None:
    """One sentence for its sender, within seconds; the next photo is answered; no process stays behind."""
    began = time.monotonic()
    assert says(decoder, data) == sentence
    assert time.monotonic() - began < 60  # who sleeps does so for 600
    assert decoder.open(PHOTO, at_least=300).pixels.result().shape == (300, 225, 3)
    assert len(own(others)) == 1


@linux
def test_the_others_go_on_while_one_hangs() -> None:
    decoder = DecoderProcesses(most=3, limits=Limits(wall=10.0), module=FAULTY)
    try:
        hangs = decoder.open(faulty.SLEEPS, at_least=300)
        with ThreadPoolExecutor(4) as people:
            opened = list(people.map(lambda _: decoder.open(PHOTO, at_least=300), range(24)))
        assert {one.pixels.result(60).shape for one in opened} == {(300, 225, 3)}
        assert not hangs.pixels.done()
        assert isinstance(hangs.pixels.exception(60), PhotoError)
    finally:
        decoder.close()


@linux
def test_a_process_that_somebody_killed_meanwhile_is_replaced_unnoticed(
    decoder: DecoderProcesses, others: set[int]
) -> None:
    [worker] = own(others)
    os.kill(worker, signal.SIGKILL)
    assert within(5, lambda: not is_there(worker))
    assert decoder.open(PHOTO, at_least=300).pixels.result().shape == (300, 225, 3)


@linux
def test_ctrl_c_leaves_the_process_to_its_parent(decoder: DecoderProcesses, others: set[int]) -> None:
    """A stop of the service is told to the whole group, while the bot still answers what it has accepted."""
    [worker] = own(others)
    os.kill(worker, signal.SIGINT)
    os.kill(worker, signal.SIGTERM)
    assert decoder.open(PHOTO, at_least=300).pixels.result().shape == (300, 225, 3)
    assert own(others) == [worker]


PARENT = """
import sys
from vision.decoding.processes import DecoderProcesses, Limits
from tests.fakes import faulty_decoder
decoder = DecoderProcesses(most=2, limits=Limits(wall=3.0), module="tests.fakes.faulty_decoder")
decoder.start(2)
decoder.open(faulty_decoder.SPINS, at_least=1)
decoder.open(b"", at_least=1).pixels.exception()
print("ready", flush=True)
sys.stdin.read()
"""


@linux
def test_no_process_outlives_a_killed_bot() -> None:
    """Not even one that hangs: the kernel ends it, with nobody left to do so."""
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as bot:
        assert bot.stdout is not None
        assert bot.stdout.readline() == b"ready\n"
        workers = children(bot.pid)
        assert len(workers) == 2
        bot.send_signal(signal.SIGKILL)
    assert within(10, lambda: not any(is_there(worker) for worker in workers)), workers


@linux
def test_a_process_knows_no_secret_and_loads_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANGTAG_APP_PASSWORD", "do-not-tell")
    before = children(os.getpid())
    decoder = DecoderProcesses(most=1)
    try:
        decoder.open(PHOTO, at_least=300).pixels.result()
        [worker] = set(children(os.getpid())) - set(before)
        assert b"do-not-tell" not in Path(f"/proc/{worker}/environ").read_bytes()
        mapped = Path(f"/proc/{worker}/maps").read_text()
        assert "cv2" in mapped
        assert "torch" not in mapped
        assert "openvino" not in mapped
    finally:
        decoder.close()


@linux
def test_letting_go_of_it_ends_its_processes() -> None:
    before = set(children(os.getpid()))
    decoder = DecoderProcesses(most=1)
    decoder.open(PHOTO, at_least=300).pixels.result()
    [worker] = set(children(os.getpid())) - before
    del decoder
    assert within(20, lambda: not is_there(worker))


@linux
def test_it_can_be_let_go_of_in_its_own_thread() -> None:
    """By who was told there that a photo is open, for one: it waits for no thread, and so not for itself."""
    before = set(children(os.getpid()))
    held = [DecoderProcesses(most=1)]
    told = threading.Event()

    def let_go(_: object) -> None:
        held.clear()
        told.set()

    held[0].start()
    opened = held[0].open(PHOTO, at_least=300)
    opened.pixels.add_done_callback(let_go)  # the worker takes longer to begin than this line
    assert told.wait(20)
    assert opened.numbers.result(20) == ()
    assert within(20, lambda: set(children(os.getpid())) <= before)


@linux
def test_a_photo_on_its_way_is_opened_though_the_decoder_is_let_go_of() -> None:
    before = set(children(os.getpid()))
    opened = [DecoderProcesses(most=1).open(PHOTO, at_least=300) for _ in range(2)]
    assert all(each.pixels.result(20).shape[2] == 3 for each in opened)
    assert within(20, lambda: set(children(os.getpid())) <= before)


def test_where_no_process_begins_photos_are_refused_for_a_while() -> None:
    decoder = DecoderProcesses(most=1, module="tests.fakes.no_such_module")
    try:
        assert says(decoder, PHOTO) == str(not_now())
        assert says(decoder, PHOTO) == str(not_now())
    finally:
        decoder.close()
