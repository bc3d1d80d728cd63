"""Runs the migrations on the connection of `Sessions.migrate`."""

from __future__ import annotations

from alembic import context

from catalogue.migrations.schema import SCHEMA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SCHEMA,
    render_as_batch=True,  # SQLite alters a table by copying it
)
with context.begin_transaction():
    context.run_migrations()
