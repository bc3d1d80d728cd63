"""The cards that say what became of a batch."""

from __future__ import annotations

from bot.buttons import UndoBatch
from bot.cards.batch_parts import counted, number, source_of
from bot.cards.elements import (
    Action,
    Element,
    band,
    card,
    facts,
    heading,
    local_time,
    open_link,
    paragraph,
    press,
    run,
    runs,
)
from bot.channel import Card
from bot.locales import Words
from bot.locales.faults import in_words
from catalogue.database import BatchRecord
from catalogue.messages import Message
from catalogue.modes import State


def done_card(
    record: BatchRecord,
    *,
    undoable: bool,
    fault: Message | None = None,
    refused: str = "",
    words: Words,
) -> Card:
    """What was done, with Undo as long as that is possible; `fault` is what is still to be done.

    `refused` is where the rows can be had that were left out.
    """
    rows = [("fact-new", record.new_items), ("fact-changed", record.changed_items)]
    rows += [("fact-unchanged", record.unchanged_items), ("fact-retired", record.retired_items)]
    rows += [("fact-deleted", record.deleted_items)]
    figures = [(words(key), number(count, words)) for key, count in rows if count or key == "fact-new"]
    body: list[Element] = [
        band(heading(done_summary(record, words), large=False), source_of(record, words), style="good"),
        facts(*figures),
    ]
    if fault:
        body.append(runs(run(in_words(fault, words), limit=600, colour="Attention"), spacing="Medium"))
    if record.refused_rows:
        left_out = words("count-left-out", count=record.refused_rows)
        body.append(paragraph(left_out, spacing="Medium"))
    body += _when(record, words)
    actions: list[Action] = []
    if undoable and record.id is not None:
        actions.append(press(words("batch-undo"), UndoBatch(record.id)))
    if refused:
        actions.append(open_link(words("batch-refused-file"), refused))
    return card(body, actions=actions, fallback_text=done_summary(record, words), language=words.locale)


def over_card(record: BatchRecord, *, words: Words) -> Card:
    """A batch that is undone, discarded or given up."""
    title = done_summary(record, words)
    body: list[Element] = [heading(title, large=False), source_of(record, words)]
    if record.state is State.UNDONE:
        body.append(paragraph(words("batch-undone-what", what=counted(record, words)), spacing="Medium"))
    if record.state is State.FAILED and record.fault:
        body.append(runs(run(in_words(record.fault, words), limit=600), spacing="Medium"))
    return card([*body, *_when(record, words)], fallback_text=title, language=words.locale)


def done_summary(record: BatchRecord, words: Words) -> str:
    """What became of it, in one line."""
    return words("batch-state", batch=str(record.id), state=record.state.value)


def _when(record: BatchRecord, words: Words) -> list[Element]:
    """Who did it, and when."""
    undone = record.state in (State.UNDONE, State.DISCARDED)
    by = (record.undone_by if undone else record.applied_by) or record.sent_by
    moment = (record.undone_at if undone else record.applied_at) or record.staged_at
    lines: list[Element] = []
    if by:
        lines.append(runs(run(words("batch-by", name=by), limit=120, subtle=True, small=True)))
    if moment is not None:
        lines.append(paragraph(local_time(moment, day="SHORT"), subtle=True, small=True, spacing="None"))
    return lines
