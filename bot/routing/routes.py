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
from bot.handlers.questions import Heard
from bot.links.signed_buttons import SignedButtons
from bot.questions.greetings import is_greeting
from bot.questions.query import Asked, Query, Read, Talk
from bot.routing.command_words import in_english
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
    TALK,
    UNCLEAR,
    WORK,
    is_work,
)
from bot.state.memory import Context
from bot.state.people import Role
from bot.turn import Turn

T = TypeVar("T")

BATCH_FILES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".zip"})
"""Endings of files that are taken for a batch without a word."""
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
        text = in_english("\n".join(line for line in lines if line))  # patterns take long for many blanks
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
            heard = await self._handlers.questions.read_beside(turn, text, subject.item)
            asked = heard.read.asked
            if not asked:
                break
            if _is_thanks(heard.read) or (len(asked) == 1 and _is_answered(asked[0], subject)):
                continue
            about_it = any(subject.item in _items(each) for each in asked)
            if about_it and not subject.sure:
                yield Reply(turn.words("caption-unsure", title=plain(subject.title, MAX_REPEATED)))
            async for reply in self._heard(turn, heard):
                yield reply
            if not about_it:
                return
        else:
            if subjects:
                return
        async for reply in self._not_of_a_photo(turn, text, subjects):
            yield reply

    async def _not_of_a_photo(
        self, turn: Turn, text: str, subjects: Sequence[Subject]
    ) -> AsyncIterator[Reply]:
        heard = await self._handlers.questions.read(turn, text, Context())
        lacks_item = await self._handlers.questions.lacks_item(turn, heard)
        if not lacks_item and len(subjects) == 1 and subjects[0].sure:  # else “this” would mean anything
            of_photo = Context((subjects[0].item,))
            heard = await self._handlers.questions.by_model(turn, heard, of_photo)
        heard = replace(heard, final=True)
        if heard.read.understood or heard.read.unknown or (heard.read.near and not lacks_item):
            if not _is_thanks(heard.read):
                async for reply in self._heard(turn, heard):
                    yield reply
        else:
            code = "caption-no-item" if lacks_item and not subjects else "caption-not-understood"
            yield Reply(turn.words(code, text=plain(text, MAX_REPEATED)))

    async def _lost(self, turn: Turn, text: str) -> AsyncIterator[Reply]:
        """What didn't come along; then the words, if they are about something that they name."""
        async for reply in self._answered(NOTHING, turn, None):
            yield reply
        if text and not is_greeting(text):
            heard = await self._handlers.questions.read(turn, text, Context())
            of_some = await self._handlers.questions.of_some_item(turn, text)
            named = heard.read.asked == of_some.asked  # else it is about what the photo shows
            if named and heard.read.understood and not _is_thanks(heard.read):
                async for reply in self._heard(turn, heard):
                    yield reply

    async def _typed(self, turn: Turn, text: str) -> AsyncIterator[Reply]:
        if is_greeting(text):
            async for reply in self._answered(GREETING, turn, None):
                yield reply
            return
        async for reply in self._heard(turn, await self._handlers.questions.read(turn, text)):
            yield reply

    async def _heard(self, turn: Turn, heard: Heard) -> AsyncIterator[Reply]:
        """The one reply to all that a message asks; it needs the role that any part of it needs."""
        lacks_item = await self._handlers.questions.lacks_item(turn, heard)
        if not lacks_item:
            heard = await self._handlers.questions.by_model(turn, heard)
        asked = heard.read.asked
        if not asked:
            replies = self._answered(UNCLEAR, turn, (heard, lacks_item))
        elif len(asked) == 1 and isinstance(asked[0], Talk) and asked[0].about in TALK:
            replies = self._answered(TALK[asked[0].about], turn, asked[0])
        else:
            replies = self._answered(WORK if any(is_work(each) for each in asked) else QUESTIONS, turn, heard)
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


async def _both(first: AsyncIterator[Reply], then: AsyncIterator[Reply]) -> AsyncIterator[Reply]:
    async for reply in first:
        yield reply
    async for reply in then:
        yield reply


def _is_answered(asked: Asked, subject: Subject) -> bool:
    """Whether the photo's own card says it already: `what is this?`."""
    bare = (Query(measure, items=(subject.item,)) for measure in ("on_hand", "details"))
    return isinstance(asked, Query) and replace(asked, of_shown=False) in tuple(bare)


def _is_thanks(read: Read) -> bool:
    return any(isinstance(each, Talk) and each.about == "thanks" for each in read.asked[:1])


def _items(asked: Asked) -> tuple[str, ...]:
    return () if isinstance(asked, Talk) else asked.items


def is_batch_file(attachment: Attachment) -> bool:
    """Whether a file is taken for a batch without a word."""
    return not attachment.needs_token and PurePath(attachment.name).suffix.lower() in BATCH_FILES
