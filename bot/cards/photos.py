"""The card that answers many photos at once: a line for each, in order, to be pressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.buttons import ShowStock
from bot.cards.elements import (
    Element,
    PictureLink,
    card,
    column,
    dotted,
    heading,
    paragraph,
    press,
    row,
    run,
    runs,
)
from bot.cards.items import SMALL, full_name, picture_of
from bot.cards.one_of import one_of_hint
from bot.cards.sizes import total
from bot.channel import Card
from bot.foreign_text import plain
from bot.locales import Words
from catalogue.items import Findings, Item, Verdict


@dataclass(frozen=True, slots=True)
class PhotoAnswer:
    """What one of many photos turned out to be."""

    findings: Findings | None = None
    tagged: Item | None = None
    """The item whose tag was read."""
    fault: str = ""
    """What is wrong with the photo or unclear in it, and what to do; empty where nothing is."""
    compare_colour: bool = False
    """Whether likeness alone chose the colour."""

    @property
    def item(self) -> Item | None:
        """The item that it shows, if the answer names one."""
        if self.tagged is not None or self.findings is None or self.fault:
            return self.tagged
        is_match = self.findings.matches and self.findings.verdict.names_an_item
        return self.findings.matches[0].item if is_match else None


def photos_card(answers: Sequence[PhotoAnswer], *, link: PictureLink, words: Words) -> Card:
    """A line for each photo, in the order in which they were sent."""
    body: list[Element] = [heading(words("photos-title", count=len(answers)))]
    body += [_line(number, each, link, words) for number, each in enumerate(answers, start=1)]
    if _compare_colour(answers):
        body.append(paragraph(words("compare-colour"), spacing="Medium"))
    return card(body, fallback_text=photos_summary(answers, words), language=words.locale)


def photos_summary(answers: Sequence[PhotoAnswer], words: Words) -> str:
    """The same in one line."""
    lines = (f"{number}. {_answer_text(each, words)}" for number, each in enumerate(answers, start=1))
    summary = f"{words('photos-title', count=len(answers))}: {'; '.join(lines)}"
    return f"{summary}. {words('compare-colour')}" if _compare_colour(answers) else summary


def _compare_colour(answers: Sequence[PhotoAnswer]) -> bool:
    return any(each.compare_colour for each in answers)


def _answer_text(answer: PhotoAnswer, words: Words) -> str:
    if answer.item is not None:
        text = f"{plain(full_name(answer.item), 80)}, {total(answer.item, words)[0]}"
        if answer.tagged is None and answer.findings is not None and answer.findings.one_of:
            return f"{text} ({one_of_hint(answer.findings, words)})"
        return text
    return answer.fault or _absent(answer, words)


def _absent(answer: PhotoAnswer, words: Words) -> str:
    none = answer.findings is not None and answer.findings.verdict is Verdict.NO_GARMENT
    return words("verdict-no-garment" if none else "verdict-not-in-catalogue")


def _line(number: int, answer: PhotoAnswer, link: PictureLink, words: Words) -> Element:
    item = answer.item
    place = column(runs(run(str(number), bold=True, large=True), spacing="None"), width="28px", middle=True)
    if item is None:
        text = runs(run(answer.fault or f"✕ {_absent(answer, words)}", limit=300), spacing="None")
        return row(place, column(text, middle=True), separator=True)
    label, colour = total(item, words)
    image = picture_of(item, link, words, SMALL, width="56px")
    lines = column(
        runs(run(full_name(item), bold=True), spacing="None"),
        runs(run(_sureness(answer, words), limit=300, subtle=True), spacing="None"),
        runs(*dotted(label, colour), spacing="None"),
        middle=True,
    )
    columns = [place, *([column(*image, width="auto", middle=True)] if image else []), lines]
    return row(*columns, separator=True, action=press(words("show-stock"), ShowStock(item.id)))


def _sureness(answer: PhotoAnswer, words: Words) -> str:
    if answer.tagged is not None or answer.findings is None:
        return f"✓ {words('tag-read')}"
    percent = min(99, round(100 * answer.findings.confidence))
    if answer.findings.verdict is Verdict.IN_CATALOGUE:
        return f"✓ {words('verdict-in-catalogue', percent=percent)}"
    if answer.findings.verdict is Verdict.ONE_OF_THESE:
        return f"? {one_of_hint(answer.findings, words)}"
    return f"? {words('verdict-unsure', percent=percent)}"
