"""The program dies in the middle of a batch: the catalogue that is opened next is whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from catalogue.store import Catalogue
from tests.catalogue_fixtures import DIMENSION, picture, toy_embed

DIE = """
import os, sys
from pathlib import Path
from catalogue.store import Catalogue
from tests.catalogue_fixtures import DIMENSION, toy_embed

def die(stage, done, total):
    if f"{stage} {done}" == sys.argv[3]:
        os._exit(9)

with Catalogue.open(Path(sys.argv[1]), model_id="toy", dimension=DIMENSION) as catalogue:
    catalogue.import_batch(Path(sys.argv[2]), toy_embed, progress=die)
"""


def opened(home: Path) -> Catalogue:
    return Catalogue.open(home, model_id="toy", dimension=DIMENSION)


@pytest.mark.parametrize(
    ("moment", "applied"),
    [("embed 1", False), ("write 0", False), ("write 1", True)],
    ids=["before the index", "between index and SQL", "after SQL, before tidying up"],
)
def test_a_batch_that_was_cut_off_is_applied_whole_or_not_at_all(
    tmp_path: Path, moment: str, applied: bool
) -> None:
    home = tmp_path / "home"
    for colour in ("red", "blue"):
        (tmp_path / f"{colour}.png").write_bytes(picture(colour))
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("item,title,sku,on_hand,pictures\nTee,Tee,T-1,1,red.png\n")
    second.write_text("item,title,sku,on_hand,pictures\nTee,Polo,T-1,2,blue.png\nCap,Cap,C-1,3,\n")
    with opened(home) as catalogue:
        catalogue.import_batch(first, toy_embed)
    died = subprocess.run(
        [sys.executable, "-c", DIE, str(home), str(second), moment],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert died.returncode == 9
    with opened(home) as catalogue:
        tee = catalogue.stock.find("T-1")
        assert (tee.title, tee.on_hand) == (("Polo", 2) if applied else ("Tee", 1))
        assert catalogue.counts().items == (2 if applied else 1)
        assert len(catalogue.database.batches()) == (2 if applied else 1)
        assert catalogue.audit().ok
        shown = toy_embed([picture("blue" if applied else "red")])[0]
        assert catalogue.search.find(shown).matches[0].similarity == pytest.approx(1, abs=1e-5)
        catalogue.import_batch(second, toy_embed)
        catalogue.mend(toy_embed)
        assert catalogue.stock.find("T-1").title == "Polo"
        assert catalogue.index.count() == catalogue.counts().pictures == 1
