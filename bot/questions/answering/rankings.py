"""The first of a ranking, or those at one place in it, with all that equal the last of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.questions.answering.wording import place_of
from bot.questions.query import Query
from catalogue.messages import Message

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chosen(Generic[T]):
    """Those of a ranking that a query asks for."""

    query: Query
    those: tuple[T, ...]
    ranked: int
    """How many stand in the ranking."""
    first: int = 1
    """The place of the first of them."""
    equal: bool = False
    """Whether all have the same figure."""
    count: int = 0
    """How many they are, with those that were not read."""

    @property
    def several(self) -> bool:
        """Whether a headline counts them."""
        return self.count > 1

    def headline(self, name: str | Message, figure: Message) -> Message:
        """The sentence that names the first of them with its figure, or says how many are equal."""
        ranking, rank = self.query.ranking or "most", self.query.rank
        if not self.those:
            beyond = rank is not None and self.ranked
            return Message("answer-rank-beyond", count=self.ranked) if beyond else Message("answer-none-fit")
        if rank is not None:
            place = place_of(self.query, self.first, self.first + self.count - 1)
            if self.count == 1:
                return Message("answer-at-rank", place=place, name=name, figure=figure)
            return Message("answer-tied-at-rank", place=place, count=self.count, figure=figure)
        if self.count == 1:
            return Message("answer-first", ranking=ranking, name=name, figure=figure)
        if self.equal:
            return Message("answer-tied", ranking=ranking, count=self.count, figure=figure)
        return Message("answer-first-of", ranking=ranking, count=self.count, name=name, figure=figure)


def chosen(ordered: Sequence[T], query: Query, value: Callable[[T], object]) -> Chosen[T]:
    """Those that a query asks for of a ranking, by what they are ranked; all that equal the last too."""
    ranked = len(ordered)
    if query.rank is None:
        limit = min(query.limit or 1, ranked)
        those = [
            *ordered[:limit],
            *(each for each in ordered[limit:] if _equal(each, ordered[limit - 1], value)),
        ]
        first = 1
    else:
        wanted = ordered[query.rank - 1 : query.rank]
        those = [each for each in ordered if wanted and _equal(each, wanted[0], value)]
        first = next((at for at, each in enumerate(ordered, start=1) if each in those[:1]), 1)
    equal = len({value(each) for each in those}) == 1
    return Chosen(query, tuple(those), ranked, first, equal, len(those))


def _equal(one: T, two: T, value: Callable[[T], object]) -> bool:
    return value(one) == value(two)
