"""Right or wrong: what people say of a best match is kept, and teaches the verdict what it is worth."""

from __future__ import annotations

import logging
from collections.abc import Callable

from bot.buttons import ChooseMatch
from bot.cards.confirm import runners_up_card
from bot.cards.elements import PictureLink
from bot.cards.intake import offer_card
from bot.cards.stock import noted_card, stock_summary
from bot.channel import Reply
from bot.state.people import called
from bot.state.photos import PhotoSession, PhotoSessions
from bot.state.sites import site_of
from bot.turn import Turn
from catalogue.database import Confirmation, Confirmations
from catalogue.stock import StockBook

log = logging.getLogger(__name__)

Offer = Callable[[Turn, str, str], Reply | None]
"""Makes the thanks of one who may do more with a photo of that name that shows that item."""


class ConfirmHandler:
    """Answers the one who sent the photo, in the conversation where it was sent. Everything blocks."""

    def __init__(
        self,
        stock: StockBook,
        confirmations: Confirmations,
        photos: PhotoSessions,
        *,
        model: str,
        link: PictureLink,
        offer: Offer = lambda turn, photo, item: None,
    ) -> None:
        """`model` names whose vectors were compared."""
        self._offer = offer
        self._book = stock
        self._confirmations = confirmations
        self._photos = photos
        self._model = model
        self._link = link

    def confirm(self, turn: Turn, photo: str) -> Reply:
        """The best match is right."""
        session = self._photos.of_sender(photo, turn.message)
        first = self._note(turn, session, right=True)
        if first is None:
            return self._none(turn, photo)
        if not first:
            return Reply(turn.words("confirm-already"))
        return self._offer(turn, photo, session.items[0]) or Reply(turn.words("confirm-thanks"))

    def reject(self, turn: Turn, photo: str) -> Reply:
        """The best match is wrong: ask which of the runners-up it is."""
        session = self._photos.of_sender(photo, turn.message)
        self._note(turn, session, right=False)
        items = self._book.items(session.items[1:])
        if not items or session.evidence is None:
            return self._none(turn, photo)
        card = runners_up_card(items, session=photo, link=self._link, words=turn.words)
        ids = tuple(item.id for item in items)
        return Reply(turn.words("confirm-which"), card, replaces=turn.message.reply_to, shows=ids)

    def choose(self, turn: Turn, button: ChooseMatch) -> Reply:
        """It is this one of the runners-up, or of those that a photo can't tell apart."""
        session = self._photos.of_sender(button.photo, turn.message)
        if button.item not in session.items:
            return self._none(turn, button.photo)
        self._note(turn, session, right=button.item == session.items[0])  # unless it was said before
        self._confirmations.really(button.photo, button.item)
        item, words = self._book.item(button.item), turn.words
        text = f"{words('confirm-thanks')} {stock_summary(item, '', words)}"
        card = noted_card(item, viewer=turn.person.id, link=self._link, words=words)
        return Reply(text, card, replaces=turn.message.reply_to, shows=(item.id,))

    def none(self, turn: Turn, photo: str) -> Reply:
        """It is none of the runners-up."""
        self._photos.of_sender(photo, turn.message)
        return self._none(turn, photo)

    def _note(self, turn: Turn, session: PhotoSession, *, right: bool) -> bool | None:
        """Whether this was said for the first time; None where there was no match to speak of."""
        if not session.items or session.evidence is None:
            return None
        log.info("a match was said to be %s", "right" if right else "wrong")
        return self._confirmations.add(
            Confirmation(
                session.name,
                self._model,
                session.items[0],
                right,
                None,
                session.evidence,
                turn.person.key,
                called(turn.person),
                site_of(turn.message.place),
            )
        )

    def _none(self, turn: Turn, photo: str) -> Reply:
        """None of those that were shown: another photo may help, or it is new."""
        sentence = turn.words("confirm-none")
        card = offer_card(sentence, photo, words=turn.words)
        return Reply(sentence, card, replaces=turn.message.reply_to)
