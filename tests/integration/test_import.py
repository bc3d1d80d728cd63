"""Batches from the file to the search, and what is left when something breaks on the way: nothing."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from catalogue.audit import audit, repair
from catalogue.batches.read import read_batch
from catalogue.errors import BatchError, StoreError, UnknownItemError
from catalogue.index.port import Entry, Hit
from catalogue.items import Verdict
from catalogue.messages import plain_text
from catalogue.modes import State
from catalogue.store import Catalogue
from tests.kit.servers import postgresql_database
from tests.kit.stores import DIMENSION, MemoryIndex, build_catalogue, picture, toy_embed

PICTURES = {f"{colour}.png": picture(colour) for colour in ("red", "green", "blue", "black", "orange")}
HEADER = "item,title,sku,size,barcode,location,on_hand,reserved,pictures"
FIRST = (
    "Tee-Red,Tee,T-R-S,S,401,Main,5,1,red.png;green.png",
    "Tee-Red,Tee,T-R-M,M,402,Main,3,0,",
    "Tee-Red,Tee,T-R-M,M,402,Dresden,2,0,",
    "Tee-Blue,Tee,T-B-S,S,403,Main,0,0,blue.png",
)


def batch(*lines: str, header: str = HEADER) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("items.csv", "\n".join([header, *lines]))
        for name, data in PICTURES.items():
            archive.writestr(name, data)
    return file.getvalue()


class Watched(MemoryIndex):
    """An index in memory that breaks down, or loses sight of records, when told to."""

    def __init__(self) -> None:
        super().__init__()
        self.broken = False
        self.hidden: set[str] = set()
        self.heals: tuple[str, ...] = ("rewrite", "rebuild")
        self.rebuilt = 0
        self.hides_on_delete: set[str] = set()

    def delete(self, pictures: Sequence[str]) -> None:
        """And lose sight of others, as chroma-core/chroma#7758 tells."""
        if any(key in self._entries for key in pictures):
            self.hidden |= self.hides_on_delete
        super().delete(pictures)

    def upsert(self, entries: Sequence[Entry]) -> None:
        """Or the disk is full."""
        if self.broken:
            super().upsert(entries[:1])
            raise StoreError(plain_text("The index doesn't answer."))
        super().upsert(entries)
        if "rewrite" in self.heals:
            self.hidden -= {entry.picture for entry in entries}

    def nearest(self, vector: NDArray[np.float32], *, top: int) -> list[Hit]:
        """Without those that it has lost sight of."""
        hits = super().nearest(vector, top=top + len(self.hidden))
        return [hit for hit in hits if hit.picture not in self.hidden][:top]

    def rebuild(self) -> None:
        """Sees all again."""
        self.rebuilt += 1
        if "rebuild" in self.heals:
            self.hidden.clear()


@pytest.fixture
def index() -> Watched:
    return Watched()


@pytest.fixture
def catalogue(tmp_path: Path, index: Watched) -> Iterator[Catalogue]:
    with closing(build_catalogue(tmp_path, index=index)) as opened:
        yield opened


def state(catalogue: Catalogue, folder: Path) -> object:
    """All that is kept: items, batches, vectors, picture files."""
    files = sorted(file.name for file in (folder / "pictures").rglob("*") if file.is_file())
    return (
        tuple(catalogue.database.each_item()),
        catalogue.database.ledger.latest(states=[State.APPLIED]),
        sorted(catalogue.index.keys()),
        files,
    )


def best_match(catalogue: Catalogue, name: str) -> str:
    """The item that a picture of that name finds first."""
    return catalogue.search.find(toy_embed([PICTURES[name]])[0]).matches[0].item.id


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_a_batch_is_found_by_photo_and_by_sku_after_opening_again(
    engine: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """The whole catalogue, with Chroma embedded and both SQL engines."""
    if engine == "postgresql":
        folder = request.getfixturevalue("postgresql")
        with postgresql_database(folder, "whole") as url:
            _import_and_ask(tmp_path, url)
    else:
        _import_and_ask(tmp_path, None)
        assert sorted(path.name for path in tmp_path.iterdir() if "sqlite3" not in path.name) == [
            "chroma",
            "pictures",
        ]


def _import_and_ask(home: Path, url: str | None) -> None:
    stages: set[str] = set()
    with Catalogue.open(home, database_url=url, model_id="toy", dimension=DIMENSION) as catalogue:
        applied = catalogue.import_batch(
            batch(*FIRST), toy_embed, name="first.zip", progress=lambda stage, _done, _all: stages.add(stage)
        )
        assert (applied.new_items, applied.new_variants, applied.embedded_pictures) == (2, 3, 3)
        assert applied.audit.ok
    assert stages == {"check", "store", "embed", "write", "audit"}
    with Catalogue.open(home, database_url=url, model_id="toy", dimension=DIMENSION) as catalogue:
        findings = catalogue.search.find(toy_embed([PICTURES["green.png"]])[0])
        assert findings.matches[0].item.id == "Tee-Red"
        assert findings.matches[0].similarity == pytest.approx(1, abs=1e-5)
        assert findings.verdict is Verdict.IN_CATALOGUE
        item = catalogue.stock.find("t-r-m")
        assert [(level.location, level.on_hand) for level in item.variants[1].stock] == [
            ("Main", 3),
            ("Dresden", 2),
        ]
        assert catalogue.pictures.get(item.pictures[0].key) == PICTURES["red.png"]
        assert catalogue.database.ledger.latest(states=[State.APPLIED])[0].source == "first.zip"
        assert catalogue.audit().ok


def test_the_same_batch_again_changes_nothing_but_the_time_of_the_stock(catalogue: Catalogue) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    before = catalogue.stock.find("T-R-S").variants[0].stock[0].as_of

    def never(_pictures: list[bytes]) -> NDArray[np.float32]:
        raise AssertionError("nothing is left to embed")

    applied = catalogue.import_batch(batch(*FIRST), never)
    assert (applied.new_items, applied.changed_items, applied.unchanged_items) == (0, 0, 2)
    assert catalogue.stock.find("T-R-S").variants[0].stock[0].as_of > before
    assert catalogue.counts().items == 2


def test_a_plan_tells_what_would_change_and_changes_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    before = state(catalogue, tmp_path)
    planned = catalogue.plan(
        read_batch(
            batch(
                "Tee-Red,Polo,T-R-S,XS,401,Main,4,1,red.png",
                "Tee-Red,Polo,T-R-L,L,404,Dresden,9,0,",
                "Tee-Blue,Tee,T-B-S,S,403,Main,0,0,blue.png",
                "Cap,Cap,CAP,,,,,,black.png",
            )
        )
    )
    assert [item.id for item in planned.new] == ["Cap"]
    assert [item.id for item in planned.unchanged] == ["Tee-Blue"]
    [changed] = planned.changed
    assert [(str(change.what), change.before, change.after) for change in changed.changes] == [
        ("title", "Tee", "Polo"),
        ("pictures", "2", "1"),
        ("size of T-R-S", "S", "XS"),
        ("on hand of T-R-S at Main", "5", "4"),
        ("SKU", "", "T-R-L"),
        ("on hand of T-R-L at Dresden", "", "9"),
    ]
    assert planned.new_variants == 2
    assert state(catalogue, tmp_path) == before


def test_a_blank_cell_and_an_absent_column_leave_what_is_known(catalogue: Catalogue) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    before = catalogue.stock.find("Tee-Red")
    planned = catalogue.plan(
        read_batch(b"item,title,sku,on_hand,location\nTee-Red,Tee,T-R-M,,\nTee-Blue,Tee,T-B-S,7,\n")
    )
    catalogue.apply(planned, toy_embed)
    assert catalogue.stock.find("Tee-Red") == before
    blue = catalogue.stock.find("Tee-Blue").variants[0]
    assert (blue.size, blue.barcode, blue.on_hand) == ("S", "403", 7)


def test_a_location_without_quantities_is_no_new_count(catalogue: Catalogue) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    before = catalogue.stock.find("Tee-Red")
    catalogue.import_batch(b"item,title,sku,location,on_hand,reserved\nTee-Red,Tee,T-R-S,main,,\n", toy_embed)
    assert catalogue.stock.find("Tee-Red") == before
    catalogue.import_batch(b"item,title,sku,location,reserved\nTee-Red,Tee,T-R-S,main,1\n", toy_embed)
    assert catalogue.stock.find("Tee-Red").variants[0].stock[0].as_of > before.variants[0].stock[0].as_of


def test_a_new_variant_without_stock_lies_at_main_with_nothing(catalogue: Catalogue) -> None:
    catalogue.import_batch(b"item,title,sku\nCap,Cap,CAP\n", toy_embed)
    [level] = catalogue.stock.find("cap").variants[0].stock
    assert (level.location, level.on_hand, level.reserved) == ("Main", 0, 0)


def test_pictures_that_no_item_shows_any_more_are_found_no_longer_and_go_with_the_undo(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    catalogue.import_batch(batch(*FIRST, "Twin,Twin,TW,,,,,,green.png"), toy_embed)
    applied = catalogue.import_batch(batch("Tee-Red,Tee,T-R-S,S,401,Main,5,1,orange.png"), toy_embed)
    assert (applied.embedded_pictures, applied.forgotten_pictures) == (1, 1)
    assert catalogue.counts().pictures == catalogue.index.count() == 3
    green = catalogue.stock.find("Twin").pictures[0].key
    assert catalogue.pictures.exists(green)
    assert best_match(catalogue, "orange.png") == "Tee-Red"
    assert best_match(catalogue, "green.png") == "Twin"


def test_a_picture_that_moves_to_another_item_is_found_there(catalogue: Catalogue) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    catalogue.import_batch(
        batch("Tee-Red,Tee,T-R-S,S,401,Main,5,1,red.png", "Tee-Blue,Tee,T-B-S,S,403,Main,0,0,green.png"),
        toy_embed,
    )
    assert best_match(catalogue, "green.png") == "Tee-Blue"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Cap,Cap,t-r-s,,,,,,", "the SKU t-r-s belongs to the item Tee-Red in the catalogue, here to Cap"),
        ("Cap,Cap,CAP,,401,,,,", "the barcode 401 belongs to the SKU T-R-S in the catalogue, here to CAP"),
        ("Tee-Red,Tee,T-R-S,,,Main,,6,", "6 are reserved at Main, more than the 5 on hand"),
        ("Tee-Red,Tee,T-R-S,,,Main,0,,", "1 are reserved at Main, more than the 0 on hand"),
        ("Cap,Cap,CAP,,,Main,-1,,", "the quantity on hand is -1, but can't be less than 0"),
        ("Cap,Cap,CAP,,,,,,none.png", "the picture none.png is named but didn't come with the batch"),
    ],
)
def test_one_faulty_row_keeps_the_whole_batch_out(
    catalogue: Catalogue, tmp_path: Path, line: str, reason: str
) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    before = state(catalogue, tmp_path)
    with pytest.raises(BatchError) as caught:
        catalogue.import_batch(batch("New,New,NEW,,,Main,1,,orange.png", line), toy_embed)
    assert [(fault.row, str(fault.reason)) for fault in caught.value.faults] == [(3, reason)]
    assert state(catalogue, tmp_path) == before


def test_nothing_is_half_written_when_the_index_breaks_down(
    catalogue: Catalogue, index: Watched, tmp_path: Path
) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    before = state(catalogue, tmp_path)
    index.broken = True
    with pytest.raises(StoreError, match="doesn't answer"):
        catalogue.import_batch(batch("New,New,NEW,,,,1,,orange.png;black.png"), toy_embed)
    assert state(catalogue, tmp_path) == before


def test_nothing_is_half_written_when_a_picture_cannot_be_embedded(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    before = state(catalogue, tmp_path)

    def fail(_pictures: list[bytes]) -> NDArray[np.float32]:
        raise RuntimeError("out of memory")

    with pytest.raises(RuntimeError, match="out of memory"):
        catalogue.import_batch(batch("New,New,NEW,,,,1,,orange.png;red.png"), fail)
    assert state(catalogue, tmp_path) == before


def test_nothing_is_half_written_when_the_catalogue_has_changed_since_the_plan(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    planned = catalogue.plan(read_batch(batch("New,New,NEW,,,,1,,orange.png;red.png")))
    catalogue.import_batch(batch(*FIRST), toy_embed)
    before = state(catalogue, tmp_path)
    with pytest.raises(StoreError, match="changed in the meantime"):
        catalogue.apply(planned, toy_embed)
    assert state(catalogue, tmp_path) == before
    with pytest.raises(UnknownItemError):
        catalogue.stock.find("NEW")


@pytest.mark.parametrize(("heals", "rebuilt"), [(("rewrite",), 0), (("rebuild",), 1)])
def test_records_that_the_index_has_lost_sight_of_are_repaired_after_a_batch(
    catalogue: Catalogue, index: Watched, heals: tuple[str, ...], rebuilt: int
) -> None:
    """The batch forgets a picture, and so everything is looked at, touched or not."""
    catalogue.import_batch(batch(*FIRST), toy_embed)
    [blue] = catalogue.stock.find("Tee-Blue").pictures
    index.hidden, index.heals = {blue.key}, heals
    applied = catalogue.import_batch(batch("Tee-Red,Tee,T-R-S,S,401,Main,5,1,red.png"), toy_embed)
    assert applied.audit.unfindable == (blue.key,)
    assert index.rebuilt == rebuilt
    assert best_match(catalogue, "blue.png") == "Tee-Blue"
    assert catalogue.audit().ok


def test_records_that_tidying_up_after_a_refused_batch_hides_are_repaired(
    catalogue: Catalogue, index: Watched
) -> None:
    planned = catalogue.plan(read_batch(batch("New,New,NEW,,,,1,,orange.png")))
    catalogue.import_batch(batch(*FIRST), toy_embed)
    index.hides_on_delete = {catalogue.stock.find("Tee-Blue").pictures[0].key}
    with pytest.raises(StoreError, match="changed in the meantime"):
        catalogue.apply(planned, toy_embed)
    assert best_match(catalogue, "blue.png") == "Tee-Blue"
    assert catalogue.audit().ok


def test_records_that_the_deleting_of_strays_hides_are_repaired(catalogue: Catalogue, index: Watched) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    [blue] = catalogue.stock.find("Tee-Blue").pictures
    index.upsert([Entry("stray", "gone", None, toy_embed([PICTURES["black.png"]])[0])])
    index.hides_on_delete = {blue.key}
    report = catalogue.repair(toy_embed)
    assert (report.strays, report.unfindable) == (("stray",), (blue.key,))
    assert catalogue.audit().ok


def test_a_batch_whose_index_cannot_be_repaired_is_said_to_be_applied(
    catalogue: Catalogue, index: Watched
) -> None:
    """The batch counts from the SQL commit on; what fails later must not read as if nothing had changed."""
    catalogue.import_batch(batch(*FIRST), toy_embed)
    index.hidden, index.heals = {catalogue.stock.find("Tee-Blue").pictures[0].key}, ()
    applied = catalogue.import_batch(batch("Tee-Red,Polo,T-R-S,S,401,Main,4,1,red.png"), toy_embed)
    assert catalogue.stock.find("T-R-S").title == "Polo"
    assert not applied.audit.ok
    assert applied.audit.fault is not None
    assert str(applied.audit.fault).startswith("The batch is applied,")
    assert "run hangtag audit --repair" in str(applied.audit.fault)


def test_a_picture_that_cannot_be_embedded_any_more_does_not_undo_an_applied_batch(
    catalogue: Catalogue, index: Watched
) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    index.delete([catalogue.stock.find("Tee-Blue").pictures[0].key])

    def fail(_pictures: list[bytes]) -> NDArray[np.float32]:
        raise RuntimeError("out of memory")

    applied = catalogue.import_batch(batch("Tee-Red,Polo,T-R-S,S,401,Main,4,1,red.png"), fail)
    assert catalogue.stock.find("T-R-S").title == "Polo"
    assert "out of memory" in str(applied.audit.fault)


def test_one_lost_picture_file_does_not_keep_the_others_from_being_repaired(
    catalogue: Catalogue, index: Watched
) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    [blue] = catalogue.stock.find("Tee-Blue").pictures
    index.delete(index.keys())
    catalogue.pictures.delete(blue.key)
    report = catalogue.repair(toy_embed)
    assert len(report.missing) == 3
    assert report.lost == (blue.key,)
    assert (
        str(report.fault)
        == "The picture files of Tee-Blue are missing; import these items again with their pictures."
    )
    assert best_match(catalogue, "red.png") == "Tee-Red"
    assert catalogue.audit().missing == (blue.key,)
    catalogue.import_batch(batch(*FIRST), toy_embed)
    assert catalogue.audit().ok


def test_an_index_that_cannot_be_repaired_is_said_to_be_so(catalogue: Catalogue, index: Watched) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    index.hidden, index.heals = {catalogue.stock.find("Tee-Blue").pictures[0].key}, ()
    with pytest.raises(StoreError, match="can't be found even in a rebuilt index: 1"):
        catalogue.repair(toy_embed)


def test_an_audit_tells_what_is_missing_and_what_is_a_stray(catalogue: Catalogue, index: Watched) -> None:
    catalogue.import_batch(batch(*FIRST), toy_embed)
    [blue] = catalogue.stock.find("Tee-Blue").pictures
    index.delete([blue.key])
    index.upsert([Entry("stray", "gone", None, toy_embed([PICTURES["black.png"]])[0])])
    report = audit(index, catalogue.database)
    assert (report.missing, report.strays, report.ok) == ((blue.key,), ("stray",), False)
    repair(index, catalogue.database, catalogue.pictures, toy_embed)
    assert audit(index, catalogue.database).strays == ()
    assert best_match(catalogue, "blue.png") == "Tee-Blue"


def test_another_model_needs_a_rebuild_and_finds_everything_after_it(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path, model_id="old", dimension=DIMENSION) as catalogue:
        catalogue.import_batch(batch(*FIRST), toy_embed)
    with pytest.raises(StoreError, match="run hangtag audit --repair"):
        Catalogue.open(tmp_path, model_id="new", dimension=DIMENSION)
    with Catalogue.open(tmp_path, model_id="new", dimension=DIMENSION, rebuild=True) as catalogue:
        assert len(catalogue.repair(toy_embed).missing) == 3
        assert catalogue.audit().ok
        assert best_match(catalogue, "blue.png") == "Tee-Blue"


def test_the_former_model_serves_and_takes_batches_while_the_new_ones_index_is_made(tmp_path: Path) -> None:
    """What comes in the middle is brought in before the new index serves; cut off, it goes on."""
    looked_at: list[int] = []
    with Catalogue.open(tmp_path, model_id="old", dimension=DIMENSION) as old:
        old.import_batch(batch(*FIRST), toy_embed)

        def cut_off(_pictures: list[bytes]) -> NDArray[np.float32]:
            raise KeyboardInterrupt

        def meanwhile(pictures: list[bytes]) -> NDArray[np.float32]:
            looked_at.append(len(pictures))
            assert best_match(old, "blue.png") == "Tee-Blue"
            if len(looked_at) == 1:
                old.import_batch(batch("Hat,Hat,HAT,,,,1,,orange.png"), toy_embed)
            return -toy_embed(pictures)

        begun = Catalogue.open(tmp_path, model_id="new", dimension=DIMENSION, rebuild=True)
        with begun as new, pytest.raises(KeyboardInterrupt):
            new.repair(cut_off)
        with pytest.raises(StoreError, match="isn't complete yet"):
            Catalogue.open(tmp_path, model_id="new", dimension=DIMENSION)
        with Catalogue.open(tmp_path, model_id="new", dimension=DIMENSION, rebuild=True) as new:
            assert len(new.repair(meanwhile).missing) == 4
            assert looked_at == [3, 1]
        assert best_match(old, "orange.png") == "Hat"
        with Catalogue.open(tmp_path, model_id="new", dimension=DIMENSION) as new:
            assert new.audit().ok
            [vector] = -toy_embed([PICTURES["orange.png"]])
            assert new.search.find(vector).matches[0].item.id == "Hat"


def test_searches_and_questions_go_on_while_batches_are_applied(tmp_path: Path) -> None:
    faults: list[BaseException] = []
    with Catalogue.open(tmp_path, model_id="toy", dimension=DIMENSION) as catalogue:
        catalogue.import_batch(batch(*FIRST), toy_embed)
        done = threading.Event()

        def ask() -> None:
            try:
                while not done.is_set():
                    assert best_match(catalogue, "blue.png") == "Tee-Blue"
                    assert catalogue.stock.find("T-B-S").id == "Tee-Blue"
            except BaseException as error:
                faults.append(error)

        askers = [threading.Thread(target=ask) for _ in range(3)]
        for asker in askers:
            asker.start()
        for turn in range(4):
            name = ("orange.png", "black.png")[turn % 2]
            catalogue.import_batch(batch(f"Tee-Red,Tee {turn},T-R-S,S,401,Main,5,1,{name}"), toy_embed)
        done.set()
        for asker in askers:
            asker.join()
        assert faults == []
        assert catalogue.audit().ok
