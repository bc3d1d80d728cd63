"""All checks of a batch: every fault with its row, or the items it contains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from catalogue.batches.checking.bare_pictures import bare, needs_conversion
from catalogue.batches.checking.batch_items import BatchItem
from catalogue.batches.checking.descriptions import without_markup
from catalogue.batches.checking.identifiers import without_null_words
from catalogue.batches.checking.item_checks import CheckedItems
from catalogue.batches.checking.locations import (
    blank_location_faults,
    with_plain_locations,
)
from catalogue.batches.checking.picture_checks import (
    PictureReader,
    Progress,
    check_pictures,
    read_with_pillow,
    with_folders,
)
from catalogue.batches.reading.faults import refusal
from catalogue.batches.reading.lines import BatchLine, Note, ParsedTable
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.sources import PictureSource
from catalogue.errors import BatchError, Fault
from catalogue.items import folded
from catalogue.messages import Message
from catalogue.pictures import picture_key

REQUIRED = ("item", "title", "sku")


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch without faults, not applied yet. Close it when done: it may hold a ZIP file open."""

    source: str
    """The name of its file."""
    format: str
    read_at: datetime
    items: tuple[BatchItem, ...]
    files: dict[str, str]
    """From picture key to name in `pictures`."""
    pictures: PictureSource
    notes: tuple[Note, ...] = ()
    picture_reader: PictureReader = read_with_pillow
    feed: str = ""
    """The name of the feed that it comes from; empty if a person sent it."""

    def picture(self, key: str) -> bytes:
        """Read the file to store for a picture, without metadata.

        Raises:
            BatchError: it has gone or changed since the check.
        """
        data = self.pictures.read(self.files[key])
        if data is not None and picture_key(data) != key:
            data = bare(self.picture_reader(data) if needs_conversion(data) else data)
        if data is None or picture_key(data) != key:
            raise BatchError(Message("picture-changed", name=printable(self.files[key])))
        return data

    def close(self) -> None:
        """Close its files."""
        self.pictures.close()


def check(
    parsed: ParsedTable,
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
    """Check the rows and pictures of a batch. Raises `BatchError` with all faults in the order of their rows.

    `required` are the columns that each row must fill; each must name an item or a SKU anyway. `folder`
    returns the pictures in the folder of an item or a SKU, for items whose rows name none.
    """
    named_lines, word_notes = without_null_words(parsed.lines)
    named_lines, markup_notes = without_markup(named_lines)
    lines = with_plain_locations(_joined(named_lines))
    all_faults = [*faults, *parsed.faults]
    if not lines and not all_faults:
        all_faults.append(Fault(None, Message("no-rows")))
    if folder is not None:
        expanded = list(with_folders(lines, folder))
        all_faults.extend(entry for entry in expanded if isinstance(entry, Fault))
        lines = [entry for entry in expanded if isinstance(entry, BatchLine)]
    checked = check_pictures(lines, pictures, picture_reader, progress)
    rows = CheckedItems(lines, required=required)
    items = rows.items(checked.keys)
    all_faults.extend([*checked.faults, *rows.faults, *blank_location_faults(lines)])
    if all_faults:
        raise refusal(all_faults, parsed.advice)
    notes = (*parsed.notes, *word_notes, *markup_notes)
    return Batch(
        source, format, now or datetime.now(UTC), items, checked.files, pictures, notes, picture_reader
    )


def _joined(lines: Sequence[BatchLine]) -> Sequence[BatchLine]:
    """Add item ids to lines that name a SKU alone, such as a count, if another file gives them."""
    if len({line.file for line in lines}) < 2:
        return lines
    owners = {folded(line.sku): line.item for line in lines if line.item and line.sku}
    return [
        line if line.item or not line.sku else replace(line, item=owners.get(folded(line.sku), ""))
        for line in lines
    ]
