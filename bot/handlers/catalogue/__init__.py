"""The catalogue through the chat: commands, batches, and long work on the catalogue as a whole."""
