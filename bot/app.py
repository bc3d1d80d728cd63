"""The composition root: settings in, a running aiohttp application out."""

from __future__ import annotations

import asyncio
import math
import secrets
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib.metadata import version
from zoneinfo import ZoneInfo

from aiohttp import web

from bot.background import (
    AGAIN_SECONDS,
    BACKGROUND,
    FINISH_SECONDS,
    Background,
    catch_up,
    patrol,
    try_again,
)
from bot.channel import InboundMessage
from bot.conversation import Conversation
from bot.cut_out.routes import CutOutLinks, CutOutPage
from bot.delivery.card_places import CardPlaces
from bot.delivery.inbox import Inbox, bot_id
from bot.delivery.outbox import Outbox
from bot.fetching.attachments import AttachmentFetcher, open_session
from bot.handlers.batches import BatchHandler
from bot.handlers.catalogue import CatalogueHandler
from bot.handlers.confirm import ConfirmHandler
from bot.handlers.dialogs import DialogHandler
from bot.handlers.extension import ExtensionHandler
from bot.handlers.garments import GarmentHandler
from bot.handlers.help import help_wanted
from bot.handlers.in_time import InTime
from bot.handlers.intake import IntakeHandler
from bot.handlers.language import LanguageHandler
from bot.handlers.orders import OrderHandler
from bot.handlers.people import PeopleHandler
from bot.handlers.photo import PhotoHandler
from bot.handlers.questions import QuestionHandler
from bot.handlers.refresh import RefreshHandler
from bot.handlers.stock import StockHandler
from bot.handlers.views import ViewHandler
from bot.links.downloads import Downloads, download_route
from bot.links.media import MediaLinks, media_key, media_route
from bot.links.signed_buttons import SignedButtons
from bot.local.bridge import DemoPhotos, add_local_chat
from bot.locales.faults import picture_reader
from bot.opening import readable_home
from bot.questions.answers import Answers
from bot.questions.question import PEOPLE, WORK
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.settings import Settings
from bot.state.memory import Memory
from bot.state.people import People
from bot.state.photos import FOLDER, PhotoSessions
from bot.state.sites import Sites
from bot.teams.adapter import Teams, build_local, build_teams
from bot.teams.credentials import credentials
from bot.teams.endpoint import AtOnce
from bot.telemetry.health import health_routes
from bot.telemetry.metrics import MeasuredPipeline, MeasuredSearch, Metrics
from bot.telemetry.traces import open_traces
from bot.worker_queue import WorkerQueue
from catalogue.store import Catalogue
from vision.pipeline import PhotoPipeline

_BATCH_MAX_BYTES = 256 << 20
_BATCH_SECONDS = 120.0
_JOBS_WAITING = 8
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
) -> AsyncIterator[web.Application]:
    """The bot's routes with everything behind them, until the context is left.

    Args:
        base_url: where picture links lead, such as `https://bot.example.com`.
        local: no authentication and a chat page, for this very machine alone.
        demo_photos: photos to try, offered on the chat page.
        allow_loopback: attachments may lie on this very machine, as in local mode; for tests.
        again_seconds: between two tries to answer what the channel did not take.

    Raises:
        SettingsError: this is not local mode, and the settings do not say who the bot is or whom it serves;
            or what the bot keeps in its home cannot be read or written.
    """
    app = web.Application(client_max_size=2**20)
    with readable_home():
        key, own_id = media_key(settings.home / "media.key"), bot_id(settings.home)
    links = MediaLinks(base_url, key)
    downloads = Downloads(base_url, key, settings.home / "downloads")
    allow_loopback = allow_loopback or local
    async with open_session(allow_loopback=allow_loopback) as session:
        teams: Teams
        if local:
            token = secrets.token_urlsafe(32)
            add_local_chat(app, token=token, demo_photos=demo_photos)
            teams = build_local(session, token=token)
        else:
            teams = build_teams(credentials(settings), session, tenants=settings.allowed_tenants())
        metrics = Metrics()
        traces = open_traces(settings.traces_url, version=version("hangtag"))
        outbox = traces.channel(Outbox(teams.channel))
        seals = SignedButtons(key)
        deliveries = Inbox(catalogue.database.notes, bot=own_id)
        queue = WorkerQueue(
            workers=settings.vision_workers, waiting=settings.vision_waiting, entering=traces.entering
        )
        fetcher = traces.fetcher(
            AttachmentFetcher(
                session,
                max_bytes=settings.photo_max_bytes,
                file_hosts=settings.allowed_file_hosts,
                allow_loopback=allow_loopback,
            )
        )
        jobs = WorkerQueue(workers=1, waiting=_JOBS_WAITING, patience=math.inf)
        batches = BatchHandler(
            catalogue,
            pipeline.embed_pictures,
            AttachmentFetcher(
                session,
                max_bytes=_BATCH_MAX_BYTES,
                seconds=_BATCH_SECONDS,
                file_hosts=settings.allowed_file_hosts,
                allow_loopback=allow_loopback,
            ),
            jobs,
            picture_reader=picture_reader(pipeline.check),
            downloads=downloads,
            places=CardPlaces(settings.home / "cards.json"),
            link=links.link,
            picture_hosts=settings.allowed_picture_hosts,
        )
        people = People(
            catalogue.database.notes,
            admins=() if local else settings.first_admins(),
            everybody=local,
        )
        sites = Sites(catalogue.database.notes)
        names = Names(catalogue.database)
        memory = Memory(catalogue.database.notes)
        language = LanguageHandler(catalogue.database.notes)
        roles, work = PeopleHandler(people), OrderHandler(catalogue.database, people, names)
        stock = StockHandler(catalogue.stock, link=links.link)
        shelves = {"": catalogue.pictures, FOLDER: catalogue.pictures.below(FOLDER)}
        looks = PhotoSessions(catalogue.database.notes, shelves[FOLDER])
        views = ViewHandler(catalogue, looks, people, batches)
        confirm = ConfirmHandler(
            catalogue.database, looks, model=pipeline.model_id, link=links.link, offer=views.offer
        )
        search = traces.search(MeasuredSearch(catalogue.search, metrics))
        cut_out = CutOutLinks(base_url, key)
        garments = GarmentHandler(pipeline.embed, search, looks, queue, link=links.link, page=cut_out.address)
        page = CutOutPage(
            cut_out, looks, garments, queue, lambda kept: seals.bound(outbox, kept), shows=memory.showed
        )
        intake = IntakeHandler(catalogue, looks, people, batches, link=links.link)
        keeper = CatalogueHandler(
            catalogue,
            pipeline.embed_pictures,
            batches,
            admins=people,
            downloads=downloads,
            link=links.link,
            sites=lambda: sites.counts(catalogue.database.confirmations.by_place()),
        )

        def met(message: InboundMessage) -> None:
            people.meet(message)
            sites.meet(message)

        conversation = Conversation(
            outbox,
            photos=PhotoHandler(
                fetcher,
                traces.pipeline(MeasuredPipeline(pipeline, metrics)),
                search,
                queue,
                stock=catalogue.stock,
                link=links.link,
                keep=looks.keep,
            ),
            observe=metrics.answered,
            trace=traces.message,
            handlers=[roles, work, confirm, garments, intake, views],
            met=met,
            locale=language.of,
            stock=stock,
            questions=QuestionHandler(
                Understanding(names),
                Answers(catalogue.stock, names, zone=ZoneInfo(settings.time_zone)),
                memory,
                catalogue.stock,
                stock=stock,
                others={
                    **dict.fromkeys(WORK, work),
                    **dict.fromkeys(PEOPLE, roles),
                    "language": language,
                },
                helps=lambda message, words: help_wanted(message.place, words, admin=keeper.may(message)),
                link=links.link,
            ),
            deliveries=deliveries,
            memory=memory,
            buttons=seals,
            catalogue=keeper,
        )
        background = app[BACKGROUND] = Background()
        left = await asyncio.to_thread(deliveries.unanswered)
        caught_up = background.start(catch_up(left, conversation))
        watches = [
            asyncio.create_task(patrol(batches, partial(seals.bound_to, outbox), catalogue, looks)),
            asyncio.create_task(
                try_again(deliveries, conversation, background, after=caught_up, seconds=again_seconds)
            ),
        ]

        async def accept(message: InboundMessage) -> None:
            if background.finishing:
                raise web.HTTPServiceUnavailable(text="The bot is about to stop: deliver it again later.")
            received = time.time_ns()
            if await conversation.take(message):
                background.start(conversation.answer(message, received=received))

        in_time = partial(InTime, locale=language.of, observe=metrics.answered)
        at_once = AtOnce(
            look_up=ExtensionHandler(
                catalogue.stock,
                in_time(seconds=_SEARCH_SECONDS),
                link=links.link,
                zone=ZoneInfo(settings.time_zone),
            ),
            renew=RefreshHandler(stock, in_time()),
            open_dialog=DialogHandler(
                looks, in_time(), opened=seals.opened, dialog=cut_out.dialog, page=cut_out.address
            ),
        )
        app.router.add_post("/api/messages", teams.endpoint(accept, at_once).handle)
        metrics.watch_queue("photo", lambda: queue.inside)
        metrics.watch_queue("batch", lambda: jobs.inside)
        app.add_routes(
            health_routes(
                {
                    "models": lambda: pipeline.dimension,
                    "database": catalogue.database.revision,
                    "index": catalogue.index.count,
                },
                metrics,
            )
        )
        app.add_routes(
            [media_route(shelves, links, pipeline.decoder), download_route(downloads), *page.routes()]
        )
        try:
            yield app
        finally:
            for watch in watches:
                watch.cancel()
            await background.finish(FINISH_SECONDS)
            await asyncio.gather(*watches, return_exceptions=True)
            await asyncio.to_thread(queue.close)
            await asyncio.to_thread(jobs.close)
            await traces.close()
