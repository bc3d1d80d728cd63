"""Files become a staged batch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from bot.errors import UserError
from bot.fetching.picture_links import allowed_links
from catalogue.batches.applying.staged import StagedBatch
from catalogue.errors import BatchError
from catalogue.modes import Mode
from catalogue.progress import Embed, Progress, silent
from catalogue.store import Catalogue

Files = Sequence[tuple[str, bytes | Path]]
"""Names as people know them, and contents."""


class Staging:
    """Stages batches. Everything blocks, and wants to run alone."""

    def __init__(
        self,
        catalogue: Catalogue,
        embed: Embed,
        *,
        picture_reader: Callable[[bytes], bytes],
        picture_hosts: Collection[str] = (),
    ) -> None:
        """`picture_reader` raises for what is no usable picture.

        `picture_hosts`: where batches may fetch pictures from.
        """
        self._catalogue = catalogue
        self._embed = embed
        self._picture_reader = picture_reader
        self._picture_hosts = picture_hosts

    def stage(
        self,
        files: Files,
        mode: Mode,
        by: str,
        progress: Progress = silent,
        *,
        skip_faulty: bool = False,
        all_places: bool = False,
    ) -> StagedBatch:
        """Files as a batch, which is discarded at once where it says nothing new.

        With `skip_faulty`, faulty rows are in its `refused`, and the rest can be applied.
        """
        with allowed_links(self._picture_hosts) as fetch:
            staged = self._catalogue.stage(
                files,
                mode=mode,
                by=by,
                embed=self._embed,
                fetch=fetch,
                picture_reader=self._picture_reader,
                skip_faulty=skip_faulty,
                all_places=all_places,
                progress=progress,
            )
        if staged.plan is not None and not staged.plan.news:
            self._catalogue.discard(staged.id, by=by)
        return staged

    def apply_at_once(self, files: Files, by: str) -> int:
        """Apply small files with nobody asked in between; the batch's number, 0 where nothing is new.

        Raises `UserError` or `BatchError` with what is wrong with the files.
        """
        staged = self.stage(files, Mode.UPSERT, by)
        if staged.plan is None:
            fault = staged.record.fault
            raise BatchError(fault) if fault else UserError("work-failed", batch=str(staged.id))
        if not staged.plan.news:
            return 0
        self._catalogue.apply_staged(staged.id, self._embed, by=by)
        return staged.id
