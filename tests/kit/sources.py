"""The Python files of the packages, for tests that read what they say."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

PACKAGES = ("bot", "catalogue", "vision")


def sources() -> Iterator[Path]:
    """Each Python file of the packages."""
    for package in PACKAGES:
        spec = find_spec(package)
        assert spec is not None
        assert spec.submodule_search_locations is not None
        for folder in spec.submodule_search_locations:
            yield from sorted(Path(folder).rglob("*.py"))
