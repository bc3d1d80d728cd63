"""Signed addresses and signed buttons."""
