"""As what a language model read a message, above whatever answers it."""

from __future__ import annotations

import json
from typing import Any

from bot.cards.elements import BUDGET, run, runs
from bot.channel import Card
from bot.foreign_text import unmarked


def read_as_card(sentence: str, answer: Card, said: str) -> Card:
    """A card with that sentence, which names items, above all else.

    Where it would grow too large, the answer is in words: `said`. It isn't refreshed by itself, since the
    sentence would be lost.
    """
    whole: dict[str, Any] = {name: value for name, value in answer.items() if name != "refresh"}
    line = runs(run(sentence, limit=400, subtle=True), spacing="None")
    whole["body"] = [line, *answer["body"]]
    whole["fallbackText"] = unmarked(f"{sentence} {answer.get('fallbackText', '')}", 300)
    if len(json.dumps(whole)) > BUDGET:
        whole["body"] = [line, runs(run(said, limit=1200))]
    return whole
