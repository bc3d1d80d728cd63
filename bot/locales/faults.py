"""Sentences of catalogue and vision, and faults of all kinds, in the words of a language.

Those packages speak English alone, and say with each sentence its code and its values. The English stands
there and nowhere else; each other language has a message `told-CODE` for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from babel.lists import format_list

from bot.errors import UserError
from bot.locales import Value, Words
from catalogue import messages as sentences
from catalogue.errors import BatchError, CatalogueError
from catalogue.messages import Sentence
from vision.errors import PhotoError

Told: TypeAlias = UserError | PhotoError | CatalogueError
"""What is answered with a sentence; anything else that is raised is a bug."""

_SMALL = frozenset({"der", "die", "das", "ein", "eine", "es", "in"})
"""German words that lose their capital within a sentence; nouns keep it."""


def fault_in_words(fault: Told, say: Words) -> str:
    """The sentence of a fault."""
    match fault:
        case UserError():
            return say(fault.code, **fault.values)
        case PhotoError():
            return in_words(_said_by(fault), say)
        case _:
            return in_words(fault.told, say)


def in_words(told: str, say: Words) -> str:
    """A sentence in the words of a language; other text is data, and stays as it is.

    A sentence that is kept and has no words any more, or never had any, is said in English.
    """
    if not isinstance(told, Sentence):
        return told
    key = f"told-{told.code}"
    if not told.code or not say.has(key):
        return str(told)
    text = say(key, **{name: _value(value, say) for name, value in told.values.items()})
    return text.removesuffix(".") if text.endswith("?.") else text


def picture_reader(check: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """What reads the pictures of batches: as `check`, but its `PhotoError` becomes a `BatchError`."""

    def read(data: bytes) -> bytes:
        try:
            return check(data)
        except PhotoError as error:
            raise BatchError(_said_by(error)) from error

    return read


def _said_by(fault: PhotoError) -> Sentence:
    return Sentence(str(fault), fault.code, fault.values)


def _value(value: sentences.Value, say: Words) -> Value:
    match value:
        case Sentence():
            return _part(in_words(value, say), say)
        case tuple():
            return str(format_list(value, style="or", locale=say.region))
        case _:
            return value


def _part(text: str, say: Words) -> str:
    """A whole sentence within another one: without its full stop, and begun with a small letter."""
    if not text.endswith("."):
        return text
    text = text.removesuffix(".")
    first = text.partition(" ")[0]
    if not first[1:].islower() or (say.region.language == "de" and first.casefold() not in _SMALL):
        return text  # a name, such as ZIP, or a German noun
    return text[:1].lower() + text[1:]
