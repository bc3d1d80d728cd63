"""Feeds in the chat: how they stand, and what admins are told of them unasked.

What was told stands in the database, so that of several bots one tells it, and a bot that was stopped in
between does so at its next start.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from pydantic import TypeAdapter, ValidationError

from bot.cards.feeds import failing_card, failing_summary, feeds_card, feeds_summary
from bot.channel import Channel, Place, Reply
from bot.delivery.live_card import LiveCard
from bot.errors import DeliveryError
from bot.handlers.catalogue.batch_cards import BatchCards
from bot.handlers.language import LanguageHandler
from bot.locales import Words, words_for
from bot.state.people import People, PersonalChat
from bot.turn import Turn
from catalogue.database import Feed
from catalogue.errors import CatalogueError
from catalogue.status import feed_standings
from catalogue.store import Catalogue

log = logging.getLogger(__name__)

FAILURES = 3
"""In a row, after which the admins are told."""
_CARDS, _CLAIMS = "feed-cards", "feed-claim"
"""Kinds of notes: where the cards of a waiting batch are, and what some bot is telling."""
_CLAIM = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class FeedCard:
    """A card about the batch of a feed that waits."""

    person: str
    place: Place
    message_id: str
    locale: str


@dataclass(frozen=True, slots=True)
class _Cards:
    batch: int
    cards: tuple[FeedCard, ...]


_WRITTEN = TypeAdapter(_Cards)


class FeedHandler:
    """Answers `catalogue feeds`. Blocks."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def show(self, turn: Turn) -> Reply:
        """How each feed stands."""
        standings = feed_standings(self._catalogue.database)
        card = feeds_card(standings, words=turn.words)
        return Reply(feeds_summary(standings, turn.words), card)


class FeedReports:
    """Tells admins what needs them: a batch that waits, and a feed that fails."""

    def __init__(
        self,
        catalogue: Catalogue,
        people: People,
        language: LanguageHandler,
        *,
        cards: BatchCards,
        bound: Callable[[str], Channel],
    ) -> None:
        """`bound` gives a channel whose cards can be pressed by that person."""
        self._catalogue = catalogue
        self._notes = catalogue.notes
        self._people = people
        self._language = language
        self._cards = cards
        self._bound = bound

    async def report(self, feeds: Iterable[Feed]) -> None:
        """Tell what was not told yet, of feeds as they stand now. Raises `CatalogueError`."""
        for feed in feeds:
            await self._report_failures(feed)
            await self._report_waiting(feed)

    async def _report_failures(self, feed: Feed) -> None:
        name = f"{feed.id}-failing"
        if not feed.state.failures:
            if await asyncio.to_thread(self._notes.get, _CLAIMS, name):
                await asyncio.to_thread(self._notes.forget, _CLAIMS, name)
        elif feed.state.failures >= FAILURES and await asyncio.to_thread(
            self._notes.put_first, _CLAIMS, name, True
        ):
            log.error("the feed %s has failed %d times in a row", feed.name, feed.state.failures)

            def reply(words: Words) -> Reply:
                return Reply(failing_summary(feed, words), failing_card(feed, words=words))

            chats = await self._chats()
            sent = [await self._sent(chat, reply) for chat in chats]
            if chats and not any(sent):  # the channel is away: again at the next look
                await asyncio.to_thread(self._notes.forget, _CLAIMS, name)

    async def _report_waiting(self, feed: Feed) -> None:
        written = await asyncio.to_thread(self._written, feed)
        waiting = feed.state.waiting.batch if feed.state.waiting else None
        if waiting is None and written is not None:
            await self._renewed(written.cards, written.batch)
            await asyncio.to_thread(self._notes.forget, _CARDS, str(feed.id))
        elif waiting is not None and (written is None or written.batch != waiting):
            claim = f"{feed.id}-{waiting}"
            if await asyncio.to_thread(self._notes.put_first, _CLAIMS, claim, True, life=_CLAIM):
                # A newer batch takes the place of one that waited: its card too.
                cards = await self._renewed(written.cards if written else (), waiting)
                known = {card.person for card in cards}
                others = [chat for chat in await self._chats() if chat.person not in known]
                cards += await self._shown(others, waiting)
                note = _WRITTEN.dump_python(_Cards(waiting, tuple(cards)), mode="json")
                await asyncio.to_thread(self._notes.put, _CARDS, str(feed.id), note)

    async def _chats(self) -> list[PersonalChat]:
        chats = await asyncio.to_thread(self._people.admin_chats)
        if not chats:
            log.warning("no admin has written to the bot yet, so nobody can be told of a feed")
        return chats

    async def _shown(self, chats: Sequence[PersonalChat], batch: int) -> list[FeedCard]:
        """Send the card of a batch to each. Returns the cards that stand."""
        cards = []
        for chat in chats:
            locale = await asyncio.to_thread(self._language.of_person, chat.person, chat.locale)
            sent = await self._sent(chat, lambda words: self._cards.standing(batch, words))
            if sent is not None:
                cards.append(FeedCard(chat.person, chat.place, sent, locale))
        return cards

    async def _renewed(self, cards: Iterable[FeedCard], batch: int) -> list[FeedCard]:
        """Put a batch as it stands in the place of cards. Returns those that were replaced."""
        replaced = []
        for card in cards:
            live = LiveCard(self._bound(card.person), card.place, message_id=card.message_id)
            try:
                reply = await asyncio.to_thread(self._cards.standing, batch, words_for(card.locale))
                await live.show(reply)
                replaced.append(card)
            except (DeliveryError, CatalogueError) as fault:
                log.warning("the card of batch %d could not be brought up to date: %s", batch, fault)
        return replaced

    async def _sent(self, chat: PersonalChat, reply: Callable[[Words], Reply]) -> str | None:
        """Send a reply to a person in their language. Returns its id, None if it was not taken."""
        locale = await asyncio.to_thread(self._language.of_person, chat.person, chat.locale)
        try:
            return await self._bound(chat.person).send(
                chat.place, await asyncio.to_thread(reply, words_for(locale))
            )
        except DeliveryError as fault:
            log.warning("an admin could not be told of a feed: %s", fault)
            return None

    def _written(self, feed: Feed) -> _Cards | None:
        note = self._notes.get(_CARDS, str(feed.id))
        try:
            return None if note is None else _WRITTEN.validate_python(note)
        except ValidationError:  # of another version
            return None
