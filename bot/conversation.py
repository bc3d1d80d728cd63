"""One message in, replies out: noted, routed, answered, and what is said when something fails."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from typing import ParamSpec, Protocol

from bot.cards.notice import fault_card
from bot.channel import Channel, InboundMessage, Reply
from bot.errors import DeliveryError, UserError
from bot.links.signed_buttons import SignedButtons
from bot.locales import words_for
from bot.locales.faults import fault_in_words
from bot.questions.query import Query
from bot.routing.routes import Routes
from bot.telemetry.logs import new_reference
from bot.turn import Turn
from catalogue.errors import CatalogueError
from vision.errors import PhotoError

log = logging.getLogger(__name__)

P = ParamSpec("P")

GONE = frozenset({403, 404})
"""Answers of a conversation that the bot has no part in any more: it was blocked, or is off the roster."""
LATER = "later"
"""The outcome where a channel that is away for a while keeps a reply from its sender: it is still owed."""
UNHEARD = "unheard"
"""The same where the channel may have taken it, as no answer came: it is owed a few times more."""

Trace = Callable[[InboundMessage, str, int | None], AbstractContextManager[Callable[[str], None]]]
"""Of a message, its reference and when it came in; what it gives is told the outcome. See
`bot.telemetry.traces`."""


class Deliveries(Protocol):
    """What knows the messages that came; see `bot.delivery.inbox.Inbox`. Called on worker threads."""

    def first(self, message: InboundMessage, /) -> bool:
        """Whether the message has not come before; it has from now on."""

    def sent(self, message: InboundMessage, count: int, /) -> None:
        """So many replies to it have gone out."""

    def waits(self, message: InboundMessage, passing: str, count: int, /) -> None:
        """Its sender was told to wait by the message `passing`, after so many replies."""

    def later(self, message: InboundMessage, /, *, unheard: bool = False) -> None:
        """The channel has not taken the next reply to it, and may do so later; `unheard` if it may have."""

    def answered(self, message: InboundMessage, /) -> None:
        """Nothing is owed to it any more."""


class Memory(Protocol):
    """What knows what people were shown; see `bot.state.memory.Memory`. Called on worker threads."""

    def showed(self, message: InboundMessage, items: tuple[str, ...], query: Query | None, /) -> None:
        """Remember what the answer to a message showed, and the query that it answers."""

    def sent(
        self, message: InboundMessage, sent: str, items: tuple[str, ...], query: Query | None, /
    ) -> None:
        """Remember what the message of the id `sent` shows."""


class TurnStart:
    """Makes the turn of a message: in the sender's language, with a way back to them alone."""

    def __init__(
        self,
        channel: Channel,
        signed: SignedButtons,
        *,
        met: Callable[[InboundMessage], None] = lambda message: None,
        locale: Callable[[InboundMessage], str] = lambda message: message.locale,
    ) -> None:
        """`met` is called with each message, and `locale` is asked for the language of the answer, both on a
        worker thread.
        """
        self._channel = channel
        self._signed = signed
        self._met = met
        self._locale = locale

    def begin(self, message: InboundMessage, reference: str) -> Turn:
        """The turn in the client's language, while nothing is known of the sender."""
        channel = self._signed.bound(self._channel, message)
        return Turn(message, channel, words_for(message.locale), reference)

    async def settle(self, turn: Turn) -> Turn:
        """The turn in the language that the sender chose. Raises `CatalogueError`."""
        await _noted(self._met, turn.message)
        locale = await asyncio.to_thread(self._locale, turn.message)
        return replace(turn, message=replace(turn.message, locale=locale), words=words_for(locale))


class Conversation:
    """Answers messages, each message once.

    Only the text of `UserError`, `PhotoError` and `CatalogueError` reaches the chat. Anything else that is
    raised is a bug: the sender reads a short apology with a reference, and the log has the same reference
    beside the traceback.
    """

    def __init__(
        self,
        start: TurnStart,
        routes: Routes,
        deliveries: Deliveries,
        memory: Memory,
        *,
        observe: Callable[[str, str, float], None] = lambda kind, outcome, seconds: None,
        trace: Trace = lambda message, reference, received: nullcontext(lambda outcome: None),
    ) -> None:
        """`observe` is called for each message answered: its kind, `ok`, `fault`, `bug`, `undelivered`,
        `later` or `unheard` (its reply was not taken yet, and is still owed), and the seconds that it took.
        `trace` is what an answer is made within.
        """
        self._start = start
        self._routes = routes
        self._deliveries = deliveries
        self._memory = memory
        self._observe = observe
        self._trace = trace

    async def handle(self, message: InboundMessage) -> None:
        """Answer a message; one that came before is passed over. Raises nothing but cancellation."""
        if await self.take(message):
            await self.answer(message)

    async def take(self, message: InboundMessage) -> bool:
        """Whether the message is to be answered: True once. It is noted then, so that no stop can lose it."""
        try:
            if await asyncio.to_thread(self._deliveries.first, message):
                return True
        except CatalogueError as fault:
            log.error("the message %s could not be noted: %s", message.id, fault)
            return True  # to be told that the database does not answer is better than silence
        log.info("delivered again, passed over: %s", message.id)
        return False

    async def answer(
        self,
        message: InboundMessage,
        *,
        sent: int = 0,
        passing: str | None = None,
        received: int | None = None,
    ) -> None:
        """Answer a message that was taken; where the channel does not take the reply for now, it stays owed.

        Before a stop `sent` replies have gone out already, and then `passing`, which told its sender to wait.

        `received`: when it came in, in nanoseconds of the epoch, where that is known.
        """
        began = time.perf_counter()
        with new_reference() as reference, self._trace(message, reference, received) as ended:
            outcome = await self._answer(self._start.begin(message, reference), _Sent(sent, passing))
            ended(outcome)
        self._observe(message.kind, outcome, time.perf_counter() - began)
        try:
            if outcome in (LATER, UNHEARD):
                await asyncio.to_thread(self._deliveries.later, message, unheard=outcome == UNHEARD)
            else:
                await asyncio.to_thread(self._deliveries.answered, message)
        except CatalogueError as fault:
            log.error("the message %s could not be struck off: %s", message.id, fault)

    async def _answer(self, turn: Turn, out: _Sent) -> str:
        """Return the outcome, as `observe` receives it."""
        try:
            turn = await self._start.settle(turn)
            if turn.message.kind != "installed":
                await _typing(turn)
            async for reply in self._routes.answer(turn):
                await self._send(turn, reply, out)
        except DeliveryError as fault:
            return _not_taken(turn, fault)
        except (UserError, PhotoError, CatalogueError) as fault:
            log.info("answered with a fault: %s", type(fault).__name__)
            undelivered = await _send_fault(turn, fault_in_words(fault, turn.words), out)
            return undelivered if undelivered in (LATER, UNHEARD) else "fault"
        except Exception:  # a bug must not leave the sender without an answer
            log.exception("reference %s: failed on message %s", turn.reference, turn.message.id)
            await _send_fault(turn, turn.words("apology", reference=turn.reference), out)
            return "bug"
        return "ok"

    async def _send(self, turn: Turn, reply: Reply, out: _Sent) -> None:
        """Send a reply, unless it went out before a stop; what it shows is remembered in any case."""
        message = turn.message
        if reply.passing:  # not counted: after a stop there may be none
            if out.passing is None:
                out.passing = await turn.channel.send(message.place, reply)
                await _noted(self._deliveries.waits, message, out.passing, out.count)
            return
        out.count += 1
        again = out.count <= out.before
        if not again and out.passing is not None and reply.replaces is None:
            reply, out.passing = replace(reply, replaces=out.passing), None
        shows = bool(reply.shows or reply.query)
        if shows:
            await _noted(self._memory.showed, message, reply.shows, reply.query)
        if not again:
            name = await _deliver(turn, reply)
            await _noted(self._deliveries.sent, message, out.count)
            if shows:
                await _noted(self._memory.sent, message, name, reply.shows, reply.query)


@dataclass(slots=True)
class _Sent:
    """What has gone out of an answer."""

    before: int
    """Replies that went out before a stop."""
    passing: str | None
    """The message that asks its sender to wait."""
    count: int = 0
    """Replies so far, those included."""


async def _typing(turn: Turn) -> None:
    try:
        await turn.channel.typing(turn.message.place)
    except DeliveryError as fault:
        log.warning("typing was not taken: %s", fault)


async def _send_fault(turn: Turn, sentence: str, out: _Sent) -> str | None:
    """Returns what became of it where it could not be delivered."""
    card = fault_card(sentence, words=turn.words)
    try:
        await _deliver(turn, Reply(sentence, card, replaces=out.passing))
    except DeliveryError as fault:
        return _not_taken(turn, fault)
    return None


async def _deliver(turn: Turn, reply: Reply) -> str:
    """Returns the id of the message."""
    place = turn.message.place
    if reply.replaces is None:
        return await turn.channel.send(place, reply)
    await turn.channel.update(place, reply.replaces, reply)
    return reply.replaces


def _not_taken(turn: Turn, fault: DeliveryError) -> str:
    """The outcome where a reply was not taken."""
    message_id = turn.message.id
    if fault.for_now:
        log.error("a reply to %s was not taken, and is tried again later: %s", message_id, fault)
        return LATER if fault.passes or fault.unasked else UNHEARD
    if fault.status in GONE:
        log.info("nobody reads the reply to %s any more: %s", message_id, fault)
    else:
        log.error("a reply to %s was not taken: %s", message_id, fault)
    return "undelivered"


async def _noted(note: Callable[P, object], *values: P.args, **named: P.kwargs) -> None:
    """Note something that no answer should be kept back for, where the disk is full or the database away."""
    try:
        await asyncio.to_thread(note, *values, **named)
    except CatalogueError as fault:
        log.error("something could not be noted, and the answer goes on: %s", fault)
