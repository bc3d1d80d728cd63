"""The pictures that rows name: each read once, verified, and stripped of metadata."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from PIL import Image, ImageOps

from catalogue.batches.checking.bare_pictures import bare, needs_conversion
from catalogue.batches.reading.lines import BatchLine, Note, listed
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.sources import PictureSource
from catalogue.errors import BatchError, Fault
from catalogue.items import folded
from catalogue.messages import Message
from catalogue.pictures import picture_key

MOST_PIXELS = 80_000_000
PICTURE_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
"""What shops use; Pillow knows others, such as EPS, which it passes to another program."""

PictureReader = Callable[[bytes], bytes]
"""Check a picture's file and return the file to store: the same, or a TIFF or HEIC converted to PNG or JPEG.

Raises any `Exception` for what is no usable picture; the message of a `BatchError` is reported.
"""
Progress = Callable[[str, int, int], None]


@dataclass(slots=True)
class CheckedPictures:
    """The pictures that rows name, each read once."""

    files: dict[str, str] = field(default_factory=dict)
    """From picture key to file name."""
    keys: dict[str, str] = field(default_factory=dict)
    """From file name to picture key; what is no picture is missing."""
    refused: dict[str, Message] = field(default_factory=dict)
    """From file name to why it is no usable picture."""
    elsewhere: dict[str, BatchLine] = field(default_factory=dict)
    """Addresses that may not be fetched, with the first row that names each."""


def read_with_pillow(data: bytes) -> bytes:
    """Decode the whole picture, which finds truncated files too; see `PictureReader`. Opens no HEIC."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of odd metadata and of sizes we check ourselves
        with Image.open(io.BytesIO(data), formats=PICTURE_FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise BatchError(
                    Message(
                        "pixels", width=str(image.width), height=str(image.height), most=MOST_PIXELS // 10**6
                    )
                )
            image.load()
            if not needs_conversion(data):
                return data
            png = io.BytesIO()
            upright = ImageOps.exif_transpose(image)
            upright.convert("RGBA" if upright.has_transparency_data else "RGB").save(png, "PNG")
            return png.getvalue()


def with_folders(
    lines: Sequence[BatchLine], folder: Callable[[str], tuple[str, ...]]
) -> Iterable[BatchLine | Fault]:
    """Yield the lines, with the pictures in the folder of their item or SKU if the item names none itself."""
    named = {folded(line.item) for line in lines if line.pictures}
    folder_pictures: dict[str, tuple[str, ...]] = {}
    for line in lines:
        names: list[str] = []
        if folded(line.item) not in named:
            for name in filter(None, (line.item, line.sku)):
                try:
                    if name not in folder_pictures:
                        folder_pictures[name] = folder(name)
                except BatchError as error:
                    folder_pictures[name] = ()
                    yield Fault(line.row, error.message, line.file)
                names.extend(folder_pictures[name])
        yield replace(line, pictures=tuple(dict.fromkeys(names))) if names else line


def check_pictures(
    lines: Sequence[BatchLine],
    source: PictureSource,
    reader: PictureReader,
    progress: Progress,
    checked: CheckedPictures,
) -> list[Fault]:
    """Add every picture that the lines name to the checked ones; a bad one is a fault of each row with it.

    Pictures whose host isn't allowed are in `elsewhere`, and no faults.
    """
    rows: dict[str, list[BatchLine]] = {}
    for line in lines:
        for name in line.pictures:
            rows.setdefault(name, []).append(line)
    faults: list[Fault] = []
    for done, (name, lines_naming_it) in enumerate(rows.items(), start=1):
        if name not in checked.keys and name not in checked.refused:
            reason = _read(name, source, reader, checked)
            if reason is not None:
                checked.refused[name] = reason
        if name in checked.refused and _is_elsewhere(name, checked.refused[name]):
            checked.elsewhere.setdefault(name, lines_naming_it[0])
        elif name in checked.refused:
            faults.extend(Fault(line.row, checked.refused[name], line.file) for line in lines_naming_it)
        progress("check", done, len(rows))
    return faults


def _is_elsewhere(name: str, reason: Message) -> bool:
    """Return whether the settings don't allow a picture's host, which is no fault of the row.

    A redirection to such a host is one.
    """
    if reason.code == "picture-not-fetched":
        return name.lower().startswith("https://")
    return reason.code == "host-unknown" and reason.values["host"] == _host(name)


def elsewhere_notes(checked: CheckedPictures, lines: Sequence[BatchLine]) -> list[Note]:
    """Return a note for the pictures of these lines that may not be fetched, with their hosts."""
    named = {name for line in lines for name in line.pictures}
    elsewhere = {name: line for name, line in checked.elsewhere.items() if name in named}
    if not elsewhere:
        return []
    first = next(iter(elsewhere.values()))
    hosts = listed(map(_host, elsewhere))
    return [Note(first.row, Message("pictures-not-allowed", count=len(elsewhere), hosts=hosts), first.file)]


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or "?"
    except ValueError:
        return "?"


def _read(
    name: str, source: PictureSource, reader: PictureReader, checked: CheckedPictures
) -> Message | None:
    """Add the picture to the checked ones, or return why it cannot be used."""
    try:
        data = source.read(name)
    except BatchError as error:
        return error.message
    except OSError as error:
        return Message("picture-closed", name=printable(name), english=error.strerror or "")
    if data is None:
        return Message("picture-absent", name=printable(name))
    try:
        data = bare(reader(data))
    except BatchError as error:
        return Message("picture-refused", name=printable(name), why=error.message)
    except Exception as error:
        return Message("picture-unreadable", name=printable(name), english=printable(error))
    checked.keys[name] = picture_key(data)
    checked.files.setdefault(checked.keys[name], name)
    return None
