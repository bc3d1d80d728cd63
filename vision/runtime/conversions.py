"""Converted checkpoints, so that a start needs no torch: shipped with the weights, or cached.

A shipped conversion is used if the checkpoint is the one that it was made of, by its checksum. Any other
checkpoint is converted once, into the cache. An entry there is a folder, named by a digest of its sources. It
is written elsewhere and moved into place, so that two processes may write the same entry at once. The files'
digests are stored with them; an entry whose files do not match is converted anew.
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

SHIPPED_CONVERSIONS = Path(__file__).parents[1] / "weights" / "converted"
_DIGESTS = "digests.json"
_SOURCE = "source.txt"
"""The digest of the checkpoint that a shipped conversion was made of."""
_PARTIAL = ".making-"
_ABANDONED_S = 3600.0
"""A partial entry older than this was left behind by a process that died."""


class Conversions:
    """The shipped conversions, and a cache in a folder, which is created if needed.

    Args:
        folder: None stores nothing; an entry that is not shipped is converted on demand.
        most: how many entries of one name stay, least recently used first out.
        shipped: where `ship` put conversions; None uses none.
    """

    def __init__(
        self, folder: Path | None = None, *, most: int = 3, shipped: Path | None = SHIPPED_CONVERSIONS
    ) -> None:
        self._folder, self._most, self._shipped = folder, most, shipped

    @contextmanager
    def entry(
        self, name: str, sources: Sequence[Path | str], convert: Callable[[Path], None]
    ) -> Iterator[Path]:
        """Yield the folder of an entry, which exists within the context only.

        Args:
            sources: the checkpoint, then other files, by their content, and words such as versions. Together
                they identify the entry; a shipped one is identified by its checkpoint alone.
            convert: writes the entry's files into the folder that it is given.

        Raises:
            OSError: a source cannot be read. If the cache cannot be written, the entry is not stored.
        """
        if (
            sources
            and isinstance(checkpoint := sources[0], Path)
            and (shipped := self.shipped(name, checkpoint))
        ):
            yield shipped
            return
        if self._folder is None:
            with tempfile.TemporaryDirectory() as temporary:
                convert(Path(temporary))
                yield Path(temporary)
            return
        entry = self._folder / f"{name}-{_digest_of(sources)}"
        if _is_intact(entry):
            entry.touch()
            yield entry
            return
        with _partial_entry(self._folder) as partial:
            convert(partial)
            yield partial
            self._store(partial, entry, name)

    def shipped(self, name: str, checkpoint: Path) -> Path | None:
        """Return the folder of the shipped conversion of this checkpoint; None if there is none, whole.

        Raises:
            OSError: the checkpoint cannot be read.
        """
        if self._shipped is None:
            return None
        entry = self._shipped / name
        try:
            made_of = (entry / _SOURCE).read_text(encoding="utf-8").strip()
        except OSError:
            return None
        return entry if made_of == _digest_of([checkpoint]) and _is_intact(entry) else None

    def _store(self, partial: Path, entry: Path, name: str) -> None:
        try:
            _write_digests(partial)
            if entry.exists() and not _is_intact(entry):
                log.warning("%s is damaged and was converted anew", entry)
                _remove(entry)
            if not entry.exists():  # else another process was first
                partial.rename(entry)
            self._evict(name)
        except OSError as error:
            log.warning("%s could not be stored: %s", entry, error)

    def _evict(self, name: str) -> None:
        assert self._folder is not None
        entries = [path for path in self._folder.iterdir() if path.name.rpartition("-")[0] == name]
        entries.sort(key=lambda path: path.stat().st_mtime)
        for old in entries[: -self._most]:
            _remove(old)


def ship(folder: Path, name: str, checkpoint: Path, convert: Callable[[Path], None]) -> Path:
    """Write the conversion of a checkpoint that is shipped with it, and return its folder.

    Args:
        folder: of all shipped conversions.
        convert: see `Conversions.entry`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _partial_entry(folder) as partial:
        convert(partial)
        (partial / _SOURCE).write_text(_digest_of([checkpoint]) + "\n", encoding="utf-8")
        _write_digests(partial)
        partial.chmod(0o755)
        _remove(folder / name)
        partial.rename(folder / name)
    return folder / name


def versions(*packages: str) -> list[str]:
    """List packages with their versions, as sources of an entry."""
    return [f"{package} {version(package)}" for package in packages]


def _digest_of(parts: Sequence[Path | str]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        content = part.read_bytes() if isinstance(part, Path) else part.encode()
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:32]


def _write_digests(entry: Path) -> None:
    digests = {file.name: _digest_of([file]) for file in sorted(entry.iterdir())}
    (entry / _DIGESTS).write_text(json.dumps(digests, indent=2) + "\n", encoding="utf-8")


def _is_intact(entry: Path) -> bool:
    try:
        digests = json.loads((entry / _DIGESTS).read_text(encoding="utf-8"))
        return bool(digests) and all(_digest_of([entry / name]) == digest for name, digest in digests.items())
    except (OSError, ValueError, AttributeError):
        return False


@contextmanager
def _partial_entry(folder: Path) -> Iterator[Path]:
    """Create a temporary folder in the cache, or elsewhere if the cache cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for abandoned in folder.glob(f"{_PARTIAL}*"):
            if time.time() - abandoned.stat().st_mtime > _ABANDONED_S:
                _remove(abandoned)
        partial = Path(tempfile.mkdtemp(prefix=_PARTIAL, dir=folder))
    except OSError as error:
        log.warning("cannot write to %s: %s", folder, error)
        partial = Path(tempfile.mkdtemp())
    try:
        yield partial
    finally:
        _remove(partial)


def _remove(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
