"""A message as spans: each word or phrase with all that it may mean, slips of the finger repaired."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import combinations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.questions.lexicon import JOINTS, LONGEST_PHRASE, Lexicon, Span, Tag, month_words, narrow_words
from bot.questions.text import Token
from bot.questions.vocabulary import Names, Vocabulary
from catalogue.items import folded

BARCODE_DIGITS = frozenset({8, 12, 13, 14})
"""How many digits a barcode has; it may be typed in groups."""
BRIEF = 2
"""Words of a message in which any may be a number, such as `stock jeans` where an item is called so."""
BOUNDS = {"more": 1, "at_least": 0, "less": -1, "at_most": 0}
"""Cues before a number that is a bound, and what is added to it to have it included: `more than 10`."""
_SAYING = frozenset({"filler", "join", "ask", "place"})
_BOUNDING = frozenset({*BOUNDS, "or_more", "or_less"})
"""What a name isn't, though the same word in small letters is."""
LONGEST_AMOUNT = 6
"""Digits of a number of pieces; a longer one is no amount."""
LONGEST_NAME = 4
"""Words of a colour, brand or location."""

LONGEST_SPELLED = 6
"""Words of a SKU or an item number that is typed with blanks."""
LEAST_GUESSED = 5
"""Letters of a word that may be a slip of one that says nothing."""
TWO_SLIPS = 9
"""Letters of a word in which two slips are seen."""
LEAST_PART = 4
"""Letters of a part of a verb that is seen anywhere: `zurück`; `ein` only at the end of a clause."""
LEAST_NAME = 3
"""Letters of a name that a compound may begin with."""
_PREPOSITIONS = frozenset({"from", "to", "in", "for", "is_now", "becomes", "until", "since", "nicety"})
GROUPS = ("sizes", "colours", "who")
"""Cues of what figures are broken down by."""
WHOLE = ("most", "least", "cheapest", "dearest", "cheaper", "dearer")
"""What a phrase may ask that it doesn't ask without its last word."""
OTHER_WAYS = 6
"""In how many other ways a message is cut where the first makes no question."""

STRAIGHT = frozenset({"it", "es"})
"""Languages whose questions have the order of words of what is told."""
_STYLE = re.compile(
    r"(?=.*\d)(?=.*[^\W\d])[\w./#+]{4,64}|(?!t-)[^\W_]{2,}(?:[-_/.][^\W_]{2,})+", re.IGNORECASE
)
"""A word that may be the beginning of item numbers, such as `MRL-TS`."""
_ORDINAL_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er)?")
_SIZE_AND_ENDING = re.compile(r"(\d+)([^\W\d_]+)")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})[./](\d{1,2})\.?")
_VOLUME = re.compile(r"(\d+)(l|ltr|lt|liter|litre?s?|litros?|litri|litro|litr|litrow|litry)")
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./](\d{1,2})[./](\d{4})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A span of a message with the tokens in it. A piece without tags is a word that nobody knows."""

    tokens: tuple[Token, ...]
    tags: frozenset[Tag]
    repaired: bool = False
    """Whether it was written otherwise, and is understood as the nearest word."""

    @property
    def said(self) -> str:
        """As it was written."""
        return " ".join(dict.fromkeys(token.said for token in self.tokens))

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, plain."""
        return tuple(token.text for token in self.tokens)

    def is_a(self, group: str, *values: str) -> bool:
        """Whether it may mean that: one of the values, or any where none is given."""
        return any(tag.group == group and (not values or tag.value in values) for tag in self.tags)

    def values(self, group: str) -> set[str]:
        """All that it may mean in that group."""
        return {tag.value for tag in self.tags if tag.group == group}

    def value(self, group: str) -> str | None:
        """What it means in that group; None where nothing."""
        return min((tag.value for tag in self.tags if tag.group == group), default=None)


@dataclass(frozen=True, slots=True)
class Numbers:
    """SKUs, item ids, barcodes and dates of a message, by the words of it that they are."""

    spans: Mapping[tuple[int, int], frozenset[Tag]]

    def at(self, tokens: Sequence[Token]) -> dict[int, Span]:
        """Where they begin among the tokens, which may be cut otherwise than they were."""
        places: dict[int, list[int]] = {}
        for place, token in enumerate(tokens):
            places.setdefault(token.word, []).append(place)
        return {
            places[first][0]: Span(places[first][0], places[last][-1] + 1, tags)
            for (first, last), tags in self.spans.items()
            if first in places and last in places
        }


def numbers_of(tokens: Sequence[Token], names: Names, today: date) -> Numbers:
    """What is written in one word, digits in groups, and SKUs in words: `mrl ts navy`.

    Raises `StoreError` as the database does.
    """
    return Numbers(dict(_spoken_days(tokens, today)) | dict(_numbers(tokens, names, today)))


class Pieces:
    """Cuts a message into pieces with the words of one language."""

    def __init__(
        self,
        tokens: Sequence[Token],
        lexicon: Lexicon,
        vocabulary: Vocabulary,
        numbers: Numbers,
        settled: Sequence[Lexicon] = (),
        here: str = "",
    ) -> None:
        """A word that one of the `settled` lexicons knows is right as it stands: no slip is seen in it.

        `here` is the place that is read in place of “here”.
        """
        self._here = here
        self._lexicon = lexicon
        self._vocabulary = vocabulary
        tokens = tuple(_with_signs(tokens, lexicon))
        whole = {place for span in numbers.at(tokens).values() for place in range(span.start, span.end)}
        self.tokens = tuple(
            part
            for place, token in enumerate(tokens)
            for part in ((token,) if place in whole else _parts(token, lexicon, vocabulary))
        )
        self._numbers = numbers.at(self.tokens)
        self._words = [token.text for token in self.tokens]
        self._sites = self._places_of_sites()
        self._bounds = self._places_of_bounds()
        inside = {place for span in self._numbers.values() for place in range(span.start, span.end)}
        self._repaired = list(self._words)
        for place, token in enumerate(self.tokens):
            if (
                place not in inside
                and not _is_known(token.text, lexicon, vocabulary)
                and not any(each.knows(token.text) for each in settled)
            ):
                self._repaired[place] = nearest(token.text, lexicon, vocabulary) or token.text

    def __call__(self, *, most: Mapping[int, int] | None = None) -> tuple[Piece, ...]:
        """The whole message, from left to right in the longest phrases that are known.

        Where `most` says so, the one that begins there is of no more words than that.
        """
        pieces = []
        start = 0
        while start < len(self.tokens):
            limit = (most or {}).get(start, self._until_site(start))
            span = self._numbers.get(start) or _longest(
                self.tokens, self._repaired, start, self._lexicon, self._vocabulary, limit
            )
            covered = range(span.start, span.end)
            negates = any(self._lexicon.is_operator(self._words[place]) for place in covered)
            counts = any(self._lexicon.counts(self._words[place]) for place in covered)
            turns = all(self._lexicon.is_operator(self._words[place]) for place in covered)
            if turns and self._is_rest(span.end):  # the t of `don't`
                span = Span(start, span.end + 1, span.tags)
                covered = range(start, span.end)
            repaired = any(self._repaired[place] != self._words[place] for place in covered)
            far = repaired and span.tags and all(tag.group == "city" for tag in span.tags)
            pieces.append(
                Piece(
                    tuple(self.tokens[place] for place in covered),
                    self._at_place(frozenset() if far else span.tags)  # `torn` is no slip of Toruń
                    | ({Tag("operator", "")} if turns else set())
                    | ({Tag("negates", "")} if negates else set())
                    | ({Tag("asking", "")} if not start and self._asks() else set())
                    | ({Tag("counts", "")} if counts else set()),
                    repaired=repaired and not far,
                )
            )
            start = span.end
        return tuple(self._with_verbs_whole(self._tidied(pieces)))

    def _with_verbs_whole(self, pieces: Iterable[Piece]) -> list[Piece]:
        """Verbs with their other part, which stands at the end of a clause: `leg mir zwei zurück`."""
        found = list(pieces)
        for place, end in combinations(range(len(found)), 2):
            verb, part = found[place], found[end]
            closes = end + 1 == len(found) or part.tokens[-1].mark or len(part.words[0]) >= LEAST_PART
            closes = closes or found[end + 1].is_a("cue", "in", "to", "from", "for", "until")
            if len(verb.words) == 1 and closes and (tags := self._lexicon.apart(verb.words[0], part.words)):
                ended = Tag("cue", "for") if part.words[-1] == "for" else Tag("filler", "")
                found[place] = replace(verb, tags=tags)
                found[end] = replace(part, tags=frozenset({ended}))
        return found

    def _tidied(self, pieces: Sequence[Piece]) -> Iterable[Piece]:
        """The pieces, with `41 and a half` as one where there is such a size, and no operator said twice."""
        place = 0
        while place < len(pieces):
            counted = place > 0 and pieces[place - 1].is_a("number")
            piece, place = _for_whom(pieces[place], counted=counted), place + 1
            if place < len(pieces) and _stammers(piece, pieces[place]):
                continue
            halved = place < len(pieces) and pieces[place].is_a("join", "half")
            size = self._vocabulary.size(f"{piece.value('number')} 5") if halved else None
            if size is not None:
                yield Piece((*piece.tokens, *pieces[place].tokens), frozenset({Tag("size", size)}))
                place += 1
            else:
                yield piece

    def _asks(self) -> bool:
        """Whether the first word makes it a question; `sono arrivati 12` may tell that they are there."""
        return self._lexicon.language not in STRAIGHT and self._lexicon.begins_question(self._words[0])

    def _at_place(self, tags: frozenset[Tag]) -> frozenset[Tag]:
        """The meanings with the place that “here” is."""
        if not self._here or Tag("here", "") not in tags:
            return tags
        others = (tag for tag in tags if tag.group not in ("here", "filler"))
        return frozenset({Tag("location", self._here), *others})

    def _is_rest(self, place: int) -> bool:
        """Whether a token is a short part of a word that means nothing alone."""
        rest = self.tokens[place] if place < len(self.tokens) else None
        return rest is not None and rest.clitic and rest.word == self.tokens[place - 1].word

    def _places_of_sites(self) -> dict[int, int]:
        """Where sites of several words begin and end, such as `hall a`: no phrase may end within one."""
        words = [token.text for token in self.tokens]
        return {
            start: start + length
            for start in range(len(words))
            for length in range(2, LONGEST_NAME + 1)
            if self._vocabulary.located(tuple(words[start : start + length])) is not None
        }

    def _places_of_bounds(self) -> dict[int, int]:
        """Where `more than` and the like begin and end before a number: no phrase may end within one.

        `Chi ha più di sei` has no `chi ha più` in it; nor is `on a plus de 15` a denial, for it counts.
        """
        spans = (self._lexicon.cue_at(self._words, start, BOUNDS) for start in range(len(self._words)))
        return {
            span.start: span.end
            for span in spans
            if span is not None and span.end < len(self._words) and self._is_number(span.end)
        }

    def _is_number(self, place: int) -> bool:
        span = self._lexicon.longest_at(self._words, place)
        spoken = span is not None and any(tag.group == "number" for tag in span.tags)
        return spoken or (self._words[place].isdecimal() and len(self._words[place]) <= LONGEST_AMOUNT)

    def _until_site(self, start: int) -> int:
        """How long a phrase may be that begins there."""
        within = self._sites.get(start, start + 1)  # the `a 05-21` in `hall a 05-21`
        begun = (site for site in self._sites if site >= within)
        marked = (place + 1 for place in range(start, len(self.tokens)) if self.tokens[place].mark)
        most = min(*begun, *marked, start + LONGEST_PHRASE, start + LONGEST_PHRASE) - start
        phrase = self._lexicon.longest_at(self._words, start, most=most) if self._bounds else None
        if phrase is None:
            return most
        denies = Tag("cue", "out") in phrase.tags
        cut = (
            place
            for place, end in self._bounds.items()
            if start < place < phrase.end and (phrase.end < end or (denies and phrase.end == end))
        )
        return min(cut, default=start + most) - start

    def others(self) -> Iterable[tuple[Piece, ...]]:
        """The message cut otherwise: each phrase of several words in turn one word shorter."""
        start, tried = 0, 0
        for piece in self():
            length = len(piece.tokens)
            # half of `the least expensive`, `which size` or `shirt dress` is another thing
            whole = piece.is_a("ask", *WHOLE) or piece.is_a("cue", *GROUPS)
            garments = sum(self._lexicon.is_kind(word) for word in piece.words)
            whole = whole or (garments > 1 and piece.words in narrow_words())
            if length > 1 and start not in self._numbers and not whole and tried < OTHER_WAYS:
                tried += 1
                yield self(most={start: length - 1})
            start += length


def _for_whom(piece: Piece, *, counted: bool) -> Piece:
    """`20 Kinder` are counted; `Kinder T-Shirts` are for them."""
    if not (piece.is_a("cue", "unit") and piece.is_a("trait")):
        return piece
    other = {tag for tag in piece.tags if tag.group == "trait"} if counted else {Tag("cue", "unit")}
    return replace(piece, tags=piece.tags - other)


def _stammers(piece: Piece, following: Piece) -> bool:
    """Whether a word that compares, joins or excludes is said twice: `more than more than`."""
    alike = piece.said[-1:].isupper() == following.said[-1:].isupper()  # `magazzino A a Kiel` has no stammer
    said_twice = alike and piece.words == following.words and not piece.tokens[-1].mark
    operator = piece.is_a("ask") or piece.is_a("join") or piece.is_a("cue", *BOUNDS)
    unit = any(piece.is_a(group) for group in ("size", "number", "item", "location", "colour"))
    return said_twice and operator and not unit and not piece.is_a("operator")


def _with_signs(tokens: Sequence[Token], lexicon: Lexicon) -> Iterable[Token]:
    """With a word for each plus or minus that makes a phrase with the word beside it: `la - chère`."""
    for place, token in enumerate(tokens):
        signs = lexicon.spelled_out(token.sign) if token.sign and token.text.isalpha() else ()
        beside = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if signs and (lexicon.are_phrase(token.text, signs[0]) or lexicon.are_phrase(signs[0], beside)):
            yield replace(token, mark="")
            yield replace(token, text=signs[0], said=token.sign, mark="")
        else:
            yield token


def _parts(token: Token, lexicon: Lexicon, vocabulary: Vocabulary) -> tuple[Token, ...]:
    """The words that it is: two written as one, a compound with a name in it, a verb with its clitic."""
    word = token.text
    if (volume := _VOLUME.fullmatch(word)) and volume[1] in vocabulary.words:  # `45l`
        return (replace(token, text=volume[1]), replace(token, text="l"))
    if (whole := lexicon.spelled_out(word)) and not vocabulary.names_word(word):
        return tuple(replace(token, text=part, clitic=len(part) == 1) for part in whole)
    if (sizes := vocabulary.written.parts(token)) and not vocabulary.names_word(word):  # `the 40s`
        return tuple(replace(token, text=part) for part in sizes)
    ended = _SIZE_AND_ENDING.fullmatch(word)  # `w 40stce`
    if ended is not None and _says_nothing(ended[2], lexicon) and vocabulary.size(ended[1]):
        return (replace(token, text=ended[1]),)
    if len(word) <= LEAST_NAME or word.isdigit() or vocabulary.names_word(word):
        return (token,)
    ending = lexicon.ending(word)
    named = token.word > 0 and token.said[:1].isupper() and token.said[1:].islower()
    if ending is not None and word not in lexicon.words:
        name = _name_in(word.removesuffix(ending), vocabulary)
        if name is not None:
            return replace(token, text=name), replace(token, text=ending)
    if ordinal := lexicon.ordinal_in(word):
        return tuple(replace(token, text=part) for part in (ordinal, word.removeprefix(ordinal)))
    if not _is_known(word, lexicon, vocabulary) and (compound := _compound(word, lexicon, vocabulary)):
        return tuple(replace(token, text=part) for part in compound)
    if named or _is_known(word, lexicon, vocabulary) or (parts := lexicon.parts(word)) is None:
        return (token,)
    return tuple(replace(token, text=part) for part in parts)


def _says_nothing(ending: str, lexicon: Lexicon) -> bool:
    """Whether a size may end so, as in `40s` or `40tka`."""
    return ending in lexicon.endings or (len(ending) > 1 and lexicon.says_nothing(ending))


def _compound(word: str, lexicon: Lexicon, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """What a garment is like and its kind, written as one word: `ringelshirt`."""
    for end in range(LEAST_NAME, len(word) - LEAST_NAME + 1):
        before, kind = word[:end], word[end:]
        if not lexicon.is_kind(kind):
            continue
        ways = (before, *(before.removesuffix(each) for each in JOINTS))
        describing = next((way for way in ways if way and lexicon.describes(way)), None)
        if (name := describing or _name_in(before, vocabulary)) is not None:
            return name, kind
    return None


def _name_in(beginning: str, vocabulary: Vocabulary) -> str | None:
    """The name that a compound begins with, such as that of the `Oxfordhemd`."""
    ways = (beginning, *(beginning.removesuffix(each) for each in JOINTS))
    return next((way for way in ways if len(way) >= LEAST_NAME and vocabulary.is_name(way)), None)


def _longest(
    tokens: Sequence[Token],
    words: Sequence[str],
    start: int,
    lexicon: Lexicon,
    vocabulary: Vocabulary,
    most: int,
) -> Span:
    phrase = lexicon.longest_at(words, start, most=most)
    if phrase is not None and _ends_in_size(phrase, tokens, vocabulary):
        phrase = lexicon.longest_at(words, start, most=_until_size(phrase, tokens))
    if phrase is not None and _ends_in_place(phrase, words, lexicon, vocabulary):
        phrase = lexicon.longest_at(words, start, most=phrase.end - start - 1)
    spans = [phrase] if phrase is not None else []
    if (site := vocabulary.location_of(words[start])) is not None:
        spans.append(Span(start, start + 1, frozenset({Tag("location", site)})))
    for length in range(1, min(most, LONGEST_NAME, len(words) - start) + 1):
        part = tuple(words[start : start + length])
        if (there := vocabulary.located(part)) is not None:
            spans.append(Span(start, start + length, frozenset({Tag("location", vocabulary.site(there))})))
        tags = frozenset(_names(part, vocabulary))
        if tags:
            spans.append(Span(start, start + length, tags))
    if (sized := vocabulary.written.at(tokens, start, most)) is not None:
        spans.append(Span(start, sized[0], frozenset({Tag("size", sized[1])})))
    elif (shelf := vocabulary.shelf(tokens[start].said)) is not None:
        rest = (place for place in range(start, len(tokens)) if tokens[place].word != tokens[start].word)
        spans.append(Span(start, next(rest, len(tokens)), frozenset({Tag("location", shelf)})))
    spans += [_spoken_size(span, vocabulary) for span in spans]
    spans += [_known_town(span, vocabulary) for span in spans]
    spans += [_all_sites(span, vocabulary) for span in spans]
    kind = lexicon.place(words[start])
    if kind is not None and len(called := vocabulary.sites_called(kind)) == 1:
        spans.append(Span(start, start + 1, frozenset({Tag("location", called[0])})))
    volume = "".join(token.text for token in tokens[start : start + 2])
    if words[start] in vocabulary.words and _VOLUME.fullmatch(volume):
        return Span(start, start + 2, frozenset({Tag("title", words[start])}))  # the `45 l` of a backpack
    if words[start].isdecimal() and len(words[start]) <= LONGEST_AMOUNT:
        spans.append(Span(start, start + 1, frozenset({Tag("number", words[start])})))
    if not spans:
        return Span(start, start + 1, frozenset())
    longest = max(span.end for span in spans)
    tags = frozenset[Tag]().union(*(span.tags for span in spans if span.end == longest))
    own = vocabulary.colour(tuple(words[start:longest]))
    if own is not None:  # `altrosa` where items are called so, and not all that is rosa
        tags = frozenset(tag for tag in tags if tag.group != "colour" or tag.value == own)
    last = lexicon.place(words[longest - 1])
    if last is not None and tags and all(tag.group == "filler" for tag in tags):
        tags |= {Tag("place", last)}  # `the whole warehouse`
    if any(tag.group == "cue" and tag.value in ("where", "who") for tag in tags):
        kinds = {lexicon.place(word) for word in words[start:longest]}
        tags |= {Tag("among", kind) for kind in kinds if kind is not None}
    if any(tag.group == "kind" for tag in tags):
        tags |= {Tag("like", trait) for trait in lexicon.traits_in(words[start:longest])}
        if (
            longest == start + 1
            and not vocabulary.names_word(words[start])
            and lexicon.beginning(words[start])
        ):
            tags = frozenset()  # a Latzhose is no Hose that anybody means by the word
    if longest == start + 1 and vocabulary.is_title_only(words[start]):
        tags = frozenset(
            tag for tag in tags if tag.group != "colour"
        )  # `Moss` may be what a design is called
    if longest == start + 1 and _written_as_name(tokens, start, vocabulary):
        tags = frozenset(tag for tag in tags if tag.group not in _SAYING and tag.value not in _BOUNDING)
    if longest == start + 1 and tokens[start].clitic:
        tags = frozenset(tag for tag in tags if tag.group != "size")
    return Span(start, longest, tags)


def _written_as_name(tokens: Sequence[Token], place: int, vocabulary: Vocabulary) -> bool:
    """Whether a word of a title is written as a name: the Max of `ceinture Max 95` is no bound."""
    said = tokens[place].said
    named = place > 0 and said[:1].isupper() and said[1:].islower() and not tokens[place - 1].mark
    return named and vocabulary.is_name(tokens[place].text)


def _ends_in_place(phrase: Span, words: Sequence[str], lexicon: Lexicon, vocabulary: Vocabulary) -> bool:
    """Whether a phrase that says little would eat a place, as `ze sklepu` does where there is a shop."""
    if phrase.end - phrase.start < 2 or not all(
        tag.group == "filler" or (tag.group == "cue" and tag.value in _PREPOSITIONS) for tag in phrase.tags
    ):
        return False
    kind = lexicon.place(words[phrase.end - 1])
    return kind is not None and len(vocabulary.sites_called(kind)) == 1


def _ends_in_size(phrase: Span, tokens: Sequence[Token], vocabulary: Vocabulary) -> bool:
    """Whether a phrase would eat a size: `de S à L` has no `à l'` in it."""
    if phrase.end - phrase.start < 2 or any(tag.group == "size" for tag in phrase.tags):
        return False
    first, last = tokens[phrase.start], tokens[phrase.end - 1]
    ends = len(last.text) == 1 and not last.clitic and vocabulary.size(last.text) is not None
    begins = len(first.said) == 1 and first.said.isupper() and vocabulary.size(first.text) is not None
    return ends or begins


def _until_size(phrase: Span, tokens: Sequence[Token]) -> int:
    """How many words of it come before the size, or are the size."""
    return 1 if len(tokens[phrase.start].said) == 1 else phrase.end - phrase.start - 1


def _names(words: tuple[str, ...], vocabulary: Vocabulary) -> Iterable[Tag]:
    if len(words) == 1 and (place := vocabulary.location_of(words[0])) is not None:
        yield Tag("location", place)
    if words in vocabulary.brands:
        yield Tag("brand", vocabulary.brands[words])
    elif len(words) == 1 and words[0] in vocabulary.brand_words:
        yield Tag("brand", vocabulary.brand_words[words[0]])
    if (colour := vocabulary.colour(words)) is not None:
        yield Tag("colour", colour)
    if len(words) == 1 and (word := vocabulary.title_word(words[0])) is not None:
        yield Tag("title", word)
        if (word,) in vocabulary.colours and words not in vocabulary.colours:
            yield Tag("colour", vocabulary.colours[word,])


def _spoken_size(span: Span, vocabulary: Vocabulary) -> Span:
    """A number in words may be a size too, such as `thirty`."""
    sizes = {vocabulary.size(tag.value) for tag in span.tags if tag.group == "number"}
    return Span(span.start, span.end, frozenset(Tag("size", size) for size in sizes if size is not None))


def _known_town(span: Span, vocabulary: Vocabulary) -> Span:
    """A town by whatever name, such as Amburgo, is the location that bears one of its names."""
    towns = (tag.value for tag in span.tags if tag.group == "city")
    sites = {vocabulary.town(town) for town in towns}
    return Span(span.start, span.end, frozenset(Tag("location", site) for site in sites if site is not None))


def _all_sites(span: Span, vocabulary: Vocabulary) -> Span:
    """All sites that are called so: `the halls` are Hall A and Hall B."""
    called = {tag.value for tag in span.tags if tag.group == "sites"}
    sites = {site for kind in called for site in vocabulary.sites_called(kind)}
    return Span(span.start, span.end, frozenset(Tag("location", site) for site in sites))


def _spoken_days(tokens: Sequence[Token], today: date) -> Iterable[tuple[tuple[int, int], frozenset[Tag]]]:
    """`10 dec`, `10 de diciembre`."""
    for place, token in enumerate(tokens):
        number = _ORDINAL_DAY.fullmatch(token.text)
        month = place + 1 + (place + 1 < len(tokens) and tokens[place + 1].text in ("de", "of", "di"))
        if number is None or month >= len(tokens) or tokens[month].text not in month_words():
            continue
        day = _next(today, month_words()[tokens[month].text], int(number[1]))
        if day is not None:
            yield (token.word, tokens[month].word), frozenset({Tag("date", day.isoformat())})


def _next(today: date, month: int, day: int) -> date | None:
    """The next such day; None where there is none."""
    for year in range(today.year, today.year + 5):  # 29 February may be four years away
        try:
            if (found := date(year, month, day)) >= today:
                return found
        except ValueError:
            continue
    return None


def _numbers(
    tokens: Sequence[Token], names: Names, today: date
) -> Iterable[tuple[tuple[int, int], frozenset[Tag]]]:
    """SKUs, barcodes, item ids, their beginnings and dates: one word each, or digits in groups."""
    words: dict[str, list[int]] = {}
    spans: dict[tuple[int, int], str] = {}
    for place, token in enumerate(tokens):
        words.setdefault(f"{token.word}", []).append(place)
    for places in words.values():
        text = tokens[places[0]].said
        telling = len(places) > 1 or any(sign.isdigit() for sign in text) or text.isupper()
        if len(text) > 2 and (telling or len(words) <= BRIEF):
            spans[tokens[places[0]].word, tokens[places[0]].word] = text
    alone = set(spans)
    for start in range(len(tokens)):
        for end in range(start + 2, min(start + LONGEST_SPELLED, len(tokens)) + 1):
            if any(token.mark for token in tokens[start : end - 1]):
                break
            if (key := (tokens[start].word, tokens[end - 1].word)) not in spans:
                spans[key] = "-".join(token.text for token in tokens[start:end])
    spelled = set(spans) - alone
    for start, end in _groups_of_digits(tokens):
        spans[tokens[start].word, tokens[end - 1].word] = "".join(token.text for token in tokens[start:end])
    matches = names.numbers(spans.values())
    for words_there, text in spans.items():
        first, last = words_there
        known = any(folded(spans.get((word, word), "")) in matches for word in range(first, last + 1))
        if words_there in spelled and (known or folded(text) not in matches):
            continue
        day = _day(text, today) if names.vocabulary().size(text) is None else None
        if folded(text) in matches:
            item, sku = matches[folded(text)]
            tags = {Tag("item", item)} | ({Tag("sku", sku)} if sku is not None else set())
            yield words_there, frozenset(tags)
        elif day is not None:
            yield words_there, frozenset({Tag("date", day.isoformat())})
        elif len(text) in BARCODE_DIGITS and text.isdigit():
            yield words_there, frozenset({Tag("unknown_number", text)})
        elif _STYLE.fullmatch(text) and (items := names.starting_with(text)):
            yield words_there, frozenset({Tag("item", item) for item in items} | {Tag("style", text)})


def _groups_of_digits(tokens: Sequence[Token]) -> Iterable[tuple[int, int]]:
    start = 0
    while start < len(tokens):
        end = start
        while end < len(tokens) and tokens[end].text.isdigit():
            end += 1
        if (
            tokens[start].word != tokens[max(start, end - 1)].word
            and sum(len(token.text) for token in tokens[start:end]) in BARCODE_DIGITS
        ):
            yield start, end
        start = max(end, start + 1)


def _day(text: str, today: date) -> date | None:
    """A date as ISO or as in Europe: `2026-08-14`, `14.8.2026`, `14/8`."""
    match = _DATE.fullmatch(text)
    if match is None:
        brief = _DAY_AND_MONTH.fullmatch(text)
        return _next(today, int(brief[2]), int(brief[1])) if brief is not None else None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _is_known(word: str, lexicon: Lexicon, vocabulary: Vocabulary) -> bool:
    return word.isdigit() or lexicon.knows(word) or vocabulary.names_word(word)


@lru_cache(maxsize=4096)
def nearest(word: str, lexicon: Lexicon, vocabulary: Vocabulary) -> str | None:
    """The word that was probably meant: one slip away, or two in a long word; None where none is near.

    Of words equally near, those with the same letters come first, words of questions before names, and the
    more they are alike the better.
    """
    if len(word) < 3 or any(sign.isdigit() for sign in word):
        return None
    most = 1 if len(word) < TWO_SLIPS else 2
    best: tuple[int, bool, int, int, str] | None = None
    for rank, words in enumerate((lexicon.words, vocabulary.names, vocabulary.words)):
        near = process.extract(word, words, scorer=OSA.distance, score_cutoff=most, limit=None)
        for other, distance, _ in near:
            if len(other) < 3 or other.isdigit() or not _slip(word, other):
                continue
            if rank and other in vocabulary.shades:
                continue  # `light` alone is no name
            if len(word) == len(other) and sorted(word) != sorted(other) and lexicon.is_kind(other):
                continue  # another letter makes another garment: `calzini` are no `calzoni`
            brief = len(word) < LEAST_GUESSED and sorted(word) != sorted(other)
            guessed = distance > 1 or (brief and not other.startswith(word))
            if guessed and lexicon.says_nothing(other):
                continue  # `cold` is no slip of `could`
            alike = sum(1 for one, two in zip(word, other, strict=False) if one == two)
            candidate = (int(distance), sorted(word) != sorted(other), rank, -alike, other)
            best = candidate if best is None or candidate < best else best
    return None if best is None else best[4]


def _slip(word: str, other: str) -> bool:
    """Whether a finger slips so: the first letter stays, or letters are swapped.

    In words of three or four letters only by letters swapped, or one lost. `Weather` is no slip of `leather`.
    """
    if sorted(word) == sorted(other):
        return True
    return word[0] == other[0] and (len(word) >= 5 or len(other) == len(word) + 1)
