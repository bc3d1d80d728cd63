"""The project is as its documentation says: packages, settings, commands, columns, metrics, links."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import typer

from bot.__main__ import app as hangtag
from bot.errors import SettingsError
from bot.settings import Settings, load_settings
from bot.telemetry.metrics import Metrics
from catalogue.batches.reading.own_format import COLUMNS
from vision.__main__ import app as vision

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
PACKAGES = ("bot", "catalogue", "vision")
PAGES = sorted(
    {
        *ROOT.glob("*.md"),
        *DOCS.glob("*.md"),
        *ROOT.glob("manifests/**/*.md"),
        *ROOT.glob("vision/weights/*.md"),
    }
)
FOR_TESTS = {"DATA", "DELIVERY_CRASHES", "IMAGE", "STOCK_TAKE_KILLS"}
"""Variables of tests and benchmarks, which aren't settings of the bot."""


def page(name: str) -> str:
    """The text of a page of docs/."""
    return (DOCS / f"{name}.md").read_text(encoding="utf-8")


def first_cells(text: str) -> set[str]:
    """The names in code spans in the first column of all tables of a page."""
    rows = re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE)
    return {name for cell in rows for name in re.findall(r"`([^`]+)`", cell)}


def tracked() -> list[Path]:
    """The project's own files; skips outside a git checkout."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no git checkout")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


@pytest.mark.parametrize("package", PACKAGES)
def test_no_other_distribution_ships_our_packages(package: str) -> None:
    """The registry has another `catalogue`; beside it ours would be half overwritten."""
    owners = {
        each.metadata["Name"]
        for each in distributions()
        if each.metadata["Name"] != "hangtag"
        and any(str(file).startswith(f"{package}/") for file in each.files or ())
    }
    assert not owners


# The README


def test_the_readme_is_short_and_begins_with_the_two_commands() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 150
    top = "\n".join(lines[:20])
    assert "    make run" in top
    assert "    make test" in top


# Settings


def test_every_setting_is_documented_and_no_other() -> None:
    documented = {name for name in first_cells(page("configuration")) if name.startswith("HANGTAG_")}
    assert documented == {f"HANGTAG_{name.upper()}" for name in Settings.model_fields}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_setting_that_a_page_names_exists(path: Path) -> None:
    named = set(re.findall(r"HANGTAG_([A-Z_]*[A-Z])", path.read_text(encoding="utf-8"))) - FOR_TESTS
    assert named <= {name.upper() for name in Settings.model_fields}


# Commands


def commands(app: typer.Typer) -> dict[str, list[str]]:
    """The options of each command of an application, by name; of a command in a group, `train tiramisu`."""

    def walk(command: Any, name: str) -> Iterator[tuple[str, list[str]]]:
        below = getattr(command, "commands", None)
        if below is None:
            yield name, [option for each in command.params for option in each.opts]
        for word, each in (below or {}).items():
            yield from walk(each, f"{name} {word}".strip())

    return dict(walk(typer.main.get_command(app), ""))


def documented_commands(program: str) -> dict[str, str]:
    """The lines of the page of commands that begin with a program, by what follows in small letters."""
    lines = re.findall(rf"^    {re.escape(program)} (.+)$", page("commands"), re.MULTILINE)
    return {re.split(r" [^a-z]", line)[0]: line for line in lines}


def test_every_command_of_hangtag_is_documented_with_its_options_and_no_other() -> None:
    documented = documented_commands("hangtag")
    assert set(documented) == set(commands(hangtag))
    for name, options in commands(hangtag).items():
        there = {option for option in options if option.startswith("--")} - {"--help"}
        assert set(re.findall(r"--[a-z-]+", documented[name])) == there, name


def test_every_command_of_vision_is_documented_and_no_other() -> None:
    assert set(documented_commands("python -m vision")) == set(commands(vision))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_that_a_page_names_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path.name == "CHANGELOG.md":
        pytest.skip("it names what was removed, too")
    for program, app in (("hangtag", hangtag), ("python -m vision", vision)):
        named = re.findall(rf"(?:`|^    |\.venv/bin/){program} ([a-z-]+)", text, re.MULTILINE)
        assert set(named) <= {name.split()[0] for name in commands(app)}
    targets = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:`|^    )make ([a-z0-9-]+)", text, re.MULTILINE)) <= targets


# Batches


def test_every_column_of_the_format_is_documented_and_no_other() -> None:
    table = page("batches").split("## The format")[1].split("\n###")[0]
    assert first_cells(table) == set(COLUMNS)


# Metrics


def test_every_metric_is_documented_and_no_other() -> None:
    metrics = Metrics()
    for path in (ROOT / "bot").rglob("*.py"):
        for queue in re.findall(r"watch_queue\(\s*\"(\w+)\"", path.read_text(encoding="utf-8")):
            metrics.watch_queue(queue, lambda: 0)
    families = metrics.registry.collect()
    there = {family.name + "_total" * (family.type == "counter") for family in families}
    assert {"hangtag_messages_total", "hangtag_photo_queue"} <= there
    assert set(re.findall(r"hangtag_[a-z_]+", page("operations"))) == there


# The map


def test_every_module_and_folder_is_in_the_map() -> None:
    """Each folder of a package at any depth, and each module at its top."""
    text = page("architecture").split("## The map")[1].split("\n## ")[0]
    parts = re.split(r"^    (\w+)/  ", text, flags=re.MULTILINE)
    maps = dict(zip(parts[1::2], parts[2::2], strict=True))
    for path in tracked():
        package, *below = path.relative_to(ROOT).parts
        if package not in PACKAGES or path.suffix != ".py" or path.name == "__init__.py":
            continue
        folders = below[:-1]
        named = set(re.findall(r"^ +([\w.]+/?)", maps[package], re.MULTILINE))
        for folder in folders:
            assert f"{folder}/" in named, path
        if not folders:
            # A module may have become a folder of its name, or the other way round.
            assert {path.name, f"{path.stem}/"} & named, path


# Links


def anchors(path: Path) -> set[str]:
    """What may follow `#` in a link to a page, as the headings are addressed."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_between_the_pages_leads_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in link:
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / PurePosixPath(name)).resolve() if name else path
        assert target.exists(), link
        if anchor:
            assert anchor in anchors(target), link


def test_every_page_of_docs_is_linked_from_the_readme() -> None:
    linked = set(re.findall(r"\]\((docs/[\w.-]+\.md)", README.read_text(encoding="utf-8")))
    assert linked == {path.relative_to(ROOT).as_posix() for path in DOCS.glob("*.md")}


# The code


def test_the_environment_is_read_by_the_settings_alone() -> None:
    readers = [
        path.relative_to(ROOT)
        for path in tracked()
        if path.suffix == ".py"
        and path.relative_to(ROOT).parts[0] in PACKAGES
        and re.search(r"os\.(environ|getenv)", path.read_text(encoding="utf-8"))
    ]
    assert readers == []


def test_no_test_imports_another() -> None:
    importing = [
        path.relative_to(ROOT)
        for path in tracked()
        if path.suffix == ".py"
        and re.search(r"^from tests[\w.]*\.(test_\w+|conftest) import", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert importing == []


def test_a_setting_of_a_wrong_kind_is_reported_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANGTAG_PORT", "many")
    with pytest.raises(SettingsError, match="HANGTAG_PORT"):
        load_settings()


def test_the_secret_is_not_shown_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANGTAG_APP_PASSWORD", "do-not-tell")
    assert "do-not-tell" not in repr(load_settings())
