"""The SQL schema, and the steps that bring a database up to it."""
