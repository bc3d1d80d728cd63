"""Faults of this package.

VisionError
├── PhotoError              the picture cannot be used; its sender may read the message
├── CheckpointError         a checkpoint is missing, damaged or of another kind
├── DataError               a training or evaluation folder does not have the documented layout
└── StrokeError             a stroke has a point that is not finite
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    # A worker that opens photos needs no translations.
    from fluent.runtime import FluentBundle

Value: TypeAlias = str | int | float
"""A number that is not a count, such as a width, is a `str`: Fluent groups the digits of numbers."""


class VisionError(Exception):
    """Base of all faults of this package."""


class PhotoError(VisionError):
    """The picture cannot be used.

    Carries a message's code and its values. `str(error)` is the English sentence, from `messages/en.ftl`.

    Args:
        code: a message of `messages/en.ftl`.
        values: fill the message's placeholders.
    """

    def __init__(self, code: str, /, **values: Value) -> None:
        super().__init__(code)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        pattern = _messages().get_message(self.code).value
        assert pattern is not None
        text, faults = _messages().format_pattern(pattern, self.values)
        if faults:
            raise LookupError(f"message {self.code!r}: {faults}")
        return str(text)


class CheckpointError(VisionError):
    """A checkpoint is missing, damaged or of another kind."""


class DataError(VisionError):
    """A training or evaluation folder does not have the documented layout."""


class StrokeError(VisionError):
    """A stroke has a point that is not a finite number."""


@cache
def _messages() -> FluentBundle:
    """Load the English messages; on first use, since Fluent takes a while to import."""
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle(["en"], use_isolating=False)
    bundle.add_resource(FluentResource(english_source()))
    return bundle


def english_source() -> str:
    """The text of `messages/en.ftl`, for those who put messages of several packages into one bundle."""
    return files("vision").joinpath("messages/en.ftl").read_text("utf-8")
