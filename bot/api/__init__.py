"""The API: other systems ask for stock, move it, and bring batches, by HTTP and JSON under `/api/v1`."""
