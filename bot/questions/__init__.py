"""Questions understood with no language model, from words to an intent and its slots.

A lexicon a language names the words (`words/*.toml`), the vocabulary knows what the catalogue calls its
items, sizes, colours, brands and locations. The grammar makes one question of both.
"""
