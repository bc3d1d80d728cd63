"""hangtag doctor: is everything there that the bot needs? And if not, what is to be done."""

from __future__ import annotations

import errno
import os
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias
from urllib.parse import urlsplit
from uuid import UUID

import typer
from rich.table import Table

from bot.commands.console import AsJson, console, load_settings, print_json
from bot.errors import BotError, SettingsError, UserError
from catalogue.errors import CatalogueError, StoreError
from vision.errors import VisionError

if TYPE_CHECKING:
    # Loading torch takes seconds, which `hangtag --help` should not.
    from bot.hooks.addresses import HookAddresses
    from bot.settings import Settings
    from catalogue.events import Standing
    from vision.pipeline import PhotoPipeline

State: TypeAlias = Literal["ok", "note", "fault"]

LEAST_FREE = 1 << 30
"""Bytes on disk below which pictures and index will soon find no room."""
MOST_SKEW = 120.0
"""Seconds that the clock may be wrong; tokens are valid five minutes beyond their time."""
UNTRIED = 300.0
"""Seconds after which an event that nobody tried to send means that no bot is running."""
SECONDS = 10.0
LOOKED_FOR = 50
"""Pictures that are looked for in the index, of all; `hangtag audit` looks for each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was checked, how it stands, and what to do where it is not as it should be."""

    what: str
    state: State
    said: str


def doctor(
    offline: Annotated[bool, typer.Option("--offline", help="Do not ask Microsoft's servers.")] = False,
    as_json: AsJson = False,
) -> None:
    """Look at settings, disk, models, stores, hooks, credentials, clock; exit status 1 where one is amiss."""
    from bot.telemetry.logs import set_up

    set_up("ERROR", "text")  # what a store says of itself stands in its finding
    findings = list(examined(load_settings(), offline=offline))
    if as_json:
        print_json([asdict(one) for one in findings])
    else:
        signs = {"ok": "✓", "note": "·", "fault": "✗"}
        table = Table(box=None, show_header=False, pad_edge=False)
        for one in findings:
            table.add_row(signs[one.state], one.what, one.said)
        console.print(table)
    if any(one.state == "fault" for one in findings):
        raise typer.Exit(1)


def examined(settings: Settings, *, offline: bool = False) -> Iterator[Finding]:
    """Each thing that was checked, in an order in which they are repaired."""
    import asyncio

    yield _settings(settings)
    yield _disk(settings)
    yield _port(settings)
    pipeline: list[PhotoPipeline] = []
    yield _tried("models", lambda: _models(settings, pipeline))
    yield _tried("database", lambda: _database(settings))
    yield _tried("feeds", lambda: _feeds(settings))
    yield _tried("hooks", lambda: _hooks(settings))
    if pipeline:
        yield _tried("catalogue", lambda: _catalogue(settings, pipeline[0]))
    yield _tried("manifest", lambda: _manifest(settings))
    if settings.traces_url:
        yield asyncio.run(_traces(settings))
    if settings.language_model_url:
        yield asyncio.run(_language_model(settings))
    if not offline and settings.app_id:
        yield asyncio.run(_clock(settings))
        yield asyncio.run(_credentials(settings))


def _tried(what: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except (BotError, CatalogueError, VisionError) as fault:
        return Finding(what, "fault", f"{fault}{_why(fault)}")


def _why(fault: Exception) -> str:
    """What a store says of itself, in a sentence to be added."""
    return f" It says: {fault.why.rstrip('.')}." if isinstance(fault, StoreError) and fault.why else ""


def _settings(settings: Settings) -> Finding:
    if not settings.app_id:
        text = "HANGTAG_APP_ID is not set: the bot runs with --local only. See “On to Teams” in the README."
        return Finding("settings", "note", text)
    own_tenant = () if settings.app_type == "MultiTenant" else ("tenant_id",)
    no_secret = settings.app_type == "UserAssignedMSI" or settings.app_certificate is not None
    secret = () if no_secret else ("app_password",)
    missing = [
        f"HANGTAG_{name.upper()}"
        for name in (*secret, *own_tenant, "public_url")
        if not getattr(settings, name)
        or (name == "app_password" and not settings.app_password.get_secret_value())
    ]
    if missing:
        return Finding("settings", "fault", f"Set {', '.join(missing)}: the bot refuses to start without.")
    if urlsplit(settings.public_url).scheme != "https":
        return Finding(
            "settings", "fault", "HANGTAG_PUBLIC_URL must begin with https://: Teams opens no other."
        )
    try:
        tenants, admins = settings.allowed_tenants(), settings.first_admins()
    except SettingsError as fault:
        return Finding("settings", "fault", str(fault))
    if misread := [one for one in tenants if not _is_id(one)]:
        text = f"{', '.join(misread)} is no tenant id, so nobody is answered: set HANGTAG_TENANT_ID."
        return Finding("settings", "fault", text)
    if not admins:
        return Finding("settings", "note", "HANGTAG_ADMINS is empty: nobody may send batches in the chat.")
    text = f"as {settings.app_id} at {settings.public_url}, for {', '.join(sorted(tenants))}"
    return Finding("settings", "ok", text)


def _is_id(written: str) -> bool:
    try:
        UUID(written)
    except ValueError:
        return False
    return True


def _disk(settings: Settings) -> Finding:
    home = settings.home
    there = next((one for one in (home, *home.parents) if one.exists()), home)
    if not there.is_dir():
        return Finding("disk", "fault", f"{there} is no folder: set HANGTAG_HOME to one.")
    if not os.access(there, os.W_OK | os.X_OK):
        text = f"{there} cannot be written by this user: give it to them, or set HANGTAG_HOME to another."
        return Finding("disk", "fault", text)
    free = shutil.disk_usage(there).free
    text = f"{free / (1 << 30):.1f} GB free at {home}"
    if free < LEAST_FREE:
        return Finding("disk", "fault", f"{text}: make room, or move HANGTAG_HOME.")
    return Finding("disk", "ok", text)


def _port(settings: Settings) -> Finding:
    address = f"{settings.host}:{settings.port}"
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        socket.create_server((settings.host, settings.port), family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            text = f"{address} is taken: by the running bot, or set HANGTAG_PORT to another."
            return Finding("port", "note", text)
        text = f"{address} cannot be listened on ({error.strerror}): check HANGTAG_HOST and HANGTAG_PORT."
        return Finding("port", "fault", text)
    return Finding("port", "ok", f"{address} is free")


def _models(settings: Settings, pipeline: list[PhotoPipeline]) -> Finding:
    from bot.building.opening import make_home, open_pipeline
    from bot.demo.catalogue import demo_photos

    make_home(settings)
    began = time.perf_counter()
    pipeline.append(open_pipeline(settings))
    look = pipeline[0].analyse(demo_photos(1)[0][1])
    seconds = time.perf_counter() - began
    text = f"{pipeline[0].model_id}, ready and a first photo seen (by {look.segmented_by}) in {seconds:.1f} s"
    return Finding("models", "ok", text)


def _database(settings: Settings) -> Finding:
    from bot.building.opening import open_database

    with open_database(settings) as database:
        counts = database.counts()
    if not counts.items:
        return Finding("database", "note", "answers, and is empty: import a batch, or try hangtag demo")
    return Finding("database", "ok", f"{counts.items} items, {counts.variants} SKUs, {counts.on_hand} pieces")


def _feeds(settings: Settings) -> Finding:
    """By their ages and their latest runs; no source is asked."""
    from bot.building.feeds import source_opener
    from bot.building.opening import open_database
    from bot.commands.feeds import feed_in_words
    from bot.reports import feed_report
    from catalogue.status import feed_standings

    with open_database(settings) as database:
        standings = feed_standings(database)
    for one in standings:
        source_opener(settings)(one.feed)  # raises if a secret is missing
    text = "; ".join(f"{one.feed.name}: {feed_in_words(feed_report(one))}" for one in standings)
    if any(one.late or one.feed.state.failures for one in standings):
        return Finding("feeds", "fault", f"{text}. See why with: hangtag feed run NAME.")
    return Finding("feeds", "ok", text or "there are none")


def _hooks(settings: Settings) -> Finding:
    """By their addresses and what waits for them; none is asked."""
    from bot.building.opening import open_database
    from bot.hooks.addresses import HookAddresses

    addresses = HookAddresses(settings.inner_hook_hosts)
    with open_database(settings) as database:
        standings = database.events.standings()
    found = [_hook_in_words(one, addresses) for one in standings]
    state: State = "fault" if any(is_fault for _, is_fault in found) else "ok"
    return Finding("hooks", state, " ".join(text for text, _ in found) or "there are none")


def _hook_in_words(standing: Standing, addresses: HookAddresses) -> tuple[str, bool]:
    """How a hook stands, and whether something is amiss. Of its address only the host is shown."""
    from bot.commands.feeds import spelled

    hook, oldest = standing.subscription, standing.oldest
    name = f"Hook {hook.id} ({urlsplit(hook.target).hostname})"
    parts, is_fault = [], False
    try:
        addresses.parsed(hook.target)
    except UserError as refused:
        parts.append(f"{name} gets nothing, as its address is refused: {refused}")
        is_fault = True
    if oldest is not None:
        age = (datetime.now(UTC) - oldest.at).total_seconds()
        events = f"{standing.waiting} event" + ("s wait" if standing.waiting > 1 else " waits")
        waits = f"{name}: {events}, the oldest for {spelled(max(int(age), 60))}"
        if oldest.attempts:
            tries = "once" if oldest.attempts == 1 else f"{oldest.attempts} times"
            parts.append(f"{waits}; it was tried {tries}, and the answer was “{oldest.answer}”.")
            is_fault = True
        elif age > UNTRIED:
            parts.append(f"{waits}, and was not tried: start the bot, which sends them.")
            is_fault = True
        else:
            parts.append(f"{waits}.")
    if standing.given_up:
        events = f"{standing.given_up} event" + ("s were" if standing.given_up > 1 else " was")
        log_command = f"hangtag hook log {hook.id}"
        parts.append(f"{name}: {events} given up within a week; see why with: {log_command}.")
        is_fault = True
    return " ".join(parts) or f"{name}: all was taken.", is_fault


def _catalogue(settings: Settings, pipeline: PhotoPipeline) -> Finding:
    """Where the index is embedded and answers nothing else either, its folder can be made anew."""
    try:
        return _index_and_pictures(settings, pipeline)
    except StoreError as fault:
        if settings.chroma_url or fault.message.code != "index-silent":
            raise
        text = (
            f"The index does not answer.{_why(fault)} If there is room on the disk and this user may write "
            f"to {settings.home / 'chroma'}, that folder is damaged: stop the bot, move it away, and run "
            "hangtag audit --repair, which makes it anew."
        )
        return Finding("catalogue", "fault", text)


def _index_and_pictures(settings: Settings, pipeline: PhotoPipeline) -> Finding:
    from bot.building.opening import open_catalogue

    with open_catalogue(settings, pipeline) as catalogue:
        status = catalogue.status()
        pictures = status.counts.pictures
        keys = catalogue.picture_keys(limit=LOOKED_FOR)
        if keys and not catalogue.pictures.exists(keys[0]):
            text = "A picture's file is not where HANGTAG_PICTURES_URL says: check that setting."
            return Finding("catalogue", "fault", text)
        # An index whose files are gone in part may still count what it had.
        audit = catalogue.audit(keys=keys)
    if status.index_unfinished:
        return Finding("catalogue", "note", "The index is being written, or was cut off: start the bot once.")
    if status.vectors != pictures:
        text = f"The index holds {status.vectors} of {pictures} pictures: run hangtag audit --repair."
        return Finding("catalogue", "fault", text)
    if not audit.ok:
        text = "The index does not find all pictures by their own vectors: run hangtag audit --repair."
        return Finding("catalogue", "fault", text)
    return Finding("catalogue", "ok", f"{pictures} pictures in the index")


def _manifest(settings: Settings) -> Finding:
    import tempfile
    from importlib.metadata import version
    from pathlib import Path

    from bot.teams.manifest import write_manifest_zip

    if not (settings.app_id and settings.public_url):
        return Finding("manifest", "note", "written once HANGTAG_APP_ID and HANGTAG_PUBLIC_URL are set")
    domain = urlsplit(settings.public_url).hostname or ""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "manifest.zip"
        write_manifest_zip(out, app_id=settings.app_id, domain=domain, version=version("hangtag"))
    return Finding("manifest", "ok", f"can be written, for {domain}")


async def _traces(settings: Settings) -> Finding:
    """By an export of nothing, which a collector takes."""
    import aiohttp

    from bot.telemetry.traces import open_traces, traces_address

    address = traces_address(settings.traces_url)
    host = urlsplit(address).hostname
    try:
        await open_traces(settings.traces_url, version="").close()
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        headers = {"Content-Type": "application/x-protobuf"}
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.post(address, data=b"", headers=headers) as answer,
        ):
            status = answer.status
    except SettingsError as fault:
        return Finding("traces", "fault", str(fault))
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        text = f"{host} is not reached ({type(error).__name__}): traces are lost, answers are not; check it."
        return Finding("traces", "fault", text)
    if status != 200:
        text = f"The collector at {host} answers {status}: check HANGTAG_TRACES_URL."
        return Finding("traces", "fault", text)
    return Finding("traces", "ok", f"taken by {host}")


async def _language_model(settings: Settings) -> Finding:
    """By a question without a name of the catalogue in it."""
    import json

    from bot.errors import LanguageModelError
    from bot.language_model import open_language_model
    from bot.questions.language_model.prompt import Offered, prompt_of
    from bot.questions.language_model.reader import unfenced

    began, host = time.perf_counter(), urlsplit(settings.language_model_url).hostname
    try:
        async with open_language_model(settings) as model:
            assert model is not None  # the settings name one
            answer = await model.complete(prompt_of("how many pieces are there", Offered()))
        slots = json.loads(unfenced(answer))["query"]
    except LanguageModelError as fault:
        text = (
            f"{fault}: check HANGTAG_LANGUAGE_MODEL_URL, HANGTAG_LANGUAGE_MODEL_KEY and "
            "HANGTAG_LANGUAGE_MODEL_NAME. Until then the grammar reads alone."
        )
        return Finding("language model", "fault", text)
    except (ValueError, LookupError, TypeError, RecursionError):
        slots = None
    if not isinstance(slots, dict):
        text = "answers, but not in the form that was asked for: choose a model that follows a JSON schema."
        return Finding("language model", "fault", text)
    seconds = time.perf_counter() - began
    return Finding("language model", "ok", f"{host} reads a question in {seconds:.1f} s")


async def _clock(settings: Settings) -> Finding:
    """By the date that Microsoft's server sends."""
    import aiohttp

    try:
        timeout = aiohttp.ClientTimeout(total=SECONDS)
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(settings.openid_metadata_url) as response,
        ):
            date = response.headers.get("Date")
            status = response.status
    except (aiohttp.ClientError, TimeoutError, ValueError) as error:
        host = urlsplit(settings.openid_metadata_url).hostname
        text = f"{host} is not reached ({type(error).__name__}): let the bot out to it by https."
        return Finding("clock", "fault", text)
    if status != 200:
        text = f"HANGTAG_OPENID_METADATA_URL answers {status}: check it, or try again later."
        return Finding("clock", "fault", text)
    if date is None:
        return Finding("clock", "note", "could not be compared")
    skew = time.time() - parsedate_to_datetime(date).timestamp()
    if abs(skew) > MOST_SKEW:
        return Finding("clock", "fault", f"is wrong by {skew:.0f} s: set it, or every token will be refused.")
    return Finding("clock", "ok", "agrees with Microsoft's")


async def _credentials(settings: Settings) -> Finding:
    from bot.errors import LoginError
    from bot.teams.credentials import bot_token, credentials

    try:
        await bot_token(credentials(settings)).get()
    except (LoginError, SettingsError) as fault:
        return Finding(
            "credentials",
            "fault",
            f"{fault} Check app id, secret, certificate or identity, and tenant in Azure.",
        )
    return Finding("credentials", "ok", "Microsoft gives the bot a token")
