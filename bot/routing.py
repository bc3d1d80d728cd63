"""Who answers what: one table of messages, commands, questions and buttons, and the way through it.

A row names what it is for, what answers it, and who may have that answer. Roles and places are checked here,
before a handler is called, and nowhere else. A button is for the person and conversation that its card went
to, unless its row says that it is open.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeAlias, TypeVar

from bot import buttons
from bot.buttons import Button
from bot.channel import Attachment, InboundMessage, Reply
from bot.errors import ForbiddenError, UserError
from bot.handlers.batches import BatchHandler
from bot.handlers.catalogue import CatalogueHandler
from bot.handlers.confirm import ConfirmHandler
from bot.handlers.garments import GarmentHandler
from bot.handlers.help import HelpHandler
from bot.handlers.intake import IntakeHandler
from bot.handlers.language import LanguageHandler
from bot.handlers.orders import OrderHandler
from bot.handlers.people import PeopleHandler
from bot.handlers.photo import PhotoHandler
from bot.handlers.questions import QuestionHandler
from bot.handlers.stock import StockHandler
from bot.handlers.upkeep import UpkeepHandler
from bot.handlers.views import ViewHandler
from bot.links.signed_buttons import SignedButtons
from bot.questions.question import PEOPLE, WORK
from bot.questions.understanding import Understood
from bot.state.people import Role
from bot.turn import Turn

P = ParamSpec("P")
T = TypeVar("T")
B = TypeVar("B", bound=Button)

BATCH_FILES = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".zip"})
"""Endings of files that are taken for a batch without a word."""


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
    people: PeopleHandler
    language: LanguageHandler
    catalogue: CatalogueHandler
    batches: BatchHandler
    upkeep: UpkeepHandler


# What a row is made of


@dataclass(frozen=True, slots=True)
class Access:
    """Who may have an answer, and where."""

    role: Role = Role.WORKER
    refusal: str = ""
    """The message for those who may not."""
    personal: bool = False
    """Whether it is given in the personal chat alone."""


ANYBODY = Access()
SUPERVISORS = Access(Role.SUPERVISOR, "work-forbidden")
VIEWS = Access(Role.SUPERVISOR, "view-forbidden")
ROLES = Access(Role.ADMIN, "people-forbidden")
INTAKES = Access(Role.ADMIN, "intake-forbidden", personal=True)
CATALOGUE = Access(Role.ADMIN, "catalogue-forbidden", personal=True)

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


# The table

INSTALLED: Route[None] = Route(lambda at, turn, _: blocking(at.help.welcome, turn))
NOTHING: Route[None] = Route(lambda at, turn, _: blocking(at.help.nothing_came, turn))
PHOTOS: Route[None] = Route(lambda at, turn, _: at.photos.answer(turn))
FILES: Route[None] = Route(lambda at, turn, _: awaited(at.batches.upload(turn)), CATALOGUE)

COMMANDS = (
    command(r"/?people\b[\s:]*(.*)", lambda at, turn, rest: blocking(at.people.change, turn, rest), ROLES),
    command(
        r"/?intakes?\s+([0-9]{1,9})[\s.!?]*",
        lambda at, turn, number: blocking(at.intakes.open, turn, int(number)),
        INTAKES,
    ),
    command(r"/?intakes?[\s.!?]*", lambda at, turn, _: blocking(at.intakes.list, turn), INTAKES),
    command(
        r"/?catalog(?:ue)?\b[\s:]*(.*)",
        lambda at, turn, rest: awaited(at.catalogue.command(turn, rest)),
        CATALOGUE,
        attachments=True,
    ),
    command(r"(?:/?help|\?|hi|hello|hey|start)[!. ]*", lambda at, turn, _: blocking(at.help.show, turn)),
)

UNDERSTOOD: Mapping[str, Route[Understood]] = {
    "help": Route(lambda at, turn, _: blocking(at.help.show, turn)),
    "thanks": Route(lambda at, turn, _: blocking(at.questions.thank, turn)),
    "language": Route(lambda at, turn, said: blocking(at.language.choose, turn, said.question)),
    **dict.fromkeys(
        WORK, Route(lambda at, turn, said: blocking(at.orders.ask, turn, said.question), SUPERVISORS)
    ),
    **dict.fromkeys(
        PEOPLE, Route(lambda at, turn, said: blocking(at.people.ask, turn, said.question), ROLES)
    ),
}
"""By the intent of what was typed; the rest are questions about items."""
QUESTIONS: Route[Understood] = Route(
    lambda at, turn, said: blocking(at.questions.answer, turn, said.question)
)
UNCLEAR: Route[tuple[str, Understood]] = Route(
    lambda at, turn, said: blocking(at.questions.ask_back, turn, *said)
)

BUTTONS = (
    button(buttons.ShowStock, lambda at, turn, pressed: blocking(at.stock.show, turn, pressed), signed=False),
    button(
        buttons.RefreshStock,
        lambda at, turn, pressed: blocking(at.stock.refresh, turn, pressed),
        signed=False,
    ),
    button(
        buttons.AskQuestion,
        lambda at, turn, pressed: blocking(at.questions.press, turn, pressed),
        signed=False,
    ),
    button(buttons.ShowHelp, lambda at, turn, _: blocking(at.help.show, turn), signed=False),
    # The answer to a photo
    button(buttons.ConfirmMatch, lambda at, turn, pressed: blocking(at.matches.confirm, turn, pressed.photo)),
    button(buttons.RejectMatch, lambda at, turn, pressed: blocking(at.matches.reject, turn, pressed.photo)),
    button(buttons.ChooseMatch, lambda at, turn, pressed: blocking(at.matches.choose, turn, pressed)),
    button(buttons.NoMatch, lambda at, turn, pressed: blocking(at.matches.none, turn, pressed.photo)),
    button(buttons.ChooseGarment, lambda at, turn, pressed: awaited(at.garments.choose(turn, pressed))),
    button(buttons.FixOutline, lambda at, turn, pressed: blocking(at.garments.fix, turn, pressed.photo)),
    button(buttons.KeepView, lambda at, turn, pressed: awaited(at.views.keep(turn, pressed)), VIEWS),
    # Garments that the catalogue does not have
    button(
        buttons.RegisterGarment, lambda at, turn, pressed: blocking(at.intakes.register, turn, pressed.photo)
    ),
    button(
        buttons.OpenIntake,
        lambda at, turn, pressed: blocking(at.intakes.open, turn, pressed.intake),
        INTAKES,
    ),
    button(buttons.SaveIntake, lambda at, turn, pressed: awaited(at.intakes.save(turn, pressed)), INTAKES),
    button(
        buttons.DismissIntake,
        lambda at, turn, pressed: blocking(at.intakes.dismiss, turn, pressed.intake),
        INTAKES,
    ),
    # Stock movements
    button(
        buttons.ConfirmOrder,
        lambda at, turn, pressed: blocking(at.orders.confirm, turn, pressed.order),
        SUPERVISORS,
    ),
    button(
        buttons.CancelOrder,
        lambda at, turn, pressed: blocking(at.orders.cancel, turn, pressed.order),
        SUPERVISORS,
    ),
    button(
        buttons.UndoMovement,
        lambda at, turn, pressed: blocking(at.orders.undo, turn, pressed.movement),
        SUPERVISORS,
    ),
    # The catalogue
    button(
        buttons.ApplyBatch,
        lambda at, turn, pressed: awaited(at.batches.apply(turn, pressed.batch)),
        CATALOGUE,
    ),
    button(
        buttons.DiscardBatch,
        lambda at, turn, pressed: awaited(at.batches.discard(turn, pressed.batch)),
        CATALOGUE,
    ),
    button(
        buttons.UndoBatch, lambda at, turn, pressed: awaited(at.batches.undo(turn, pressed.batch)), CATALOGUE
    ),
    button(buttons.RepairIndex, lambda at, turn, _: awaited(at.upkeep.repair(turn)), CATALOGUE),
)

OPEN_BUTTONS = frozenset(row.payload.name for row in BUTTONS if not row.signed)
FORM_BUTTONS = frozenset(row.payload.name for row in BUTTONS if row.payload.form)


# The way through it


class Roles(Protocol):
    """What knows what people may do; `bot.state.people.People` is one. Called on a worker thread."""

    def may(self, message: InboundMessage, least: Role, /) -> bool:
        """Whether the sender of this very message has that role or a higher one."""


class Routes:
    """Finds the row of a turn, checks who asks and where, and has it answered."""

    def __init__(self, handlers: Handlers, roles: Roles, signed: SignedButtons) -> None:
        self._handlers = handlers
        self._roles = roles
        self._signed = signed
        self._buttons = {row.payload.name: row for row in BUTTONS}

    def answer(self, turn: Turn) -> AsyncIterator[Reply]:
        """The replies to a turn. They raise what is answered with a fault, and `DeliveryError`."""
        match turn.message.kind:
            case "installed":
                return self._answered(INSTALLED, turn, None)
            case "action":
                return self._pressed(turn)
            case "message":
                return self._sent(turn)

    async def _pressed(self, turn: Turn) -> AsyncIterator[Reply]:
        message = self._signed.opened(turn.message)
        row = self._buttons.get(message.button)
        if row is None:
            raise UserError("button-outdated")
        turn = turn.with_message(message)
        await self._admit(turn, row.route.access)  # nobody learns more of a button that is not theirs
        async for reply in row.route.answer(self._handlers, turn, row.payload.parse(message.data)):
            yield reply

    def _sent(self, turn: Turn) -> AsyncIterator[Reply]:
        message = turn.message
        text = message.text.replace("\xa0", " ").strip()
        for row in COMMANDS:
            asked = row.pattern.fullmatch(text)
            if asked is not None and (row.attachments or not message.attachments):
                return self._answered(row.route, turn, (asked[asked.lastindex or 0]).strip())
        if message.attachments:
            return self._attached(turn)
        return self._typed(turn, text) if text else self._answered(NOTHING, turn, None)

    async def _attached(self, turn: Turn) -> AsyncIterator[Reply]:
        """Tables and archives are a batch; the rest are photos."""
        files = tuple(one for one in turn.message.attachments if is_batch_file(one))
        photos = tuple(one for one in turn.message.attachments if not is_batch_file(one))
        for route, part in ((FILES, files), (PHOTOS, photos)):
            if part:
                about = turn.with_message(replace(turn.message, attachments=part))
                async for reply in self._answered(route, about, None):
                    yield reply

    async def _typed(self, turn: Turn, text: str) -> AsyncIterator[Reply]:
        understood = await self._handlers.questions.understand(turn, text)
        intent = understood.question.intent
        if intent == "unknown":
            replies = self._answered(UNCLEAR, turn, (text, understood))
        else:
            replies = self._answered(UNDERSTOOD.get(intent, QUESTIONS), turn, understood)
        async for reply in replies:
            yield reply

    async def _answered(self, route: Route[T], turn: Turn, detail: T) -> AsyncIterator[Reply]:
        await self._admit(turn, route.access)
        async for reply in route.answer(self._handlers, turn, detail):
            yield reply

    async def _admit(self, turn: Turn, access: Access) -> None:
        if access.role > Role.WORKER and not await asyncio.to_thread(
            self._roles.may, turn.message, access.role
        ):
            raise ForbiddenError(access.refusal)
        if access.personal and turn.message.place.kind != "personal":
            raise UserError("catalogue-personal-only")


def is_batch_file(attachment: Attachment) -> bool:
    """Whether a file is taken for a batch without a word."""
    return not attachment.needs_token and PurePath(attachment.name).suffix.lower() in BATCH_FILES
