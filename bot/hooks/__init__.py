"""Hooks: what happens here, sent to other systems as signed messages (https://www.standardwebhooks.com)."""
