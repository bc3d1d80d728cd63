"""One message in, replies out: who answers it, and what is said when something fails."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import ParamSpec, Protocol

from bot.cards.notice import fault_card
from bot.channel import Channel, InboundMessage, Place, Reply
from bot.errors import DeliveryError, ForbiddenError, UserError
from bot.handlers.catalogue import BUTTONS, CatalogueHandler, command_of, is_batch_file
from bot.handlers.help import help_wanted, installed
from bot.handlers.photo import PhotoHandler
from bot.handlers.questions import QuestionHandler
from bot.handlers.stock import Shown, StockHandler
from bot.handlers.unclear import nothing_came, outdated_button
from bot.locales import Words, words_for
from bot.locales.faults import fault_in_words
from bot.telemetry.logs import new_reference
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
_GREETINGS = frozenset({"help", "?", "/help", "hi", "hello", "hey", "start"})


Trace = Callable[[InboundMessage, str, int | None], AbstractContextManager[Callable[[str], None]]]
"""Of a message, its reference and when it came in; what it gives is told the outcome. See
`bot.telemetry.traces`."""


class Handler(Protocol):
    """Answers one subject."""

    def answer(
        self, message: InboundMessage, channel: Channel, words: Words, /
    ) -> AsyncIterator[Reply] | None:
        """The replies; None, with nothing done, where the message is another's."""


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

    def showed(self, message: InboundMessage, items: tuple[str, ...], asked: str, /) -> None:
        """Remember what the answer to a message showed, and what was asked."""


class Buttons(Protocol):
    """What keeps buttons to those whom they were made for; see `bot.links.signed_buttons.SignedButtons`."""

    def bound(self, channel: Channel, message: InboundMessage, /) -> Channel:
        """A channel whose cards can be pressed by the sender of this message, in its conversation."""

    def opened(self, message: InboundMessage, /) -> InboundMessage | None:
        """A press with what its button was made with; None where it is not theirs, or over, or forged."""


class Conversation:
    """Answers messages through a channel, each message once.

    Only the text of `UserError`, `PhotoError` and `CatalogueError` reaches the chat. Anything else that is
    raised is a bug: the sender reads a short apology with a reference, and the log has the same reference
    beside the traceback.
    """

    def __init__(
        self,
        channel: Channel,
        *,
        photos: PhotoHandler,
        stock: StockHandler,
        questions: QuestionHandler,
        deliveries: Deliveries,
        memory: Memory,
        buttons: Buttons,
        catalogue: CatalogueHandler | None = None,
        handlers: Sequence[Handler] = (),
        observe: Callable[[str, str, float], None] = lambda kind, outcome, seconds: None,
        met: Callable[[InboundMessage], None] = lambda message: None,
        locale: Callable[[InboundMessage], str] = lambda message: message.locale,
        trace: Trace = lambda message, reference, received: nullcontext(lambda outcome: None),
    ) -> None:
        """Without `catalogue` the catalogue is not kept through the chat; `handlers` are asked in order.

        `observe` is told of each message answered: its kind, `ok`, `fault`, `bug`, `undelivered`, `later` or
        `unheard` (its reply was not taken yet, and is still owed), and the seconds that it took. `met` is
        told of each message before it is answered, and `locale` is asked for the language of the answer, both
        on a worker thread. `trace` is what an answer is made within.
        """
        self._trace = trace
        self._met = met
        self._locale = locale
        self._questions = questions
        self._memory = memory
        self._buttons = buttons
        self._observe = observe
        self._channel = channel
        self._catalogue = catalogue
        self._photos = photos
        self._stock = stock
        self._deliveries = deliveries
        self._handlers = handlers

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
            outcome = await self._answer(message, sent, passing, reference)
            ended(outcome)
        self._observe(message.kind, outcome, time.perf_counter() - began)
        try:
            if outcome in (LATER, UNHEARD):
                await asyncio.to_thread(self._deliveries.later, message, unheard=outcome == UNHEARD)
            else:
                await asyncio.to_thread(self._deliveries.answered, message)
        except CatalogueError as fault:
            log.error("the message %s could not be struck off: %s", message.id, fault)

    async def _answer(self, message: InboundMessage, sent: int, passing: str | None, reference: str) -> str:
        """Returns the outcome, as `observe` is told it."""
        words = words_for(message.locale)
        channel = self._buttons.bound(self._channel, message)
        count = 0
        try:
            await _noted(self._met, message)
            message = replace(message, locale=await asyncio.to_thread(self._locale, message))
            words = words_for(message.locale)
            if message.kind != "installed":
                await self._typing(message.place)
            async for reply in self._replies(message, channel, words):
                if reply.passing:  # not counted: after a stop there may be none
                    if passing is None:
                        passing = await channel.send(message.place, reply)
                        await _noted(self._deliveries.waits, message, passing, count)
                    continue
                count += 1
                if count > sent and passing is not None and reply.replaces is None:
                    reply, passing = replace(reply, replaces=passing), None
                if reply.shows:
                    await _noted(self._memory.showed, message, reply.shows, reply.asked)
                if count > sent:
                    await _send(reply, message.place, channel)
                    await _noted(self._deliveries.sent, message, count)
        except DeliveryError as fault:
            return _not_taken(message, fault)
        except (UserError, PhotoError, CatalogueError) as fault:
            log.info("answered with a fault: %s", type(fault).__name__)
            untold = await self._say_fault(message, fault_in_words(fault, words), words, passing)
            return untold if untold in (LATER, UNHEARD) else "fault"
        except Exception:  # a bug must not leave the sender without an answer
            log.exception("reference %s: failed on message %s", reference, message.id)
            await self._say_fault(message, words("apology", reference=reference), words, passing)
            return "bug"
        return "ok"

    def _replies(self, message: InboundMessage, channel: Channel, words: Words) -> AsyncIterator[Reply]:
        opened = self._buttons.opened(message)
        if opened is None:
            log.warning("refused a press of %r in %s", message.button, message.place.conversation)
            raise ForbiddenError("button-refused")
        message = opened
        for handler in self._handlers:
            if (replies := handler.answer(message, channel, words)) is not None:
                return replies
        match message.kind:
            case "installed":
                return installed(message.place, words)
            case "action":
                return self._pressed(message, channel, words)
            case "message":
                asked = command_of(message)
                if self._catalogue is not None and asked is not None:
                    return self._catalogue.typed(asked, message, channel, words)
                if message.attachments:
                    return self._attached(message, channel, words)
                return self._typed(message, words)

    async def _attached(
        self, message: InboundMessage, channel: Channel, words: Words
    ) -> AsyncIterator[Reply]:
        """Photos are looked for; tables and archives are a batch."""
        photos = message.attachments
        if self._catalogue is not None:
            photos = tuple(one for one in message.attachments if not is_batch_file(one))
            if files := tuple(one for one in message.attachments if is_batch_file(one)):
                batch = replace(message, attachments=files)
                async for reply in self._catalogue.uploaded(batch, channel, words):
                    yield reply
        if photos:
            async for reply in self._photos(replace(message, attachments=photos), channel, words):
                yield reply

    def _typed(self, message: InboundMessage, words: Words) -> AsyncIterator[Reply]:
        text = message.text.replace("\xa0", " ").strip()
        if not text:
            return nothing_came(words)
        if text.casefold().rstrip("!. ") in _GREETINGS:
            return self._help(message, words)
        return self._questions.typed(text, message, words)

    def _pressed(self, message: InboundMessage, channel: Channel, words: Words) -> AsyncIterator[Reply]:
        match message.data:
            case {"do": "stock", "item": str(item)} if item:
                return self._stock.of_item(item, message, words)
            case {"do": "stock", "sku": str(sku)} if sku:
                return self._stock(sku, message, words)
            case {"do": "refresh"} if (shown := Shown.of(message.data)) is not None:
                return self._stock.again(shown, message, words)
            case {"do": "help"}:
                return self._help(message, words)
            case {"do": "ask", "question": str(carried)}:
                return self._questions.pressed(carried, message, words)
            case {"do": str(does), **rest} if self._catalogue is not None and does in BUTTONS:
                number = str(rest.get("batch", ""))
                return self._catalogue.pressed(does, number, message, channel, words)
        return outdated_button(words)

    def _help(self, message: InboundMessage, words: Words) -> AsyncIterator[Reply]:
        admin = self._catalogue is not None and self._catalogue.may(message)
        return help_wanted(message.place, words, admin=admin)

    async def _typing(self, place: Place) -> None:
        try:
            await self._channel.typing(place)
        except DeliveryError as fault:
            log.warning("typing was not taken: %s", fault)

    async def _say_fault(
        self, message: InboundMessage, sentence: str, words: Words, passing: str | None
    ) -> str | None:
        """Returns what became of it where it could not be told."""
        reply = Reply(text=sentence, card=fault_card(sentence, words=words), replaces=passing)
        try:
            await _send(reply, message.place, self._channel)
        except DeliveryError as fault:
            return _not_taken(message, fault)
        return None


def _not_taken(message: InboundMessage, fault: DeliveryError) -> str:
    """The outcome where a reply was not taken."""
    if fault.for_now:
        log.error("a reply to %s was not taken, and is tried again later: %s", message.id, fault)
        return LATER if fault.passes or fault.unasked else UNHEARD
    if fault.status in GONE:
        log.info("nobody reads the reply to %s any more: %s", message.id, fault)
    else:
        log.error("a reply to %s was not taken: %s", message.id, fault)
    return "undelivered"


async def _noted(note: Callable[P, object], *values: P.args, **named: P.kwargs) -> None:
    """Note something that no answer should be kept back for, where the disk is full or the database away."""
    try:
        await asyncio.to_thread(note, *values, **named)
    except CatalogueError as fault:
        log.error("something could not be noted, and the answer goes on: %s", fault)


async def _send(reply: Reply, place: Place, channel: Channel) -> None:
    if reply.replaces is not None:
        await channel.update(place, reply.replaces, reply)
    else:
        await channel.send(place, reply)
