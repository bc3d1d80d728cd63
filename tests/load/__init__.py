"""A whole bot under load: a process of its own, authentication on, against a fake Microsoft on loopback."""
