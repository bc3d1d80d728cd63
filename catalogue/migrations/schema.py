"""The tables as the code uses them; the migrations beside this file create them."""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa


class UtcDateTime(sa.types.TypeDecorator[datetime]):
    """Times with a time zone, stored in UTC; SQLite itself would drop the zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Convert to UTC. Raises `ValueError` for a time without a zone, which is a bug."""
        if value is not None and value.tzinfo is None:
            raise ValueError("a time without a time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Add the zone again."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


SORTABLE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
"""Text that PostgreSQL compares by code points, as SQLite does."""

SCHEMA = sa.MetaData()

ITEMS = sa.Table(
    "items",
    SCHEMA,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("folded", SORTABLE, nullable=False, unique=True),
    sa.Column("title", sa.Text, nullable=False),
    sa.Column("garment_class", sa.Text),
    sa.Column("colour", sa.Text),
    sa.Column("brand", sa.Text),
    sa.Column("price", sa.Text),
    sa.Column("description", sa.Text),
    sa.Column("retired", sa.Boolean, nullable=False, server_default=sa.false()),
)
VARIANTS = sa.Table(
    "variants",
    SCHEMA,
    sa.Column("sku", sa.Text, primary_key=True),
    sa.Column("folded", SORTABLE, nullable=False, unique=True),
    sa.Column("item_id", sa.ForeignKey(ITEMS.c.id, ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("size", sa.Text, nullable=False),
    sa.Column("barcode", sa.Text),
    sa.Column("barcode_folded", SORTABLE, unique=True),
    sa.Column("retired", sa.Boolean, nullable=False, server_default=sa.false()),
)
LOCATIONS = sa.Table(
    "locations",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("folded", SORTABLE, nullable=False, unique=True),
    sa.Column("code", sa.Text),
    sa.Column("code_folded", SORTABLE, unique=True, index=True),
)
STOCK_LEVELS = sa.Table(
    "stock_levels",
    SCHEMA,
    sa.Column("sku", sa.ForeignKey(VARIANTS.c.sku, ondelete="CASCADE"), primary_key=True),
    sa.Column("location_id", sa.ForeignKey(LOCATIONS.c.id), primary_key=True),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("on_hand", sa.Integer, nullable=False),
    sa.Column("reserved", sa.Integer, nullable=False),
    sa.Column("as_of", UtcDateTime, nullable=False),
    sa.Column("feed", sa.Text),
    sa.CheckConstraint("on_hand >= 0", name="ck_stock_levels_on_hand"),
    sa.CheckConstraint("reserved >= 0", name="ck_stock_levels_reserved"),
)
"""`feed` names the feed that gave `on_hand`; NULL if a person did, or has changed it since."""
PICTURES = sa.Table(
    "pictures",
    SCHEMA,
    sa.Column("item_id", sa.ForeignKey(ITEMS.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    sa.Column("key", SORTABLE, nullable=False, index=True),
    sa.UniqueConstraint("item_id", "key", name="uq_pictures_item_id_key"),
)
ITEM_WORDS = sa.Table(
    "item_words",
    SCHEMA,
    sa.Column("word", SORTABLE, primary_key=True),
    sa.Column("item_id", sa.ForeignKey(ITEMS.c.id, ondelete="CASCADE"), primary_key=True, index=True),
    sa.Column("place", sa.SmallInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""The words that an item is found by, as `catalogue.words.words_of` returns them."""
BATCHES = sa.Table(
    "batches",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("state", sa.Text, nullable=False, server_default="applied"),
    sa.Column("mode", sa.Text, nullable=False, server_default="upsert"),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("format", sa.Text, nullable=False, server_default=""),
    sa.Column("sent_by", sa.Text, nullable=False, server_default=""),
    sa.Column("staged_at", UtcDateTime),
    sa.Column("applied_at", UtcDateTime),
    sa.Column("applied_by", sa.Text),
    sa.Column("undone_at", UtcDateTime),
    sa.Column("undone_by", sa.Text),
    sa.Column("revision", sa.Integer),
    sa.Column("new_items", sa.Integer, nullable=False),
    sa.Column("changed_items", sa.Integer, nullable=False),
    sa.Column("unchanged_items", sa.Integer, nullable=False),
    sa.Column("retired_items", sa.Integer, nullable=False, server_default="0"),
    sa.Column("deleted_items", sa.Integer, nullable=False, server_default="0"),
    sa.Column("refused_rows", sa.Integer, nullable=False, server_default="0"),
    sa.Column("fault", sa.Text),
    sa.Column("feed", sa.Text, nullable=False, server_default=""),
)
"""`revision` is the catalogue's after the batch was applied, which orders batches."""
BATCH_CONTENTS = sa.Table(
    "batch_contents",
    SCHEMA,
    sa.Column("batch_id", sa.ForeignKey(BATCHES.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("data", sa.LargeBinary, nullable=False),
)
"""The contents of a staged batch, the faults of a refused one, the former items of an applied one."""
BATCH_VECTORS = sa.Table(
    "batch_vectors",
    SCHEMA,
    sa.Column("batch_id", sa.ForeignKey(BATCHES.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("key", SORTABLE, primary_key=True),
    sa.Column("vector", sa.LargeBinary, nullable=False),
)
"""Of a staged batch's pictures, so that nothing is embedded twice."""
BATCH_PICTURES = sa.Table(
    "batch_pictures",
    SCHEMA,
    sa.Column("batch_id", sa.ForeignKey(BATCHES.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("key", SORTABLE, primary_key=True, index=True),
)
"""Picture files that must stay, because a batch may still be applied or undone."""
BATCH_ITEMS = sa.Table(
    "batch_items",
    SCHEMA,
    sa.Column("batch_id", sa.ForeignKey(BATCHES.c.id, ondelete="CASCADE"), primary_key=True),
    sa.Column("item", SORTABLE, primary_key=True, index=True),
)
"""Folded ids of the items that an applied batch has touched."""
FEEDS = sa.Table(
    "feeds",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("folded", SORTABLE, nullable=False, unique=True),
    sa.Column("source", sa.Text, nullable=False),
    sa.Column("query", sa.Text, nullable=False),
    sa.Column("mode", sa.Text, nullable=False),
    sa.Column("every_seconds", sa.Integer, nullable=False),
    sa.Column("columns", sa.Text, nullable=False),
    sa.Column("limits", sa.Text, nullable=False),
    sa.Column("added_at", UtcDateTime, nullable=False),
    sa.Column("added_by", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
)
"""Sources that are read by themselves; `state` is how the latest runs went, as JSON."""
META = sa.Table(
    "meta",
    SCHEMA,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
NOTES = sa.Table(
    "notes",
    SCHEMA,
    sa.Column("kind", SORTABLE, primary_key=True),
    sa.Column("name", SORTABLE, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
    sa.Column("kept_at", UtcDateTime, nullable=False),
    sa.Column("expires_at", UtcDateTime, index=True),
)
"""Small values that survive a restart, as JSON."""
CONFIRMATIONS = sa.Table(
    "confirmations",
    SCHEMA,
    sa.Column("look", SORTABLE, primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("model", sa.Text, nullable=False),
    sa.Column("best", sa.Text, nullable=False),
    sa.Column("right", sa.Boolean, nullable=False),
    sa.Column("really", sa.Text),
    sa.Column("similarity", sa.Float, nullable=False),
    sa.Column("margin", sa.Float, nullable=False),
    sa.Column("agreement", sa.Float, nullable=False),
    sa.Column("mask", sa.Float, nullable=False),
    sa.Column("by_id", sa.Text, nullable=False),
    sa.Column("by_name", sa.Text, nullable=False),
    sa.Column("place", sa.Text, nullable=False),
    # None in answers from before vectors had parts.
    sa.Column("part", sa.Float),
    sa.Column("part_margin", sa.Float),
)
"""People's answers about best matches; items by id, even if they are gone."""
INTAKES = sa.Table(
    "intakes",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("look", SORTABLE, nullable=False, unique=True),
    sa.Column("photo", sa.Text, nullable=False),
    sa.Column("cut_out", sa.Text, nullable=False),
    sa.Column("garment_class", sa.Text),
    sa.Column("by_id", sa.Text, nullable=False),
    sa.Column("by_name", sa.Text, nullable=False),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("batch", sa.Integer),
    sa.Column("dismissed_by", sa.Text),
)
"""Garments that are to become items; `batch` is the latest that was made of it."""
MOVEMENTS = sa.Table(
    "movements",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", UtcDateTime, nullable=False, index=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("by_id", SORTABLE, nullable=False),
    sa.Column("by_name", sa.Text, nullable=False),
    sa.Column("item_id", SORTABLE, nullable=False, index=True),
    sa.Column("sku", SORTABLE, nullable=False, index=True),
    sa.Column("from_location", sa.Text),
    sa.Column("to_location", sa.Text),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("before", sa.Text, nullable=False),
    sa.Column("after", sa.Text, nullable=False),
    sa.Column("reservation_id", sa.Integer),
    sa.Column("undoes", sa.Integer, unique=True),
    sa.Column("note", sa.Text, nullable=False, server_default=""),
    sa.Column("group_id", sa.Integer, index=True),
    sa.Column("revision", sa.Integer, nullable=False, index=True),
)
"""Stock movements: who did what when; `before` and `after` are the stock levels that it touched, as JSON."""
RESERVATIONS = sa.Table(
    "reservations",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("sku", SORTABLE, nullable=False, index=True),
    sa.Column("location", sa.Text, nullable=False),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("until", sa.Date),
    sa.Column("made_at", UtcDateTime, nullable=False),
    sa.Column("made_by", sa.Text, nullable=False),
    sa.CheckConstraint("quantity >= 0", name="ck_reservations_quantity"),
)
"""What is reserved for whom; 0 if nothing of it is left."""
STOCK_TAKES = sa.Table(
    "stock_takes",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("location", sa.Text, nullable=False),
    sa.Column("open_as", SORTABLE, unique=True),
    sa.Column("started_at", UtcDateTime, nullable=False),
    sa.Column("last_at", UtcDateTime, nullable=False),
    sa.Column("by_id", sa.Text, nullable=False),
    sa.Column("by_name", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
)
"""Counts of locations; `open_as` is the folded location of an open one, of which there is one at a time."""
STOCK_TAKE_SEATS = sa.Table(
    "stock_take_seats",
    SCHEMA,
    sa.Column("person", SORTABLE, primary_key=True),
    sa.Column("take_id", sa.ForeignKey(STOCK_TAKES.c.id, ondelete="CASCADE"), nullable=False),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("locale", sa.Text, nullable=False),
    sa.Column("card", sa.Text),
)
"""Who counts, in which conversation."""
STOCK_TAKE_LINES = sa.Table(
    "stock_take_lines",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("take_id", sa.ForeignKey(STOCK_TAKES.c.id, ondelete="CASCADE"), nullable=False, index=True),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("by_id", sa.Text, nullable=False),
    sa.Column("by_name", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("quantity", sa.Integer, nullable=False),
    sa.Column("item_id", sa.Text),
    sa.Column("sku", sa.Text),
    sa.Column("look", sa.Text),
)
"""What was counted; `at` is when the message was sent."""
STOCK_TAKE_MESSAGES = sa.Table(
    "stock_take_messages",
    SCHEMA,
    sa.Column("once", SORTABLE, primary_key=True),
    sa.Column("take_id", sa.ForeignKey(STOCK_TAKES.c.id, ondelete="CASCADE"), nullable=False),
    sa.Column("line_id", sa.Integer, nullable=False),
)
"""Messages that have done their work, each with its line."""
WATCHES = sa.Table(
    "watches",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("item_id", sa.Text, nullable=False),
    sa.Column("sku", sa.Text, nullable=False),
    sa.Column("site", sa.Text, nullable=False),
    sa.Column("threshold", sa.Integer, nullable=False),
    sa.Column("crossed", sa.Boolean, nullable=False),
    sa.Column("told", sa.Boolean, nullable=False),
    sa.Column("claimed_at", UtcDateTime),
    sa.Column("person", SORTABLE, nullable=False, index=True),
    sa.Column("place", sa.Text, nullable=False),
    sa.Column("locale", sa.Text, nullable=False),
    sa.Column("time_zone", sa.Text, nullable=False),
    sa.Column("made_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)
"""Who wants to hear when stock falls below a number, or is back."""
SUBSCRIPTIONS = sa.Table(
    "subscriptions",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("target", sa.Text, nullable=False),
    sa.Column("secret", sa.Text, nullable=False),
    sa.Column("kinds", sa.Text, nullable=False),
    sa.Column("below", sa.Integer),
    sa.Column("location", sa.Text),
    sa.Column("made_at", UtcDateTime, nullable=False),
)
"""Who wants to know of which events; `kinds` is JSON."""
EVENTS = sa.Table(
    "events",
    SCHEMA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("message", SORTABLE, nullable=False, unique=True),
    sa.Column("subscription_id", sa.ForeignKey(SUBSCRIPTIONS.c.id, ondelete="CASCADE"), nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("subject", SORTABLE, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
    sa.Column("state", sa.Text, nullable=False, server_default="waiting"),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("due_at", UtcDateTime, nullable=False),
    sa.Column("claim", sa.Text),
    sa.Column("claimed_until", UtcDateTime),
    sa.Column("done_at", UtcDateTime),
    sa.Column("answer", sa.Text),
    sa.Index("ix_events_waiting", "state", "subscription_id", "subject", "id"),
)
"""Events on their way, a row for each subscriber; `claim` is that of the sender that has it now."""
ADAPTATIONS = sa.Table(
    "adaptations",
    SCHEMA,
    sa.Column("model", SORTABLE, primary_key=True),
    sa.Column("item_id", sa.Text, primary_key=True),
    sa.Column("pictures", sa.Text, nullable=False),
    sa.Column("trials", sa.Text, nullable=False),
    sa.Column("at", UtcDateTime, nullable=False),
)
"""What views of an item's pictures were taken for, as JSON; `pictures` tells whether those have changed."""
CONFUSIONS = sa.Table(
    "confusions",
    SCHEMA,
    sa.Column("model", SORTABLE, primary_key=True),
    sa.Column("item_id", sa.Text, primary_key=True),
    sa.Column("other_id", sa.Text, primary_key=True),
    sa.Column("pictures", sa.Text, nullable=False),
    sa.Column("other_pictures", sa.Text, nullable=False),
    sa.Column("share", sa.Float, nullable=False),
    sa.Index("ix_confusions_other", "model", "other_id"),
)
"""In which share of an item's views the other item comes first. No foreign keys: what has gone is ignored."""
