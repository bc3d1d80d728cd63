"""Photos: answered, confirmed, looked for again, kept as views, registered as new garments."""
