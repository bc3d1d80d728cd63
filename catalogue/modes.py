"""What a batch means by what it names, and its state."""

from __future__ import annotations

from enum import StrEnum

from catalogue.messages import Message


class Mode(StrEnum):
    """What a batch means by what it names, and by what it leaves out."""

    UPSERT = "upsert"
    """What it names is added or changed; the rest stays."""
    REPLACE = "replace"
    """It names the whole catalogue: items and SKUs that it does not name are retired."""
    STOCK = "stock"
    """Only the stock of known SKUs changes."""
    DELETE = "delete"
    """The items and SKUs that it names are deleted."""

    @property
    def required(self) -> tuple[str, ...]:
        """The columns that each row must fill."""
        return {Mode.STOCK: ("sku",), Mode.DELETE: ()}.get(self, ("item", "title", "sku"))


class State(StrEnum):
    """The state of a batch."""

    STAGED = "staged"
    """Read, checked and compared; it waits to be applied or discarded."""
    APPLYING = "applying"
    """Being applied; after a crash it is resumed or staged again."""
    APPLIED = "applied"
    DISCARDED = "discarded"
    UNDONE = "undone"
    FAILED = "failed"
    """Refused, or failed; nothing was changed."""


LABELS = {
    State.STAGED: Message("state-staged"),
    State.APPLYING: Message("state-applying"),
    State.APPLIED: Message("state-applied"),
    State.DISCARDED: Message("state-discarded"),
    State.UNDONE: Message("state-undone"),
    State.FAILED: Message("state-failed"),
}


def state_label(state: State) -> Message:
    """Return the message for a state."""
    return LABELS[state]
