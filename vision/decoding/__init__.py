"""Bytes of a photo to upright pixels, in worker processes."""
