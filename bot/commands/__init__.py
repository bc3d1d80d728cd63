"""Commands of the command line that are too long for `bot.__main__`."""
