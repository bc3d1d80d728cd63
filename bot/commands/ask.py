"""`hangtag ask`: what is typed, answered as in the chat, without one. Orders are never carried out."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from bot.building.dialogue import build_dialogue, build_model_reader
from bot.cards.answered import answer_card, answer_text
from bot.cards.dialogue import button_titles, lacking_card, lacking_text
from bot.cards.orders import confirm_card, order_summary
from bot.cards.spoken import spoken
from bot.channel import Card
from bot.errors import UserError
from bot.handlers.floor.receipts import ISSUE, RECEIVE
from bot.handlers.questions import talk_text
from bot.language_model import open_language_model
from bot.locales import Words, words_for
from bot.locales.faults import ReportedError, fault_in_words
from bot.questions.answering.answer import Answer
from bot.questions.answering.as_json import figure_json, slots
from bot.questions.answering.wording import read_as
from bot.questions.asked_back import asked_back
from bot.questions.dialogue import (
    NOT_THERE,
    Answered,
    Dialogue,
    Impossible,
    Incomplete,
    Part,
    Proposed,
    Spoken,
    Undone,
    after,
    after_unread,
    waiting_after,
)
from bot.questions.greetings import is_greeting
from bot.questions.query import Order, Read, Talk
from bot.questions.vocabulary import Names
from bot.routing.command_words import in_english
from bot.routing.table import COMMANDS, ROLES, SUPERVISORS, is_work
from bot.settings import Settings
from bot.state.memory import Context
from bot.state.people import Role
from catalogue.database import Database
from catalogue.errors import CatalogueError, StoreError, UnknownItemError
from catalogue.messages import Message
from catalogue.stock import StockBook

_TYPED_ORDERS = re.compile(f"{RECEIVE}|{ISSUE}", re.IGNORECASE | re.DOTALL)
_PEOPLE = frozenset({"people", "people_add", "people_remove"})


@dataclass(frozen=True, slots=True)
class Line:
    """One message of a conversation."""

    text: str
    conversation: str = ""
    about: tuple[str, ...] | None = None
    """SKUs, items or barcodes that were shown before it, in order; None: what the answer before showed."""
    locale: str = "en"
    role: Literal["worker", "supervisor", "admin"] = "supervisor"


@dataclass(frozen=True, slots=True)
class _Said:
    """What the chat would show."""

    text: str
    card: Card | None = None


@dataclass(slots=True)
class Chat:
    """Plays conversations, each with a memory of its own. Writes nothing."""

    database: Database
    settings: Settings
    _contexts: dict[str, Context] = field(default_factory=dict)
    _book: StockBook = field(init=False)
    _names: Names = field(init=False)
    _zone: ZoneInfo = field(init=False)
    _dialogue: Dialogue = field(init=False)

    def __post_init__(self) -> None:
        self._book, self._names = StockBook(self.database), Names(self.database)
        self._zone = ZoneInfo(self.settings.time_zone)
        self._dialogue = build_dialogue(self.database, self._names, zone=self._zone)

    def say(self, line: Line, *, now: datetime | None = None) -> dict[str, Any]:
        """The report of a message: see docs/commands.md.

        Raises:
            UnknownItemError: one of the items that were shown before is not there.
            StoreError: the database does not answer.
        """
        now, words = now or datetime.now(UTC), words_for(line.locale)
        before = self._contexts.get(line.conversation, Context())
        if line.about is not None:
            items = tuple(dict.fromkeys(self._book.find(one).id for one in line.about))
            before = Context(items, waiting=before.waiting)
        self._contexts[line.conversation] = before
        report: dict[str, Any] = {
            "conversation": line.conversation,
            "text": line.text,
            "understood": True,
            "read_as": None,
            "query": None,
            "order": None,
            "talk": None,
            "figures": [],
            "items": [],
            "answer": None,
            "winners": [],
            "refused": None,
            "asks_back": None,
            "buttons": [],
            "said": "",
        }
        text = line.text.strip()
        if command := _command(text):
            return report | {"talk": command, "said": words("help-title") if command == "help" else ""}
        language = words.locale.partition("-")[0]
        read = self._dialogue.read(text, before, language=language, now=now)
        if not read.understood:
            lacks_item = not before.items and self._dialogue.lacks_item(text, language=language, now=now)
            if not lacks_item and read.unknown_as != "here":
                read = self._by_model(text, read, before, language)
            if not read.understood:
                self._contexts[line.conversation] = after_unread(read, before)
                return report | self._unclear(line, read, before, words, lacks_item)
        if read.by_model:
            report["read_as"] = self._read_as(read, words)
        try:
            _admit(read, line.role)
            parts = self._dialogue.answer(read, now=now)
        except (UserError, CatalogueError) as fault:
            refused = _refused(fault, words)
            return report | refused | {"said": _with_reading(report["read_as"], refused["said"])}
        waiting = waiting_after(parts, before.waiting)
        self._contexts[line.conversation] = replace(after(parts, before), waiting=waiting)
        for part in parts:
            _add(report, part)
        said = [self._said(part, words, before.waiting is not None) for part in parts]
        report["buttons"] = [title for each in said for title in button_titles(each.card)]
        report["said"] = _with_reading(report["read_as"], " ".join(each.text for each in said))
        return report

    def _by_model(self, text: str, read: Read, context: Context, language: str) -> Read:
        """As the company's language model reads it, if it has one and that can."""
        if not self.settings.language_model_url:
            return read

        async def ask_model() -> Read:
            async with open_language_model(self.settings) as model:
                reader = build_model_reader(model, self._names)
                return read if reader is None else await reader(text, context, language=language)

        by_model = asyncio.run(ask_model())
        return by_model if by_model.understood else read

    def _read_as(self, read: Read, words: Words) -> str:
        [asked] = (each for each in read.asked if not isinstance(each, Talk))
        items = {item.id: item for item in self._book.items(asked.items)}
        return spoken(read_as(asked, items), words, self._zone)

    def _unclear(
        self, line: Line, read: Read, context: Context, words: Words, lacks_item: bool
    ) -> dict[str, Any]:
        report: dict[str, Any] = {"understood": False}
        text, language = line.text.strip(), words.locale.partition("-")[0]
        try:
            back = asked_back(
                text, read, context, self._book, self._names, language=language, lacks_item=lacks_item
            )
        except (UserError, CatalogueError) as fault:
            if isinstance(fault, UnknownItemError):
                gone = replace(context, items=(), query=NOT_THERE, before=None)
                self._contexts[line.conversation] = gone
            asks = {"missing": ["item"], "choices": []} if lacks_item else None
            return report | _refused(fault, words) | {"asks_back": asks}
        readings = [spoken(each.words, words, self._zone) for each in back.readings]
        return report | {
            "refused": back.code,
            "asks_back": {"unknown": list(read.unknown), "as": read.unknown_as, "readings": readings}
            if read.unknown or readings
            else None,
            "buttons": readings,
            "said": words(back.code, **back.values),
        }

    def _said(self, part: Part, words: Words, dropped: bool) -> _Said:
        match part:
            case Answered(answer=answer):
                card = answer_card(answer, link=lambda key, side: key, words=words, zone=self._zone)
                return _Said(answer_text(answer, words, zone=self._zone, times=True), card)
            case Proposed(stock_order=order):
                return _Said(order_summary(order, words), confirm_card(order, name="name", words=words))
            case Incomplete(lacking=lacking):
                return _Said(lacking_text(lacking, words), lacking_card(lacking, name="name", words=words))
            case Impossible(reason=reason):
                return _Said(fault_in_words(reason, words))
            case Undone():
                return _Said("")
            case Spoken(talk=talk):
                return _Said(talk_text(talk, words, dropped=dropped))


def ask(
    database: Database, settings: Settings, question: str, *, about: Sequence[str], locale: str
) -> dict[str, Any]:
    """The report of one message, as `Chat.say` gives it."""
    return Chat(database, settings).say(Line(question, about=tuple(about), locale=locale))


def play(chat: Chat, file: Path) -> Iterator[dict[str, Any]]:
    """The reports of a file's messages, in order.

    Raises `StoreError` with the number of the line where one can't be read or names no item.
    """
    for number, line in lines_of(file):
        try:
            yield chat.say(line)
        except StoreError:
            raise
        except CatalogueError as fault:
            raise _bad_line(number, str(fault)) from fault


def lines_of(file: Path) -> Iterator[tuple[int, Line]]:
    """The messages of a file with one JSON object a line, each with the number of its line."""
    try:
        rows = file.read_text("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise StoreError(Message("operator-chat-encoding", file=str(file))) from error
    except OSError as error:
        raise StoreError(Message("operator-no-file", name=str(file))) from error
    for number, row in enumerate(rows, start=1):
        if not row.strip():
            continue
        try:
            line = _LINE.validate_json(row, strict=False)
        except ValidationError as error:
            raise _bad_line(number, _why(error)) from error
        if not line.text.strip() or not line.conversation.strip():
            lacking = "text" if not line.text.strip() else "conversation"
            raise _bad_line(number, f"it has no {lacking}")
        yield number, line


_LINE = TypeAdapter(Line)


def _bad_line(number: int, why: str) -> StoreError:
    return StoreError(Message("operator-chat-line", line=number, why=why.rstrip(".")))


def _why(error: ValidationError) -> str:
    first = error.errors()[0]
    if first["type"] in ("json_invalid", "dataclass_type"):
        return "it is no JSON object"
    name = ".".join(str(each) for each in first["loc"])
    return f"it has no {name}" if first["type"] == "missing" else f"{name} is not as expected"


def _command(text: str) -> str:
    """What a message is where the chat answers it before it is read: help, or the word of a command."""
    if is_greeting(text):
        return "help"
    if _TYPED_ORDERS.fullmatch(text):
        return ""  # read as an order here
    if any(row.pattern.fullmatch(in_english(text)) for row in COMMANDS):
        word = re.sub(r"\W", "", text.split()[0]).casefold() if text.split() else ""
        return word if word not in ("", "start", "menu") else "help"
    return ""


def _admit(read: Read, role: str) -> None:
    """Raises `UserError` where the role may not ask that."""
    may = Role[role.upper()]
    if may < SUPERVISORS.role and any(is_work(each) for each in read.asked):
        raise UserError(SUPERVISORS.refusal)
    if may < ROLES.role and any(isinstance(each, Talk) and each.about in _PEOPLE for each in read.asked):
        raise UserError(ROLES.refusal)


def _with_reading(sentence: str | None, said: str) -> str:
    return said if sentence is None else f"{sentence}\n{said}"


def _refused(fault: ReportedError, words: Words) -> dict[str, Any]:
    code = fault.code if isinstance(fault, UserError) else fault.message.code  # type: ignore[union-attr]
    return {"refused": code, "said": fault_in_words(fault, words)}


def _add(report: dict[str, Any], part: Part) -> None:
    """What a part of a message comes to, into its report."""
    match part:
        case Answered(query=query, answer=answer):
            report["query"] = slots(query)
            report["figures"] += _figures(answer)
            report["items"] += [item for item in answer.items if item not in report["items"]]
            report["winners"] += _winners(answer)
            if answer.verdict is not None:
                report["answer"] = "yes" if answer.verdict else "no"
            if answer.refused:
                report["refused"] = answer.headline.code
        case Proposed(order=order, stock_order=stock_order):
            resolved = {
                "sku": stock_order.sku,
                "quantity": stock_order.quantity,
                "location": stock_order.location,
                "until_day": stock_order.until.isoformat() if stock_order.until else None,
            }
            if stock_order.person:
                resolved["person"] = stock_order.person
            if stock_order.reservation is not None:
                resolved["reservation"] = stock_order.reservation
            if stock_order.to:
                resolved["to"] = stock_order.to
            report["order"] = _order(order) | resolved | {"proposed": True}
        case Impossible(reason=reason):
            report["refused"] = reason.code
        case Incomplete(order=order, lacking=lacking):
            known = {"sku": lacking.sku} if lacking.sku else {}
            report["order"] = _order(order) | known | {"proposed": False}
            report["asks_back"] = {
                "missing": list(lacking.missing),
                "choices": [option.value for option in lacking.options],
            }
        case Undone(order=order):
            report["order"] = _order(order) | {"proposed": True}
        case Spoken(talk=talk):
            report["talk"] = talk.about


def _order(order: Order) -> dict[str, Any]:
    """The slots of an order as it was read."""
    return {
        "do": order.verb,
        "items": list(order.items),
        "sku": order.skus[0] if len(order.skus) == 1 else None,
        "size": order.sizes[0] if len(order.sizes) == 1 else None,
        "quantity": order.quantity,
        "location": order.place or None,
        "to": order.to_place or None,
        "person": order.person or None,
        "until": order.until or None,
        "reservation": order.reservation,
        "reason": order.reason or None,
    }


def _figures(answer: Answer) -> list[dict[str, Any]]:
    leading = {figure for part in answer.parts if part.leads for figure in part.figures[:1]}
    return [figure_json(figure) | ({"leads": True} if figure in leading else {}) for figure in answer.figures]


def _winners(answer: Answer) -> list[str]:
    """What a comparison or ranking names first: items, places, sizes or colours."""
    winners = []
    for part in answer.parts:
        if part.leads:
            figure = part.figures[0]
            names = (figure.location, figure.size, figure.colour, part.item and part.item.id, figure.item)
            winners.append(next((str(name) for name in names if name), ""))
    return [winner for winner in winners if winner]
