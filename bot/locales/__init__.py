"""The words that people read, a folder of Fluent files a language, and what picks among them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TypeAlias

from babel import Locale, UnknownLocaleError
from fluent.runtime import FluentBundle, FluentResource

from catalogue import messages
from vision.errors import english_source

FALLBACK = "en"
"""The language that has every message."""

Value: TypeAlias = str | int | float


class Words:
    """The messages of one language; what it lacks is said in English.

    A message that no language has, or an argument that a message wants and did not get, is a bug
    and raises `LookupError`.
    """

    def __init__(self, locale: str, *bundles: FluentBundle) -> None:
        self.locale = locale
        self._bundles = bundles

    @property
    def region(self) -> Locale:
        """By which dates and numbers are written: the locale where Babel knows it, else its language."""
        for name in (self.locale.replace("-", "_"), self.locale.partition("-")[0]):
            try:
                return Locale.parse(name)
            except (UnknownLocaleError, ValueError):
                continue
        return Locale(FALLBACK)

    def has(self, key: str, /) -> bool:
        """Whether there is a message of that name."""
        return any(bundle.has_message(key) for bundle in self._bundles)

    def __call__(self, key: str, /, **values: Value) -> str:
        """The message of that name with its values filled in."""
        for bundle in self._bundles:
            if bundle.has_message(key):
                return messages.formatted(bundle, key, values)
        raise LookupError(f"no message {key!r}")


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a folder here."""
    folders = (entry for entry in files(__name__).iterdir() if entry.is_dir())
    return tuple(sorted(folder.name for folder in folders if not folder.name.startswith("_")))


def words_for(locale: str) -> Words:
    """The words nearest to a locale as channels write it (`de-DE`, `pt_BR`, `en`); English where unknown.

    Where the words are found, the locale is kept whole, since dates are written by it.
    """
    wanted = locale.replace("_", "-")
    for candidate in (wanted, wanted.partition("-")[0]):
        for language in languages():
            if language.casefold() == candidate.casefold():
                return _words(wanted, language)
    return _words(FALLBACK, FALLBACK)


def _words(locale: str, language: str) -> Words:
    return Words(locale, *(_bundle(each) for each in dict.fromkeys((language, FALLBACK))))


@cache
def _bundle(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    if language == FALLBACK:  # the packages bring their own English
        bundle.add_resource(FluentResource(messages.source()))
        bundle.add_resource(FluentResource(english_source()))
    for entry in sorted(files(__name__).joinpath(language).iterdir(), key=lambda one: one.name):
        bundle.add_resource(FluentResource(entry.read_text("utf-8")))
    return bundle
