"""Staging, applying, resuming and undoing batches."""
