"""The pages that the app package names: website, privacy, terms of use; the company's own, or these."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from aiohttp import web

WEBSITE, PRIVACY, TERMS = "/", "/privacy", "/terms"

_HEADERS = {"Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff"}
_MODEL = """
<h2>The language model</h2>
<p>Your company has the bot use a language model. A message that the bot doesn't understand otherwise is sent
to it: the text that you typed, the names of garments that it may mean, and the names of locations, sizes and
colours. No stock figures, prices, photos or other messages are sent, and no name or id of yours unless you
typed it. Answers made with it are labelled as AI generated, and begin with how your message was read.</p>
"""
_PAGES: Mapping[str, tuple[str, str]] = {
    WEBSITE: (
        "Hangtag",
        """
<p>Hangtag is a bot for Microsoft Teams. Send it a photo of a garment, and it finds the SKU and its stock.</p>
<p>Type “help” in the chat to read what it can do. Your administrator can tell you who runs it.</p>
<p><a href="privacy">Privacy</a> · <a href="terms">Terms of use</a></p>
""",
    ),
    PRIVACY: (
        "Privacy",
        """
<p>Your company runs this bot on its own servers. The bot sends nothing to Hangtag's authors.</p>
<h2>What is stored, and for how long</h2>
<ul>
<li>A message that you send: until it's answered, for 2 days at most.</li>
<li>A photo that you send, without its metadata: 2 days. A photo of a garment that you register stays until an
administrator completes or dismisses it. One that is added to an item's pictures stays with the
catalogue.</li>
<li>Which items you were shown last: 8 hours.</li>
<li>Your name and Entra object id, as Teams gives them, your role and your language, the names of the
teams and group chats where the bot is used, and the address of an admin's chat with the bot: as long as the
bot's database.</li>
<li>Stock movements, uploads, and whether an answer was right, with the person's name or object id: as long as
the bot's database.</li>
<li>The log has no texts, photos or tokens.</li>
</ul>
<h2>Who sees it</h2>
<ul>
<li>Whoever is in a chat with the bot sees its answers there, as with any message.</li>
<li>Supervisors and admins of the bot see stock movements, and who made them. Admins also see who has which
role, what was uploaded, and photos of garments that were registered.</li>
<li>Other systems that your company connects with the bot may see stock movements, batches and registered
garments, with the names of who made them. The bot stores such a message for a week after it was sent.</li>
<li>Whoever runs the server can read its database and backups.</li>
<li>Microsoft carries the messages, under your company's agreement for Teams.</li>
</ul>
{model}<p>To have something corrected or deleted, ask your administrator.</p>
""",
    ),
    TERMS: (
        "Terms of use",
        """
<p>This bot is a tool for work, for people of the company that runs it. That company's rules apply.</p>
<ul>
<li>Send photos of garments, not of people.</li>
<li>The bot can be wrong. It says how sure it is: check the tag before you act on an answer.</li>
<li>Stock figures are as of the time that they show.</li>
<li>The program is provided as it is, without warranty, under its licence.</li>
</ul>
""",
    ),
}


def page_routes(addresses: Mapping[str, str], *, language_model: bool = False) -> list[web.RouteDef]:
    """The pages; one that has an address of the company's own leads there.

    Args:
        addresses: by `WEBSITE`, `PRIVACY` and `TERMS`; empty where there's no other page.
        language_model: whether messages may be sent to a language model.
    """

    async def serve(request: web.Request) -> web.Response:
        if address := addresses.get(request.path):
            raise web.HTTPFound(address)
        title, body = _PAGES[request.path]
        body = body.replace("{model}", _MODEL.lstrip() if language_model else "")
        text = (
            f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
            f'<meta name="viewport" content="width=device-width">\n<h1>{escape(title)}</h1>{body}</html>\n'
        )
        return web.Response(text=text, content_type="text/html", headers=_HEADERS)

    return [web.get(path, serve) for path in _PAGES]
