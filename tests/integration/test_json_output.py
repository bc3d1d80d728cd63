"""With JSON logs all that `hangtag run` prints is a line of JSON, from its first fault to its last word."""

from __future__ import annotations

import io
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.fakes.microsoft import APP_ID, APP_PASSWORD, TENANT
from vision.decoding.processes import DecoderProcesses
from vision.errors import PhotoError

ROOT = Path(__file__).parents[2]
REGISTERED = {
    "HANGTAG_APP_ID": APP_ID,
    "HANGTAG_APP_PASSWORD": APP_PASSWORD,
    "HANGTAG_TENANT_ID": TENANT,
    "HANGTAG_PUBLIC_URL": "https://bot.example.com",
}
A_TERMINAL = {"FORCE_COLOR": "1", "TERM": "xterm"}
"""What has progress bars drawn, as on a terminal."""


def environment(home: Path, **settings: str) -> dict[str, str]:
    known = {"PATH": "/usr/bin:/bin", "HANGTAG_HOME": str(home), "HANGTAG_PORT": "0", "COLUMNS": "60"}
    return {**known, "HANGTAG_LOG_FORMAT": "json", **A_TERMINAL, **settings}


def run(home: Path, *arguments: str, **settings: str) -> tuple[int, list[dict[str, Any]]]:
    """The exit status of a run that ends by itself, and what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(home, **settings),
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    return done.returncode, read(done.stdout)


def run_until(told: str, home: Path, *arguments: str, **settings: str) -> list[dict[str, Any]]:
    """What a run prints that is stopped once it has printed `told`."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(home, **settings),
        cwd=ROOT,
    ) as running:
        assert running.stdout is not None
        lines = []
        for line in running.stdout:
            lines.append(line)
            if told in line:
                running.send_signal(signal.SIGTERM)
        assert running.wait(60) == 0, lines
    return read("".join(lines))


def read(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.splitlines()]


def python(code: str) -> list[dict[str, Any]]:
    """What a program prints whose log is JSON."""
    begin = "from bot.telemetry.logs import set_up\nset_up('INFO', 'json')\n"
    done = subprocess.run(
        [sys.executable, "-c", begin + code],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    return read(done.stdout)


def test_a_bot_that_listens_says_so_in_the_log(home: Path, tmp_path: Path) -> None:
    own = shutil.copytree(home, tmp_path / "home")
    lines = run_until("Hangtag listens", own, **REGISTERED)
    (said,) = [line for line in lines if "Hangtag listens" in line["message"]]
    assert said["level"] == "INFO"
    assert "http://127.0.0.1:" in said["message"]
    assert "https://bot.example.com/api/messages" in said["message"]


def test_a_batch_that_was_cut_off_and_a_chat_page_are_told_there_too(home: Path, tmp_path: Path) -> None:
    """A bar would be drawn for its progress."""
    own = shutil.copytree(home, tmp_path / "home")
    with sqlite3.connect(own / "hangtag.sqlite3") as database:
        database.execute("UPDATE batches SET state = 'applying'")
    database.close()
    lines = run_until("Hangtag listens", own, "--local")
    told = {line["message"]: line["level"] for line in lines}
    assert [told[one] for one in told if one.startswith("The batch 1 was cut off; ")] == ["WARNING"]
    assert [told[one] for one in told if "/chat/" in one] == ["INFO"]


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({}, "HANGTAG_APP_ID"),
        ({"HANGTAG_PORT": "many"}, "HANGTAG_PORT"),
        ({"HANGTAG_LOG_LEVEL": "LOUD"}, "HANGTAG_LOG_LEVEL"),
        ({**REGISTERED, "HANGTAG_LOG_LEVEL": "ERROR", "HANGTAG_CHECKPOINT": "gone.pt"}, "gone.pt"),
    ],
    ids=["nobody", "no number", "no level", "no checkpoint"],
)
def test_a_fault_at_the_start_is_one_line_with_its_sentence(
    tmp_path: Path, settings: dict[str, str], sentence: str
) -> None:
    status, lines = run(tmp_path / "home", **settings)
    (line,) = lines
    assert status == 1
    assert line["level"] == "ERROR"
    assert sentence in line["message"]
    assert "exc_info" not in line


def test_a_format_that_is_none_is_told_in_plain_words(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        capture_output=True,
        text=True,
        env=environment(tmp_path / "home", HANGTAG_LOG_FORMAT="xml", FORCE_COLOR=""),
        cwd=ROOT,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("The settings cannot be used: HANGTAG_LOG_FORMAT")


def test_what_python_itself_would_print_is_a_line_each() -> None:
    lines = python(
        """
import threading, warnings

class Broken:
    def __del__(self):
        raise KeyError("on its way out")

def at_work():
    raise ValueError("in a thread")

warnings.warn("going\\nsoon", DeprecationWarning)
Broken()
thread = threading.Thread(target=at_work)
thread.start()
thread.join()
raise RuntimeError("at last")
"""
    )
    warned, passed_over, in_thread, at_last = lines
    assert (warned["level"], warned["logger"]) == ("WARNING", "py.warnings")
    assert "DeprecationWarning: going\nsoon" in warned["message"]
    assert [line["level"] for line in (passed_over, in_thread, at_last)] == ["ERROR", "ERROR", "CRITICAL"]
    assert "KeyError: 'on its way out'" in passed_over["exc_info"]
    assert "ValueError: in a thread" in in_thread["exc_info"]
    assert "RuntimeError: at last" in at_last["exc_info"]


def test_what_a_library_says_of_a_broken_photo_is_a_line_of_the_log(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """libtiff prints to standard error, in the process that opens the photo."""
    written = io.BytesIO()
    Image.new("RGB", (200, 100), "red").save(written, "TIFF", compression="tiff_lzw")
    broken = bytearray(written.getvalue())
    broken[12:40] = b"\xff" * 28
    caplog.set_level("INFO", logger="vision.decoding.processes")
    decoder = DecoderProcesses(most=1)
    try:
        with pytest.raises(PhotoError):
            decoder.open(bytes(broken), at_least=64).pixels.result(60)
        deadline = time.monotonic() + 30
        while "decoder process" not in caplog.text and time.monotonic() < deadline:
            time.sleep(0.05)
    finally:
        decoder.close()
    assert "decoder process: tempfile.tif: Using code not yet in table." in caplog.text
    assert capfd.readouterr().err == ""
