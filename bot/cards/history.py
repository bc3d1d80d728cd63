"""The card that lists the last batches."""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
    press,
    row,
    run,
    runs,
    words,
)
from bot.channel import Card
from bot.locales import Words
from catalogue.database import BatchRecord

LENGTHS = (15, 10, 6)


def history_card(records: Sequence[BatchRecord], undoable: Collection[int], *, say: Words) -> Card:
    """Batches, latest first, each with what became of it; with a button that undoes the latest applied.

    `undoable` are the numbers of those that can be undone, latest applied first.
    """
    return fitted(lambda length: _card(records[:length], undoable, say), LENGTHS)


def _card(records: Sequence[BatchRecord], undoable: Collection[int], say: Words) -> Card:
    body: list[Element] = [heading(say("history-title"))]
    body += [_line(record, say, can_undo=record.id in undoable) for record in records]
    if not records:
        body.append(words(say("history-empty")))
    actions: list[Action] = []
    if undoable:
        latest = next(iter(undoable))
        actions.append(press(say("history-undo", batch=str(latest)), "batch-undo", batch=str(latest)))
        body.append(words(say("history-hint"), subtle=True, small=True, spacing="Medium"))
    return card(body, actions=actions, fallback_text=say("history-title"), language=say.locale)


def _line(record: BatchRecord, say: Words, *, can_undo: bool) -> Element:
    mark = [gap(), run("↶", colour="Accent")] if can_undo else []
    who = " · ".join(part for part in (record.source, record.applied_by or record.sent_by) if part)
    lines = [
        runs(run(done_summary(record, say), bold=True), *mark, spacing="None"),
        runs(run(counted(record, say)), spacing="None"),
        runs(run(who, limit=100, subtle=True, small=True), spacing="None"),
    ]
    moment = record.undone_at or record.applied_at or record.staged_at
    if moment is not None:
        lines.append(words(local_time(moment), subtle=True, small=True, spacing="None"))
    return row(column(*lines), separator=True)
