"""What the cards of the catalogue share: counts, pairs that look alike, and who did what when."""

from __future__ import annotations

from collections.abc import Sequence

from bot.cards.elements import Element, PictureLink, column, gap, paragraph, picture, row, run, runs
from bot.cards.items import SMALL
from bot.foreign_text import plain
from bot.locales import Words
from catalogue.batches.planning.lookalikes import LookAlike
from catalogue.database import BatchRecord
from catalogue.modes import State


def number(count: int, words: Words) -> str:
    """A count as the language writes it."""
    return words("number", count=count)


def source_of(record: BatchRecord, words: Words) -> Element:
    """The names of a batch's files, and its mode where that is not the usual one."""
    mode = words("batch-mode", mode=record.mode.value)
    return runs(
        run(record.source, limit=160), *([gap(), run(mode, subtle=True)] if mode else []), spacing="None"
    )


def counted(record: BatchRecord, words: Words) -> str:
    """What a batch does to items, in one line, without what is none."""
    counts = (
        ("count-new", record.new_items),
        ("count-changed", record.changed_items),
        ("count-retired", record.retired_items),
        ("count-deleted", record.deleted_items),
        ("count-refused" if record.state is State.FAILED else "count-left-out", record.refused_rows),
    )
    texts = [words(key, count=count) for key, count in counts if count]
    return ", ".join(texts) or words("count-nothing")


def pair_of(pair: LookAlike, link: PictureLink, words: Words) -> Element:
    """Two items side by side, with how much alike they look."""
    percent = int(100 * max(0.0, pair.similarity))  # never up to 100 for what is not the same
    lines = [
        runs(run(pair.item, limit=64, bold=True), spacing="None"),
        runs(
            run(words("looks-like", percent=percent), subtle=True),
            gap(),
            run(pair.other, limit=64, bold=True),
            spacing="None",
        ),
    ]
    if pair.within_batch:
        lines.append(paragraph(words("looks-like-within"), subtle=True, small=True, spacing="None"))
    return row(
        column(_picture(pair.picture, pair.item, link, words), width="auto", middle=True),
        column(_picture(pair.other_picture, pair.other, link, words), width="auto", middle=True),
        column(*lines, middle=True),
        separator=True,
    )


def pairs_of(pairs: Sequence[LookAlike], most: int, link: PictureLink, words: Words) -> list[Element]:
    """At most so many pairs, and how many more there are."""
    elements: list[Element] = [pair_of(pair, link, words) for pair in pairs[:most]]
    if len(pairs) > most:
        elements.append(paragraph(words("and-more", count=len(pairs) - most), subtle=True))
    return elements


def _picture(key: str, item: str, link: PictureLink, words: Words) -> Element:
    return picture(link(key, SMALL), alt=words("picture-of", title=plain(item, 64)), width="64px")
