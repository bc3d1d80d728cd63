"""What can go wrong with pixels.

VisionError
├── PhotoError              the picture cannot be used; its text is fit for a user's eyes
├── CheckpointError         a checkpoint is absent, damaged or of another kind
├── DataError               a training or evaluation folder is not as documented
└── StrokeError             a stroke of a person's hand has no place
"""

from __future__ import annotations

from collections.abc import Mapping


class VisionError(Exception):
    """Any fault of this package's domain."""


class PhotoError(VisionError):
    """The picture cannot be used. The text is one sentence for the person who sent it, in English.

    Who speaks other languages goes by the code and the values.
    """

    def __init__(self, code: str, english: str, /, **values: str | int | float) -> None:
        """What is wrong.

        Args:
            code: of the sentence, short; empty for one that only a command line says.
            english: the sentence, with the values' names in braces, as `str.format` reads them.
            values: a number that is no count is given as `str`.
        """
        super().__init__(english.format(**values))
        self.code = code
        self.values = values

    @classmethod
    def again(cls, code: str, sentence: str, values: Mapping[str, str | int | float]) -> PhotoError:
        """The same fault, as another process told it: its code, its whole sentence and its values."""
        fault = cls(code, "{sentence}", sentence=sentence)
        fault.values = dict(values)
        return fault


class CheckpointError(VisionError):
    """A checkpoint is absent, damaged or of another kind."""


class DataError(VisionError):
    """A training or evaluation folder is not as documented."""


class StrokeError(VisionError):
    """A stroke of a person's hand has no place. The text is one sentence, for whoever wrote the page."""
