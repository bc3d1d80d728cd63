"""Telling a garment from its background."""
