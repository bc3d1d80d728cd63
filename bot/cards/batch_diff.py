"""The card that says what a batch would change, or why it was refused."""

from __future__ import annotations

from dataclasses import dataclass

from bot.buttons import ApplyBatch, DiscardBatch
from bot.cards.batch_parts import number, pairs_of, source_of
from bot.cards.columns import question_form
from bot.cards.elements import (
    Action,
    Element,
    PictureLink,
    band,
    buttons,
    card,
    facts,
    fitted,
    gap,
    heading,
    open_link,
    paragraph,
    press,
    run,
    runs,
)
from bot.cards.items import price_in_words
from bot.channel import Card
from bot.foreign_text import plain
from bot.locales import Words
from bot.locales.faults import in_words
from catalogue.batches.applying.staged import StagedBatch
from catalogue.batches.planning.changes import Change, ItemChange
from catalogue.batches.planning.diff import Plan
from catalogue.errors import Fault
from catalogue.messages import Message


@dataclass(frozen=True, slots=True)
class Limits:
    """How many of each are spelled out; the rest is in the file behind the link."""

    faults: int
    items: int
    changes: int
    """Of each item."""
    pairs: int
    notes: int


ROOMS = (Limits(8, 5, 4, 4, 3), Limits(5, 3, 3, 2, 2), Limits(3, 2, 2, 1, 0))


def diff_card(
    staged: StagedBatch, *, report: str, refused: str = "", link: PictureLink, words: Words
) -> Card:
    """What a batch would change, with Apply and Discard where it would change something.

    `report` is where the whole list can be had, and `refused` a file of the rows that were left out.
    """
    return fitted(lambda limits: _card(staged, report, refused, link, words, limits), ROOMS)


def diff_summary(staged: StagedBatch, words: Words) -> str:
    """The card in one line, for a notification and for clients that draw no cards."""
    planned = staged.plan
    if planned is None or staged.faults:
        return words("batch-refused-summary", batch=str(staged.id))
    if not planned.news:
        return words("batch-no-news")
    summary = words(
        "batch-summary",
        batch=str(staged.id),
        new=len(planned.new),
        changed=len(planned.changed),
        gone=len(planned.retired) + len(planned.deleted),
    )
    record = staged.record
    if not record.feed or record.fault is None:
        return summary
    asks = words("feed-asks", feed=plain(record.feed, 40))
    return f"{asks}. {in_words(record.fault, words)} {summary}"


def _card(
    staged: StagedBatch,
    report: str,
    refused: str,
    link: PictureLink,
    words: Words,
    limits: Limits,
) -> Card:
    planned = staged.plan
    actions: list[Action] = []
    can_apply = planned is not None and planned.news and staged.can_apply
    if planned is None:
        body = _refused(staged, words, limits)
        if staged.question is not None:
            body += question_form(staged.id, staged.question, words=words)
    elif staged.faults:
        body = _refused(staged, words, limits)
        body += [buttons(open_link(words("batch-refused-file"), refused))] if refused else []
        body += _rest(staged, planned, link, words, limits)
        if can_apply:  # a row of its own: three in one are cut at 320 px
            title = words("batch-apply-rest", count=planned.batch.row_count)
            body.append(buttons(press(title, ApplyBatch(staged.id))))
    else:
        body = _planned(staged, planned, link, words, limits)
        if can_apply:
            actions.append(press(words("batch-apply"), ApplyBatch(staged.id)))
    if can_apply:
        actions.append(press(words("batch-discard"), DiscardBatch(staged.id)))
    actions.append(open_link(words("batch-report"), report))
    return card(body, actions=actions, fallback_text=diff_summary(staged, words), language=words.locale)


def _refused(staged: StagedBatch, words: Words, limits: Limits) -> list[Element]:
    title = heading(words("batch-refused", batch=str(staged.id)), large=False)
    body = [band(title, source_of(staged.record, words), style="attention")]
    if not staged.faults:
        return [*body, runs(run(in_words(staged.record.fault or "", words), limit=600), spacing="Medium")]
    if count := staged.record.refused_rows:
        whole = staged.plan is None
        text = words("batch-refused-rows", count=count) if whole else words("batch-rest-rows", count=count)
        body.append(paragraph(text, spacing="Medium"))
    body += [_fault(fault, words) for fault in staged.faults[: limits.faults]]
    return body + _more(len(staged.faults) - limits.faults, words)


def _rest(
    staged: StagedBatch, planned: Plan, link: PictureLink, words: Words, limits: Limits
) -> list[Element]:
    """What the rows would change that were not refused."""
    if not planned.news:
        return [paragraph(words("batch-rest-nothing"), spacing="Medium")]
    body = _section(words("batch-rest-changes"), [facts(*_counts(planned, words))])
    body += _changes(planned, words, limits)
    body += _section(words("batch-lookalikes"), pairs_of(staged.lookalikes, limits.pairs, link, words))
    return body + _notes(planned, words, limits)


def _fault(fault: Fault, words: Words) -> Element:
    pieces = [run(in_words(fault.reason, words), limit=300)]
    where = [words("row", row=str(fault.row))] if fault.row is not None else []
    where += [plain(fault.file, 40)] if fault.file else []
    if where:
        pieces = [run(" · ".join(where), bold=True), gap(), *pieces]
    return runs(*pieces)


def _planned(
    staged: StagedBatch, planned: Plan, link: PictureLink, words: Words, limits: Limits
) -> list[Element]:
    body: list[Element] = [
        *_reason(staged, words),
        heading(words("batch-title" if planned.news else "batch-no-news", batch=str(staged.id)), large=False),
        source_of(staged.record, words),
        facts(*_counts(planned, words)),
    ]
    body += _changes(planned, words, limits)
    body += _section(words("batch-lookalikes"), pairs_of(staged.lookalikes, limits.pairs, link, words))
    return body + _notes(planned, words, limits)


def _changes(planned: Plan, words: Words, limits: Limits) -> list[Element]:
    changed = (*planned.changed, *planned.retired)
    body = _section(words("batch-changes"), [_change(one, words, limits) for one in changed[: limits.items]])
    body += _more(len(changed) - limits.items, words)
    named = [runs(run(item.id, limit=64, bold=True)) for item in planned.deleted[: limits.items]]
    body += _section(words("batch-deletes"), named)
    return body + _more(len(planned.deleted) - limits.items, words)


def _notes(planned: Plan, words: Words, limits: Limits) -> list[Element]:
    notes = [
        runs(run(in_words(note.text, words), limit=300, subtle=True))
        for note in planned.notes[: limits.notes]
    ]
    return _section(words("batch-notes"), notes)


def _reason(staged: StagedBatch, words: Words) -> list[Element]:
    """Why a feed's batch needs a person."""
    record = staged.record
    if not record.feed or record.fault is None:
        return []
    title = heading(words("feed-asks", feed=plain(record.feed, 40)), large=False)
    why = runs(run(in_words(record.fault, words), limit=600), spacing="None")
    return [band(title, why, style="warning")]


def _counts(planned: Plan, words: Words) -> list[tuple[str, str]]:
    counts = (
        ("fact-new", len(planned.new)),
        ("fact-changed", len(planned.changed)),
        ("fact-unchanged", len(planned.unchanged)),
        ("fact-retired", len(planned.retired)),
        ("fact-deleted", len(planned.deleted)),
        ("fact-missing", len(planned.missing)),
    )
    always = {"fact-new", "fact-changed", "fact-unchanged", "fact-missing"}
    return [(words(key), number(count, words)) for key, count in counts if count or key in always]


def _change(changed: ItemChange, words: Words, limits: Limits) -> Element:
    pieces = [run(changed.after.id, limit=64, bold=True)]
    for one in changed.changes[: limits.changes]:
        pieces += [gap("\n"), *_detail(one, words)]
    if len(changed.changes) > limits.changes:
        more = words("and-more", count=len(changed.changes) - limits.changes)
        pieces += [gap("\n"), run(more, subtle=True)]
    return runs(*pieces)


def _detail(change: Change, words: Words) -> list[Element]:
    before, after = (
        _side(side, change.what.code, words) if str(side).strip() else words("none")
        for side in (change.before, change.after)
    )
    what = in_words(change.what, words)
    return [
        run(what, limit=80, subtle=True),
        gap(": "),
        run(before, limit=60, subtle=True),
        gap(" → "),
        run(after, limit=60),
    ]


def _side(value: str | Message, code: str, words: Words) -> str:
    return price_in_words(str(value), words) if code == "column-price" else in_words(value, words)


def _section(title: str, elements: list[Element]) -> list[Element]:
    if not elements:
        return []
    return [
        {"type": "TextBlock", "text": title, "weight": "Bolder", "wrap": True, "spacing": "Medium"},
        *elements,
    ]


def _more(count: int, words: Words) -> list[Element]:
    return [paragraph(words("and-more", count=count), subtle=True)] if count > 0 else []
