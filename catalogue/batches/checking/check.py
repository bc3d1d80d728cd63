"""Every fault of a batch, each with its row; without faults, the batch as it is meant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from catalogue.batches.checking.bare_pictures import bare, needs_conversion
from catalogue.batches.checking.given import GivenItem, GivenLevel, GivenVariant
from catalogue.batches.checking.items import CheckedItems
from catalogue.batches.checking.pictures import (
    PictureReader,
    Progress,
    check_pictures,
    read_with_pillow,
    with_folders,
)
from catalogue.batches.reading.called import where_of
from catalogue.batches.reading.lines import Line, Note, Parsed
from catalogue.batches.reading.sources import PictureSource
from catalogue.batches.reading.spelling import shown
from catalogue.errors import BatchError, Fault
from catalogue.items import folded
from catalogue.messages import Message
from catalogue.pictures import picture_key

__all__ = [
    "Batch",
    "GivenItem",
    "GivenLevel",
    "GivenVariant",
    "PictureReader",
    "check",
    "read_with_pillow",
    "refusal",
]

REQUIRED = ("item", "title", "sku")
MOST_FAULTS = 10_000
"""A batch that has more is told no others."""


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch without faults, not applied yet. Close it when done: it may hold a ZIP file open."""

    source: str
    """The name of the file it came from."""
    format: str
    read_at: datetime
    items: tuple[GivenItem, ...]
    files: dict[str, str]
    """Picture key to the name it has in `pictures`."""
    pictures: PictureSource
    notes: tuple[Note, ...] = ()
    picture_reader: PictureReader = read_with_pillow

    def picture(self, key: str) -> bytes:
        """Read the file to store for a picture, without metadata.

        Raises:
            BatchError: it has gone or changed since the check.
        """
        data = self.pictures.read(self.files[key])
        if data is not None and picture_key(data) != key:
            data = bare(self.picture_reader(data) if needs_conversion(data) else data)
        if data is None or picture_key(data) != key:
            raise BatchError(
                Message(
                    "picture-changed",
                    name=shown(self.files[key]),
                )
            )
        return data

    def close(self) -> None:
        """Let go of files."""
        self.pictures.close()


def check(
    parsed: Parsed,
    pictures: PictureSource,
    *,
    source: str,
    format: str,  # noqa: A002 - the field's word
    faults: Sequence[Fault] = (),
    required: Sequence[str] = REQUIRED,
    folder: Callable[[str], tuple[str, ...]] | None = None,
    picture_reader: PictureReader = read_with_pillow,
    progress: Progress = lambda _stage, _done, _total: None,
    now: datetime | None = None,
) -> Batch:
    """The batch, or `BatchError` with all its faults in the order of their rows.

    `required` are the columns that each row must fill; it must always name an item or a SKU. `folder` tells
    the pictures in the folder of an item or a SKU, for items whose rows name none.
    """
    lines = _joined(parsed.lines)
    found = [*faults, *parsed.faults]
    if not lines and not found:
        found.append(Fault(None, Message("no-rows")))
    if folder is not None:
        told = list(with_folders(lines, folder))
        found.extend(one for one in told if isinstance(one, Fault))
        lines = [one for one in told if isinstance(one, Line)]
    checked = check_pictures(lines, pictures, picture_reader, progress)
    rows = CheckedItems(lines, required=required)
    items = rows.items(checked.keys)
    found.extend([*checked.faults, *rows.faults])
    if found:
        raise refusal(found)
    return Batch(
        source, format, now or datetime.now(UTC), items, checked.files, pictures, parsed.notes, picture_reader
    )


def refusal(faults: Sequence[Fault]) -> BatchError:
    """One sentence for all faults, and the faults by file and row."""
    ordered = sorted(dict.fromkeys(faults), key=lambda fault: (fault.file, fault.row or 0, str(fault.reason)))
    first, more = ordered[0], len(ordered) - 1
    told = Message("refused", reason=first.reason)
    if where := where_of(first.row, first.file):
        told = Message("refused-at", where=where, reason=first.reason)
    if more:
        told = Message("refused-more", first=told, more=more)
    return BatchError(Message("refused-all", why=told), ordered[:MOST_FAULTS])


def _joined(lines: Sequence[Line]) -> Sequence[Line]:
    """Where one of several files names SKUs alone, such as a count: the item that another gives them."""
    if len({line.file for line in lines}) < 2:
        return lines
    owners = {folded(line.sku): line.item for line in lines if line.item and line.sku}
    return [
        line if line.item or not line.sku else replace(line, item=owners.get(folded(line.sku), ""))
        for line in lines
    ]
