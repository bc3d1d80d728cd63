"""What an index does: the fake in memory, Chroma embedded, and a Chroma server."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from catalogue.errors import StoreError
from catalogue.index.chroma import folder_connection, server_connection
from catalogue.index.chroma_index import ChromaIndex
from catalogue.index.port import Entry, Index
from tests.kit.stores import MemoryIndex, random_vectors

SIZE = 16
VECTORS = random_vectors(200, SIZE)


@pytest.fixture(params=["memory", "chroma", "chroma server"])
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Index]:
    opened: Index
    if request.param == "memory":
        opened = MemoryIndex(dimension=SIZE)
    elif request.param == "chroma":
        opened = ChromaIndex(folder_connection(tmp_path / "chroma"), model_id="toy", dimension=SIZE)
    else:
        # Each test finds a model of its own there, and so an empty generation.
        name = request.node.name
        connection = server_connection(request.getfixturevalue("chroma"))
        opened = ChromaIndex(connection, model_id=name, dimension=SIZE, afresh=True)
    yield opened
    opened.close()


def entries(count: int = 20, *, start: int = 0, garment_class: str | None = "upper") -> list[Entry]:
    return [
        Entry(f"p{number:05d}", f"item{number // 2}", garment_class, VECTORS[number])
        for number in range(start, start + count)
    ]


def test_every_picture_is_found_first_by_its_own_vector(index: Index) -> None:
    index.upsert(entries())
    for entry in entries():
        [hit] = index.nearest(entry.vector, top=1)
        assert hit.picture == entry.picture
        assert hit.similarity == pytest.approx(1, abs=1e-5)


def test_hits_come_best_first_with_their_cosines(index: Index) -> None:
    index.upsert(entries(200))
    query = random_vectors(1, SIZE, seed=5)[0]
    exact = np.sort(VECTORS @ query)[::-1]
    similarities = [hit.similarity for hit in index.nearest(query, top=10)]
    assert similarities == pytest.approx(exact[:10], abs=1e-5)


def test_no_more_are_returned_than_asked_for_or_held(index: Index) -> None:
    assert index.nearest(VECTORS[0], top=5) == []
    index.upsert(entries(3))
    assert len(index.nearest(VECTORS[0], top=2)) == 2
    assert len(index.nearest(VECTORS[0], top=50)) == 3


def test_many_are_asked_for_at_once(index: Index) -> None:
    index.upsert(entries(100))
    each = index.nearest_to_each(VECTORS[:50], top=3)
    assert each == [index.nearest(vector, top=3) for vector in VECTORS[:50]]
    assert [hits[0].picture for hits in each] == [f"p{number:05d}" for number in range(50)]
    assert index.nearest_to_each(np.empty((0, SIZE), np.float32), top=3) == []


def test_writing_a_picture_again_overwrites_it(index: Index) -> None:
    index.upsert(entries(5))
    index.upsert([Entry("p00000", "moved", "bag", VECTORS[100])])
    assert index.count() == 5
    assert index.nearest(VECTORS[100], top=1)[0].picture == "p00000"
    assert index.nearest(VECTORS[0], top=1)[0].picture != "p00000"


def test_the_last_of_two_entries_of_one_picture_counts(index: Index) -> None:
    index.upsert([Entry("p", "a", None, VECTORS[0]), Entry("p", "b", None, VECTORS[1])])
    assert index.count() == 1
    np.testing.assert_allclose(index.vectors(["p"])["p"], VECTORS[1], atol=1e-6)


def test_deleted_pictures_are_gone_and_unknown_ones_are_no_error(index: Index) -> None:
    index.upsert(entries(5))
    index.delete(["p00001", "p00001", "never seen"])
    index.delete([])
    assert index.count() == 4
    assert "p00001" not in {hit.picture for hit in index.nearest(VECTORS[1], top=5)}


def test_vectors_and_keys_tell_what_it_holds(index: Index) -> None:
    index.upsert([])
    index.upsert(entries(4))
    vectors = index.vectors(["p00002", "never seen"])
    assert list(vectors) == ["p00002"]
    assert vectors["p00002"].dtype == np.float32
    np.testing.assert_allclose(vectors["p00002"], VECTORS[2], atol=1e-6)
    assert index.vectors([]) == {}
    assert sorted(index.keys()) == ["p00000", "p00001", "p00002", "p00003"]


def test_a_rebuilt_index_holds_and_finds_the_same(index: Index) -> None:
    index.upsert([*entries(30), *entries(1, start=30, garment_class=None)])
    before = index.nearest(VECTORS[7], top=10)
    index.rebuild()
    assert index.count() == 31
    after = index.nearest(VECTORS[7], top=10)
    assert [hit.picture for hit in after] == [hit.picture for hit in before]


def test_vectors_of_another_length_are_refused(index: Index) -> None:
    with pytest.raises(StoreError, match="16 numbers"):
        index.upsert([*entries(2), Entry("x", "x", None, np.ones(3, np.float32))])
    assert index.count() == 0


def test_more_entries_than_one_call_to_chroma_takes(index: Index) -> None:
    vectors = random_vectors(5_600, SIZE, seed=1)
    index.upsert([Entry(f"{n}", f"{n}", None, vectors[n]) for n in range(5_600)])
    assert index.count() == 5_600
    assert len(index.keys()) == 5_600
    assert len(index.vectors([f"{n}" for n in range(5_600)])) == 5_600
    index.delete([f"{n}" for n in range(5_500)])
    assert sorted(index.keys()) == [f"{n}" for n in range(5_500, 5_600)]


def test_threads_may_search_while_another_writes_and_rebuilds(index: Index) -> None:
    index.upsert(entries(20))
    faults: list[BaseException] = []

    def guarded(work: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            try:
                work()
            except BaseException as error:
                faults.append(error)

        return run

    def search() -> None:
        for turn in range(40):
            number = turn % 20
            assert index.nearest(VECTORS[number], top=1)[0].picture == f"p{number:05d}"

    def write() -> None:
        for turn in range(5):
            index.upsert(entries(5, start=20 + 5 * turn))
            index.rebuild()

    threads = [threading.Thread(target=guarded(work)) for work in (search, search, write)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert index.count() == 45
