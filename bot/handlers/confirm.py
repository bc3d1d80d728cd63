"""Right or wrong: what people say of a best match is kept, and teaches the verdict what it is worth."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable

from bot.cards.confirm import runners_up_card
from bot.cards.elements import PictureLink
from bot.cards.intake import offer_card
from bot.cards.stock import noted_card, stock_summary
from bot.channel import Channel, InboundMessage, Reply
from bot.locales import Words
from bot.state.people import called
from bot.state.photos import PhotoSessions
from bot.state.sites import site_of
from catalogue.database import Confirmation, Database
from catalogue.stock import StockBook

log = logging.getLogger(__name__)

BUTTONS = frozenset({"match-right", "match-wrong", "match-really", "match-none"})


class ConfirmHandler:
    """Answers the one who sent the photo, in the conversation where it was sent."""

    def __init__(
        self,
        database: Database,
        looks: PhotoSessions,
        *,
        model: str,
        link: PictureLink,
        offer: Callable[
            [str, str, InboundMessage, Words], Reply | None
        ] = lambda look, item, message, words: None,
    ) -> None:
        """`model` names whose vectors were compared; `offer` makes the thanks of one who may do more with a
        photo that was right.
        """
        self._offer = offer
        self._book = StockBook(database)
        self._said = database.confirmations
        self._looks = looks
        self._model = model
        self._link = link

    def answer(
        self, message: InboundMessage, channel: Channel, words: Words, /
    ) -> AsyncIterator[Reply] | None:
        """The reply to the buttons; anything else is another's."""
        does, name = message.button, message.data.get("look")
        if does not in BUTTONS or not isinstance(name, str):
            return None
        item = message.data.get("item")
        return self._reply(lambda: self._pressed(does, name, str(item or ""), message, words))

    async def _reply(self, answer: Callable[[], Reply]) -> AsyncIterator[Reply]:
        yield await asyncio.to_thread(answer)

    def _pressed(self, does: str, name: str, item: str, message: InboundMessage, words: Words) -> Reply:
        kept = self._looks.of_sender(name, message, words)
        items = kept.items
        if does in ("match-right", "match-wrong") and items and kept.evidence is not None:
            said = Confirmation(
                name,
                self._model,
                items[0],
                does == "match-right",
                None,
                kept.evidence,
                message.sender.key,
                called(message.sender),
                site_of(message.place),
            )
            first = self._said.add(said)
            log.info("a match was said to be %s", "right" if said.right else "wrong")
            if does == "match-right":
                if not first:
                    return Reply(words("confirm-already"))
                offered = self._offer(name, items[0], message, words) if self._offer is not None else None
                return offered or Reply(words("confirm-thanks"))
            return self._runners_up(name, items[1:], message, words)
        if does == "match-really" and item in items:
            self._said.really(name, item)
            found = self._book.item(item)
            text = f"{words('confirm-thanks')} {stock_summary(found, '', words)}"
            card = noted_card(found, viewer=message.sender.id, link=self._link, words=words)
            return Reply(text, card, replaces=message.reply_to, shows=(found.id,))
        return self._none(name, message, words)

    def _none(self, name: str, message: InboundMessage, words: Words) -> Reply:
        """It is none of those that were shown: another photo may help, or it is new."""
        sentence = words("confirm-none")
        return Reply(sentence, offer_card(sentence, name, words=words), replaces=message.reply_to)

    def _runners_up(self, name: str, others: tuple[str, ...], message: InboundMessage, words: Words) -> Reply:
        items = self._book.items(others)
        if not items:
            return self._none(name, message, words)
        card = runners_up_card(items, look=name, link=self._link, words=words)
        shown = tuple(item.id for item in items)
        return Reply(words("confirm-which"), card, replaces=message.reply_to, shows=shown)
