"""Stock work by supervisors: asked once, confirmed by a button, done, and taken back if need be."""

from __future__ import annotations

import asyncio
import logging
import re
import secrets
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol

from bot.cards.elements import plain
from bot.cards.work import Asked, confirm_card, done_card, reservations_card, work_summary
from bot.channel import Channel, InboundMessage, Reply
from bot.errors import ForbiddenError, UserError
from bot.locales import Words
from bot.people import People, Role, called
from catalogue.database import Database
from catalogue.errors import WorkRefused
from catalogue.movements import Level, Movement, Worker

log = logging.getLogger(__name__)

KIND = "work"
LIFE = timedelta(minutes=15)
"""How long a question waits for its Confirm."""
BUTTONS = frozenset({"work-confirm", "work-cancel", "work-undo"})

_RESERVE = re.compile(
    r"/?reserve\s+(?P<quantity>\d{1,6})\s+(?:pcs?\s+|pieces?\s+)?(?:of\s+)?(?P<sku>\S+)"
    r"(?:\s+(?:at|in)\s+(?P<location>.+?))?\s+for\s+(?P<person>.+?)(?:\s+until\s+(?P<until>\S+))?",
    re.IGNORECASE,
)
_RELEASE = re.compile(r"/?release\s+(?:reservation\s+)?#?(?P<reservation>\d{1,9})", re.IGNORECASE)
_MOVE = re.compile(
    r"/?move\s+(?P<quantity>\d{1,6})\s+(?:pcs?\s+|pieces?\s+)?(?:of\s+)?(?P<sku>\S+)"
    r"\s+from\s+(?P<from>.+?)\s+to\s+(?P<to>.+)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"/?count\s+(?P<sku>\S+)\s+(?:at|in)\s+(?P<location>.+?)\s+(?:is|=)\s*(?P<quantity>\d{1,6})",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"/?(?P<word>undo|reservations|reserve|release|move|count)\b.*", re.IGNORECASE | re.DOTALL
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Notes(Protocol):
    """Where questions wait for their Confirm; `catalogue.database.Notes` is one. All block."""

    def get(self, kind: str, name: str) -> Any | None: ...

    def put(self, kind: str, name: str, value: Any, *, life: timedelta | None = None) -> None: ...

    def forget(self, kind: str, name: str) -> bool: ...


class WorkHandler:
    """Answers supervisors and admins alone; raises `ForbiddenError` for anybody else.

    What a button carries is the name of a question that waits here, for one person in one conversation; what
    is done comes from there. A question is answered once.
    """

    def __init__(self, database: Database, people: People) -> None:
        self._work = database.movements
        self._notes: Notes = database.notes
        self._people = people

    def answer(self, message: InboundMessage, channel: Channel, say: Words, /) -> AsyncIterator[Reply] | None:
        """The replies to stock work typed and to its buttons; anything else is another's."""
        if message.kind == "action":
            does, name = message.data.get("do"), message.data.get("work")
            if does in BUTTONS and isinstance(name, str):
                return self._reply(lambda: self._pressed(str(does), name, message, say))
            return None
        text = " ".join(message.text.replace("\xa0", " ").split())
        if message.kind != "message" or message.attachments or not _OTHER.fullmatch(text):
            return None
        return self._reply(lambda: self._typed(text, message, say))

    async def _reply(self, answer: Any) -> AsyncIterator[Reply]:
        yield await asyncio.to_thread(answer)

    def _typed(self, text: str, message: InboundMessage, say: Words) -> Reply:
        self._admit(message, say)
        self._work.release_expired(_today(message))
        if found := _RESERVE.fullmatch(text):
            sku = found["sku"]
            location = found["location"] or self._only_place(sku, int(found["quantity"]), say)
            until = _day(found["until"], message, say)
            asked = {
                "kind": "reserve",
                "sku": sku,
                "location": location,
                "quantity": int(found["quantity"]),
                "person": plain(found["person"], 80),
                "until": until.isoformat() if until else None,
            }
        elif found := _RELEASE.fullmatch(text):
            asked = self._release(int(found["reservation"]), say)
        elif found := _MOVE.fullmatch(text):
            asked = {
                "kind": "move",
                "sku": found["sku"],
                "location": found["from"],
                "to": found["to"],
                "quantity": int(found["quantity"]),
            }
        elif found := _COUNT.fullmatch(text):
            asked = {
                "kind": "count",
                "sku": found["sku"],
                "location": found["location"],
                "quantity": int(found["quantity"]),
            }
        elif text.casefold().strip("/") == "reservations":
            kept = self._work.reservations(limit=40)
            return Reply(say("reservations-title", count=len(kept)), reservations_card(kept, say=say))
        elif text.casefold().strip("/") == "undo":
            return self._undo(None, message, say)
        else:
            return Reply(say("work-commands"))
        return self._confirm(asked, message, say)

    def _confirm(self, asked: dict[str, Any], message: InboundMessage, say: Words) -> Reply:
        """Ask whether that is meant, and keep the question, with the figures that it shows."""
        levels = self._work.levels(asked["sku"])
        for place in ("location", "to"):
            if place in asked:
                asked[place] = _as_written(asked[place], levels)
        if asked["kind"] in ("reserve", "move"):
            free = levels[asked["location"]].available if asked["location"] in levels else 0
            if asked["quantity"] > free:
                told = {"sku": plain(asked["sku"], 64), "place": plain(asked["location"], 64)}
                raise UserError(say("work-too-few-there", count=max(0, free), **told))
        name = secrets.token_urlsafe(12)
        kept = {
            "asked": asked,
            "levels": {place: [one.on_hand, one.reserved] for place, one in levels.items()},
            "who": _who(message),
            "where": message.place.conversation,
        }
        shown = Asked(**{**asked, "levels": levels})
        self._notes.put(KIND, name, kept, life=LIFE)
        return Reply(work_summary(shown, say), confirm_card(shown, name=name, say=say))

    def _pressed(self, does: str, name: str, message: InboundMessage, say: Words) -> Reply:
        self._admit(message, say)
        if does == "work-undo":
            return self._undo(int(name), message, say) if name.isdecimal() else Reply(say("button-outdated"))
        kept = self._notes.get(KIND, name)
        if kept is None:
            raise UserError(say("work-over"))
        if (kept["who"], kept["where"]) != (_who(message), message.place.conversation):
            raise ForbiddenError(say("work-anothers"))
        if not self._notes.forget(KIND, name):  # a second press, or another bot, was quicker
            raise UserError(say("work-over"))
        if does == "work-cancel":
            return Reply(say("work-cancelled"), replaces=message.reply_to)
        levels = {place: Level(*pair) for place, pair in kept["levels"].items()}
        try:
            done = self._do(kept["asked"], levels, message)
        except WorkRefused:
            if self._work.levels(kept["asked"]["sku"]) == levels:
                raise
            again = self._confirm(kept["asked"], message, say)  # with the figures as they are now
            return Reply(say("work-changed"), again.card, replaces=message.reply_to)
        log.info("stock work %d by %s", done.id, message.sender.object_id)
        return Reply(
            say("work-done"),
            done_card(done, person=kept["asked"].get("person", ""), say=say),
            replaces=message.reply_to,
            shows=(done.item_id,),
        )

    def _do(self, asked: Mapping[str, Any], levels: dict[str, Level], message: InboundMessage) -> Movement:
        by = Worker(_who(message), called(message.sender))
        sku, quantity = asked["sku"], asked["quantity"]
        match asked["kind"]:
            case "reserve":
                until = date.fromisoformat(asked["until"]) if asked["until"] else None
                person = asked["person"]
                return self._work.reserve(
                    sku, asked["location"], quantity, person=person, until=until, by=by, expected=levels
                )
            case "release":
                return self._work.release(asked["reservation"], quantity, by=by, expected=levels)
            case "move":
                return self._work.move(sku, asked["location"], asked["to"], quantity, by=by, expected=levels)
            case _:
                return self._work.count(sku, asked["location"], quantity, by=by, expected=levels)

    def _undo(self, movement: int | None, message: InboundMessage, say: Words) -> Reply:
        who = _who(message)
        if movement is None:
            latest = self._work.undoable(by=who)
            if latest is None:
                raise UserError(say("work-nothing-to-undo"))
            return Reply(say("work-done"), done_card(latest, person="", say=say))
        undone = self._work.undo(movement, by=Worker(who, called(message.sender)))
        card = done_card(undone, person="", say=say)
        return Reply(say("work-undone"), card, replaces=message.reply_to, shows=(undone.item_id,))

    def _release(self, reservation: int, say: Words) -> dict[str, Any]:
        for kept in self._work.reservations(limit=10_000):
            if kept.id == reservation:
                return {
                    "kind": "release",
                    "sku": kept.sku,
                    "location": kept.location,
                    "quantity": kept.quantity,
                    "person": kept.person,
                    "reservation": kept.id,
                }
        raise UserError(say("work-no-reservation", number=str(reservation)))

    def _only_place(self, sku: str, quantity: int, say: Words) -> str:
        """The one location that has enough of it."""
        levels = self._work.levels(sku)
        enough = [place for place, level in levels.items() if level.available >= quantity]
        if len(enough) == 1:
            return enough[0]
        if not enough:
            most = max((level.available for level in levels.values()), default=0)
            raise UserError(say("work-too-few", sku=plain(sku, 64), count=max(0, most)))
        raise UserError(say("work-which-location", places=plain(", ".join(enough), 200), sku=plain(sku, 64)))

    def _admit(self, message: InboundMessage, say: Words) -> None:
        if not self._people.may(message, Role.SUPERVISOR):
            raise ForbiddenError(say("work-forbidden"))


def _who(message: InboundMessage) -> str:
    return (message.sender.object_id or message.sender.id).casefold()


def _as_written(place: str, levels: Mapping[str, Level]) -> str:
    """A location as the catalogue writes it, where the SKU is kept there; else as it was typed."""
    return next((known for known in levels if known.casefold() == place.strip().casefold()), place.strip())


def _today(message: InboundMessage) -> date:
    return (message.sent_at or datetime.now(UTC)).date()


def _day(written: str | None, message: InboundMessage, say: Words) -> date | None:
    """`friday`, `today`, `tomorrow` or a date, from the day on which it was said."""
    if written is None:
        return None
    today = _today(message)
    word = written.strip(".,!").casefold()
    if word in ("today", "tomorrow"):
        return today + timedelta(days=word == "tomorrow")
    if word in _DAYS:
        return today + timedelta(days=(_DAYS.index(word) - today.weekday()) % 7)
    try:
        day = date.fromisoformat(word)
    except ValueError:
        raise UserError(say("work-which-day")) from None
    if day < today:
        raise UserError(say("work-which-day"))
    return day
