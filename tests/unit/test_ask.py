"""`hangtag ask`: one question, or conversations from a file; orders are proposed and never carried out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.commands.ask import Chat, Line, ask, play
from bot.settings import Settings
from catalogue.database import Database
from catalogue.errors import StoreError
from catalogue.items import Item, StockLevel, Variant
from tests.kit.stores import open_database

NOW = datetime(2026, 3, 4, 8, 15, tzinfo=UTC)
SETTINGS = Settings(_env_file=None)  # type: ignore[call-arg]
RED = Item(
    "SN-RED",
    "Snowline jacket, red",
    colour="red",
    price="89.90 EUR",
    variants=tuple(
        Variant(f"SN-RED-{size}", size, None, (StockLevel("Hall A 03-12", count, 1, NOW),))
        for size, count in {"M": 12, "L": 9}.items()
    ),
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path, RED, name="hangtag.sqlite3") as opened:
        yield opened


def played(database: Database, tmp_path: Path, *lines: dict[str, Any]) -> list[dict[str, Any]]:
    file = tmp_path / "chat.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), "utf-8")
    return list(play(Chat(database, SETTINGS), file))


def test_a_report_has_the_query_its_figures_and_the_words_of_the_chat(database: Database) -> None:
    report = ask(database, SETTINGS, "how many in M?", about=("SN-RED-M",), locale="en")
    assert report["understood"]
    assert report["query"]["items"] == ["SN-RED"]
    assert report["query"]["sizes"] == {"values": ["M"]}
    assert report["items"] == ["SN-RED"]
    assert report["said"].startswith("Snowline jacket, red + SN-RED-M, in M: 12 in stock")
    figure = report["figures"][0]
    assert (figure["measure"], figure["value"], figure["item"]) == ("on_hand", 12, "SN-RED")
    assert figure["as_of"] == NOW.isoformat()


def test_each_conversation_has_a_memory_of_its_own_and_an_order_waits_in_it(
    database: Database, tmp_path: Path
) -> None:
    asked, other, proposed = played(
        database,
        tmp_path,
        {"conversation": "a", "text": "put two aside for Anna", "about": ["SN-RED"], "expect": "ignored"},
        {"conversation": "b", "text": "L"},
        {"conversation": "a", "text": "L"},
    )
    assert asked["asks_back"] == {"missing": ["size"], "choices": ["M", "L"]}
    assert (asked["buttons"], asked["order"]["proposed"]) == (["M", "L"], False)
    assert not other["order"]
    order = proposed["order"]
    assert (order["do"], order["sku"], order["quantity"]) == ("reserve", "SN-RED-L", 2)
    assert (order["location"], order["person"], order["proposed"]) == ("Hall A 03-12", "Anna", True)
    assert proposed["buttons"] == ["Confirm", "Cancel"]
    assert not database.movements.reservations()
    assert not database.notes.all("work")


def test_never_mind_drops_the_order(database: Database, tmp_path: Path) -> None:
    *_, dropped, after = played(
        database,
        tmp_path,
        {"conversation": "a", "text": "put two aside for Anna", "about": ["SN-RED"]},
        {"conversation": "a", "text": "never mind"},
        {"conversation": "a", "text": "L"},
    )
    assert (dropped["talk"], dropped["said"]) == ("never_mind", "OK, I dropped that. Nothing was changed.")
    assert not after["order"]


def test_a_worker_is_refused_an_order(database: Database) -> None:
    line = Line("reserve 2 of SN-RED-L for Anna", role="worker")
    report = Chat(database, SETTINGS).say(line)
    assert (report["refused"], report["order"]) == ("work-forbidden", None)


def test_an_unknown_place_is_in_the_report(database: Database) -> None:
    report = ask(database, SETTINGS, "how many in munich?", about=("SN-RED",), locale="en")
    assert not report["understood"]
    assert report["asks_back"]["unknown"] == ["munich"]
    assert report["asks_back"]["as"] == "place"
    assert report["said"].startswith("I don’t know the location “munich”.")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("{", "Line 2: it is no JSON object."),
        ("[]", "Line 2: it is no JSON object."),
        ('{"conversation": "a"}', "Line 2: it has no text."),
        ('{"conversation": "a", "text": " "}', "Line 2: it has no text."),
        ('{"text": "hi"}', "Line 2: it has no conversation."),
        ('{"conversation": "a", "text": "hi", "role": "boss"}', "Line 2: role is not as expected."),
        ('{"conversation": "a", "text": "hi", "about": 7}', "Line 2: about is not as expected."),
        (
            '{"conversation": "a", "text": "hi", "about": ["GONE"]}',
            "Line 2: There's no SKU, item or barcode GONE in the catalogue.",
        ),
    ],
)
def test_a_bad_line_is_one_sentence_with_its_number(
    database: Database, tmp_path: Path, line: str, why: str
) -> None:
    file = tmp_path / "chat.jsonl"
    file.write_text('{"conversation": "a", "text": "SN-RED"}\n' + line, "utf-8")
    with pytest.raises(StoreError) as fault:
        list(play(Chat(database, SETTINGS), file))
    assert str(fault.value) == why


def test_a_file_that_is_not_there_or_no_text_is_said_to_be(database: Database, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no file"):
        list(play(Chat(database, SETTINGS), tmp_path / "none.jsonl"))
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe{")
    with pytest.raises(StoreError, match="UTF-8"):
        list(play(Chat(database, SETTINGS), tmp_path / "bytes.jsonl"))


def test_the_command_prints_an_object_a_line(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANGTAG_HOME", str(tmp_path))
    file = tmp_path / "chat.jsonl"
    lines = [{"conversation": "a", "text": "SN-RED"}, {"conversation": "a", "text": "and in L?"}]
    file.write_text("\n".join(map(json.dumps, lines)), "utf-8")
    done = CliRunner().invoke(app, ["ask", "--chat", str(file), "--json"])
    assert done.exit_code == 0, done.output
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert [report["text"] for report in reports] == ["SN-RED", "and in L?"]
    assert reports[1]["figures"][0]["value"] == 9
    neither = CliRunner().invoke(app, ["ask"])
    assert neither.exit_code == 2
