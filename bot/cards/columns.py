"""The form in which an admin says what the columns of a refused table mean, and the list of what was said."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buttons import ForgetColumns, MapColumns
from bot.cards.elements import Element, buttons, card, container, heading, paragraph, press, run, runs
from bot.channel import Card
from bot.foreign_text import plain
from bot.locales import Words
from bot.locales.faults import in_words
from catalogue.batches.reading.column_memory import RememberedColumns
from catalogue.batches.reading.field_labels import LABELS
from catalogue.errors import ColumnQuestion

COLUMN_FIELDS = ("item", "title", "sku", "size", "colour", "barcode", "location", "on_hand", "price")
"""The fields that the form asks for, as `MapColumns` has them."""
MOST_CHOICES = 150
"""Of all fields together: a card has room for 28 KB."""
LENGTHS = 12
"""Headers that one card lists."""


def question_form(batch: int, question: ColumnQuestion, *, words: Words) -> list[Element]:
    """A choice of columns for each field that isn't certain, the needed ones first, with the guess chosen."""
    places = {column: place for place, column in enumerate(question.header)}
    open_columns = [column for column in question.header if column not in question.certain]
    guessed = {field: column for column, field in question.guesses.items()}
    fields = [field for field in COLUMN_FIELDS if field not in question.certain.values()]
    fields.sort(key=lambda field: (field not in question.required, field not in guessed))
    fields = fields[: MOST_CHOICES // (len(open_columns) + 1)]
    if not open_columns or not fields:
        return []
    choices = [{"title": plain(column, 60), "value": str(places[column])} for column in open_columns]
    nothing = {"title": words("columns-none"), "value": ""}
    body: list[Element] = [paragraph(words("columns-ask"), spacing="Medium")]
    for field in fields:
        column = guessed.get(field)
        label = in_words(LABELS[field], words)
        body.append(
            {
                "type": "Input.ChoiceSet",
                "id": field,
                "label": label[:1].upper() + label[1:],
                "value": "" if column is None else str(places[column]),
                "choices": [nothing, *choices],
            }
        )
    return [*body, buttons(press(words("columns-read"), MapColumns(batch)))]


def columns_card(remembered: Sequence[RememberedColumns], *, words: Words) -> Card:
    """The headers whose columns are remembered, latest first, each with a button that forgets it."""
    latest = sorted(remembered, key=lambda columns: columns.on, reverse=True)
    body: list[Element] = [heading(words("columns-title"))]
    for columns in latest[:LENGTHS]:
        said = ", ".join(
            f"{theirs} = {in_words(LABELS[ours], words) if ours in LABELS else ours}"
            for theirs, ours in columns.mapping.items()
        )
        body.append(
            container(
                runs(run(said, limit=300), spacing="None"),
                runs(run(f"{columns.by} · {columns.on}", limit=80, subtle=True, small=True), spacing="None"),
                buttons(press(words("columns-forget"), ForgetColumns(columns.key))),
                separator=True,
            )
        )
    if len(latest) > LENGTHS:
        body.append(paragraph(words("and-more", count=len(latest) - LENGTHS), subtle=True))
    return card(body, fallback_text=words("columns-title"), language=words.locale)
