"""Roles, told and changed by admins: `people`, `people add Anna supervisor`, `people remove Anna`."""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import AsyncIterator

from bot.cards.elements import plain
from bot.cards.people import people_card
from bot.channel import Channel, InboundMessage, Reply
from bot.errors import ForbiddenError, UserError
from bot.locales import Words
from bot.questions.question import Question
from bot.state.people import Colleague, People, Role, names

log = logging.getLogger(__name__)

_COMMAND = re.compile(r"/?people\b[\s:]*(.*)", re.IGNORECASE | re.DOTALL)
_CHANGE = re.compile(r"(add|remove)\s+@?(.+)", re.IGNORECASE | re.DOTALL)
_ROLE = re.compile(r"\s+(?:as\s+|an?\s+){0,3}(worker|supervisor|admin)s?$", re.IGNORECASE)
MOST = 40
"""Signs of a name that are repeated."""


class PeopleHandler:
    """Answers admins alone; raises `ForbiddenError` for anybody else."""

    def __init__(self, people: People) -> None:
        self._people = people

    def answer(
        self, message: InboundMessage, channel: Channel, words: Words, /
    ) -> AsyncIterator[Reply] | None:
        """The reply to `people …`; anything else is another's."""
        found = _COMMAND.fullmatch(message.text.strip())
        if message.kind != "message" or message.attachments or found is None:
            return None
        return self._asked(found[1].strip(), message, words)

    def said(self, question: Question, message: InboundMessage, words: Words) -> Reply:
        """The reply to an admin's own words. Called on a worker thread."""
        person, role = question.slots.get("person", ""), question.slots.get("role")
        match question.intent:
            case "people_add":
                return self._answer(f"add {person} {role}", message, words)
            case "people_remove":
                return self._answer(f"remove {person}", message, words)
        return self._answer("", message, words)

    async def _asked(self, asked: str, message: InboundMessage, words: Words) -> AsyncIterator[Reply]:
        yield await asyncio.to_thread(self._answer, asked, message, words)

    def _answer(self, asked: str, message: InboundMessage, words: Words) -> Reply:
        if not self._people.may(message):
            raise ForbiddenError("people-forbidden")
        if not asked:
            return self._all(message, words)
        change = _CHANGE.fullmatch(" ".join(asked.split()))  # many blanks would take the pattern below long
        if change is None:
            return Reply(words("people-commands"))
        if change[1].casefold() == "remove":
            return self._give(change[2], Role.WORKER, message, words)
        role = _ROLE.search(change[2])
        if role is None:
            raise UserError("people-which-role")
        return self._give(change[2][: role.start()], Role[role[1].upper()], message, words)

    def _give(self, name: str, role: Role, message: InboundMessage, words: Words) -> Reply:
        one = self._meant(name, message, words)
        called = plain(one.name or one.object_id, MOST)
        if one.by_settings and role is not Role.ADMIN:
            raise UserError("people-by-settings", name=called)
        if role is not Role.ADMIN and self._people.is_last_admin(one, message):
            raise UserError("people-last-admin")
        self._people.give(one, role, message)
        log.info("%s is %s now, by %s", one.object_id, role.word, message.sender.object_id)
        return self._all(message, words, done=words("people-done", name=called, role=role.word))

    def _meant(self, name: str, message: InboundMessage, words: Words) -> Colleague:
        found = self._people.named(name, message)
        asked = plain(name, MOST)
        if not found:
            raise UserError("people-unknown", name=asked)
        if len(found) > 1:
            raise UserError("people-several", name=asked, people=plain(names(found), 400))
        return found[0]

    def _all(self, message: InboundMessage, words: Words, *, done: str = "") -> Reply:
        people = self._people.all(message)
        return Reply(done or words("people-title"), people_card(people, done=done, words=words))
