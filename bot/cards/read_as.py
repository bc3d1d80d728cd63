"""As what a language model read a message, above whatever answers it."""

from __future__ import annotations

from typing import Any

from bot.cards.elements import run, runs
from bot.channel import Card
from bot.foreign_text import unmarked


def read_as_card(sentence: str, answer: Card) -> Card:
    """A card with that sentence, which names items, above all else."""
    whole: dict[str, Any] = dict(answer)
    line = runs(run(sentence, limit=400, subtle=True), spacing="None")
    whole["body"] = [line, *answer["body"]]
    whole["fallbackText"] = unmarked(f"{sentence} {answer.get('fallbackText', '')}", 300)
    return whole
