"""What a catalogue costs by its size: import, search, recall, disk, memory, opening again.

Uses real parts throughout: a SQLite file and an embedded Chroma in a temporary folder, the search that
answers photos, and a separate process for a fresh start.
"""

from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from catalogue.audit import audit
from catalogue.database import BatchRecord, Database, url_in
from catalogue.index.chroma import folder_connection
from catalogue.index.chroma_index import ChromaIndex
from catalogue.index.port import Entry, Index
from catalogue.items import GARMENT_CLASSES, Item, Picture, StockLevel, Variant
from catalogue.search import MUCH_WORSE, Calibration, Search

T = TypeVar("T")

BATCH = 5_000
"""Items written at once."""
MODEL = "bench"
RECALL_AT = 10
AUDITED = 5_000
"""Pictures that are enough to measure the audit's speed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One size's figures. Times of searches include index and SQL, top 5."""

    items: int
    index_per_second: float
    """Ready vectors written into the index per second."""
    import_per_second: float
    """Items written per second, into index and SQL: one picture, one size and one stock level each."""
    index_ms: float
    """Of the index alone, its nearest ten."""
    index_p99_ms: float
    search_ms: float
    search_p99_ms: float
    class_ms: float
    """Of a search within one class, chosen at random."""
    class_p99_ms: float
    own_class_ms: float
    """Of a search within the class of the nearest item: the usual case."""
    own_class_p99_ms: float
    recall: float
    """How many of the exactly nearest ten the index finds; 0 to 1."""
    class_recall: float
    """The same for a search within a class: of the exactly best five items."""
    audit_per_second: float
    unfindable: int
    """How many of the audited pictures were not found by their own vectors right after the import."""
    disk_mb: float
    open_s: float
    """From opening to the first answer, in a fresh process, without its imports."""
    memory_mb: float
    """That process's peak of resident memory after its searches."""


def measure(
    vectors: NDArray[np.float32], queries: NDArray[np.float32], *, folder: Path | None = None
) -> Cost:
    """Build a catalogue with one item for each vector, and search it.

    Args:
        vectors: (N, D), of length one.
        queries: (Q, D), of length one, none of the vectors.
        folder: where to build it; a temporary folder by default.
    """
    with TemporaryDirectory(dir=folder, prefix="hangtag-bench-") as name:
        home = Path(name)
        classes = classes_of(vectors)
        index = open_index(home, vectors.shape[1])
        database = Database.open(url_in(home))
        try:
            index_s, sql_s = fill(index, database, vectors, classes)
            search = Search(index, database, Calibration)
            search.find(queries[0])
            audited, audit_s = _timed(
                lambda: audit(index, database, keys=[_key(n) for n in range(0, len(vectors), _step(vectors))])
            )
            similar = queries @ vectors.T  # (Q, N)
            nearest_class = classes[similar.argmax(axis=1)]
            any_class = np.random.default_rng(1).choice(classes, len(queries))
            plain = _time_searches(search, queries, None)
            within = _time_searches(search, queries, any_class)
            own_class = _time_searches(search, queries, nearest_class)
            nearest, recall = _recall(index, queries, similar)
            class_recall = _class_recall(within[1], similar, classes, any_class)
        finally:
            index.close()
            database.close()
        fresh = _fresh(home, queries)
        return Cost(
            items=len(vectors),
            index_per_second=len(vectors) / index_s,
            import_per_second=len(vectors) / (index_s + sql_s),
            **_quantiles("index", nearest),
            **_quantiles("search", plain[0]),
            **_quantiles("class", within[0]),
            **_quantiles("own_class", own_class[0]),
            recall=recall,
            class_recall=class_recall,
            audit_per_second=audited.pictures / audit_s,
            unfindable=len(audited.unfindable),
            disk_mb=sum(file.stat().st_size for file in home.rglob("*") if file.is_file()) / 1e6,
            open_s=fresh["open_s"],
            memory_mb=fresh["memory_mb"],
        )


def classes_of(vectors: NDArray[np.float32]) -> NDArray[np.str_]:
    """Return a class for each vector: similar ones share it, and some classes are rare."""
    rng = np.random.default_rng(0)
    poles = vectors[rng.choice(len(vectors), len(GARMENT_CLASSES), replace=False)]
    classes: NDArray[np.str_] = np.asarray(GARMENT_CLASSES)[(vectors @ poles.T).argmax(axis=1)]
    return classes


def table(costs: list[Cost]) -> str:
    """Format the figures with a column for each size."""
    rows: list[tuple[str, Callable[[Cost], str]]] = [
        ("items", lambda c: f"{c.items:,}"),
        ("vectors into the index, a second", lambda c: f"{c.index_per_second:,.0f}"),
        ("items into index and SQL, a second", lambda c: f"{c.import_per_second:,.0f}"),
        ("index alone, median ms (p99)", lambda c: f"{c.index_ms:.1f} ({c.index_p99_ms:.1f})"),
        ("search with SQL, median ms (p99)", lambda c: f"{c.search_ms:.1f} ({c.search_p99_ms:.1f})"),
        ("within the own class", lambda c: f"{c.own_class_ms:.1f} ({c.own_class_p99_ms:.1f})"),
        ("within any class", lambda c: f"{c.class_ms:.1f} ({c.class_p99_ms:.1f})"),
        ("recall at 10", lambda c: f"{c.recall:.4f}"),
        ("within any class, at 5", lambda c: f"{c.class_recall:.4f}"),
        ("audited, a second", lambda c: f"{c.audit_per_second:,.0f}"),
        ("not found by their own vectors", lambda c: f"{c.unfindable:,}"),
        ("on disk, MB", lambda c: f"{c.disk_mb:,.0f}"),
        ("opened and answered, s", lambda c: f"{c.open_s:.2f}"),
        ("memory at the peak, MB", lambda c: f"{c.memory_mb:,.0f}"),
    ]
    return "\n".join(
        f"{name:<36}" + "".join(f"{figure(cost):>18}" for cost in costs) for name, figure in rows
    )


def as_json(costs: list[Cost]) -> list[dict[str, float]]:
    """Return the figures as plain values."""
    return [{name: round(value, 4) for name, value in asdict(cost).items()} for cost in costs]


def open_index(home: Path, dimension: int) -> ChromaIndex:
    """Open an index of our own in a folder."""
    return ChromaIndex(folder_connection(home / "chroma"), model_id=MODEL, dimension=dimension)


def _key(number: int) -> str:
    return f"{number:064x}"


def _step(vectors: NDArray[np.float32]) -> int:
    return max(1, len(vectors) // AUDITED)


def fill(
    index: Index,
    database: Database,
    vectors: NDArray[np.float32],
    classes: NDArray[np.str_],
    *,
    sizes: int = 1,
) -> tuple[float, float]:
    """Write an item with so many sizes for each vector; return the seconds that the index took, and SQL."""
    index_s = sql_s = 0.0
    now = datetime.now(UTC)
    for start in range(0, len(vectors), BATCH):
        numbers = range(start, min(start + BATCH, len(vectors)))
        items = [_item(n, str(classes[n]), now, sizes) for n in numbers]
        entries = [Entry(i.pictures[0].key, i.id, i.garment_class, vectors[int(i.id)]) for i in items]
        index_s += _timed(partial(index.upsert, entries))[1]
        record = BatchRecord(now, "bench", len(items), 0, 0)
        sql_s += _timed(partial(database.write, items, record))[1]
    return index_s, sql_s


def _item(number: int, garment_class: str, now: datetime, sizes: int) -> Item:
    level = StockLevel("Main", number % 90, 0, now)
    return Item(
        id=f"{number:07d}",
        title=f"Garment {number}",
        garment_class=garment_class,
        variants=tuple(Variant(f"B-{number:07d}-{n}", str(36 + 2 * n), None, (level,)) for n in range(sizes)),
        pictures=(Picture(_key(number), 0),),
    )


def _time_searches(
    search: Search, queries: NDArray[np.float32], classes: NDArray[np.str_] | None
) -> tuple[list[float], list[list[int]]]:
    """Return the milliseconds of each search, and the numbers of the items found."""
    times, items_found = [], []
    for number, query in enumerate(queries):
        wanted = None if classes is None else str(classes[number])
        findings, seconds = _timed(partial(search.find, query, garment_class=wanted))
        times.append(1000 * seconds)
        items_found.append([int(match.item.id) for match in findings.matches])
    return times, items_found


def _quantiles(name: str, times: list[float]) -> dict[str, float]:
    return {f"{name}_ms": float(np.median(times)), f"{name}_p99_ms": float(np.quantile(times, 0.99))}


def _recall(
    index: Index, queries: NDArray[np.float32], similar: NDArray[np.float32]
) -> tuple[list[float], float]:
    """Return the milliseconds of each search in the index alone, and its recall."""
    exact = np.argsort(-similar, axis=1)[:, :RECALL_AT].tolist()
    times, shares = [], []
    for query, best in zip(queries, exact, strict=True):
        hits, seconds = _timed(partial(index.nearest, query, top=RECALL_AT))
        times.append(1000 * seconds)
        shares.append(len({int(hit.picture, 16) for hit in hits}.intersection(best)) / len(best))
    return times, float(np.mean(shares))


def _class_recall(
    items_found: list[list[int]],
    similar: NDArray[np.float32],
    classes: NDArray[np.str_],
    wanted: NDArray[np.str_],
) -> float:
    shares = []
    for numbers, row, garment_class in zip(items_found, similar, wanted, strict=True):
        within = np.where(classes == garment_class, row, -2.0)
        # A class whose best is so much worse is ignored.
        exact = np.argsort(-(row if within.max() < row.max() - MUCH_WORSE else within))[:5]
        shares.append(len(set(exact.tolist()).intersection(numbers)) / len(exact))
    return float(np.mean(shares))


def _timed(what: Callable[[], T]) -> tuple[T, float]:
    began = time.perf_counter()
    done = what()
    return done, time.perf_counter() - began


def _fresh(home: Path, queries: NDArray[np.float32]) -> dict[str, float]:
    """Measure what a new process needs to open the catalogue and search it."""
    np.save(home / "queries.npy", queries)
    completed = subprocess.run(
        [sys.executable, "-m", "catalogue.benchmark", str(home)], check=True, capture_output=True, text=True
    )
    figures: dict[str, float] = json.loads(completed.stdout)
    return figures


def _open(home: Path) -> dict[str, float]:
    queries = np.load(home / "queries.npy")
    began = time.perf_counter()
    index = open_index(home, queries.shape[1])
    database = Database.open(url_in(home))
    search = Search(index, database, Calibration)
    search.find(queries[0])
    open_s = time.perf_counter() - began
    for query in queries:
        search.find(query)
    index.close()
    database.close()
    return {"open_s": open_s, "memory_mb": peak_memory_mb()}


def peak_memory_mb() -> float:
    """Return this process's peak of resident memory.

    On Linux, `ru_maxrss` includes the parent process; there the process's peak is read from /proc.
    """
    status = Path("/proc/self/status")
    if status.exists():
        items_found = re.search(r"^VmHWM:\s+(\d+) kB", status.read_text("ascii"), re.MULTILINE)
        if items_found:
            return int(items_found[1]) * 1024 / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_open(Path(sys.argv[1]))))
