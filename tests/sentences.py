"""The messages of vision's errors, read off its sources."""

from __future__ import annotations

import ast
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


def calls(file: Path, *names: str) -> Iterator[ast.Call]:
    """Each call of a function of such a name in the file."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def photo_errors() -> dict[str, set[str]]:
    """The English of each code; more than one where the code is used for two sentences.

    Raises `ValueError` where code or English is no literal text, so that it could not be read off.
    """
    found: dict[str, set[str]] = {}
    for file in sources():
        for call in calls(file, "PhotoError"):
            code, english = (ast.literal_eval(argument) for argument in call.args)
            found.setdefault(code, set()).add(english)
    return found
