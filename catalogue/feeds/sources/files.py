"""The newest file of a folder or an object store, through fsspec."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

import fsspec

from catalogue.database import Mark
from catalogue.errors import FeedError
from catalogue.feeds.sources.port import (
    CHUNK,
    MAX_BYTES,
    SETTLED,
    Fetched,
    being_written,
    is_file_for_feeds,
    not_after_now,
    not_reached,
    require_settled,
    too_large,
    written,
)
from catalogue.feeds.sources.schemes import shown
from catalogue.messages import Message


class Files:
    """The newest of the files that a path matches, such as `/srv/erp/stock-*.csv` or `s3://bucket/out/*.csv`.

    A folder stands for all files in it. A file that was changed within `settled` seconds, or changes while it
    is read, is left for the next run.
    """

    def __init__(self, path: str, *, settled: float = SETTLED) -> None:
        self._path = path
        self._settled = settled

    def fetch(self, known: Mark | None, out: Path) -> Fetched:
        """See `Source.fetch`."""
        try:
            files, root = fsspec.core.url_to_fs(self._path)
            newest = self._newest(files, root)
            modified, name = newest
            if known is not None and (known.modified, known.name) == newest:
                return Fetched(known, not_after_now(modified), unchanged=True)
            require_settled(name, modified, self._settled)
            content = written(out, lambda write: _copy(files, name, write))
            if self._newest(files, root) != newest or files.info(name)["size"] != content.size:
                raise being_written(name)
        except ImportError as error:
            raise FeedError(Message("operator-feed-driver", english=str(error))) from error
        except FileNotFoundError as error:
            raise self._no_file() from error
        except (OSError, ValueError) as error:
            raise not_reached(shown(self._path), error) from error
        mark = Mark(modified=modified, name=name)
        return Fetched(mark, not_after_now(modified), PurePosixPath(name).name)

    def _newest(self, files: Any, root: str) -> tuple[datetime, str]:
        """When the newest file was made, and its name."""
        if any(sign in root for sign in "*?["):
            names = files.glob(root)
        elif files.isdir(root):
            names = files.ls(root, detail=False)
        else:
            names = [root]
        dated = [
            (files.modified(name).astimezone(UTC), str(name))
            for name in names
            if is_file_for_feeds(name) and files.isfile(name)
        ]
        if not dated:
            raise self._no_file()
        return max(dated)

    def _no_file(self) -> FeedError:
        return FeedError(Message("feed-no-file", path=shown(self._path)))


def _copy(files: Any, name: str, write: Callable[[bytes], None]) -> None:
    if files.info(name)["size"] > MAX_BYTES:
        raise too_large()
    with files.open(name, "rb") as file:
        while piece := file.read(CHUNK):
            write(piece)
