"""The vector index: its port, and Chroma behind it."""
