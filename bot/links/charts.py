"""Charts in cards: a link holds the figures under a signature, and the picture is drawn when it's fetched."""

from __future__ import annotations

import asyncio
import base64
import zlib
from datetime import timedelta

from aiohttp import web
from pydantic import TypeAdapter

from bot.charts import Chart, png
from bot.links.signatures import Signatures

PATH = "/media/chart/"
"""Below that of pictures, which the deployment files let in from outside."""
_LIFETIME = timedelta(days=30)
_CHART = TypeAdapter(Chart)


class ChartLinks:
    """Makes links to charts. Nothing is stored: what is linked is in the link."""

    def __init__(self, base_url: str, key: bytes) -> None:
        self._base = base_url.rstrip("/")
        self.signatures = Signatures(key, "chart", lifetime=_LIFETIME)

    def link(self, chart: Chart) -> str:
        """An address for a picture of the chart."""
        packed = zlib.compress(_CHART.dump_json(chart), 9)
        name = base64.urlsafe_b64encode(packed).rstrip(b"=").decode()
        return f"{self._base}{PATH}{name}?{self.signatures.query(name)}"


def chart_route(links: ChartLinks) -> web.RouteDef:
    """`GET /media/chart/NAME?until=…&sig=…`: the picture; 404 for what is no link of ours."""

    async def serve(request: web.Request) -> web.Response:
        name = request.match_info["name"]
        if not links.signatures.hold(name, request.query):
            raise web.HTTPNotFound(text="This picture link is not valid, or no longer.")
        packed = base64.urlsafe_b64decode(name + "=" * (-len(name) % 4))
        chart = _CHART.validate_json(zlib.decompress(packed))
        body = await asyncio.to_thread(png, chart)
        headers = {"Cache-Control": "public, max-age=86400", "X-Content-Type-Options": "nosniff"}
        return web.Response(body=body, content_type="image/png", headers=headers)

    return web.get(PATH + "{name:[A-Za-z0-9_-]+}", serve)
