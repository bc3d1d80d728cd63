"""The cards that say how much the catalogue holds, what looks the same in it, and whether all is found."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.batch_done import done_summary
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
    local_time,
    open_link,
    press,
    run,
    runs,
    words,
)
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


def status_card(status: Status, sites: Sequence[Site] = (), *, say: Words) -> Card:
    """How much it holds, which batches wait, which was the last, and how matches do at each site."""
    counts = status.counts
    rows = [("fact-items", counts.items), ("fact-skus", counts.variants), ("fact-pieces", counts.on_hand)]
    rows += [("fact-pictures", counts.pictures), ("fact-vectors", status.vectors)]
    if status.retired_items:
        rows.append(("fact-retired", status.retired_items))
    body: list[Element] = [
        heading(say("status-title")),
        facts(*((say(key), number(count, say)) for key, count in rows)),
    ]
    if status.index_unfinished:
        body.append(words(say("status-unfinished"), spacing="Medium"))
    named = [*status.waiting[:WAITING], *([status.last] if status.last else [])]
    for record in named:
        body.append(words(done_summary(record, say), spacing="Medium"))
        body.append(source_of(record, say))
    if sites:
        body.append(words(say("confirm-sites"), spacing="Medium"))
        body += [_site(site, say) for site in sites[:SITES]]
    return card(body, fallback_text=say("status-title"), language=say.locale)


def _site(site: Site, say: Words) -> Element:
    where = site.name or site.id or say("confirm-site-personal")
    told = say("confirm-site-count", right=site.right, wrong=site.wrong)
    return runs(run(where, limit=60, bold=True), gap(), run(told, subtle=True), spacing="None")


def duplicates_card(pairs: Sequence[LookAlike], *, link: PictureLink, say: Words) -> Card:
    """Pairs of items that look the same, the most alike first."""
    title = say("duplicates-title", count=len(pairs))

    def in_room(most: int) -> Card:
        body = [heading(title, large=False), *pairs_of(pairs, most, link, say)]
        return card(body, fallback_text=title, language=say.locale)

    return fitted(in_room, PAIRS)


def audit_card(found: Audit, *, repaired: bool = False, say: Words) -> Card:
    """Whether every picture is found by its own vector, with Repair where one is not."""
    title = audit_summary(found, repaired=repaired, say=say)
    actions: list[Action] = []
    if not (found.ok or repaired):
        actions.append(press(say("audit-repair"), "catalogue-repair"))
    rows = [("fact-pictures", found.pictures), ("fact-not-indexed", len(found.missing))]
    rows += [("fact-not-found", len(found.unfindable)), ("fact-lost", len(found.lost))]
    body = [
        band(heading(title, large=False), style="good" if found.ok or repaired else "warning"),
        facts(*((say(key), number(count, say)) for key, count in rows)),
    ]
    return card(body, actions=actions, fallback_text=title, language=say.locale)


def audit_summary(found: Audit, *, repaired: bool = False, say: Words) -> str:
    """The same in one line."""
    wrong = len({*found.missing, *found.unfindable})
    if found.ok or not wrong:
        return say("audit-ok", count=found.pictures)
    if repaired:
        return say("audit-repaired", count=wrong - len(found.lost), lost=len(found.lost))
    return say("audit-wrong", count=wrong)


def export_card(items: int, pictures: int, download: Download, *, say: Words) -> Card:
    """A file of the whole catalogue, to be had for a while."""
    title = export_summary(items, pictures, say)
    body = [
        heading(title, large=False),
        words(say("export-until", when=local_time(download.until, day="SHORT")), subtle=True, small=True),
    ]
    actions = [open_link(say("export-download"), download.link)]
    return card(body, actions=actions, fallback_text=title, language=say.locale)


def export_summary(items: int, pictures: int, say: Words) -> str:
    """What the file holds, in one line."""
    return ", ".join((say("export-items", count=items), say("export-pictures", count=pictures)))
