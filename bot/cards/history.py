"""The card that lists the last batches."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.buttons import UndoBatch
from bot.cards.batch_done import done_summary
from bot.cards.batch_parts import counted
from bot.cards.elements import (
    Action,
    Element,
    card,
    column,
    fitted,
    gap,
    heading,
    local_time,
    paragraph,
    press,
    row,
    run,
    runs,
)
from bot.channel import Card
from bot.locales import Words
from catalogue.database import BatchRecord

LENGTHS = (15, 10, 6)


def history_card(records: Sequence[BatchRecord], undoable: Collection[int], *, words: Words) -> Card:
    """Batches, latest first, each with what became of it; with a button that undoes the latest applied.

    `undoable` are the numbers of those that can be undone, latest applied first.
    """
    return fitted(lambda length: _card(records[:length], undoable, words), LENGTHS)


def _card(records: Sequence[BatchRecord], undoable: Collection[int], words: Words) -> Card:
    body: list[Element] = [heading(words("history-title"))]
    body += [_line(record, words, can_undo=record.id in undoable) for record in records]
    if not records:
        body.append(paragraph(words("history-empty")))
    actions: list[Action] = []
    if undoable:
        latest = next(iter(undoable))
        actions.append(press(words("history-undo", batch=str(latest)), UndoBatch(latest)))
        body.append(paragraph(words("history-hint"), subtle=True, small=True, spacing="Medium"))
    return card(body, actions=actions, fallback_text=words("history-title"), language=words.locale)


def _line(record: BatchRecord, words: Words, *, can_undo: bool) -> Element:
    mark = [gap(), run("↶", colour="Accent")] if can_undo else []
    who = " · ".join(part for part in (record.source, record.applied_by or record.sent_by) if part)
    lines = [
        runs(run(done_summary(record, words), bold=True), *mark, spacing="None"),
        runs(run(counted(record, words)), spacing="None"),
        runs(run(who, limit=100, subtle=True, small=True), spacing="None"),
    ]
    moment = record.undone_at or record.applied_at or record.staged_at
    if moment is not None:
        lines.append(paragraph(local_time(moment), subtle=True, small=True, spacing="None"))
    return row(column(*lines), separator=True)
