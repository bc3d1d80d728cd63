"""Pictures that are in the picture store already, for batches that name them by key."""

from __future__ import annotations

from catalogue.errors import StoreError
from catalogue.pictures import KEY, PictureStore


class StoredPictures:
    """The picture store as a batch's source; an export names its pictures so."""

    def __init__(self, store: PictureStore) -> None:
        self._store = store

    def read(self, name: str) -> bytes | None:
        """Return the picture with that key; None if the name is no key, or the store has no such picture."""
        if not KEY.fullmatch(name) or not self._store.exists(name):
            return None
        try:
            return self._store.get(name)
        except StoreError:  # deleted between the two calls
            return None

    def folder(self, name: str) -> tuple[str, ...]:
        """Return nothing: there are no folders."""
        return ()

    def names(self) -> tuple[str, ...]:
        """Return nothing: the store names them by key."""
        return ()

    def unused(self) -> tuple[str, ...]:
        """Return nothing: none was sent."""
        return ()

    def close(self) -> None:
        """Do nothing: no file stays open."""
