"""What the bot answers, one subject a file; which handler answers what stands in `bot.routing.table`."""
