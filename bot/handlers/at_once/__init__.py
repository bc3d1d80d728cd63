"""What Teams wants within seconds: a search beside the message box, a card brought up to date, a page."""
