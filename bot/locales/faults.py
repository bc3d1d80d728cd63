"""Messages and faults of all packages, put into the words of a language: the edge where that happens, once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from babel.lists import format_list

from bot.errors import UserError
from bot.locales import Value, Words
from catalogue import messages
from catalogue.errors import BatchError, CatalogueError
from catalogue.messages import Message
from vision.errors import PhotoError

ReportedError: TypeAlias = UserError | PhotoError | CatalogueError
"""What is answered with a sentence; anything else that is raised is a bug."""

_SMALL = frozenset({"der", "die", "das", "ein", "eine", "es", "in"})
"""German words that lose their capital within a sentence; nouns keep it."""


def fault_in_words(fault: ReportedError, say: Words) -> str:
    """The sentence of a fault."""
    match fault:
        case UserError() | PhotoError():
            return say(fault.code, **fault.values)
        case _:
            return in_words(fault.message, say)


def in_words(message: Message | str, say: Words) -> str:
    """A message in the words of a language; other text is data, and stays as it is."""
    if not isinstance(message, Message):
        return message
    return say(message.code, **{name: _value(value, say) for name, value in message.values.items()})


def picture_reader(check: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """A reader of a batch's pictures: as `check`, but its `PhotoError` becomes a `BatchError`."""

    def read(data: bytes) -> bytes:
        try:
            return check(data)
        except PhotoError as error:
            raise BatchError(_message_of(error)) from error

    return read


def _message_of(fault: PhotoError) -> Message:
    return Message(fault.code, english=str(fault), **fault.values)


def _value(value: messages.Value, say: Words) -> Value:
    match value:
        case Message():
            return _part(in_words(value, say), say)
        case tuple():
            return str(format_list(value, style="or", locale=say.region))
        case _:
            return value


def _part(text: str, say: Words) -> str:
    """A whole sentence within another one: without its full stop, and begun with a small letter."""
    if say.region.language == "de" and text.partition(" ")[0].casefold() not in _SMALL:
        return text.removesuffix(".")  # a German noun, or a name
    return messages.as_part(text)
