"""hangtag, as a person types it: import, find, stock; what it prints, and what it says of bad input."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.photos import jpeg
from tests.shop import HEADER, phone_photo, rows, write_batch


def hangtag(home: Path, *arguments: str, say: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        capture_output=True,
        text=True,
        input=say,
        env={"PATH": "/usr/bin:/bin", "HANGTAG_HOME": str(home), "COLUMNS": "200"},
        cwd=Path(__file__).parents[2],
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the small shop in it."""
    folder = tmp_path_factory.mktemp("shop")
    done = hangtag(folder / "home", "import", str(write_batch(folder / "shop.zip")), "--yes")
    assert done.returncode == 0, done.stderr
    assert "6 new items" in done.stdout
    return folder / "home"


def test_find_prints_exactly_what_is_documented(home: Path, tmp_path: Path) -> None:
    photo = tmp_path / "IMG_1.jpg"
    photo.write_bytes(jpeg(phone_photo("SKIRT-CHECKS", seed=1)))
    done = hangtag(home, "find", str(photo), "--top", "3", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert list(found) == ["verdict", "confidence", "segmented_by", "matches", "ms"]
    assert found["verdict"] in {"in_catalogue", "unsure", "not_in_catalogue"}
    assert 0 <= found["confidence"] <= 1
    assert list(found["ms"]) == ["decode", "segment", "embed", "search"]
    assert len(found["matches"]) == 3
    best = found["matches"][0]
    assert list(best) == ["item", "title", "similarity", "skus"]
    assert best["item"] == "SKIRT-CHECKS"
    assert [match["similarity"] for match in found["matches"]] == sorted(
        (match["similarity"] for match in found["matches"]), reverse=True
    )
    assert [sku["sku"] for sku in best["skus"]] == ["SKIRT-CHECKS-S", "SKIRT-CHECKS-M"]
    assert list(best["skus"][0]) == ["sku", "size", "stock"]
    level = best["skus"][0]["stock"][0]
    assert list(level) == ["location", "on_hand", "reserved", "as_of"]
    assert (level["location"], level["on_hand"], level["reserved"]) == ("Hall A", 15, 1)


def test_several_photos_give_a_list_and_a_bad_one_spoils_no_other(home: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.jpg", tmp_path / "bad.jpg"
    good.write_bytes(jpeg(phone_photo("JEANS", seed=4)))
    bad.write_bytes(b"")
    done = hangtag(home, "find", str(good), str(bad), "--json")
    assert done.returncode == 1
    assert "0 bytes" in done.stderr
    (found,) = json.loads(done.stdout)
    assert found["matches"][0]["item"] == "JEANS"


def test_stock_answers_for_a_sku_and_for_an_item(home: Path) -> None:
    by_sku = hangtag(home, "stock", "jeans-m", "--json")
    by_item = hangtag(home, "stock", "JEANS", "--json")
    assert by_sku.returncode == by_item.returncode == 0
    assert json.loads(by_sku.stdout) == json.loads(by_item.stdout)
    assert json.loads(by_sku.stdout)["skus"][0]["stock"][0]["on_hand"] == 12


def test_an_unknown_sku_is_one_sentence(home: Path) -> None:
    done = hangtag(home, "stock", "NOWHERE-9")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "NOWHERE-9" in done.stderr
    assert "Traceback" not in done.stderr


def test_importing_the_same_file_again_changes_nothing_and_says_so(home: Path, tmp_path: Path) -> None:
    done = hangtag(home, "import", str(write_batch(tmp_path / "shop.zip")), "--yes")
    assert done.returncode == 0, done.stderr
    assert "nothing is to be done" in done.stdout


def test_a_dry_run_and_a_no_change_nothing(home: Path, tmp_path: Path) -> None:
    lines = rows()
    lines[0][HEADER.index("on_hand")] = "99"
    path = write_batch(tmp_path / "shop.zip", lines)
    dry = hangtag(home, "import", str(path), "--dry-run")
    refused = hangtag(home, "import", str(path), say="n\n")
    for done in (dry, refused):
        assert done.returncode == 0, done.stderr
        assert "99" in done.stdout
    assert (
        json.loads(hangtag(home, "stock", "TEE-RED", "--json").stdout)["skus"][0]["stock"][0]["on_hand"] == 10
    )


def test_every_faulty_row_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    lines = rows()
    lines[1][HEADER.index("on_hand")] = "-4"
    lines[5][HEADER.index("pictures")] = "nowhere.jpg"
    lines[9][HEADER.index("sku")] = lines[0][HEADER.index("sku")]
    done = hangtag(tmp_path / "home", "import", str(write_batch(tmp_path / "bad.zip", lines)), "--yes")
    assert done.returncode == 1
    assert "row 3" in done.stderr
    assert "row 7" in done.stderr
    assert "nowhere.jpg" in done.stderr
    assert "row 11" in done.stderr
    assert hangtag(tmp_path / "home", "stock", "TEE-RED").returncode == 1


def test_running_for_teams_without_an_app_id_is_refused_in_one_sentence(tmp_path: Path) -> None:
    done = hangtag(tmp_path / "home", "run")
    assert done.returncode == 1
    assert "app id" in done.stderr
    assert "Traceback" not in done.stderr
