"""Training and measuring. Nothing that serves photos imports this."""
