"""Real-world inputs kept outside the project, with what is right for each; see `python -m tests.cases`."""
