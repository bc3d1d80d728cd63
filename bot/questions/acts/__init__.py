"""What may be asked, by subject: each act takes a clause into slots, or says that it is none of its own."""
