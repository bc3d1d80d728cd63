"""Where people work with the bot: teams, group chats, all personal chats together; and how it does there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Literal, TypeAlias

from bot.channel import InboundMessage, Place
from catalogue.database import Notes

Kind: TypeAlias = Literal["team", "group", "personal"]

_KIND = "site"
_OF_SEVERAL = "@thread"
"""In Teams' names of conversations of several people, for what was said before sites were noted."""


@dataclass(frozen=True, slots=True)
class Site:
    """What was said of matches at one site."""

    id: str
    """The team's, or the group chat's; empty for the personal chats, which are one site."""
    kind: Kind
    name: str
    """As Teams calls it; empty where it never said."""
    right: int
    wrong: int


def site_of(place: Place) -> str:
    """What stands for the site of a place: the team of a channel, else the chat."""
    return place.team or _whole(place.conversation)


def _whole(conversation: str) -> str:
    """The conversation that a thread is of."""
    return conversation.partition(";messageid=")[0]


class Sites:
    """Sites and their names, as far as messages have named them. Called on worker threads."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._met: set[tuple[str, str]] = set()
        self._lock = Lock()

    def meet(self, message: InboundMessage) -> None:
        """Remember the site of a message. Teams sends a team's name as the bot is added to it."""
        place = message.place
        site = site_of(place)
        if place.kind == "personal" or (site, place.name) in self._met:
            return
        stored = self._notes.get(_KIND, site)
        noted = {
            "kind": "team" if place.kind == "channel" else "group",
            "name": place.name or (stored or {}).get("name", ""),
        }
        if noted != stored:
            self._notes.put(_KIND, site, noted)
        with self._lock:
            self._met.add((site, place.name))

    def counts(self, by_place: Mapping[str, tuple[int, int]]) -> tuple[Site, ...]:
        """What was said to be right and wrong at each site, most first; `by_place` has it by conversation."""
        notes = self._notes.all(_KIND)
        sums: defaultdict[tuple[str, Kind, str], list[int]] = defaultdict(lambda: [0, 0])
        for place, (right, wrong) in by_place.items():
            site = _whole(place)
            noted = notes.get(site)
            key: tuple[str, Kind, str] = ("", "personal", "")
            if noted is not None:
                key = (site, noted["kind"], noted["name"])
            elif _OF_SEVERAL in site:
                key = (site, "group", "")
            sums[key][0] += right
            sums[key][1] += wrong
        sites = (Site(*key, right, wrong) for key, (right, wrong) in sums.items())
        return tuple(sorted(sites, key=lambda one: (-one.right - one.wrong, one.name, one.id)))
