"""The Teams manifest: within Microsoft's schema once stamped, with icons as Teams wants them."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import pytest
from jsonschema import Draft4Validator
from PIL import Image

from bot.errors import SettingsError
from bot.foreign_text import NEUTRAL_SKU
from bot.links.pages import page_routes
from bot.teams.activities import LOOKUP_COMMAND, LOOKUP_WORDS
from bot.teams.manifest import SOURCE, stamped, write_manifest_zip

APP_ID = "6f1f3d0a-6a6e-4a4b-9a51-2f1c2f3c4d5e"
DOMAIN = "bot.example.com"
SCHEMAS = (
    Path(__file__).parents[1]
    / "cards"
    / "node_modules"
    / "@microsoft"
    / "app-manifest"
    / "build"
    / "json-schemas"
)


def test_the_manifest_keeps_to_the_schema_that_it_names() -> None:
    manifest = stamped(APP_ID, DOMAIN, "1.2.3")
    path = SCHEMAS / "teams" / f"v{manifest['manifestVersion']}" / "MicrosoftTeams.schema.json"
    if not path.exists():
        pytest.skip("Microsoft's schemas are not installed: run npm ci in tests/cards")
    validator = Draft4Validator(
        json.loads(path.read_text("utf-8")), format_checker=Draft4Validator.FORMAT_CHECKER
    )
    assert [fault.message for fault in validator.iter_errors(manifest)] == []
    assert manifest["$schema"].endswith(f"/v{manifest['manifestVersion']}/MicrosoftTeams.schema.json")


def test_the_zip_holds_the_manifest_and_both_icons_and_nothing_else(tmp_path: Path) -> None:
    out = write_manifest_zip(tmp_path / "build" / "hangtag.zip", APP_ID.upper(), DOMAIN, "0.1.0")
    with zipfile.ZipFile(out) as package:
        assert sorted(package.namelist()) == ["color.png", "manifest.json", "outline.png"]
        manifest = json.loads(package.read("manifest.json"))
    assert "{{" not in json.dumps(manifest)
    assert manifest["id"] == manifest["bots"][0]["botId"] == APP_ID
    assert manifest["validDomains"] == [DOMAIN]
    assert manifest["developer"]["websiteUrl"] == "https://bot.example.com/"
    assert manifest["developer"]["privacyUrl"] == "https://bot.example.com/privacy"
    assert manifest["developer"]["termsOfUseUrl"] == "https://bot.example.com/terms"
    assert manifest["version"] == "0.1.0"


def test_the_company_may_name_pages_of_its_own() -> None:
    site, privacy, terms = (f"https://www.example.com/{page}" for page in ("bot", "privacy", "terms"))
    developer = stamped(APP_ID, DOMAIN, "1.0.0", website=site, privacy=privacy, terms=terms)["developer"]
    assert [developer[key] for key in ("websiteUrl", "privacyUrl", "termsOfUseUrl")] == [site, privacy, terms]


def test_teams_takes_the_package_at_upload() -> None:
    """What the upload checks beyond the schema: each rule by the refusal that it gives."""
    manifest = stamped(APP_ID, DOMAIN, "1.2.3")
    developer, name, description = (manifest[key] for key in ("developer", "name", "description"))
    # Reported as refused without it from 1.25 on with team scope, though the schema calls it optional.
    version = tuple(int(part) for part in manifest["manifestVersion"].split("."))
    if version >= (1, 25) and any("team" in bot["scopes"] for bot in manifest["bots"]):
        assert manifest["supportsChannelFeatures"] == "tier1"
    # Each page must exist: the bot serves all three.
    pages = [urlsplit(developer[key]) for key in ("websiteUrl", "privacyUrl", "termsOfUseUrl")]
    assert len({page.path for page in pages}) == 3
    assert {page.path for page in pages} == {route.path for route in page_routes({})}
    assert {(page.scheme, page.hostname) for page in pages} == {("https", DOMAIN)}
    # Hosts alone, with no path, and no wildcard.
    assert all("*" not in each and "/" not in each for each in manifest["validDomains"])
    assert len(name["short"]) <= 30
    assert len(name["full"]) <= 100
    assert len(description["short"]) <= 80
    assert len(description["full"]) <= 4000
    assert name["short"] != name["full"]
    assert description["short"] != description["full"]
    # One bot and one extension, and what is listed beside the message box.
    assert [bot["botId"] for bot in manifest["bots"]] == [APP_ID]
    assert [extension["botId"] for extension in manifest["composeExtensions"]] == [APP_ID]
    for commands in manifest["bots"][0]["commandLists"]:
        assert len(commands["commands"]) <= 10
        assert all(len(each["title"]) <= 32 for each in commands["commands"])
        assert all(len(each["description"]) <= 128 for each in commands["commands"])


def test_the_same_manifest_makes_the_same_zip(tmp_path: Path) -> None:
    first, second = (
        write_manifest_zip(tmp_path / name, APP_ID, DOMAIN, "1.0.0").read_bytes() for name in "ab"
    )
    assert first == second


def test_the_bot_serves_people_teams_and_groups_and_takes_files_and_private_messages() -> None:
    bot = stamped(APP_ID, DOMAIN, "1.0.0")["bots"][0]
    assert bot["supportsTargetedMessages"] is True  # answered for one person alone: test_groups.py
    assert bot["scopes"] == ["personal", "team", "groupChat"]
    assert bot["supportsFiles"] is True
    assert [each["title"] for each in bot["commandLists"][0]["commands"]] == ["help", "stock"]


def test_the_search_beside_the_message_box_is_the_one_that_the_bot_answers() -> None:
    (extension,) = stamped(APP_ID, DOMAIN, "1.0.0")["composeExtensions"]
    assert extension["botId"] == APP_ID
    (command,) = extension["commands"]
    assert (command["id"], command["type"]) == (LOOKUP_COMMAND, "query")
    assert command["context"] == ["compose", "commandBox"]
    assert command["initialRun"] is True
    assert [each["name"] for each in command["parameters"]] == [LOOKUP_WORDS]


def test_the_example_is_no_shops_sku() -> None:
    """The manifest is the same for all shops; the bot's help names a SKU of the shop's catalogue."""
    command = stamped(APP_ID, DOMAIN, "1.0.0")["bots"][0]["commandLists"][0]["commands"][1]
    assert command["description"].endswith(f"stock {NEUTRAL_SKU}")


@pytest.mark.parametrize(
    ("app_id", "domain", "version", "website", "said"),
    [
        ("hangtag", DOMAIN, "1.0.0", None, "is no GUID"),
        (APP_ID, "https://bot.example.com", "1.0.0", None, "is no host name"),
        (APP_ID, "bot.example.com:3978", "1.0.0", None, "is no host name"),
        (APP_ID, "localhost", "1.0.0", None, "is no host name"),
        (APP_ID, DOMAIN, "1.0", None, "is not as in 1.2.3"),
        (APP_ID, DOMAIN, "1.0.0", "http://example.com", "is not an https address"),
    ],
)
def test_a_wrong_value_is_refused_in_one_sentence_and_nothing_is_written(
    tmp_path: Path, app_id: str, domain: str, version: str, website: str | None, said: str
) -> None:
    with pytest.raises(SettingsError, match=said):
        write_manifest_zip(tmp_path / "x.zip", app_id, domain, version, website=website)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_source_is_said(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="checkout"):
        stamped(APP_ID, DOMAIN, "1.0.0", source=tmp_path)


def test_the_colour_icon_is_192_by_192_and_opaque() -> None:
    with Image.open(SOURCE / "color.png") as icon:
        assert (icon.format, icon.size) == ("PNG", (192, 192))
        assert not icon.has_transparency_data


def test_the_outline_icon_is_32_by_32_and_white_on_nothing() -> None:
    with Image.open(SOURCE / "outline.png") as icon:
        assert (icon.format, icon.size) == ("PNG", (32, 32))
        pixels = np.asarray(icon.convert("RGBA"))  # (32, 32, 4)
    assert (pixels[..., :3] == 255).all()
    assert pixels[0, 0, 3] == 0
    assert 0.15 < (pixels[..., 3] > 127).mean() < 0.5
