"""What a query is about, in the catalogue's own spellings: the SQL filter, and what does not exist."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from bot.foreign_text import plain
from bot.questions.lexicon import kind_words
from bot.questions.query import Query
from bot.questions.vocabulary import Names, Vocabulary
from catalogue.database import Database, Filter, Garments, Line
from catalogue.items import Item, folded
from catalogue.messages import Message
from catalogue.words import groups_in, words_in

SEARCHED = 500
"""Items that a search for words finds at most."""

Spellings: TypeAlias = Mapping[str, tuple[str, ...]]
"""Names as they were said to what they stand for in the catalogue, perhaps nothing."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a query is about."""

    query: Query
    filter: Filter
    vocabulary: Vocabulary
    items: tuple[Item, ...] = ()
    """Those that were named, in that order; those of named SKUs too."""
    sizes: Spellings = field(default_factory=dict)
    places: Spellings = field(default_factory=dict)
    colours: Spellings = field(default_factory=dict)
    skus: frozenset[str] = frozenset()
    """Folded."""
    notes: tuple[Message, ...] = ()
    """What was named and does not exist."""
    nothing: Message | None = None
    """Why nothing can fit."""

    @property
    def named(self) -> bool:
        """Whether certain items are meant."""
        return bool(self.query.items or self.query.skus)


def scope_of(query: Query, database: Database, names: Names) -> Scope:
    """Resolve what a query names. Raises `StoreError` where the database does not answer."""
    vocabulary = names.vocabulary()
    items, skus, notes = _named(query, database)
    sizes = {each: vocabulary.sizes_of(each) for each in query.sizes.values}
    places = {each: _existing(each, vocabulary) for each in query.places.values}
    colours = {each: vocabulary.colours_of(each) for each in query.colours.values}
    whole = {item.id for item in items} - {item.id for item in items if _owns(item, skus)}
    nothing = None
    ids = tuple(item.id for item in items)
    if (query.items or query.skus) and not items:
        nothing = Message("answer-gone")
    if query.words:
        found, every = _searched(query.words, database)
        ids = tuple(each for each in found if not ids or each in ids)
        if not ids:
            nothing = Message("answer-found-none", words=plain(query.words, 60))
        elif not every:
            notes = (*notes, Message("answer-found-some", words=plain(query.words, 60)))
    notes += tuple(
        Message("answer-unknown-place", place=plain(place, 48))
        for place in (*query.places.values, *query.places.excluded)
        if not _existing(place, vocabulary)
    )
    asked_sizes = query.sizes.excluded if items else (*query.sizes.values, *query.sizes.excluded)
    notes += tuple(
        Message("answer-unknown-size", size=plain(size, 24))
        for size in asked_sizes
        if not vocabulary.sizes_of(size)
    )
    close = {shade for each in query.colours.values for shade in vocabulary.close_to(each)}
    close -= {shade for every in colours.values() for shade in every}
    if close and not items:
        notes += (Message("answer-close-colours", colours=plain(", ".join(sorted(close)), 100)),)
    wanted = Filter(
        items=ids,
        skus=tuple(sorted(skus)),
        whole_items=tuple(sorted(whole)) if skus else (),
        sizes=_all(query.sizes.values, vocabulary.sizes_of),
        locations=_all(query.places.values, lambda place: _existing(place, vocabulary)),
        colours=_all(query.colours.values, vocabulary.colours_of),
        brands=_all(query.brands.values, vocabulary.brands_of),
        not_sizes=_all(query.sizes.excluded, vocabulary.sizes_of),
        not_locations=_all(query.places.excluded, lambda place: _existing(place, vocabulary)),
        not_colours=_all(query.colours.excluded, vocabulary.colours_of),
        not_brands=_all(query.brands.excluded, vocabulary.brands_of),
        kinds=tuple(_garments(kind, vocabulary) for kind in query.kinds.values),
        not_kinds=tuple(_garments(kind, vocabulary) for kind in query.kinds.excluded),
        title_groups=tuple(vocabulary.title_forms(word) for word in query.title_words),
        other_title_words=frozenset().union(*(vocabulary.title_forms(word) for word in query.title_without)),
        least_price=query.prices.least,
        most_price=query.prices.most,
    )
    if items and nothing is None:
        items, unfit, nothing = _fitting(query, items, wanted, database)
        notes += unfit
        if nothing is not None and query.colours.values:
            nothing = Message("answer-no-such-colour", colour=plain(", ".join(query.colours.values), 60))
            notes = (*notes, *_other_colours(items, names))
        wanted = replace(wanted, items=tuple(item.id for item in items if item.id in wanted.items))
    return Scope(query, wanted, vocabulary, items, sizes, places, colours, skus, notes, nothing)


def _fitting(
    query: Query, items: tuple[Item, ...], wanted: Filter, database: Database
) -> tuple[tuple[Item, ...], tuple[Message, ...], Message | None]:
    """Those of the named items that fit the rest, notes of the others, and why none does where none does."""
    narrowed = (
        query.kinds
        or query.colours
        or query.brands
        or query.title_words
        or query.title_without
        or query.prices
        or query.words
    )
    if not narrowed:
        return items, (), None
    fitting = {item for item, _ in database.figures.priced(replace(wanted, sizes=(), not_sizes=(), skus=()))}
    if not any(item.id in fitting for item in items):
        return items, (), Message("answer-none-fit")
    others = [item for item in items if item.id not in fitting]
    notes = tuple(Message("answer-does-not-fit", name=plain(item.title or item.id, 100)) for item in others)
    return tuple(item for item in items if item.id in fitting), notes, None


def _other_colours(items: Sequence[Item], names: Names) -> tuple[Message, ...]:
    """The colours in which the same designs come."""
    colours = {each.colour for item in items for each in names.siblings(item.id) if each.colour}
    listed = plain(", ".join(sorted(colours)), 200)
    return (Message("answer-comes-in", colours=listed),) if colours else ()


def merged(
    lines: Sequence[Line], said: Spellings, name: Callable[[Line], str]
) -> list[tuple[str, Line | None]]:
    """Lines by name: each name that was said, with all that it stands for, else as the catalogue has them."""
    if said:
        return [
            (each, together([line for line in lines if name(line) in spelled]))
            for each, spelled in said.items()
        ]
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(name(line), []).append(line)
    return [(each, together(group)) for each, group in groups.items()]


def together(lines: Sequence[Line]) -> Line | None:
    """The sum of some lines; None where there are none."""
    if not lines:
        return None
    counted = [line for line in lines if line.on_hand is not None]
    return Line(
        sum(line.on_hand or 0 for line in counted) if counted else None,
        sum(line.reserved or 0 for line in counted) if counted else None,
        min((line.oldest for line in counted if line.oldest is not None), default=None),
        max((line.newest for line in counted if line.newest is not None), default=None),
    )


def _named(query: Query, database: Database) -> tuple[tuple[Item, ...], frozenset[str], tuple[Message, ...]]:
    owners = database.owners_of_skus(query.skus) if query.skus else {}
    ids = dict.fromkeys((*query.items, *owners.values()))
    items = database.items(ids)
    gone = [each for each in query.items if each not in items]
    gone += [each for each in query.skus if owners.get(folded(each)) not in items]
    notes = (
        tuple(Message("stock-gone", number=plain(each, 64)) for each in dict.fromkeys(gone)) if items else ()
    )
    return tuple(items.values()), frozenset(folded(each) for each in query.skus), notes


def _owns(item: Item, skus: frozenset[str]) -> bool:
    return any(folded(variant.sku) in skus for variant in item.variants)


def _existing(place: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    return vocabulary.locations.get(tuple(words_in(place)), ())


def _all(values: Sequence[str], spelled: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """All spellings; a name that stands for nothing stays, for an empty filter would be no filter."""
    return tuple(dict.fromkeys(one for each in values for one in spelled(each) or (each,)))


def _garments(kind: str, vocabulary: Vocabulary) -> Garments:
    base = vocabulary.of_kind(kind)
    return Garments(base.classes, base.title_words, base.other_title_words)


def _searched(words: str, database: Database) -> tuple[tuple[str, ...], bool]:
    """Ids of the items that a search finds, best first, and whether they have all its words."""
    text = words.strip()
    if " " not in text and (ids := database.ids_starting_with(text, limit=SEARCHED)):
        return ids, True
    groups = groups_in(words)
    matches = database.questions.with_words(groups, limit=SEARCHED)
    return tuple(each.item.id for each in matches), bool(matches) and matches[0].matched == len(groups)


def known_kinds() -> frozenset[str]:
    """The kinds of garments that the lexicon names."""
    return frozenset(kind_words())
