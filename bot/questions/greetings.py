"""Greetings in the languages that the bot speaks: to them it says what it can do."""

from __future__ import annotations

from catalogue.words import words_in

_GREETINGS = (
    "hello hi hey hiya howdy greetings morning yo heya",
    "hallo moin mojn servus tach grüezi hallöchen hallihallo mahlzeit",
    "bonjour bjr salut slt coucou bonsoir rebonjour",
    "hola holi buenas",
    "ciao buongiorno buonasera salve ehi ehilà buondì buonsera",
    "cześć hej siema siemka witam witaj witajcie elo",
)
_PHRASES = (
    "good morning, good afternoon, good evening, good day, g day",
    "guten morgen, guten tag, guten abend, grüß gott, gruess gott, grüß dich, moin moin",
    "buenos días, buen día, buenas tardes, buenas noches, muy buenas, qué tal",
    "buon giorno, buona sera, buon pomeriggio",
    "dzień dobry, dobry wieczór",
)
_BESIDE = frozenset(
    words_in(
        "Hangtag bot there all everyone everybody team again mate zusammen alle tous todos tutti wszystkim"
    )
)
"""Words that may stand beside a greeting."""


def _phrases() -> frozenset[tuple[str, ...]]:
    single = (word for line in _GREETINGS for word in line.split())
    several = (phrase for line in _PHRASES for phrase in line.split(", "))
    return frozenset(tuple(words_in(each)) for each in (*single, *several))


_KNOWN = _phrases()
_LONGEST = max(map(len, _KNOWN))


def is_greeting(text: str) -> bool:
    """Whether somebody says hello, and nothing else."""
    words = words_in(text[:200])
    place = 0
    while place < len(words):
        ends = range(min(place + _LONGEST, len(words)), place, -1)
        end = next((end for end in ends if tuple(words[place:end]) in _KNOWN), None)
        if end is None and (place == 0 or words[place] not in _BESIDE):
            return False
        place = end or place + 1
    return bool(words)
