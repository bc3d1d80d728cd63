"""One run of a feed: read the source, and apply what it gives, within the feed's limits."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from catalogue.batches.applying.apply import with_store_errors
from catalogue.batches.checking.check import Batch
from catalogue.batches.checking.picture_checks import PictureReader, read_with_pillow
from catalogue.batches.planning.diff import Plan, plan_without_faulty
from catalogue.batches.reading.sources import Fetch
from catalogue.database import Feed, FeedState, Mark, Waiting
from catalogue.errors import (
    BatchError,
    BusyStoreError,
    CatalogueError,
    ChangedStoreError,
    FeedError,
    StaleBatchError,
    StoreError,
    UnfinishedError,
)
from catalogue.feeds.limits import Held, reason_to_wait, skus_named
from catalogue.feeds.sources import Fetched, Source
from catalogue.messages import Message
from catalogue.modes import State
from catalogue.progress import Embed, Progress, silent
from catalogue.store import Catalogue

log = logging.getLogger(__name__)

PAGES = (b"<!doctype html", b"<html")
"""How a web page begins, in small letters."""
TRIES = 3
"""Times that a batch is compared anew because the catalogue has changed meanwhile."""


class Result(StrEnum):
    """What came of a run."""

    APPLIED = "applied"
    CONFIRMED = "confirmed"
    """The source gave the figures that the catalogue has already."""
    WAITING = "waiting"
    """A batch is beyond the feed's limits, and waits for an admin."""
    FAILED = "failed"
    BUSY = "busy"
    """Another program runs the feed or applies a batch, or the file is still being written: later."""


@dataclass(frozen=True, slots=True)
class Run:
    """What came of a run, and how the feed stands then."""

    feed: Feed
    result: Result
    batch: int | None = None
    """The batch that was applied, or waits."""
    superseded: tuple[int, ...] = ()
    """Batches that waited, and were discarded for this content."""
    new: bool = True
    """Whether a batch waits since this very run."""


class FeedService:
    """Runs feeds. Blocks; may be used from several threads and programs, as each feed has a lock."""

    def __init__(
        self,
        catalogue: Catalogue,
        embed: Embed,
        open_source: Callable[[Feed], Source],
        *,
        picture_reader: PictureReader = read_with_pillow,
        pictures: Callable[[], AbstractContextManager[Fetch | None]] = nullcontext,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`open_source` makes a feed's source; it raises `FeedError` if the settings do not allow that.

        `picture_reader` is for the pictures of batches, and `pictures` opens what fetches those that are
        named by address, as `read_batch` takes them.
        """
        self._catalogue = catalogue
        self._feeds = catalogue.database.feeds
        self._embed = with_store_errors(embed)
        self._open_source = open_source
        self._picture_reader = picture_reader
        self._pictures = pictures
        self._now = now

    def due(self) -> tuple[Feed, ...]:
        """Return the feeds for which it is time, by name."""
        now = self._now()
        return tuple(feed for feed in self._feeds.all() if feed.is_due(now))

    def run(
        self, name: str, *, if_due: bool = False, anyway: bool = False, progress: Progress = silent
    ) -> Run:
        """Run a feed once. Raises `UnknownFeedError`, and `StoreError` if the catalogue does not answer.

        What is wrong with the source is not raised: the feed's state has it.

        Args:
            name: the feed's.
            if_due: do nothing if another program has run it meanwhile.
            anyway: apply what is beyond the limits too, and what was read before.
            progress: gets `check`, `embed`, `store`, `write` and `audit`.
        """
        feed = self._feeds.get(name)
        try:
            with self._feeds.lock(feed):
                feed = self._feeds.get(name)  # as the latest run left it
                if if_due and not feed.is_due(self._now()):
                    return Run(feed, Result.BUSY)
                return self._run(feed, anyway, progress)
        except BusyStoreError as busy:
            log.info("the feed %s has to wait: %s", feed.name, busy)
            return Run(feed, Result.BUSY)

    def _run(self, feed: Feed, anyway: bool, progress: Progress) -> Run:
        try:
            with tempfile.TemporaryDirectory(prefix="hangtag-feed-", ignore_cleanup_errors=True) as folder:
                out = Path(folder) / "content"
                known = None if anyway else feed.state.mark
                fetched = self._open_source(feed).fetch(known, out)
                if fetched.unchanged:
                    return self._unchanged(feed, fetched)
                return self._taken(feed, fetched, out, anyway, progress)
        except UnfinishedError as error:
            log.info("the feed %s has to wait: %s", feed.name, error)
            return Run(feed, Result.BUSY)
        except BusyStoreError:
            raise
        except (FeedError, BatchError, StoreError) as error:
            return self._failed(feed, _reason(error))

    # What a run finds

    def _unchanged(self, feed: Feed, fetched: Fetched) -> Run:
        """The content is the one that was dealt with before."""
        state = self._well(feed, fetched.mark)
        if state.waiting is not None:
            return Run(self._feeds.put_state(feed, state), Result.WAITING, state.waiting.batch, new=False)
        if state.as_of is not None and fetched.as_of != state.as_of and self._in_catalogue(state):
            self._feeds.vouch(feed, state.as_of, fetched.as_of)
            state = replace(state, as_of=fetched.as_of)
        return Run(self._feeds.put_state(feed, state), Result.CONFIRMED)

    def _taken(self, feed: Feed, fetched: Fetched, out: Path, anyway: bool, progress: Progress) -> Run:
        """The content is new."""
        ends_whole = _check(feed, fetched, out, anyway)
        with self._pictures() as fetch, closing(self._read(feed, fetched, out, fetch, progress)) as batch:
            state = self._well(feed, fetched.mark)
            planned = plan_without_faulty(batch, self._catalogue.database, feed.mode)
            reason = None if anyway else self._reason_to_wait(feed, planned)
            waiting = Waiting(0, fetched.as_of, skus_named(planned), ends_whole)
            if not planned.news:
                if reason is not None:
                    raise FeedError(reason)  # there is nothing to decide on
                superseded = self._supersede(feed)
                self._feeds.confirm(feed, (change.after for change in planned.confirmed))
                batch_id = feed.state.batch if self._in_catalogue(feed.state) else None
                state = _accepted(state, waiting, batch_id)
                return Run(self._feeds.put_state(feed, state), Result.CONFIRMED, superseded=superseded)
            superseded = self._supersede(feed)
            staged = self._catalogue.staging.stage_plan(
                planned, by=feed.by, embed=self._embed, reason=reason, progress=progress
            )
        if reason is None:
            reason = self._apply(feed, staged.id, planned, anyway, progress)
        if reason is None:
            log.info("the feed %s: batch %d is applied", feed.name, staged.id)
            state = _accepted(state, waiting, staged.id)
            result = Result.APPLIED
        else:
            log.warning("the feed %s: batch %d waits for an admin: %s", feed.name, staged.id, reason)
            state = replace(state, waiting=replace(waiting, batch=staged.id))
            result = Result.WAITING
        return Run(self._feeds.put_state(feed, state), result, staged.id, superseded)

    def _failed(self, feed: Feed, why: Message) -> Run:
        state = replace(
            feed.state, tried_at=self._now(), fault=why, failures=feed.state.failures + 1, mark=None
        )
        log.warning("the feed %s failed (%d in a row): %s", feed.name, state.failures, why)
        return Run(self._feeds.put_state(feed, state), Result.FAILED)

    # The parts of a run

    def _read(
        self, feed: Feed, fetched: Fetched, out: Path, fetch: Fetch | None, progress: Progress
    ) -> Batch:
        batch = self._catalogue.staging.read(
            [(fetched.name or feed.name, out)],
            mode=feed.mode,
            mapping=feed.columns,
            fetch=fetch,
            picture_reader=self._picture_reader,
            skip_faulty=True,
            progress=progress,
        )
        return replace(batch, read_at=fetched.as_of, feed=feed.name)

    def _reason_to_wait(self, feed: Feed, planned: Plan) -> Message | None:
        counts = self._catalogue.counts()
        held = Held(counts.items, counts.variants, self._feeds.stocked_skus())
        return reason_to_wait(planned, feed.limits, held, skus_before=feed.state.skus)

    def _supersede(self, feed: Feed) -> tuple[int, ...]:
        """Discard what waits of the feed, or was left by a crash: its content is older than the new one."""
        discarded = []
        for record in self._catalogue.ledger.waiting_of(feed.name):
            assert record.id is not None  # it is in the database
            try:
                self._catalogue.discard(record.id, by=feed.by)
            except BatchError as error:
                log.info("the feed %s: %s", feed.name, error)  # an admin was quicker
            else:
                discarded.append(record.id)
        return tuple(discarded)

    def _apply(
        self, feed: Feed, batch: int, planned: Plan | None, anyway: bool, progress: Progress
    ) -> Message | None:
        """Apply a staged batch; return why not, if the catalogue has changed so that it must wait now."""
        for _ in range(TRIES):
            try:
                applied = self._catalogue.apply_staged(
                    batch, self._embed, by=feed.by, planned=planned, progress=progress
                )
            except StaleBatchError as stale:
                planned = self._catalogue.staged(batch).plan
                if planned is None:
                    return stale.message
                reason = None if anyway else self._reason_to_wait(feed, planned)
                if reason is not None:
                    self._catalogue.ledger.move(batch, [State.STAGED], State.STAGED, fault=reason)
                    return reason
            except ChangedStoreError:
                planned = None  # somebody moved stock in between: compared anew
            except CatalogueError:
                self._discard_quietly(feed, batch)  # the next run reads the source anew
                raise
            else:
                if applied.audit.fault:
                    log.warning("the feed %s: %s", feed.name, applied.audit.fault)
                return None
        self._discard_quietly(feed, batch)
        raise BusyStoreError(Message("batch-busy"))

    def _discard_quietly(self, feed: Feed, batch: int) -> None:
        try:
            self._catalogue.discard(batch, by=feed.by)
        except CatalogueError as error:
            log.info("the feed %s: batch %d was not discarded: %s", feed.name, batch, error)

    def _in_catalogue(self, state: FeedState) -> bool:
        """Return whether what the feed gave last was not undone."""
        return state.batch is None or self._catalogue.ledger.record(state.batch).state is State.APPLIED

    def _well(self, feed: Feed, mark: Mark) -> FeedState:
        return replace(feed.state, tried_at=self._now(), mark=mark, fault=None, failures=0)


def _accepted(state: FeedState, content: Waiting, batch: int | None) -> FeedState:
    return replace(
        state,
        waiting=None,
        as_of=content.as_of,
        skus=content.skus,
        ends_whole=content.ends_whole,
        batch=batch,
    )


def _check(feed: Feed, fetched: Fetched, out: Path, anyway: bool) -> bool:
    """Return whether a content ends with the end of a line. Raises `FeedError` if it is none to read."""
    with out.open("rb") as file:
        head = file.read(512).removeprefix(b"\xef\xbb\xbf").lstrip()
        if not head:
            raise FeedError(Message("feed-empty"))
        if head[:20].lower().startswith(PAGES):
            raise FeedError(Message("feed-page"))
        file.seek(-1, 2)
        ends_whole = file.read() == b"\n"
    if feed.state.ends_whole and not ends_whole and not anyway:
        raise FeedError(Message("feed-cut-off"))
    before = feed.state.as_of
    dated = fetched.mark.modified is not None
    if dated and before is not None and fetched.as_of < before <= datetime.now(UTC) and not anyway:
        raise FeedError(Message("feed-older"))
    return ends_whole


def _reason(error: FeedError | BatchError | StoreError) -> Message:
    """Return one sentence for an error; of the faults of rows, the first."""
    if isinstance(error, BatchError) and error.faults:
        return Message("feed-refused", why=error.message, first=error.faults[0].reason)
    return error.message
