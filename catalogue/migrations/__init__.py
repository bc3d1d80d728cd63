"""The SQL schema, and the migrations to it."""
