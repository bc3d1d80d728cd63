"""Where a batch's pictures come from: a folder beside the table, or the ZIP file that holds both."""

from __future__ import annotations

import threading
import unicodedata
from pathlib import Path, PurePosixPath
from typing import Protocol
from zipfile import BadZipFile, ZipFile, ZipInfo

from catalogue.errors import BatchError, Fault

MAX_UNPACKED = 4 * 2**30
"""Bytes of all files of a ZIP together, unpacked."""
MAX_MEMBERS = 100_000
MAX_RATIO = 200
"""Unpacked bytes for each packed one; pictures and tables stay far below."""
RATIO_FROM = 2**20
"""Bytes; smaller files may be packed as tightly as they like."""
MAX_PICTURE = 64 * 2**20
"""Bytes."""


class PictureSource(Protocol):
    """Pictures by the names that rows give them."""

    def read(self, name: str) -> bytes | None:
        """The file; None where it is absent, outside, or too large."""

    def close(self) -> None:
        """Let go of files."""


class NoPictures:
    """A table that came alone."""

    def read(self, name: str) -> bytes | None:
        """Always absent."""
        return None

    def close(self) -> None:
        """Nothing to let go of."""


class FolderPictures:
    """Pictures beside a table, or in the folder `pictures` beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def read(self, name: str) -> bytes | None:
        """The file; None where it is absent, outside the folder, or too large."""
        plain = name.replace("\\", "/").lstrip("/")
        if not plain or "\0" in plain:
            return None
        for place in (self._folder / "pictures" / plain, self._folder / plain):
            try:
                file = place.resolve()
                within = file.is_relative_to(self._folder) and file.is_file()
                if within and file.stat().st_size <= MAX_PICTURE:
                    return file.read_bytes()
            except OSError:  # a name that no file system can bear
                continue
        return None

    def close(self) -> None:
        """Nothing to let go of."""


class ZipPictures:
    """Pictures in a ZIP file, beside its table or in the folder `pictures` beside that."""

    def __init__(self, archive: ZipFile, base: str) -> None:
        """`base` is the table's folder within the ZIP, empty or with a slash at its end."""
        self._archive = archive
        self._base = base
        self._members = {_spelled(info.filename): info for info in archive.infolist() if not info.is_dir()}
        self._lock = threading.Lock()

    def read(self, name: str) -> bytes | None:
        """The file, however its name is capitalised; None where it is absent or too large."""
        plain = name.replace("\\", "/").lstrip("/")
        for place in (f"{self._base}pictures/{plain}", f"{self._base}{plain}"):
            info = self._members.get(_spelled(place))
            if info is not None and info.file_size <= MAX_PICTURE:
                with self._lock:
                    return unpacked(self._archive, info)
        return None

    def close(self) -> None:
        """Close the ZIP file."""
        self._archive.close()


def unpacked(archive: ZipFile, info: ZipInfo) -> bytes:
    """A file out of a ZIP. Raises `BatchError` where it is damaged."""
    try:
        return archive.read(info)
    except (BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise BatchError(f"{info.filename} in the ZIP file is damaged; pack it again.") from error
    except Exception as error:  # zlib.error and lzma.LZMAError share no base but this
        if type(error).__module__ not in {"zlib", "_lzma", "lzma"}:
            raise
        raise BatchError(f"{info.filename} in the ZIP file is damaged; pack it again.") from error


def unsafe(archive: ZipFile) -> list[Fault]:
    """What forbids unpacking: ways out of the folder, bombs, locked files, ZIPs in the ZIP."""
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        return [Fault(None, f"the ZIP holds more than {MAX_MEMBERS} files; split it")]
    faults: list[Fault] = []
    if sum(info.file_size for info in members) > MAX_UNPACKED:
        faults.append(Fault(None, f"the ZIP unpacks to more than {MAX_UNPACKED // 2**30} GiB; split it"))
    for info in members:
        name = info.filename
        path = PurePosixPath(name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or (path.parts and ":" in path.parts[0]):
            faults.append(Fault(None, f"the file {name!r} leads out of the ZIP"))
        elif info.flag_bits & 0x1:
            faults.append(Fault(None, f"the file {name} is locked with a password"))
        elif info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            faults.append(Fault(None, f"the file {name} unpacks to more than {MAX_RATIO} times its size"))
        elif path.suffix.lower() in {".zip", ".7z", ".rar"} and not hidden(name):
            faults.append(Fault(None, f"the file {name} is an archive within the ZIP; unpack it first"))
    return faults


def hidden(name: str) -> bool:
    """What macOS and others add to a ZIP unasked."""
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


def _spelled(name: str) -> str:
    """Names as they are compared: macOS packs accents apart, and capitals differ between systems."""
    return unicodedata.normalize("NFC", name).casefold()
