"""What a case of hostile input is, and where all of them stand.

A case says what it tries and what must happen. Most are rows of a table that one test runs through; a test
that stands alone says the same with `stated`. `python -m tests.hostile` prints them all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any, Protocol, TypeVar, runtime_checkable

PARTS = MappingProxyType(
    {
        "tokens": "tests.hostile.test_tokens",
        "tenants": "tests.hostile.test_tenants",
        "secrets": "tests.hostile.test_secrets",
        "local mode": "tests.hostile.test_local",
        "the API": "tests.hostile.test_api",
        "hooks": "tests.hostile.test_hooks",
        "activities": "tests.hostile.test_activities",
        "the channel": "tests.hostile.test_channel",
        "attachments": "tests.hostile.test_attachments",
        "photos": "tests.hostile.test_photos",
        "places": "tests.hostile.test_places",
        "questions": "tests.hostile.test_questions",
        "batches": "tests.hostile.test_batches",
        "cards": "tests.hostile.test_cards",
        "buttons and links": "tests.hostile.test_buttons",
        "every button": "tests.hostile.test_every_button",
        "any change at all": "tests.hostile.test_fuzz",
    }
)
"""Subject to the module that has its cases."""

F = TypeVar("F", bound=Callable[..., Any])


@runtime_checkable
class Stated(Protocol):
    """Whatever says what it tries and what must happen."""

    @property
    def tries(self) -> str:
        """What is sent."""

    @property
    def must(self) -> str:
        """What must happen."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A row of a table; each subject adds what it needs."""

    tries: str
    must: str

    def __str__(self) -> str:
        """As pytest names it."""
        return f"{self.tries}: {self.must}"


def stated(tries: str, must: str) -> Callable[[F], F]:
    """Says what a test tries that is no row of a table."""

    def mark(test: F) -> F:
        test.hostile = Case(tries=tries, must=must)  # type: ignore[attr-defined]  # read by cases_of
        return test

    return mark


def cases_of(module: ModuleType) -> Iterator[Stated]:
    """All cases that a module has, in its order."""
    for value in vars(module).values():
        case = getattr(value, "hostile", None)
        if isinstance(case, Case):
            yield case
        elif isinstance(value, list):
            yield from (one for one in value if isinstance(one, Stated))


def all_cases() -> dict[str, list[Stated]]:
    """Subject to its cases."""
    return {part: list(cases_of(import_module(name))) for part, name in PARTS.items()}
