"""What the rows of the table are made of."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Concatenate, Generic, ParamSpec, TypeAlias, TypeVar

from bot.buttons import Button
from bot.channel import Reply
from bot.handlers.catalogue.batches import BatchHandler
from bot.handlers.catalogue.columns import ColumnHandler
from bot.handlers.catalogue.commands import CatalogueHandler
from bot.handlers.catalogue.upkeep import UpkeepHandler
from bot.handlers.floor.digests import DigestHandler
from bot.handlers.floor.picks import PickHandler
from bot.handlers.floor.receipts import ReceiptHandler
from bot.handlers.floor.stock_takes import StockTakeHandler
from bot.handlers.floor.watches import WatchHandler
from bot.handlers.floor.whereabouts import WhereaboutsHandler
from bot.handlers.help import HelpHandler
from bot.handlers.language import LanguageHandler
from bot.handlers.orders import OrderHandler
from bot.handlers.people import PeopleHandler
from bot.handlers.photos.confirm import ConfirmHandler
from bot.handlers.photos.garments import GarmentHandler
from bot.handlers.photos.intake import IntakeHandler
from bot.handlers.photos.photo import PhotoHandler
from bot.handlers.photos.views import ViewHandler
from bot.handlers.questions import QuestionHandler
from bot.handlers.stock import StockHandler
from bot.state.people import Role
from bot.turn import Turn

P = ParamSpec("P")
T = TypeVar("T")
B = TypeVar("B", bound=Button)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handlers:
    """All that answer."""

    help: HelpHandler
    photos: PhotoHandler
    matches: ConfirmHandler
    garments: GarmentHandler
    views: ViewHandler
    intakes: IntakeHandler
    stock: StockHandler
    questions: QuestionHandler
    orders: OrderHandler
    receipts: ReceiptHandler
    stock_takes: StockTakeHandler
    picks: PickHandler
    watches: WatchHandler
    digests: DigestHandler
    whereabouts: WhereaboutsHandler
    people: PeopleHandler
    language: LanguageHandler
    catalogue: CatalogueHandler
    batches: BatchHandler
    columns: ColumnHandler
    upkeep: UpkeepHandler


@dataclass(frozen=True, slots=True)
class Access:
    """Who may have an answer, and where."""

    role: Role = Role.WORKER
    refusal: str = ""
    """The message for those who may not."""
    personal: bool = False
    """Whether it is given in the personal chat alone."""


ANYBODY = Access()

Answer: TypeAlias = Callable[[Handlers, Turn, T], AsyncIterator[Reply]]


@dataclass(frozen=True, slots=True)
class Route(Generic[T]):
    """What answers, and whom."""

    answer: Answer[T]
    access: Access = ANYBODY


@dataclass(frozen=True, slots=True)
class CommandRoute:
    """A command and what follows it."""

    pattern: re.Pattern[str]
    """Of the whole text; its group is what the handler is given."""
    route: Route[str]
    attachments: bool = False
    """Whether something may be sent along."""


@dataclass(frozen=True, slots=True)
class ButtonRoute:
    """A button of a card."""

    payload: type[Button]
    route: Route[Any]
    signed: bool = True
    """Whether it is one person's, in one conversation; otherwise it shows what anybody may see by asking."""


def command(
    pattern: str, answer: Answer[str], access: Access = ANYBODY, *, attachments: bool = False
) -> CommandRoute:
    """A row for a command."""
    compiled = re.compile(pattern, re.IGNORECASE | re.DOTALL)
    return CommandRoute(compiled, Route(answer, access), attachments)


def button(
    payload: type[B], answer: Answer[B], access: Access = ANYBODY, *, signed: bool = True
) -> ButtonRoute:
    """A row for a button."""
    return ButtonRoute(payload, Route(answer, access), signed)


async def blocking(
    answer: Callable[Concatenate[Turn, P], Reply], turn: Turn, *values: P.args, **named: P.kwargs
) -> AsyncIterator[Reply]:
    """The reply of a handler that blocks, from a worker thread."""
    yield await asyncio.to_thread(answer, turn, *values, **named)


async def awaited(answer: Awaitable[Reply | None]) -> AsyncIterator[Reply]:
    """The reply of a handler that does not; none where it sends its answer itself, on a card that changes."""
    if (reply := await answer) is not None:
        yield reply
