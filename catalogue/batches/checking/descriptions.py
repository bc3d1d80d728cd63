"""Descriptions that shops write as HTML, turned into text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from catalogue.batches.reading.garment_words import html_to_text
from catalogue.batches.reading.lines import BatchLine, Note
from catalogue.messages import Message

MARKUP = re.compile(
    r"</?(?:p|br|ul|ol|li|div|span|b|i|u|em|strong|h[1-6]|a|table|tr|td|font|img|meta)(?:\s[^<>]*)?/?>"
    r"|&(?:amp|nbsp|quot|lt|gt|[aou]uml|szlig|#[0-9]{2,5});",
    re.IGNORECASE,
)


def without_markup(lines: Sequence[BatchLine]) -> tuple[list[BatchLine], tuple[Note, ...]]:
    """Return the lines with text in place of HTML, and a note for each file that had some."""
    plain: list[BatchLine] = []
    first_rows: dict[str, int] = {}
    for line in lines:
        if MARKUP.search(line.description) is None:
            plain.append(line)
        else:
            plain.append(replace(line, description=html_to_text(line.description)))
            first_rows.setdefault(line.file, line.row)
    return plain, tuple(Note(row, Message("html-removed"), file) for file, row in first_rows.items())
