"""What the columns of a table mean, as an admin says it in the chat: read at once, remembered, forgotten."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import asdict

from bot.buttons import MapColumns
from bot.cards.columns import COLUMN_FIELDS, columns_card
from bot.channel import Reply
from bot.errors import UserError
from bot.handlers.catalogue.batches import BatchHandler
from bot.state.people import called
from bot.turn import Turn
from catalogue.errors import ColumnQuestion
from catalogue.store import Catalogue

log = logging.getLogger(__name__)


class ColumnHandler:
    """Answers what a refused batch asks of its columns."""

    def __init__(self, catalogue: Catalogue, batches: BatchHandler) -> None:
        self._catalogue = catalogue
        self._batches = batches

    async def read(self, turn: Turn, press: MapColumns) -> Reply | None:
        """Remember the columns that were chosen, and read the batch again if its files are still there."""
        staged = await asyncio.to_thread(self._catalogue.staged, press.batch)
        question, staging = staged.question, self._catalogue.staging
        if question is None:
            raise UserError("columns-answered", batch=str(press.batch))
        mapping = _mapping(question, asdict(press))
        if not await asyncio.to_thread(staging.close_question, press.batch):
            raise UserError("columns-answered", batch=str(press.batch))
        try:
            by = called(turn.person)
            await asyncio.to_thread(self._catalogue.columns.remember, question.header, mapping, by=by)
            log.info("%s said what the columns of batch %d mean", turn.person.object_id, press.batch)
            files = await asyncio.to_thread(staging.files, press.batch)
            if not files:
                return Reply(turn.words("columns-send-again"))
            all_places = await asyncio.to_thread(staging.names_all_places, press.batch)
            await self._batches.propose(turn, files, staged.record.mode, all_places=all_places)
        except BaseException:
            await asyncio.to_thread(staging.reopen_question, press.batch, question)
            raise
        return None

    def list(self, turn: Turn) -> Reply:
        """The headers whose columns are remembered. Blocks."""
        remembered = tuple(self._catalogue.columns.all().values())
        if not remembered:
            return Reply(turn.words("columns-nothing"))
        return Reply(turn.words("columns-title"), columns_card(remembered, words=turn.words))

    def forget(self, turn: Turn, key: str) -> Reply:
        """Forget one. Blocks."""
        self._catalogue.columns.forget(key)
        return self.list(turn)


def _mapping(question: ColumnQuestion, chosen: Mapping[str, object]) -> dict[str, str]:
    """From their column to our field: what was certain, and what was chosen. Raises `UserError`."""
    fields: dict[str, str] = {}
    for field in COLUMN_FIELDS:
        place = str(chosen[field])
        if not place:
            continue
        if not place.isascii() or not place.isdigit() or int(place) >= len(question.header):
            raise UserError("button-outdated")
        column = question.header[int(place)]
        if column in fields:
            raise UserError("columns-twice")
        fields[column] = field
    certain = {
        column: field
        for column, field in question.certain.items()
        if column not in fields and field not in fields.values()
    }
    return certain | fields
