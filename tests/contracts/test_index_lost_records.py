"""After deletes and upserts Chroma loses sight of live records (chroma-core/chroma#7758). Ours are repaired.

As in that report: 4,000 inserts, half of them deleted, 30% of the others written over; then each live record
is asked for by its own vector. It takes vectors that lie in tight groups, as a catalogue's colourways do:
among evenly spread ones nothing was lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from chromadb.api.client import Client
from chromadb.api.models.Collection import Collection
from numpy.typing import NDArray

from catalogue.audit import audit, repair
from catalogue.index.chroma import folder_connection, server_connection
from catalogue.index.chroma_generations import HnswGraph
from catalogue.index.chroma_index import ChromaIndex
from catalogue.index.port import Entry
from catalogue.items import Item, Picture
from catalogue.pictures import PictureStore
from tests.kit.servers import chroma_server
from tests.kit.stores import open_database

pytestmark = pytest.mark.slow

SIZE, COUNT, GROUPS, SPREAD = 32, 4_000, 100, 0.03
SEEDS = 6
"""How a graph grows depends on how threads take turns: where one seed loses nothing, the next is tried."""


@dataclass(frozen=True, slots=True)
class Course:
    """What happens to an index."""

    first: NDArray[np.float32]
    """(COUNT, SIZE), as inserted."""
    then: NDArray[np.float32]
    """The same, with those written over as they are at last."""
    deleted: list[int]
    rewritten: list[int]
    live: list[int]


def course(seed: int, *, unit: bool) -> Course:
    rng = np.random.default_rng(seed)
    centres = rng.normal(size=(GROUPS, SIZE))

    def unit_vectors(count: int) -> NDArray[np.float32]:
        vectors = centres[rng.integers(0, GROUPS, count)] + SPREAD * rng.normal(size=(count, SIZE))
        return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True) if unit else vectors).astype(
            np.float32
        )

    first = unit_vectors(COUNT)
    deleted = rng.choice(COUNT, COUNT // 2, replace=False)
    live = np.setdiff1d(np.arange(COUNT), deleted)
    rewritten = rng.choice(live, int(0.3 * len(live)), replace=False)
    then = first.copy()
    then[rewritten] = unit_vectors(len(rewritten))
    return Course(first, then, deleted.tolist(), rewritten.tolist(), live.tolist())


def key(number: int) -> str:
    return f"{number:064x}"


def plain(client: Client, what: Course) -> Collection:
    """The course in Chroma as it comes, with the report's distance and default settings."""
    collection = client.create_collection(
        "plain", embedding_function=None, configuration={"hnsw": {"space": "l2"}}
    )
    collection.add(ids=[key(n) for n in range(COUNT)], embeddings=what.first)
    collection.delete(ids=[key(n) for n in what.deleted])
    collection.upsert(ids=[key(n) for n in what.rewritten], embeddings=what.then[what.rewritten])
    return collection


def lost(collection: Collection, what: Course, *, top: int) -> set[str]:
    """Live records that a search for their own vectors does not meet among so many."""
    missed = set()
    for start in range(0, len(what.live), 200):
        chunk = what.live[start : start + 200]
        hits = collection.query(query_embeddings=what.then[chunk], n_results=top, include=[])
        missed |= {key(n) for n, keys in zip(chunk, hits["ids"], strict=True) if key(n) not in keys}
    return missed


@contextmanager
def client_of(folder: Path) -> Iterator[Client]:
    """Chroma in that folder. Its server runs the same library: our index is tried with both, below."""
    connection = folder_connection(folder)
    client = connection.connect()
    yield client
    connection.close(client)


def test_chroma_itself_loses_sight_of_live_records(
    tmp_path: Path, record_testsuite_property: Callable[[str, object], None]
) -> None:
    """A record is there for `get`, and no search finds it. The day this finds none, the repairing may go."""
    for seed in range(SEEDS):
        what = course(seed, unit=False)
        with client_of(tmp_path / str(seed)) as client:
            collection = plain(client, what)
            missed = lost(collection, what, top=100)
            there = collection.get(ids=sorted(missed))["ids"] if missed else []
            record_testsuite_property(f"seed {seed}: lost among 100", len(missed))
            record_testsuite_property(f"seed {seed}: lost among 1000", len(lost(collection, what, top=1_000)))
        if missed:
            break
    else:
        pytest.skip(f"Chroma lost nothing here, with {SEEDS} seeds")
    assert set(there) == missed
    with client_of(tmp_path / str(seed)) as client:  # and opening it again does not bring them back
        assert lost(client.get_collection("plain", embedding_function=None), what, top=100)


@pytest.mark.parametrize("place", ["embedded", "server"])
def test_our_index_loses_none_after_the_same(place: str, tmp_path: Path) -> None:
    """Whatever the graph has lost is written again, until each is found by its own vector."""
    if place == "embedded":
        connection = folder_connection(tmp_path / "chroma")
        repaired(ChromaIndex(connection, model_id="toy", dimension=SIZE), tmp_path)
        return
    with chroma_server() as url:
        repaired(ChromaIndex(server_connection(url), model_id="toy", dimension=SIZE), tmp_path)


def test_an_index_as_careless_as_chromas_own_is_repaired_too(tmp_path: Path) -> None:
    """With fewer links and a narrower look for neighbours, much is lost that must be found again."""
    graph = HnswGraph(ef_construction=16, ef_search=20, max_neighbors=8)
    connection = folder_connection(tmp_path / "chroma")
    careless = ChromaIndex(connection, model_id="toy", dimension=SIZE, graph=graph)
    assert repaired(careless, tmp_path) > 0


def repaired(index: ChromaIndex, folder: Path) -> int:
    """Let the course happen to our index, repair it, and look for each; returns how many were lost before."""
    what = course(1, unit=True)
    items = [Item(f"i{n}", "Tee", pictures=(Picture(key(n), 0),)) for n in what.live]
    index.upsert([Entry(key(n), f"i{n}", None, what.first[n]) for n in range(COUNT)])
    index.delete([key(n) for n in what.deleted])
    index.upsert([Entry(key(n), f"i{n}", None, what.then[n]) for n in what.rewritten])
    with open_database(folder, *items) as database:
        report = repair(index, database, PictureStore(str(folder / "pictures")), embed=np.stack)
        assert report.missing == report.strays == ()
        assert audit(index, database).ok
    for start in range(0, len(what.live), 200):
        chunk = what.live[start : start + 200]
        hits = index.nearest_to_each(what.then[chunk], top=10)
        assert [any(hit.picture == key(n) for hit in each) for n, each in zip(chunk, hits, strict=True)] == [
            True
        ] * len(chunk)
    index.close()
    return len(report.unfindable)
