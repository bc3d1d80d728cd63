"""What is logged: lines for people, or JSON; each with the reference of the message that it is about.

The reference is the one that a sender reads in an apology.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Literal
from uuid import uuid4

from pythonjsonlogger.json import JsonFormatter

NONE = "-"
REFERENCE: ContextVar[str] = ContextVar("reference", default=NONE)
"""Of the message that is being answered; `NONE` outside of one."""
TRACE: ContextVar[str] = ContextVar("trace", default="")
"""Of the same message, 32 hexadecimal digits; empty where none is kept, see `bot.traces`."""
LINE = "%(asctime)s %(levelname)s %(name)s [%(reference)s]: %(message)s"
FIELDS = "%(asctime)s %(levelname)s %(name)s %(reference)s %(message)s"


@contextmanager
def new_reference() -> Iterator[str]:
    """A reference for all that is logged within."""
    made = uuid4().hex[:8]
    token = REFERENCE.set(made)
    try:
        yield made
    finally:
        REFERENCE.reset(token)


@contextmanager
def same_reference() -> Iterator[str]:
    """The reference of what this is a part of, which all that is logged within keeps; a new one elsewhere."""
    if (known := REFERENCE.get()) != NONE:
        yield known
        return
    with new_reference() as made:
        yield made


def set_up(level: str, form: Literal["text", "json"]) -> None:
    """Log to standard error from now on."""
    handler = logging.StreamHandler()
    handler.addFilter(_with_reference)
    handler.setFormatter(
        JsonFormatter(FIELDS, rename_fields={"asctime": "time", "levelname": "level", "name": "logger"})
        if form == "json"
        else logging.Formatter(LINE)
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of every opening
    logging.getLogger("httpx").setLevel(logging.WARNING)  # and a Chroma server's client of every question


def _with_reference(record: logging.LogRecord) -> bool:
    record.reference = REFERENCE.get()
    if trace := TRACE.get():
        record.trace = trace  # which JSON has as a field of its own
    return True
