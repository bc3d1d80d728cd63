"""The way through the table: a turn in, the replies of whoever answers it out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import PurePath
from typing import Protocol, TypeVar

from bot.channel import Attachment, InboundMessage, Reply
from bot.errors import ForbiddenError, UserError
from bot.links.signed_buttons import SignedButtons
from bot.routing.rows import Access, Handlers, Route
from bot.routing.table import (
    BUTTONS,
    COMMANDS,
    FILES,
    INSTALLED,
    NOTHING,
    PHOTOS,
    QUESTIONS,
    UNCLEAR,
    UNDERSTOOD,
)
from bot.state.people import Role
from bot.turn import Turn

T = TypeVar("T")

BATCH_FILES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".zip"})
"""Endings of files that are taken for a batch without a word."""


class Roles(Protocol):
    """What knows what people may do; `bot.state.people.People` is one. Called on a worker thread."""

    def may(self, message: InboundMessage, least: Role, /) -> bool:
        """Whether the sender of this very message has that role or a higher one."""


class Routes:
    """Finds the row of a turn, checks who asks and where, and has it answered."""

    def __init__(self, handlers: Handlers, roles: Roles, signed: SignedButtons) -> None:
        self._handlers = handlers
        self._roles = roles
        self._signed = signed
        self._buttons = {row.payload.name: row for row in BUTTONS}

    def answer(self, turn: Turn) -> AsyncIterator[Reply]:
        """The replies to a turn. They raise what is answered with a fault, and `DeliveryError`."""
        match turn.message.kind:
            case "installed":
                return self._answered(INSTALLED, turn, None)
            case "action":
                return self._pressed(turn)
            case "message":
                return self._sent(turn)

    async def _pressed(self, turn: Turn) -> AsyncIterator[Reply]:
        message = self._signed.opened(turn.message)
        row = self._buttons.get(message.button)
        if row is None:
            raise UserError("button-outdated")
        turn = turn.with_message(message)
        await self._admit(turn, row.route.access)  # nobody learns more of a button that is not theirs
        async for reply in row.route.answer(self._handlers, turn, row.payload.parse(message.data)):
            yield reply

    def _sent(self, turn: Turn) -> AsyncIterator[Reply]:
        message = turn.message
        text = message.text.replace("\xa0", " ").strip()
        for row in COMMANDS:
            asked = row.pattern.fullmatch(text)
            if asked is not None and (row.attachments or not message.attachments):
                return self._answered(row.route, turn, (asked[asked.lastindex or 0]).strip())
        if message.attachments:
            return self._attached(turn)
        return self._typed(turn, text) if text else self._answered(NOTHING, turn, None)

    async def _attached(self, turn: Turn) -> AsyncIterator[Reply]:
        """Tables and archives are a batch; the rest are photos."""
        files = tuple(one for one in turn.message.attachments if is_batch_file(one))
        photos = tuple(one for one in turn.message.attachments if not is_batch_file(one))
        for route, part in ((FILES, files), (PHOTOS, photos)):
            if part:
                about = turn.with_message(replace(turn.message, attachments=part))
                async for reply in self._answered(route, about, None):
                    yield reply

    async def _typed(self, turn: Turn, text: str) -> AsyncIterator[Reply]:
        understood = await self._handlers.questions.understand(turn, text)
        intent = understood.question.intent
        if intent == "unknown":
            replies = self._answered(UNCLEAR, turn, (text, understood))
        else:
            replies = self._answered(UNDERSTOOD.get(intent, QUESTIONS), turn, understood)
        async for reply in replies:
            yield reply

    async def _answered(self, route: Route[T], turn: Turn, detail: T) -> AsyncIterator[Reply]:
        await self._admit(turn, route.access)
        async for reply in route.answer(self._handlers, turn, detail):
            yield reply

    async def _admit(self, turn: Turn, access: Access) -> None:
        if access.role > Role.WORKER and not await asyncio.to_thread(
            self._roles.may, turn.message, access.role
        ):
            raise ForbiddenError(access.refusal)
        if access.personal and turn.message.place.kind != "personal":
            raise UserError("catalogue-personal-only")


def is_batch_file(attachment: Attachment) -> bool:
    """Whether a file is taken for a batch without a word."""
    return not attachment.needs_token and PurePath(attachment.name).suffix.lower() in BATCH_FILES
