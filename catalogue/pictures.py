"""Picture files behind fsspec: a folder by default, an object store by URL; named by their content."""

from __future__ import annotations

import hashlib
import logging
import re
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import fsspec

from catalogue.errors import StoreError, no_answer
from catalogue.messages import Message

log = logging.getLogger(__name__)

KEY = re.compile(r"[0-9a-f]{64}")
SILENT = Message("pictures-silent")
GONE = Message("picture-gone")


def picture_key(data: bytes) -> str:
    """Return the key of a picture: the SHA-256 of its file, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


class PictureStore:
    """Pictures by key. Every method raises `StoreError` if the store does not answer."""

    def __init__(self, root: str) -> None:
        """`root`: a folder, or a URL that fsspec knows (`s3://bucket/pictures`, `memory://pictures`)."""
        self._given = root
        with _as_store_errors():
            try:
                self._files, self._root = fsspec.core.url_to_fs(root)
            except ImportError as error:
                raise StoreError(Message("operator-pictures-driver", english=str(error))) from error
        self._local = "file" in self._files.protocol

    def below(self, folder: str) -> PictureStore:
        """Return a store in a folder of this one; neither sees the other's pictures."""
        return PictureStore(f"{self._given.rstrip('/')}/{folder}")

    def put(self, data: bytes) -> str:
        """Store a picture and return its key. Storing it again is no error."""
        key = picture_key(data)
        path = self._path(key)
        with _as_store_errors():
            if self._files.exists(path):
                return key
            self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
            if self._local:  # a crash must not leave half a picture under its final name
                part = f"{path}.{uuid.uuid4().hex}.part"
                self._files.pipe_file(part, data)
                self._files.mv(part, path)
            else:
                self._files.pipe_file(path, data)
        return key

    def get(self, key: str) -> bytes:
        """Return the picture's file. Raises `StoreError` if there is none."""
        with _as_store_errors():
            try:
                return bytes(self._files.cat_file(self._path(key)))
            except FileNotFoundError as error:
                raise StoreError(GONE) from error

    def exists(self, key: str) -> bool:
        """Return whether the picture is in the store."""
        with _as_store_errors():
            return bool(self._files.exists(self._path(key)))

    def delete(self, key: str) -> None:
        """Delete a picture; an unknown key is no error."""
        with _as_store_errors():
            try:
                self._files.rm_file(self._path(key))
            except FileNotFoundError:
                return

    def sweep(self, life: timedelta) -> int:
        """Delete pictures that are older than that, and return how many. Not for the catalogue's pictures."""
        forgotten, oldest = 0, datetime.now(UTC) - life
        with _as_store_errors():
            for path in self._files.find(self._root):
                if self._files.modified(path).astimezone(UTC) < oldest:
                    self._files.rm_file(path)
                    forgotten += 1
        return forgotten

    def _path(self, key: str) -> str:
        if not KEY.fullmatch(key):
            raise StoreError(GONE)
        return f"{self._root}/{key[:2]}/{key}"


@contextmanager
def _as_store_errors() -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        fault = no_answer(SILENT, error)
        log.warning("the picture store does not answer: %s", fault.why)
        raise fault from error
