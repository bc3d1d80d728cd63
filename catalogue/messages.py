"""Sentences for people, in English, each with what another language needs to say it in its own words.

The package knows no language but English. A sentence is that English text, so that command lines, logs and
JSON take it as it is; who speaks other languages goes by its code and its values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias, Union

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

Value: TypeAlias = Union[str, int, float, tuple[str, ...], "Sentence"]
"""What stands in a place of a sentence. Several names are a choice of one: `A, B or C`. A number that is a
name, as of a row or a batch, is a `str`, lest it be written with marks between its thousands.

A place called `english` holds what nobody has in another language, such as what the system said of a file;
other languages leave it out.
"""


class Sentence(str):
    """A sentence, or a part of one; made by `sentence`.

    One without a code is for the one at the command line, or was kept by a version that had no codes: it is
    read in English everywhere.
    """

    __slots__ = ("code", "values")

    code: str
    """Short, and the same for ever: sentences are kept with their batches."""
    values: Mapping[str, Value]

    def __new__(cls, text: str, code: str = "", values: Mapping[str, Value] | None = None) -> Sentence:
        made = super().__new__(cls, text)
        made.code = code
        made.values = dict(values or {})
        return made

    def __getnewargs__(self) -> tuple[str, str, Mapping[str, Value]]:  # type: ignore[override]
        return str(self), self.code, self.values

    def __str__(self) -> str:
        return self[:]

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: type, _handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        dump = core_schema.plain_serializer_function_ser_schema(dumped)
        return core_schema.no_info_plain_validator_function(loaded, serialization=dump)


def sentence(code: str, english: str, /, **values: Value) -> Sentence:
    """The sentence of that code. `english` has the values' names in braces, as `str.format` reads them."""
    text = english.format(**{name: _english(value) for name, value in values.items()})
    return Sentence(text.removesuffix(".") if text.endswith("?.") else text, code, values)


def as_part(whole: str) -> Sentence:
    """A sentence as it goes on after a colon: `the file is damaged`, with no full stop at its end."""
    text = whole.removesuffix(".")
    text = text[:1].lower() + text[1:]
    return Sentence(text, whole.code, whole.values) if isinstance(whole, Sentence) else Sentence(text)


def dumped(said: str) -> Any:
    """What JSON can say of a sentence."""
    if not isinstance(said, Sentence) or not said.code:
        return str(said)
    values = {
        name: dumped(value) if isinstance(value, Sentence) else value for name, value in said.values.items()
    }
    return {"code": said.code, "text": str(said), "values": values}


def loaded(kept: Any) -> Sentence:
    """What `dumped` was given; a text by itself is a sentence without a code. Raises `ValueError`."""
    match kept:
        case Sentence():
            return kept
        case str():
            return Sentence(kept)
        case {"code": str(code), "text": str(text), "values": dict(values)}:
            return Sentence(text, code, {name: _value(value) for name, value in values.items()})
    raise ValueError("no sentence")


def _value(kept: Any) -> Value:
    match kept:
        case str() | int() | float():
            return kept
        case list() | tuple():
            return tuple(str(each) for each in kept)
    return loaded(kept)


def _english(value: Value) -> str | int | float:
    if isinstance(value, tuple):
        *others, last = value
        return f"{', '.join(others)} or {last}" if others else last
    return value
