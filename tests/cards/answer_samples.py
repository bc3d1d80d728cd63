"""Answers to photos, and readings of questions, with lifelike content, for the golden files and drawings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.buttons import AskQuestion
from bot.cards.confirm import runners_up_card
from bot.cards.dialogue import readings_card
from bot.cards.elements import PictureLink
from bot.cards.photos import PhotoAnswer, photos_card
from bot.cards.stock import tag_card, tags_card
from bot.channel import Card
from bot.locales import Words
from bot.questions.answering.as_json import asked_to_json
from bot.questions.query import Query
from catalogue.items import Findings, Item, Match, Verdict


def answer_cards(items: Mapping[str, Item], link: PictureLink, words: Words) -> dict[str, Callable[[], Card]]:
    """Each by the name of its golden file."""
    hoodie, dress, bag = items["hoodie"], items["dress"], items["bag"]
    readings = [
        ("How many of Hoodie Bergen?", AskQuestion(asked_to_json(Query(items=("HT-1042",))))),
        ("Where is Hoodie Bergen?", AskQuestion(asked_to_json(Query(items=("HT-1042",), group="place")))),
    ]
    return {
        "photos": lambda: photos_card(
            [
                PhotoAnswer(Findings(Verdict.IN_CATALOGUE, 0.93, (Match(hoodie, 0.9),)), compare_colour=True),
                PhotoAnswer(Findings(Verdict.UNSURE, 0.5, (Match(dress, 0.7),)), compare_colour=True),
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
        "label": lambda: tag_card(
            hoodie, read="HT-1042-M", printed=True, looks_like=dress, viewer="29:anna", link=link, words=words
        ),
        "label-agreed": lambda: tag_card(
            hoodie, read="HT-1042", printed=True, looks_like=None, viewer="29:anna", link=link, words=words
        ),
        "label-style": lambda: tag_card(
            hoodie,
            read="HT-1042-M",
            printed=True,
            by_likeness=True,
            looks_like=None,
            viewer="29:anna",
            link=link,
            words=words,
        ),
        "label-colours": lambda: tags_card((hoodie, dress), style="HT", link=link, words=words),
        "answer-readings": lambda: readings_card(words("answer-not-understood"), readings, words=words),
    }
