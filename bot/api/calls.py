"""A call of the API: who asks, for what; and what an endpoint is."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, Generic, TypeVar

from aiohttp import web
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from bot.api.problems import ProblemError
from bot.state.keys import Key
from bot.state.people import Role
from catalogue.movements import Worker

JSON_BYTES = 64 << 10
"""Largest body of JSON."""
BODY_SECONDS = 120.0
"""How long a body may take to arrive."""
LONGEST = 200
"""Characters of a name or a number."""
_CHUNK = 64 << 10

Q = TypeVar("Q", bound=BaseModel)


def _printable(text: str) -> str:
    """Databases take no NUL, and no half of a surrogate pair can be written in UTF-8."""
    if not text.isprintable():
        raise ValueError("has characters that cannot be printed")
    return text


Text = Annotated[str, Field(min_length=1, max_length=LONGEST), AfterValidator(_printable)]
"""A name or a number as a shop writes it."""
Number = Annotated[int, Field(ge=1, le=2**31 - 1)]
"""Of a movement, a reservation or a batch."""
Pieces = Annotated[int, Field(ge=0, le=1_000_000)]


class Strict(BaseModel):
    """What comes in: nothing that is not in the document."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Nothing(Strict):
    """No query."""


@dataclass(frozen=True, slots=True)
class Call(Generic[Q]):
    """A request whose key and query are checked."""

    request: web.Request
    key: Key
    query: Q

    @property
    def worker(self) -> Worker:
        """Who moves stock, for the history."""
        return Worker(f"api/{self.key.name}", self.key.name)

    def number(self, name: str) -> int:
        """A number of the path. Raises `ProblemError` for one that nothing can have."""
        written = self.request.match_info[name]
        if not (written.isascii() and written.isdecimal() and len(written) <= 10):
            raise ProblemError(404, "not-found", "There is nothing of that number.")
        return min(int(written), 2**31 - 1)

    def text(self, name: str) -> str:
        """A text of the path. Raises `ProblemError` for one that nothing can be called."""
        written = self.request.match_info[name]
        if not written.isprintable() or len(written) > LONGEST:
            raise ProblemError(404, "not-found", "There is nothing of that name.")
        return written

    async def save(self, write: Callable[[bytes], object], most: int) -> None:
        """Write the body piece by piece. Raises `ProblemError` if it has more bytes, or none."""
        if (self.request.content_length or 0) > most:
            raise _too_large(most)
        size = 0
        try:
            async with asyncio.timeout(BODY_SECONDS):
                async for chunk in self.request.content.iter_chunked(_CHUNK):
                    size += len(chunk)
                    if size > most:
                        raise _too_large(most)
                    write(chunk)
        except (web.RequestPayloadError, ConnectionError) as error:
            raise ProblemError(400, "cut-off", "The body did not arrive whole.") from error
        except TimeoutError as error:
            raise ProblemError(408, "too-slow", f"The body took over {BODY_SECONDS:.0f} seconds.") from error
        if not size:
            raise ProblemError(422, "empty", "The body is empty.")

    async def body(self, most: int) -> bytes:
        """The whole body. Raises `ProblemError` if it has more bytes, or none."""
        content = bytearray()
        await self.save(content.extend, most)
        return bytes(content)

    async def json(self, kind: TypeAdapter[Any]) -> Any:
        """The body as JSON of that kind. Raises `ProblemError`."""
        if self.request.content_type != "application/json":
            raise ProblemError(415, "not-json", "Send JSON, with Content-Type: application/json.")
        try:
            return kind.validate_json(await self.body(JSON_BYTES))
        except ValidationError as error:
            raise invalid(error) from error


Handle = Callable[[Call[Any]], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What answers at a path, whom, and what its document says."""

    method: str
    path: str
    """Below `/api/v1`."""
    role: Role
    summary: str
    """Its line in the document."""
    handle: Handle
    query: type[BaseModel] = Nothing
    reply: Any = None
    """The type of the JSON that it answers with."""
    status: int = 200
    body: Any = None
    """The type of the JSON that it takes."""
    takes: tuple[str, ...] = ()
    """Content types of bodies that are no JSON."""
    headers: tuple[tuple[str, str], ...] = field(default=())
    """Headers that must be sent, each with what it is for."""
    refusals: tuple[int, ...] = ()
    """Statuses of what may go wrong, beside those that all endpoints have."""
    description: str = ""


def parsed_query(kind: type[Q], request: web.Request) -> Q:
    """The query of a request; a name that comes several times is a list. Raises `ProblemError`."""
    values: dict[str, Any] = {}
    for name in request.query:
        several = request.query.getall(name)
        taken = kind.model_fields.get(name)
        is_list = taken is not None and "tuple" in str(taken.annotation)
        values[name] = several if is_list or len(several) > 1 else several[0]
    try:
        return kind.model_validate(values)
    except ValidationError as error:
        raise invalid(error) from error


def invalid(error: ValidationError) -> ProblemError:
    """What is wrong with a body or a query, place by place; none of its content is repeated."""
    faults = error.errors(include_url=False, include_input=False, include_context=False)
    places = [
        {"where": ".".join(str(part) for part in fault["loc"])[:100], "what": fault["msg"][:200]}
        for fault in faults[:20]
    ]
    said = "; ".join(f"{one['where']}: {one['what']}" if one["where"] else one["what"] for one in places[:3])
    return ProblemError(422, "invalid", f"The request cannot be used: {said}.", faults=places)


def _too_large(most: int) -> ProblemError:
    size = f"{most >> 20} MB" if most >= 1 << 20 else f"{most >> 10} KB"
    return ProblemError(413, "too-large", f"The body is larger than {size}.")
