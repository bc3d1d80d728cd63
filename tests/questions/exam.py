"""The exam of questions: how many phrasings of each language are understood rightly.

    python -m tests.questions.exam [LANGUAGE…] [--wrong]

Intent and all slots must be right. What was held out when the grammar was written is counted apart, and so
are the phrasings of its own author (`"source": "author"`), which say least about what strangers write. A
second exam came later (`"source": "second"`), written by somebody who did not know the grammar; what was
held out of that one says most.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.demo.catalogue import demo_items
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.state.memory import Context
from catalogue.database import Database
from tests.kit.stores import open_database
from tests.questions.projection import NOW, as_case, same, wanted

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Answered:
    """One case, and how it was understood."""

    case: dict[str, Any]
    intent: str
    slots: dict[str, Any]

    @property
    def right(self) -> bool:
        """Whether nothing is wrong or missing; several items count as a set, for their order is not asked."""
        intent, slots = wanted(self.case)
        return self.intent == intent and same(self.slots, slots)

    @property
    def told(self) -> str:
        """What was said, wanted and understood, on three lines."""
        case, about = self.case, ",".join(self.case.get("about", ()))
        wanted = f"    wanted {case['intent']} {case['slots']}"
        return f"  {case['say']!r} [{about}]\n{wanted}\n    got    {self.intent} {self.slots}"


def demo_database(folder: Path) -> AbstractContextManager[Database]:
    """The demo catalogue's database, in that folder."""
    return open_database(folder, *demo_items(datetime.now(UTC)), name="exam.sqlite3")


@contextmanager
def demo_understanding(folder: Path) -> Iterator[Understanding]:
    """What understands questions about the demo catalogue, kept in that folder."""
    with demo_database(folder) as database:
        yield Understanding(Names(database))


def languages() -> list[str]:
    """Those that have an exam."""
    return sorted(file.stem for file in FOLDER.glob("*.jsonl"))


def examine(understanding: Understanding, language: str) -> list[Answered]:
    """All cases of a language, answered."""
    found = []
    for line in (FOLDER / f"{language}.jsonl").read_text("utf-8").splitlines():
        case = json.loads(line)
        context = Context(tuple(case.get("about", ())))
        intent, slots = as_case(understanding(case["say"], context, language=language, now=NOW))
        found.append(Answered(case, intent, slots))
    return found


def score(answers: list[Answered]) -> float:
    """The share that is right, 0 to 1."""
    return sum(each.right for each in answers) / len(answers) if answers else 0.0


def second_held_out(answers: list[Answered]) -> list[Answered]:
    """Those of the second exam that nobody looked at while the grammar was mended."""
    return [each for each in answers if each.case.get("source") == "second" and each.case.get("held_out")]


def _told_of(answers: list[Answered]) -> str:
    return f"{score(answers):.3f}" if answers else "-"


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("languages", nargs="*", default=languages())
    parser.add_argument("--wrong", action="store_true", help="print what was understood wrongly")
    parser.add_argument("--held-out", action="store_true", help="with --wrong: the held out ones too")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, demo_understanding(Path(folder)) as understanding:
        for language in asked.languages:
            answers = examine(understanding, language)
            own = [each for each in answers if each.case.get("source") == "author"]
            held = [each for each in answers if each.case.get("held_out")]
            unseen = second_held_out(answers)
            second = [each for each in answers if each.case.get("source") == "second" and each not in unseen]
            told = [each for each in answers if "source" not in each.case and each not in held]
            first = [each for each in held if each not in unseen]
            for each in answers if asked.wrong else ():
                if not each.right and (asked.held_out or each not in held):
                    print(each.told)
            answered = sum(not each.right and each.intent != "unknown" for each in answers)
            print(
                f"{language}: {score(answers):.3f} of {len(answers)}, seen {_told_of(told)}, "
                f"held out {_told_of(first)}, author's {_told_of(own)}, second exam's {_told_of(second)}, "
                f"second held out {_told_of(unseen)}; "
                f"{answered} taken for another question"
            )


if __name__ == "__main__":
    main()
