"""The card that answers a question: the figure large, what it is made of below, and of when it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buttons import ShowStock
from bot.cards.elements import (
    Colour,
    Element,
    PictureLink,
    card,
    column,
    dotted,
    fitted,
    local_time,
    paragraph,
    press,
    row,
    run,
    runs,
)
from bot.cards.items import SMALL, details_of, picture_of, price_in_words
from bot.channel import Card
from bot.foreign_text import name_of, plain
from bot.locales import Words
from bot.questions.answers import Answer, Figure, Part
from catalogue.items import LOW

ROOMS = (12, 8, 5, 3)
"""Items, and lines of each, that a card shows; fewer where it would grow too large."""
SPOKEN = 4
"""Items or figures that the summary names."""


def amount(figure: Figure, words: Words) -> tuple[str, Colour]:
    """How many there are in words, and the colour that goes with the word."""
    free = figure.on_hand - figure.reserved
    if figure.as_of is None:
        return words("stock-unknown"), "Default"
    if figure.on_hand <= 0:
        return words("stock-none"), "Attention"
    if free <= 0:
        return words("stock-reserved-all", count=figure.on_hand), "Warning"
    low = free <= LOW
    return words("stock-low" if low else "stock-in", count=figure.on_hand), "Warning" if low else "Good"


def title(answer: Answer, words: Words) -> str:
    """What heads an answer of several items, or one that needs a word before it; empty where none."""
    slots, count = answer.question.slots, answer.total
    match answer.question.intent:
        case "list":
            state = slots.get("state")
            if state == "low":
                return words("answer-list-low", count=count)
            return words("answer-list-out" if state == "out" else "answer-list", count=count)
        case "arrivals":
            return words("answer-arrivals", count=count)
        case "find":
            return words("answer-found", count=count)
        case "colours":
            return words("answer-colours", count=count)
    if not answer.parts:
        return words("answer-gone")
    if answer.other_colours:
        return words("answer-no-colour", colour=plain(str(slots["colour"]), 40))
    if answer.missing_size:
        return words("answer-no-size", size=plain(str(slots["size"]), 24))
    if len(answer.parts) > 1 and answer.question.intent in ("stock", "where", "sizes"):
        return words("answer-together", amount=amount(_sum(answer.parts), words)[0])
    return ""


def answer_summary(answer: Answer, words: Words) -> str:
    """The answer in words: for a notification, for clients that draw no cards, and for the command line."""
    sentences = [_part_text(part, answer, words) for part in answer.parts[:SPOKEN]]
    more = answer.total - len(sentences)
    rest = [words("and-more", count=more)] if more > 0 else []
    head = title(answer, words)
    body = "; ".join([*sentences, *rest])
    return (
        f"{head} {body}".strip() if head.endswith(":") else ". ".join(each for each in (head, body) if each)
    )


def answer_card(answer: Answer, *, link: PictureLink, words: Words) -> Card:
    """The whole answer."""
    return fitted(lambda room: _in_room(answer, link, words, room), ROOMS)


def _in_room(answer: Answer, link: PictureLink, words: Words, room: int) -> Card:
    head = title(answer, words)
    body: list[Element] = [_heading(head)] if head else []
    alone = len(answer.parts) == 1 and answer.question.intent not in ("list", "arrivals", "find", "colours")
    for part in answer.parts[:room]:
        body += _alone(part, answer, link, words, room) if alone else [_among(part, answer, link, words)]
    if answer.total > min(room, len(answer.parts)):
        body.append(
            paragraph(words("and-more", count=answer.total - min(room, len(answer.parts))), subtle=True)
        )
    moments = [part.whole.as_of for part in answer.parts[:room] if part.whole.as_of is not None]
    if moments and answer.question.intent != "price":
        body.append(
            paragraph(
                words("stock-as-of", when=local_time(min(moments), day="SHORT")), subtle=True, small=True
            )
        )
    return card(body, fallback_text=answer_summary(answer, words), language=words.locale)


def _heading(text: str) -> Element:
    """Colours and sizes that people typed stand in it, so no Markdown is read."""
    return runs(run(text, limit=160, bold=True, large=True))


def _alone(part: Part, answer: Answer, link: PictureLink, words: Words, room: int) -> list[Element]:
    """One item: its figure large, and where or in which sizes below."""
    image = picture_of(part.item, link, words, SMALL, width="80px")
    lines = column(
        runs(run(name_of(part.item), bold=True), spacing="None"),
        *details_of(part.item, words),
        *_headline(part, answer, words),
        middle=True,
    )
    rows = [_figure_line(figure, words) for figure in part.figures[:room]]
    more = len(part.figures) - room
    if more > 0:
        rows.append(paragraph(words("and-more", count=more), subtle=True))
    top = row(*([column(*image, width="auto", middle=True)] if image else []), lines, spacing="Small")
    return [top, *rows]


def _headline(part: Part, answer: Answer, words: Words) -> list[Element]:
    if answer.question.intent == "price":
        price = price_in_words(part.item.price, words)
        if not price:
            return [runs(*dotted(words("answer-no-price"), "Default"))]
        return [runs(run(price, limit=40, bold=True, large=True))]
    label, colour = amount(part.whole, words)
    where = _scope(part, answer, words)
    places = [runs(run(where, subtle=True), spacing="None")] if where else []
    elements = [*places, runs(*dotted(label, colour, large=True), spacing="None")]
    if part.whole.reserved > 0:
        reserved = words("answer-reserved", count=part.whole.reserved)
        free = words("answer-free", count=max(0, part.whole.on_hand - part.whole.reserved))
        elements.append(runs(run(f"{reserved} · {free}", subtle=True), spacing="None"))
    return elements


def _scope(part: Part, answer: Answer, words: Words) -> str:
    """The SKUs, the size and the place that were asked for."""
    slots = answer.question.slots
    if answer.missing_size:
        return ""
    skus = part.whole.sku or ""
    size = words("answer-size", size=slots["size"]) if "size" in slots else ""
    return " · ".join(each for each in (plain(skus, 80), plain(size, 40), slots.get("location", "")) if each)


def _figure_line(figure: Figure, words: Words) -> Element:
    label, colour = amount(figure, words)
    return row(
        column(runs(run(figure.name or words("size-one"), limit=48, bold=True), spacing="None"), middle=True),
        column(runs(*dotted(label, colour), spacing="None", right=True), width="auto", middle=True),
        separator=True,
    )


def _among(part: Part, answer: Answer, link: PictureLink, words: Words) -> Element:
    """One item of several; pressing it shows its stock."""
    image = picture_of(part.item, link, words, SMALL, width="56px")
    label, colour = amount(part.whole, words)
    price = answer.question.intent == "price"
    text = price_in_words(part.item.price, words) or words("answer-no-price") if price else label
    about = [part.whole.name, part.whole.sku or ""]
    if answer.question.intent == "colours":
        about = [part.item.colour or ""]
    if part.arrived is not None:
        arrival = part.arrived.arrival
        count = words("answer-arrived", count=arrival.quantity) if arrival.quantity else ""
        about = [count, words("answer-arrived-with", source=plain(arrival.source, 60))]
    second = " · ".join(each for each in about if each)
    places = [words("stock-location", location=one.name, count=one.on_hand) for one in part.figures[:SPOKEN]]
    if answer.question.intent == "where":
        second = " · ".join(places) or words("answer-nowhere")
    lines = [
        runs(run(name_of(part.item), bold=True), spacing="None"),
        *([runs(run(second, limit=160, subtle=True), spacing="None")] if second else []),
        runs(*dotted(text, "Default" if price else colour), spacing="None"),
    ]
    if part.arrived is not None:
        lines.append(paragraph(local_time(part.arrived.arrival.at), subtle=True, small=True, spacing="None"))
    columns = ([column(*image, width="auto", middle=True)] if image else []) + [column(*lines, middle=True)]
    return row(*columns, separator=True, action=press(words("show-stock"), ShowStock(part.item.id)))


def _part_text(part: Part, answer: Answer, words: Words) -> str:
    name = plain(name_of(part.item), 120)
    if answer.question.intent == "price":
        return f"{name}: {plain(price_in_words(part.item.price, words), 40) or words('answer-no-price')}"
    if answer.question.intent == "list" and part.whole.name:
        name = f"{name}, {plain(part.whole.name, 24)}"
    scope = _scope(part, answer, words) if answer.question.intent in ("stock", "where", "sizes") else ""
    whole = f"{', '.join(each for each in (name, scope) if each)}: {amount(part.whole, words)[0]}"
    if answer.question.intent == "where" and not part.figures:
        bounded = answer.question.slots.keys() & {"more_than", "less_than"}
        none = words("answer-nowhere-so") if bounded else words("answer-nowhere")
        return f"{name}: {none}"
    if answer.question.intent in ("where", "sizes"):
        each = ", ".join(
            words("stock-location", location=plain(one.name, 48), count=one.on_hand)
            for one in part.figures[:8]
        )
        return f"{whole} ({each})" if each else whole
    return whole


def _sum(parts: Sequence[Part]) -> Figure:
    counted = [part.whole for part in parts if part.whole.as_of is not None]
    moments = [each.as_of for each in counted if each.as_of is not None]
    return Figure(
        "",
        sum(each.on_hand for each in counted),
        sum(each.reserved for each in counted),
        min(moments, default=None),
    )
