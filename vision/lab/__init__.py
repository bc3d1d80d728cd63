"""What only training and measuring need."""
