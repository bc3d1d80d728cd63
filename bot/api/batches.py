"""Batches: sent, looked at, applied or discarded, by keys of admins."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from aiohttp import web
from pydantic import Field

from bot.api.calls import Call, Endpoint, Strict, Text
from bot.api.problems import ProblemError, json_response, problem_of
from bot.api.replies import BatchesReply, BatchReply
from bot.errors import BusyError, UserError
from bot.foreign_text import plain
from bot.handlers.catalogue.staging import Staging
from bot.reports import batch_report, staged_report
from bot.state.people import Role
from bot.worker_queue import WorkerQueue
from catalogue.batches.applying.staged import StagedBatch
from catalogue.errors import CatalogueError
from catalogue.modes import Mode, State
from catalogue.progress import Embed
from catalogue.store import Catalogue
from vision.errors import PhotoError

log = logging.getLogger(__name__)

Start: TypeAlias = Callable[[Coroutine[Any, Any, None]], object]
"""Lets work go on after its request was answered."""

WAIT = 20.0
"""Seconds that a request waits for a batch to be applied; then it is answered with where that stands."""
PROBLEMS = "api-batch"
"""Kind of the notes that say what kept a batch from being applied."""
_REMEMBERED = timedelta(days=14)
"""As long as a batch waits."""


class StageQuery(Strict):
    """What the file is called, and what it means."""

    name: Annotated[Text, Field(description="The file's name, such as stock.csv: its kind is read from it.")]
    mode: Annotated[Mode, Field(description="What the batch means by what it names.")] = Mode.UPSERT


class BatchesQuery(Strict):
    """How many are wanted."""

    limit: Annotated[int, Field(ge=1, le=200)] = 20


class BatchesApi:
    """Stages and applies batches, on the chat's own queue: one at a time."""

    def __init__(
        self,
        catalogue: Catalogue,
        embed: Embed,
        staging: Staging,
        queue: WorkerQueue,
        start: Start,
        *,
        max_bytes: int,
        wait: float = WAIT,
    ) -> None:
        self._catalogue = catalogue
        self._embed = embed
        self._staging = staging
        self._queue = queue
        self._start = start
        self._max_bytes = max_bytes
        self._wait = wait
        self._applying: set[int] = set()

    def endpoints(self) -> tuple[Endpoint, ...]:
        """What is answered here."""
        admin = Role.ADMIN
        return (
            Endpoint(
                *("POST", "/batches", admin, "Send a batch; nothing is changed before it is applied"),
                self.stage,
                query=StageQuery,
                reply=BatchReply,
                status=201,
                takes=("application/octet-stream", "text/csv", "application/zip"),
                refusals=(413, 503),
                description="The body is the file itself. A batch that is refused has the state `failed`, "
                "with its rows in `refused`.",
            ),
            Endpoint(
                *("GET", "/batches", admin, "The latest batches"),
                self.list,
                query=BatchesQuery,
                reply=BatchesReply,
            ),
            Endpoint(
                *("GET", "/batches/{batch}", admin, "A batch: its state, and what it would change"),
                self.show,
                reply=BatchReply,
                refusals=(404,),
            ),
            Endpoint(
                *("POST", "/batches/{batch}/apply", admin, "Apply a batch that waits"),
                self.apply,
                reply=BatchReply,
                refusals=(404, 409, 503),
                description=f"Answers 202 if it takes over {WAIT:.0f} seconds: then look at the batch.",
            ),
            Endpoint(
                *("POST", "/batches/{batch}/discard", admin, "Discard a batch that waits"),
                self.discard,
                reply=BatchReply,
                refusals=(404, 409),
            ),
        )

    async def stage(self, call: Call[StageQuery]) -> web.Response:
        """`POST batches`."""
        self._refuse_if_full()  # before megabytes are read
        name, mode, by = plain(call.query.name, 120), call.query.mode, call.key.name
        with tempfile.TemporaryDirectory(prefix="hangtag-batch-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "1"  # a name from outside is none for a path
            with path.open("wb") as out:
                await call.save(out.write, self._max_bytes)
            staged = await self._queue.run(lambda: self._staging.stage([(name, path)], mode, by))
        log.info("batch %d (%s) of the key %s: %s", staged.id, mode, by, staged.record.state)
        # Read again: what says nothing new is discarded at once.
        record = await asyncio.to_thread(self._catalogue.ledger.record, staged.id)
        report = batch_report(record) | _planned(staged, waits=record.state is State.STAGED)
        where = f"{call.request.path}/{staged.id}"
        return json_response(report | {"problem": None}, status=201, headers={"Location": where})

    async def list(self, call: Call[BatchesQuery]) -> web.Response:
        """`GET batches`."""
        records = await asyncio.to_thread(lambda: self._catalogue.history(limit=call.query.limit))
        return json_response({"batches": [batch_report(record) for record in records]})

    async def show(self, call: Call[Any]) -> web.Response:
        """`GET batches/BATCH`."""
        return json_response(await asyncio.to_thread(self._report, call.number("batch")))

    async def apply(self, call: Call[Any]) -> web.Response:
        """`POST batches/BATCH/apply`."""
        batch, by = call.number("batch"), call.key.name
        record = await asyncio.to_thread(self._catalogue.ledger.record, batch)
        if batch in self._applying or record.state is State.APPLYING:
            raise UserError("batch-in-work", batch=str(batch))
        if record.state is not State.STAGED:
            raise UserError("batch-not-waiting", batch=str(batch), state=record.state.value)
        self._refuse_if_full()
        log.info("batch %d is applied by the key %s", batch, by)
        self._applying.add(batch)
        outcome: asyncio.Future[ProblemError | None] = asyncio.get_running_loop().create_future()
        self._start(self._apply(batch, by, outcome))
        done, _ = await asyncio.wait([outcome], timeout=self._wait)
        if done and (problem := outcome.result()) is not None:
            raise problem
        report = await asyncio.to_thread(self._report, batch)
        return json_response(report, status=200 if report["state"] == State.APPLIED else 202)

    async def discard(self, call: Call[Any]) -> web.Response:
        """`POST batches/BATCH/discard`."""
        batch, by = call.number("batch"), call.key.name
        record = await asyncio.to_thread(self._catalogue.ledger.record, batch)
        if batch in self._applying:
            raise UserError("batch-in-work", batch=str(batch))
        if record.state is not State.STAGED:
            raise UserError("batch-not-waiting", batch=str(batch), state=record.state.value)
        await self._queue.run(lambda: self._catalogue.discard(batch, by=by))
        log.info("batch %d is discarded by the key %s", batch, by)
        return json_response(await asyncio.to_thread(self._report, batch))

    async def _apply(self, batch: int, by: str, outcome: asyncio.Future[ProblemError | None]) -> None:
        """Apply it, whether or not somebody still waits for the answer."""
        problem: ProblemError | None = ProblemError(500, "bug", "It failed. The log has the details.")
        try:
            await self._queue.run(lambda: self._catalogue.apply_staged(batch, self._embed, by=by))
            problem = None
        except asyncio.CancelledError:  # the bot stops; the next one finishes it
            problem = None
            raise
        except (CatalogueError, PhotoError, UserError) as error:
            problem = problem_of(error)
            log.warning("batch %d was not applied: %s", batch, error)
        except Exception:
            log.exception("batch %d was not applied", batch)
        finally:
            self._applying.discard(batch)
            if not outcome.done():
                outcome.set_result(problem)
        note = None if problem is None else {"code": problem.code, "text": str(problem)}
        await asyncio.to_thread(self._catalogue.notes.put, PROBLEMS, str(batch), note, life=_REMEMBERED)

    def _report(self, batch: int) -> dict[str, Any]:
        staged = self._catalogue.staged(batch)
        waits = staged.record.state is State.STAGED and batch not in self._applying
        report = batch_report(staged.record) | _planned(staged, waits=waits)
        return report | {"problem": self._catalogue.notes.get(PROBLEMS, str(batch))}

    def _refuse_if_full(self) -> None:
        if self._queue.full:
            raise BusyError("catalogue-busy")


def _planned(staged: StagedBatch, *, waits: bool) -> dict[str, Any]:
    report = staged_report(staged)
    refused = report.pop("refused")
    known = ("batch", "mode", "fault")
    plan = {name: value for name, value in report.items() if name not in known} if waits else None
    return {"can_apply": waits and staged.can_apply, "plan": plan, "refused": refused}
