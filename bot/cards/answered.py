"""The card and the text that answer a query: the answer large, then what it is made of, line by line.

Both say all figures of the answer, in the same words, and no other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, tzinfo

from bot.buttons import ShowStock
from bot.cards.elements import (
    Colour,
    Element,
    PictureLink,
    card,
    column,
    date_in_words,
    dotted,
    fitted,
    gap,
    paragraph,
    press,
    row,
    run,
    runs,
)
from bot.cards.items import SMALL, details_of, picture_of
from bot.cards.sizes import counted, counted_in_words, oldest_of
from bot.cards.spoken import spoken
from bot.channel import Card
from bot.foreign_text import name_of, plain
from bot.locales import Words
from bot.questions.answering.answer import Answer, Figure, Part
from bot.questions.answering.figure_words import figure_in_words
from bot.questions.answering.wording import names_of
from catalogue.items import LOW, StockLevel
from catalogue.messages import Message

_PIECES = frozenset({"on_hand", "free"})
_STOCK = frozenset({"on_hand", "free", "reserved", "share"})
_DATED = frozenset({"arrived", "moved"})


@dataclass(frozen=True, slots=True)
class AnswerRoom:
    """What a card has room for."""

    pictures: bool = True
    rows: bool = True
    """The sizes or places of each of several items."""


ROOMS = (AnswerRoom(), AnswerRoom(pictures=False), AnswerRoom(pictures=False, rows=False))


def answer_text(answer: Answer, words: Words, *, zone: tzinfo = UTC, times: bool = False) -> str:
    """The answer in words: for the chat, for clients that draw no cards, and for the command line.

    With `times` it ends with when the oldest figure was counted.
    """
    names = _names(answer)
    parts = [_part_text(part, names, words, zone) for part in answer.parts]
    parts += [words("and-more", count=answer.more)] if answer.more else []
    sentences = [_sentence(answer, words, zone)]
    if qualifiers := _qualifiers(answer, words, zone):
        sentences[0] += f" ({', '.join(qualifiers)})"
    sentences += ["; ".join(parts)] if parts else []
    sentences += [spoken(note, words, zone) for note in answer.notes]
    if times and (oldest := _oldest_level(answer)) is not None:
        when = spoken(Message("figure-moment", moment=oldest.as_of.isoformat()), words, zone)
        sentences.append(counted_in_words(when, oldest.origin, words))
    return " ".join(f"{each.rstrip('.')}." if each[-1:] not in "?!" else each for each in sentences if each)


def answer_card(answer: Answer, *, link: PictureLink, words: Words, zone: tzinfo = UTC) -> Card:
    """The whole answer; without pictures where it would grow too large, and then without their sizes."""
    return fitted(lambda room: _card(answer, link, words, zone, room), ROOMS)


def _card(answer: Answer, link: PictureLink, words: Words, zone: tzinfo, room: AnswerRoom) -> Card:
    names = _names(answer)
    body: list[Element] = []
    alone = len(answer.shown) == 1 and not any(part.item for part in answer.parts)
    about = answer.shown[0] if alone else None
    top: list[Element] = []
    if subject := _subject(answer, words, zone):
        top.append(runs(run(subject, limit=300, subtle=True), spacing="None"))
    headline = spoken(answer.headline, words, zone)
    top.append(runs(*_large(headline, _headline_colour(answer)), spacing="Small"))
    if qualifiers := _qualifiers(answer, words, zone):
        top.append(runs(run(" · ".join(qualifiers), limit=300, subtle=True), spacing="None"))
    if about is not None:
        image = picture_of(about, link, words, SMALL, width="80px") if room.pictures else []
        details = details_of(about, words) if answer.query.measure == "details" else []
        lines = column(*top, *details, middle=True)
        body.append(row(*([column(*image, width="auto", middle=True)] if image else []), lines))
    else:
        body += top
    for part in answer.parts:
        body.append(_line(part, names, link, words, zone, room))
    if answer.more:
        body.append(paragraph(words("and-more", count=answer.more), subtle=True))
    body += [runs(run(spoken(note, words, zone), limit=500)) for note in answer.notes]
    if (oldest := _oldest_level(answer)) is not None:
        body.append(counted(oldest, words))
    text = answer_text(answer, words, zone=zone)
    return card(body, fallback_text=text, language=words.locale)


def _line(
    part: Part, names: dict[str, str], link: PictureLink, words: Words, zone: tzinfo, room: AnswerRoom
) -> Element:
    """One line: what it is of on the left, its figures on the right; an item with its picture and rows."""
    figure = part.figures[0]
    label, colour = spoken(figure_in_words(figure), words, zone), _colour(figure, part)
    beside = [*_beside(part, words, zone)]
    if part.item is None:
        left = [runs(run(_label(figure, part, names, words), limit=120, bold=True), spacing="None")]
        left += [runs(run(" · ".join(beside), limit=300, subtle=True), spacing="None")] if beside else []
        right = column(runs(*dotted(label, colour), spacing="None", right=True), width="auto", middle=True)
        return row(column(*left, middle=True), right, separator=True)
    image = picture_of(part.item, link, words, SMALL, width="56px") if room.pictures else []
    of = _key(figure, words)
    lines = [
        runs(run(names.get(part.item.id, name_of(part.item)), limit=160, bold=True), spacing="None"),
        *([runs(run(of, limit=160, subtle=True), spacing="None")] if of else []),
        runs(*dotted(label, colour), spacing="None"),
        *([runs(run(" · ".join(beside), limit=300, subtle=True), spacing="None")] if beside else []),
    ]
    if part.rows:
        shown = part if room.rows else replace(part, rows=(), more=len(part.rows) + part.more)
        lines.append(runs(run(" · ".join(_rows(shown, words, zone)), limit=2400), spacing="None"))
    columns = ([column(*image, width="auto", middle=True)] if image else []) + [column(*lines, middle=True)]
    return row(*columns, separator=True, action=press(words("show-stock"), ShowStock(part.item.id)))


def _part_text(part: Part, names: dict[str, str], words: Words, zone: tzinfo) -> str:
    figure = part.figures[0]
    label = _label(figure, part, names, words)
    beside = _beside(part, words, zone)
    text = words("answer-line", name=label, text=spoken(figure_in_words(figure), words, zone))
    if beside:
        text += f" ({', '.join(beside)})"
    return f"{text} [{', '.join(_rows(part, words, zone))}]" if part.rows else text


def _rows(part: Part, words: Words, zone: tzinfo) -> list[str]:
    """The sizes or places of an item, in brief."""
    texts = []
    for each in part.rows:
        figure = spoken(figure_in_words(each.figures[0]), words, zone)
        text = words("answer-line", name=_key(each.figures[0], words), text=figure)
        beside = _beside(each, words, zone)
        texts.append(f"{text} ({', '.join(beside)})" if beside else text)
    return texts + ([words("and-more", count=part.more)] if part.more else [])


def _beside(part: Part, words: Words, zone: tzinfo) -> list[str]:
    """The further figures of a line, and what qualifies its first."""
    figure, *others = part.figures
    texts = [spoken(figure_in_words(each), words, zone) for each in others]
    if part.enough is not None:
        texts.append(words("figure-enough") if part.enough else words("figure-not-enough"))
    if figure.measure in _DATED and figure.as_of is not None:
        texts.append(spoken(Message("figure-moment", moment=figure.as_of.isoformat()), words, zone))
        if figure.source and not figure.lack:
            texts.append(words("answer-arrived-with", source=plain(figure.source, 60)))
    texts += _oldest(figure, words, zone)
    if figure.until is not None:
        texts.append(words("work-until", day=date_in_words(figure.until, words)))
    if figure.reservation is not None:
        texts.append(f"#{figure.reservation}")
    return texts


def _label(figure: Figure, part: Part, names: dict[str, str], words: Words) -> str:
    """What a line is of: its item, then size, place and so on."""
    item = "" if part.item is None else names.get(part.item.id, name_of(part.item))
    return ", ".join(each for each in (item, _key(figure, words)) if each) or words("size-one")


def _key(figure: Figure, words: Words) -> str:
    """The person, size, SKU, place and colour that a figure is of."""
    place = plain(figure.location or "", 48)
    if figure.from_location:
        place = f"{plain(figure.from_location, 48)} → {place}"
    size = plain(figure.size or "", 24)
    if figure.size == "" or (figure.sku and not size):
        size = words("size-one")
    parts = (
        plain(figure.person or "", 60),
        size,
        plain(figure.sku or "", 64),
        place,
        plain(figure.colour or "", 48) if figure.colour != "" else words("figure-no-colour"),
        words("asked-kind", kind=figure.kind) if figure.kind else "",
        plain(figure.brand or "", 48),
    )
    return " · ".join(each for each in parts if each)


def _sentence(answer: Answer, words: Words, zone: tzinfo) -> str:
    headline, subject = spoken(answer.headline, words, zone), _subject(answer, words, zone)
    return words("answer-line", name=subject, text=headline) if subject else headline


def _subject(answer: Answer, words: Words, zone: tzinfo) -> str:
    """What was asked, as a sentence begins; names of items stay as they are."""
    if answer.subject is None:
        return ""
    text = spoken(answer.subject, words, zone)
    return text if answer.query.items or answer.query.skus else text[:1].upper() + text[1:]


def _qualifiers(answer: Answer, words: Words, zone: tzinfo) -> list[str]:
    """The main figures that the headline does not say."""
    texts = [
        spoken(figure_in_words(each), words, zone)
        for each in answer.main
        if not each.lack or answer.query.measure == "details"  # else the headline says why there is none
        if not _says(answer.headline, each)
    ]
    return texts + [text for each in answer.main[:1] for text in _oldest(each, words, zone)]


def _oldest(figure: Figure, words: Words, zone: tzinfo) -> list[str]:
    """Of a time of counting, when the oldest of it was counted, where that differs."""
    if figure.measure != "counted" or figure.as_of is None or figure.value == figure.as_of:
        return []
    when = spoken(Message("figure-moment", moment=figure.as_of.isoformat()), words, zone)
    return [words("figure-oldest", when=when)]


def _says(message: Message, figure: Figure) -> bool:
    """Whether a message has the figure in it, as a number or in words."""
    wanted = figure_in_words(figure)
    if message == wanted:
        return True
    numbers = [message.values.get(each) for each in ("difference", "needed", "count", "part", "whole")]
    if isinstance(figure.value, int) and figure.value in numbers:
        return True
    return any(isinstance(value, Message) and _says(value, figure) for value in message.values.values())


def _large(text: str, colour: Colour) -> list[Element]:
    dot = [run("●", colour=colour, large=True), gap()] if colour != "Default" else []
    return [*dot, run(text, limit=400, bold=True, large=True)]


def _headline_colour(answer: Answer) -> Colour:
    if answer.refused:
        return "Default"
    if answer.verdict is not None:
        return "Good" if answer.verdict else "Attention"
    if not answer.main or answer.headline != figure_in_words(answer.main[0]):
        return "Default"
    return _colour(answer.main[0], None)


def _colour(figure: Figure, part: Part | None) -> Colour:
    """The colour of the dot before a figure: of free pieces, whether there are enough, few or none."""
    if part is not None and part.enough is not None:
        return "Good" if part.enough else "Attention"
    if figure.measure not in _PIECES or not isinstance(figure.value, int):
        return "Default"
    free = figure.value
    if part is not None:
        reserved = [each.value for each in part.figures[1:] if each.measure == "reserved"]
        free -= sum(each for each in reserved if isinstance(each, int))
    if figure.value <= 0:
        return "Attention"
    return "Warning" if free <= LOW and figure.item is not None else "Good"


def _names(answer: Answer) -> dict[str, str]:
    items = [*(part.item for part in answer.parts if part.item is not None), *answer.shown]
    return names_of(list({item.id: item for item in items}.values()))


def _oldest_level(answer: Answer) -> StockLevel | None:
    """When the oldest figure of stock was counted, and by which feed as far as its item is shown."""
    moments = [each.as_of for each in answer.figures if each.as_of is not None and each.measure in _STOCK]
    if not moments:
        return None
    moment = min(moments)
    levels = (level for item in answer.shown for variant in item.variants for level in variant.stock)
    oldest = oldest_of(level for level in levels if level.as_of == moment)
    return oldest or StockLevel("", 0, 0, moment)
