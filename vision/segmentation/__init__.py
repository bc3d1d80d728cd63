"""Segment the garments of a photo."""
