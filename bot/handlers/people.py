"""Roles, listed and changed by admins: `people`, `people add Anna supervisor`, `people remove Anna`."""

from __future__ import annotations

import logging
import re

from bot.cards.people import people_card
from bot.channel import Reply
from bot.errors import UserError
from bot.foreign_text import plain
from bot.questions.query import Talk
from bot.state.people import Colleague, People, Role, names
from bot.turn import Turn

log = logging.getLogger(__name__)

_CHANGE = re.compile(r"(add|remove)\s+@?(.+)", re.IGNORECASE | re.DOTALL)
_ROLE = re.compile(r"\s+(?:as\s+|an?\s+){0,3}(worker|supervisor|admin)s?$", re.IGNORECASE)
MAX_NAME = 40
"""Characters of a name that are repeated."""


class PeopleHandler:
    """Lists and changes roles. Everything blocks."""

    def __init__(self, people: People) -> None:
        self._people = people

    def change(self, turn: Turn, change: str) -> Reply:
        """The reply to `people` and what follows that word; all people where nothing does."""
        if not change:
            return self._all(turn)
        command = _CHANGE.fullmatch(" ".join(change.split()))  # many blanks would take the pattern below long
        if command is None:
            return Reply(turn.words("people-commands"))
        if command[1].casefold() == "remove":
            return self._give(turn, command[2], Role.WORKER)
        role = _ROLE.search(command[2])
        if role is None:
            raise UserError("people-which-role")
        return self._give(turn, command[2][: role.start()], Role[role[1].upper()])

    def ask(self, turn: Turn, talk: Talk) -> Reply:
        """The reply to an admin's own words."""
        values = dict(talk.values)
        person, role = values.get("person", ""), values.get("role")
        match talk.about:
            case "people_add":
                return self.change(turn, f"add {person} {role}")
            case "people_remove":
                return self.change(turn, f"remove {person}")
        return self.change(turn, "")

    def _give(self, turn: Turn, name: str, role: Role) -> Reply:
        colleague = self._colleague(turn, name)
        called = plain(colleague.name or colleague.object_id, MAX_NAME)
        if colleague.by_settings and role is not Role.ADMIN:
            raise UserError("people-by-settings", name=called)
        if role is not Role.ADMIN and self._people.is_last_admin(colleague, turn.message):
            raise UserError("people-last-admin")
        self._people.give(colleague, role, turn.message)
        log.info("%s is %s now, by %s", colleague.object_id, role.word, turn.person.object_id)
        return self._all(turn, done=turn.words("people-done", name=called, role=role.word))

    def _colleague(self, turn: Turn, name: str) -> Colleague:
        """The one who is meant."""
        colleagues = self._people.named(name, turn.message)
        called = plain(name, MAX_NAME)
        if not colleagues:
            raise UserError("people-unknown", name=called)
        if len(colleagues) > 1:
            raise UserError("people-several", name=called, people=plain(names(colleagues), 400))
        return colleagues[0]

    def _all(self, turn: Turn, *, done: str = "") -> Reply:
        card = people_card(self._people.all(turn.message), done=done, words=turn.words)
        return Reply(done or turn.words("people-title"), card)
