"""The house stands as its map says: packages, settings, words."""

from __future__ import annotations

import re
import subprocess
from importlib.metadata import distributions
from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.settings import Settings, load_settings

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PACKAGES = ("bot", "catalogue", "vision")


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
        found.metadata["Name"]
        for found in distributions()
        if found.metadata["Name"] != "hangtag"
        and any(str(file).startswith(f"{package}/") for file in found.files or ())
    }
    assert not owners


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_stands_in_the_readme(name: str) -> None:
    assert f"`HANGTAG_{name.upper()}`" in README


def test_every_setting_in_the_readme_is_one() -> None:
    named = set(re.findall(r"`HANGTAG_([A-Z_]+)`", README)) - {"DATA"}
    assert named == {name.upper() for name in Settings.model_fields}


def test_every_module_stands_in_the_map() -> None:
    """At least its folder, or itself where it stands at the top of its package."""
    map_of_house = README.split("## Map")[1].split("\n## ")[0]
    for path in tracked():
        parts = path.relative_to(ROOT).parts
        if parts[0] in PACKAGES and path.suffix == ".py" and path.name != "__init__.py":
            named = parts[1] if len(parts) == 2 else f"{parts[1]}/"
            assert named in map_of_house, path


def test_the_environment_is_read_by_the_settings_alone() -> None:
    readers = [
        path.relative_to(ROOT)
        for path in tracked()
        if path.suffix == ".py"
        and path.relative_to(ROOT).parts[0] in PACKAGES
        and re.search(r"os\.(environ|getenv)", path.read_text(encoding="utf-8"))
    ]
    assert readers == []


def test_a_setting_of_a_wrong_kind_is_told_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANGTAG_PORT", "many")
    with pytest.raises(SettingsError, match="HANGTAG_PORT"):
        load_settings()


def test_the_secret_is_not_shown_when_settings_are_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANGTAG_APP_PASSWORD", "do-not-tell")
    assert "do-not-tell" not in repr(load_settings())
