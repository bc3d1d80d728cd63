"""Where a batch's pictures come from: a folder beside the table, ZIP files, single files, or addresses."""

from __future__ import annotations

import os
import re
import tempfile
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Protocol
from zipfile import ZipFile

from rapidfuzz import fuzz, process

from catalogue.batches.reading.archives import comparable_path, is_hidden, possible_names, read_member
from catalogue.batches.reading.normalization import printable
from catalogue.errors import BatchError
from catalogue.messages import Message
from catalogue.pictures import KEY, picture_key

MAX_PICTURE = 64 * 2**20
"""Bytes."""
MAX_FETCHED = 4 * 2**30
"""Bytes of all pictures of a batch that are fetched by address."""
PICTURES = frozenset(
    {".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif"}
)
"""The extensions of pictures."""

WINDOWS_PATH = re.compile(r"[A-Za-z]:[\\/]|\\\\")
MIN_SIMILARITY = 75
"""From 0 to 100: how similar a file's name must be to be suggested."""

Fetch = Callable[[str], bytes]
"""Gets a picture by its address. Raises `BatchError` with a message that explains why not."""


class PictureSource(Protocol):
    """Pictures by the names that rows give them."""

    def read(self, name: str) -> bytes | None:
        """Return the file; None if it is missing. Raises `BatchError` if it cannot be read."""

    def close(self) -> None:
        """Close its files."""


class PicturesByFolder(PictureSource, Protocol):
    """Pictures that are also in folders named for an item or a SKU."""

    def folder(self, name: str) -> tuple[str, ...]:
        """Return names for `read`, one for each picture in that folder, in natural order."""

    def names(self) -> tuple[str, ...]:
        """Return names for `read`, one for each picture that came."""

    def unused(self) -> tuple[str, ...]:
        """Return the pictures that were sent for this batch and never read."""


class FolderPictures:
    """Pictures beside a table, or in the folder `pictures` beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._subfolders: frozenset[str] | None = None

    def read(self, name: str) -> bytes | None:
        """Return the file; None if it is missing or outside the folder."""
        for file in self._candidates(name):
            try:
                if file.is_file():
                    refuse_large(file.stat().st_size, name)
                    return file.read_bytes()
            except OSError:  # a name that no file system accepts
                continue
        return None

    def folder(self, name: str) -> tuple[str, ...]:
        """Return the names of pictures in that folder."""
        if (_relative(name) or "").partition("/")[0] not in self._folder_names():
            return ()
        for candidate in self._candidates(name):
            try:
                if candidate != self._folder and candidate.is_dir():
                    files = [f for f in candidate.iterdir() if _is_picture(f.name) and f.is_file()]
                    return tuple(str(f.relative_to(self._folder)) for f in sorted(files, key=_natural_order))
            except OSError:
                continue
        return ()

    def names(self) -> tuple[str, ...]:
        """Return the pictures beside the table, and in the folder `pictures`."""
        files: list[Path] = []
        for start in (self._folder / "pictures", self._folder):
            with suppress(OSError):
                files.extend(file for file in start.iterdir() if _is_picture(file.name))
        return tuple(str(file.relative_to(self._folder)) for file in sorted(files, key=_natural_order))

    def unused(self) -> tuple[str, ...]:
        """Return nothing: what else is in the folder was not sent."""
        return ()

    def close(self) -> None:
        """Do nothing: no file stays open."""

    def _folder_names(self) -> frozenset[str]:
        """Return the names of the subfolders; they are listed once, as most items have none."""
        if self._subfolders is None:
            names: set[str] = set()
            for start in (self._folder / "pictures", self._folder):
                with suppress(OSError), os.scandir(start) as entries:
                    names.update(entry.name for entry in entries if entry.is_dir())
            self._subfolders = frozenset(names)
        return self._subfolders

    def _candidates(self, name: str) -> list[Path]:
        relative = _relative(name)
        if relative is None:
            return []
        try:
            candidates = [(start / relative).resolve() for start in (self._folder / "pictures", self._folder)]
        except OSError:
            return []
        return [candidate for candidate in candidates if candidate.is_relative_to(self._folder)]


class ZipPictures:
    """Pictures in a ZIP file: beside its tables, in the folder `pictures` beside them, or anywhere else."""

    def __init__(self, archive: ZipFile, bases: Iterable[str] = ()) -> None:
        """`bases` are the folders of its tables within the ZIP, empty or with a slash at their end."""
        self._archive = archive
        self._bases = list(dict.fromkeys([*map(comparable_path, bases), ""]))
        members = [info for info in archive.infolist() if not info.is_dir() and not is_hidden(info.filename)]
        self._members = {comparable_path(info.filename): info for info in members}
        self._by_name = _grouped(self._members, lambda path: path.rpartition("/")[2])
        self._by_folder = _grouped(self._members, lambda path: path.rpartition("/")[0])
        self._by_last = _grouped(self._by_folder, lambda path: path.rpartition("/")[2])
        self._aliases = _grouped_pairs(
            (comparable_path(name).rpartition("/")[2], path)
            for path, info in self._members.items()
            for name in possible_names(info)
        )
        self._read: set[str] = set()
        self._lock = threading.Lock()

    def read(self, name: str) -> bytes | None:
        """Return the file, however its name is capitalised, and whatever encoding its ZIP had."""
        path = self._find(name, self._members, self._by_name)
        if path is None:
            matches = self._aliases.get(comparable_path(name).rpartition("/")[2], [])
            if len(set(matches)) != 1:
                return None
            path = matches[0]
        self._read.add(path)
        info = self._members[path]
        refuse_large(info.file_size, name)
        with self._lock:
            return read_member(self._archive, info)

    def folder(self, name: str) -> tuple[str, ...]:
        """Return the names of pictures in that folder, however it is capitalised."""
        path = self._find(name, self._by_folder, self._by_last)
        files = [] if path is None else [self._members[file].filename for file in self._by_folder[path]]
        return tuple(sorted(filter(_is_picture, files), key=_natural_order))

    def names(self) -> tuple[str, ...]:
        """Return the pictures in the ZIP."""
        files = (info.filename for info in self._members.values())
        return tuple(sorted(filter(_is_picture, files), key=_natural_order))

    def unused(self) -> tuple[str, ...]:
        """Return the pictures in the ZIP that were not read."""
        files = (info.filename for path, info in self._members.items() if path not in self._read)
        return tuple(filter(_is_picture, files))

    def close(self) -> None:
        """Close the ZIP file."""
        self._archive.close()

    def _find(
        self, name: str, paths: Mapping[str, object], by_last: Mapping[str, Sequence[str]]
    ) -> str | None:
        """Return the path that a name means. Raises `BatchError` if it means several."""
        relative = _relative(name)
        if relative is None:
            return None
        wanted = comparable_path(relative)
        for base in self._bases:
            for path in (f"{base}pictures/{wanted}", f"{base}{wanted}"):
                if path in paths:
                    return path
        last = by_last.get(wanted.rpartition("/")[2], ())
        matches = [path for path in last if f"/{path}".endswith(f"/{wanted}")]
        if len(matches) > 1:
            raise BatchError(
                Message(
                    "name-ambiguous",
                    name=printable(name),
                    one=printable(matches[0]),
                    other=printable(matches[1]),
                )
            )
        return matches[0] if matches else None


class UploadedPictures:
    """Pictures that were sent as separate files."""

    def __init__(self, files: Mapping[str, Path | bytes]) -> None:
        self._files = {comparable_path(name): content for name, content in files.items()}
        self._names = {comparable_path(name): name for name in files}
        self._read: set[str] = set()

    def read(self, name: str) -> bytes | None:
        """Return the file, whatever folder the row names and however it is capitalised."""
        key = comparable_path(name).rpartition("/")[2]
        content = self._files.get(key)
        self._read.add(key)
        if isinstance(content, Path):
            refuse_large(content.stat().st_size, name)
            return content.read_bytes()
        return content

    def folder(self, name: str) -> tuple[str, ...]:
        """Return nothing: there are no folders."""
        return ()

    def names(self) -> tuple[str, ...]:
        """Return the names of the files."""
        return tuple(sorted(self._names.values(), key=_natural_order))

    def unused(self) -> tuple[str, ...]:
        """Return the files that were not read."""
        return tuple(name for key, name in self._names.items() if key not in self._read)

    def close(self) -> None:
        """Do nothing: no file stays open."""


class FetchedPictures:
    """Pictures by https address. Each is fetched once and stored in a temporary folder until the end."""

    def __init__(self, fetch: Fetch | None) -> None:
        self._fetch = fetch
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._bytes = 0
        self._lock = threading.Lock()

    def read(self, name: str) -> bytes | None:
        """Return the picture; None if the name is no address."""
        if not is_address(name):
            return None
        if self._fetch is None:
            raise BatchError(Message("picture-not-fetched", name=printable(name)))
        with self._lock:
            if self._folder is None:
                self._folder = tempfile.TemporaryDirectory(prefix="hangtag-pictures-")
            file = Path(self._folder.name) / picture_key(name.encode("utf-8", "replace"))
            if not file.exists():
                data = self._fetch(name)
                self._bytes += len(data)
                if self._bytes > MAX_FETCHED:
                    raise BatchError(Message("pictures-too-large", most=MAX_FETCHED // 2**30))
                file.write_bytes(data)
            return file.read_bytes()

    def folder(self, name: str) -> tuple[str, ...]:
        """Return nothing: there are no folders."""
        return ()

    def names(self) -> tuple[str, ...]:
        """Return nothing: any address may have one."""
        return ()

    def unused(self) -> tuple[str, ...]:
        """Return nothing: none was sent."""
        return ()

    def close(self) -> None:
        """Delete what was fetched."""
        if self._folder is not None:
            self._folder.cleanup()


class ManyPictures:
    """Several sources as one; the first that has a picture returns it."""

    def __init__(self, sources: Sequence[PicturesByFolder]) -> None:
        self._sources = sources
        self._stems: dict[str, list[str]] | None = None

    def read(self, name: str) -> bytes | None:
        """Return the file. Raises `BatchError` for a missing one that is a key, or like one that came."""
        data = self.find(name)
        if data is not None or is_address(name):
            return data
        if KEY.fullmatch(name):
            raise BatchError(Message("picture-key", name=printable(name, 12)))
        stem = _stem(name).rpartition("/")[2]
        stems = self._stems or {}  # listed by `find`
        closest = process.extractOne(stem, stems.keys(), scorer=fuzz.ratio, score_cutoff=MIN_SIMILARITY)
        if closest is None:
            return None
        absent = Message("picture-absent", name=printable(name))
        raise BatchError(Message("did-you-mean", told=absent, like=printable(stems[closest[0]][0])))

    def find(self, name: str) -> bytes | None:
        """Return the file of the first source that has it, whatever its ending; None if it is missing."""
        contents = (source.read(name) for source in self._sources)
        data = next((data for data in contents if data is not None), None)
        if data is not None or is_address(name):
            return data
        files = self._files_like(name)
        if len(files) != 1:
            return None
        return next((data for source in self._sources if (data := source.read(files[0])) is not None), None)

    def folder(self, name: str) -> tuple[str, ...]:
        """Return the names of the first source that has any."""
        folders = (source.folder(name) for source in self._sources)
        return next((names for names in folders if names), ())

    def names(self) -> tuple[str, ...]:
        """Return the pictures of all sources."""
        return tuple(dict.fromkeys(name for source in self._sources for name in source.names()))

    def unused(self) -> tuple[str, ...]:
        """Return what was sent and not read, of all sources."""
        return tuple(name for source in self._sources for name in source.unused())

    def close(self) -> None:
        """Close all sources."""
        for source in self._sources:
            source.close()

    def _files_like(self, name: str) -> list[str]:
        """Return the files that differ in their ending only; of a path on a Windows disk, the name counts."""
        if self._stems is None:
            self._stems = _grouped(self.names(), lambda file: _stem(file).rpartition("/")[2])
        wanted = _stem(name)
        if WINDOWS_PATH.match(name):
            wanted = wanted.rpartition("/")[2]
        files = self._stems.get(wanted.rpartition("/")[2], [])
        return [file for file in files if f"/{_stem(file)}".endswith(f"/{wanted}")]


def is_address(name: str) -> bool:
    """Return whether a picture is named by address."""
    return re.match(r"(?i)[a-z][a-z0-9+.-]*://|//", name) is not None


def _stem(name: str) -> str:
    """Return the comparable path of a picture without its ending; other dots stay."""
    path = comparable_path(name).strip("/")
    suffix = PurePosixPath(path).suffix
    return path.removesuffix(suffix) if suffix in PICTURES else path


def refuse_large(size: int, name: str) -> None:
    """Raise `BatchError` for a picture file that is too large to be read."""
    if size > MAX_PICTURE:
        raise BatchError(Message("picture-too-large", name=printable(name), most=MAX_PICTURE // 2**20))


def _is_picture(name: str) -> bool:
    return PurePosixPath(name).suffix.lower() in PICTURES and not is_hidden(name.rpartition("/")[2])


def _relative(name: str) -> str | None:
    path = name.replace("\\", "/").strip("/")
    return None if not path or "\0" in path or ".." in path.split("/") or path == "." else path


def _natural_order(name: object) -> list[tuple[int, str]]:
    """Return a sort key by which 2 comes before 10."""
    return [
        (int(part[:18]), "") if part.isdecimal() else (0, part) for part in re.split(r"([0-9]+)", str(name))
    ]


def _grouped(paths: Iterable[str], key: Callable[[str], str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault(key(path), []).append(path)
    return groups


def _grouped_pairs(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for key, path in pairs:
        groups.setdefault(key, []).append(path)
    return groups
