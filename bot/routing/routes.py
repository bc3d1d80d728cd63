"""The way through the table: a turn in, the replies of whoever answers it out."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Protocol, TypeVar

from bot.channel import Attachment, InboundMessage, Reply, Subject
from bot.errors import ForbiddenError, UserError
from bot.foreign_text import plain
from bot.links.signed_buttons import SignedButtons
from bot.questions.greetings import is_greeting
from bot.questions.question import Question
from bot.questions.understanding import Understood
from bot.routing.rows import Access, Handlers, Route
from bot.routing.table import (
    BUTTONS,
    COMMANDS,
    FILES,
    GREETING,
    INSTALLED,
    NOTHING,
    PHOTOS,
    QUESTIONS,
    UNCLEAR,
    UNDERSTOOD,
)
from bot.state.memory import Context
from bot.state.people import Role
from bot.turn import Turn

T = TypeVar("T")

BATCH_FILES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".zip"})
"""Endings of files that are taken for a batch without a word."""
_SOME_ITEM = "?"
MAX_REPEATED = 80
"""Characters of somebody's words that an answer repeats."""


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

    async def _sent(self, turn: Turn) -> AsyncIterator[Reply]:
        text = turn.message.text.strip()
        replies = None
        if not any(is_batch_file(one) for one in turn.message.attachments):
            replies = await self._on_the_floor(turn, text)
        async for reply in replies or self._as_usual(turn, text):
            yield reply

    async def _on_the_floor(self, turn: Turn, text: str) -> AsyncIterator[Reply] | None:
        """The replies to somebody who counts or picks; None if they don't, or it is neither."""
        if (replies := await self._handlers.stock_takes.answer(turn, text)) is not None:
            return replies
        replies = await self._handlers.picks.answer(turn)
        if replies is None or not text:
            return replies
        return _both(replies, self._as_usual(turn.with_message(replace(turn.message, attachments=())), text))

    def _as_usual(self, turn: Turn, text: str) -> AsyncIterator[Reply]:
        """The replies to a message of somebody who isn't counting stock, or that is no line of the count."""
        message = turn.message
        if (answer := self._command(turn, text)) is not None:
            return answer
        if message.attachments:
            return self._attached(turn, text)
        if message.lost:
            return self._lost(turn, text)
        return self._typed(turn, text) if text else self._answered(NOTHING, turn, None)

    def _command(self, turn: Turn, text: str) -> AsyncIterator[Reply] | None:
        lines = (" ".join(line.split()) for line in text.splitlines())
        text = "\n".join(line for line in lines if line)  # patterns take long for many blanks
        for row in COMMANDS:
            match = row.pattern.fullmatch(text)
            if match is not None and (row.attachments or not turn.message.attachments):
                return self._answered(row.route, turn, (match[match.lastindex or 0]).strip())
        return None

    async def _attached(self, turn: Turn, text: str) -> AsyncIterator[Reply]:
        """Tables and archives are a batch; the rest are photos, and the words are about them."""
        files = tuple(one for one in turn.message.attachments if is_batch_file(one))
        photos = tuple(one for one in turn.message.attachments if not is_batch_file(one))
        subjects: list[Subject] = []
        for route, part in ((FILES, files), (PHOTOS, photos)):
            if part:
                about = turn.with_message(replace(turn.message, attachments=part))
                async for reply in self._answered(route, about, None):
                    if reply.subject is not None:
                        subjects.append(reply.subject)
                    yield reply
        words = turn.with_message(replace(turn.message, attachments=()))
        if not text or is_greeting(text):
            return
        if photos:
            async for reply in self._beside(words, text, subjects):
                yield reply
        else:
            yield Reply(turn.words("caption-file", text=plain(text, MAX_REPEATED)))

    async def _beside(self, turn: Turn, text: str, subjects: Sequence[Subject]) -> AsyncIterator[Reply]:
        """The reply to words beside photos: with each one's item as “this”, or once if they name another."""
        if (answer := self._command(turn, text)) is not None:
            async for reply in answer:
                yield reply
            return
        for subject in subjects:
            understood = await self._handlers.questions.understand(turn, text, Context((subject.item,)))
            question = understood.question
            if question.intent == "unknown":
                break
            if question.intent == "thanks" or _is_answered(question, subject):
                continue
            if subject.item in question.items and not subject.sure:
                yield Reply(turn.words("caption-unsure", title=plain(subject.title, MAX_REPEATED)))
            async for reply in self._understood(turn, text, understood):
                yield reply
            if subject.item not in question.items:
                return
        else:
            if subjects:
                return
        async for reply in self._not_of_a_photo(turn, text, subjects):
            yield reply

    async def _not_of_a_photo(
        self, turn: Turn, text: str, subjects: Sequence[Subject]
    ) -> AsyncIterator[Reply]:
        understood = await self._handlers.questions.understand(turn, text, Context())
        is_question = understood.question.intent != "unknown"
        if is_question or (understood.readings and not understood.needs_item):
            async for reply in self._understood(turn, text, understood):
                if understood.question.intent != "thanks":
                    yield reply
        else:
            code = "caption-no-item" if understood.needs_item and not subjects else "caption-not-understood"
            yield Reply(turn.words(code, text=plain(text, MAX_REPEATED)))

    async def _lost(self, turn: Turn, text: str) -> AsyncIterator[Reply]:
        """What didn't come along; then the words, if they are about something that they name."""
        async for reply in self._answered(NOTHING, turn, None):
            yield reply
        if text and not is_greeting(text):
            understood = await self._handlers.questions.understand(turn, text, Context())
            of_some = await self._handlers.questions.understand(turn, text, Context((_SOME_ITEM,)))
            named = understood.question == of_some.question  # else it is about what the photo shows
            if named and understood.question.intent not in ("unknown", "thanks"):
                async for reply in self._understood(turn, text, understood):
                    yield reply

    async def _typed(self, turn: Turn, text: str) -> AsyncIterator[Reply]:
        if is_greeting(text):
            replies = self._answered(GREETING, turn, None)
        else:
            understood = await self._handlers.questions.understand(turn, text)
            replies = self._understood(turn, text, understood)
        async for reply in replies:
            yield reply

    def _understood(self, turn: Turn, text: str, understood: Understood) -> AsyncIterator[Reply]:
        intent = understood.question.intent
        if intent == "unknown":
            return self._answered(UNCLEAR, turn, (text, understood))
        return self._answered(UNDERSTOOD.get(intent, QUESTIONS), turn, understood)

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


async def _both(first: AsyncIterator[Reply], then: AsyncIterator[Reply]) -> AsyncIterator[Reply]:
    async for reply in first:
        yield reply
    async for reply in then:
        yield reply


def _is_answered(question: Question, subject: Subject) -> bool:
    """Whether the photo's own card says it already: `what is this?`."""
    bare = question.intent in ("stock", "details") and not question.slots.keys() - {"items"}
    return bare and question.items == (subject.item,)


def is_batch_file(attachment: Attachment) -> bool:
    """Whether a file is taken for a batch without a word."""
    return not attachment.needs_token and PurePath(attachment.name).suffix.lower() in BATCH_FILES
