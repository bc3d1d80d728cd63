"""What a picture store does, whether it is a folder or an object store."""

from __future__ import annotations

import uuid
from pathlib import Path

import pytest

from catalogue.errors import StoreError
from catalogue.pictures import PictureStore, picture_key
from tests.kit.stores import picture

RED = picture("red")


@pytest.fixture(params=["folder", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> PictureStore:
    root = str(tmp_path / "pictures") if request.param == "folder" else f"memory://{uuid.uuid4().hex}"
    return PictureStore(root)


def test_a_picture_comes_back_byte_for_byte(store: PictureStore) -> None:
    key = store.put(RED)
    assert key == picture_key(RED)
    assert store.exists(key)
    assert store.get(key) == RED


def test_the_same_picture_again_is_kept_once(store: PictureStore) -> None:
    assert store.put(RED) == store.put(RED)
    assert store.put(picture("blue")) != store.put(RED)


def test_a_deleted_picture_is_gone_and_deleting_it_again_is_no_error(store: PictureStore) -> None:
    key = store.put(RED)
    store.delete(key)
    store.delete(key)
    assert not store.exists(key)
    with pytest.raises(StoreError, match="no longer in the catalogue"):
        store.get(key)


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "a" * 63, "A" * 64, "a" * 64 + "/.."])
def test_what_is_no_key_leads_nowhere(store: PictureStore, key: str) -> None:
    with pytest.raises(StoreError):
        store.get(key)


def test_a_folder_holds_no_half_written_files(tmp_path: Path) -> None:
    store = PictureStore(str(tmp_path))
    key = store.put(RED)
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == [key]


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    with pytest.raises(StoreError, match="doesn't answer"):
        PictureStore(str(tmp_path / "file")).put(RED)
    with pytest.raises(StoreError, match="check its folder or URL"):
        PictureStore("nosuchplace://pictures")
