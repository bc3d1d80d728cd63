"""hangtag, as a person types it: import, find, stock; what it prints, and what it says of bad input."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.kit.photos import jpeg
from tests.kit.shop import HEADER, phone_photo, rows, write_batch


def hangtag(home: Path, *arguments: str, say: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    return hangtag_in(Path(__file__).parents[2], home, *arguments, say=say, **settings)


def hangtag_in(
    folder: Path, home: Path, *arguments: str, say: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        capture_output=True,
        text=True,
        input=say,
        env={"PATH": "/usr/bin:/bin", "HANGTAG_HOME": str(home), "COLUMNS": "200"} | settings,
        cwd=folder,
        timeout=600,
        check=False,
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, with_networks: Callable[[Path], Path]) -> Path:
    """A home with the small shop in it."""
    folder = tmp_path_factory.mktemp("shop")
    made = with_networks(folder / "home")
    done = hangtag(made, "import", str(write_batch(folder / "shop.zip")), "--yes")
    assert done.returncode == 0, done.stderr
    assert "6 new items" in done.stdout
    return made


def test_find_prints_exactly_what_is_documented(home: Path, tmp_path: Path) -> None:
    photo = tmp_path / "IMG_1.jpg"
    photo.write_bytes(jpeg(phone_photo("SKIRT-CHECKS", seed=1)))
    done = hangtag(home, "find", str(photo), "--top", "3", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    fields = [
        "verdict",
        "confidence",
        "compare_colour",
        "segmented_by",
        "one_of",
        "tags",
        "labels",
        "matches",
        "ms",
    ]
    assert list(found) == fields
    assert found["tags"] == found["one_of"] == []
    assert found["verdict"] in {"in_catalogue", "unsure", "not_in_catalogue"}
    assert 0 <= found["confidence"] <= 1
    assert list(found["ms"]) == ["decode", "segment", "embed", "read", "search"]
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
    done = hangtag(home, "find", str(bad), str(good), "--json")
    assert done.returncode == 1
    assert "0 bytes" in done.stderr
    nothing, found = json.loads(done.stdout)
    assert nothing is None  # its place in the list is kept, so that each answer can be told by its photo
    assert found["matches"][0]["item"] == "JEANS"


def test_find_says_what_its_percentage_means(home: Path, tmp_path: Path) -> None:
    photo = tmp_path / "IMG_1.jpg"
    photo.write_bytes(jpeg(phone_photo("JEANS", seed=4)))
    done = hangtag(home, "find", str(photo))
    assert done.returncode == 0, done.stderr
    assert "chance of the best match being right: " in done.stdout


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


def test_importing_the_same_file_again_confirms_its_counts_without_asking(home: Path, tmp_path: Path) -> None:
    path = str(write_batch(tmp_path / "shop.zip"))
    before = json.loads(hangtag(home, "stock", "JEANS", "--json").stdout)
    dry = hangtag(home, "import", path, "--dry-run")
    assert dry.returncode == 0, dry.stderr
    assert "holds all of this already" in dry.stdout
    assert "confirmed" not in dry.stdout
    assert json.loads(hangtag(home, "stock", "JEANS", "--json").stdout) == before
    done = hangtag(home, "import", path)
    assert done.returncode == 0, done.stderr
    assert "holds all of this already" in done.stdout
    assert "confirmed as of now" in done.stdout
    after = json.loads(hangtag(home, "stock", "JEANS", "--json").stdout)
    old, new = (told["skus"][0]["stock"][0] for told in (before, after))
    assert new["as_of"] > old["as_of"]
    assert new | {"as_of": None} == old | {"as_of": None}


def test_brackets_and_colons_in_the_shops_words_are_printed_as_they_are(
    tmp_path: Path, with_networks: Callable[[Path], Path]
) -> None:
    with_networks(tmp_path / "home")
    lines = rows()[:1]
    lines[0][HEADER.index("title")] = "Tee [/red] [bold]sale[/bold] :bag:"
    lines[0][HEADER.index("location")] = "[Hall] A [/]"
    path = write_batch(tmp_path / "shop.zip", lines)
    done = hangtag(tmp_path / "home", "import", str(path), "--yes")
    assert done.returncode == 0, done.stderr
    told = hangtag(tmp_path / "home", "stock", lines[0][HEADER.index("sku")])
    assert told.returncode == 0, told.stderr
    assert "Tee [/red] [bold]sale[/bold] :bag:" in told.stdout
    assert "[Hall] A [/]" in told.stdout


def test_a_batch_is_counted_told_undone_and_exported(
    home: Path, tmp_path: Path, with_networks: Callable[[Path], Path]
) -> None:
    """One home from the first batch to a second home that holds the same."""
    own = shutil.copytree(home, tmp_path / "home")
    counts = tmp_path / "counts.csv"
    counts.write_text("Artikelnr,Stueck,Ort\nJEANS-M,3,Hall A\n")
    columns = ("--map", "Artikelnr=sku", "--map", "Stueck=on_hand", "--map", "Ort=location")
    told = hangtag(own, "import", str(counts), "--mode", "stock", *columns, "--yes", "--json")
    assert told.returncode == 0, told.stderr
    report = json.loads(told.stdout)
    assert report["changed"] == [
        {
            "item": "JEANS",
            "changes": [{"what": "on hand of JEANS-M at Hall A", "before": "12", "after": "3"}],
        }
    ]
    assert report["applied"]["changed_items"] == 1
    latest, before, *_ = json.loads(hangtag(own, "history", "--json").stdout)
    assert (latest["batch"], latest["mode"], latest["state"], latest["can_undo"]) == (
        report["batch"],
        "stock",
        "applied",
        True,
    )
    refused = hangtag(own, "undo", str(before["batch"]), "--yes")
    assert refused.returncode == 1
    assert f"undo the batch {latest['batch']} first" in refused.stderr
    undone = hangtag(own, "undo", say="y\n")
    assert undone.returncode == 0, undone.stderr
    assert f"Batch {latest['batch']} undone: 1 items as they were" in undone.stdout
    packed = hangtag(own, "export", str(tmp_path / "all.zip"))
    assert packed.returncode == 0, packed.stderr
    assert "Wrote 6 items and 6 pictures" in packed.stdout
    other = with_networks(tmp_path / "other")
    there = hangtag(other, "import", str(tmp_path / "all.zip"), "--mode", "replace", "--yes")
    assert there.returncode == 0, there.stderr
    items = [hangtag(place, "item", "jeans-m", "--json").stdout for place in (own, other)]
    assert items[0] == items[1]
    assert json.loads(items[0])["pictures"]
    status = json.loads(hangtag(other, "status", "--json").stdout)
    assert (status["items"], status["vectors"], status["last"]["source"]) == (6, 6, "all.zip")
    assert hangtag(own, "duplicates", "--at-least", "1").stdout == "No two items look the same.\n"


def test_an_audit_is_a_sentence_or_json_and_its_exit_status_tells(home: Path) -> None:
    said = hangtag(home, "audit")
    assert said.returncode == 0, said.stderr
    assert "pictures are found by their own vectors." in said.stdout
    told = json.loads(hangtag(home, "audit", "--json").stdout)
    assert told["items"] == told["findable"] > 0
    assert told["repaired"] == told["without_pictures"] == 0
    assert told["pictures"] == told["findable_pictures"] >= told["items"]
    assert told["missing"] == told["unfindable"] == told["strays"] == told["lost"] == []


def test_an_audit_fails_until_it_is_repaired(home: Path, tmp_path: Path) -> None:
    broken = shutil.copytree(home, tmp_path / "home")
    shutil.rmtree(broken / "chroma")  # the vectors are gone, SQL and the pictures are there
    failed = hangtag(broken, "audit", "--json")
    assert failed.returncode == 1
    told = json.loads(failed.stdout)
    assert (told["findable"], told["repaired"]) == (0, 0)
    assert len(told["missing"]) == told["pictures"] > 0
    repaired = hangtag(broken, "audit", "--repair", "--json")
    assert repaired.returncode == 0, repaired.stderr
    told = json.loads(repaired.stdout)
    assert told["findable"] == told["repaired"] == told["items"]
    assert "are found by their own vectors" in hangtag(broken, "audit").stdout


@pytest.mark.parametrize("kind", ["missing", "folder", "empty"])
def test_a_batch_that_cannot_be_read_is_told_before_anything_is_loaded(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "batch.csv"
    if kind == "folder":
        path.mkdir()
    if kind == "empty":
        path.touch()
    done = hangtag(tmp_path / "home", "import", str(path))
    assert done.returncode == 1
    assert str(path) in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home").exists()


def test_a_bot_of_many_tenants_does_not_start_before_it_is_told_which(tmp_path: Path) -> None:
    registered = {"HANGTAG_APP_ID": "a", "HANGTAG_APP_PASSWORD": "b", "HANGTAG_APP_TYPE": "MultiTenant"}
    done = hangtag(tmp_path / "home", "run", **registered)
    assert done.returncode == 1
    assert "set HANGTAG_TENANTS" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home").exists()


def test_a_home_below_a_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for home in (tmp_path / "file", tmp_path / "file" / "home"):
        done = hangtag(home, "stock", "X")
        assert done.returncode == 1
        assert "HANGTAG_HOME" in done.stderr
        assert "Traceback" not in done.stderr


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


def test_every_faulty_row_is_named_and_nothing_is_written(
    tmp_path: Path, with_networks: Callable[[Path], Path]
) -> None:
    home = with_networks(tmp_path / "home")
    lines = rows()
    lines[1][HEADER.index("on_hand")] = "-4"
    lines[5][HEADER.index("pictures")] = "nowhere.jpg"
    lines[9][HEADER.index("sku")] = lines[0][HEADER.index("sku")]
    done = hangtag(home, "import", str(write_batch(tmp_path / "bad.zip", lines)), "--yes")
    assert done.returncode == 1
    assert "row 3" in done.stderr
    assert "row 7" in done.stderr
    assert "nowhere.jpg" in done.stderr
    assert "row 11" in done.stderr
    assert hangtag(home, "stock", "TEE-RED").returncode == 1


def test_faulty_rows_are_left_out_written_into_a_file_and_counted_in_the_history(
    home: Path, tmp_path: Path
) -> None:
    table = tmp_path / "hats.csv"
    table.write_text("item,title,sku,on_hand\nHAT,Hat,HAT-1,3\nCAP,Cap,CAP-1,many\n", "utf-8")
    done = hangtag_in(tmp_path, home, "import", str(table), "--skip-faulty", "--yes", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["new"], report["refused_rows"]) == (["HAT"], 1)
    refused = tmp_path / report["refused_file"]
    sheet = openpyxl.load_workbook(refused).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][:4] == ["CAP", "Cap", "CAP-1", "many"]
    latest = json.loads(hangtag(home, "history", "--limit", "1", "--json").stdout)[0]
    assert (latest["state"], latest["refused_rows"]) == ("applied", 1)
    assert hangtag(home, "undo", "--yes").returncode == 0


def test_running_for_teams_without_an_app_id_is_refused_in_one_sentence(tmp_path: Path) -> None:
    done = hangtag(tmp_path / "home", "run")
    assert done.returncode == 1
    assert "HANGTAG_APP_ID" in done.stderr
    assert "Traceback" not in done.stderr


def test_running_for_teams_without_a_public_address_is_refused_before_anything_is_loaded(
    tmp_path: Path,
) -> None:
    registered = {"HANGTAG_APP_ID": "a", "HANGTAG_APP_PASSWORD": "b", "HANGTAG_TENANT_ID": "c"}
    done = hangtag(tmp_path / "home", "run", **registered)
    assert done.returncode == 1
    assert "HANGTAG_PUBLIC_URL" in done.stderr
    assert not (tmp_path / "home").exists()


REGISTERED = {
    "HANGTAG_APP_ID": "6f1c2a34-0000-4000-8000-00000000b07a",
    "HANGTAG_PUBLIC_URL": "https://bot.example.com",
}


def test_an_update_of_the_teams_app_is_written_under_the_version_that_is_asked_for(
    home: Path, tmp_path: Path
) -> None:
    out = tmp_path / "made" / "app.zip"
    done = hangtag(home, "manifest", str(out), "--version", "7.8.9", **REGISTERED)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(out) as package:
        assert json.loads(package.read("manifest.json"))["version"] == "7.8.9"


@pytest.mark.parametrize("out", ["/proc/nowhere/app.zip", "/tmp"])
def test_a_package_that_cannot_be_written_is_one_sentence(home: Path, out: str) -> None:
    done = hangtag(home, "manifest", out, **REGISTERED)
    assert done.returncode == 1
    [said] = done.stderr.splitlines()
    assert said.startswith(f"The file {out} cannot be written (")
