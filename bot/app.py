"""The composition root: settings in, a running aiohttp application out."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version
from zoneinfo import ZoneInfo

from aiohttp import ClientSession, web

from bot.api.application import PREFIX, api_application
from bot.api.batches import BatchesApi
from bot.api.find import FindApi
from bot.api.guard import Guard
from bot.api.items import ItemsApi
from bot.api.movements import MovementsApi
from bot.building.adapting import ADAPT_SECONDS, PatientViews, adapt_after_batches
from bot.building.background import (
    AGAIN_SECONDS,
    BACKGROUND,
    FINISH_SECONDS,
    Background,
    catch_up,
    patrol,
    try_again,
    write_unasked,
)
from bot.building.feeds import FEED_SECONDS, build_feeds, watch_feeds
from bot.building.handlers import Batches, build_batches, build_handlers, build_photos
from bot.building.stores import (
    BATCH_MAX_BYTES,
    Links,
    Queues,
    Stores,
    build_fetchers,
    build_links,
    build_queues,
    build_stores,
)
from bot.channel import InboundMessage
from bot.conversation import Conversation, TurnStart
from bot.cut_out.routes import CutOutPage
from bot.delivery.outbox import Outbox
from bot.fetching.network import open_session
from bot.handlers.at_once.dialogs import DialogHandler
from bot.handlers.at_once.extension import ExtensionHandler
from bot.handlers.at_once.in_time import InTime
from bot.handlers.at_once.refresh import RefreshHandler
from bot.handlers.catalogue.feeds import FeedReports
from bot.handlers.floor.goods import Goods
from bot.handlers.photos.photo_search import PhotoSearch
from bot.handlers.stock import StockHandler
from bot.hooks.addresses import HookAddresses
from bot.hooks.sender import HookSender
from bot.language_model import open_language_model
from bot.links.charts import chart_route
from bot.links.downloads import download_route
from bot.links.media import media_route
from bot.links.pages import PRIVACY, TERMS, WEBSITE, page_routes
from bot.local.bridge import DemoPhotos, add_local_chat
from bot.questions.vocabulary import Names
from bot.routing.routes import Routes
from bot.settings import Settings
from bot.state.keys import Keys
from bot.teams.adapter import Teams, build_local, build_teams
from bot.teams.credentials import credentials
from bot.teams.endpoint import Accept, AtOnce
from bot.telemetry.health import health_routes
from bot.telemetry.measured import MeasuredPipeline, MeasuredSearch
from bot.telemetry.metrics import Metrics
from bot.telemetry.traces import open_traces
from catalogue.store import Catalogue
from vision.pipeline import PhotoPipeline

_SEARCH_SECONDS = 4.0
"""For a search beside the message box, of the five that Teams waits for it."""


@asynccontextmanager
async def application(
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    *,
    base_url: str,
    local: bool = False,
    demo_photos: DemoPhotos | None = None,
    allow_loopback: bool = False,
    again_seconds: float = AGAIN_SECONDS,
    feed_seconds: float = FEED_SECONDS,
    adapt_seconds: float = ADAPT_SECONDS,
) -> AsyncIterator[web.Application]:
    """The bot's routes with everything behind them, until the context is left.

    Args:
        base_url: where picture links lead, such as `https://bot.example.com`.
        local: no authentication and a chat page, for this very machine alone.
        demo_photos: photos to try, offered on the chat page.
        allow_loopback: attachments may lie on this very machine, as in local mode; for tests.
        again_seconds: between two tries to answer what the channel did not take.
        feed_seconds: between two looks whether it is time for a feed.
        adapt_seconds: between two looks whether there was a large batch.

    Raises:
        SettingsError: this is not local mode, and the settings do not say who the bot is or whom it serves;
            or what the bot keeps in its home cannot be read or written.
    """
    app = web.Application(client_max_size=2**20)
    allow_loopback = allow_loopback or local
    links = build_links(settings, base_url)
    stores = build_stores(settings, catalogue, local=local)
    hook_hosts = settings.inner_hook_hosts
    async with (
        open_session(allow_loopback=allow_loopback) as session,
        open_session(allow_loopback=allow_loopback, inner_hosts=hook_hosts, limit=200) as hook_session,
        open_language_model(settings) as language_model,
    ):
        teams = _teams(app, settings, session, local=local, demo_photos=demo_photos)
        metrics, traces = Metrics(), open_traces(settings.traces_url, version=version("hangtag"))
        channel = Outbox(teams.channel)
        queues = build_queues(settings, metrics)
        fetchers = build_fetchers(settings, session, allow_loopback=allow_loopback)
        names = Names(catalogue.database)
        goods = Goods(catalogue.stock, catalogue.movements, catalogue.places, names)
        photos = build_photos(
            pipeline,
            catalogue,
            fetchers.photos,
            queues.photos,
            goods,
            stores=stores,
            links=links,
            metrics=metrics,
        )
        batches = build_batches(
            settings, pipeline, catalogue, fetchers.files, queues.batches, stores=stores, links=links
        )
        handlers = build_handlers(
            settings,
            catalogue,
            names,
            goods,
            photos,
            batches,
            model=pipeline.model_id,
            language_model=language_model,
            stores=stores,
            links=links,
        )
        conversation = Conversation(
            TurnStart(channel, links.buttons, met=stores.meet, locale=stores.language.of),
            Routes(handlers, stores.people, links.buttons),
            stores.inbox,
            stores.memory,
            observe=metrics.answered,
            trace=traces.message,
        )
        page = CutOutPage(
            links.cut_out,
            stores.photos,
            photos.garments,
            queues.photos,
            partial(links.buttons.bound, channel),
            shows=stores.memory.showed,
        )
        background = app[BACKGROUND] = Background()
        left = await asyncio.to_thread(stores.inbox.unanswered)
        caught_up = background.start(catch_up(left, conversation))
        hooks = HookSender(
            catalogue.events,
            hook_session,
            HookAddresses(hook_hosts, allow_loopback=allow_loopback),
            observe=metrics.hooked,
        )
        bound_to = partial(links.buttons.bound_to, channel)
        reports = FeedReports(catalogue, stores.people, stores.language, cards=batches.cards, bound=bound_to)
        feeds = build_feeds(settings, pipeline, catalogue)
        watches = [
            asyncio.create_task(hooks.run()),
            asyncio.create_task(
                patrol(
                    batches.handler,
                    handlers.stock_takes,
                    bound_to,
                    catalogue,
                    stores.photos,
                )
            ),
            asyncio.create_task(write_unasked(handlers.watches, handlers.digests, bound_to)),
            asyncio.create_task(
                try_again(stores.inbox, conversation, background, after=caught_up, seconds=again_seconds)
            ),
            asyncio.create_task(
                watch_feeds(feeds, queues.feeds, reports, catalogue, metrics, seconds=feed_seconds)
            ),
        ]
        if settings.adapt_after:
            views = PatientViews(pipeline.embed_views, queues.photos)
            adapting = adapt_after_batches(
                catalogue, views, after=settings.adapt_after, seconds=adapt_seconds
            )
            watches.append(asyncio.create_task(adapting))
        at_once = _at_once(settings, catalogue, handlers.stock, stores=stores, links=links, metrics=metrics)
        app.router.add_post(
            "/api/messages", teams.endpoint(_acceptance(conversation, background), at_once).handle
        )
        app.add_subapp(
            PREFIX,
            _api(settings, pipeline, catalogue, batches, queues, background, links=links, metrics=metrics),
        )
        checks = {
            "models": lambda: pipeline.dimension,
            "database": catalogue.revision,
            "index": catalogue.index.count,
        }
        app.add_routes(health_routes(checks, metrics))
        app.add_routes(
            [
                media_route(stores.pictures, links.media, pipeline.decoder),
                chart_route(links.charts),
                download_route(links.downloads),
                *page.routes(),
            ]
        )
        if not local:  # where `/` is the chat page
            app.add_routes(page_routes(_pages(settings), language_model=bool(settings.language_model_url)))
        try:
            yield app
        finally:
            for watch in watches:
                watch.cancel()
            await background.finish(FINISH_SECONDS)
            await asyncio.gather(*watches, return_exceptions=True)
            await hooks.close()
            await asyncio.to_thread(queues.close)
            await traces.close()


def _teams(
    app: web.Application,
    settings: Settings,
    session: ClientSession,
    *,
    local: bool,
    demo_photos: DemoPhotos | None,
) -> Teams:
    """The way to Teams, or to the chat page of local mode."""
    if not local:
        return build_teams(credentials(settings), session, tenants=settings.allowed_tenants())
    token = secrets.token_urlsafe(32)
    add_local_chat(app, token=token, demo_photos=demo_photos)
    return build_local(session, token=token)


def _at_once(
    settings: Settings,
    catalogue: Catalogue,
    stock: StockHandler,
    *,
    stores: Stores,
    links: Links,
    metrics: Metrics,
) -> AtOnce:
    """What answers within the seconds that Teams waits."""
    in_time = partial(InTime, locale=stores.language.of, observe=metrics.answered)
    return AtOnce(
        look_up=ExtensionHandler(
            catalogue.stock,
            in_time(seconds=_SEARCH_SECONDS),
            link=links.media.link,
            zone=ZoneInfo(settings.time_zone),
        ),
        renew=RefreshHandler(stock, in_time()),
        open_dialog=DialogHandler(
            stores.photos,
            in_time(),
            signed=links.buttons,
            dialog=links.cut_out.dialog,
            page=links.cut_out.address,
        ),
    )


def _api(
    settings: Settings,
    pipeline: PhotoPipeline,
    catalogue: Catalogue,
    batches: Batches,
    queues: Queues,
    background: Background,
    *,
    links: Links,
    metrics: Metrics,
) -> web.Application:
    """What other systems ask, on the chat's own queues; there is none until somebody made a key."""
    search = PhotoSearch(
        MeasuredPipeline(pipeline, metrics),
        MeasuredSearch(catalogue.search, metrics),
        catalogue.stock,
        catalogue.labels,
    )
    return api_application(
        Guard(Keys(catalogue.notes), metrics, per_minute=settings.api_per_minute),
        ItemsApi(catalogue, link=links.media.link),
        MovementsApi(catalogue.movements, catalogue.notes),
        FindApi(search, queues.photos, max_bytes=settings.photo_max_bytes),
        BatchesApi(
            catalogue,
            pipeline.embed_pictures,
            batches.staging,
            queues.batches,
            background.start,
            max_bytes=BATCH_MAX_BYTES,
        ),
        version=version("hangtag"),
    )


def _pages(settings: Settings) -> Mapping[str, str]:
    return {WEBSITE: settings.website_url, PRIVACY: settings.privacy_url, TERMS: settings.terms_url}


def _acceptance(conversation: Conversation, background: Background) -> Accept:
    """Takes a message over, to be answered in the background."""

    async def accept(message: InboundMessage) -> None:
        if background.finishing:
            raise web.HTTPServiceUnavailable(text="The bot is about to stop: deliver it again later.")
        received = time.time_ns()
        if await conversation.take(message):
            background.start(conversation.answer(message, received=received))

    return accept
