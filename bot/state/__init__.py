"""What the bot remembers: people, sites, what was shown, and photos kept for a second look."""
