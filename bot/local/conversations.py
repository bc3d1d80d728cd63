"""What the local chat remembers: conversations and uploads, in memory and bounded."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

Activity: TypeAlias = dict[str, Any]
"""An activity of the Bot Framework, as the JSON object that goes over the wire."""

PASSING = frozenset({"typing", "event"})
PASSING_SECONDS = 5.0
"""How long a passing sign is true. An older one is not shown to who comes later."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent in the chat."""

    id: str
    """Not to be guessed: who knows it may fetch the file as a pre-authorised link."""
    name: str
    content_type: str
    content: bytes


class Uploads:
    """The last files sent, by id. The oldest make room: at most `max_bytes` are kept."""

    def __init__(self, *, max_bytes: int) -> None:
        self._kept: OrderedDict[str, Upload] = OrderedDict()
        self._max_bytes = max_bytes
        self._bytes = 0

    def add(self, name: str, content_type: str, content: bytes) -> Upload:
        upload = Upload(secrets.token_urlsafe(18), name, content_type, content)
        self._kept[upload.id] = upload
        self._bytes += len(content)
        while self._bytes > self._max_bytes and len(self._kept) > 1:
            _, oldest = self._kept.popitem(last=False)
            self._bytes -= len(oldest.content)
        return upload

    def get(self, upload_id: str) -> Upload | None:
        return self._kept.get(upload_id)


@dataclass(frozen=True, slots=True)
class _Entry:
    mark: int
    at: float
    activity: Activity

    def is_past(self, now: float) -> bool:
        return self.activity["type"] in PASSING and now - self.at >= PASSING_SECONDS


@dataclass(slots=True)
class Conversation:
    """One chat: what a page sees of it, in order, and who is listening."""

    id: str
    token: str
    """What the page shows with each request of its own."""
    max_activities: int
    started: bool = False
    mark: int = 0
    """Grows with each change; a page that has seen up to a mark asks for what came after."""
    _entries: list[_Entry] = field(default_factory=list)
    _tickets: set[str] = field(default_factory=set)
    _listeners: set[asyncio.Event] = field(default_factory=set)

    def put(self, activity: Activity) -> None:
        """Append an activity, or put it in the place of the one that has its id."""
        self.mark += 1
        now = time.monotonic()
        place: int = self.mark
        entries: list[_Entry] = []
        for entry in self._entries:
            if entry.activity["id"] == activity["id"]:
                place = entry.activity["channelData"]["webchat:sequence-id"]
            elif not entry.is_past(now):
                entries.append(entry)
        # WebChat sorts by this number and replaces an activity by its id: an updated card stays in place.
        data = {**activity.get("channelData", {}), "webchat:sequence-id": place}
        entries.append(_Entry(self.mark, now, {**activity, "channelData": data}))
        self._entries = entries[-self.max_activities :]
        for listener in self._listeners:
            listener.set()

    def since(self, mark: int) -> list[Activity]:
        """What changed after a mark, each activity in its latest state."""
        now = time.monotonic()
        return [entry.activity for entry in self._entries if entry.mark > mark and not entry.is_past(now)]

    def get(self, activity_id: str) -> Activity | None:
        return next((e.activity for e in self._entries if e.activity["id"] == activity_id), None)

    def listen(self) -> asyncio.Event:
        """An event that is set at each change, until `unlisten`."""
        event = asyncio.Event()
        self._listeners.add(event)
        return event

    def unlisten(self, event: asyncio.Event) -> None:
        self._listeners.discard(event)

    def issue_ticket(self) -> str:
        """A pass for one stream. It stands in an address, so that it is good for one use only."""
        ticket = secrets.token_urlsafe(18)
        if len(self._tickets) >= 100:
            self._tickets.clear()
        self._tickets.add(ticket)
        return ticket

    def redeem_ticket(self, ticket: str) -> bool:
        if ticket not in self._tickets:
            return False
        self._tickets.remove(ticket)
        return True


class Conversations:
    """The last conversations, by id. The oldest make room."""

    def __init__(self, *, max_conversations: int, max_activities: int) -> None:
        self._kept: OrderedDict[str, Conversation] = OrderedDict()
        self._max_conversations = max_conversations
        self._max_activities = max_activities

    def __iter__(self) -> Iterator[Conversation]:
        return iter(self._kept.values())

    def open(self) -> Conversation:
        """A new conversation, which nobody has been informed of yet."""
        conversation = Conversation(
            id=f"a:{secrets.token_urlsafe(12)}",
            token=secrets.token_urlsafe(24),
            max_activities=self._max_activities,
        )
        self._kept[conversation.id] = conversation
        while len(self._kept) > self._max_conversations:
            self._kept.popitem(last=False)
        return conversation

    def get(self, conversation_id: str) -> Conversation | None:
        return self._kept.get(conversation_id)

    def of_token(self, token: str) -> Conversation | None:
        return next((c for c in self._kept.values() if secrets.compare_digest(c.token, token)), None)

    def latest(self) -> Conversation | None:
        started: Sequence[Conversation] = [c for c in self._kept.values() if c.started]
        return started[-1] if started else None


class ActivityIds:
    """Ids as Teams makes them: the milliseconds since 1970, each used once."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> str:
        self._last = max(self._last + 1, int(time.time() * 1000))
        return str(self._last)
