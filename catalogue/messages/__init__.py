"""Messages to people: a code with values, translated once, at the edge.

The package raises and returns codes. Their English is in `en.ftl` beside this file (Project Fluent), for
logs, command lines and JSON; other languages are translated by code and values.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias, Union

if TYPE_CHECKING:
    # Fluent and pydantic take a while to import, and most commands need neither.
    from fluent.runtime import FluentBundle
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import core_schema

Value: TypeAlias = Union[str, int, float, tuple[str, ...], "Message"]
"""A value of a message. Several names are a choice: `A, B or C`. A number that is a name, as of a row or a
batch, is a `str`, so that it gets no thousands separators.

A value called `english` has what exists in no other language, such as the system's error about a file; other
languages leave it out.
"""

PLAIN = "plain-text"
"""The code of text that is data, or whose message this version no longer has; its one value is `text`."""


class Message:
    """A message, or a part of one, by its code and values. Immutable; equal by both."""

    __slots__ = ("code", "values")

    code: str
    """Short, and never changed: messages are stored with their batches."""
    values: Mapping[str, Value]

    def __init__(self, code: str, /, **values: Value) -> None:
        object.__setattr__(self, "code", code)
        object.__setattr__(self, "values", values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a message is immutable: {name}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and (self.code, self.values) == (other.code, other.values)

    def __hash__(self) -> int:
        return hash((self.code, *self.values.items()))

    def __repr__(self) -> str:
        return f"Message({self.code!r}, {self.values!r})"

    def __str__(self) -> str:
        """Return the English text; that of another package's message is its value `english`."""
        if not english().has_message(self.code) and isinstance(text := self.values.get("english"), str):
            return text
        return formatted(english(), self.code, {name: _english(value) for name, value in self.values.items()})

    def __reduce__(self) -> tuple[object, ...]:
        return loaded, (dumped(self),)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: type, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        from pydantic_core import core_schema

        dump = core_schema.plain_serializer_function_ser_schema(dumped)
        return core_schema.no_info_plain_validator_function(loaded, serialization=dump)


def plain_text(text: str) -> Message:
    """Return a message of data, which is the same in every language."""
    return Message(PLAIN, text=text)


@cache
def english() -> FluentBundle:
    """Return the English messages of this package."""
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(FluentResource(source()))
    return bundle


def source() -> str:
    """Return the text of `en.ftl`, for bundles with messages of several packages."""
    return files(__name__).joinpath("en.ftl").read_text("utf-8")


def formatted(bundle: FluentBundle, code: str, values: Mapping[str, str | int | float]) -> str:
    """Format a message of a bundle. Raises `LookupError` if it or a value is missing."""
    if not bundle.has_message(code) or (pattern := bundle.get_message(code).value) is None:
        raise LookupError(f"no message {code!r}")
    text, faults = bundle.format_pattern(pattern, dict(values))
    if faults:
        raise LookupError(f"message {code!r} in {bundle.locales}: {faults}")
    # A message that ends in a part which is a question has one mark too many.
    return str(text).removesuffix(".") if str(text).endswith("?.") else str(text)


def dumped(message: Message) -> Any:
    """Encode a message for JSON, with its English, which outlives its code."""
    if message.code == PLAIN:
        return message.values["text"]
    values = {
        name: dumped(value) if isinstance(value, Message) else value for name, value in message.values.items()
    }
    return {"code": message.code, "text": str(message), "values": values}


def loaded(stored: Any) -> Message:
    """Decode what `dumped` returned; a bare text becomes plain text. Raises `ValueError`."""
    match stored:
        case Message():
            return stored
        case str():
            return plain_text(stored)
        case {"code": str(code), "text": str(text), "values": dict(values)}:
            message = Message(code, **{name: _value(value) for name, value in values.items()})
            try:
                str(message)
            except LookupError:  # of a former version
                return plain_text(text)
            return message
    raise ValueError("not a message")


def _value(stored: Any) -> Value:
    match stored:
        case str() | int() | float():
            return stored
        case list() | tuple():
            return tuple(str(name) for name in stored)
    return loaded(stored)


def _english(value: Value) -> str | int | float:
    match value:
        case Message():
            return as_part(str(value))
        case tuple():
            *first_names, last = value
            return f"{', '.join(first_names)} or {last}" if first_names else last
    return value


def as_part(text: str) -> str:
    """Turn a sentence into a part of another: without its full stop, and without its capital unless it is a
    name.
    """
    if not text.endswith("."):
        return text
    text = text.removesuffix(".")
    first = text.partition(" ")[0]
    return text[:1].lower() + text[1:] if first[1:].islower() or len(first) == 1 else text
