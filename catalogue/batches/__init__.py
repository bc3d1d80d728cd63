"""Batches of items: read a file, check it, see what would change, apply it whole or not at all."""
