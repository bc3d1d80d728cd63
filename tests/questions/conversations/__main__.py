"""An exam of conversations: 300 messages as supervisors type them, in six languages, one after the other.

    python -m tests.questions.conversations [--wrong]

Written by somebody who knew the demo catalogue alone, neither the code nor the other exams. Each message has
what a careful colleague would answer: figures, a list, an order, a question back, or that there is no answer.
The judge is lenient: an answer with figures is right if all the wanted figures are among those that it shows,
and an order is right if an order was wanted. So what it calls wrong is wrong.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bot.questions.answers import Answer, Answers
from bot.questions.question import ABOUT_ITEMS, Question
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.state.memory import Context
from catalogue.stock import StockBook
from tests.questions.exam import demo_database

FILE = Path(__file__).with_name("first.jsonl")
REPEATABLE = frozenset({"stock", "where", "sizes", "price"})
"""What half a question, such as `and in L?`, asks again."""

Outcome = Literal["right", "not understood", "another question"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A message, how it was read, and whether that is right."""

    turn: dict[str, Any]
    question: Question
    outcome: Outcome


def judge(turns: Iterable[dict[str, Any]], understanding: Understanding, answers: Answers) -> list[Judged]:
    """Read all messages in order; each conversation has a context of its own."""
    contexts: dict[str, Context] = {}
    judged = []
    for turn in turns:
        name = turn["conversation"]
        if "about" in turn:
            contexts[name] = Context(tuple(turn["about"]))
        context = contexts.get(name, Context())
        question = understanding(turn["text"], context, language=turn["locale"]).question
        answer = answers(question) if question.intent in ABOUT_ITEMS | {"list", "arrivals", "find"} else None
        if answer is not None:
            again = question.intent if question.intent in REPEATABLE else "stock"
            contexts[name] = Context(answer.items or context.items, again)
        judged.append(Judged(turn, question, _outcome(turn, question, answer)))
    return judged


def _outcome(turn: dict[str, Any], question: Question, answer: Answer | None) -> Outcome:
    expected = [turn["expect"], *turn.get("also", ()), *turn["expect"].get("also", ())]
    kinds = {each["kind"] for each in expected}
    if question.intent == "unknown":
        return "right" if kinds & {"refusal", "asks_back"} else "not understood"
    if question.intent in ("thanks", "help"):
        return "right" if "smalltalk" in kinds else "another question"
    if answer is None:
        wanted = {"figures"} if question.intent == "reservations" else {"order"}
        return "right" if kinds & wanted else "another question"
    wanted_values = {each["value"] for each in turn["expect"].get("figures", ())}
    fits = bool(kinds & {"figures", "items"}) and wanted_values <= _values(answer)
    return "right" if fits else "another question"


def _values(answer: Answer) -> set[float]:
    """All figures of an answer, and their sums."""
    figures = [figure for part in answer.parts for figure in (part.whole, *part.figures)]
    wholes = [part.whole for part in answer.parts]
    prices = {float(part.item.price.partition(" ")[0]) for part in answer.parts if part.item.price}
    single = {
        value for each in figures for value in (each.on_hand, each.on_hand - each.reserved, each.reserved)
    }
    sums = {sum(each.on_hand for each in wholes), sum(each.on_hand - each.reserved for each in wholes)}
    return single | sums | prices


def main() -> None:
    """Print how many messages of each language are read rightly."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="print what another question was answered to")
    arguments = parser.parse_args()
    turns = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder, demo_database(Path(folder)) as database:
        names = Names(database)
        judged = judge(turns, Understanding(names), Answers(StockBook(database), names))
    for language in dict.fromkeys(turn["locale"] for turn in turns):
        outcomes = Counter(each.outcome for each in judged if each.turn["locale"] == language)
        print(
            f"{language}: {', '.join(f'{outcomes[name]} {name}' for name in sorted(outcomes, reverse=True))}"
        )
    for each in judged if arguments.wrong else ():
        if each.outcome == "another question":
            print(f"  {each.turn['text']!r}: {each.question.intent} {dict(each.question.slots)}")


if __name__ == "__main__":
    main()
