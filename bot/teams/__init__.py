"""All that is Microsoft's: the Bot Framework's adapter, its tokens, and activities as Teams sends them."""
