"""The demo catalogue."""
