"""Deliveries and issues as typed: `receive 12 MH01-M hall A from Lee`, `issue 1 MH01-M damaged`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.channel import Reply
from bot.errors import UserError
from bot.foreign_text import plain
from bot.handlers.floor.goods import Goods, Line
from bot.handlers.floor.words import alternatives, begins, without
from bot.handlers.orders import OrderHandler
from bot.questions.lexicon import LANGUAGES, lexicon
from bot.questions.query import Order, Verb
from bot.state.whereabouts import Whereabouts
from bot.turn import Turn
from catalogue.words import words_in

_NUMBER = r"(?=\S*[\d_/-])\S+"
"""A SKU has a digit or a sign; other words are for the grammar."""
_OF = rf"(?:\s*(?:{alternatives('of')})\s+)?"
RECEIVE = rf"(?:{alternatives('receive')})\s*:?\s+([0-9]{{1,10}}\s*(?:[x×]\s*)?{_OF}\s*{_NUMBER}.*)"
ISSUE = rf"(?:{alternatives('issue')})\s*:?\s+((?:[0-9]{{1,10}}\s*(?:[x×]\s*)?{_OF}\s*)?{_NUMBER}.*)"
_QUANTITY = re.compile(r"([0-9]{1,10})\s*(?:[x×](?=\s)\s*|\s)(.*)", re.DOTALL)
MAX_NOTE = 80


class ReceiptHandler:
    """Reads what is received and issued; `OrderHandler` asks and does it. Everything blocks."""

    def __init__(self, goods: Goods, orders: OrderHandler, whereabouts: Whereabouts) -> None:
        self._goods = goods
        self._whereabouts = whereabouts
        self._orders = orders

    def receive(self, turn: Turn, text: str) -> Reply:
        """Ask whether so many pieces are to be received, or for the size or place that isn't said."""
        quantity, words = _counted(text)
        line = self._goods.line(words)
        here = self._whereabouts.of(turn.message)
        place, left = self._place(line.rest, here)
        note = without(left, "from", "because")
        if left and len(note) == len(left) and not left[0].startswith(("(", ",", "-")):
            raise UserError("work-not-read", text=plain(" ".join(left), MAX_NOTE))
        return self._asked(turn, "receive", line, quantity, place or here, note)

    def issue(self, turn: Turn, text: str) -> Reply:
        """Ask whether so many pieces are to leave the stock; one, if nothing else is said."""
        quantity, words = _counted(text)
        line = self._goods.line(words)
        here = self._whereabouts.of(turn.message)
        place, left = self._place(line.rest, here)
        if not place and line.variant and here in self._goods.levels(line.sku):
            place = here
        return self._asked(turn, "issue", line, quantity, place, without(left, "because"))

    def _asked(
        self, turn: Turn, verb: Verb, line: Line, quantity: int, place: str, note: Sequence[str]
    ) -> Reply:
        skus = (line.variant.sku,) if line.variant else ()
        order = Order(
            verb, items=(line.item.id,), skus=skus, quantity=quantity, place=place, reason=_note(note)
        )
        return self._orders.asked(turn, order)

    def _place(self, words: Sequence[str], here: str) -> tuple[str, list[str]]:
        """The place that is named, and the words around it; only words for “at” and “from” may be before."""
        found = self._goods.place(words, here=here)
        if found is None:
            return "", list(words)
        site, start, end = found
        before = words[:start]
        for meaning in ("at", "from"):
            count = begins(before[-1:], meaning)
            if count:
                before = before[:-count]
                break
        comma = [","] if words[end - 1].endswith((",", ";", ":")) and words[end:] else []
        return site, [*before, *comma, *words[end:]]


def _counted(text: str) -> tuple[int, list[str]]:
    counted = _QUANTITY.fullmatch(text.strip())
    return (int(counted[1]), counted[2].split()) if counted else (1, text.split())


def _note(words: Sequence[str]) -> str:
    """The words as a note. Raises `UserError` if one of them negates: the order may not be meant then."""
    text = " ".join(words).strip(" ,;:.()-")
    if any(lexicon(language).is_operator(word) for language in LANGUAGES for word in words_in(text)):
        raise UserError("work-not-read", text=plain(text, MAX_NOTE))
    return plain(text, MAX_NOTE)
