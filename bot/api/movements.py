"""Orders and movements: the same stock work and roles as in the chat.

An order is a call of one of the catalogue's own movements: its fields are that movement's parameters, and so
is its document. A kind of movement that the catalogue learns is one of the API too.
"""

from __future__ import annotations

import asyncio
import hashlib
import inspect
import logging
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Annotated, Any, Literal, Union, get_type_hints

from aiohttp import web
from pydantic import AfterValidator, BaseModel, Field, TypeAdapter, create_model

from bot.api.calls import Call, Endpoint, Number, Pieces, Strict, Text
from bot.api.problems import ProblemError, json_response
from bot.api.replies import MovementsReply, OrderReply
from bot.errors import UserError
from bot.foreign_text import plain
from bot.reports import movement_report
from bot.routing.table import WORK
from bot.state.people import Role
from catalogue.database import Notes
from catalogue.database.movements import Movements
from catalogue.errors import RepeatedMovementError
from catalogue.movements import Kind, Movement

log = logging.getLogger(__name__)

IDEMPOTENCY_KEY = "Idempotency-Key"
REMEMBERED = timedelta(days=2)
"""How long an order is known by its idempotency key, as long as the catalogue knows what was done for it."""
ORDERS = "api-order"
"""Kind of the notes that say what was ordered under an idempotency key."""
_KEY = re.compile(r"[\x21-\x7e]{8,128}")
_NAMES = {"sku", "location", "from_location", "to_location"}
"""Parameters that name something of the catalogue; other texts are a person's own words."""
_WORDS = 80
"""Characters of a person's own words, as in the chat."""


def kinds() -> tuple[Kind, ...]:
    """The movements that can be ordered: those that the catalogue has a verb for."""
    return tuple(kind for kind in Kind if callable(getattr(Movements, kind.value, None)))


def role_for(kind: Kind) -> Role:
    """Who may order such a movement: who may in the chat, which asks the same role for each kind."""
    return WORK.access.role


@cache
def order_model(kind: Kind) -> type[BaseModel]:
    """What an order of that kind has to say: the parameters of its movement."""
    verb = getattr(Movements, kind.value)
    hints = get_type_hints(verb)
    fields: dict[str, Any] = {"kind": (Literal[kind.value], ...)}
    for name, parameter in inspect.signature(verb).parameters.items():
        if name in ("self", "by", "expected", "once"):
            continue
        default = ... if parameter.default is inspect.Parameter.empty else parameter.default
        fields[name] = (_type_of(name, hints[name]), default)
    doc = inspect.getdoc(verb) or kind.value
    return create_model(f"{kind.value.title()}Order", __base__=Strict, __doc__=doc, **fields)


@cache
def orders() -> TypeAdapter[Any]:
    """An order of any kind."""
    models = tuple(order_model(kind) for kind in kinds())
    any_order: Any = Annotated[Union[models], Field(discriminator="kind")]  # noqa: UP007 - made at run time
    return TypeAdapter(any_order)


class MovementsQuery(Strict):
    """Movements from some point on."""

    since: Annotated[
        int | datetime,
        Field(description="The number of a movement: those after it. Or a time with its zone: from then on."),
    ] = 0
    limit: Annotated[int, Field(ge=1, le=1000)] = 100


class MovementsApi:
    """Does what other systems order, and lists what was done."""

    def __init__(self, movements: Movements, notes: Notes) -> None:
        self._movements = movements
        self._notes = notes

    def endpoints(self) -> tuple[Endpoint, ...]:
        """What is answered here."""
        return (
            Endpoint(
                *("POST", "/orders", min(map(role_for, kinds())), "Reserve, release, move, count stock"),
                self.order,
                reply=OrderReply,
                status=201,
                body=orders(),
                headers=((IDEMPOTENCY_KEY, "8 to 128 characters; the same order is done once under it"),),
                refusals=(409, 413, 415),
                description=_roles(),
            ),
            Endpoint(
                *("GET", "/movements", Role.SUPERVISOR, "Stock movements, oldest first"),
                self.movements,
                query=MovementsQuery,
                reply=MovementsReply,
            ),
        )

    async def order(self, call: Call[Any]) -> web.Response:
        """`POST orders`."""
        key = call.request.headers.get(IDEMPOTENCY_KEY, "")
        if not _KEY.fullmatch(key):
            text = f"Send the header {IDEMPOTENCY_KEY}, 8 to 128 characters, new for each order."
            raise ProblemError(422, "no-idempotency-key", text)
        order = await call.json(orders())
        kind = Kind(order.kind)
        if call.key.role < role_for(kind):
            raise ProblemError(403, "forbidden", f"A key with the role {role_for(kind).word} may do that.")
        done, repeated = await asyncio.to_thread(self._do, call, kind, order, key)
        if not repeated:
            log.info("stock movement %d by the key %s", done.id, call.key.name)
        return json_response(movement_report(done) | {"repeated": repeated}, status=201)

    async def movements(self, call: Call[MovementsQuery]) -> web.Response:
        """`GET movements`."""
        since, limit = call.query.since, call.query.limit
        if isinstance(since, datetime) and since.tzinfo is None:
            raise ProblemError(422, "invalid", "`since` is a time without its zone: end it with Z or +00:00.")
        movements, following = await asyncio.to_thread(self._after, since, limit)
        return json_response({"movements": [movement_report(each) for each in movements], "next": following})

    def _after(self, since: int | datetime, limit: int) -> tuple[tuple[Movement, ...], int]:
        """A page, and where the next one begins."""
        if isinstance(since, int):
            number = min(max(since, 0), 2**31 - 1)
            movements = self._movements.after(number, limit=limit)
            return movements, movements[-1].id if movements else number
        newest = self._movements.latest(limit=1)  # read first: what comes meanwhile is on the next page
        movements = self._movements.after(since=since, limit=limit)
        return movements, movements[-1].id if movements else newest[0].id if newest else 0

    def _do(self, call: Call[Any], kind: Kind, order: BaseModel, key: str) -> tuple[Movement, bool]:
        """What was done, and whether it was before. Raises `ProblemError` and what the catalogue raises."""
        once = f"api/{call.key.name}/{key}"
        asked = hashlib.sha256(order.model_dump_json().encode()).hexdigest()
        if not self._notes.put_first(ORDERS, once, asked, life=REMEMBERED):
            if self._notes.get(ORDERS, once) not in (asked, None):
                text = f"Another order was sent under this {IDEMPOTENCY_KEY}: make a new one for each order."
                raise ProblemError(422, "idempotency-key-reused", text)
            if (before := self._movements.done_for(once)) is not None:
                return before, True
        today = datetime.now(UTC).date()
        values = {name: getattr(order, name) for name in type(order).model_fields if name != "kind"}
        if (values.get("until") or today) < today:
            raise UserError("work-which-day")
        self._movements.release_expired(today)
        verb = getattr(self._movements, kind.value)
        try:
            return verb(**values, by=call.worker, once=once), False
        except RepeatedMovementError:
            before = self._movements.done_for(once)
            if before is None:
                raise
            return before, True


def _type_of(name: str, hint: Any) -> Any:
    """The type of a parameter, with its limits."""
    optional = type(None) in getattr(hint, "__args__", ())
    bare = next(each for each in hint.__args__ if each is not type(None)) if optional else hint
    types: Mapping[Any, Any] = {
        int: Number if name.endswith("_id") else Pieces,
        str: Text if name in _NAMES else Annotated[Text, AfterValidator(lambda text: plain(text, _WORDS))],
        date: date,
    }
    limited = types.get(bare, bare)
    return limited | None if optional else limited


def _roles() -> str:
    roles = ", ".join(f"{kind.value}: {role_for(kind).word}" for kind in kinds())
    return f"The role that each kind needs: {roles}."
