"""Some handlers behind the bot's own table, so that a test meets them as people do."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from bot.channel import Channel, InboundMessage, Reply
from bot.links.signed_buttons import SignedButtons
from bot.locales import Words, words_for
from bot.routing.routes import Roles, Routes
from bot.routing.rows import Handlers
from bot.routing.table import BUTTONS
from bot.state.people import Role
from bot.turn import Turn
from tests.fakes.channel import RecordingChannel

UNSIGNED = SignedButtons(b"k" * 32, open_names={row.payload.name for row in BUTTONS})
"""Takes each button as it is."""


class Absent:
    """A handler that a test has no use for."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"{self._name}.{name} is not to be asked here")


class NobodyThere:
    """Stock-takes and picks in which nobody counts or picks."""

    async def answer(self, turn: Turn, text: str = "") -> None:
        return None


class Everybody:
    """People who may do everything, or as much as that role."""

    def __init__(self, role: Role = Role.ADMIN) -> None:
        self._role = role

    def may(self, message: InboundMessage, least: Role = Role.ADMIN) -> bool:
        return self._role >= least


def handlers(**given: Any) -> Handlers:
    """Those that are given, and nobody else."""
    absent: dict[str, Any] = {each.name: Absent(each.name) for each in fields(Handlers)}
    absent["stock_takes"] = absent["picks"] = NobodyThere()
    return Handlers(**(absent | given))


def turn(message: InboundMessage, words: Words | None = None, channel: Channel | None = None) -> Turn:
    """The turn of a message, in English where nothing else is said."""
    return Turn(message, channel or RecordingChannel(), words or words_for("en"), "r3f")


async def replies(
    at: Handlers, message: InboundMessage, words: Words | None = None, *, roles: Roles | None = None
) -> list[Reply]:
    """What these handlers answer to people of these roles, admins by default; no button needs a signature."""
    routes = Routes(at, roles or Everybody(), UNSIGNED)
    return [reply async for reply in routes.answer(turn(message, words))]


async def only_reply(
    at: Handlers, message: InboundMessage, words: Words | None = None, *, roles: Roles | None = None
) -> Reply:
    """The one reply of these handlers."""
    [only] = await replies(at, message, words, roles=roles)
    return only
