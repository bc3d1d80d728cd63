"""Domain in, Adaptive Card out: pure functions, one file a card, no word of their own.

Two rules hold in every card. What comes from the catalogue or from a person goes into text runs, which know
no Markdown, never into a text block, which does. A button stands only where a handler answers it.
"""
