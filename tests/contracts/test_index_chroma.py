"""What is Chroma's own: models, generations, other processes, and records that it loses sight of."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import cast

import chromadb
import numpy as np
import pytest
from chromadb.api.client import Client
from chromadb.config import Settings

from catalogue.chroma import ChromaIndex
from catalogue.errors import StoreError
from catalogue.index import Entry
from tests.catalogue_fixtures import random_vectors

SIZE = 16
VECTORS = random_vectors(50, SIZE)


def opened(folder: Path, *, model_id: str = "toy", size: int = SIZE, afresh: bool = False) -> ChromaIndex:
    return ChromaIndex.embedded(folder, model_id=model_id, dimension=size, afresh=afresh)


def raw(folder: Path) -> Client:
    return cast(Client, chromadb.PersistentClient(str(folder), Settings(anonymized_telemetry=False)))


def some(count: int = 10) -> list[Entry]:
    return [Entry(f"p{n}", f"i{n}", None, VECTORS[n]) for n in range(count)]


def test_what_is_written_is_found_after_opening_again(tmp_path: Path) -> None:
    index = opened(tmp_path)
    index.upsert(some())
    index.close()
    again = opened(tmp_path)
    assert again.nearest(VECTORS[3], top=1)[0].picture == "p3"
    again.close()


@pytest.mark.parametrize(("model_id", "size"), [("other", SIZE), ("toy", SIZE + 1)])
def test_another_models_index_is_refused_until_it_is_begun_afresh(
    tmp_path: Path, model_id: str, size: int
) -> None:
    index = opened(tmp_path)
    index.upsert(some())
    index.close()
    with pytest.raises(StoreError, match="run hangtag audit --mend"):
        opened(tmp_path, model_id=model_id, size=size)
    fresh = opened(tmp_path, model_id=model_id, size=size, afresh=True)
    assert fresh.count() == 0
    assert fresh.generation == 2
    fresh.close()


def test_afresh_keeps_an_index_of_the_same_model(tmp_path: Path) -> None:
    index = opened(tmp_path)
    index.upsert(some())
    index.close()
    again = opened(tmp_path, afresh=True)
    assert again.count() == 10
    again.close()


def test_a_new_generation_deletes_all_before_it(tmp_path: Path) -> None:
    """The other model's, and those of which a crash between the swap and the tidying up left too many."""

    def generations() -> list[str]:
        client = raw(tmp_path)
        names = sorted(collection.name for collection in client.list_collections())
        client.close()
        return names

    index = opened(tmp_path)
    index.rebuild()
    index.rebuild()
    index.close()
    client = raw(tmp_path)
    client.create_collection("hangtag-pictures-000001")
    client.create_collection("hangtag-pictures-000002-building")
    client.create_collection("of-another-program")
    client.close()
    fresh = opened(tmp_path, model_id="other", afresh=True)
    fresh.close()
    assert generations() == ["hangtag-pictures-000004", "of-another-program"]


def test_each_rebuild_is_a_new_generation_and_leaves_one_behind_nowhere(tmp_path: Path) -> None:
    index = opened(tmp_path)
    index.upsert(some())
    index.rebuild()
    index.rebuild()
    assert index.generation == 3
    index.close()
    again = opened(tmp_path)
    assert (again.generation, again.count()) == (3, 10)
    again.close()


WRITE_ELSEWHERE = """
import sys
from pathlib import Path
from typing import cast
import numpy as np
from catalogue.chroma import ChromaIndex
from catalogue.index import Entry
index = ChromaIndex.embedded(Path(sys.argv[1]), model_id="toy", dimension=16)
vector = np.zeros(16, np.float32)
vector[0] = 1
index.upsert([Entry("new", "new", None, vector)])
index.delete(["p3"])
if sys.argv[2] == "rebuild":
    index.rebuild()
index.close()
"""


@pytest.mark.parametrize("then", ["nothing more", "rebuild"])
def test_an_open_index_sees_what_another_process_writes(tmp_path: Path, then: str) -> None:
    """An embedded client of Chroma 1.5.9 would by itself go on without the new records."""
    index = opened(tmp_path)
    index.upsert(some())
    assert index.nearest(VECTORS[3], top=1)[0].picture == "p3"
    subprocess.run([sys.executable, "-c", WRITE_ELSEWHERE, str(tmp_path), then], check=True)
    first = np.zeros(SIZE, np.float32)
    first[0] = 1
    assert index.nearest(first, top=1)[0].picture == "new"
    assert index.nearest(VECTORS[3], top=1)[0].picture != "p3"
    index.upsert([Entry("later", "later", None, VECTORS[40])])
    assert index.nearest(VECTORS[40], top=1)[0].picture == "later"
    index.close()


def test_a_server_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(StoreError, match="does not answer"):
        ChromaIndex.server("http://127.0.0.1:1", model_id="toy", dimension=SIZE)
    with pytest.raises(StoreError, match="http://host:port"):
        ChromaIndex.server("127.0.0.1:1", model_id="toy", dimension=SIZE)
