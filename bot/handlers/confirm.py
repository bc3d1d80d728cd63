"""Right or wrong: what people say of a best match is kept, and teaches the verdict what it is worth."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Callable
from datetime import timedelta

from pydantic import TypeAdapter

from bot.cards.confirm import runners_up_card
from bot.cards.elements import PictureLink, band, heading
from bot.cards.stock import stock_card, stock_summary
from bot.channel import Channel, InboundMessage, Reply
from bot.errors import ForbiddenError, UserError
from bot.locales import Words
from bot.people import called
from catalogue.database import Confirmation, Database
from catalogue.items import Evidence, Findings
from catalogue.stock import StockBook

log = logging.getLogger(__name__)

KIND = "look"
LIFE = timedelta(days=2)
"""How long the buttons of a match can be pressed."""
BUTTONS = frozenset({"match-right", "match-wrong", "match-really", "match-none"})
_EVIDENCE = TypeAdapter(Evidence)


class ConfirmHandler:
    """Answers the one who sent the photo, in the conversation where it was sent."""

    def __init__(self, database: Database, *, model: str, link: PictureLink) -> None:
        """`model` names whose vectors were compared."""
        self._book = StockBook(database)
        self._said = database.confirmations
        self._notes = database.notes
        self._model = model
        self._link = link

    def keep(self, message: InboundMessage, findings: Findings) -> str | None:
        """Remember what a photo was answered with; the name that its buttons carry. On a worker thread."""
        if findings.evidence is None:
            return None
        name = secrets.token_urlsafe(12)
        kept = {
            "items": [match.item.id for match in findings.matches],
            "evidence": _EVIDENCE.dump_python(findings.evidence),
            "who": _who(message),
            "where": message.place.conversation,
        }
        self._notes.put(KIND, name, kept, life=LIFE)
        return name

    def answer(self, message: InboundMessage, channel: Channel, say: Words, /) -> AsyncIterator[Reply] | None:
        """The reply to the buttons; anything else is another's."""
        does, name = message.data.get("do"), message.data.get("look")
        if message.kind != "action" or not isinstance(does, str) or not isinstance(name, str):
            return None
        if does not in BUTTONS:
            return None
        item = message.data.get("item")
        return self._reply(lambda: self._pressed(does, name, str(item or ""), message, say))

    async def _reply(self, answer: Callable[[], Reply]) -> AsyncIterator[Reply]:
        yield await asyncio.to_thread(answer)

    def _pressed(self, does: str, name: str, item: str, message: InboundMessage, say: Words) -> Reply:
        kept = self._notes.get(KIND, name)
        if kept is None:
            raise UserError(say("confirm-over"))
        if (kept["who"], kept["where"]) != (_who(message), message.place.conversation):
            raise ForbiddenError(say("confirm-anothers"))
        items = tuple(kept["items"])
        if does in ("match-right", "match-wrong"):
            said = Confirmation(
                name,
                self._model,
                items[0],
                does == "match-right",
                None,
                _EVIDENCE.validate_python(kept["evidence"]),
                _who(message),
                called(message.sender),
                message.place.conversation,
            )
            first = self._said.add(said)
            log.info("a match was said to be %s", "right" if said.right else "wrong")
            if does == "match-right":
                return Reply(say("confirm-thanks") if first else say("confirm-already"))
            return self._runners_up(name, items[1:], message, say)
        if does == "match-really" and item in items:
            self._said.really(name, item)
            found = self._book.item(item)
            text = f"{say('confirm-thanks')} {stock_summary(found, '', say)}"
            noted = band(heading("✓ " + say("confirm-thanks"), large=False), style="good")
            card = stock_card(found, before=[noted], link=self._link, say=say)
            return Reply(text, card, replaces=message.reply_to, shows=(found.id,))
        return Reply(say("confirm-none"), replaces=message.reply_to)

    def _runners_up(self, name: str, others: tuple[str, ...], message: InboundMessage, say: Words) -> Reply:
        items = self._book.items(others)
        if not items:
            return Reply(say("confirm-none"), replaces=message.reply_to)
        card = runners_up_card(items, look=name, link=self._link, say=say)
        shown = tuple(item.id for item in items)
        return Reply(say("confirm-which"), card, replaces=message.reply_to, shows=shown)


def _who(message: InboundMessage) -> str:
    return (message.sender.object_id or message.sender.id).casefold()
