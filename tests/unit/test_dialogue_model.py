"""Chains of questions and orders against a plain model of what they are about: all slots stay equal."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.channel import Reply
from bot.errors import UserError
from bot.questions.query import Order, Query
from catalogue.database import Database
from catalogue.items import Item, StockLevel, Variant
from tests.fakes.channel import PLACE
from tests.kit.asking import Asking, actions
from tests.kit.messages import message
from tests.kit.people import ANN
from tests.kit.stores import open_database

NOW = datetime(2026, 3, 4, 8, 15, tzinfo=UTC)
ITEMS = ("SN-100", "OX-200")
SIZES = ("M", "L", "XL")
PLACES = ("Hall A", "Shop Berlin")
PEOPLE = ("Anna", "Marco")
MEASURES = {"how many": "on_hand", "how many free": "free", "how many reserved": "reserved"}
KINDS = ("ask", "ask", "follow", "follow", "order", "order", *["complete"] * 3, "never mind", "wait")
NAMES = count(1)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that somebody does."""

    kind: str
    item: str
    size: str
    place: str
    person: str
    measure: str
    quantity: int
    with_size: bool
    with_place: bool
    by_button: bool


@dataclass(slots=True)
class Model:
    """What a conversation is about, as its rules say it."""

    question: dict[str, str] = field(default_factory=dict)
    order: dict[str, str] = field(default_factory=dict)

    def lacks(self) -> str:
        """What the order is asked for next; empty where it lacks nothing, or there is none."""
        if not self.order:
            return ""
        return next((slot for slot in ("size", "person", "place") if slot not in self.order), "")


STEPS = st.lists(
    st.builds(
        Step,
        kind=st.sampled_from(KINDS),
        item=st.sampled_from(ITEMS),
        size=st.sampled_from(SIZES),
        place=st.sampled_from(PLACES),
        person=st.sampled_from(PEOPLE),
        measure=st.sampled_from(sorted(MEASURES)),
        quantity=st.integers(2, 5),
        with_size=st.booleans(),
        with_place=st.booleans(),
        by_button=st.booleans(),
    ),
    min_size=3,
    max_size=10,
)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder: Path = tmp_path_factory.mktemp("model")
    levels = tuple(StockLevel(place, 9, 1, NOW) for place in PLACES)
    titles = ("Snowline jacket", "Oxford shirt")
    items = [
        Item(name, title, variants=tuple(Variant(f"{name}-{size}", size, None, levels) for size in SIZES))
        for name, title in zip(ITEMS, titles, strict=True)
    ]
    with open_database(folder, *items) as opened:
        yield opened


@settings(max_examples=40, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(STEPS)
def test_after_each_message_the_slots_are_those_of_the_model(database: Database, steps: list[Step]) -> None:
    asyncio.run(_played(database, steps))


async def _played(database: Database, steps: list[Step]) -> None:
    now = datetime.now(UTC)
    bot = Asking(database, clock=lambda: now, now=NOW)
    place = replace(PLACE, conversation=f"a:model-{next(NAMES)}")
    model, card = Model(), Reply()
    said = []
    for step in steps:
        if step.kind == "wait":
            now += timedelta(minutes=10)
            model.order = {}
            said.append("(ten minutes)")
            continue
        text = _text(step, model)
        if text is None:
            continue
        said.append(text)
        before = dict(model.order)
        _apply(step, model)
        if step.kind == "complete" and step.by_button and _title(step, before, card) is not None:
            reply = await bot.press(card, _title(step, before, card) or "", ANN, place)
        else:
            reply = await bot.say(text, ANN, place)
        if step.kind in ("order", "complete"):
            card = reply
        context = bot.memory.shown(message("x", ANN, place))
        assert _question(context.query) == model.question, said
        assert _order(context.waiting) == model.order, said
    left = [each for each in actions(card.card) if each["verb"] == "work-complete"]
    if left and not model.order:
        with pytest.raises(UserError):  # a card of an order that is over does nothing
            await bot.press(card, left[0]["title"], ANN, place)


def _text(step: Step, model: Model) -> str | None:
    """What is typed; None where the step makes no sense here."""
    match step.kind:
        case "ask":
            size = f" in {step.size}" if step.with_size else ""
            place = f" at {step.place}" if step.with_place else ""
            return f"{step.measure} {step.item}{size}{place}?"
        case "follow":
            if not model.question:
                return None
            return f"and in {step.size}?" if step.with_size else f"and in {step.place}?"
        case "order":
            name = f"{step.item}-{step.size}" if step.with_size else step.item
            person = f" for {step.person}" if step.with_place else ""
            return f"reserve {step.quantity} of {name}{person}"
        case "complete":
            values = {"size": step.size, "person": f"for {step.person}", "place": step.place}
            return values.get(model.lacks())
    return "never mind"


def _apply(step: Step, model: Model) -> None:
    match step.kind:
        case "ask":
            model.question = {"measure": MEASURES[step.measure], "item": step.item}
            model.question |= {"size": step.size} if step.with_size else {}
            model.question |= {"place": step.place} if step.with_place else {}
        case "follow":
            model.question |= {"size": step.size} if step.with_size else {"place": step.place}
        case "order":
            model.order = {"item": step.item, "quantity": str(step.quantity)}
            model.order |= {"size": step.size} if step.with_size else {}
            model.order |= {"person": step.person} if step.with_place else {}
        case "complete":
            slot = model.lacks()
            model.order[slot] = {"size": step.size, "person": step.person, "place": step.place}[slot]
        case "never mind":
            model.order = {}


def _title(step: Step, order: dict[str, str], card: Reply) -> str | None:
    """The button that completes the order so, if its card has one."""
    value = {"size": step.size, "place": step.place}.get(Model(order=order).lacks(), step.person)
    return next((each["title"] for each in actions(card.card) if each["title"].startswith(value)), None)


def _question(query: Query | None) -> dict[str, str]:
    if query is None:
        return {}
    named = {
        "measure": query.measure,
        "item": ",".join(query.items),
        "size": ",".join(query.sizes.values),
        "place": ",".join(query.places.values),
    }
    return {name: value for name, value in named.items() if value}


def _order(order: Order | None) -> dict[str, str]:
    if order is None:
        return {}
    sku = order.skus[0] if order.skus else ""
    named = {
        "item": ",".join(order.items) or sku.rpartition("-")[0],
        "size": ",".join(order.sizes) or sku.rpartition("-")[2],
        "quantity": "" if order.quantity is None else str(order.quantity),
        "place": order.place,
        "person": order.person,
    }
    return {name: value for name, value in named.items() if value}
