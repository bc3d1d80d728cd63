"""What a batch would change."""
