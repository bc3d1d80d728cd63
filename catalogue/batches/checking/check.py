"""All checks of a batch: every fault with its row, or the items it contains."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
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
    CheckedPictures,
    PictureReader,
    Progress,
    check_pictures,
    elsewhere_notes,
    read_with_pillow,
    with_folders,
)
from catalogue.batches.reading.faults import refusal
from catalogue.batches.reading.lines import BatchLine, Note, ParsedTable, Place
from catalogue.batches.reading.normalization import printable
from catalogue.batches.reading.originals import Originals
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
    faults: tuple[Fault, ...] = ()
    """What was wrong with rows that were left out on request."""
    left_out: tuple[Place, ...] = ()
    """All rows that were left out: the faulty ones, and the others of their items."""
    all_places: bool = False
    """Whether it names all places of the SKUs that it counts: elsewhere they have none."""
    feed: str = ""
    """The name of the feed that it comes from; empty if a person sent it."""
    originals: Originals | None = None
    """The rows as they came, for a file of those that were left out."""

    @property
    def row_count(self) -> int:
        """How many rows it has, without those that were left out."""
        return len(frozenset[Place]().union(*(item.rows for item in self.items)))

    def without(self, items: Collection[BatchItem], faults: Sequence[Fault]) -> Batch:
        """Return the batch without some of its items, in which these faults were found."""
        gone = {id(item) for item in items}
        rows = frozenset[Place]().union(*(item.rows for item in items))
        return replace(
            self,
            items=tuple(item for item in self.items if id(item) not in gone),
            faults=(*self.faults, *faults),
            left_out=tuple(sorted({*self.left_out, *rows})),
        )

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
    checked: CheckedPictures | None = None,
    progress: Progress = lambda _stage, _done, _total: None,
    now: datetime | None = None,
) -> Batch:
    """Check the rows and pictures of a batch. Raises `BatchError` with all faults in the order of their rows.

    `required` are the columns that each row must fill; each must name an item or a SKU anyway. `folder`
    returns the pictures in the folder of an item or a SKU, for items whose rows name none. Pictures that are
    among the `checked` ones aren't read again.
    """
    named_lines, word_notes = without_null_words(parsed.lines)
    named_lines, markup_notes = without_markup(named_lines)
    lines = with_plain_locations(joined(named_lines))
    all_faults = [*faults, *parsed.faults]
    if not lines and not all_faults:
        all_faults.append(Fault(None, Message("no-rows")))
    if folder is not None:
        expanded = list(with_folders(lines, folder))
        all_faults.extend(entry for entry in expanded if isinstance(entry, Fault))
        lines = [entry for entry in expanded if isinstance(entry, BatchLine)]
    checked = CheckedPictures() if checked is None else checked
    picture_faults = check_pictures(lines, pictures, picture_reader, progress, checked)
    rows = CheckedItems(lines, required=required)
    items = rows.items(checked.keys)
    all_faults.extend([*picture_faults, *rows.faults, *blank_location_faults(lines)])
    if all_faults:
        raise refusal(all_faults, parsed.advice, parsed.question)
    notes = (*parsed.notes, *word_notes, *markup_notes, *rows.notes, *elsewhere_notes(checked, lines))
    return Batch(
        source, format, now or datetime.now(UTC), items, checked.files, pictures, notes, picture_reader
    )


def joined(lines: Sequence[BatchLine]) -> Sequence[BatchLine]:
    """Add item ids to lines that name a SKU alone, such as a count, if another file gives them."""
    if len({line.file for line in lines}) < 2:
        return lines
    owners = {folded(line.sku): line.item for line in lines if line.item and line.sku}
    return [
        line if line.item or not line.sku else replace(line, item=owners.get(folded(line.sku), ""))
        for line in lines
    ]
