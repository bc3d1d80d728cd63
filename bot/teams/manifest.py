"""The zip that a Teams administrator uploads: the manifest with this installation's ids, and its icons."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Any
from uuid import UUID

from bot.errors import SettingsError
from bot.links.pages import PRIVACY, TERMS, WEBSITE

SOURCE = Path(__file__).parents[2] / "manifests" / "teams"
"""The manifest with its places left open, and the icons."""

ICONS = ("color.png", "outline.png")

_HOST = re.compile(r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?")
_BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time written into the zip, so that the same manifest makes the same bytes."""


def write_manifest_zip(
    out: Path,
    app_id: str,
    domain: str,
    version: str,
    *,
    website: str | None = None,
    privacy: str | None = None,
    terms: str | None = None,
    source: Path = SOURCE,
) -> Path:
    """Write the zip and return its path.

    Args:
        out: the file to write; its folder is made.
        app_id: the bot's registration, a GUID.
        domain: where the bot is reached, such as `bot.example.com`: no scheme, no port, no path.
        version: of the app, as in `1.2.3`; Teams takes an update only under a higher one.
        website: the company's page on the bot; the one that the bot serves by default.
        privacy: its privacy statement, likewise.
        terms: its terms of use, likewise.

    Raises:
        SettingsError: one sentence on what is wrong with a value, or that `source` is not there.
    """
    manifest = stamped(app_id, domain, version, website=website, privacy=privacy, terms=terms, source=source)
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        package.writestr(zipfile.ZipInfo("manifest.json", _BEGINNING), text, zipfile.ZIP_DEFLATED)
        for icon in ICONS:
            package.writestr(zipfile.ZipInfo(icon, _BEGINNING), (source / icon).read_bytes())
    return out


def stamped(
    app_id: str,
    domain: str,
    version: str,
    *,
    website: str | None = None,
    privacy: str | None = None,
    terms: str | None = None,
    source: Path = SOURCE,
) -> dict[str, Any]:
    """The manifest with its places filled in. Raises `SettingsError` as `write_manifest_zip` does."""
    values = {
        "app_id": _guid(app_id),
        "domain": _host(domain),
        "version": _semantic(version),
        "website": _https(website or f"https://{domain}{WEBSITE}"),
        "privacy": _https(privacy or f"https://{domain}{PRIVACY}"),
        "terms": _https(terms or f"https://{domain}{TERMS}"),
    }
    try:
        manifest = json.loads((source / "manifest.json").read_text("utf-8"))
    except FileNotFoundError as fault:
        raise SettingsError(
            "The app package can be made from a checkout of Hangtag only, as an installed wheel leaves its "
            f"parts out: there is no manifest.json in {source}."
        ) from fault
    filled: dict[str, Any] = _filled(manifest, values)
    return filled


def _filled(node: Any, values: dict[str, str]) -> Any:
    if isinstance(node, dict):
        return {key: _filled(each, values) for key, each in node.items()}
    if isinstance(node, list):
        return [_filled(each, values) for each in node]
    if isinstance(node, str):
        return re.sub(r"\{\{(\w+)\}\}", lambda place: values[place[1]], node)
    return node


def _guid(app_id: str) -> str:
    try:
        return str(UUID(app_id.strip()))
    except ValueError as fault:
        raise SettingsError(
            f"The app id {app_id!r} is no GUID: set HANGTAG_APP_ID to the one that the bot's registration "
            "in Azure shows."
        ) from fault


def _host(domain: str) -> str:
    if not _HOST.fullmatch(domain):
        raise SettingsError(
            f"The domain {domain!r} is no host name that Teams can reach: set HANGTAG_PUBLIC_URL as in "
            "https://bot.example.com."
        )
    return domain


def _semantic(version: str) -> str:
    if not _VERSION.fullmatch(version):
        raise SettingsError(
            f"The version {version!r} is not as in 1.2.3: give three numbers with dots between."
        )
    return version


def _https(website: str) -> str:
    if not website.startswith("https://"):
        raise SettingsError(f"The page {website!r} is not an https address: Teams takes no other.")
    return website
