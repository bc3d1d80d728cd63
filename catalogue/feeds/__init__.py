"""Feeds: sources that are read by themselves, as batches that apply themselves within limits."""
