"""The card that says what a batch would change, or why it was refused."""

from __future__ import annotations

from dataclasses import dataclass

from bot.cards.batch_parts import number, pairs_of, source_of
from bot.cards.elements import (
    Action,
    Element,
    PictureLink,
    band,
    card,
    facts,
    fitted,
    gap,
    heading,
    open_link,
    plain,
    press,
    run,
    runs,
    words,
)
from bot.cards.items import price_in_words
from bot.channel import Card
from bot.locales import Words
from bot.locales.faults import in_words
from catalogue.batches.applying.staged import StagedBatch
from catalogue.batches.planning.changes import Change, ItemChange
from catalogue.batches.planning.diff import Plan
from catalogue.errors import Fault
from catalogue.messages import Message


@dataclass(frozen=True, slots=True)
class Shown:
    """How many of each are spelled out; the rest is in the file behind the link."""

    faults: int
    items: int
    changes: int
    """Of each item."""
    pairs: int
    notes: int


ROOMS = (Shown(8, 5, 4, 4, 3), Shown(5, 3, 3, 2, 2), Shown(3, 2, 2, 1, 0))


def diff_card(staged: StagedBatch, *, report: str, link: PictureLink, say: Words) -> Card:
    """What a batch would change, with Apply and Discard where it would change something.

    `report` is where the whole list can be had.
    """
    return fitted(lambda shown: _card(staged, report, link, say, shown), ROOMS)


def diff_summary(staged: StagedBatch, say: Words) -> str:
    """The card in one line, for a notification and for clients that draw no cards."""
    planned = staged.plan
    if planned is None:
        return say("batch-refused-summary", batch=str(staged.id))
    if not planned.news:
        return say("batch-no-news")
    return say(
        "batch-summary",
        batch=str(staged.id),
        new=len(planned.new),
        changed=len(planned.changed),
        gone=len(planned.retired) + len(planned.deleted),
    )


def _card(staged: StagedBatch, report: str, link: PictureLink, say: Words, shown: Shown) -> Card:
    planned = staged.plan
    actions: list[Action] = []
    if planned is None:
        body = _refused(staged, say, shown)
    else:
        if planned.news and staged.can_apply:
            batch = str(staged.id)
            actions.append(press(say("batch-apply"), "batch-apply", batch=batch))
            actions.append(press(say("batch-discard"), "batch-discard", batch=batch))
        body = _planned(staged, planned, link, say, shown)
    actions.append(open_link(say("batch-report"), report))
    return card(body, actions=actions, fallback_text=diff_summary(staged, say), language=say.locale)


def _refused(staged: StagedBatch, say: Words, shown: Shown) -> list[Element]:
    title = heading(say("batch-refused", batch=str(staged.id)), large=False)
    body = [band(title, source_of(staged.record, say), style="attention")]
    if not staged.faults:
        return [*body, runs(run(in_words(staged.record.fault or "", say), limit=600), spacing="Medium")]
    if staged.record.refused_rows:
        body.append(words(say("batch-refused-rows", count=staged.record.refused_rows), spacing="Medium"))
    body += [_fault(fault, say) for fault in staged.faults[: shown.faults]]
    return body + _more(len(staged.faults) - shown.faults, say)


def _fault(fault: Fault, say: Words) -> Element:
    pieces = [run(in_words(fault.reason, say), limit=300)]
    where = [say("row", row=str(fault.row))] if fault.row is not None else []
    where += [plain(fault.file, 40)] if fault.file else []
    if where:
        pieces = [run(" · ".join(where), bold=True), gap(), *pieces]
    return runs(*pieces)


def _planned(
    staged: StagedBatch, planned: Plan, link: PictureLink, say: Words, shown: Shown
) -> list[Element]:
    body: list[Element] = [
        heading(say("batch-title" if planned.news else "batch-no-news", batch=str(staged.id)), large=False),
        source_of(staged.record, say),
        facts(*_counts(planned, say)),
    ]
    changed = (*planned.changed, *planned.retired)
    body += _section(say("batch-changes"), [_change(one, say, shown) for one in changed[: shown.items]])
    body += _more(len(changed) - shown.items, say)
    named = [runs(run(item.id, limit=64, bold=True)) for item in planned.deleted[: shown.items]]
    body += _section(say("batch-deletes"), named)
    body += _more(len(planned.deleted) - shown.items, say)
    body += _section(say("batch-lookalikes"), pairs_of(staged.lookalikes, shown.pairs, link, say))
    notes = [
        runs(run(in_words(note.text, say), limit=300, subtle=True)) for note in planned.notes[: shown.notes]
    ]
    return body + _section(say("batch-notes"), notes)


def _counts(planned: Plan, say: Words) -> list[tuple[str, str]]:
    counts = (
        ("fact-new", len(planned.new)),
        ("fact-changed", len(planned.changed)),
        ("fact-unchanged", len(planned.unchanged)),
        ("fact-retired", len(planned.retired)),
        ("fact-deleted", len(planned.deleted)),
        ("fact-missing", len(planned.missing)),
    )
    always = {"fact-new", "fact-changed", "fact-unchanged", "fact-missing"}
    return [(say(key), number(count, say)) for key, count in counts if count or key in always]


def _change(changed: ItemChange, say: Words, shown: Shown) -> Element:
    pieces = [run(changed.after.id, limit=64, bold=True)]
    for one in changed.changes[: shown.changes]:
        pieces += [gap("\n"), *_detail(one, say)]
    if len(changed.changes) > shown.changes:
        more = say("and-more", count=len(changed.changes) - shown.changes)
        pieces += [gap("\n"), run(more, subtle=True)]
    return runs(*pieces)


def _detail(change: Change, say: Words) -> list[Element]:
    before, after = (
        _side(side, change.what.code, say) if str(side).strip() else say("none")
        for side in (change.before, change.after)
    )
    what = in_words(change.what, say)
    return [
        run(what, limit=80, subtle=True),
        gap(": "),
        run(before, limit=60, subtle=True),
        gap(" → "),
        run(after, limit=60),
    ]


def _side(value: str | Message, code: str, say: Words) -> str:
    return price_in_words(str(value), say) if code == "column-price" else in_words(value, say)


def _section(title: str, elements: list[Element]) -> list[Element]:
    if not elements:
        return []
    return [
        {"type": "TextBlock", "text": title, "weight": "Bolder", "wrap": True, "spacing": "Medium"},
        *elements,
    ]


def _more(count: int, say: Words) -> list[Element]:
    return [words(say("and-more", count=count), subtle=True)] if count > 0 else []
