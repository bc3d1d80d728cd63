"""A backup, put back into an empty place, is the same catalogue; anything else changes nothing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from catalogue.database import Database, sqlite_url
from catalogue.errors import StoreError
from catalogue.index.chroma import folder_connection
from catalogue.index.chroma_index import ChromaIndex
from catalogue.pictures import PictureStore
from catalogue.search import Calibration
from catalogue.store import Catalogue
from tests.kit.servers import postgresql_database
from tests.kit.stores import DIMENSION, picture, toy_embed

ROWS = (
    "item,title,sku,size,barcode,location,on_hand,reserved,pictures",
    "Tee,Tée — größe,T-S,S,401,Main,5,1,red.png;green.png",
    "Tee,Tée — größe,T-M,M,402,Dresden,3,0,",
    "Cap,Cap,C-1,,403,Main,2,0,blue.png",
)
MORE = (ROWS[0], "Hat,Hat,H-1,,,Main,7,0,black.png")

Open = Callable[..., Catalogue]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Open]:
    """Opens a catalogue of that name; a URL's is in PostgreSQL."""
    opened: list[Catalogue] = []

    def open_(name: str, url: str = "", model: str = "toy") -> Catalogue:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        opened.append(
            Catalogue(
                Database.open(url or sqlite_url(folder / "h.sqlite3")),
                ChromaIndex(folder_connection(folder / "chroma"), model_id=model, dimension=DIMENSION),
                PictureStore(str(folder / "pictures")),
                calibration=Calibration(),
            )
        )
        return opened[-1]

    yield open_
    for catalogue in opened:
        catalogue.close()


def batch(*rows: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("items.csv", "\n".join(rows))
        for colour in ("red", "green", "blue", "black"):
            archive.writestr(f"{colour}.png", picture(colour))
    return file.getvalue()


def filled(catalogue: Catalogue) -> Catalogue:
    """With a batch, and one that can be undone, and one that waits."""
    for rows in (ROWS, MORE):
        staged = catalogue.stage([("a.zip", batch(*rows))], embed=toy_embed, by="ann")
        catalogue.apply_staged(staged.id, toy_embed)
    catalogue.stage([("b.csv", "\n".join((ROWS[0], "Tee,Polo,T-S,,,,,,")).encode())])
    catalogue.database.notes.put("role", "ann", "admin")
    return catalogue


def backed_up(catalogue: Catalogue, file: Path) -> Path:
    with file.open("wb") as out:
        summary = catalogue.backup(out)
    assert (summary.items, summary.pictures, summary.lost) == (3, 4, 0)
    return file


def test_what_is_restored_is_the_same_and_goes_on(place: Open, tmp_path: Path) -> None:
    before = filled(place("before"))
    file = backed_up(before, tmp_path / "backup.zip")
    after = place("after")
    after.restore(file)
    assert after.repair(toy_embed).ok
    assert tuple(after.database.each_item(retired=True)) == tuple(before.database.each_item(retired=True))
    assert after.history() == before.history()
    assert after.database.notes.get("role", "ann") == "admin"
    query = toy_embed([picture("red")])[0]
    findings_before, findings_after = (catalogue.search.find(query) for catalogue in (before, after))
    assert [(m.item, round(m.similarity, 5)) for m in findings_after.matches] == [
        (m.item, round(m.similarity, 5)) for m in findings_before.matches
    ]
    after.undo(None, toy_embed)  # the hat goes again
    assert {item.id for item in after.database.each_item()} == {"Tee", "Cap"}
    waiting = next(record for record in after.history() if record.state == "staged")
    assert waiting.id is not None
    assert after.staged(waiting.id).can_apply


def test_it_moves_from_sqlite_to_postgresql_and_back(place: Open, tmp_path: Path, postgresql: str) -> None:
    before = filled(place("before"))
    file = backed_up(before, tmp_path / "backup.zip")
    with postgresql_database(postgresql, "restored") as url:
        moved = place("moved", url)
        moved.restore(file)
        assert list(moved.database.each_item()) == list(before.database.each_item())
        staged = moved.stage([("c.csv", "\n".join((ROWS[0], "New,New,N-1,,,,,,")).encode())])
        assert staged.id not in {record.id for record in before.history()}  # PostgreSQL counts on
        back = place("back")
        back.restore(_written(moved, tmp_path / "again.zip"))
        assert list(back.database.each_item()) == list(before.database.each_item())
        moved.close()


def _written(catalogue: Catalogue, file: Path) -> Path:
    with file.open("wb") as out:
        catalogue.backup(out)
    return file


def test_another_models_vectors_are_left_out_and_made_anew(place: Open, tmp_path: Path) -> None:
    file = backed_up(filled(place("before")), tmp_path / "backup.zip")
    after = place("after", "", "another")
    assert after.restore(file).vectors == 0
    assert after.index.count() == 0
    assert not after.repair(toy_embed).lost
    assert after.audit().ok
    assert after.index.count() == 4


def test_nothing_is_restored_over_a_catalogue(place: Open, tmp_path: Path) -> None:
    file = backed_up(filled(place("before")), tmp_path / "backup.zip")
    target = place("other")
    target.import_batch(b"item,title,sku\nX,X,X-1\n", toy_embed, name="x.csv")
    with pytest.raises(StoreError, match="There's already a catalogue here"):
        target.restore(file)
    assert [item.id for item in target.database.each_item()] == ["X"]


@pytest.mark.parametrize("harm", ["no zip", "cut off", "a picture altered", "a picture gone", "no rows"])
def test_a_damaged_backup_changes_nothing(place: Open, tmp_path: Path, harm: str) -> None:
    file = backed_up(filled(place("before")), tmp_path / "backup.zip")
    if harm == "no zip":
        file.write_bytes(b"hello")
    elif harm == "cut off":
        file.write_bytes(file.read_bytes()[:-200])
    else:
        _rewritten(file, harm)
    after = place("after")
    with pytest.raises(StoreError, match="isn't a backup of a catalogue, or it's damaged"):
        after.restore(file)
    assert after.database.dump.is_empty()
    assert after.index.count() == 0


def _rewritten(file: Path, harm: str) -> None:
    with zipfile.ZipFile(file) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    picture = next(name for name in parts if name.startswith("pictures/"))
    if harm == "a picture altered":
        parts[picture] = b"another"
    elif harm == "a picture gone":
        del parts[picture]
    else:
        del parts["rows.jsonl"]
    with zipfile.ZipFile(file, "w") as whole:
        for name, data in parts.items():
            whole.writestr(name, data)


def test_another_versions_backup_is_told_as_such(place: Open, tmp_path: Path) -> None:
    file = backed_up(filled(place("before")), tmp_path / "backup.zip")
    with zipfile.ZipFile(file) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    with zipfile.ZipFile(file, "w") as whole:
        for name, data in parts.items():
            whole.writestr(name, data.replace(b'"format": 1', b'"format": 2'))
    with pytest.raises(StoreError, match="another version"):
        place("after").restore(file)


def test_vectors_come_back_as_they_were(place: Open, tmp_path: Path) -> None:
    before = filled(place("before"))
    after = place("after")
    after.restore(backed_up(before, tmp_path / "backup.zip"))
    keys = before.index.keys()
    were, are = before.index.vectors(keys), after.index.vectors(keys)
    assert all(np.allclose(were[key], are[key], atol=1e-6) for key in keys)
