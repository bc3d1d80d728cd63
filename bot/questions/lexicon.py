"""The words of one language by what they mean, read from `words/*.toml`.

A file maps meanings to phrases, in tables: `[cue]` what is asked for, `[refer]` what it refers to, `[kind]`,
`[narrow]` (words of a kind that mean less than it, by the English one), `[colour]`, `[trait]` (what a garment
is like, to the English word for it), `[size]`, `[number]`, `[day]`, `[weekday]`, `[place]`, `[role]`,
`[spoken]`, `[reason]`, `[month]`, `[filler]`, `[operator]` (negation and exclusion), `[join]` (what joins
names or turns them round: and, or, to, except), `[ask]` (what a question may ask besides: free, most,
cheapest, enough), `[rank]` (places of a ranking: `2 = ["second"]`; `next`, and `joined`, the beginnings of
superlatives such as `zweit`) and `[city]` (names of towns, by the English one), `[sites]` (places in the
plural: all sites that are called so). `[place_brief]` has short forms of words for places, which count
before the rest of a site's name alone. `[measure]` has what a size may measure, by `cm`, `age`, `waist`
and `length`. `[plain]` has the plain words for colours, `[shade]` how a language says light or dark of them
(`…` stands for the colour), and the English `[shades]` what a plain colour means besides.
`here` is a list beside these: the place where the writer is; alone, such a word may say nothing.
In a phrase `*` at the end of a word stands for any ending, `~` for one of the language's `endings`, and `*`
at its start for any beginning: `*jacke` is the Windjacke too. `operator`, `asking` and `counting` are lists:
words that negate or exclude, that a question begins with, and that ask for a number of things. What stands
in `clitics` may hang at the end of a verb, as in `spostane`. An umlaut may be written `ue` too. `[spelled]`
has what short messages write for words, by these: `non = ["nn"]`. `[apart]` has verbs whose other part
stands at the end: `leg … zurück`; they are cues, or of the table that is named: `"join except"`.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from catalogue.words import plain, words_in

LEAST_BEFORE, LEAST_ENDING = 2, 3
"""Letters of a compound before its known ending, and of that ending."""
LANGUAGES = ("en", "de", "fr", "es", "it", "pl", "nl")
"""Those that have a file. Questions in the last are understood; the chat itself speaks the first six."""
SUPERLATIVES = ("most", "least", "cheapest", "dearest", "newest", "oldest")
"""What a question may rank by."""
LONGEST_PHRASE = 12
"""Words of a phrase."""
LEAST_JOINED = 4
"""Letters of two words that may be written as one by a slip, such as `howmany`."""
JOINTS = ("s", "n", "e", "en", "er")
"""What German puts between the parts of a compound."""
NEUTRAL = frozenset(
    {
        "unisex", "lieblings", "marken", "stoff", "alltags", "freizeit", "standard", "basis", "einzel",
        "rest",
    }
)  # fmt: skip
"""Beginnings of compounds that make no other garment of it."""
CONTRACTED: Mapping[str, tuple[Collection[str], Collection[str]]] = {
    "en": ((), ("s", "t", "re", "ve", "ll", "d", "m")),
    "fr": (("j", "l", "d", "c", "s", "t", "m", "qu"), ()),
}
"""First and second parts of words that are often written without their apostrophe: `whats`, `jai`."""
BETWEEN = frozenset(
    {
        "a", "al", "alla", "au", "aux", "avec", "com", "con", "da", "de", "del", "della", "des", "di", "do",
        "du", "en", "in", "la", "mit", "na", "of", "para", "per", "por", "pour", "van", "with", "z",
    }
)  # fmt: skip
"""What stands between the words for a garment."""
COMPOUNDING = frozenset({"de", "nl", "pl"})
"""Languages that write a shade and its colour as one word."""
LEAST_SHADE = 3
"""Letters of a compound before the colour that it ends in."""
LEAST_VERB = 3
"""Letters of a verb that a clitic hangs at."""
_BESIDE = frozenset({"nicety", "asks", "also"})
"""Cues that tell small talk from a question, or one order from another, and add nothing to any other."""
_STANDING = str.maketrans("", "", "*~")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True, slots=True)
class Tag:
    """What a phrase means: `Tag("cue", "where")`, `Tag("colour", "navy")`."""

    group: str
    value: str


@dataclass(frozen=True, slots=True)
class Span:
    """Tokens from `start` until before `end`, and what they may mean."""

    start: int
    end: int
    tags: frozenset[Tag]


class Lexicon:
    """Phrases of one language to their meanings."""

    def __init__(
        self,
        language: str,
        tables: Mapping[str, Mapping[str, Sequence[str]]],
        endings: Sequence[str],
        clitics: Sequence[str] = (),
        operators: Sequence[str] = (),
        asking: Sequence[str] = (),
        counting: Sequence[str] = (),
        spelled: Mapping[str, Sequence[str]] | None = None,
        apart: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.language = language
        self._spelled = {
            "".join(words_in(brief)) or brief: tuple(words_in(whole))
            for whole, ways in (spelled or {}).items()
            for brief in ways
        }
        self.endings = tuple(endings)
        self._operators = _first_words(operators, endings)
        self._asking = _first_words(asking, endings)
        self._counting = _first_words(counting, endings)
        self._exact: defaultdict[str, dict[tuple[str, ...], set[Tag]]] = defaultdict(dict)
        self._ends: defaultdict[str, set[Tag]] = defaultdict(set)
        self._starts: list[tuple[tuple[str, ...], Tag]] = []
        self._clitics = sorted(clitics, key=len, reverse=True)
        self._joined: dict[str, tuple[str, str]] = {}
        self._known: set[str] = set()
        self._apart: dict[tuple[str, tuple[str, ...]], set[Tag]] = {}
        for meaning, phrases in (apart or {}).items():
            group, _, value = meaning.rpartition(" ")
            for verb, end in (phrase.split(" … ") for phrase in phrases):
                written = "".join(words_in(verb)), tuple(words_in(end))
                self._apart.setdefault(written, set()).add(Tag(group or "cue", value))
                self._known.update((written[0], *written[1]))
        for group, meanings in tables.items():
            for value, phrases in meanings.items():
                for phrase in phrases:
                    for pattern in _expanded(phrase, endings):
                        self._add(pattern, Tag(group, value))
        self.words = frozenset(self._known)
        """All whole words that stand in phrases."""
        self._ordinals = tuple(way for way in (tables.get("rank") or {}).get("joined", ()))
        self._begun = tuple({pattern[0][:-1] for pattern, _ in self._starts})

    def _add(self, written: tuple[str, ...], tag: Tag) -> None:
        pattern = tuple(word for each in written for word in self.spelled_out(each) or (each,))
        if (close := _contracted(pattern, self.language)) is not None:
            self._put(close, tag)
        self._put(pattern, tag)

    def _put(self, pattern: tuple[str, ...], tag: Tag) -> None:
        self._known.update(word for word in pattern if "*" not in word)
        for one, two in pairwise(pattern):
            if "*" not in one + two and len(one + two) >= LEAST_JOINED:
                self._joined.setdefault(one + two, (one, two))
        if len(pattern) == 1 and pattern[0].startswith("*"):
            self._ends[pattern[0][1:]].add(tag)
        elif pattern[0].endswith("*"):
            self._starts.append((pattern, tag))
        else:
            self._exact[pattern[0]].setdefault(pattern, set()).add(tag)

    def knows(self, word: str) -> bool:
        """Whether a phrase has that word."""
        known = word in self.words or word in self._spelled or word.startswith(self._begun)
        return known or self.ending(word) is not None

    def spelled_out(self, word: str) -> tuple[str, ...]:
        """The words that one stands for which is written as in short messages; empty where it is none."""
        return self._spelled.get(word, ())

    def are_phrase(self, first: str, second: str) -> bool:
        """Whether two words make one phrase."""
        span = self.longest_at((first, second), 0)
        return span is not None and span.end == 2

    def apart(self, verb: str, end: tuple[str, ...]) -> frozenset[Tag]:
        """What a verb means whose other part stands later, such as `leg … zurück`; empty where it's none."""
        return frozenset(self._apart.get((verb, end), ()))

    def is_operator(self, word: str) -> bool:
        """Whether the word negates or excludes what stands beside it."""
        return any(_is_one(each, self._operators) for each in self.spelled_out(word) or (word,))

    def counts(self, word: str) -> bool:
        """Whether the word asks for a number of things, and never for a price."""
        return _is_one(word, self._counting)

    def begins_question(self, word: str) -> bool:
        """Whether a clause that begins with the word asks something."""
        return _is_one(word, self._asking)

    def says_nothing(self, word: str) -> bool:
        """Whether it is a word that adds nothing to a question."""
        tags = self._exact.get(word, {}).get((word,), set())
        return bool(tags) and all(tag.group in ("filler", "here") or tag.value in _BESIDE for tag in tags)

    def ending(self, word: str) -> str | None:
        """The longest ending of a compound that is known, or the word itself where it is one."""
        if word in self._ends:
            return word
        starts = range(LEAST_BEFORE, len(word) - LEAST_ENDING + 1)
        return next((word[start:] for start in starts if word[start:] in self._ends), None)

    def traits_in(self, words: Sequence[str]) -> frozenset[str]:
        """What the words for a kind say of it besides, in English: `denim` of `denim jacket`."""
        found: set[str] = set()
        for start in range(len(words) if len(words) > 1 else 0):
            for end in range(start + 1, len(words) + 1):
                found |= self._values(tuple(words[start:end]), "trait")
        for end in range(LEAST_BEFORE, len(words[0]) - LEAST_ENDING + 1) if len(words) == 1 else ():
            before, after = words[0][:end], words[0][end:]
            if after in self._ends or self._values((after,), "kind"):
                ways = (before, *(before.removesuffix(each) for each in JOINTS))
                found |= set().union(*(self._values((way,), "trait") for way in ways))
        return frozenset(found)

    def traits_of(self, word: str) -> frozenset[str]:
        """What a word says of a garment, in English: `print` of `bedruckte`, `rain` of `Regenjacke`."""
        span = self.longest_at([word], 0)
        alone = {tag.value for tag in span.tags if tag.group == "trait"} if span is not None else set()
        return self.traits_in((word,)) | alone

    def _values(self, pattern: tuple[str, ...], group: str) -> set[str]:
        tags = self._exact.get(pattern[0], {}).get(pattern, set()) if pattern[0] else set()
        begun = self._starts if pattern[0].startswith(self._begun) else ()
        whole = {tag for way, tag in begun if len(way) == len(pattern) and _fits(way, pattern, 0)}
        return {tag.value for tag in tags | whole if tag.group == group}

    def describes(self, word: str) -> bool:
        """Whether a word says what a garment is like: its colour, or how it is made."""
        return bool(self._values((word,), "trait") or self._values((word,), "colour"))

    def is_kind(self, word: str) -> bool:
        """Whether a word alone is a kind of garment."""
        return word in self._ends or bool(self._values((word,), "kind"))

    def beginning(self, word: str) -> str | None:
        """What a compound of a kind begins with that nobody knows, such as `latz` of the Latzhose."""
        ending = self.ending(word)
        if ending is None or ending == word or word in self.words or not self.is_kind(ending):
            return None
        before = word.removesuffix(ending)
        ways = {before, *(before.removesuffix(each) for each in JOINTS)}
        tags = (tag for way in ways for tag in self._exact.get(way, {}).get((way,), ()))
        # A word that asks or greets says nothing of a garment: `nacht` of the Nachthemd.
        known = any(tag.group != "cue" for tag in tags) or ways & NEUTRAL
        return None if known else before

    def parts(self, word: str) -> tuple[str, str] | None:
        """The two words that it is: a slip as in `howmany`, or a verb with its clitic as in `spostane`."""
        if (joined := self._joined.get(word)) is not None:
            return joined
        for clitic in self._clitics:
            stem = word.removesuffix(clitic)
            if stem != word and len(stem) >= LEAST_VERB:
                for verb in (stem, stem + "e"):  # Italian infinitives lose it
                    if self._is_verb(verb):
                        return verb, clitic
        return None

    def ordinal_in(self, word: str) -> str | None:
        """The ordinal that a superlative begins with in one word: `zweit` of `zweitteuerste`."""
        ordinals = (each for each in self._ordinals if word.startswith(each))
        return next((each for each in ordinals if self._is_superlative(word.removeprefix(each))), None)

    def _is_superlative(self, word: str) -> bool:
        patterns = [*self._exact.get(word, {}).items()] if word else []
        tags = [tag for _, meanings in patterns for tag in meanings]
        tags += [tag for pattern, tag in self._starts if _fits(pattern, [word], 0)] if word else []
        return any(tag.group == "ask" and tag.value in SUPERLATIVES for tag in tags)

    def _is_verb(self, word: str) -> bool:
        tags = self._exact.get(word, {}).get((word,), set())
        return any(tag.group == "cue" for tag in tags)

    def place(self, word: str) -> str | None:
        """The English word for a kind of place, such as `hall` for Halle; None where it is none."""
        tags = self._exact.get(word, {}).get((word,), set())
        return min((tag.value for tag in tags if tag.group == "place"), default=None)

    def cue_at(self, words: Sequence[str], start: int, cues: Collection[str]) -> Span | None:
        """The longest phrase that begins there and is one of these cues."""
        ends = {
            start + len(pattern): meanings
            for pattern, meanings in self._exact.get(words[start], {}).items()
            if any(tag.group == "cue" and tag.value in cues for tag in meanings)
            and _fits(pattern, words, start)
        }
        return Span(start, max(ends), frozenset(ends[max(ends)])) if ends else None

    def longest_at(self, words: Sequence[str], start: int, *, most: int = LONGEST_PHRASE) -> Span | None:
        """The longest phrase of no more than `most` words that begins there, with all that it may mean."""
        longest, tags = 0, set[Tag]()
        for pattern, meanings in self._exact.get(words[start], {}).items():
            if most >= len(pattern) >= longest and _fits(pattern, words, start):
                tags = meanings | (tags if len(pattern) == longest else set())
                longest = len(pattern)
        begun = self._starts if words[start].startswith(self._begun) else ()
        for pattern, tag in begun:
            if most >= len(pattern) >= longest and _fits(pattern, words, start):
                tags = {tag} | (tags if len(pattern) == longest else set())
                longest = len(pattern)
        if longest == 1 and all(tag.group == "trait" for tag in tags):  # a summer dress is a dress too
            beside = self._ends.get(self.ending(words[start]) or "", set())
            tags = tags | {tag for tag in beside if tag.group == "kind"}
        if not longest and (ending := self.ending(words[start])) is not None:
            return Span(start, start + 1, frozenset(self._ends[ending]))
        return Span(start, start + longest, frozenset(tags)) if longest else None


def _contracted(pattern: tuple[str, ...], language: str) -> tuple[str, ...] | None:
    """The phrase as it is written without its first apostrophe, `thats all`; None where it has none."""
    firsts, seconds = CONTRACTED.get(language, ((), ()))
    for place, (one, two) in enumerate(pairwise(pattern)):
        ends = two in seconds and len(one) > 1 and "*" not in one
        if ends or (one in firsts and len(two) > 1):
            return (*pattern[:place], one + two, *pattern[place + 2 :])
    return None


def _first_words(written: Sequence[str], endings: Sequence[str]) -> tuple[str, ...]:
    return tuple(pattern[0] for each in written for pattern in _expanded(each, endings))


def _is_one(word: str, patterns: Sequence[str]) -> bool:
    return any(word.startswith(each[:-1]) if each.endswith("*") else word == each for each in patterns)


def _fits(pattern: Sequence[str], words: Sequence[str], start: int) -> bool:
    if start + len(pattern) > len(words):
        return False
    return all(
        words[start + place].startswith(part[:-1]) if part.endswith("*") else words[start + place] == part
        for place, part in enumerate(pattern)
    )


def _expanded(phrase: str, endings: Sequence[str]) -> Iterable[tuple[str, ...]]:
    """Each way to write the phrase, as words."""
    if phrase != (spelled := phrase.translate(_UMLAUTS)):
        yield from _expanded(spelled, endings)
    written: list[tuple[str, ...]] = [()]
    for part in phrase.split():
        stem, sign = (part[:-1], part[-1]) if part[-1] in "*~" else (part, "")
        *before, last = words_in(stem)
        last = "*" + last if stem.startswith("*") else last
        ends = endings if sign == "~" else [sign]
        written = [(*so_far, *before, last + end) for so_far in written for end in ends]
    yield from written


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of one of `LANGUAGES`."""
    tables = dict(_file(language))
    endings, clitics = tables.pop("endings"), tables.pop("clitics", ())
    operators, asking, counting = (tables.pop(name) for name in ("operator", "asking", "counting"))
    spelled, apart = tables.pop("spelled", {}), tables.pop("apart", {})
    for name in (
        "narrow",
        "month",
        "measure",
        "place_brief",
        "plain",
        "shade",
        "shades",
    ):  # the first are of a kind too
        tables.pop(name, None)
    tables = {"filler": {"": tables.pop("filler")}, "here": {"": tables.pop("here", ())}, **tables}
    return Lexicon(language, tables, endings, clitics, operators, asking, counting, spelled, apart)


@cache
def kind_words() -> Mapping[str, frozenset[str]]:
    """Each kind of garment and the single words for it in all languages, as titles may have them."""
    by_kind: defaultdict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        tables = _file(language)
        for kind, phrases in tables["kind"].items():
            for phrase in phrases:
                for pattern in _expanded(phrase, tables["endings"]):
                    if len(pattern) == 1 or "-" in phrase:
                        by_kind[kind].add("".join(pattern).strip("*"))
    return {kind: frozenset(words) for kind, words in by_kind.items()}


@cache
def compound_endings() -> frozenset[str]:
    """What compounds of titles end in that are garments, in the languages that write them as one word."""
    joining = [
        each
        for each in LANGUAGES
        if any(p.startswith("*") for ps in _file(each)["kind"].values() for p in ps)
    ]
    return frozenset(
        ending
        for language in joining
        for table in ("kind", "narrow")
        for phrases in _file(language)[table].values()
        for phrase in phrases
        if phrase.startswith("*") or table == "narrow"
        for pattern in _expanded(phrase, _file(language)["endings"])
        if len(pattern) == 1
        for ending in (pattern[0].strip("*"),)
        if len(ending) >= LEAST_ENDING
    )


@cache
def month_words() -> Mapping[str, int]:
    """Names of months in all languages, 1 to 12."""
    return {
        plain(name): int(month)
        for language in LANGUAGES
        for month, names in _file(language)["month"].items()
        for name in names
    }


def _joins_words(language: str) -> bool:
    """Whether a language writes what a garment is like and its kind as one word."""
    kinds = _file(language)["kind"].values()
    return any(phrase.startswith("*") for phrases in kinds for phrase in phrases)


@cache
def place_words() -> Mapping[str, frozenset[str]]:
    """Each kind of place, such as `shop`, and the single words for it in all languages."""
    by_kind: defaultdict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        tables = _file(language)
        for kind, phrases in tables["place"].items():
            for phrase in phrases:
                by_kind[kind].update(*(p for p in _expanded(phrase, ()) if len(p) == 1))
    return {kind: frozenset(words) for kind, words in by_kind.items()}


@cache
def place_kinds() -> Mapping[str, str]:
    """The words for kinds of places in all languages, to the English one."""
    return {word: kind for kind, words in reversed(list(place_words().items())) for word in words}


@cache
def place_briefs() -> Mapping[str, str]:
    """Short forms of words for places in all languages, to the English kind: `cap` is a hall before a B."""
    return {
        brief: kind
        for language in LANGUAGES
        for kind, ways in _file(language).get("place_brief", {}).items()
        for way in ways
        for brief in words_in(way)
    }


@cache
def telling_words() -> Mapping[str, frozenset[str]]:
    """Words that make a kind of another's word: a bobble hat is a beanie, though a hat is none."""
    single = kind_words()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for kind, phrases in _file("en")["kind"].items():
        for phrase in phrases:
            for pattern in _expanded(phrase, _file("en")["endings"]):
                of_another = len(pattern) == 2 and pattern[1] not in single[kind]
                if of_another and any(pattern[1] in words for words in single.values()):
                    found[kind].add(pattern[0])
    return {kind: frozenset(words) for kind, words in found.items()}


@cache
def heads_of(kind: str) -> frozenset[str]:
    """Words of other kinds that this one's phrases end in: sneakers are running shoes too."""
    single, tables = kind_words(), _file("en")
    own = (tuple(words_in(phrase.rstrip("~*"))) for phrase in tables["kind"][kind])
    heads = {way[1] + end for way in own if len(way) == 2 for end in tables["endings"]}
    return frozenset(head for head in heads - single[kind] if any(head in words for words in single.values()))


@lru_cache(maxsize=2**16)
def traits_of(word: str) -> frozenset[str]:
    """What a word of a title says of its garment, by the English word, in whatever language it's written."""
    return frozenset[str]().union(*(lexicon(each).traits_of(word) for each in LANGUAGES))


@cache
def trait_words() -> Mapping[str, frozenset[str]]:
    """What garments are like, by the English word, to the words for it in titles, such as `vneck` for `v`."""
    return {
        trait: frozenset({trait, *("".join(words_in(phrase)) for phrase in phrases if "-" in phrase)})
        for trait, phrases in _file("en")["trait"].items()
    }


def _single_words(kinds: Mapping[str, Sequence[str]], endings: Sequence[str]) -> Iterable[set[str]]:
    """The words that alone say a kind, of each kind."""
    for phrases in kinds.values():
        patterns = (pattern for phrase in phrases for pattern in _expanded(phrase, endings))
        yield {pattern[0].strip("*") for pattern in patterns if len(pattern) == 1}


def _dresses(tables: Mapping[str, Any]) -> Mapping[tuple[str, ...], frozenset[str]]:
    """Phrases for dresses that are named after another garment, to its words: shirt of the shirt dress."""
    ways = {
        kind: {pattern for phrase in phrases for pattern in _expanded(phrase, tables["endings"])}
        for kind, phrases in tables["kind"].items()
    }
    single = {kind: {way[0] for way in patterns if len(way) == 1} for kind, patterns in ways.items()}
    others = set[str]().union(*(words for kind, words in single.items() if kind != "dress"))
    return {way: frozenset(way) & others - single["dress"] for way in ways.get("dress", ()) if len(way) > 1}


@cache
def narrow_words() -> Mapping[tuple[str, ...], frozenset[str]]:
    """Phrases that mean less than their kind, such as `chinos`, to all words for it, as in titles.

    Of a phrase of several words it is the one that says no kind: `bobble` of the bobble hat, `agua` of the
    `botas de agua`.
    """
    in_english = _file("en")
    english = frozenset[str]().union(
        *_single_words(in_english["kind"], in_english["endings"])  # not the bag of a `tote bag`
    )
    ways: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    titled: defaultdict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        tables = _file(language)
        general = BETWEEN.union(english, *_single_words(tables["kind"], tables["endings"]))
        dresses = _dresses(tables)
        for narrow, phrases in tables["narrow"].items():
            for phrase in phrases:
                for pattern in _expanded(phrase, tables["endings"]):
                    ways[narrow].add(pattern)
                    telling = [word for word in pattern if word not in general]
                    telling = telling or [*dresses.get(pattern, ())]
                    if len(pattern) == 1 or "-" in phrase:
                        titled[narrow].add("".join(pattern))
                    elif len(telling) == 1 and len(telling[0]) > 2:
                        titled[narrow].add(telling[0])
    return {way: frozenset(titled[narrow]) for narrow, patterns in ways.items() for way in patterns}


@cache
def colour_words() -> Mapping[str, frozenset[str]]:
    """Each colour by its English name and its names in all languages, as written in the lexicons."""
    by_colour: defaultdict[str, set[str]] = defaultdict(set)
    for language in LANGUAGES:
        for colour, phrases in _file(language)["colour"].items():
            for phrase in phrases:
                ways = {phrase, phrase.translate(_UMLAUTS)}
                by_colour[colour].update(" ".join(words_in(way.strip("*~"))) for way in ways)
    return {colour: frozenset(words) for colour, words in by_colour.items()}


@lru_cache(maxsize=2**12)
def colours_meant(name: str) -> frozenset[str]:
    """The colours that a whole name means, by their English names: listed as it is, else inflected."""
    words = words_in(name)
    listed = {colour for colour, ways in colour_words().items() if " ".join(words) in ways}
    if listed or not words:
        return frozenset(listed)
    spans = (lexicon(each).longest_at(words, 0) for each in LANGUAGES)
    whole = (span.tags for span in spans if span is not None and span.end == len(words))
    return frozenset(tag.value for tags in whole for tag in tags if tag.group == "colour")


@cache
def size_measures() -> Mapping[str, str]:
    """The single words for what a size measures in all languages: `cm`, `age`, `waist` or `length`."""
    return {
        pattern[0]: measure
        for language in LANGUAGES
        for measure, phrases in _file(language)["measure"].items()
        for phrase in phrases
        for pattern in _expanded(phrase, _file(language)["endings"])
        if len(pattern) == 1
    }


@cache
def shades() -> Mapping[str, frozenset[str]]:
    """Each plain colour by its English name, to the others that may be called so."""
    return {colour: frozenset(others) for colour, others in _file("en")["shades"].items()}


@lru_cache(maxsize=4096)
def plain_colours(word: str, *, compounds: bool = True) -> frozenset[str]:
    """The plain colours that a word says, alone or at the end of a compound: `grün` of `moosgrün`."""
    return frozenset(
        colour
        for language in LANGUAGES
        for colour, phrases in _file(language)["plain"].items()
        for phrase in phrases
        for (written,) in _expanded(phrase, _file(language)["endings"])
        if _ends_so(word, written, compounds=compounds and language in COMPOUNDING)
    )


def _ends_so(word: str, written: str, *, compounds: bool) -> bool:
    stem = written.rstrip("*")
    start = word.rfind(stem) if written.endswith("*") else len(word) - len(stem)
    return word[start:].startswith(stem) and (start == 0 or (compounds and start >= LEAST_SHADE))


def _with_shades(tables: Mapping[str, Any]) -> dict[str, Any]:
    """The tables, with the plain colours in light and dark that have no line of their own."""
    colours = {colour: list(phrases) for colour, phrases in tables["colour"].items()}
    own = {_bare(phrase) for phrases in colours.values() for phrase in phrases}
    for shade, forms in tables["shade"].items():
        for colour, words in tables["plain"].items():
            phrases = [form.replace("…", word) for form in forms for word in words]
            new = [phrase for phrase in phrases if _bare(phrase) not in own]
            colours.setdefault(f"{shade} {colour}", []).extend(new)
    return {**tables, "colour": colours}


def _bare(phrase: str) -> str:
    return " ".join(words_in(phrase.translate(_STANDING)))


@cache
def city_words() -> Mapping[str, frozenset[tuple[str, ...]]]:
    """Each town by its English name, and its names in all languages, as words."""
    by_city: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for language in LANGUAGES:
        for city, phrases in _file(language)["city"].items():
            by_city[city].update(pattern for phrase in phrases for pattern in _expanded(phrase, ()))
    return {city: frozenset(ways) for city, ways in by_city.items()}


@cache
def _file(language: str) -> dict[str, Any]:
    text = files("bot.questions").joinpath("words", f"{language}.toml").read_text("utf-8")
    return _with_shades(tomllib.loads(text))
