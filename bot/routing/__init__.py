"""Dispatch: who answers what (`table`), and the way through it (`routes`).

A row names what it is for, what answers it, and who may have that answer. Roles and places are checked here,
before a handler is called, and nowhere else. A button is for the person and conversation that its card went
to, unless its row says that it is open.
"""
