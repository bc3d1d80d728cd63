"""An exam of conversations: messages as supervisors type them, in six languages, one after the other.

    python -m tests.questions.conversations [FILE …] [--wrong] [--reports FILE]

FILE has one JSON object a line: what `hangtag ask --chat` takes, and what is expected, in the form that
`judging.py` describes. By default it is `first.jsonl`, which somebody wrote who knew the demo catalogue
alone. Each message is played as the chat reads it, each conversation with a memory of its own. An answer is
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
from tests.questions.conversations.judging import Outcome, Shop, judged
from tests.questions.exam import demo_database

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
def demo_chat() -> Iterator[tuple[Chat, Shop]]:
    """A chat about the demo catalogue, and what the judge knows of it."""
    settings = Settings(_env_file=None)  # type: ignore[call-arg]
    with tempfile.TemporaryDirectory() as folder, demo_database(Path(folder)) as database:
        yield Chat(database, settings), Shop.of(demo_items(datetime.now(UTC)))


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
    parser.add_argument("--wrong", action="store_true", help="print what was not answered rightly")
    parser.add_argument("--reports", type=Path, help="judge what `hangtag ask --chat FILE --json` printed")
    arguments = parser.parse_args()
    lines = [line for file in arguments.files for line in objects_of(file)]
    if arguments.reports is not None:
        reports, shop = objects_of(arguments.reports), Shop.of(demo_items(datetime.now(UTC)))
        pairs = zip(lines, reports, strict=True)
        results = [Judged(line, report, judged(line, report, shop)) for line, report in pairs]
    else:
        with demo_chat() as (chat, shop):
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
