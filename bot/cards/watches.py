"""The cards of watches: the list with its Stop buttons, and what is said when one is crossed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buttons import StopWatch
from bot.cards.elements import Element, buttons, card, heading, paragraph, press, run, runs
from bot.channel import Card
from bot.locales import Words

SHOWN = 20


def watches_card(watches: Sequence[tuple[int, str]], *, words: Words) -> Card:
    """Somebody's watches by number, each with Stop."""
    title = words("watches-title", count=len(watches))
    body: list[Element] = [heading(title)]
    for number, text in watches[:SHOWN]:
        body.append(runs(run(text, limit=200), spacing="Medium"))
        body.append(buttons(press(words("watch-stop"), StopWatch(number))))
    if len(watches) > SHOWN:
        body.append(paragraph(words("take-more", count=len(watches) - SHOWN), subtle=True))
    return card(body, fallback_text=title, language=words.locale)


def crossed_card(text: str, number: int | None, *, words: Words) -> Card:
    """What was crossed, with Stop while it goes on."""
    actions = [] if number is None else [press(words("watch-stop"), StopWatch(number))]
    return card(
        [runs(run(text, limit=300, bold=True))], actions=actions, fallback_text=text, language=words.locale
    )
