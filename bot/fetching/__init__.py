"""Fetching of what others name: attachments of a chat, and pictures that a batch names by address."""
