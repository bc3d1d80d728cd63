"""Decode a photo, read its barcodes and cut out its print: the port, and decoding in this process."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Protocol

from vision import barcodes
from vision.arrays import RgbImage
from vision.decoding.photos import decode_unconverted, reduced
from vision.print_regions import print_in


@dataclass(frozen=True, slots=True)
class OpenedPhoto:
    """A photo on its way out of a decoder. The futures raise `PhotoError` if decoding failed."""

    pixels: Future[RgbImage] = field(default_factory=Future)
    """(H, W, 3), upright sRGB. Done before `numbers`."""
    numbers: Future[tuple[str, ...]] = field(default_factory=Future)
    """The texts of the barcodes; empty if they were not to be read."""
    printed: Future[RgbImage | None] = field(default_factory=Future)
    """(H, W, 3), the part with print at the size at which barcodes are read, in the file's colours; None if
    there is none, or barcodes were not to be read. Done last.
    """

    def fail(self, fault: BaseException) -> None:
        """Let the futures that are not done yet raise the fault."""
        for future in (self.pixels, self.numbers, self.printed):
            if not future.done():
                future.set_exception(fault)


class Decoder(Protocol):
    """Decodes photos. Safe to call from several threads."""

    def open(self, data: bytes, *, at_least: int, numbers: bool = False) -> OpenedPhoto:
        """Begin to decode a photo.

        Args:
            data: the file's bytes.
            at_least: the longest side may shrink to this many pixels, and ends below twice as many. 0 keeps
                every pixel.
            numbers: whether to read the barcodes and cut out the print too, at `at_least` pixels or
                `vision.barcodes.SIDE`.
        """


class InProcessDecoder:
    """Decodes in this process, before `open` returns. A hostile photo may hang or crash the process."""

    def open(self, data: bytes, *, at_least: int, numbers: bool = False) -> OpenedPhoto:
        """See `Decoder`."""
        opened = OpenedPhoto()
        try:
            parts = pixels_then_numbers(data, at_least=at_least, numbers=numbers)
            opened.pixels.set_result(next(parts)[0])
            opened.numbers.set_result(next(parts)[1])
            printed = next(parts, None)
            opened.printed.set_result(None if printed is None else printed[0])
        except Exception as fault:
            opened.fail(fault)
        return opened


def pixels_then_numbers(
    data: bytes, *, at_least: int, numbers: bool
) -> Iterator[tuple[RgbImage, tuple[str, ...]]]:
    """Decode once; yield the pixels as soon as they are there, then the pixels and the barcodes' texts.

    If there is print, the part of the photo with it comes last.

    Raises:
        PhotoError: the picture cannot be used.
    """
    photo = decode_unconverted(data, at_least=max(at_least, barcodes.SIDE) if numbers else at_least)
    pixels = photo.to_srgb(reduced(photo.pixels, at_least))
    yield pixels, ()
    side = max(at_least, barcodes.SIDE)
    yield pixels, barcodes.numbers_on(photo.pixels, side=side) if numbers else ()
    if numbers and (printed := print_in(photo.pixels)) is not None:
        yield printed, ()
