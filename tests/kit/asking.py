"""The part of the bot that answers what is typed, on a real database, with the memory that the chat has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from typing import Any

from bot.building.dialogue import build_dialogue, build_model_reader, build_order_reader
from bot.channel import Card, InboundMessage, Person, Place, Reply
from bot.handlers.floor.goods import Goods
from bot.handlers.floor.receipts import ReceiptHandler
from bot.handlers.floor.whereabouts import WhereaboutsHandler
from bot.handlers.help import HelpHandler
from bot.handlers.language import LanguageHandler
from bot.handlers.orders import OrderHandler
from bot.handlers.people import PeopleHandler
from bot.handlers.questions import QuestionHandler
from bot.handlers.stock import StockHandler
from bot.links.signatures import utc_now
from bot.locales import Words
from bot.questions.language_model.port import LanguageModel
from bot.questions.vocabulary import Names
from bot.routing.routes import Roles
from bot.routing.rows import Handlers
from bot.state.memory import Memory
from bot.state.people import People
from bot.state.whereabouts import Whereabouts
from catalogue.database import Database
from catalogue.stock import StockBook
from tests.fakes.channel import PLACE
from tests.kit.handlers import handlers, replies
from tests.kit.messages import message, press
from tests.kit.people import ANN

PRESSES = count(1)


class Asking:
    """Says something, presses buttons, and remembers as a conversation does."""

    def __init__(
        self,
        database: Database,
        *,
        roles: Roles | None = None,
        clock: Callable[[], datetime] = utc_now,
        now: datetime | None = None,
        model: LanguageModel | None = None,
    ) -> None:
        """`clock` is the memory's; messages are sent at `now`; `model` reads what isn't understood."""
        book, names = StockBook(database), Names(database)
        self.memory = Memory(database.notes, clock=clock)
        stock = StockHandler(book, link=_link)
        orders = order_handler(database, names, self.memory)
        people, places = People(database.notes), database.places
        whereabouts = Whereabouts(database.notes, places)
        goods = Goods(book, database.movements, places, names)
        self.handlers: Handlers = handlers(
            help=HelpHandler(people, book.example),
            people=PeopleHandler(people),
            language=LanguageHandler(database.notes),
            orders=orders,
            receipts=ReceiptHandler(goods, orders, whereabouts),
            whereabouts=WhereaboutsHandler(goods, whereabouts),
            questions=QuestionHandler(
                build_dialogue(database, names, zone=UTC),
                self.memory,
                book,
                names,
                stock=stock,
                orders=orders,
                link=_link,
                whereabouts=whereabouts,
                model=build_model_reader(model, names),
            ),
            stock=stock,
        )
        self._roles = roles
        self._now = now

    async def say(
        self,
        text: str,
        sender: Person = ANN,
        place: Place = PLACE,
        *,
        words: Words | None = None,
        **fields: Any,
    ) -> Reply:
        """The one reply to something typed."""
        return await self.send(message(text, sender, place, **({"sent_at": self._now} | fields)), words)

    async def press(
        self,
        reply: Reply,
        title: str,
        sender: Person = ANN,
        place: Place = PLACE,
        *,
        words: Words | None = None,
    ) -> Reply:
        """The one reply to the button of that title."""
        pressed = press(
            button(reply.card, title), sender, place, id=f"press-{next(PRESSES)}", sent_at=self._now
        )
        return await self.send(pressed, words)

    async def send(self, sent: InboundMessage, words: Words | None = None) -> Reply:
        """The one reply to a message, remembered as `bot.conversation` does."""
        [reply] = await replies(self.handlers, sent, words, roles=self._roles)
        if reply.shows or reply.query:
            self.memory.showed(sent, reply.shows, reply.query)
        return reply


def order_handler(database: Database, names: Names, memory: Memory | None = None) -> OrderHandler:
    """What proposes and does orders, with a memory of its own if none is given."""
    reader = build_order_reader(database, names)
    return OrderHandler(reader, database.movements, database.notes, memory or Memory(database.notes))


def button(card: Card | None, title: str) -> dict[str, Any]:
    """What the one button of that title carries."""
    found = [each for each in actions(card) if each["title"] == title]
    assert len(found) == 1, f"{title!r} is not one of {[each['title'] for each in actions(card)]}"
    data: dict[str, Any] = found[0]["data"]
    return data


def actions(node: Any) -> list[dict[str, Any]]:
    """All buttons of a card."""
    if isinstance(node, list | tuple):
        return [action for each in node for action in actions(each)]
    if not isinstance(node, dict):
        return []
    if node.get("type") == "Action.Execute":
        return [node]
    return [action for name, value in node.items() if name != "refresh" for action in actions(value)]


def _link(key: str, side: int) -> str:
    return f"https://x.example/{key}"
