"""What is logged: lines for people, or JSON; each with the reference of the message that it is about.

The reference is the one that a sender reads in an apology.
"""

from __future__ import annotations

import logging
import sys
import textwrap
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import TracebackType
from typing import Any, Literal
from uuid import uuid4

from pythonjsonlogger.json import JsonFormatter

log = logging.getLogger(__name__)

Form = Literal["text", "json"]

NONE = "-"
REFERENCE: ContextVar[str] = ContextVar("reference", default=NONE)
"""Of the message that is being answered; `NONE` outside of one."""
TRACE: ContextVar[str] = ContextVar("trace", default="")
"""Of the same message, 32 hexadecimal digits; empty where none is kept, see `bot.telemetry.traces`."""
LINE = "%(asctime)s %(levelname)s %(name)s [%(reference)s]: %(message)s"
FIELDS = "%(asctime)s %(levelname)s %(name)s %(reference)s %(message)s"


@contextmanager
def new_reference() -> Iterator[str]:
    """A reference for all that is logged within."""
    reference = uuid4().hex[:8]
    token = REFERENCE.set(reference)
    try:
        yield reference
    finally:
        REFERENCE.reset(token)


@contextmanager
def same_reference() -> Iterator[str]:
    """The reference of what this is a part of, which all that is logged within keeps; a new one elsewhere."""
    if (reference := REFERENCE.get()) != NONE:
        yield reference
        return
    with new_reference() as reference:
        yield reference


def set_up(level: str, form: Form) -> None:
    """Log to standard error from now on; as JSON also what Python itself would print there."""
    handler = logging.StreamHandler()
    handler.addFilter(_with_reference)
    handler.setFormatter(
        JsonFormatter(FIELDS, rename_fields={"asctime": "time", "levelname": "level", "name": "logger"})
        if form == "json"
        else _Lines(LINE)
    )
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # it logs every opening
    logging.getLogger("httpx").setLevel(logging.WARNING)  # and a Chroma server's client of every question
    logging.getLogger("asyncssh").setLevel(logging.WARNING)  # and SFTP's of every step of a login
    if form == "json":
        logging.captureWarnings(True)
        sys.excepthook = _ended_by
        threading.excepthook = _thread_ended_by
        sys.unraisablehook = _passed_over


def _ended_by(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
    log.critical("the program ends at a bug", exc_info=(kind, bug, trace))


def _thread_ended_by(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is not None and ended.exc_type is not SystemExit:
        bug = (ended.exc_type, ended.exc_value, ended.exc_traceback)
        log.error("a thread ends at a bug", exc_info=bug)


def _passed_over(bug: sys.UnraisableHookArgs) -> None:
    """What is raised where nobody can catch it, such as by a destructor."""
    log.error("%s: %r", bug.err_msg or "a bug was passed over in", bug.object, exc_info=bug.exc_value)


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
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in text)


def _with_reference(record: logging.LogRecord) -> bool:
    record.reference = REFERENCE.get()
    if trace := TRACE.get():
        record.trace = trace  # which JSON has as a field of its own
    return True
