"""Pixels: photos, masks and embeddings. Knows nothing of bots, stock, SQL or Chroma."""
