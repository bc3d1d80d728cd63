"""What is Chroma's own: models, generations, other processes, and records that it loses sight of."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import nullcontext
from pathlib import Path
from typing import cast

import chromadb
import numpy as np
import pytest
from chromadb.api.client import Client
from chromadb.config import Settings

from catalogue.errors import StoreError
from catalogue.index.chroma import folder_connection, server_connection
from catalogue.index.chroma_index import ChromaIndex
from catalogue.index.port import Entry
from tests.kit.servers import chroma_daemon, chroma_server
from tests.kit.stores import random_vectors

SIZE = 16
VECTORS = random_vectors(50, SIZE)


def opened(folder: Path, *, model_id: str = "toy", size: int = SIZE, afresh: bool = False) -> ChromaIndex:
    return ChromaIndex(folder_connection(folder), model_id=model_id, dimension=size, afresh=afresh)


def raw(folder: Path) -> Client:
    return cast(Client, chromadb.PersistentClient(str(folder), Settings(anonymized_telemetry=False)))


def entries(count: int = 10) -> list[Entry]:
    return [Entry(f"p{n}", f"i{n}", None, VECTORS[n]) for n in range(count)]


def test_what_is_written_is_found_after_opening_again(tmp_path: Path) -> None:
    index = opened(tmp_path)
    index.upsert(entries())
    index.close()
    reopened = opened(tmp_path)
    assert reopened.nearest(VECTORS[3], top=1)[0].picture == "p3"
    reopened.close()


def names(folder: Path) -> list[str]:
    client = raw(folder)
    collections = sorted(collection.name for collection in client.list_collections())
    client.close()
    return collections


@pytest.mark.parametrize(("model_id", "size"), [("other", SIZE), ("toy", SIZE + 1)])
def test_another_models_index_is_refused_until_it_is_made_afresh(
    tmp_path: Path, model_id: str, size: int
) -> None:
    index = opened(tmp_path)
    index.upsert(entries())
    index.close()
    with pytest.raises(StoreError, match="run hangtag audit --repair"):
        opened(tmp_path, model_id=model_id, size=size)
    fresh = opened(tmp_path, model_id=model_id, size=size, afresh=True)
    assert (fresh.count(), fresh.generation) == (0, 2)
    fresh.close()
    with pytest.raises(StoreError, match="isn't complete yet"):
        opened(tmp_path, model_id=model_id, size=size)
    fresh = opened(tmp_path, model_id=model_id, size=size, afresh=True)
    fresh.complete()
    fresh.complete()
    fresh.close()
    reopened = opened(tmp_path, model_id=model_id, size=size)
    assert reopened.generation == 2
    reopened.close()


def test_the_former_model_serves_until_the_new_ones_index_is_complete_and_after(tmp_path: Path) -> None:
    """Searches, writes and rebuilds of the one are nothing to the other; what was begun is gone on with."""
    old = opened(tmp_path)
    old.upsert(entries())
    new = opened(tmp_path, model_id="new", size=3, afresh=True)
    new.upsert([Entry("p0", "i0", None, np.eye(3, dtype=np.float32)[0])])
    new.close()
    assert old.nearest(VECTORS[3], top=1)[0].picture == "p3"
    old.upsert([Entry("later", "later", None, VECTORS[40])])
    new = opened(tmp_path, model_id="new", size=3, afresh=True)
    assert new.keys() == ["p0"]
    new.upsert([Entry("p1", "i1", None, np.eye(3, dtype=np.float32)[1])])
    new.rebuild()
    assert sorted(new.keys()) == ["p0", "p1"]
    assert old.nearest(VECTORS[40], top=1)[0].picture == "later"
    assert old.count() == 11
    old.close()
    new.close()


def test_only_the_last_model_but_one_is_kept(tmp_path: Path) -> None:
    for model in ("first", "second", "third"):
        index = opened(tmp_path, model_id=model, afresh=True)
        index.upsert(entries())
        index.complete()
        index.close()
    assert names(tmp_path) == ["hangtag-pictures-000002", "hangtag-pictures-000003"]
    back = opened(tmp_path, model_id="second")
    assert back.count() == 10
    back.close()


def test_afresh_keeps_an_index_of_the_same_model(tmp_path: Path) -> None:
    index = opened(tmp_path)
    index.upsert(entries())
    index.close()
    reopened = opened(tmp_path, afresh=True)
    assert reopened.count() == 10
    reopened.close()


def test_a_new_generation_deletes_what_crashes_have_left(tmp_path: Path) -> None:
    index = opened(tmp_path)
    index.rebuild()
    index.rebuild()
    index.close()
    client = raw(tmp_path)
    client.create_collection("hangtag-pictures-000001")
    client.create_collection("hangtag-pictures-000002-building")
    client.create_collection("of-another-program")
    client.close()
    index = opened(tmp_path)
    index.rebuild()
    index.close()
    # The first is of another model, as it has no label, and the last such one is kept.
    assert names(tmp_path) == ["hangtag-pictures-000001", "hangtag-pictures-000004", "of-another-program"]


def test_what_is_written_while_the_index_is_rebuilt_is_carried_over(tmp_path: Path) -> None:
    vectors = random_vectors(3_000, SIZE, seed=2)
    index = opened(tmp_path)
    index.upsert([Entry(f"p{n}", f"i{n}", None, vectors[n]) for n in range(2_900)])
    rebuilding = threading.Thread(target=index.rebuild)
    rebuilding.start()
    written = 2_900
    while rebuilding.is_alive() and written < 3_000:
        index.upsert([Entry(f"p{written}", "late", None, vectors[written])])
        index.delete([f"p{written - 2_900}"])
        index.upsert([Entry(f"p{written - 2_700}", "moved", None, -vectors[written])])
        written += 1
    rebuilding.join()
    late = written - 2_900
    assert late > 0
    assert index.generation == 2
    assert sorted(index.keys()) == sorted(f"p{n}" for n in range(late, written))
    vectors_after = index.vectors([f"p{n}" for n in range(200, 200 + late)])
    for n in range(late):
        np.testing.assert_allclose(vectors_after[f"p{200 + n}"], -vectors[2_900 + n], atol=1e-6)
    index.close()


def test_each_rebuild_is_a_new_generation_and_leaves_one_behind_nowhere(tmp_path: Path) -> None:
    index = opened(tmp_path)
    index.upsert(entries())
    index.rebuild()
    index.rebuild()
    assert index.generation == 3
    index.close()
    reopened = opened(tmp_path)
    assert (reopened.generation, reopened.count()) == (3, 10)
    reopened.close()


WRITE_ELSEWHERE = """
import sys
from pathlib import Path
from typing import cast
import numpy as np
from catalogue.index.chroma import folder_connection, server_connection
from catalogue.index.chroma_index import ChromaIndex
from catalogue.index.port import Entry
index = ChromaIndex(folder_connection(Path(sys.argv[1])), model_id="toy", dimension=16)
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
    index.upsert(entries())
    assert index.nearest(VECTORS[3], top=1)[0].picture == "p3"
    subprocess.run([sys.executable, "-c", WRITE_ELSEWHERE, str(tmp_path), then], check=True)
    first = np.zeros(SIZE, np.float32)
    first[0] = 1
    assert index.nearest(first, top=1)[0].picture == "new"
    assert index.nearest(VECTORS[3], top=1)[0].picture != "p3"
    index.upsert([Entry("later", "later", None, VECTORS[40])])
    assert index.nearest(VECTORS[40], top=1)[0].picture == "later"
    index.close()


OPEN = """
import sys
from pathlib import Path
from catalogue.index.chroma import folder_connection, server_connection
from catalogue.index.chroma_index import ChromaIndex
where = sys.argv[1]
if where.startswith("http"):
    ChromaIndex(server_connection(where), model_id="toy", dimension=16).close()
else:
    ChromaIndex(folder_connection(Path(where)), model_id="toy", dimension=16).close()
"""


@pytest.mark.parametrize("place", ["folder", "server"])
def test_processes_that_open_a_new_index_at_the_same_moment_all_succeed(tmp_path: Path, place: str) -> None:
    with chroma_server() if place == "server" else nullcontext(str(tmp_path / "chroma")) as where:
        programs = [
            subprocess.Popen([sys.executable, "-c", OPEN, where], stderr=subprocess.PIPE) for _ in range(3)
        ]
        for program in programs:
            _, output = program.communicate(timeout=240)
            assert program.returncode == 0, output.decode()


def test_a_server_that_is_not_there_is_one_sentence() -> None:
    with pytest.raises(StoreError, match="doesn't answer"):
        ChromaIndex(server_connection("http://127.0.0.1:1"), model_id="toy", dimension=SIZE)
    with pytest.raises(StoreError, match="http://host:port"):
        ChromaIndex(server_connection("127.0.0.1:1"), model_id="toy", dimension=SIZE)
    with pytest.raises(StoreError, match="http://host:port"):
        ChromaIndex(server_connection("http://xn--é:8000"), model_id="toy", dimension=SIZE)


def test_a_server_that_hangs_is_waited_for_so_long_and_serves_again_afterwards() -> None:
    """While a client is open, and while one is made."""
    with chroma_daemon() as (daemon, url):
        index = ChromaIndex(server_connection(url, seconds=1.0), model_id="toy", dimension=SIZE)
        index.upsert(entries())
        with daemon.hanging():
            with pytest.raises(StoreError, match="doesn't answer") as silent:
                index.nearest(VECTORS[3], top=1)
            assert "timed out" in silent.value.why
            with pytest.raises(StoreError, match="doesn't answer"):
                ChromaIndex(server_connection(url, seconds=1.0), model_id="toy", dimension=SIZE)
        assert index.nearest(VECTORS[3], top=1)[0].picture == "p3"
        index.close()


@pytest.mark.parametrize("bytes_left", [0, 40_960])
def test_a_folder_that_is_damaged_is_one_sentence_and_the_reason_is_kept(
    tmp_path: Path, bytes_left: int
) -> None:
    index = ChromaIndex(folder_connection(tmp_path), model_id="toy", dimension=SIZE)
    index.upsert(entries())
    index.close()
    file = tmp_path / "chroma.sqlite3"
    file.write_bytes(file.read_bytes()[:bytes_left] or b"no database" * 1000)
    with pytest.raises(StoreError, match="The index doesn't answer") as damaged:
        ChromaIndex(folder_connection(tmp_path), model_id="toy", dimension=SIZE)
    assert "database" in damaged.value.why
