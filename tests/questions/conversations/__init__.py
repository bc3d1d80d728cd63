"""Conversations as supervisors type them; see `__main__.py`."""
