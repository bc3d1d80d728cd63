"""The cards of garments that are not in the catalogue yet: offered, listed, completed."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buttons import DismissIntake, OpenIntake, RegisterGarment, SaveIntake
from bot.cards.elements import (
    Element,
    PictureLink,
    card,
    column,
    heading,
    local_time,
    paragraph,
    picture,
    press,
    row,
    run,
    runs,
)
from bot.channel import Card
from bot.locales import Words
from catalogue.database import Intake

CLASSES = ("upper", "outer", "full-body", "lower", "footwear", "headwear")
LENGTHS = 20
"""Intakes that one card lists."""


def offer_card(sentence: str, session: str, *, words: Words) -> Card:
    """A sentence, and the button that registers the garment of that session."""
    return card(
        [paragraph(sentence)],
        actions=[press(words("intake-register"), RegisterGarment(session))],
        fallback_text=sentence,
        language=words.locale,
    )


def intakes_card(intakes: Sequence[Intake], *, link: PictureLink, words: Words) -> Card:
    """What waits to be completed, oldest first, each to be pressed."""
    title = words("intake-title", count=len(intakes))
    body: list[Element] = [heading(title)]
    for one in intakes[:LENGTHS]:
        lines = column(
            runs(run(f"{one.id}", bold=True, large=True), spacing="None"),
            paragraph(_kind(one, words), spacing="None"),
            runs(run(one.by_name, limit=60, subtle=True), spacing="None"),
            paragraph(local_time(one.at), subtle=True, small=True, spacing="None"),
            middle=True,
        )
        image = column(picture(link(one.cut_out, 160), alt=title, width="80px"), width="auto", middle=True)
        chosen = press(words("intake-complete"), OpenIntake(one.id))
        body.append(row(image, lines, separator=True, action=chosen))
    if len(intakes) > LENGTHS:
        body.append(paragraph(words("and-more", count=len(intakes) - LENGTHS), subtle=True))
    return card(body, fallback_text=title, language=words.locale)


def intake_card(intake: Intake, *, link: PictureLink, words: Words) -> Card:
    """One of them, with what an admin must say of it."""
    title = words("intake-number", number=str(intake.id))
    body: list[Element] = [
        heading(title),
        picture(link(intake.photo, 600), alt=title, height="200px", horizontalAlignment="Center"),
        runs(run(intake.by_name, limit=60, subtle=True)),
        _text("item", words("intake-item"), required=words("intake-item-missing")),
        _text("title", words("intake-name")),
        _text("brand", words("intake-brand")),
        _text("colour", words("intake-colour")),
        _text("sizes", words("intake-sizes"), hint="S, M, L"),
        {
            "type": "Input.ChoiceSet",
            "id": "class",
            "label": words("intake-class"),
            "value": intake.garment_class or "",
            "choices": [{"title": words("garment-kind", kind=kind), "value": kind} for kind in CLASSES],
        },
    ]
    dismiss = press(words("intake-dismiss"), DismissIntake(intake.id))
    dismiss["associatedInputs"] = dismiss["fallback"]["associatedInputs"] = "none"
    actions = [press(words("intake-save"), SaveIntake(intake.id)), dismiss]
    return card(body, actions=actions, fallback_text=title, language=words.locale)


def _text(name: str, label: str, *, required: str = "", hint: str = "") -> Element:
    field: Element = {"type": "Input.Text", "id": name, "label": label, "maxLength": 120}
    if required:
        field |= {"isRequired": True, "errorMessage": required}
    if hint:
        field["placeholder"] = hint
    return field


def _kind(intake: Intake, words: Words) -> str:
    return words("garment-kind", kind=intake.garment_class or "unknown")
