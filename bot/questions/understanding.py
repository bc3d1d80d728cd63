"""From a message to what it asks: in the language of its writer, or else in any other that we speak."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import partial

from bot.questions.acts.table import of_no_stock, read
from bot.questions.amounts import amounts_in
from bot.questions.clause import Clause
from bot.questions.clauses import ask_twice, asks_figure, cuts, without_opposite
from bot.questions.days import day_of, span_of
from bot.questions.expressed import lost, says_all
from bot.questions.follow_ups import adds, completed, continued, only_negates, sized, with_place_meant
from bot.questions.here import read_here
from bot.questions.lexicon import (
    LANGUAGES,
    Lexicon,
    city_words,
    colour_words,
    kind_words,
    lexicon,
    narrow_words,
)
from bot.questions.measures import Figure, difference, each_alone
from bot.questions.query import Asked, Bounds, Missing, Order, Query, Read, Talk
from bot.questions.reasons import before_reason
from bot.questions.resolver import Resolver
from bot.questions.spans import Piece, Pieces, numbers_of
from bot.questions.text import Token, tokens_of
from bot.questions.unknown import named_in, unknown_in
from bot.questions.vocabulary import Names
from bot.state.memory import Context

NOTHING = Read()
_BESIDE = frozenset({"thanks", "never_mind", "negated_order"})
"""Talk that may stand beside a question in one message."""
_NOT = (Talk("never_mind"), Talk("negated_order"))


class Understanding:
    """Understands messages about one catalogue. May be used from several threads."""

    def __init__(self, names: Names, *, zone: tzinfo = UTC) -> None:
        """Days begin at midnight of `zone`."""
        self._names = names
        self._zone = zone
        for language in LANGUAGES:  # now, not while the first person waits
            lexicon(language)
        for words in (kind_words, colour_words, narrow_words, city_words):
            words()

    def __call__(self, message: str, context: Context, *, language: str, now: datetime | None = None) -> Read:
        """What it asks, `now` being the present time. Raises `StoreError` as the database does."""
        tokens = tokens_of(message)
        if not tokens:
            return NOTHING
        vocabulary = self._names.vocabulary()
        resolver = Resolver(self._names, vocabulary)
        now = now or datetime.now(UTC)
        clauses = _Clauses(resolver, now, self._zone, self.missing)
        numbers = numbers_of(tokens, self._names, day_of(now, self._zone))
        lexicons = [lexicon(each) for each in _order(language)[: 1 + (language != "en")]]
        unread: list[Sequence[Piece]] = []
        for spoken in _order(language):
            own = lexicon(spoken) in lexicons
            if _passes_over(tokens, lexicon(spoken), lexicons if not own else lexicons[:1]):
                continue
            settled = () if own else lexicons
            cut_at = partial(Pieces, tokens, lexicon(spoken), vocabulary, numbers, settled)
            cut = cut_at()
            pieces = cut()
            if not own and _foreign(pieces, lexicons):
                continue
            if own and of_no_stock(pieces):
                return NOTHING
            asked = clauses.all_of(cut, context)
            if any(piece.is_a("here") for piece in pieces):
                at = partial(clauses.at, cut_at, context)
                found = read_here(asked, pieces, context.here, vocabulary, at)
                if found.unknown:
                    return found
                asked = found.asked
            if asked:
                return _unclear(asked, Clause(pieces, vocabulary)) or self._told(asked)
            unread.append(pieces)
        if not unread:
            return NOTHING
        # The language that knows most of the words; of several, the writer's own.
        likeliest = min(unread, key=lambda pieces: sum(not piece.tags for piece in pieces))
        read = unknown_in(
            likeliest,
            lambda pieces: clauses.whole(pieces, context),
            lambda word: any(each.knows(word) for each in lexicons),
            vocabulary,
        )
        return replace(read, named=named_in(likeliest, read, context.items, resolver))

    def missing(self, order: Order) -> tuple[Missing, ...]:
        """What an order lacks, in the order in which it is asked for."""
        return tuple(self._missing(order))

    def _missing(self, order: Order) -> list[Missing]:
        if order.verb == "undo" or order.reservation is not None:
            return []
        lacks: list[Missing] = []
        if order.verb == "release":
            return [] if order.items or order.skus or order.person else ["reservation"]
        if not order.skus:
            if len(order.items) != 1:
                lacks.append("item")
            elif len(order.sizes) != 1 and len(self._names.sizes_in(order.items)) > 1:
                lacks.append("size")
        if order.quantity is None and order.verb in ("count", "receive", "issue"):
            lacks.append("quantity")
        if order.verb == "move" and not order.to_place:
            lacks.append("to_place")
        if order.verb in ("count", "receive") and not order.place:
            lacks.append("place")
        if order.verb == "reserve" and not order.person:
            lacks.append("person")
        return lacks

    def _told(self, asked: tuple[Asked, ...]) -> Read:
        missing = next((self.missing(each) for each in asked if isinstance(each, Order)), ())
        return Read(asked, missing=missing)


class _Clauses:
    """Reads the pieces of one message, whole or in two parts."""

    def __init__(
        self, resolver: Resolver, now: datetime, zone: tzinfo, missing: Callable[[Order], tuple[Missing, ...]]
    ) -> None:
        self._resolver = resolver
        self._now = now
        self._zone = zone
        self._missing = missing

    def all_of(self, cut: Pieces, context: Context) -> tuple[Asked, ...]:
        """What a message asks, cut as it may be; empty where not all of it is accounted for."""
        pieces = cut()
        if len(asking := without_opposite(pieces)) < len(pieces):
            return self.whole(asking, context)
        asked = self.figures(pieces, context) or self.twice(pieces, context)
        if not asked and len(list(each_alone(pieces))) > 1:
            return ()  # none of several figures is dropped
        asked = asked or self.whole(pieces, context)
        if not asked and not Clause(pieces, self._resolver.vocabulary).unsure:
            asked = next((each for way in cut.others() if (each := self.whole(way, context))), ())
        return asked or self.parts(pieces, context) or self.negated(pieces, context)

    def at(self, cut_at: Callable[[str], Pieces], context: Context, place: str) -> tuple[Asked, ...]:
        """What it asks with a place in place of “here”."""
        return self.all_of(cut_at(place), context)

    def figures(self, pieces: Sequence[Piece], context: Context) -> tuple[Asked, ...]:
        """One question for several figures, each read with the rest of the message."""
        left = difference(pieces)
        if left is not None:
            figure, rest = left
            asked = self._one(rest, context)
            return (asked,) if isinstance(asked, Query) and asked.measure == figure else ()
        found: list[Query] = []
        for figure, alone in each_alone(pieces):
            asked = self._one(alone, context)
            if not isinstance(asked, Query) or asked.measure != _measured(figure):
                return ()
            found.append(replace(asked, state=None) if figure != "on_hand" else asked)
        return tuple(found)

    def twice(self, pieces: Sequence[Piece], context: Context) -> tuple[Asked, ...]:
        """Two questions for different figures, where it may be cut so."""
        turned = any(piece.is_a("negates") or piece.is_a("operator") for piece in pieces)
        parts = (
            part
            for part in cuts(pieces)
            if ask_twice(*part) or (turned and self._negates_order(part[0], context))
        )
        return next((both for part in parts if (both := self._both(*part, context))), ())

    def whole(self, pieces: Sequence[Piece], context: Context) -> tuple[Asked, ...]:
        """What they ask as one clause; empty where not all of them is accounted for.

        `And 2 of the 40 as well` is an order beside the one that waits.
        """
        found = self._one(pieces, context)
        if isinstance(found, Order) and adds(pieces, found, context.waiting):
            return (context.waiting, found) if context.waiting else (found,)
        return () if found is None else (found,)

    def parts(self, pieces: Sequence[Piece], context: Context) -> tuple[Asked, ...]:
        """What two clauses ask, each of which is wholly accounted for."""
        return next((both for part in cuts(pieces) if (both := self._both(*part, context))), ())

    def negated(self, pieces: Sequence[Piece], context: Context) -> tuple[Asked, ...]:
        """An order that is negated, which is none."""
        return (Talk("negated_order"),) if self._negates_order(pieces, context) else ()

    def _both(self, one: Sequence[Piece], two: Sequence[Piece], context: Context) -> tuple[Asked, ...]:
        first = self._one(one, context) or next(iter(self.negated(one, context)), None)
        if first is None or (isinstance(first, Talk) and first.about not in _BESIDE):
            return ()
        if isinstance(first, Query):
            described = (
                None if first.items else self._resolver.of_kind(Clause(one, self._resolver.vocabulary))
            )
            items = first.items or (described.items if described is not None else context.items)
            context = Context(items, context.intent, first, context.query, context.waiting)
        second = self._one(two, context) or next(iter(self.negated(two, context)), None)
        if second is None or (isinstance(second, Talk) and second.about not in _BESIDE):
            return ()
        if (
            isinstance(first, Query)
            and isinstance(second, Query)
            and first.measure == "on_hand"
            and second.measure in ("free", "reserved", "price")
            and not asks_figure(one)
        ):
            first = replace(first, measure=second.measure)  # `sky M and white M, free`
        if isinstance(first, Query) and isinstance(second, Query) and _takes_back(first, second):
            return ()
        told = tuple(each for each in (first, second) if each != Talk("thanks"))
        if any(isinstance(each, Order) for each in told) and any(each in _NOT for each in told):
            return (Talk("negated_order"),)
        return told[:1] if not told[1:] or told[0] == told[1] else told

    def _one(self, pieces: Sequence[Piece], context: Context) -> Asked | None:
        pieces = with_place_meant(pieces, context)
        if context.waiting is not None:
            if only_negates(pieces):
                return Talk("never_mind")
            missing = self._missing(context.waiting)
            order = completed(pieces, context.waiting, missing, context, self._resolver)
            if order is not None:
                return order
        if (order := self._taken_out(pieces, context)) is not None:
            return order
        found = read(pieces, context, self._resolver)
        if found is None:
            return None
        asked = found.asked
        if isinstance(asked, Query):
            clause = found.reading.clause
            half = found.act.name == "same" and not clause.asked and context.waiting is not None
            if half and (clause.negated() or clause.denied):
                return None  # `not L` is said of the order
            if found.reading.span is not None:
                since, until = span_of(*found.reading.span, self._now, self._zone)
                asked = replace(asked, since=since, until=until)
            whole = continued(asked, found.reading, found.act.name, context)
            said_all = whole is not None and says_all(whole, found.reading.clause) and not lost(asked, whole)
            return whole if said_all else None
        if isinstance(asked, Order):
            if found.reading.clause.negated():
                return Talk("negated_order")
            return sized(asked, context)
        return asked

    def _taken_out(self, pieces: Sequence[Piece], context: Context) -> Order | None:
        """An order to issue pieces that ends in why: `take one from the shop, its zip is broken`."""
        parted = before_reason(pieces)
        found = None if parted is None else read(parted[0], context, self._resolver)
        if parted is None or found is None or not isinstance(found.asked, Order):
            return None
        order = found.asked
        if order.verb != "issue" or found.reading.clause.negated():
            return None
        return sized(replace(order, reason=parted[1]), context)

    def _negates_order(self, pieces: Sequence[Piece], context: Context) -> bool:
        """Whether it would be an order without the negation in it."""
        positive = [
            piece
            for place, piece in enumerate(pieces)
            if not piece.is_a("operator")
            and not piece.is_a("ask", "never_mind")
            and not (place and pieces[place - 1].is_a("operator") and piece.words == ("t",))
        ]
        if len(positive) == len(pieces) or not positive:
            return False
        verbs = [piece for piece in positive if piece.is_a("cue", "reserve", "release", "move", "keep")]
        if verbs and all(piece in verbs or piece.is_a("filler") for piece in positive):
            return True  # `don't reserve anything yet`
        found = read(positive, context, self._resolver)
        return found is not None and isinstance(found.asked, Order) and found.asked.verb != "undo"


def _unclear(asked: tuple[Asked, ...], clause: Clause) -> Read | None:
    """Both questions that a bound may be, where nothing tells whether it is of pieces or of prices."""
    query = asked[0]
    if len(asked) > 1 or not isinstance(query, Query) or not query.pieces or query.items or query.prices:
        return None
    amounts = amounts_in(clause)
    if amounts.unclear is None or amounts.bounded is None:
        return None
    of_prices = replace(query, pieces=Bounds(), prices=amounts.unclear)
    said = clause.pieces[amounts.bounded].said
    return Read(unknown=(said,), unknown_as="bound", near=(of_prices, query))


def _takes_back(first: Query, second: Query) -> bool:
    """`Not in hall A, in hall B`: what was excluded, and another of its kind, which may be meant instead."""
    slots = ("places", "sizes", "colours")
    return any(getattr(first, slot).excluded and getattr(second, slot) for slot in slots)


def _passes_over(tokens: Sequence[Token], spoken: Lexicon, own: Sequence[Lexicon]) -> bool:
    """Whether the writer's own language negates what that one might pass over."""
    return any(
        each.is_operator(token.text) and not spoken.is_operator(token.text)
        for each in own
        for token in tokens
    )


def _foreign(pieces: Sequence[Piece], spoken: Sequence[Lexicon]) -> bool:
    """Whether it is of another language: a slip, or a word that the writer's own has.

    A language that the writer hasn't chosen must be spelled rightly: Italian `pantofole` are no Polish shoes.
    """
    strange = (piece for piece in pieces if not piece.tags)
    return any(piece.repaired for piece in pieces) or any(
        each.knows(word) for piece in strange for word in piece.words for each in spoken
    )


def _order(language: str) -> list[str]:
    return list(dict.fromkeys([each for each in (language, "en") if each in LANGUAGES] + list(LANGUAGES)))


def _measured(figure: Figure) -> str:
    return "on_hand" if figure == "sizes" else figure
