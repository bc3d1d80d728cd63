"""Every fault of a batch, each with its row."""
