"""Long work on the catalogue as a whole: audit, repair, duplicates, export."""

from __future__ import annotations

from bot.cards.catalogue_status import audit_card, audit_summary, duplicates_card, export_card, export_summary
from bot.cards.elements import PictureLink
from bot.channel import Reply
from bot.delivery.live_card import Meter
from bot.handlers.catalogue.jobs import Jobs
from bot.links.downloads import Downloads
from bot.turn import Turn
from catalogue.batches.export import Exported
from catalogue.progress import Embed
from catalogue.store import Catalogue


class UpkeepHandler:
    """Audits, repairs and exports; the answers go out as cards that change."""

    def __init__(
        self,
        catalogue: Catalogue,
        embed: Embed,
        *,
        jobs: Jobs,
        downloads: Downloads,
        link: PictureLink,
    ) -> None:
        self._catalogue = catalogue
        self._embed = embed
        self._jobs = jobs
        self._downloads = downloads
        self._link = link

    async def repair(self, turn: Turn) -> None:
        """Repair what an audit found, on its card."""
        live = self._jobs.card_of(turn)
        repaired = await self._jobs.show(
            live,
            turn.words("progress-repair"),
            lambda meter: self._catalogue.repair(self._embed, progress=meter),
            turn.words,
            after=0.0,
        )
        summary = audit_summary(repaired, repaired=True, words=turn.words)
        await live.show(Reply(summary, audit_card(repaired, repaired=True, words=turn.words)))

    async def audit(self, turn: Turn) -> None:
        """Look for faults of the index, and show them."""
        live, words = self._jobs.card_of(turn), turn.words
        audit = await self._jobs.show(
            live, words("progress-audit"), lambda meter: self._catalogue.audit(progress=meter), words
        )
        summary = audit_summary(audit, repaired=False, words=words)
        await live.show(Reply(summary, audit_card(audit, repaired=False, words=words)))

    async def duplicates(self, turn: Turn) -> None:
        """Show items that look the same."""
        live, words = self._jobs.card_of(turn), turn.words
        pairs = await self._jobs.show(
            live,
            words("progress-duplicates"),
            lambda meter: self._catalogue.duplicates(progress=meter),
            words,
        )
        card = duplicates_card(pairs, link=self._link, words=words)
        await live.show(Reply(words("duplicates-title", count=len(pairs)), card))

    async def export(self, turn: Turn, kind: str) -> None:
        """Offer the whole catalogue for download, as `csv` or `zip`."""
        live, words = self._jobs.card_of(turn), turn.words
        exported: list[Exported] = []

        def export(meter: Meter) -> Reply:
            download = self._downloads.keep(
                f"catalogue.{kind}",
                lambda out: exported.append(
                    self._catalogue.export_zip(out, progress=meter)
                    if kind == "zip"
                    else self._catalogue.export_csv(out)
                ),
            )
            items, pictures = exported[0].items, exported[0].pictures
            card = export_card(items, pictures, download, words=words)
            return Reply(export_summary(items, pictures, words), card)

        await live.show(await self._jobs.show(live, words("progress-export"), export, words))
