"""A query in somebody else's database, which may only read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import NoSuchModuleError, SQLAlchemyError

from catalogue.errors import FeedError
from catalogue.messages import Message

_AT_ONCE = 1000
_PARAMETER = re.compile(r"(?<![:\w\\]):(?=\w)")
"""What SQLAlchemy would take for a parameter; in a query there are none."""


def rows_of(url: str, query: str, *, seconds: float) -> Iterator[Sequence[Any]]:
    """Yield the names of the columns, then each row. Raises `FeedError`.

    The transaction is read only, and so is any that the query would begin. The query goes through a cursor,
    which takes one SELECT and nothing else. Each statement may take `seconds`.
    """
    engine = _engine(url, seconds)
    host = engine.url.host or "localhost"
    try:
        statement = sa.text(_PARAMETER.sub(r"\\:", query.strip().rstrip(";")))
        reading = {"postgresql_readonly": True, "stream_results": True, "yield_per": _AT_ONCE}
        with engine.connect() as connection:
            result = connection.execution_options(**reading).execute(statement)
            yield tuple(result.keys())
            for row in result:
                yield tuple(row)
    except SQLAlchemyError as error:
        raise _refused(host, error) from error
    finally:
        engine.dispose()


def _engine(url: str, seconds: float) -> sa.Engine:
    try:
        address = sa.make_url(url).set(drivername="postgresql+psycopg")
        limits = f"-c default_transaction_read_only=on -c statement_timeout={round(1000 * seconds)}"
        options = {"connect_timeout": 10, "options": limits}
        return sa.create_engine(address, poolclass=sa.NullPool, connect_args=options)
    except ModuleNotFoundError as error:
        raise FeedError(Message("operator-postgresql-driver")) from error
    except (sa.exc.ArgumentError, NoSuchModuleError, ValueError) as error:
        raise FeedError(Message("feed-address")) from error


def _refused(host: str, error: SQLAlchemyError) -> FeedError:
    """Return the error of a query. What the server says of it is in the server's words, and without data."""
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    if state is not None and state.startswith("28"):
        return FeedError(Message("feed-login", where=host))
    if state is None:
        if "authentication" in str(error):
            return FeedError(Message("feed-login", where=host))
        return FeedError(Message("feed-not-reached", where=host, english=type(error).__name__))
    if state == "57014":
        return FeedError(Message("feed-slow", where=host))
    if state == "25006":
        return FeedError(Message("feed-query-writes"))
    said = str(getattr(error, "orig", error)).splitlines()[0][:200]
    return FeedError(Message("feed-query", english=said))
