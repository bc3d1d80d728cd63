"""The cards that show how much the catalogue holds, what looks the same in it, and whether all is found."""

from __future__ import annotations

from collections.abc import Sequence

from bot.buttons import RepairIndex
from bot.cards.batch_done import done_summary
from bot.cards.batch_parts import number, pairs_of, source_of
from bot.cards.elements import (
    Action,
    Element,
    PictureLink,
    band,
    card,
    date_in_words,
    facts,
    fitted,
    gap,
    heading,
    local_time,
    open_link,
    paragraph,
    press,
    run,
    runs,
)
from bot.cards.feeds import feed_lines
from bot.channel import Card
from bot.links.downloads import Download
from bot.locales import Words
from bot.state.sites import Site
from catalogue.audit import Audit
from catalogue.batches.planning.lookalikes import LookAlike
from catalogue.status import Status

WAITING = 5
"""Batches that wait, named one by one."""
SITES = 10
"""Where most was said."""
PAIRS = (12, 8, 4)


def status_card(status: Status, sites: Sequence[Site] = (), *, words: Words) -> Card:
    """How much it holds, which batches wait, which was the last, and how matches do at each site."""
    counts = status.counts
    rows = [("fact-items", counts.items), ("fact-skus", counts.variants), ("fact-pieces", counts.on_hand)]
    rows += [("fact-pictures", counts.pictures), ("fact-vectors", status.vectors)]
    if status.retired_items:
        rows.append(("fact-retired", status.retired_items))
    body: list[Element] = [
        heading(words("status-title")),
        facts(*((words(key), number(count, words)) for key, count in rows)),
    ]
    if status.adaptation is not None:
        apart, items = status.adaptation.told_apart, status.adaptation.items
        when = date_in_words(status.adaptation.at.date(), words)
        text = words("status-told-apart", count=number(apart, words), items=number(items, words), when=when)
        body.append(paragraph(text, spacing="Medium"))
    if status.index_unfinished:
        body.append(paragraph(words("status-unfinished"), spacing="Medium"))
    named = [*status.waiting[:WAITING], *([status.last] if status.last else [])]
    for record in named:
        body.append(paragraph(done_summary(record, words), spacing="Medium"))
        body.append(source_of(record, words))
    body += feed_lines(status.feeds, words)
    if sites:
        body.append(paragraph(words("confirm-sites"), spacing="Medium"))
        body += [_site(site, words) for site in sites[:SITES]]
    return card(body, fallback_text=words("status-title"), language=words.locale)


def _site(site: Site, words: Words) -> Element:
    where = site.name or site.id or words("confirm-site-personal")
    counts = words("confirm-site-count", right=site.right, wrong=site.wrong)
    return runs(run(where, limit=60, bold=True), gap(), run(counts, subtle=True), spacing="None")


def duplicates_card(pairs: Sequence[LookAlike], *, link: PictureLink, words: Words) -> Card:
    """Pairs of items that look the same, the most alike first."""
    title = words("duplicates-title", count=len(pairs))

    def in_room(most: int) -> Card:
        body = [heading(title, large=False), *pairs_of(pairs, most, link, words)]
        return card(body, fallback_text=title, language=words.locale)

    return fitted(in_room, PAIRS)


def audit_card(audit: Audit, *, repaired: bool = False, words: Words) -> Card:
    """Whether every picture is found by its own vector, with Repair where one is not."""
    title = audit_summary(audit, repaired=repaired, words=words)
    actions: list[Action] = []
    if not (audit.ok or repaired):
        actions.append(press(words("audit-repair"), RepairIndex()))
    rows = [("fact-pictures", audit.pictures), ("fact-not-indexed", len(audit.missing))]
    rows += [("fact-not-found", len(audit.unfindable)), ("fact-lost", len(audit.lost))]
    body = [
        band(heading(title, large=False), style="good" if audit.ok or repaired else "warning"),
        facts(*((words(key), number(count, words)) for key, count in rows)),
    ]
    return card(body, actions=actions, fallback_text=title, language=words.locale)


def audit_summary(audit: Audit, *, repaired: bool = False, words: Words) -> str:
    """The same in one line."""
    wrong = len({*audit.missing, *audit.unfindable})
    if audit.ok or not wrong:
        return words("audit-ok", count=audit.pictures)
    if repaired:
        return words("audit-repaired", count=wrong - len(audit.lost), lost=len(audit.lost))
    return words("audit-wrong", count=wrong)


def export_card(items: int, pictures: int, download: Download, *, words: Words) -> Card:
    """A file of the whole catalogue, to be had for a while."""
    title = export_summary(items, pictures, words)
    body = [
        heading(title, large=False),
        paragraph(
            words("export-until", when=local_time(download.until, day="SHORT")), subtle=True, small=True
        ),
    ]
    actions = [open_link(words("export-download"), download.link)]
    return card(body, actions=actions, fallback_text=title, language=words.locale)


def export_summary(items: int, pictures: int, words: Words) -> str:
    """What the file holds, in one line."""
    return ", ".join((words("export-items", count=items), words("export-pictures", count=pictures)))
