"""Items, variants, stock, and finding them. Knows nothing of bots or models."""
