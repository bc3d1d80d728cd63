"""Watches: `watch MH01-M below 5 in Berlin`, `tell me when DR07 is back`, `watches`.

What is crossed is said once, where it was asked for, in the language and the waking hours of whoever asked.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import TypeAdapter

from bot.cards.watches import crossed_card, watches_card
from bot.channel import Channel, Place, Reply
from bot.errors import DeliveryError, UserError
from bot.foreign_text import plain
from bot.handlers.floor.goods import Goods
from bot.handlers.floor.words import LONGEST, alternatives, begins
from bot.locales import Words, words_for
from bot.questions.vocabulary import Names
from bot.turn import Turn
from catalogue.database.watches import Free, NewWatch, Watch, Watches, WatchKind
from catalogue.items import folded

log = logging.getLogger(__name__)

_CONDITION = f"{alternatives('below')}|{alternatives('back')}"
WATCH = rf"(?:{alternatives('tell-when')}|{alternatives('watch')})\s*,?\s+((?=.*\b(?:{_CONDITION})\b).+)"
WATCHES = rf"(?:{alternatives('watches')})[\s.!?]*"
GONE = frozenset({403, 404})
"""Answers of a conversation that the bot has no part in any more."""
MAX_WATCHES = 50
"""Of one person."""
_PLACE = TypeAdapter(Place)
_NUMBER = re.compile(r"[0-9]{1,9}")


@dataclass(frozen=True, slots=True)
class QuietHours:
    """When nobody is written to unasked: from an hour until another, by the clock of whoever asked."""

    start: int = 20
    end: int = 7
    zone: str = "UTC"
    """Of those whose own isn't known."""

    def zone_of(self, time_zone: str) -> ZoneInfo:
        """That time zone, or the usual one if there is none of that name."""
        try:
            return ZoneInfo(time_zone or self.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):  # what a client says may be anything
            return ZoneInfo(self.zone)

    def at(self, moment: datetime, time_zone: str) -> bool:
        """Whether it is quiet then in that time zone."""
        hour = moment.astimezone(self.zone_of(time_zone)).hour
        if self.start <= self.end:
            return self.start <= hour < self.end
        return hour >= self.start or hour < self.end


class WatchHandler:
    """Keeps watches, and says what was crossed."""

    def __init__(self, watches: Watches, goods: Goods, names: Names, *, quiet: QuietHours) -> None:
        self._watches = watches
        self._goods = goods
        self._names = names
        self._quiet = quiet

    def watch(self, turn: Turn, text: str) -> Reply:
        """Keep a watch as it was typed, and say what it is now. Blocks."""
        person = _person(turn)
        if len(self._watches.of(person)) >= MAX_WATCHES:
            raise UserError("watch-too-many", count=MAX_WATCHES)
        new = self._read(turn, text)
        stock = self._watches.stock([new.item_id]).get(new.item_id, ())
        free = _free(new, stock, self._places_of([new.site])[new.site])
        new = replace(new, crossed=_crossed(new, free))
        self._watches.add(new)
        return Reply(
            turn.words("watch-kept", what=self._what(new, turn.words), count=free)
            if not new.crossed or new.kind == "below"
            else turn.words("watch-back-already", what=self._what(new, turn.words), count=free)
        )

    def list(self, turn: Turn) -> Reply:
        """The sender's watches. Blocks."""
        watches = self._watches.of(_person(turn))
        listed = [(one.id, self._what(one, turn.words)) for one in watches]
        text = turn.words("watches-title", count=len(watches))
        return Reply(text, watches_card(listed, words=turn.words) if watches else None)

    def stop(self, turn: Turn, number: int) -> Reply:
        """End a watch of the sender. Blocks."""
        if not self._watches.stop(number, _person(turn)):
            raise UserError("watch-gone")
        return Reply(turn.words("watch-stopped"))

    async def look(self, channel: Callable[[str], Channel], *, now: datetime | None = None) -> None:
        """Say what was crossed since the last time. `channel` is given whom its buttons are for."""
        moment = now or datetime.now(UTC)
        for watch, free in await asyncio.to_thread(self._crossed_now):
            if self._quiet.at(moment, watch.time_zone):
                continue  # it is said in the morning, if it's still so
            if await asyncio.to_thread(self._watches.claim, watch.id, now=moment):
                await self._say(channel, watch, free)

    def _crossed_now(self) -> Sequence[tuple[Watch, int]]:
        """The watches whose crossing was not said, with what is free; those on the other side are rearmed.

        The database is asked the same few questions however many watches there are. Blocks.
        """
        crossed: list[tuple[Watch, int]] = []
        back: list[int] = []
        watches, stock = self._watches.all(), self._watches.stock()
        places = self._places_of({watch.site for watch in watches})
        for watch in watches:
            if watch.item_id not in stock:
                continue  # it's no longer in use
            free = _free(watch, stock[watch.item_id], places[watch.site])
            if not _crossed(watch, free):
                if watch.crossed:
                    back.append(watch.id)
            elif not (watch.crossed and watch.told):
                crossed.append((watch, free))
        if back:
            self._watches.rearm(back)
        return crossed

    async def _say(self, channel: Callable[[str], Channel], watch: Watch, free: int) -> None:
        words = words_for(watch.locale)
        code = "watch-below" if watch.kind == "below" else "watch-back"
        text = words(code, name=self._name(watch, words), count=free, threshold=watch.threshold)
        number = watch.id if watch.kind == "below" else None
        card = crossed_card(text, number, words=words)
        try:
            place = _PLACE.validate_json(watch.place)
            await channel(watch.person.rpartition("/")[2]).send(place, Reply(text, card))
        except DeliveryError as fault:
            if fault.status in GONE:
                await asyncio.to_thread(self._watches.remove, watch.id)
                return
            log.warning("a crossing was not taken, and is tried again later: %s", fault)
            return  # the claim lapses
        await asyncio.to_thread(self._watches.said, watch.id)

    def _read(self, turn: Turn, text: str) -> NewWatch:
        words = text.replace(",", " ").split()
        back = _position(words, "back")
        below = _position(words, "below")
        kind: WatchKind = "below" if below is not None else "back"
        start, end = below or back or (0, 0)
        threshold = 1
        after = words[end:]
        if kind == "below":
            if not after or not _NUMBER.fullmatch(after[0]) or int(after[0]) < 1:
                raise UserError("watch-what")
            threshold, after = int(after[0]), after[1:]
        before = words[:start]
        if not before and after:  # as in Spanish: `cuando vuelva DR07`
            before, after = after, []
        line = self._goods.line(before)
        left = [*line.rest, *after]
        place = self._goods.place(left)
        site = ""
        if place is not None:
            site, first, last = place
            left = [*left[:first], *left[last:]]
        left = [word for word in left if not begins([word], "at") and not begins([word], "is")]
        if left:
            raise UserError("watch-not-read", text=plain(" ".join(left), 80))
        return NewWatch(
            kind,
            line.item.id,
            line.variant.sku if line.variant is not None else "",
            site,
            threshold,
            False,
            _person(turn),
            _PLACE.dump_json(turn.message.place).decode(),
            turn.words.locale,
            turn.message.time_zone,
        )

    def _places_of(self, sites: Collection[str]) -> dict[str, frozenset[str]]:
        """The folded locations of each site; none for everywhere."""
        named = self._names.vocabulary().locations_of if any(sites) else None
        return {
            site: frozenset(map(folded, named(site))) if site and named else frozenset() for site in sites
        }

    def _name(self, watch: NewWatch, words: Words) -> str:
        name = plain(watch.sku or watch.item_id, 64)
        return words("watch-at", name=name, place=plain(watch.site, 64)) if watch.site else name

    def _what(self, watch: NewWatch, words: Words) -> str:
        code = "watch-what-below" if watch.kind == "below" else "watch-what-back"
        return words(code, name=self._name(watch, words), threshold=watch.threshold)


def _free(watch: NewWatch, levels: Sequence[Free], places: frozenset[str]) -> int:
    """Pieces that are free of what is watched; at those places, or everywhere if there are none."""
    sku = folded(watch.sku)
    return max(
        0,
        sum(
            level.pieces
            for level in levels
            if not sku or level.sku == sku
            if not places or level.location in places
        ),
    )


def _crossed(watch: NewWatch, free: int) -> bool:
    return free < watch.threshold if watch.kind == "below" else free > 0


def _position(words: Sequence[str], meaning: str) -> tuple[int, int] | None:
    """Where a phrase of that meaning stands first: from which word to which."""
    for start in range(len(words)):
        if count := begins(words[start : start + LONGEST], meaning):
            return start, start + count
    return None


def _person(turn: Turn) -> str:
    return f"{(turn.message.place.tenant or '').casefold()}/{turn.person.key}"
