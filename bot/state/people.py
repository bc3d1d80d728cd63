"""Who may do what. A role comes from what the channel vouches for, never from a name or a card's data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from threading import Lock
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter, ValidationError
from rapidfuzz import fuzz, process

from bot.channel import InboundMessage, Person, Place
from bot.errors import UserError
from catalogue.database import Notes

TEAMS = "msteams"
ROLES, SEEN, CHATS = "role", "person", "chat"
"""Kinds of notes: roles that were given, who has written to the bot, and where the
personal chats of admins are."""
LIKE_ENOUGH = 80.0
"""Of 100; a name that is less like is another's."""


class Role(IntEnum):
    """What a person may do; each may do what those below may."""

    WORKER = 1
    SUPERVISOR = 2
    ADMIN = 3

    @property
    def word(self) -> str:
        """As people type it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody that the bot knows."""

    object_id: str
    """Entra's, in small letters."""
    name: str
    role: Role = Role.WORKER
    given_by: str = ""
    """Who gave the role; empty where it comes from the settings, or none was given."""
    by_settings: bool = False
    """Whether the settings make this one an admin, which the chat cannot change."""


@dataclass(frozen=True, slots=True)
class PersonalChat:
    """Where a person can be written to, unasked."""

    person: str
    """A `Person.key`."""
    place: Place
    locale: str


_CHAT = TypeAdapter(PersonalChat)


class People:
    """Roles by Entra object id, in each tenant its own. May be used from several threads.

    Only Teams is believed: on other channels of the Bot Framework, such as Direct Line, the client itself
    writes the sender's object id.
    """

    def __init__(
        self,
        notes: Notes,
        *,
        admins: Iterable[tuple[str, str]] = (),
        everybody: bool = False,
    ) -> None:
        """`admins` are those that the settings name, by tenant and object id.

        `everybody` is an admin in local mode.
        """
        self._notes = notes
        self._admins = frozenset(_key(tenant, object_id.casefold()) for tenant, object_id in admins)
        self._everybody = everybody
        self._met: set[tuple[str, str]] = set()
        self._chats: dict[str, PersonalChat] = {}
        self._lock = Lock()

    def role(self, message: InboundMessage) -> Role:
        """What the sender of this very message may do."""
        if self._everybody:
            return Role.ADMIN
        object_id = self._vouched(message)
        if object_id is None:
            return Role.WORKER
        key = _key(message.place.tenant, object_id)
        if key in self._admins:
            return Role.ADMIN
        note = self._notes.get(ROLES, key)
        return Role.WORKER if note is None else Role[note["role"]]

    def may(self, message: InboundMessage, least: Role = Role.ADMIN) -> bool:
        """Whether the sender of this very message has that role or a higher one."""
        return self.role(message) >= least

    def meet(self, message: InboundMessage) -> None:
        """Remember the sender by name, to give that name a role later; of admins their chat too.

        Raises `UserError` for somebody in Teams who isn't signed in, such as a meeting's anonymous guest.
        """
        self._meet_in_chat(message)
        object_id, person = self._vouched(message), message.sender
        signed_out = message.place.channel == TEAMS and person.object_id is None and not self._everybody
        if signed_out and message.kind != "installed":
            raise UserError("people-signed-out")
        if object_id is None:
            return
        key = _key(message.place.tenant, object_id)
        if (key, person.name) in self._met:
            return
        self._notes.put(SEEN, key, {"name": person.name, "id": person.id})
        with self._lock:
            self._met.add((key, person.name))

    def admin_chats(self) -> list[PersonalChat]:
        """The personal chats of all admins who have written to the bot."""
        given = {key for key, note in self._notes.all(ROLES).items() if Role[note["role"]] is Role.ADMIN}
        chats = []
        for key, note in self._notes.all(CHATS).items():
            if self._everybody or key in self._admins or key in given:
                try:
                    chats.append(_CHAT.validate_python(note))
                except ValidationError:  # of another version
                    self._notes.forget(CHATS, key)
        return chats

    def _meet_in_chat(self, message: InboundMessage) -> None:
        """Remember where an admin can be written to; of others that is not stored."""
        object_id = self._vouched(message) or (message.sender.key if self._everybody else None)
        if message.place.kind != "personal" or object_id is None:
            return
        key = _key(message.place.tenant, object_id)
        chat = PersonalChat(message.sender.key, message.place, message.locale)
        if self._chats.get(key) != chat and self.role(message) is Role.ADMIN:
            self._notes.put(CHATS, key, _CHAT.dump_python(chat, mode="json"))
            with self._lock:
                self._chats[key] = chat

    def all(self, message: InboundMessage) -> list[Colleague]:
        """All with a role above worker in the sender's tenant, highest first, then by name."""
        colleagues = self._colleagues(message)
        given = [one for one in colleagues if one.role > Role.WORKER]
        return sorted(given, key=lambda one: (-one.role, one.name.casefold(), one.object_id))

    def named(self, name: str, message: InboundMessage) -> list[Colleague]:
        """Whoever is meant by a mention, an object id or a name, as far as that is clear; best first.

        A name finds those who have written to the bot. None, or more than one, where it is not clear.
        """
        colleagues = self._colleagues(message)
        mentioned = {person.id for person in message.mentions}
        if mentioned:
            ids = self._ids_in_chat(message)
            return [one for one in colleagues if ids.get(one.object_id) in mentioned]
        try:
            object_id = str(UUID(name.strip()))
        except ValueError:
            matches = process.extract(
                name.strip().casefold(),
                {one.object_id: one.name.casefold() for one in colleagues if one.name},
                scorer=_likeness,
                score_cutoff=LIKE_ENOUGH,
                limit=10,
            )
            best = max((score for _, score, _ in matches), default=0.0)
            ids_found = {object_id for _, score, object_id in matches if score >= best - 1}
            return [one for one in colleagues if one.object_id in ids_found]
        return [one for one in colleagues if one.object_id == object_id] or [Colleague(object_id, "")]

    def give(self, colleague: Colleague, role: Role, message: InboundMessage) -> None:
        """Give a role in place of the one that was held; `worker` takes it."""
        key = _key(message.place.tenant, colleague.object_id)
        if role is Role.WORKER:
            self._notes.forget(ROLES, key)
            return
        now = datetime.now(UTC).isoformat(timespec="seconds")
        note = {"role": role.name, "name": colleague.name, "by": called(message.sender), "at": now}
        self._notes.put(ROLES, key, note)

    def is_last_admin(self, colleague: Colleague, message: InboundMessage) -> bool:
        """Whether nobody else is an admin."""
        admins = [one for one in self._colleagues(message) if one.role is Role.ADMIN]
        return [one.object_id for one in admins] == [colleague.object_id]

    def _vouched(self, message: InboundMessage) -> str | None:
        """The sender's object id, where it can be believed, and is one of the conversation's own tenant."""
        place, sender = message.place, message.sender
        if place.channel != TEAMS or sender.object_id is None or not place.tenant:
            return None
        if sender.tenant is not None and sender.tenant.casefold() != place.tenant.casefold():
            return None
        return sender.object_id.casefold()

    def _colleagues(self, message: InboundMessage) -> list[Colleague]:
        tenant = message.place.tenant
        writers = {_object_id(key): one for key, one in self._notes.all(SEEN).items() if _of(tenant, key)}
        given = {_object_id(key): one for key, one in self._notes.all(ROLES).items() if _of(tenant, key)}
        admins = {_object_id(key) for key in self._admins if _of(tenant, key)}
        colleagues = []
        for object_id in sorted({*writers, *given, *admins}):
            role = given.get(object_id)
            name = (writers.get(object_id) or role or {"name": ""})["name"]
            if object_id in admins:
                colleagues.append(Colleague(object_id, name, Role.ADMIN, by_settings=True))
            elif role is not None:
                colleagues.append(Colleague(object_id, name, Role[role["role"]], role["by"]))
            else:
                colleagues.append(Colleague(object_id, name))
        return colleagues

    def _ids_in_chat(self, message: InboundMessage) -> dict[str, str]:
        """Object id to the id that the chat knows the person by."""
        tenant = message.place.tenant
        return {_object_id(key): one["id"] for key, one in self._notes.all(SEEN).items() if _of(tenant, key)}


def called(person: Person) -> str:
    """How a person is called in the history."""
    return person.name.strip() or person.object_id or person.id


def names(people: Sequence[Colleague]) -> str:
    """Several people in one line, each so that it can be distinguished from the others."""
    return ", ".join(f"{one.name or '?'} ({one.object_id})" for one in people)


def _likeness(query: str, name: str, **_: Any) -> float:
    """Whole names, first names, and typing errors."""
    parts = [fuzz.ratio(query, part) for part in name.split()]
    return max(fuzz.ratio(query, name), fuzz.token_sort_ratio(query, name), 0.98 * max(parts, default=0.0))


def _key(tenant: str | None, object_id: str) -> str:
    return f"{(tenant or '').casefold()}/{object_id}"


def _of(tenant: str | None, key: str) -> bool:
    return key.partition("/")[0] == (tenant or "").casefold()


def _object_id(key: str) -> str:
    return key.partition("/")[2]
