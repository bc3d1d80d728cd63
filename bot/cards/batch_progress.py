"""The card of work that takes its time."""

from __future__ import annotations

from bot.cards.elements import Element, card, column, container, heading, paragraph, row
from bot.channel import Card
from bot.locales import Words


def progress_card(title: str, stage: str, done: int, total: int, *, words: Words) -> Card:
    """How far it has come: the stage in words, a bar, and how many of how many.

    `title` is our own words; `stage` is what `catalogue.audit.Progress` receives, or nothing yet.
    """
    body: list[Element] = [
        heading(title, large=False),
        paragraph(progress_line(stage, done, total, words=words)),
    ]
    if total > 0:
        body.append(_bar(round(100 * min(max(done / total, 0.0), 1.0))))
    return card(body, fallback_text=title, language=words.locale)


def progress_line(stage: str, done: int, total: int, *, words: Words) -> str:
    """The stage and the count in one line."""
    doing = words("progress-stage", stage=stage)
    return words("progress-count", doing=doing, done=done, total=total) if total > 1 else doing


def _bar(percent: int) -> Element:
    parts = []
    for width, style in ((percent, "accent"), (100 - percent, "emphasis")):
        if width:
            strip = container(style=style, minHeight="6px", bleed=False)
            parts.append(column(strip, width=f"{width}") | {"spacing": "None", "width": width})
    return row(*parts)
