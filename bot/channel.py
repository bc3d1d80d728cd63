"""A chat, in our own words: what comes in, what goes out, and the port that carries it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal, Protocol, TypeAlias

from bot.questions.query import Query

Card: TypeAlias = Mapping[str, Any]
"""An Adaptive Card, version 1.5 or lower, as the dict that goes over the wire."""

Lost: TypeAlias = Literal["", "photo", "file", "forward", "gif", "loop", "card", "voice", "emoji", "mention"]
"""What a message has in place of words, photos and files: `file` lies in a channel or group chat, where bots
are given none, `mention` is the bot's name alone.
"""


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks."""

    id: str
    name: str = ""
    object_id: str | None = None
    """The Entra object id; None where the channel gives none."""
    tenant: str | None = None
    """The Entra tenant; None where it is the conversation's, or is not given."""

    @property
    def key(self) -> str:
        """What identifies a person within a tenant, in lower case."""
        return (self.object_id or self.id).casefold()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conversation is held, and all that is needed to speak there again, unasked."""

    channel: str
    conversation: str
    kind: Literal["personal", "groupChat", "channel"]
    service_url: str
    bot: str
    tenant: str | None = None
    team: str = ""
    """The id of the team that a channel is of; empty elsewhere, and where the channel does not say."""
    name: str = ""
    """What the team or the group chat is called, where a message says it."""
    only_for: str = ""
    """Id of the one person who sees the answer, as nobody else saw the message; empty: all in the place."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """Something sent along, not fetched yet."""

    name: str
    content_type: str
    """As claimed; the content is sniffed before it is trusted."""
    url: str
    needs_token: bool
    """True for an inline image (the bot's bearer token opens it), False for a pre-authorised link."""


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """One thing that somebody did in a chat."""

    id: str
    kind: Literal["message", "action", "installed"]
    """`action` is a pressed card button; `installed` is the bot being added."""
    place: Place
    sender: Person
    text: str = ""
    """What was typed, without the mention of the bot."""
    attachments: tuple[Attachment, ...] = ()
    mentions: tuple[Person, ...] = ()
    """Whom the message mentions besides the bot; Teams gives no object ids with them."""
    data: Mapping[str, Any] = field(default_factory=dict)
    """What a card's button carries. Never trusted for a role."""
    reply_to: str | None = None
    """The message that carried the pressed button."""
    quoted: str = ""
    """The id of the message that it quotes."""
    lost: Lost = ""
    """What the sender's client shows in it and did not deliver."""
    locale: str = "en"
    sent_at: datetime | None = None
    time_zone: str = ""
    """The sender's, as the IANA names it; empty if the client does not say."""
    again: bool = False
    """Whether it was in work already when the bot was stopped, so that what it asks for may be done."""

    @property
    def button(self) -> str:
        """What the pressed button is called; empty where none was pressed, or it has no name."""
        does = self.data.get("do") if self.kind == "action" else None
        return does if isinstance(does, str) else ""


@dataclass(frozen=True, slots=True)
class Subject:
    """The one item that the answer to a photo is about."""

    item: str
    title: str
    """What to call it; foreign text."""
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Reply:
    """One message of the bot: words, a card, or a card with words for the notification."""

    text: str = ""
    card: Card | None = None
    replaces: str | None = None
    """The id of the message whose place it takes; None for a new message."""
    shows: tuple[str, ...] = ()
    """Ids of the items that it shows, the main one first."""
    subject: Subject | None = None
    """What “this” means in the words beside the photo that it answers; None where that isn't known."""
    query: Query | None = None
    """The question that it answers; the next message may ask the same of something else."""
    passing: bool = False
    """Whether the next reply takes its place."""
    by_model: bool = False
    """Whether a language model read the message: Teams then labels the reply as made by AI."""


@dataclass(frozen=True, slots=True)
class Refresh:
    """A card that is to be brought up to date, to be answered at once."""

    message: InboundMessage
    """The press; its data say what the card shows."""
    automatic: bool = False
    """Whether nobody pressed anything: the client asks as somebody comes to see the card."""


@dataclass(frozen=True, slots=True)
class Dialog:
    """A page that the client opens over the chat."""

    title: str
    address: str
    elsewhere: str
    """Its address for clients that can open no page over a chat."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence in place of what was to be answered at once."""

    text: str
    ours: bool = False
    """Whether the fault is the bot's own, and not that of what was asked."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """A search in the catalogue from beside the box in which a message is written, to be answered at once."""

    sender: Person
    text: str = ""
    """What was typed; empty where the search was just opened."""
    skip: int = 0
    """How many of those found the client has already."""
    count: int = 25
    """How many it wants."""
    locale: str = "en"
    time_zone: str = ""
    """The sender's, as the IANA names it; empty where the client does not say."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: how the list shows it, and the card that its choice puts into the message."""

    title: str
    text: str
    card: Card
    picture: str | None = None
    """Its address."""
    alt: str = ""
    """The picture in words."""


@dataclass(frozen=True, slots=True)
class Hits:
    """The answer to a lookup."""

    found: tuple[Hit, ...] = ()
    text: str = ""
    """What is said in place of a list; empty where there is one, be it at its end."""


class Channel(Protocol):
    """What can carry messages. Raises `DeliveryError` where it cannot."""

    async def typing(self, place: Place) -> None:
        """Show that an answer is on its way."""

    async def send(self, place: Place, reply: Reply) -> str:
        """Send a message; returns its id."""

    async def update(self, place: Place, message_id: str, reply: Reply) -> None:
        """Replace a message that was sent before."""

    async def token(self, place: Place) -> str | None:
        """The bearer token that opens inline images of this place; None where none is needed."""
