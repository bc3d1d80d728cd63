"""A SKU, barcode or item number comes in, its stock goes out; and a card that shows it is kept up to date."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Protocol

from bot.buttons import RefreshStock, ShowStock
from bot.cards.elements import PictureLink
from bot.cards.stock import Renewal, gone_card, noted_card, stock_card, stock_summary, tag_card
from bot.channel import Card, Reply
from bot.errors import UserError
from bot.locales import Words
from bot.turn import Turn
from catalogue.items import Item, folded


class Stock(Protocol):
    """What knows the stock; `catalogue.stock.StockBook` is one. Called on a worker thread."""

    def find(self, text: str, /) -> Item:
        """The item of that number, SKU or barcode. Raises `UnknownItemError`."""

    def item(self, item_id: str, /) -> Item:
        """The item of that id; where there is none, what `find` finds. Raises `UnknownItemError`."""

    def example(self) -> str | None:
        """A SKU that exists; None where there is none."""

    def items(self, ids: Iterable[str], /) -> tuple[Item, ...]:
        """Those of the items that exist, by their ids alone."""


class StockHandler:
    """Answers with the sizes of an item and what lies where. Everything blocks."""

    def __init__(self, stock: Stock, *, link: PictureLink) -> None:
        self.example = stock.example
        self._stock = stock
        self._link = link

    def find(self, turn: Turn, number: str) -> Reply:
        """The reply to a question for one SKU, barcode or item. Raises `UnknownItemError`."""
        return self._reply(turn, self._stock.find(number), number)

    def show(self, turn: Turn, button: ShowStock) -> Reply:
        """The item of a pressed button as a whole. Raises `UnknownItemError`.

        The id may be another item's SKU, so it is looked up as what it is first. Buttons of former cards
        carry a SKU instead.
        """
        if not (button.item or button.sku):
            raise UserError("button-outdated")
        if not button.item:
            return self.find(turn, button.sku)
        item = self._stock.item(button.item)
        return self._reply(turn, item, "" if folded(item.id) == folded(button.item) else button.item)

    def refresh(self, turn: Turn, button: RefreshStock) -> Reply:
        """The same card brought up to date, in its place, for clients that cannot have it at once.

        It answers no question, so that nothing is remembered as shown.
        """
        text, card = self.renewed(button, turn.person.id, turn.words)
        return Reply(text, card, replaces=turn.message.reply_to)

    def renewed(self, button: RefreshStock, viewer: str, words: Words) -> tuple[str, Card]:
        """A card brought up to date, and its summary; one that says so where the item is gone.

        It is brought up to date again as often as `viewer` comes to see it, nobody where that is empty.
        Raises `StoreError`.
        """
        now = datetime.now(UTC)
        items = {folded(item.id): item for item in self._stock.items((button.item, button.like))}
        item = items.get(folded(button.item))
        if item is None:
            card = gone_card(button.item, button.asked, at=now, words=words)
            return str(card["fallbackText"]), card
        text = stock_summary(item, button.asked, words)
        if button.head in ("tag", "label", "style"):
            like = items.get(folded(button.like))
            return text, tag_card(
                item,
                read=button.asked,
                printed=button.head != "tag",
                by_likeness=button.head == "style",
                looks_like=like,
                viewer=viewer,
                at=now,
                link=self._link,
                words=words,
            )
        if button.head == "noted":
            return text, noted_card(item, viewer=viewer, at=now, link=self._link, words=words)
        renewal = Renewal(viewer, at=now)
        return text, stock_card(item, query=button.asked, renewal=renewal, link=self._link, words=words)

    def _reply(self, turn: Turn, item: Item, query: str) -> Reply:
        renewal = Renewal(turn.person.id)
        card = stock_card(item, query=query, renewal=renewal, link=self._link, words=turn.words)
        return Reply(stock_summary(item, query, turn.words), card, shows=(item.id,))
