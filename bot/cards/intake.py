"""The cards of garments that are not in the catalogue yet: offered, listed, completed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.elements import (
    Element,
    PictureLink,
    card,
    column,
    heading,
    local_time,
    picture,
    press,
    row,
    run,
    runs,
    words,
)
from bot.channel import Card
from bot.locales import Words
from catalogue.database import Intake

CLASSES = ("upper", "outer", "full-body", "lower", "footwear", "headwear")
LENGTHS = 20
"""Intakes that one card lists."""


def offer_card(sentence: str, look: str, *, say: Words) -> Card:
    """A sentence, and the button that registers the garment of that look."""
    return card(
        [words(sentence)],
        actions=[press(say("intake-register"), "intake-new", look=look)],
        fallback_text=sentence,
        language=say.locale,
    )


def intakes_card(intakes: Sequence[Intake], *, link: PictureLink, say: Words) -> Card:
    """What waits to be completed, oldest first, each to be pressed."""
    title = say("intake-title", count=len(intakes))
    body: list[Element] = [heading(title)]
    for one in intakes[:LENGTHS]:
        lines = column(
            runs(run(f"{one.id}", bold=True, large=True), spacing="None"),
            words(_kind(one, say), spacing="None"),
            runs(run(one.by_name, limit=60, subtle=True), spacing="None"),
            words(local_time(one.at), subtle=True, small=True, spacing="None"),
            middle=True,
        )
        shown = column(picture(link(one.cut_out, 160), alt=title, width="80px"), width="auto", middle=True)
        chosen = press(say("intake-complete"), "intake-open", intake=str(one.id))
        body.append(row(shown, lines, separator=True, action=chosen))
    if len(intakes) > LENGTHS:
        body.append(words(say("and-more", count=len(intakes) - LENGTHS), subtle=True))
    return card(body, fallback_text=title, language=say.locale)


def intake_card(intake: Intake, *, link: PictureLink, say: Words) -> Card:
    """One of them, with what an admin must say of it."""
    number = str(intake.id)
    title = say("intake-number", number=number)
    body: list[Element] = [
        heading(title),
        picture(link(intake.photo, 600), alt=title, height="200px", horizontalAlignment="Center"),
        runs(run(intake.by_name, limit=60, subtle=True)),
        _text("item", say("intake-item"), required=say("intake-item-missing")),
        _text("title", say("intake-name")),
        _text("brand", say("intake-brand")),
        _text("colour", say("intake-colour")),
        _text("sizes", say("intake-sizes"), hint="S, M, L"),
        {
            "type": "Input.ChoiceSet",
            "id": "class",
            "label": say("intake-class"),
            "value": intake.garment_class or "",
            "choices": [{"title": say("garment-kind", kind=kind), "value": kind} for kind in CLASSES],
        },
    ]
    dismiss = press(say("intake-dismiss"), "intake-dismiss", intake=number)
    dismiss["associatedInputs"] = dismiss["fallback"]["associatedInputs"] = "none"
    actions = [press(say("intake-save"), "intake-save", intake=number), dismiss]
    return card(body, actions=actions, fallback_text=title, language=say.locale)


def _text(name: str, label: str, *, required: str = "", hint: str = "") -> Element:
    field: Element = {"type": "Input.Text", "id": name, "label": label, "maxLength": 120}
    if required:
        field |= {"isRequired": True, "errorMessage": required}
    if hint:
        field["placeholder"] = hint
    return field


def _kind(intake: Intake, say: Words) -> str:
    return say("garment-kind", kind=intake.garment_class or "unknown")
