"""A stock-take: photos, barcodes and typed SKUs one after the other, then the differences, then Apply.

While somebody counts, what they send is a line of the count. Nothing is counted that isn't sure: an item
whose size isn't known waits for its size, one that only its looks name waits until somebody has compared its
colour, once a count, and what isn't known at all is kept with its photo for the end.
"""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pydantic import TypeAdapter

from bot.buttons import ApplyStockTake, SizeOfLine
from bot.cards.elements import PictureLink
from bot.cards.items import Likeness, full_name
from bot.cards.one_of import indistinct_names
from bot.cards.stock_takes import (
    Difference,
    Differences,
    applied_card,
    differences_card,
    running_card,
    size_card,
)
from bot.channel import Attachment, Channel, InboundMessage, Place, Reply
from bot.errors import DeliveryError, ForbiddenError, UserError
from bot.foreign_text import name_of, plain
from bot.handlers.floor.goods import Goods, Line, in_use
from bot.handlers.floor.turns import once_of, person_of, sent_at, worker_of
from bot.handlers.floor.words import alternatives, is_phrase
from bot.handlers.photos.photo_search import PhotoResult, Tag
from bot.locales import Words, words_for
from bot.locales.faults import fault_in_words
from bot.state.people import People, Role
from bot.state.photos import PhotoSession
from bot.state.whereabouts import Whereabouts
from bot.turn import Turn
from catalogue.database.notes import Notes
from catalogue.database.stock_takes import LineState, Seat, StockTakes, TakeLine
from catalogue.errors import CatalogueError, MovementRefusedError, UnknownItemError
from catalogue.items import Findings, Item, Variant, Verdict, folded
from catalogue.movements import Level, Movement, Worker
from catalogue.stock import StockBook
from vision.errors import PhotoError
from vision.pipeline import PhotoAnalysis

log = logging.getLogger(__name__)

START = (
    rf"(?:{alternatives('stock-take')})\b\s*:?(?!\s*(?:de|di|del|du|von|of|from)\b)"
    r"\s*((?:[^\s:]+(?:\s+[^\s:]+){0,4})?)\s*"
)
"""A place, or a word; with more after it, such as `stocktake hall B: 30 of PCE-FW in 42`, it is one count."""
LIFE = timedelta(days=1)
"""How long a count waits for its next line."""
SHOWN = 5
"""Latest lines on the running card."""
LONGEST_LINE = 300
"""Characters of a line; what is longer is none."""
_KEPT = (LineState.SIZE, LineState.UNKNOWN, LineState.ANALYSING)
_WAITING, _WAITING_LIFE = "stock-take", timedelta(minutes=15)
_AMOUNT = re.compile(r"([x×=]\s*)?([0-9]{1,5})", re.IGNORECASE)
_TRAILING = re.compile(r"(.*?)[\s:,]+([x×=]?\s*)([0-9]{1,5})", re.IGNORECASE | re.DOTALL)
_LEADING = re.compile(r"([0-9]{1,5})\s*[x×]\s+(.+)", re.IGNORECASE | re.DOTALL)
_LIKE_A_NUMBER = re.compile(r"(?=\S*\d)[\w./#+-]{3,64}")
_PLACE = TypeAdapter(Place)

Analyse = Callable[[Turn, Attachment], Awaitable[PhotoResult]]
Keep = Callable[[InboundMessage, PhotoAnalysis, Findings], PhotoSession]
Register = Callable[[str, Worker, str], int | None]
"""Registers the garment of a photo session: its name, who sent it, and the conversation. Returns its number;
None if the photo is gone."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """Differences as they were shown, until they are applied."""

    take: int
    counted: dict[str, int]
    system: dict[str, tuple[int, int]]
    who: str
    where: str


_WAITING_JSON = TypeAdapter(_Waiting)


class StockTakeHandler:
    """Counts places, for several people at once."""

    def __init__(
        self,
        takes: StockTakes,
        goods: Goods,
        stock: StockBook,
        notes: Notes,
        people: People,
        whereabouts: Whereabouts,
        *,
        analyse: Analyse,
        keep: Keep,
        register: Register,
        done_for: Callable[[str], Movement | None],
        link: PictureLink,
    ) -> None:
        """`analyse` opens a photo and finds what it shows; the other functions block."""
        self._takes = takes
        self._goods = goods
        self._stock = stock
        self._notes = notes
        self._people = people
        self._whereabouts = whereabouts
        self._analyse = analyse
        self._keep = keep
        self._register = register
        self._done_for = done_for
        self._link = link

    # Beginning and leaving

    async def command(self, turn: Turn, rest: str) -> AsyncIterator[Reply]:
        """The replies to `stock-take` and what follows: a place, or `leave`, `cancel`, `done`."""
        if is_phrase(rest, "done"):
            yield await asyncio.to_thread(self._finish, turn, await self._seated(turn))
        elif is_phrase(rest, "leave"):
            yield await asyncio.to_thread(self._leave, turn)
        elif is_phrase(rest, "cancel"):
            yield await asyncio.to_thread(self._cancel, turn)
        else:
            yield await asyncio.to_thread(self._start, turn, rest)
            if (seat := await asyncio.to_thread(self._seat, turn)) is not None:
                await self._show(turn, seat)

    def _start(self, turn: Turn, rest: str) -> Reply:
        here = self._whereabouts.of(turn.message)
        words = rest.split()
        found = self._goods.place(words, here=here) if words else None
        if words and (found is None or (len(words) - (found[2] - found[1])) > 1):
            raise UserError("place-unknown", place=plain(rest, 64))
        site = found[0] if found else here
        if not site:
            raise UserError("take-which-place")
        places = self._goods.locations(site)
        if len(places) > 1:
            raise UserError("take-one-shelf", places=plain(", ".join(places), 300))
        take, first = self._takes.open_at(places[0], worker_of(turn))
        place = _PLACE.dump_json(turn.message.place).decode()
        self._takes.sit(take.id, person_of(turn), place=place, locale=turn.words.locale)
        self._whereabouts.moved(turn.message, take.location)
        shelf = plain(take.location, 64)
        if first:
            return Reply(turn.words("take-started", place=shelf))
        return Reply(turn.words("take-joined", place=shelf, name=plain(take.by_name, 64)))

    def _leave(self, turn: Turn) -> Reply:
        seat = self._seat(turn)
        if seat is None:
            raise UserError("take-none")
        self._takes.leave(seat.person)
        return Reply(turn.words("take-left", place=plain(seat.take.location, 64)))

    def _cancel(self, turn: Turn) -> Reply:
        seat = self._seat(turn)
        if seat is None:
            raise UserError("take-none")
        if not self._people.may(turn.message, Role.SUPERVISOR):
            raise ForbiddenError("work-forbidden")
        self._takes.cancel(seat.take.id)
        return Reply(turn.words("take-cancelled", place=plain(seat.take.location, 64)))

    # Lines

    async def answer(self, turn: Turn, text: str) -> AsyncIterator[Reply] | None:
        """The replies to a line of somebody who counts; None if it is none, or they don't count."""
        seat = await asyncio.to_thread(self._seat, turn)
        if seat is None:
            return None
        if turn.message.attachments:
            return self._photos(turn, seat, text)
        if not text:
            return None
        if is_phrase(text, "done"):
            return _one(asyncio.to_thread(self._finish, turn, seat))
        reply = await asyncio.to_thread(self._typed, turn, seat, text)
        return None if reply is None else self._and_show(turn, seat, reply)

    async def set_size(self, turn: Turn, button: SizeOfLine) -> AsyncIterator[Reply]:
        """The replies to a size that was pressed."""
        seat = await self._seated(turn)

        def chosen() -> Reply:
            last = self._takes.set_size(button.line, button.sku, by=worker_of(turn))
            if last.take_id != seat.take.id or last.state is LineState.GONE:
                raise UserError("button-outdated")
            return Reply(self._text(last, turn.words), replaces=turn.message.reply_to)

        async for reply in self._and_show(turn, seat, await asyncio.to_thread(chosen)):
            yield reply

    async def _photos(self, turn: Turn, seat: Seat, text: str) -> AsyncIterator[Reply]:
        """Each photo is a line, and so is what is written beside them."""
        photos = turn.message.attachments
        once = once_of(turn)
        add = [
            await asyncio.to_thread(
                self._takes.add,
                seat.take.id,
                LineState.ANALYSING,
                by=worker_of(turn),
                at=sent_at(turn),
                once=f"{once}/{number}",
            )
            for number in range(len(photos))
        ]  # before any is analysed, so that a number typed meanwhile finds its line
        compare = True
        for photo, line in zip(photos, add, strict=True):
            if line.state is not LineState.ANALYSING:  # a stop came between the work and its answer
                yield await asyncio.to_thread(self._reply, line, turn, compare=True)
                continue
            answer, compare = await self._photo(turn, seat, photo, line)
            yield answer
        if text:
            reply = await asyncio.to_thread(self._typed, turn, seat, text, compare=compare)
            yield reply or Reply(turn.words("take-not-a-line", text=plain(text, 80)))
        await self._show(turn, seat)

    async def _photo(self, turn: Turn, seat: Seat, photo: Attachment, line: TakeLine) -> tuple[Reply, bool]:
        """What is said of a photo, and whether only looks name what it shows."""
        try:
            result = await self._analyse(turn, photo)
        except (UserError, PhotoError, CatalogueError) as fault:
            await asyncio.to_thread(self._takes.settle, line.id, LineState.GONE)
            return Reply(turn.words("take-fault", fault=fault_in_words(fault, turn.words))), False
        return await asyncio.to_thread(self._seen, turn, seat, result, line), result.compare_colour

    def _seen(self, turn: Turn, seat: Seat, result: PhotoResult, line: TakeLine) -> Reply:
        """What a photo shows, as a line: counted only where it is sure."""
        findings, words = result.findings, turn.words
        best = findings.matches[0].item if findings.matches else None
        sure = findings.verdict is Verdict.IN_CATALOGUE and best is not None
        shelf = self._whereabouts.read(result.analysis.numbers)
        if shelf and not result.tags and not sure:
            self._takes.settle(line.id, LineState.GONE)
            return self._shelf(turn, seat, shelf)
        tagged = tagged_variants(result.tags)
        if len(result.tags) > 1 and any(tag.printed for tag in result.tags):
            # Colours of a printed style, or a label beside another item's barcode: one piece, of what?
            self._kept(turn, result, line)
            return Reply(words("take-several"))
        if result.tags:
            likely = {item.id for item in findings.surely}
            if likely and best is not None and likely.isdisjoint(tag.item.id for tag in result.tags):
                self._kept(turn, result, line)
                tag = plain(result.tags[0].read, 64)
                return Reply(words("take-tag-doubt", tag=tag, title=plain(name_of(best), 80)))
            if len(tagged) == 1:
                item, variant = tagged[0]
                if result.compare_colour:
                    return self._of_item(turn, item, line, compare=True, size=variant)
                done = self._takes.settle(line.id, LineState.COUNTED, item_id=item.id, sku=variant.sku)
                return self._reply(done, turn)
            if len(tagged) > 1:
                return self._several(turn, tagged, line)
            return self._of_item(turn, result.tags[0].item, line, compare=result.compare_colour)
        if findings.verdict is Verdict.NO_GARMENT:
            self._takes.settle(line.id, LineState.GONE)
            return Reply(words("take-nothing"))
        if len(result.analysis.choices) > 1:
            self._kept(turn, result, line)
            return Reply(words("take-several"))
        if sure and best is not None:
            return self._of_item(turn, best, line, compare=True)
        if findings.verdict is Verdict.ONE_OF_THESE and findings.one_of:
            self._kept(turn, result, line)
            first, names = plain(full_name(findings.one_of[0].item), 80), indistinct_names(findings, words)
            return Reply(words("take-one-of", item=first, names=names))
        if findings.verdict.names_an_item and best is not None:  # a person says what it is, by its size
            session = self._keep(turn.message, result.analysis, findings)
            maybe = self._takes.settle(line.id, LineState.SIZE, item_id=best.id, look=session.name)
            return self._reply(maybe, turn, best)
        self._kept(turn, result, line)
        return Reply(words("take-unknown"))

    def _several(self, turn: Turn, tagged: list[tuple[Item, Variant]], line: TakeLine) -> Reply:
        """Several tags in one photo: a piece each."""
        pieces = self._takes.settle_pieces(line.id, [(item.id, size.sku) for item, size in tagged])
        return Reply("\n\n".join(self._text(one, turn.words) for one in pieces))

    def _of_item(
        self, turn: Turn, item: Item, line: TakeLine, *, compare: bool = False, size: Variant | None = None
    ) -> Reply:
        """A photo that shows an item: the size that was read, or its only one, or the question which.

        With `compare`, only its looks say so: it's asked, unless the item was counted here before.
        """
        sizes = in_use(item) if size is None else (size,)
        asked = len(sizes) != 1 or (compare and not self._takes.has_counted(line.take_id, item.id))
        state, sku = (LineState.SIZE, None) if asked else (LineState.COUNTED, sizes[0].sku)
        settled = self._takes.settle(line.id, state, item_id=item.id, sku=sku)
        return self._reply(settled, turn, item, compare=compare, size=size)

    def _kept(self, turn: Turn, result: PhotoResult, line: TakeLine) -> None:
        session = self._keep(turn.message, result.analysis, result.findings)
        self._takes.settle(line.id, LineState.UNKNOWN, look=session.name)

    def _shelf(self, turn: Turn, seat: Seat, shelf: str) -> Reply:
        self._whereabouts.moved(turn.message, shelf)
        if folded(shelf) == folded(seat.take.location):
            return Reply(turn.words("take-same-place", place=plain(shelf, 64)))
        counting = plain(seat.take.location, 64)
        return Reply(turn.words("take-other-place", place=counting, other=plain(shelf, 64)))

    def _typed(self, turn: Turn, seat: Seat, text: str, *, compare: bool = False) -> Reply | None:
        """A typed line; None if it is none. With `compare`, it stands beside a photo that only looks name."""
        if len(text) > LONGEST_LINE:
            return None
        take, by, at, once = seat.take.id, worker_of(turn), sent_at(turn), f"{once_of(turn)}/text"
        if is_phrase(text, "undo"):
            gone = self._takes.take_back(take, by=by, at=at, once=once)
            return Reply(self._taken_back(gone, turn.words))
        if (done := self._takes.done(once)) is not None:  # a stop came between the work and its answer
            return self._reply(done, turn)
        last = self._takes.last(take, by, at)
        amount = _AMOUNT.fullmatch(text.strip())
        if amount is not None and (amount[1] or not self._is_number(amount[2])):
            if not amount[1] and last is not None and self._size_of(last, [amount[2]]) is not None:
                if last.state is LineState.SIZE:
                    return self._sized(turn, seat, last, [amount[2]], None, compare=compare)
                item = plain(last.item_id or "", 64)
                return Reply(turn.words("take-amount-or-size", number=amount[2], item=item))
            set_to = self._takes.set_amount(take, int(amount[2]), by=by, at=at, once=once)
            if set_to is None:
                raise UserError("take-no-line")
            return self._reply(set_to, turn)
        words, quantity = with_amount(text)
        if last is not None:
            sized = self._sized(turn, seat, last, words, quantity, compare=compare)
            if sized is not None:
                return sized
        line = self._goods_of(text.split()) if quantity is not None else None
        if line is not None and line.variant is not None:  # `SH05 38`: the number is its size
            quantity = None
        else:
            line = self._goods_of(words)
        if line is None:
            return None
        state = LineState.SIZE if line.variant is None else LineState.COUNTED
        added = self._takes.add(
            take,
            state,
            by=by,
            at=at,
            once=once,
            quantity=1 if quantity is None else quantity,
            item_id=line.item.id,
            sku=line.variant.sku if line.variant else None,
        )
        return self._reply(added, turn, line.item)

    def _is_number(self, text: str) -> bool:
        """Whether digits are a SKU, an item or a barcode rather than an amount."""
        return len(text) >= 4 and self._goods.known(text)

    def _goods_of(self, words: list[str]) -> Line | None:
        """The goods that all the words name. Raises `UnknownItemError` for what looks like a number."""
        try:
            line = self._goods.line(words)
        except UnknownItemError:
            if len(words) == 1 and _LIKE_A_NUMBER.fullmatch(words[0]):
                raise
            return None
        return None if line.rest else line

    def _size_of(self, last: TakeLine, words: list[str]) -> Line | None:
        """The size of the last line's item that the words name."""
        items = self._stock.items([last.item_id]) if last.item_id else ()
        if not items or not words or len(in_use(items[0])) == 1:
            return None
        line = self._goods.size(items[0], words)
        return line if line.variant is not None and not line.rest else None

    def _sized(
        self,
        turn: Turn,
        seat: Seat,
        last: TakeLine,
        words: list[str],
        quantity: int | None,
        *,
        compare: bool,
    ) -> Reply | None:
        """`M` or `M 7` after a line: its size if it has none yet, else another size of the same item.

        With `compare`, it was written beside the photo, before anybody saw which item that is taken for: ask.
        """
        line, once = self._size_of(last, words), f"{once_of(turn)}/text"
        if line is None or line.variant is None:
            return None
        waits = last.state is LineState.SIZE
        if waits and compare and not self._takes.has_counted(seat.take.id, line.item.id):
            if quantity is not None:
                by, at = worker_of(turn), sent_at(turn)
                last = self._takes.set_amount(seat.take.id, quantity, by=by, at=at, once=once) or last
            return self._reply(last, turn, line.item, compare=True, size=line.variant)
        if waits:
            done = self._takes.set_size(last.id, line.sku, by=worker_of(turn), once=once, quantity=quantity)
            return self._reply(done, turn)
        if quantity is not None and last.sku == line.sku:
            set_to = self._takes.set_amount(
                seat.take.id, quantity, by=worker_of(turn), at=sent_at(turn), once=once
            )
            return None if set_to is None else self._reply(set_to, turn)
        added = self._takes.add(
            seat.take.id,
            LineState.COUNTED,
            by=worker_of(turn),
            at=sent_at(turn),
            once=once,
            quantity=1 if quantity is None else quantity,
            item_id=line.item.id,
            sku=line.sku,
        )
        return self._reply(added, turn)

    def _reply(
        self,
        line: TakeLine,
        turn: Turn,
        item: Item | None = None,
        *,
        compare: bool = False,
        size: Variant | None = None,
    ) -> Reply:
        """What is said of a line, with the sizes where it has none yet, or the one that was read.

        With `compare`, only the item's looks name it, so its colour is shown.
        """
        words = turn.words
        if line.state is not LineState.SIZE or line.item_id is None:
            return Reply(self._text(line, words, colour=compare))
        known = item or self._stock.item(line.item_id)
        sizes = in_use(known) if size is None else (size,)
        only = line.look is None and len(sizes) == 1  # all that it waits for is that somebody compares it
        text = self._question(line, words, known, compare=only)
        if not (compare or only or line.look is not None):
            return Reply(text, size_card(text, line.id, sizes, words=words))
        hint = not self._takes.has_counted(line.take_id, known.id)
        seen = Likeness(known, self._link, hint=hint)
        card = size_card(text, line.id, sizes, seen=seen, compare=only, words=words)
        return Reply(f"{text} {words('compare-colour')}" if hint else text, card)

    def _question(self, line: TakeLine, words: Words, item: Item, *, compare: bool) -> str:
        code = "take-compare" if compare else "take-which-size" if line.look is None else "take-maybe"
        return words(code, item=plain(full_name(item), 80), count=line.quantity)

    def _text(self, line: TakeLine, words: Words, *, colour: bool = False) -> str:
        match line.state:
            case LineState.COUNTED:
                total = self._takes.counts(line.take_id).get(line.sku or "", 0)
                return words("take-line", name=self._name(line, colour=colour), count=total)
            case LineState.SIZE:
                item = self._stock.item(line.item_id or "")
                return self._question(line, words, item, compare=False)
            case LineState.ANALYSING:
                return words("take-amount-later", count=line.quantity)
            case LineState.UNKNOWN:
                return words("take-amount-kept", count=line.quantity)
            case _:
                return words("take-gone")

    def _taken_back(self, line: TakeLine | None, words: Words) -> str:
        if line is None:
            raise UserError("take-no-line")
        if line.sku is None:
            return words("take-undone-kept")
        total = self._takes.counts(line.take_id).get(line.sku, 0)
        return words("take-undone", name=self._name(line), count=total)

    def _name(self, line: TakeLine, *, colour: bool = False) -> str:
        """An item and a size, as people call it: `MH01 M`; with its `colour`, `MH01 M, navy`."""
        items = self._stock.items([line.item_id]) if line.item_id else ()
        size = next((one.size for item in items for one in item.variants if one.sku == line.sku), "")
        name = f"{line.item_id} {size}" if size else line.sku or ""
        colours = [item.colour for item in items if colour and item.colour]
        return plain(", ".join((name, *colours)), 80)

    async def _and_show(self, turn: Turn, seat: Seat, reply: Reply) -> AsyncIterator[Reply]:
        yield reply
        await self._show(turn, seat)

    async def _show(self, turn: Turn, seat: Seat) -> None:
        """Bring the running card up to date; it is sent if there is none yet."""
        card = await asyncio.to_thread(self._running, seat, turn.words)
        place = turn.message.place
        try:
            if seat.card:
                await turn.channel.update(place, seat.card, card)
                return
            message_id = await turn.channel.send(place, card)
        except DeliveryError as fault:  # the answers say the same
            log.warning("the running card of a stock-take was not taken: %s", fault)
            return
        if message_id:
            await asyncio.to_thread(self._takes.show_on, seat.person, message_id)

    def _running(self, seat: Seat, words: Words) -> Reply:
        counts = self._takes.counts(seat.take.id)
        latest = self._takes.lines(seat.take.id, LineState.COUNTED, limit=SHOWN)
        kept = len(self._takes.lines(seat.take.id, *_KEPT))
        card = running_card(seat.take, sum(counts.values()), len(counts), latest, kept, words=words)
        return Reply(card=card)

    # The end

    async def finish(self, turn: Turn, take: int) -> Reply:
        """The differences, for a button of that count."""
        seat = await self._seated(turn)
        if seat.take.id != take:
            raise UserError("button-outdated")
        return await asyncio.to_thread(self._finish, turn, seat)

    def _finish(self, turn: Turn, seat: Seat) -> Reply:
        found = self._differences(seat)
        waiting = _Waiting(
            seat.take.id,
            {one.sku: one.counted for one in found.counted},
            {
                one.sku: (one.system.on_hand, one.system.reserved)
                for one in (*found.counted, *found.uncounted)
            },
            turn.person.key,
            turn.message.place.conversation,
        )
        name = secrets.token_urlsafe(12)
        self._notes.put(_WAITING, name, _WAITING_JSON.dump_python(waiting, mode="json"), life=_WAITING_LIFE)
        may = self._people.may(turn.message, Role.SUPERVISOR)
        card = differences_card(found, name=name, may_apply=may, words=turn.words)
        text = turn.words("take-differences", place=plain(seat.take.location, 64), count=len(found.changed))
        return Reply(text, card)

    def _differences(self, seat: Seat) -> Differences:
        counts, system = self._takes.counts(seat.take.id), self._takes.levels_at(seat.take.location)
        moved = self._takes.moved_meanwhile(seat.take)
        nothing = Level(0, 0)
        return Differences(
            seat.take,
            tuple(
                Difference(sku, system.get(sku, nothing), count, sku in moved)
                for sku, count in counts.items()
            ),
            tuple(
                Difference(sku, level, 0, sku in moved)
                for sku, level in system.items()
                if sku not in counts and level.on_hand
            ),
            len(self._takes.lines(seat.take.id, *_KEPT)),
        )

    def apply(self, turn: Turn, button: ApplyStockTake) -> Reply:
        """Set the stock to what was counted, and register what isn't known. Blocks."""
        note = self._notes.get(_WAITING, button.differences)
        if note is None:
            raise UserError("work-over")
        waiting = _WAITING_JSON.validate_python(note)
        if (waiting.who, waiting.where) != (turn.person.key, turn.message.place.conversation):
            raise ForbiddenError("work-anothers")
        once = once_of(turn)
        amounts = dict(waiting.counted)
        if button.rest == "zero":
            amounts |= dict.fromkeys(waiting.system.keys() - waiting.counted.keys(), 0)
        first = self._done_for(once)  # a stop came between the work and its answer
        if first is None:
            try:
                movements = self._takes.apply(
                    waiting.take,
                    amounts,
                    counted=waiting.counted,
                    expected={sku: Level(*pair) for sku, pair in waiting.system.items()},
                    by=worker_of(turn),
                    once=once,
                )
            except MovementRefusedError:
                seat = self._seat(turn)
                if seat is None or seat.take.id != waiting.take:
                    raise
                again = self._finish(turn, seat)
                return Reply(turn.words("work-changed"), again.card, replaces=turn.message.reply_to)
            first = movements[0] if movements else None
            log.info("stock-take %d applied by %s", waiting.take, turn.person.object_id)
        take = self._takes.get(waiting.take)
        assert take is not None  # counts are never deleted
        intakes = self._registered(take.id)
        card = applied_card(
            take, len(amounts), None if first is None else first.id, intakes, words=turn.words
        )
        text = turn.words("take-applied", place=plain(take.location, 64), count=len(amounts))
        return Reply(text, card, replaces=turn.message.reply_to)

    def _registered(self, take: int) -> list[int]:
        """The numbers of the intakes that the photos become of which nobody has said what they show."""
        numbers: list[int | None] = []
        for line in reversed(self._takes.lines(take, LineState.UNKNOWN, LineState.SIZE)):
            if line.look is not None:
                numbers.append(
                    self._register(line.look, Worker(line.by_id, line.by_name), f"stock-take {take}")
                )
        return [number for number in numbers if number is not None]

    async def lapse(self, channel: Callable[[str], Channel], *, now: datetime | None = None) -> None:
        """Close counts that nobody went on with for a day, and say so to those who counted."""
        moment = now or datetime.now(UTC)
        for seat, lines in await asyncio.to_thread(self._takes.lapse, moment - LIFE, now=moment):
            words = words_for(seat.locale)
            text = words("take-lapsed", place=plain(seat.take.location, 64), count=lines)
            try:
                await channel("").send(_PLACE.validate_json(seat.place), Reply(text))
            except DeliveryError as fault:
                log.warning("nobody could be told that a stock-take has lapsed: %s", fault)

    def _seat(self, turn: Turn) -> Seat | None:
        return self._takes.seat(person_of(turn))

    async def _seated(self, turn: Turn) -> Seat:
        seat = await asyncio.to_thread(self._seat, turn)
        if seat is None:
            raise UserError("take-none")
        return seat


def tagged_variants(tags: tuple[Tag, ...]) -> list[tuple[Item, Variant]]:
    """The sizes whose codes or print were read, each once; not those of items whose own number was read."""
    found: dict[str, tuple[Item, Variant]] = {}
    for tag in tags:
        if tag.variant is not None:
            found[tag.variant.sku] = (tag.item, tag.variant)
            continue
        for number in map(folded, tag.read.split(", ")):
            for variant in tag.item.variants:
                if number in (folded(variant.sku), folded(variant.barcode or "")):
                    found[variant.sku] = (tag.item, variant)
    return list(found.values())


def with_amount(text: str) -> tuple[list[str], int | None]:
    """The words without an amount before or behind them: `MH01-M 7`, `7 x MH01-M`."""
    if len(text) > LONGEST_LINE:
        return text.split(), None
    if (leading := _LEADING.fullmatch(text.strip())) is not None:
        return leading[2].split(), int(leading[1])
    if (trailing := _TRAILING.fullmatch(text.strip())) is not None:
        return trailing[1].split(), int(trailing[3])
    return text.split(), None


async def _one(reply: Awaitable[Reply]) -> AsyncIterator[Reply]:
    yield await reply
