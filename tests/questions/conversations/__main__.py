"""An exam of conversations: messages as supervisors type them, in six languages, one after the other.

    python -m tests.questions.conversations [FILE …] [--catalogue CSV] [--wrong] [--reports FILE]

FILE has one JSON object a line: what `hangtag ask --chat` takes, and what is expected, in the form that
`judging.py` describes. By default it is `first.jsonl`, which somebody wrote who knew the demo catalogue
alone. The messages are about that catalogue, unless a CSV in our own format gives another, with its stock.
Each message is played as the chat reads it, each conversation with a memory of its own. An answer is
right only if it shows all that was expected, of exactly the item, size and place; any other answer is one to
another question.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.commands.ask import Chat, Line
from bot.demo.catalogue import demo_items
from bot.settings import Settings
from catalogue.batches.planning.diff import plan
from catalogue.batches.read import read_batch
from catalogue.items import Item
from tests.kit.stores import open_database
from tests.questions.conversations.judging import Outcome, Shop, judged

FILE = Path(__file__).with_name("first.jsonl")
FIELDS = ("text", "conversation", "about", "locale", "role")
OUTCOMES: tuple[Outcome, ...] = ("right", "not understood", "another question")


@dataclass(frozen=True, slots=True)
class Judged:
    """A message, how it was answered, and whether that is right."""

    line: dict[str, Any]
    report: dict[str, Any]
    outcome: Outcome
    crash: str = ""


def examine(lines: Iterable[dict[str, Any]], chat: Chat, shop: Shop) -> Iterator[Judged]:
    """Play all messages in order and judge them."""
    for line in lines:
        try:
            report = chat.say(_line(line))
        except Exception as error:  # a bug is counted, and must not hide the rest
            yield Judged(line, {"said": repr(error)}, "not understood", type(error).__name__)
            continue
        yield Judged(line, report, judged(line, report, shop))


def _line(line: Mapping[str, Any]) -> Line:
    given = {name: line[name] for name in FIELDS if name in line}
    if given.get("about") is not None:
        given["about"] = tuple(given["about"])
    return Line(**given)


@contextmanager
def chat_about(items: Sequence[Item]) -> Iterator[Chat]:
    """A chat about a catalogue of these items."""
    settings = Settings(_env_file=None)  # type: ignore[call-arg]
    with (
        tempfile.TemporaryDirectory() as folder,
        open_database(Path(folder), *items) as database,
    ):
        yield Chat(database, settings)


@contextmanager
def demo_chat() -> Iterator[tuple[Chat, Shop]]:
    """A chat about the demo catalogue, and what the judge knows of it."""
    items = demo_items(datetime.now(UTC))
    with chat_about(items) as chat:
        yield chat, Shop.of(items)


def items_of(catalogue: Path) -> tuple[Item, ...]:
    """The items of a CSV in our own format, with their stock and without pictures."""
    with tempfile.TemporaryDirectory() as folder, open_database(Path(folder)) as database:
        header = catalogue.read_text("utf-8-sig").partition("\n")[0].split(",")
        left_out = {"pictures": ""} if "pictures" in header else {}
        return plan(read_batch(catalogue, mapping=left_out), database).items


def objects_of(file: Path) -> list[dict[str, Any]]:
    """The objects of a file, one a line."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]


def summary(results: Sequence[Judged]) -> str:
    """How many messages came to what."""
    outcomes = Counter(each.outcome for each in results)
    return ", ".join(f"{outcomes[name]} {name}" for name in OUTCOMES)


def main() -> None:
    """Print how many messages of each language are answered rightly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[FILE], metavar="FILE")
    parser.add_argument("--catalogue", type=Path, metavar="CSV", help="what the messages are about")
    parser.add_argument("--wrong", action="store_true", help="print what was not answered rightly")
    parser.add_argument("--reports", type=Path, help="judge what `hangtag ask --chat FILE --json` printed")
    arguments = parser.parse_args()
    lines = [line for file in arguments.files for line in objects_of(file)]
    items = items_of(arguments.catalogue) if arguments.catalogue else demo_items(datetime.now(UTC))
    shop = Shop.of(items)
    if arguments.reports is not None:
        pairs = zip(lines, objects_of(arguments.reports), strict=True)
        results = [Judged(line, report, judged(line, report, shop)) for line, report in pairs]
    else:
        with chat_about(items) as chat:
            results = list(examine(lines, chat, shop))
    for language in dict.fromkeys(line.get("locale", "en") for line in lines):
        print(
            f"{language}: {summary([each for each in results if each.line.get('locale', 'en') == language])}"
        )
    print(f"all: {summary(results)}")
    if crashes := Counter(each.crash for each in results if each.crash):
        print(f"crashed: {dict(crashes)}")
    for each in results if arguments.wrong else ():
        if each.outcome != "right":
            print(_told(each))


def _told(each: Judged) -> str:
    names = ("query", "order", "answer", "winners", "refused", "asks_back", "talk")
    read = {name: each.report.get(name) for name in names if each.report.get(name)}
    lines = (
        f"{each.line['conversation']} {each.line['text']!r}: {each.outcome}",
        f"  wanted {each.line['expect']}",
        f"  got    {read}",
        f"         {str(each.report.get('said', ''))[:200]}",
    )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
