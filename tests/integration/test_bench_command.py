"""hangtag bench, as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.commands.bench import lines
from tests.kit.checkpoints import tiny_checkpoint
from vision.segmentation.checkpoints import save_tiramisu

pytestmark = pytest.mark.slow


def test_bench_times_the_way_to_the_matches_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And this installation's catalogue is not touched, wherever it lies."""
    save_tiramisu(tiny_checkpoint(), tmp_path / "tiny.pt")
    monkeypatch.setenv("HANGTAG_CHECKPOINT", str(tmp_path / "tiny.pt"))
    monkeypatch.setenv("HANGTAG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HANGTAG_DATABASE_URL", f"sqlite:///{tmp_path / 'other.sqlite3'}")
    monkeypatch.delenv("HANGTAG_DATA", raising=False)
    few = ["--items", "6", "--rounds", "2", "--photos", "1", "--starts", "1", "--json"]
    done = CliRunner().invoke(app, ["bench", *few])
    assert done.exit_code == 0, done.output
    report = json.loads(done.stdout)
    assert set(report["ms"]) == {"decode", "segment", "embed", "search", "bytes to matches"}
    parts = sum(report["ms"][stage]["median"] for stage in ("decode", "segment", "embed", "search"))
    assert report["ms"]["bytes to matches"]["median"] >= 0.5 * parts > 0
    assert 0 < report["ready_s"] < report["first_answer_s"]
    assert 50 < report["peak_memory_mb"] < 700
    assert report["items"] == 6
    assert {"mask, ours", "mask, GrabCut", "vector, ours"} <= set(report["peers"]["ways"])
    assert "IoU" not in report["peers"]["ways"]["mask, ours"]  # drawn photos are no exam
    told = "\n".join(lines(report))
    assert "bytes to matches" in told
    assert "6 items" in told
    assert not (tmp_path / "home").exists()
    assert not (tmp_path / "other.sqlite3").exists()
