"""What is made of a checkpoint so that a start needs no torch, kept from one start to the next.

An entry is a folder, named by a digest of all that it was made from. It is made beside its place and moved
there whole, so that two processes may make the same one at once; on reading, its files must have the digests
that were written down with them, or it is made anew.
"""

from __future__ import annotations

import hashlib
import json
import logging
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

log = logging.getLogger(__name__)

_DIGESTS = "digests.json"
_MAKING = ".making-"
_ABANDONED_S = 3600.0
"""What is still being made after so long was left behind by a process that died."""


class Conversions:
    """Entries in a folder, which is made where it is absent.

    Args:
        folder: None keeps nothing: each entry is made when it is asked for.
        most: entries of one name that stay; the least recently used go first.
    """

    def __init__(self, folder: Path | None = None, *, most: int = 3) -> None:
        self._folder, self._most = folder, most

    @contextmanager
    def entry(self, name: str, made_of: Sequence[Path | str], make: Callable[[Path], None]) -> Iterator[Path]:
        """A folder holding what `make` writes into the folder that it is given; read it within the context.

        Args:
            made_of: files, which count by what they hold, and words, such as versions.

        Raises:
            OSError: one of the files cannot be read. A folder that cannot be written to is no error: then
                nothing is kept.
        """
        if self._folder is None:
            with tempfile.TemporaryDirectory() as made:
                make(Path(made))
                yield Path(made)
            return
        place = self._folder / f"{name}-{_digest_of(made_of)}"
        if _is_whole(place):
            place.touch()
            yield place
            return
        with _workplace(self._folder) as made:
            make(made)
            yield made
            self._keep(made, place, name)

    def _keep(self, made: Path, place: Path, name: str) -> None:
        try:
            digests = {file.name: _digest_of([file]) for file in made.iterdir()}
            (made / _DIGESTS).write_text(json.dumps(digests), encoding="utf-8")
            if place.exists() and not _is_whole(place):
                log.warning("%s is damaged and was made anew", place)
                _remove(place)
            if not place.exists():  # else another process was first
                made.rename(place)
            self._tidy(name)
        except OSError as error:
            log.warning("%s could not be kept: %s", place, error)

    def _tidy(self, name: str) -> None:
        assert self._folder is not None
        entries = [path for path in self._folder.iterdir() if path.name.rpartition("-")[0] == name]
        entries.sort(key=lambda path: path.stat().st_mtime)
        for old in entries[: -self._most]:
            _remove(old)


def versions(*packages: str) -> list[str]:
    """Packages and their versions, as words to put into `made_of`."""
    return [f"{package} {version(package)}" for package in packages]


def _digest_of(parts: Sequence[Path | str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        content = part.read_bytes() if isinstance(part, Path) else part.encode()
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:32]


def _is_whole(entry: Path) -> bool:
    try:
        digests = json.loads((entry / _DIGESTS).read_text(encoding="utf-8"))
        return bool(digests) and all(_digest_of([entry / name]) == digest for name, digest in digests.items())
    except (OSError, ValueError, AttributeError):
        return False


@contextmanager
def _workplace(folder: Path) -> Iterator[Path]:
    """A new folder inside the folder, or elsewhere where that cannot be written to; gone afterwards."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{_MAKING}*"):
            if time.time() - left.stat().st_mtime > _ABANDONED_S:
                _remove(left)
        made = Path(tempfile.mkdtemp(prefix=_MAKING, dir=folder))
    except OSError as error:
        log.warning("nothing can be kept in %s: %s", folder, error)
        made = Path(tempfile.mkdtemp())
    try:
        yield made
    finally:
        _remove(made)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
