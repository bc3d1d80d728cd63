"""What the bot does with a message: one subject a file, each an async generator of replies."""
