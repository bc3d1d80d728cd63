"""Bytes of a photo to its pixels and the numbers on it: the port, and the way within this very process."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Protocol

from vision import barcodes
from vision.arrays import RgbImage
from vision.decoding.photos import decode, reduced


@dataclass(frozen=True, slots=True)
class Opened:
    """A photo that is being opened. What cannot be had raises `PhotoError` when it is asked for."""

    pixels: Future[RgbImage] = field(default_factory=Future)
    """(H, W, 3), upright; first there."""
    numbers: Future[tuple[str, ...]] = field(default_factory=Future)
    """What its barcodes say; none where they were not asked for."""

    def fail(self, fault: BaseException) -> None:
        """Tell whoever waits what is wrong, as far as they wait."""
        for part in (self.pixels, self.numbers):
            if not part.done():
                part.set_exception(fault)


class Decoder(Protocol):
    """What opens photos. Safe to call from several threads."""

    def open(self, data: bytes, *, at_least: int, numbers: bool = False) -> Opened:
        """Begin to open a photo.

        Args:
            data: the file's bytes.
            at_least: the longest side may shrink to this many pixels, and has less than twice as many then.
            numbers: whether its barcodes are read too.
        """


class InProcess:
    """Opens photos here and now: for photos of one's own, as a hostile one may hang or crash the process."""

    def open(self, data: bytes, *, at_least: int, numbers: bool = False) -> Opened:
        """See `Decoder`."""
        opened = Opened()
        try:
            parts = pixels_then_numbers(data, at_least=at_least, numbers=numbers)
            opened.pixels.set_result(next(parts)[0])
            opened.numbers.set_result(next(parts)[1])
        except Exception as fault:
            opened.fail(fault)
        return opened


def pixels_then_numbers(
    data: bytes, *, at_least: int, numbers: bool
) -> Iterator[tuple[RgbImage, tuple[str, ...]]]:
    """The pixels, as soon as they are there, and then what the barcodes say; both out of one decoding.

    Raises:
        PhotoError: the picture cannot be used.
    """
    whole = decode(data, at_least=max(at_least, barcodes.SIDE) if numbers else at_least)
    pixels = reduced(whole, at_least)
    yield pixels, ()
    yield pixels, barcodes.numbers_on(whole) if numbers else ()
