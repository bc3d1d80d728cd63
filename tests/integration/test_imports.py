"""What a command does not need is not imported: torch, OpenCV, Chroma and the SDK of bots take seconds.

Modules are counted, never time, which a busy machine stretches.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from catalogue.database import Database, url_in

HEAVY = ("aiohttp", "alembic", "botbuilder", "chromadb", "cv2", "openvino", "sqlalchemy", "timm", "torch")
MODELS = {"cv2", "openvino", "timm", "torch"}


def imported(home: Path, *arguments: str) -> set[str]:
    """The heavy modules that a command imports."""
    code = (
        "import sys; from bot.__main__ import app\n"
        "try: app(sys.argv[1:])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        f"finally: print('IMPORTED', *sorted(set({HEAVY!r}) & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | {"HANGTAG_HOME": str(home)},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.rpartition("IMPORTED")[2].split())


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    assert imported(tmp_path, "--help") == set()
    assert imported(tmp_path, "import", "--help") == set()


def test_a_batch_without_a_picture_loads_no_model(tmp_path: Path) -> None:
    batch = tmp_path / "one.csv"
    batch.write_text("item,title,sku,size,on_hand\nT,Shirt,T-1,M,3\n")
    assert not imported(tmp_path / "home", "import", "--yes", str(batch)) & {*MODELS, "botbuilder"}


def test_a_question_for_stock_imports_the_database_alone(tmp_path: Path) -> None:
    batch = tmp_path / "one.csv"
    batch.write_text("item,title,sku,size,on_hand\nT,Shirt,T-1,M,3\n")
    imported(tmp_path / "home", "import", "--yes", str(batch))
    assert imported(tmp_path / "home", "stock", "T-1") == {"sqlalchemy"}


@pytest.mark.parametrize("command", ["status", "history"])
def test_what_asks_after_the_catalogue_loads_no_model(tmp_path: Path, command: str) -> None:
    Database.open(url_in(tmp_path)).close()
    assert not imported(tmp_path, command) & {*MODELS, "botbuilder"}
