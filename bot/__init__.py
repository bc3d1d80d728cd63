"""The Teams bot: the only package that knows of chat."""
