"""Messages in and out, each once: the inbox, the outbox, and cards that change."""
