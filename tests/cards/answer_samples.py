"""Answers to questions with lifelike content, for the golden files and the drawings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from bot.buttons import AskQuestion
from bot.cards.answer import answer_card
from bot.cards.confirm import runners_up_card
from bot.cards.dialogue import readings_card
from bot.cards.elements import PictureLink
from bot.cards.photos import PhotoAnswer, photos_card
from bot.cards.stock import tag_card
from bot.channel import Card
from bot.locales import Words
from bot.questions.answers import Answer, Figure, Part
from bot.questions.question import Question
from catalogue.database import Arrival
from catalogue.items import Findings, Item, Match, Verdict
from catalogue.stock import Arrived

AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
OUT = Figure("Shop", 0, 0, AT)
PLACES = (Figure("Hall B 03-12", 14, 2, AT), Figure("Hall A", 3, 1, AT), OUT)
SIZES = (
    Figure("S", 12, 1, AT, "HT-1042-S"),
    Figure("M", 2, 0, AT, "HT-1042-M"),
    Figure("L", 3, 3, AT, "HT-1042-L"),
    Figure("XL", 0, 0, AT, "HT-1042-XL"),
)


def answer_cards(items: Mapping[str, Item], link: PictureLink, words: Words) -> dict[str, Callable[[], Card]]:
    """Each by the name of its golden file."""
    hoodie, dress, bag = items["hoodie"], items["dress"], items["bag"]

    def answered(
        intent: str, *parts: Part, total: int | None = None, slots: dict[str, Any] | None = None, **more: bool
    ) -> Callable[[], Card]:
        question = Question(intent, slots or {})
        answer = Answer(question, parts, len(parts) if total is None else total, **more)
        return lambda: answer_card(answer, link=link, words=words)

    one_size = Part(hoodie, Figure("", 17, 3, AT), PLACES)
    whole = Part(hoodie, Figure("", 17, 4, AT), SIZES)
    others = (Part(dress, Figure("", 24, 3, AT), PLACES[:2]), Part(bag, Figure("", 0, 0, None)))
    arrived = Part(
        hoodie, whole.whole, arrived=Arrived(hoodie, Arrival(AT, hoodie.id, None, 20, "Bea Becker"))
    )
    batch = Part(
        dress, others[0].whole, arrived=Arrived(dress, Arrival(AT, dress.id, None, None, "spring.zip"))
    )
    low = [Part(hoodie, figure) for figure in SIZES[1:3]]
    about = '{"slots": {"items": ["HT-1042"]}, "intent":'
    readings = [
        ("How many of Hoodie Bergen?", AskQuestion(f'{about} "stock"}}')),
        ("Where is Hoodie Bergen?", AskQuestion(f'{about} "where"}}')),
    ]
    return {
        "answer-size": answered("stock", one_size, slots={"size": "M"}),
        "answer-all-sizes": answered("stock", whole),
        "answer-place": answered("stock", whole, slots={"location": "Hall A"}),
        "answer-several": answered("stock", whole, *others),
        "answer-where": answered("where", one_size, slots={"size": "M"}),
        "answer-where-several": answered("where", one_size, *others),
        "answer-price": answered("price", Part(hoodie, whole.whole)),
        "answer-no-price": answered("price", Part(bag, Figure("", 0, 0, None))),
        "answer-colours": answered("colours", whole, others[0]),
        "answer-other-colours": answered(
            "stock", whole, others[0], slots={"colour": "**pink**"}, other_colours=True
        ),
        "answer-no-size": answered("stock", whole, slots={"size": "3XL"}, missing_size=True),
        "answer-list-low": answered("list", *low, total=31, slots={"state": "low"}),
        "answer-list-none": answered("list"),
        "answer-arrivals": answered("arrivals", arrived, batch),
        "answer-found": answered("find", whole, *others),
        "photos": lambda: photos_card(
            [
                PhotoAnswer(Findings(Verdict.IN_CATALOGUE, 0.93, (Match(hoodie, 0.9),))),
                PhotoAnswer(Findings(Verdict.UNSURE, 0.5, (Match(dress, 0.7),))),
                PhotoAnswer(Findings(Verdict.NOT_IN_CATALOGUE, 0.1, (Match(bag, 0.3),))),
                PhotoAnswer(tagged=bag),
                PhotoAnswer(fault="The photo is damaged or cut off: take it again and send it once more."),
            ],
            link=link,
            words=words,
        ),
        "runners-up": lambda: runners_up_card([dress, bag], session="k3y", link=link, words=words),
        "tag": lambda: tag_card(
            hoodie, read="HT-1042-M", looks_like=dress, viewer="29:anna", link=link, words=words
        ),
        "answer-readings": lambda: readings_card(words("answer-not-understood"), readings, words=words),
    }
