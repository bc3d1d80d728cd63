"""Inputs that the world sends, run one by one."""
