"""The cards for a sentence: what is wrong and what to do, or what was not understood."""

from __future__ import annotations

from bot.buttons import ShowHelp
from bot.cards.elements import card, column, press, row, run, runs
from bot.channel import Card
from bot.locales import Words


def fault_card(sentence: str, *, words: Words) -> Card:
    """What is wrong and what to do, set apart by a sign and a colour.

    The sentence may quote people or files, so no Markdown is read in it.
    """
    sign = column(runs(run("!", bold=True, large=True, colour="Attention"), spacing="None"), width="auto")
    line = row(sign, column(runs(run(sentence, limit=600), spacing="None"), middle=True), spacing="None")
    return card([line], fallback_text=sentence, language=words.locale)


def hint_card(sentence: str, *, words: Words) -> Card:
    """A kind word to what was not understood, with a button for help."""
    body = [runs(run(sentence, limit=600), spacing="None")]
    return card(
        body, actions=[press(words("help-show"), ShowHelp())], fallback_text=sentence, language=words.locale
    )
