"""The local chat page: try the bot with no Teams tenant.

`bridge.add_local_chat` puts it into an aiohttp application, on loopback only.
"""
