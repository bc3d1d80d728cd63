"""The handlers of the floor around a small shop, with photos whose answers a test says."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from bot.channel import Attachment, InboundMessage, Person, Place, Reply
from bot.handlers.floor.digests import DigestHandler
from bot.handlers.floor.goods import Goods
from bot.handlers.floor.picks import PickHandler
from bot.handlers.floor.stock_takes import StockTakeHandler
from bot.handlers.floor.watches import QuietHours, WatchHandler
from bot.handlers.photos.photo_search import PhotoResult, Tag
from bot.links.charts import ChartLinks
from bot.links.media import KEY_BYTES
from bot.locales import Words, words_for
from bot.questions.vocabulary import Names
from bot.routing.routes import Routes
from bot.state.people import Colleague, People, Role
from bot.state.photos import PhotoSession, PhotoSessions
from bot.state.whereabouts import Whereabouts
from bot.turn import Turn
from catalogue.database import Database, NewIntake
from catalogue.items import Findings, Item, Match, StockLevel, Variant, Verdict
from catalogue.movements import Worker
from catalogue.pictures import PictureStore
from catalogue.stock import StockBook
from tests.cards.samples import golden_link
from tests.fakes.channel import PLACE, RecordingChannel
from tests.fakes.photos import analysed
from tests.kit.asking import order_handler
from tests.kit.handlers import UNSIGNED, handlers
from tests.kit.messages import message, press
from tests.kit.people import ANN
from vision.errors import PhotoError

NOW = datetime(2026, 3, 2, 8, 15, tzinfo=UTC)
NUMBERS = count(1)
AT = "https://hangtag.example"
CHARTS = ChartLinks(AT, b"k" * KEY_BYTES)


def shop() -> tuple[Item, ...]:
    """A hoodie in three sizes, a bag in one, and shoes whose sizes are numbers, in two halls."""

    def levels(a: int, b: int = 0, reserved: int = 0) -> tuple[StockLevel, ...]:
        return (StockLevel("Hall A", a, reserved, NOW), StockLevel("Hall B", b, 0, NOW))

    hoodie = Item(
        "MH01",
        "Hoodie Bergen",
        variants=(
            Variant("MH01-S", "S", "4012345000011", levels(4, 1)),
            Variant("MH01-M", "M", "4012345000028", levels(7, 2, 1)),
            Variant("MH01-L", "L", "4012345000035", levels(0, 3)),
        ),
    )
    bag = Item("BAG1", "Tote bag", variants=(Variant("BAG1", "", "4012345000042", levels(2)),))
    shoes = Item(
        "SH05", "Runner", variants=(Variant("SH05-38", "38", None, levels(3)), Variant("SH05-39", "39"))
    )
    return hoodie, bag, shoes


@dataclass
class Photos:
    """What photos show, by their names; `tests.kit.messages.photo_attachment` names them."""

    database: Database
    shows: dict[str, PhotoResult] = field(default_factory=dict)
    analysed: list[str] = field(default_factory=list)

    def add(
        self,
        name: str,
        item: str | None = None,
        *,
        verdict: Verdict = Verdict.IN_CATALOGUE,
        tags: tuple[str, ...] = (),
        numbers: tuple[str, ...] = (),
        garments: Any = (),
        one_of: tuple[str, ...] = (),
        style: bool = False,
    ) -> None:
        """A photo that looks like an item, or one of several, with these barcodes in it.

        With `style`, the one tag is print that names only the style and the size.
        """
        book = StockBook(self.database)
        matches: tuple[Match, ...] = () if item is None else (Match(book.item(item), 0.9),)
        found = Findings(verdict if matches else Verdict.NOT_IN_CATALOGUE, 0.9, matches)
        if one_of:
            matches = tuple(Match(book.item(each), 0.9) for each in one_of)
            found = Findings(Verdict.ONE_OF_THESE, 0.9, matches, one_of=matches)
        if verdict is Verdict.NO_GARMENT:
            found = Findings(verdict, 0.0, matches)
        by_item: dict[str, list[str]] = {}
        for tag in tags:
            by_item.setdefault(book.find(tag).id, []).append(tag)
        read = tuple(Tag(book.item(owner), ", ".join(each)) for owner, each in by_item.items())
        if style:
            variant = next(one for one in read[0].item.variants if one.sku == tags[0])
            read = (Tag(read[0].item, "MH", printed=True, variant=variant, by_likeness=True),)
        analysis = analysed(numbers=(*tags, *numbers), garments=garments)
        self.shows[name] = PhotoResult(analysis, found, read, 1.0)

    async def analyse(self, turn: Turn, photo: Attachment) -> PhotoResult:
        """What that photo shows; one that no test has named can't be opened."""
        name = photo.url.rpartition("/")[2]
        self.analysed.append(name)
        if name not in self.shows:
            raise PhotoError("photo-damaged")
        return self.shows[name]


@dataclass
class Floor:
    """Handlers behind the bot's own table."""

    database: Database
    photos: Photos
    people: People
    routes: Routes
    stock_takes: StockTakeHandler
    watches: WatchHandler
    digests: DigestHandler
    whereabouts: Whereabouts
    channel: RecordingChannel
    clock: datetime = NOW
    words: Words = field(default_factory=lambda: words_for("en"))

    def message(self, text: str = "", sender: Person = ANN, **fields: Any) -> InboundMessage:
        """Something sent a second after what was sent before."""
        self.clock += timedelta(seconds=1)
        usual: dict[str, Any] = {"id": f"m-{next(NUMBERS)}", "sent_at": self.clock}
        return message(text, sender, fields.pop("place", place_of(sender)), **usual | fields)

    async def answers(self, sent: InboundMessage) -> list[Reply]:
        """All replies to a message."""
        turn = Turn(sent, self.channel, self.words, "r3f")
        return [reply async for reply in self.routes.answer(turn)]

    async def say(self, text: str = "", sender: Person = ANN, **fields: Any) -> Reply:
        """The one reply to a message."""
        [reply] = await self.answers(self.message(text, sender, **fields))
        return reply

    async def send(self, *photos: str, text: str = "", sender: Person = ANN) -> list[str]:
        """The texts of the replies to photos."""
        return [one.text for one in await self.answers(self.message(text, sender, photos=photos))]

    async def press(self, reply: Reply, title: str, sender: Person = ANN) -> Reply:
        """The reply to a button of a card."""
        assert reply.card is not None
        [data] = [one["data"] for one in pressable(reply.card) if one["title"] == title]
        self.clock += timedelta(seconds=1)
        pressed = press(data, sender, place_of(sender), id=f"p-{next(NUMBERS)}", sent_at=self.clock)
        [answer] = await self.answers(pressed)
        return answer


def place_of(person: Person) -> Place:
    """The personal chat of somebody."""
    return replace(PLACE, conversation=f"a:{person.id}")


def pressable(node: Any) -> Iterator[dict[str, Any]]:
    """All buttons of a card."""
    if isinstance(node, list | tuple):
        for one in node:
            yield from pressable(one)
    elif isinstance(node, dict):
        if node.get("type") == "Action.Execute":
            yield node
            return
        for value in node.values():
            yield from pressable(value)


@contextmanager
def floor_of(database: Database) -> Iterator[Floor]:
    """The floor of that database, in which Ann is a supervisor, and everybody else a worker."""
    book, names, people = StockBook(database), Names(database), People(database.notes)
    goods = Goods(book, database.movements, database.places, names)
    whereabouts = Whereabouts(database.notes, database.places)
    people.give(Colleague(ANN.object_id or "", "Ann"), Role.SUPERVISOR, message("x"))
    photos = Photos(database)
    sessions = PhotoSessions(database.notes, PictureStore("memory://looks"))

    def register(name: str, by: Worker, place: str) -> int | None:
        session: PhotoSession | None = sessions.known(name)
        if session is None:
            return None
        new = NewIntake(session.name, session.photo, session.photo, None, by.id, by.name, place)
        return database.intakes.add(new)[0]

    stock_takes = StockTakeHandler(
        database.stock_takes,
        goods,
        book,
        database.notes,
        people,
        whereabouts,
        analyse=photos.analyse,
        keep=sessions.keep,
        register=register,
        done_for=database.movements.done_for,
        link=golden_link,
    )
    quiet = QuietHours(20, 7, "UTC")
    watches = WatchHandler(database.watches, goods, names, quiet=quiet)
    digests = DigestHandler(database.digests, database.notes, people, quiet=quiet, chart_link=CHARTS.link)
    at = handlers(
        orders=order_handler(database, names),
        stock_takes=stock_takes,
        watches=watches,
        digests=digests,
        picks=PickHandler(goods, names, database.notes, analyse=photos.analyse, link=golden_link),
    )
    routes = Routes(at, people, UNSIGNED)
    yield Floor(
        database, photos, people, routes, stock_takes, watches, digests, whereabouts, RecordingChannel()
    )
