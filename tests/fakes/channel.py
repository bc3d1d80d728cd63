"""A channel that keeps what it is given, for tests of whatever speaks through one."""

from __future__ import annotations

from dataclasses import dataclass

from bot.channel import Card, Place, Reply
from bot.errors import DeliveryError

PLACE = Place(
    channel="msteams",
    conversation="a:one-to-one",
    kind="personal",
    service_url="https://smba.trafficmanager.net/emea/",
    bot="28:hangtag",
    tenant="72f988bf-0000-0000-0000-2d7cd011db47",
)


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that was sent, or what replaced it."""

    id: str
    place: Place
    reply: Reply


class RecordingChannel:
    """Fills `Channel` in memory.

    `typing_in` lists the places in which typing was shown, `sent` every message in its first wording,
    `updated` every replacement, and `trail` the kinds of all of them in order ("typing", "send", "update").
    With `down` set to True everything but `token` raises `DeliveryError`.
    """

    def __init__(self, *, token: str | None = None) -> None:
        self.typing_in: list[Place] = []
        self.sent: list[Sent] = []
        self.updated: list[Sent] = []
        self.trail: list[str] = []
        self.down = False
        self._token = token

    async def typing(self, place: Place) -> None:
        self._must_be_up()
        self.typing_in.append(place)
        self.trail.append("typing")

    async def send(self, place: Place, reply: Reply) -> str:
        self._must_be_up()
        if not reply.text and reply.card is None:
            raise DeliveryError("An empty message cannot be sent.")
        message = Sent(f"m{len(self.sent) + 1}", place, reply)
        self.sent.append(message)
        self.trail.append("send")
        return message.id

    async def update(self, place: Place, message_id: str, reply: Reply) -> None:
        self._must_be_up()
        known = {(one.place.conversation, one.id) for one in self.sent}
        if (place.conversation, message_id) not in known:
            raise DeliveryError(f"There is no message {message_id} to replace.")
        self.updated.append(Sent(message_id, place, reply))
        self.trail.append("update")

    async def token(self, place: Place) -> str | None:
        return self._token

    def _must_be_up(self) -> None:
        if self.down:
            raise DeliveryError("The channel is down.")

    @property
    def replies(self) -> list[Reply]:
        """What was sent, in order, without its place."""
        return [one.reply for one in self.sent]

    @property
    def texts(self) -> list[str]:
        """The words of each message sent, in order."""
        return [one.reply.text for one in self.sent]

    @property
    def cards(self) -> list[Card]:
        """The cards sent, in order; messages without a card are left out."""
        return [one.reply.card for one in self.sent if one.reply.card is not None]
