"""What the grammar doesn't understand, read by a language model if the company has one."""
