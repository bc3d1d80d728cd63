"""The rules by subject: each takes a sentence into slots, or says that it is none of its own with None."""
