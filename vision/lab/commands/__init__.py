"""What python -m vision can do, a file a command."""
