"""The card that answers a photo."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bot.buttons import (
    ChooseGarment,
    ConfirmMatch,
    FixOutline,
    NoMatch,
    RegisterGarment,
    RejectMatch,
    ShowStock,
)
from bot.cards.elements import (
    MAX_BUTTONS,
    Action,
    Element,
    PictureLink,
    Room,
    band,
    buttons,
    card,
    container,
    dotted,
    fitted,
    heading,
    open_dialog,
    paragraph,
    picture,
    press,
    runs,
    toggle,
)
from bot.cards.items import LARGE, details_of, look_alike, picture_of, title_of
from bot.cards.one_of import SHOWN, one_of_band, one_of_hint, one_of_line, side_by_side
from bot.cards.sizes import as_of, size_lines, size_read, times_differ, total
from bot.channel import Card
from bot.foreign_text import name_of, plain
from bot.locales import Words
from catalogue.items import Findings, Match, Variant, Verdict

ROOMS = (Room(10, 3), Room(10, 1), Room(6, 0))
"""What is shown of the best match; an item with more has its stock card."""

_ROUTES: Mapping[str, str] = MappingProxyType(
    {
        "tiramisu": "tiramisu",
        "tiramisu+grabcut": "tiramisu-grabcut",
        "grabcut": "grabcut",
        "whole photo": "whole-photo",
        "hand": "hand",
    }
)


@dataclass(frozen=True, slots=True)
class CutOut:
    """How the garment was taken out of the photo, and how sure that is, 0 to 1."""

    segmented_by: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PhotoNumber:
    """Which photo of a message this is, counted from 1."""

    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The garments of one photo that may be meant."""

    picture: str
    """Key of the photo with their numbers on it."""
    shown: int
    """The number of the one that is answered, from 1."""
    classes: tuple[str | None, ...]


def matches_card(
    findings: Findings,
    cut_out: CutOut,
    *,
    link: PictureLink,
    words: Words,
    photo: PhotoNumber | None = None,
    session: str | None = None,
    choice: Choice | None = None,
    size: Variant | None = None,
) -> Card:
    """What the photo shows, with sizes and stock; the look-alikes folded but where the answer is unsure.

    With `session`, which they carry, buttons ask whether the best match is right, repair the outline, and
    take up a garment that is not known. With `choice` it asks which of several garments is meant. `size` is
    a size of the best match that was read from a label; it comes first.
    """
    return fitted(
        lambda room: _in_room(findings, cut_out, link, words, photo, session, choice, size, room), ROOMS
    )


def _in_room(
    findings: Findings,
    cut_out: CutOut,
    link: PictureLink,
    words: Words,
    photo: PhotoNumber | None,
    session: str | None,
    choice: Choice | None,
    size: Variant | None,
    room: Room,
) -> Card:
    body: list[Element] = [_verdict(findings, words)]
    actions: list[Action] = []
    if photo is not None and photo.count > 1:
        text = words("photo-number", number=photo.number, count=photo.count)
        text = words("photo-number", number=photo.number, count=photo.count)
        body.append(paragraph(text, subtle=True, small=True))
    if choice is not None and session is not None:
        body.append(_which(choice, session, link, words))
    best, others = _shared_out(findings)
    if findings.one_of:
        body += side_by_side(findings, session=session, link=link, words=words)
        if session is not None:
            body.append(buttons(press(words("confirm-none-of-them"), NoMatch(session))))
    elif best is not None:
        body += _best(best, link, words, room, size)
        if session is not None:
            confirm_buttons = [
                press(words("confirm-right"), ConfirmMatch(session)),
                press(words("confirm-wrong"), RejectMatch(session)),
            ]
            body.append(buttons(*confirm_buttons))  # a row of their own: three in one are cut at 320 px
        if _cut_short(best, room):
            actions.append(press(words("show-stock"), ShowStock(best.item.id)))
    if others:
        # Open beside “not in our catalogue”, their pictures and stock are taken for an answer in a hurry.
        folded = findings.verdict is not Verdict.UNSURE
        rows = [look_alike(match, link, words) for match in others]
        if not folded:
            rows.insert(0, heading(words("look-alikes"), large=False))
        unfold = toggle(words("look-alikes-show", count=len(others)), "others")
        if best is None:
            body.append(buttons(unfold))  # beside Register as new and Fix it would be the third
        elif folded:
            actions.append(unfold)
        body.append(container(*rows, name="others", hidden=folded, spacing="Medium"))
    body.append(_how(cut_out, words))
    if session is not None:
        if best is None and findings.verdict is not Verdict.NO_GARMENT:
            actions.insert(0, press(words("intake-register"), RegisterGarment(session)))
        actions.append(open_dialog(words("fix"), FixOutline(session)))
    return card(body, actions=actions, fallback_text=summary(findings, words), language=words.locale)


def _which(choice: Choice, session: str, link: PictureLink, words: Words) -> Element:
    """The numbered photo, and a button for each garment that is not shown."""
    count = len(choice.classes)
    others = [(n, kind) for n, kind in enumerate(choice.classes, start=1) if n != choice.shown][:MAX_BUTTONS]
    choose_buttons = [
        press(
            words("garment-other", number=n, kind=words("garment-kind", kind=kind or "unknown")),
            ChooseGarment(session, n),
        )
        for n, kind in others
    ]
    caption = words("garments-seen", count=count, number=choice.shown)
    photo = picture(link(choice.picture, LARGE), alt=caption, height="160px", horizontalAlignment="Center")
    return container(paragraph(caption), photo, buttons(*choose_buttons), separator=True, spacing="Small")


def summary(findings: Findings, words: Words) -> str:
    """The answer in one line, for a notification and for clients that draw no cards."""
    verdict = _verdict_line(findings, words)
    best, _ = _shared_out(findings)
    if best is None:
        return verdict
    line = f"{plain(name_of(best.item), 120)}: {verdict}"
    return line if findings.one_of else f"{line}. {words('compare-colour')}"


def _shared_out(findings: Findings) -> tuple[Match | None, tuple[Match, ...]]:
    """The best match, if it may be what the photo shows, and those that are listed below it."""
    if not findings.verdict.names_an_item or not findings.matches:
        return None, findings.matches
    if findings.one_of:
        return findings.matches[0], findings.matches[min(len(findings.one_of), SHOWN) :]
    return findings.matches[0], findings.matches[1:]


def _verdict_line(findings: Findings, words: Words) -> str:
    percent = min(99, round(100 * findings.confidence))  # nothing is certain
    if not findings.matches:
        return words("verdict-not-in-catalogue")
    match findings.verdict:
        case Verdict.IN_CATALOGUE:
            return words("verdict-in-catalogue", percent=percent)
        case Verdict.ONE_OF_THESE:
            return f"{one_of_line(findings, words)}. {one_of_hint(findings, words)}"
        case Verdict.UNSURE:
            return words("verdict-unsure", percent=percent)
        case Verdict.NOT_IN_CATALOGUE:
            return words("verdict-not-in-catalogue")
        case Verdict.NO_GARMENT:
            return words("verdict-no-garment")


def _verdict(findings: Findings, words: Words) -> Element:
    line = _verdict_line(findings, words)
    if not findings.matches:
        return band(heading("✕ " + line), paragraph(words("verdict-empty-catalogue")), style="attention")
    match findings.verdict:
        case Verdict.IN_CATALOGUE:
            hint = paragraph(words("compare-colour"))
            return band(heading("✓ " + line), hint, style="good")
        case Verdict.ONE_OF_THESE:
            return one_of_band(findings, words)
        case Verdict.UNSURE:
            return band(heading("? " + line), paragraph(words("verdict-unsure-hint")), style="warning")
        case Verdict.NOT_IN_CATALOGUE:
            hint = paragraph(words("verdict-not-in-catalogue-hint"))
            return band(heading("✕ " + line), hint, style="attention")
        case Verdict.NO_GARMENT:
            return band(heading("✕ " + line), paragraph(words("verdict-no-garment-hint")), style="attention")


def _best(match: Match, link: PictureLink, words: Words, room: Room, size: Variant | None) -> list[Element]:
    item = match.item
    lines: list[Element] = [
        *picture_of(item, link, words, LARGE, height="200px", horizontalAlignment="Center"),
        title_of(item),
        *details_of(item, words, price=True),
    ]
    if len(item.variants) > 1:
        lines.append(runs(*dotted(*total(item, words), large=True), spacing="Small"))
    times = times_differ(item.variants)
    first = [each for each in item.variants if size is not None and each.sku == size.sku]
    variants = [*first, *(each for each in item.variants if each not in first)][: room.sizes]
    if first:
        lines.append(size_read(first[0], words))
    lines += [
        size_lines(each, words, locations=room.locations, times=times, emphasised=each in first)
        for each in variants
    ]
    if not variants:
        lines.append(paragraph(words("stock-no-variants"), subtle=True))
    if len(item.variants) > len(variants):
        lines.append(
            paragraph(words("stock-more-sizes", count=len(item.variants) - len(variants)), subtle=True)
        )
    return lines + as_of(item.variants, words)


def _cut_short(match: Match, room: Room) -> bool:
    variants = match.item.variants
    return len(variants) > room.sizes or any(len(each.stock) > room.locations for each in variants)


def _how(cut_out: CutOut, words: Words) -> Element:
    route = _ROUTES[cut_out.segmented_by]
    how = words("cut-out", how=route)
    if route not in ("whole-photo", "hand"):  # how sure a person's hand is nobody has measured
        how = words("cut-out-sure", how=how, percent=round(100 * cut_out.confidence))
    return paragraph(how, subtle=True, small=True, spacing="Medium")
