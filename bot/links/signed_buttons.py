"""Buttons that are good for one person, in one conversation, for a week, and only as they were made.

What a button carries comes back from the client, which may send anything: a card that was forwarded, a press
that was recorded, a number that was altered. So every button is signed on its way out and checked on its
way in, unless it is named as open; a new kind of button is signed without anybody thinking of it.
Whether the one who presses may do it at all, and whether it was done before, is for the handlers to say.
"""

from __future__ import annotations

import hmac
import json
import logging
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.channel import Card, Channel, InboundMessage, Place, Reply
from bot.errors import ForbiddenError
from bot.links.signatures import signature, utc_now

log = logging.getLogger(__name__)

LIFE = timedelta(days=7)
"""So that a batch can wait for its Apply over a weekend; questions and photos end sooner by themselves."""
SIGNATURE = "seal"
CLIENTS = "msteams"
"""What a button carries for the client alone, and what may not come back as it was."""
_PURPOSE = "button"
_SIGNATURE = re.compile(r"([0-9]{1,12})\.([\w-]{43})\.([\w,-]{1,200})", re.ASCII)


class SignedButtons:
    """Signs the buttons of cards, and recognises the true ones."""

    def __init__(
        self,
        key: bytes,
        *,
        open_names: Collection[str] = (),
        form_names: Collection[str] = (),
        lifetime: timedelta = LIFE,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """Names of buttons that need no signature, and of those that bring a form's fields.

        Of buttons without a form nothing is taken but what they were made with.
        """
        self._key = key
        self._open = frozenset(open_names)
        self._forms = frozenset(form_names)
        self._lifetime = lifetime
        self._clock = clock

    def bound(self, channel: Channel, message: InboundMessage) -> Channel:
        """A channel whose cards are for the sender of this message, in its conversation."""
        return self.bound_to(channel, message.sender.key)

    def bound_to(self, channel: Channel, person: str) -> Channel:
        """A channel whose cards are for a person, known by `Person.key`, in the conversation that they go to.

        Where nobody is named they are for whoever is there: it is not known any more whom a card was for.
        """
        return _Bound(channel, lambda place, data: self.sign(data, place, person))

    def sign(self, data: Mapping[str, Any], place: Place, person: str) -> dict[str, Any]:
        """What a button is to carry; the same where it is open to all."""
        if (does := data.get("do")) and isinstance(does, str) and does in self._open:
            return dict(data)
        until = int((self._clock() + self._lifetime).timestamp())
        names = sorted(data.keys() - {CLIENTS})
        signed = self._signed(data, names, until, place, person)
        return {**data, SIGNATURE: f"{until}.{signed}.{','.join(names)}"}

    def opened(self, message: InboundMessage) -> InboundMessage:
        """A press with what its button was made with, and no more.

        Raises `ForbiddenError` where it was made for another person or conversation, is over, or was not
        made here.
        """
        opened = self._opened(message)
        if opened is None:
            log.warning("refused a press of %r in %s", message.button, message.place.conversation)
            raise ForbiddenError("button-refused")
        return opened

    def _opened(self, message: InboundMessage) -> InboundMessage | None:
        data = message.data
        if message.button in self._open:
            return message
        signature_text = data.get(SIGNATURE)
        parts = _SIGNATURE.fullmatch(signature_text) if isinstance(signature_text, str) else None
        if parts is None:
            return None
        until, names = int(parts[1]), parts[3].split(",")
        good = [
            hmac.compare_digest(parts[2], self._signed(data, names, until, message.place, person))
            for person in (message.sender.key, "")
        ]
        if not any(good) or until <= self._clock().timestamp():
            return None
        if message.button in self._forms:
            names = [name for name in data if name not in (SIGNATURE, CLIENTS)]
        return replace(message, data={name: data[name] for name in names})

    def _signed(
        self, data: Mapping[str, Any], names: list[str], until: int, place: Place, person: str
    ) -> str:
        where = [place.channel, (place.tenant or "").casefold(), place.conversation]
        carried = [[name, data.get(name)] for name in names]
        return signature(self._key, _PURPOSE, json.dumps([until, person, where, carried]))


class _Bound:
    """Fills `Channel` by another one, signing what goes through."""

    def __init__(self, channel: Channel, sign: Callable[[Place, Mapping[str, Any]], dict[str, Any]]) -> None:
        self._channel = channel
        self._sign = sign

    async def typing(self, place: Place) -> None:
        await self._channel.typing(place)

    async def send(self, place: Place, reply: Reply) -> str:
        return await self._channel.send(place, self._signed_reply(place, reply))

    async def update(self, place: Place, message_id: str, reply: Reply) -> None:
        await self._channel.update(place, message_id, self._signed_reply(place, reply))

    async def token(self, place: Place) -> str | None:
        return await self._channel.token(place)

    def _signed_reply(self, place: Place, reply: Reply) -> Reply:
        if reply.card is None:
            return reply
        card: Card = _pressable(reply.card, lambda data: self._sign(place, data))
        return replace(reply, card=card)


def _pressable(node: Any, sign: Callable[[Mapping[str, Any]], dict[str, Any]]) -> Any:
    """A part of a card with the data of each of its buttons signed."""
    if isinstance(node, list | tuple):
        return [_pressable(one, sign) for one in node]
    if not isinstance(node, Mapping):
        return node
    whole = {name: _pressable(value, sign) for name, value in node.items()}
    if node.get("type") in ("Action.Execute", "Action.Submit") and isinstance(node.get("data"), Mapping):
        whole["data"] = sign(node["data"])
    return whole
