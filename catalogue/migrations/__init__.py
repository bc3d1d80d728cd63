"""The SQL schema, and the migrations to it."""

from __future__ import annotations

from pathlib import Path


def head() -> str:
    """Return the version of the newest migration: the number that its file's name begins with."""
    return max(file.name[:4] for file in (Path(__file__).parent / "versions").glob("[0-9]*_*.py"))
