"""What the tests share: people, messages, stores, servers, shops, photos, cards and bots.

What stands in for somebody else's service is in `tests/fakes`; fixtures are in `conftest.py`.
"""
