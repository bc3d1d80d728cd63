"""What can go wrong with pixels.

VisionError
├── PhotoError              the picture cannot be used; its text is fit for a user's eyes
├── CheckpointError         a checkpoint is absent, damaged or of another kind
├── DataError               a training or evaluation folder is not as documented
└── StrokeError             a stroke of a person's hand has no place
"""

from __future__ import annotations


class VisionError(Exception):
    """Any fault of this package's domain."""


class PhotoError(VisionError):
    """The picture cannot be used. The text is one sentence for the person who sent it."""


class CheckpointError(VisionError):
    """A checkpoint is absent, damaged or of another kind."""


class DataError(VisionError):
    """A training or evaluation folder is not as documented."""


class StrokeError(VisionError):
    """A stroke of a person's hand has no place. The text is one sentence."""
