"""The log: each line with the reference of the message that it is about, and no secret in it."""

from __future__ import annotations

import json
import logging

import pytest

from bot.telemetry.logs import new_reference, set_up

pytestmark = pytest.mark.usefixtures("logging_as_before")


def test_a_line_carries_the_reference_of_its_message(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO", "text")
    log = logging.getLogger("bot.test")
    with new_reference() as reference:
        log.info("looked at %d photos", 3)
    log.info("at rest")
    first, second = capsys.readouterr().err.splitlines()
    assert f"INFO bot.test [{reference}]: looked at 3 photos" in first
    assert "INFO bot.test [-]: at rest" in second


def test_json_lines_are_whole_and_carry_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("INFO", "json")
    with new_reference() as reference:
        try:
            raise ValueError("a bug\nin two lines")
        except ValueError:
            logging.getLogger("bot.test").exception("failed")
    [line] = capsys.readouterr().err.splitlines()
    told = json.loads(line)
    assert {name: told[name] for name in ("level", "logger", "reference", "message")} == {
        "level": "ERROR",
        "logger": "bot.test",
        "reference": reference,
        "message": "failed",
    }
    assert "a bug\nin two lines" in told["exc_info"]


def test_what_is_below_the_level_is_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("WARNING", "json")
    logging.getLogger("bot.test").info("not this")
    assert capsys.readouterr().err == ""


def test_a_question_to_a_chroma_server_is_no_line_in_the_log(capsys: pytest.CaptureFixture[str]) -> None:
    """Each look at /readyz asks one several."""
    set_up("INFO", "json")
    logging.getLogger("httpx").info("HTTP Request: GET http://chroma:8000/api/v2/heartbeat")
    assert capsys.readouterr().err == ""
