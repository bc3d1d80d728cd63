"""The card that lists who has which role."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.elements import Element, band, card, column, fitted, heading, paragraph, row, run, runs
from bot.channel import Card
from bot.locales import Words
from bot.state.people import Colleague

LENGTHS = (60, 30, 15)


def people_card(people: Sequence[Colleague], *, done: str = "", words: Words) -> Card:
    """All with a role above worker, highest first; `done` is what was just changed."""
    return fitted(lambda length: _card(people, length, done, words), LENGTHS)


def _card(people: Sequence[Colleague], length: int, done: str, words: Words) -> Card:
    body: list[Element] = [band(runs(run("✓ " + done, limit=200, bold=True)), style="good")] if done else []
    body.append(heading(words("people-title")))
    body += [_line(one, words) for one in people[:length]]
    if len(people) > length:
        body.append(paragraph(words("and-more", count=len(people) - length), subtle=True))
    body.append(paragraph(words("people-others"), subtle=True, small=True, spacing="Medium"))
    return card(body, fallback_text=done or words("people-title"), language=words.locale)


def _line(one: Colleague, words: Words) -> Element:
    how = words("people-from-settings") if one.by_settings else words("people-given-by", name=one.given_by)
    return row(
        column(
            runs(run(one.name or one.object_id, limit=60, bold=True), spacing="None"),
            runs(run(how, limit=100, subtle=True, small=True), spacing="None"),
        ),
        column(
            paragraph(words("people-role", role=one.role.word), spacing="None"), width="auto", middle=True
        ),
        separator=True,
    )
