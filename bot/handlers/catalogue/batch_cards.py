"""A batch as it stands, with the buttons that go with it."""

from __future__ import annotations

from bot.cards.batch_diff import diff_card, diff_summary
from bot.cards.batch_done import done_card, done_summary, over_card
from bot.cards.elements import PictureLink
from bot.channel import Reply
from bot.errors import UserError
from bot.links.downloads import Downloads
from bot.locales import Words
from bot.locales.faults import in_words
from catalogue.batches.applying.staged import StagedBatch
from catalogue.batches.refused_rows import refused_file
from catalogue.batches.report import report_csv
from catalogue.errors import CatalogueError
from catalogue.messages import Message
from catalogue.modes import State
from catalogue.store import Catalogue


class BatchCards:
    """Shows batches. Everything blocks."""

    def __init__(self, catalogue: Catalogue, downloads: Downloads, *, link: PictureLink) -> None:
        self._catalogue = catalogue
        self._downloads = downloads
        self._link = link

    def latest(self, words: Words) -> Reply:
        """The batch that would be undone first, with the button that does it."""
        undoable = self._catalogue.undoable()
        if not undoable:
            raise UserError("catalogue-nothing-to-undo")
        return self.standing(undoable[0], words)

    def standing(self, batch: int, words: Words, fault: Message | None = None) -> Reply:
        """A batch as it stands; `fault` is what its audit found."""
        record = self._catalogue.ledger.record(batch)
        summary = done_summary(record, words)
        if record.state in (State.STAGED, State.APPLYING):
            return self.difference(self._catalogue.staged(batch), words)
        if record.state is State.APPLIED:
            undoable = batch in self._catalogue.undoable()
            refused = self._refused(self._catalogue.staged(batch), words) if record.refused_rows else ""
            card = done_card(record, undoable=undoable, fault=fault, refused=refused, words=words)
            return Reply(summary, card)
        return Reply(summary, over_card(record, words=words))

    def standing_or_sentence(self, batch: int, words: Words) -> Reply:
        """The same after a fault, which may be of the database or of the disk."""
        try:
            return self.standing(batch, words)
        except (CatalogueError, UserError):
            return Reply(words("work-failed", batch=str(batch)))

    def difference(self, staged: StagedBatch, words: Words) -> Reply:
        """What a batch would change, with its whole list kept for download."""
        report = self._downloads.keep(
            f"batch-{staged.id}.csv",
            lambda out: out.write(report_csv(staged, lambda message: in_words(message, words))),
        )
        refused = self._refused(staged, words)
        card = diff_card(staged, report=report.link, refused=refused, link=self._link, words=words)
        return Reply(diff_summary(staged, words), card)

    def _refused(self, staged: StagedBatch, words: Words) -> str:
        """The link to a file of the rows that were left out; empty if there are none."""
        if staged.refused is None:
            return ""
        suffix, content = refused_file(staged.refused, lambda message: in_words(message, words))
        name = f"batch-{staged.id}-refused{suffix}"
        return self._downloads.keep(name, lambda out: out.write(content)).link
