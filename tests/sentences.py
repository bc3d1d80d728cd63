"""The sentences that catalogue, vision and bot can say, read off their sources."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

MAKERS = {"sentence": "catalogue.messages"}
"""What makes a sentence: its first argument is the code, its second the English."""
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


def told() -> dict[str, set[str]]:
    """The English of each code; more than one where the code is used for two sentences.

    Raises `ValueError` where code or English is no literal text, so that it could not be read off.
    """
    found: dict[str, set[str]] = {}
    for file in sources():
        for call in calls(file, *MAKERS):
            code, english = (ast.literal_eval(argument) for argument in call.args)
            found.setdefault(code, set()).add(english)
    for code, english in photo_messages().items():
        found.setdefault(code, set()).add(english)
    return found


def photo_messages() -> dict[str, str]:
    """The English of each message of `vision`, with its placeholders as `str.format` reads them."""
    text = files("vision").joinpath("messages/en.ftl").read_text("utf-8")
    messages = dict(re.findall(r"^([a-z-]+) = (.+)$", text, re.MULTILINE))
    return {code: re.sub(r"\{ \$(\w+) \}", r"{\1}", english) for code, english in messages.items()}
