"""What the unit tests share: golden files and how to renew them, and a log that is set up for one test."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.channel import Card
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from catalogue.database import Database
from tests.questions.exam import demo_database

GOLDEN = Path(__file__).parents[1] / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write tests/golden anew from what the cards are now; read the difference before committing it",
    )


@pytest.fixture
def matches_golden(request: pytest.FixtureRequest) -> Callable[[str, Card], None]:
    """Asserts that a card is the one kept under that name, or keeps it anew with `--update-golden`."""
    # The default is for runs that name no path in this folder: they meet the option too late to know it.
    renew = request.config.getoption("--update-golden", default=False)

    def check(name: str, card: Card) -> None:
        file = GOLDEN / f"{name}.json"
        if renew:
            file.write_text(json.dumps(card, ensure_ascii=False, indent=2) + "\n", "utf-8")
        assert file.exists(), f"no golden file {file.name}: run pytest tests/unit --update-golden"
        assert card == json.loads(file.read_text("utf-8"))

    return check


@pytest.fixture(scope="session")
def demo_stock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """The demo catalogue's database; tests only read it."""
    with demo_database(tmp_path_factory.mktemp("demo")) as opened:
        yield opened


@pytest.fixture(scope="session")
def understanding(demo_stock: Database) -> Understanding:
    """What understands questions about the demo catalogue."""
    return Understanding(Names(demo_stock))


@pytest.fixture
def logging_as_before() -> Iterator[None]:
    """What a test sets up is undone after it."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:], root.level = handlers, level
