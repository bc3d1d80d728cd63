"""What is logged: lines for people, or JSON; each with the reference of the message that it is about.

The reference is the one that a sender reads in an apology.
"""

from __future__ import annotations

import logging
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Literal
from uuid import uuid4

from pythonjsonlogger.json import JsonFormatter

REFERENCE: ContextVar[str] = ContextVar("reference", default="-")
"""Of the message that is being answered; `-` outside of one."""
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


def set_up(level: str, form: Literal["text", "json"]) -> None:
    """Log to standard error from now on."""
    handler = logging.StreamHandler()
    handler.addFilter(_with_reference)
    handler.setFormatter(
        JsonFormatter(FIELDS, rename_fields={"asctime": "time", "levelname": "level", "name": "logger"})
        if form == "json"
        else _Lines(LINE)
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it tells of every opening
    logging.getLogger("httpx").setLevel(logging.WARNING)  # and a Chroma server's client of every question


class _Lines(logging.Formatter):
    """A line for each record, whatever foreign text is in it: who is refused may have written that text.

    What cannot be printed is written as Python escapes it, so that it neither ends a line, to begin a forged
    one, nor rules the terminal. A traceback's lines are indented, and so none of them is taken for a record.
    """

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the library's name
        return _printable(super().formatMessage(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the library's name
        return _indented(super().formatException(ei))

    def formatStack(self, stack_info: str) -> str:  # noqa: N802 - the library's name
        return _indented(super().formatStack(stack_info))


def _indented(text: str) -> str:
    return textwrap.indent("\n".join(map(_printable, text.splitlines())), "    ")


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)


def _with_reference(record: logging.LogRecord) -> bool:
    record.reference = REFERENCE.get()
    if trace := TRACE.get():
        record.trace = trace  # which JSON has as a field of its own
    return True
