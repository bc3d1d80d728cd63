"""People who write to the bot in unit tests."""

from bot.channel import Person

ANN = Person("29:ann", "Ann Admin", "0d1f5c3e-0000-4000-8000-a1b2c3d4e5f6")
BEN = Person("29:ben", "Ben Becker", "11111111-0000-4000-8000-a1b2c3d4e5f6")
BEA = Person("29:bea", "Bea Becker", "22222222-0000-4000-8000-a1b2c3d4e5f6")
