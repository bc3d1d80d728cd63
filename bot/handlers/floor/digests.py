"""`digest daily`, `digest weekly`, `digest off`: what happened, for supervisors who ask for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal, TypeAlias

from pydantic import TypeAdapter

from bot.cards.digest import ChartLink, digest_card, digest_title
from bot.channel import Channel, InboundMessage, Person, Place, Reply
from bot.errors import DeliveryError
from bot.handlers.floor.watches import GONE, QuietHours
from bot.handlers.floor.words import is_phrase
from bot.locales import Words, words_for
from bot.state.people import People, Role
from bot.turn import Turn
from catalogue.database.digests import Digest, Digests
from catalogue.database.notes import Notes

log = logging.getLogger(__name__)

DIGEST = r"/?digest\b\s*:?\s*(.*)"
Every: TypeAlias = Literal["daily", "weekly"]
DAYS: dict[Every, int] = {"daily": 1, "weekly": 7}
_KIND, _CLAIMED = "digest", "digest-sent"
_LEASE, _KNOWN = timedelta(minutes=10), timedelta(days=9)


@dataclass(frozen=True, slots=True)
class Subscription:
    """Who wants a digest, how often, and where."""

    every: Every
    place: Place
    person: str
    """A `Person.key`."""
    locale: str
    time_zone: str


_SUBSCRIPTION = TypeAdapter(Subscription)


class DigestHandler:
    """Keeps who wants a digest, and sends it."""

    def __init__(
        self, digests: Digests, notes: Notes, people: People, *, quiet: QuietHours, chart_link: ChartLink
    ) -> None:
        self._chart_link = chart_link
        self._digests = digests
        self._notes = notes
        self._people = people
        self._quiet = quiet

    def command(self, turn: Turn, rest: str) -> Reply:
        """The reply to `digest` and what follows; alone, the digest of the last day. Blocks."""
        message, key = turn.message, _key(turn.message.place, turn.person.key)
        every = next((each for each in DAYS if is_phrase(rest, each)), None)
        if every is not None:
            zone = message.time_zone
            one = Subscription(every, message.place, turn.person.key, turn.words.locale, zone)
            self._notes.put(_KIND, key, _SUBSCRIPTION.dump_python(one, mode="json"))
            return Reply(turn.words("digest-on", every=every))
        if is_phrase(rest, "off"):
            self._notes.forget(_KIND, key)
            return Reply(turn.words("digest-off"))
        if rest:
            return Reply(turn.words("digest-commands"))
        now = datetime.now(UTC)
        digest = self._digests.between(now - timedelta(days=1), now)
        return self._reply(digest, turn.words)

    async def look(self, channel: Callable[[str], Channel], *, now: datetime | None = None) -> None:
        """Send the digests that are due: in the morning, weekly ones on Mondays."""
        moment = now or datetime.now(UTC)
        for key, note in (await asyncio.to_thread(self._notes.all, _KIND)).items():
            one = _SUBSCRIPTION.validate_python(note)
            if (until := self._due(one, moment)) is None:
                continue
            name = f"{key} {one.every} {until.date().isoformat()}"
            if await asyncio.to_thread(self._notes.put_first, _CLAIMED, name, True, life=_LEASE):
                await self._send(channel, key, one, until, name)

    def _due(self, one: Subscription, moment: datetime) -> datetime | None:
        """The last midnight of the subscriber, if its digest may be sent now."""
        if self._quiet.at(moment, one.time_zone):
            return None
        midnight = moment.astimezone(self._quiet.zone_of(one.time_zone)).replace(
            hour=0, minute=0, second=0, microsecond=0
        )
        if one.every == "weekly" and midnight.weekday() != 0:
            return None
        return midnight

    async def _send(
        self, channel: Callable[[str], Channel], key: str, one: Subscription, until: datetime, name: str
    ) -> None:
        if not await asyncio.to_thread(self._may, one):
            await asyncio.to_thread(self._notes.forget, _KIND, key)
            return
        since = until - timedelta(days=DAYS[one.every])
        digest = await asyncio.to_thread(self._digests.between, since, until)
        # Its days are those of the reader.
        digest = replace(digest, since=since, until=until - timedelta(seconds=1))
        try:
            await channel(one.person).send(one.place, self._reply(digest, words_for(one.locale)))
        except DeliveryError as fault:
            if fault.status in GONE:
                await asyncio.to_thread(self._notes.forget, _KIND, key)
            else:
                log.warning("a digest was not taken, and is tried again later: %s", fault)
            return  # the claim lapses
        await asyncio.to_thread(self._notes.put, _CLAIMED, name, True, life=_KNOWN)

    def _reply(self, digest: Digest, words: Words) -> Reply:
        return Reply(digest_title(digest, words), digest_card(digest, words=words, link=self._chart_link))

    def _may(self, one: Subscription) -> bool:
        """Whether the subscriber is a supervisor still."""
        sender = Person("", object_id=one.person)
        return self._people.may(InboundMessage("", "message", one.place, sender), Role.SUPERVISOR)


def _key(place: Place, person: str) -> str:
    return f"{(place.tenant or '').casefold()}/{person}"
