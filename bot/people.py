"""Who may do what. A role comes from what the channel vouches for, never from a name or a card's data."""

from __future__ import annotations

from collections.abc import Iterable

from bot.channel import InboundMessage, Person

TEAMS = "msteams"


class Admins:
    """Those who may see and change the catalogue as a whole."""

    def __init__(
        self, object_ids: Iterable[str] = (), *, tenant: str | None = None, everybody: bool = False
    ) -> None:
        """`object_ids` are Entra's, of that tenant if one is named; `everybody` is for local mode."""
        self._object_ids = frozenset(one.casefold() for one in object_ids)
        self._tenant = tenant.casefold() if tenant else None
        self._everybody = everybody

    def may(self, message: InboundMessage) -> bool:
        """Whether the sender of this very message is one of them.

        Only Teams is believed: on other channels of the Bot Framework, such as Direct Line, the client itself
        writes the sender's object id.
        """
        if self._everybody:
            return True
        place, object_id = message.place, message.sender.object_id
        if place.channel != TEAMS or object_id is None:
            return False
        if self._tenant is not None and (place.tenant or "").casefold() != self._tenant:
            return False
        return object_id.casefold() in self._object_ids


def called(person: Person) -> str:
    """How a person is called in the history."""
    return person.name.strip() or person.object_id or person.id
