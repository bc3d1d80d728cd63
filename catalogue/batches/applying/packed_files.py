"""The files of a refused batch in one, so that nobody has to send them again after a question about them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

MOST_BYTES = 16 << 20
"""Of all files together; larger ones must be sent again."""


def packed(files: Sequence[tuple[str, bytes | Path]]) -> bytes | None:
    """Return the files in one; None if they are too large together or gone."""
    try:
        sizes = (
            len(content) if isinstance(content, bytes) else content.stat().st_size for _, content in files
        )
        if not files or sum(sizes) > MOST_BYTES:
            return None
        out = io.BytesIO()
        with ZipFile(out, "w", ZIP_DEFLATED) as archive:
            for number, (name, content) in enumerate(files):
                data = content if isinstance(content, bytes) else content.read_bytes()
                archive.writestr(f"{number}/{name}", data)
    except OSError:
        return None
    return out.getvalue()


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """Return the files with their names, in their order."""
    with ZipFile(io.BytesIO(data)) as archive:
        return [(info.filename.partition("/")[2], archive.read(info)) for info in archive.infolist()]
