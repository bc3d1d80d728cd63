"""Any sequence of batches, undos and restarts leaves the catalogue as a plain dict would be."""

from __future__ import annotations

import copy
import io
import shutil
import tempfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from catalogue.modes import Mode, State
from catalogue.pictures import picture_key
from tests.kit.stores import MemoryIndex, build_catalogue, picture, toy_embed

ITEMS = ("Ärmel", "Bag", "Cap")
PICTURES = {f"{number}.png": picture("green", mark=number) for number in range(5)}
KEYS = {name: picture_key(data) for name, data in PICTURES.items()}
Row = tuple[str, int, str, int, str]
"""Item, which of its SKUs, title, on hand, picture or nothing."""
ROWS = st.lists(
    st.tuples(
        st.sampled_from(ITEMS),
        st.integers(1, 2),
        st.sampled_from(["One", "Two"]),
        st.integers(0, 3),
        st.sampled_from(["", *PICTURES]),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda row: (row[0], row[1]),
)


@dataclass
class Known:
    """An item as the model knows it; SKUs with pieces on hand and whether they are retired."""

    title: str = ""
    skus: dict[str, tuple[int, bool]] = field(default_factory=dict)
    pictures: tuple[str, ...] = ()

    @property
    def retired(self) -> bool:
        return all(retired for _, retired in self.skus.values())

    def retire(self) -> None:
        self.skus = {sku: (on_hand, True) for sku, (on_hand, _) in self.skus.items()}


def sku_of(row: Row) -> str:
    return f"{row[0]}-{row[1]}"


def table(header: str, lines: list[str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("items.csv", "\n".join([header, *lines]))
        for name, data in PICTURES.items():
            archive.writestr(name, data)
    return file.getvalue()


class Batches(RuleBasedStateMachine):
    """The catalogue, with SQLite in a folder and an exact index, beside a dict."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="hangtag-model-"))
        self.index = MemoryIndex()
        self.model: dict[str, Known] = {}
        self.before: list[dict[str, Known]] = []
        """What was before each batch that can be undone, the latest last."""
        self.open()

    def open(self) -> None:
        self.catalogue = build_catalogue(self.folder, index=self.index)

    def teardown(self) -> None:
        self.catalogue.close()
        shutil.rmtree(self.folder)

    def send(self, data: bytes, mode: Mode) -> None:
        staged = self.catalogue.stage([("batch.zip", data)], mode=mode, embed=toy_embed)
        assert staged.can_apply, staged.record.fault
        assert self.catalogue.apply_staged(staged.id, toy_embed).audit.ok
        self.before = [*self.before, copy.deepcopy(self.model)][-10:]

    @rule(rows=ROWS, whole=st.booleans())
    def write(self, rows: list[Row], whole: bool) -> None:
        """Mode upsert, or replace."""
        titles = {row[0]: row[2] for row in rows}
        lines = [f"{row[0]},{titles[row[0]]},{sku_of(row)},{row[3]},{row[4]}" for row in rows]
        self.send(table("item,title,sku,on_hand,pictures", lines), Mode.REPLACE if whole else Mode.UPSERT)
        if whole:
            for known in self.model.values():
                known.retire()
        for item in titles:
            known = self.model.setdefault(item, Known())
            known.title = titles[item]
            own = [row for row in rows if row[0] == item]
            known.skus |= {sku_of(row): (row[3], False) for row in own}
            known.pictures = tuple(dict.fromkeys(row[4] for row in own if row[4])) or known.pictures

    @rule(rows=ROWS)
    def count(self, rows: list[Row]) -> None:
        """Mode stock; SKUs that nobody knows are noted, and a batch of these alone is refused."""
        known = {sku for item in self.model.values() for sku in item.skus}
        data = table("sku,on_hand", [f"{sku_of(row)},{row[3]}" for row in rows])
        if all(sku_of(row) not in known for row in rows):
            staged = self.catalogue.stage([("batch.zip", data)], mode=Mode.STOCK)
            assert staged.record.state is State.FAILED
            assert {fault.row for fault in staged.faults} == set(range(2, 2 + len(rows)))
            return
        self.send(data, Mode.STOCK)
        for row in (each for each in rows if sku_of(each) in known):
            skus = self.model[row[0]].skus
            skus[sku_of(row)] = (row[3], skus[sku_of(row)][1])

    @rule(rows=ROWS, entire=st.booleans())
    def delete(self, rows: list[Row], entire: bool) -> None:
        """Mode delete, of items or of SKUs."""
        lines = [f"{row[0]}," if entire else f",{sku_of(row)}" for row in rows]
        self.send(table("item,sku", list(dict.fromkeys(lines))), Mode.DELETE)
        for row in rows:
            known = self.model.get(row[0])
            if known is not None:
                known.skus.pop(sku_of(row), None)
                if entire or not known.skus:
                    del self.model[row[0]]

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        """The latest one."""
        assert self.catalogue.undo(None, toy_embed).audit.ok
        self.model = self.before.pop()

    @rule()
    def restart(self) -> None:
        """The program ends and starts again."""
        self.catalogue.close()
        self.open()

    @invariant()
    def holds_what_the_model_holds(self) -> None:
        held = {
            item.id: Known(
                item.title,
                {v.sku: (v.on_hand, v.retired) for v in item.variants},
                tuple(p.key for p in item.pictures),
            )
            for item in tuple(self.catalogue.database.each_item(retired=True))
        }
        wanted = {
            item: Known(known.title, known.skus, tuple(KEYS[name] for name in known.pictures))
            for item, known in self.model.items()
        }
        assert held == wanted
        retired = {item.id for item in tuple(self.catalogue.database.each_item(retired=True)) if item.retired}
        assert retired == {item for item, known in self.model.items() if known.retired}

    @invariant()
    def finds_what_is_in_use_and_nothing_else(self) -> None:
        searchable = {
            KEYS[name] for known in self.model.values() if not known.retired for name in known.pictures
        }
        assert set(self.index.keys()) == searchable
        assert all(map(self.catalogue.pictures.exists, searchable))
        assert len(self.catalogue.undoable()) == len(self.before)


Batches.TestCase.settings = settings(max_examples=8, stateful_step_count=10)
TestBatches = Batches.TestCase
