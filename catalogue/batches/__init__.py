"""Batches of items: read files, check them, compare them with the catalogue, apply them whole or not at
all.
"""
