"""The composition root: settings in, a running aiohttp application out."""

from __future__ import annotations

import asyncio
import logging
import math
import os
import secrets
import signal
import socket
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager, closing, contextmanager
from dataclasses import replace
from functools import partial
from importlib.metadata import version
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import cv2
from aiohttp import web

from bot.attachments import AttachmentFetcher, open_session
from bot.card_places import CardPlaces
from bot.channel import Channel, InboundMessage
from bot.conversation import Conversation
from bot.credentials import TeamsCredentials
from bot.cut_out.routes import CutOutLinks, CutOutPage
from bot.deliveries import KeptDeliveries, Unanswered, bot_id
from bot.downloads import Downloads, download_route
from bot.endpoint import AtOnce
from bot.errors import SettingsError
from bot.faults import picture_reader
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
from bot.handlers.people import PeopleHandler
from bot.handlers.photo import PhotoHandler
from bot.handlers.questions import QuestionHandler
from bot.handlers.refresh import RefreshHandler
from bot.handlers.stock import StockHandler
from bot.handlers.views import ViewHandler
from bot.handlers.work import WorkHandler
from bot.health import health_routes
from bot.local.bridge import CHAT_PATH, add_local_chat
from bot.looks import FOLDER, Looks
from bot.media import MediaLinks, media_key, media_route
from bot.memory import Memory
from bot.metrics import MeasuredEyes, MeasuredSearch, Metrics
from bot.outbox import Outbox
from bot.people import People
from bot.photo_queue import PhotoQueue
from bot.questions.answers import Answers
from bot.questions.question import PEOPLE, WORK
from bot.questions.understanding import Understanding
from bot.questions.vocabulary import Names
from bot.seals import Seals
from bot.settings import Settings
from bot.sites import Sites
from bot.teams import Teams, build_local, build_teams
from bot.traces import open_traces
from catalogue.database import Database, url_in
from catalogue.errors import CatalogueError
from catalogue.search import Calibration
from catalogue.store import Catalogue
from vision import checkpoints
from vision.conversions import Conversions
from vision.decoder_processes import DecoderProcesses
from vision.pipeline import PhotoPipeline, open_pipeline

log = logging.getLogger(__name__)

DemoPhotos = Callable[[], Sequence[tuple[str, bytes]]]

_BATCH_MAX_BYTES = 256 << 20
_BATCH_SECONDS = 120.0
_JOBS_WAITING = 8
_OTHERS_OPENED = 2
"""Catalogue pictures that may be opened at once, of batches and for cards, beside photos."""
_PATROL_SECONDS = 300.0
_AGAIN_SECONDS = 120.0
"""Between two tries to answer what Microsoft did not take before."""
_CATCHING_UP = 4
"""Messages of before a stop that are answered at once, beside those that come in."""
_SEARCH_SECONDS = 4.0
"""For a search beside the message box, of the five that Teams waits for it."""
_FINISH_SECONDS = 20.0
"""How long accepted messages may still take when the bot is told to stop."""


def open_eyes(settings: Settings) -> PhotoPipeline:
    """The photo pipeline of these settings, which opens photos in processes of their own.

    Raises `CheckpointError`.
    """
    if settings.vision_workers > 1:
        cv2.setNumThreads(1)  # photos are looked at side by side, where its own threads would spin
    # As many as look at photos at once, so that none waits behind a batch or a card's pictures.
    decoder = DecoderProcesses(most=settings.vision_workers + _OTHERS_OPENED)
    decoder.start(settings.vision_workers)  # they get warm while the networks are loaded
    return open_pipeline(
        decoder=decoder,
        checkpoint=settings.checkpoint or checkpoints.SHIPPED_TIRAMISU,
        backbone=settings.backbone,
        conversions=Conversions(settings.home / "networks"),
    )


def make_home(settings: Settings) -> None:
    """Make the folder of all that is kept. Raises `SettingsError` where there can be none."""
    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"The folder {settings.home} cannot be made ({error.strerror}): set HANGTAG_HOME to another."
        ) from error
    if not os.access(settings.home, os.W_OK | os.X_OK):
        raise SettingsError(
            f"The folder {settings.home} cannot be written by this user: give it to them, or set "
            "HANGTAG_HOME to another."
        )


def open_catalogue(settings: Settings, eyes: PhotoPipeline, *, rebuild: bool = False) -> Catalogue:
    """The catalogue of these settings, with an index for what these eyes see.

    Raises `StoreError`, also where other eyes made the index; `rebuild` begins it afresh then.
    """
    make_home(settings)
    return Catalogue.open(
        settings.home,
        database_url=settings.database_url,
        chroma_url=settings.chroma_url,
        pictures_url=settings.pictures_url,
        model_id=eyes.model_id,
        dimension=eyes.dimension,
        calibration=Calibration.from_json(eyes.verdict_calibration()),
        rebuild=rebuild,
    )


@contextmanager
def open_database(settings: Settings) -> Iterator[Database]:
    """The database alone: no models, no index, so that an answer takes no seconds. Raises `StoreError`."""
    make_home(settings)
    database = Database.open(url_in(settings.home, settings.database_url))
    try:
        yield database
    finally:
        database.close()


def public_address(settings: Settings) -> str:
    """Where clients reach the bot, with no slash at its end. Raises `SettingsError` where nobody said."""
    if not settings.public_url:
        raise SettingsError(
            "The bot does not know where it is reached: set HANGTAG_PUBLIC_URL to its https address."
        )
    if urlsplit(settings.public_url).scheme != "https":
        raise SettingsError(
            f"HANGTAG_PUBLIC_URL is {settings.public_url}, which Teams does not open: it must begin with "
            "https://, as in https://bot.example.com."
        )
    return settings.public_url.rstrip("/")


def credentials(settings: Settings) -> TeamsCredentials:
    """Who the bot is. Raises `SettingsError` where the settings do not say."""
    return TeamsCredentials(
        app_id=settings.app_id,
        app_password=settings.app_password.get_secret_value(),
        tenant_id=settings.tenant_id,
        app_type=settings.app_type,
        openid_metadata_url=settings.openid_metadata_url,
        token_issuer=settings.token_issuer,
        login_url=settings.login_url,
        oauth_scope=settings.oauth_scope,
    )


@contextmanager
def _of_home() -> Iterator[None]:
    """What cannot be read or written in the bot's home is told to whoever starts it."""
    try:
        yield
    except OSError as error:
        raise SettingsError(
            f"{error.filename or 'A file'} cannot be read or written ({error.strerror}): make room on the "
            "disk, or give all of HANGTAG_HOME to the user that the bot runs as."
        ) from error


class Background:
    """Work that goes on after its request was answered, and is waited for at the end."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self.finishing = False
        """Whether no more work should be begun."""

    def start(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Let it run."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def finish(self, seconds: float) -> None:
        """Wait for all of it, at most so long; what is left then is cut off, and gone on return."""
        self.finishing = True
        if self._tasks:
            _, unfinished = await asyncio.wait(self._tasks, timeout=seconds)
            for task in unfinished:
                log.warning("cut off an answer that took too long")
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)


BACKGROUND = web.AppKey("background", Background)
"""Where an application keeps the answers that it still owes."""


@asynccontextmanager
async def application(
    settings: Settings,
    eyes: PhotoPipeline,
    catalogue: Catalogue,
    *,
    base_url: str,
    local: bool = False,
    demo_photos: DemoPhotos | None = None,
    allow_loopback: bool = False,
    again_seconds: float = _AGAIN_SECONDS,
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
    with _of_home():
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
        seals = Seals(key)
        deliveries = KeptDeliveries(catalogue.database.notes, bot=own_id)
        queue = PhotoQueue(
            workers=settings.vision_workers, waiting=settings.vision_waiting, entering=traces.entering
        )
        fetcher = traces.fetcher(
            AttachmentFetcher(session, max_bytes=settings.photo_max_bytes, allow_loopback=allow_loopback)
        )
        jobs = PhotoQueue(workers=1, waiting=_JOBS_WAITING, patience=math.inf)
        batches = BatchHandler(
            catalogue,
            eyes.embed_pictures,
            AttachmentFetcher(
                session, max_bytes=_BATCH_MAX_BYTES, seconds=_BATCH_SECONDS, allow_loopback=allow_loopback
            ),
            jobs,
            picture_reader=picture_reader(eyes.check),
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
        roles, work = PeopleHandler(people), WorkHandler(catalogue.database, people, names)
        stock = StockHandler(catalogue.stock, link=links.link)
        shelves = {"": catalogue.pictures, FOLDER: catalogue.pictures.below(FOLDER)}
        looks = Looks(catalogue.database.notes, shelves[FOLDER])
        views = ViewHandler(catalogue, looks, people, batches)
        confirm = ConfirmHandler(
            catalogue.database, looks, model=eyes.model_id, link=links.link, offer=views.offer
        )
        search = traces.search(MeasuredSearch(catalogue.search, metrics))
        cut_out = CutOutLinks(base_url, key)
        garments = GarmentHandler(eyes.embed, search, looks, queue, link=links.link, page=cut_out.address)
        page = CutOutPage(
            cut_out, looks, garments, queue, lambda kept: seals.bound(outbox, kept), shows=memory.showed
        )
        intake = IntakeHandler(catalogue, looks, people, batches, link=links.link)
        keeper = CatalogueHandler(
            catalogue,
            eyes.embed_pictures,
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
                traces.eyes(MeasuredEyes(eyes, metrics)),
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
                helps=lambda message, say: help_wanted(message.place, say, admin=keeper.may(message)),
                link=links.link,
            ),
            deliveries=deliveries,
            memory=memory,
            buttons=seals,
            catalogue=keeper,
        )
        background = app[BACKGROUND] = Background()
        left = await asyncio.to_thread(deliveries.unanswered)
        caught_up = background.start(_catch_up(left, conversation))
        watches = [
            asyncio.create_task(_patrol(batches, seals.bound_to_place(outbox), catalogue, looks)),
            asyncio.create_task(
                _try_again(deliveries, conversation, background, after=caught_up, seconds=again_seconds)
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
                    "models": lambda: eyes.dimension,
                    "database": catalogue.database.revision,
                    "index": catalogue.index.count,
                },
                metrics,
            )
        )
        app.add_routes([media_route(shelves, links, eyes.decoder), download_route(downloads), *page.routes()])
        try:
            yield app
        finally:
            for watch in watches:
                watch.cancel()
            await background.finish(_FINISH_SECONDS)
            await asyncio.gather(*watches, return_exceptions=True)
            await asyncio.to_thread(queue.close)
            await asyncio.to_thread(jobs.close)
            await traces.close()


async def _catch_up(unanswered: Sequence[Unanswered], conversation: Conversation) -> None:
    """Answer what a stop has left, a few at a time: all at once would find the queue of photos full."""
    room = asyncio.Semaphore(_CATCHING_UP)

    async def answer(left: Unanswered) -> None:
        async with room:
            message = replace(left.message, again=True)
            await conversation.answer(message, sent=left.sent, passing=left.passing)

    await asyncio.gather(*(answer(left) for left in unanswered))


async def _patrol(batches: BatchHandler, channel: Channel, catalogue: Catalogue, looks: Looks) -> None:
    """Put right what a stop of any bot has cut off, and sweep out what is over, now and then."""
    while True:
        try:
            await batches.recover(channel)
            await asyncio.to_thread(catalogue.database.notes.sweep)
            await asyncio.to_thread(looks.sweep)
        except CatalogueError as fault:
            log.warning("old notes could not be swept out: %s", fault)
        except Exception:  # a bug must not end the patrol of a bot that goes on for months
            log.exception("a patrol failed; the next one is in %.0f s", _PATROL_SECONDS)
        await asyncio.sleep(_PATROL_SECONDS)


async def _try_again(
    deliveries: KeptDeliveries,
    conversation: Conversation,
    background: Background,
    *,
    after: asyncio.Task[None],
    seconds: float,
) -> None:
    """Now and then, answer what the channel, or Microsoft's login, has kept from its sender.

    One round follows the other, and the first what was left before the start (`after`), so that nothing is
    answered by two at once. A round that was begun is waited for at the end as all answers are.
    """
    await asyncio.wait({after})
    while True:
        await asyncio.sleep(seconds)
        if background.finishing:
            return
        try:
            owed = await asyncio.to_thread(deliveries.unanswered, later=True)
        except CatalogueError as fault:
            log.warning("what is to be answered later could not be read: %s", fault)
            continue
        await asyncio.wait({background.start(_catch_up(owed, conversation))})


async def serve(
    settings: Settings,
    eyes: PhotoPipeline,
    catalogue: Catalogue,
    *,
    local: bool = False,
    demo_photos: DemoPhotos | None = None,
    listener: socket.socket | None = None,
    allow_loopback: bool = False,
    ready: Callable[[str], None],
    stop: asyncio.Event,
) -> None:
    """Answer until `stop` is set; `ready` is told the address once the first request can come.

    Args:
        listener: what `listen` gave, where that was called before the models were loaded; closed here.
        allow_loopback: see `application`.

    Raises:
        SettingsError: the settings do not allow a start.
    """
    if local:
        settings = settings.local()
    with closing(listener or listen(settings)) as door:
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        here = f"http://{host}:{door.getsockname()[1]}"
        base_url = here if local else public_address(settings)
        async with application(
            settings,
            eyes,
            catalogue,
            base_url=base_url,
            local=local,
            demo_photos=demo_photos,
            allow_loopback=allow_loopback,
        ) as app:
            runner = web.AppRunner(app, access_log=None, shutdown_timeout=5.0)
            await runner.setup()
            try:
                await web.SockSite(runner, door).start()
                ready(here + CHAT_PATH if local else here)
                await stop.wait()
            finally:
                # In local mode the last answers come in by this very door, so that it is shut after them.
                await app[BACKGROUND].finish(_FINISH_SECONDS)
                await runner.cleanup()


def stop_when_told(stop: asyncio.Event) -> None:
    """Set `stop` at SIGINT and SIGTERM; told again, the bot goes on to finish what it has accepted."""
    loop = asyncio.get_running_loop()
    for told in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(told, stop.set)


def listen(settings: Settings) -> socket.socket:
    """Take the address that the settings name; who comes before `serve` waits. Raises `SettingsError`."""
    host, port = settings.host, settings.port
    try:
        return socket.create_server(
            (host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=128
        )
    except OSError as error:
        raise SettingsError(
            f"{host}:{port} cannot be listened on ({error.strerror}): stop what uses it, or set HANGTAG_PORT."
        ) from error
