"""Answers to queries: what was asked becomes figures from SQL, and a sentence that says so."""
