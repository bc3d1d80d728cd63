"""The parts of the bot, each built by one function; `bot.app` puts them together."""
