"""The settings: the sole reader of the environment. Each is in docs/configuration.md."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from uuid import UUID
from zoneinfo import available_timezones

import platformdirs
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingsError

_HOST = re.compile(r"(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+")


class LogFormat(BaseSettings):
    """How the log is written: known by itself, as it is how a fault of any other setting is told."""

    model_config = SettingsConfigDict(
        env_prefix="HANGTAG_",
        env_file=".env",
        env_ignore_empty=True,  # an empty HANGTAG_HOME= would be the working folder
        extra="ignore",
        frozen=True,
    )

    log_format: Annotated[
        Literal["text", "json"], Field(description="Lines for people, or JSON for machines.")
    ] = "text"


class Settings(LogFormat):
    """What the operator decides, from `HANGTAG_…` variables or a `.env` file in the working folder."""

    home: Annotated[
        Path, Field(description="Folder of all that is kept: SQLite file, Chroma, pictures, signing key.")
    ] = Path(platformdirs.user_data_dir("hangtag", appauthor=False))
    host: Annotated[str, Field(description="Address to listen on. Local mode allows loopback only.")] = (
        "127.0.0.1"
    )
    port: Annotated[int, Field(ge=0, le=65535, description="Port to listen on; 0 picks a free one.")] = 3978
    public_url: Annotated[
        str, Field(description="Where clients reach the bot, for picture links: https://bot.example.com.")
    ] = ""
    website_url: Annotated[
        str, Field(description="The company's page on the bot, for the app package; default: one it serves.")
    ] = ""
    privacy_url: Annotated[str, Field(description="The company's privacy page, likewise.")] = ""
    terms_url: Annotated[str, Field(description="The company's terms of use, likewise.")] = ""

    app_id: Annotated[str, Field(description="The bot registration's app (client) id.")] = ""
    app_password: Annotated[
        SecretStr, Field(description="Its client secret, or the certificate's password.")
    ] = SecretStr("")
    app_certificate: Annotated[
        Path | None, Field(description="A PEM or PFX file to log in with in place of the client secret.")
    ] = None
    tenant_id: Annotated[str, Field(description="Its Entra tenant.")] = ""
    tenants: Annotated[
        str, Field(description="Entra tenants that are answered, between commas; default: the bot's own.")
    ] = ""
    app_type: Annotated[
        Literal["SingleTenant", "MultiTenant", "UserAssignedMSI"],
        Field(description="The registration's type."),
    ] = "SingleTenant"
    admins: Annotated[
        str,
        Field(description="Entra object ids, or tenant/objectid, of those who may change the catalogue."),
    ] = ""
    openid_metadata_url: Annotated[
        str, Field(description="Where the channel's signing keys are told; for a sovereign cloud.")
    ] = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    token_issuer: Annotated[str, Field(description="Who signs the channel's tokens.")] = (
        "https://api.botframework.com"
    )
    login_url: Annotated[str, Field(description="Where the bot gets its own tokens.")] = (
        "https://login.microsoftonline.com"
    )
    oauth_scope: Annotated[str, Field(description="What its own tokens are for.")] = (
        "https://api.botframework.com"
    )

    # Addresses may have a password in them, so they are not shown where settings are.
    database_url: Annotated[
        str | None,
        Field(repr=False, description="SQLAlchemy URL, such as postgresql://…; default: SQLite in home."),
    ] = None
    chroma_url: Annotated[
        str | None,
        Field(repr=False, description="A Chroma server, http://host:8000; default: embedded in home."),
    ] = None
    pictures_url: Annotated[
        str | None,
        Field(repr=False, description="An fsspec URL, such as s3://bucket/path; default: a folder in home."),
    ] = None

    checkpoint: Annotated[
        Path | None, Field(description="The segmenter's checkpoint; default: the shipped one.")
    ] = None
    backbone: Annotated[
        str, Field(description="efficientnet_lite0, or a torchvision model with its own weights.")
    ] = "efficientnet_lite0"
    vision_workers: Annotated[int, Field(ge=1, description="Photos looked at at the same time.")] = 2
    vision_waiting: Annotated[int, Field(ge=0, description="Photos that may wait beside them.")] = 16
    adapt_after: Annotated[
        int, Field(ge=0, description="Items with new pictures after which the bot adapts by itself; 0 never.")
    ] = 50
    photo_max_bytes: Annotated[
        int, Field(ge=1, le=25 * 2**20, description="Largest photo that is fetched, in bytes.")
    ] = 25 * 2**20
    picture_hosts: Annotated[
        str,
        Field(
            pattern=r"^[\w.,\s-]*$",
            description="Hosts that batches may fetch pictures from, by https, between commas.",
        ),
    ] = ""
    # OneDrive for Business and SharePoint, where Teams keeps the files of its chats, in each of its clouds:
    # https://learn.microsoft.com/microsoft-365/enterprise/urls-and-ip-address-ranges
    file_hosts: Annotated[
        str,
        Field(description="Hosts that files sent in a chat are fetched from, by https, between commas."),
    ] = "*.sharepoint.com,*.sharepoint.us,*.sharepoint-mil.us,*.dps.mil,*.sharepoint.cn"
    # Secrets of feeds stand here, and nowhere else: the database has their names alone.
    feed_secrets: Annotated[
        dict[str, SecretStr],
        Field(description='Secrets that the addresses of feeds name, as JSON: {"ERP_PASSWORD": "…"}.'),
    ] = {}
    feed_headers: Annotated[
        dict[str, dict[str, SecretStr]],
        Field(description='HTTP headers by feed, as JSON: {"WMS": {"Authorization": "Bearer …"}}.'),
    ] = {}
    feed_ca: Annotated[
        Path | None,
        Field(description="PEM file of certificate authorities that feeds trust beside the system's."),
    ] = None
    feed_ssh_key: Annotated[
        Path | None, Field(description="Private key for SFTP, without a passphrase; default: OpenSSH's.")
    ] = None
    feed_known_hosts: Annotated[
        Path | None, Field(description="Known SFTP hosts; default: OpenSSH's known_hosts.")
    ] = None
    hook_hosts: Annotated[
        str,
        Field(description="Hosts of your own network that hooks may be at, by http too, between commas."),
    ] = ""
    api_per_minute: Annotated[
        int, Field(ge=1, description="Requests to the API that a key may make in a minute, at each bot.")
    ] = 600
    time_zone: Annotated[
        str, Field(description="Where days begin at midnight for “today” in questions: Europe/Berlin.")
    ] = "UTC"
    quiet_hours: Annotated[
        str,
        Field(
            pattern=r"^([01]?\d|2[0-3])-([01]?\d|2[0-3])$",
            description="Hours in which nobody is written to unasked, by their own clock: 20-7.",
        ),
    ] = "20-7"
    language_model_url: Annotated[
        str,
        Field(
            repr=False,
            description="An OpenAI-compatible chat endpoint that reads what the grammar doesn't understand.",
        ),
    ] = ""
    language_model_key: Annotated[SecretStr, Field(description="Its key.")] = SecretStr("")
    language_model_name: Annotated[
        str, Field(description="The model's name, where the endpoint has several.")
    ] = ""
    language_model_seconds: Annotated[
        float, Field(ge=0.1, le=3.0, description="How long it may take; then nothing was understood.")
    ] = 3.0
    traces_url: Annotated[
        str,
        Field(
            repr=False, description="A collector that takes traces by OTLP over HTTP: http://127.0.0.1:4318."
        ),
    ] = ""
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"], Field(description="What is logged.")
    ] = "INFO"

    @field_validator("admins")
    @classmethod
    def _object_ids(cls, written: str) -> str:
        """A name or an address in place of an id would silently make nobody an admin."""
        try:
            return ",".join("/".join(map(_id, one.split("/", 1))) for one in _listed(written))
        except ValueError as error:
            raise ValueError("give object ids as Entra shows them, with commas between") from error

    @field_validator("tenants")
    @classmethod
    def _tenant_ids(cls, written: str) -> str:
        """A domain in place of an id would silently let nobody in, as activities name their tenant by id."""
        try:
            return ",".join(map(_id, _listed(written)))
        except ValueError as error:
            raise ValueError("give tenant ids as Entra shows them, with commas between") from error

    @field_validator("file_hosts")
    @classmethod
    def _host_names(cls, written: str) -> str:
        """An address in place of a host would silently match nothing."""
        hosts = [one.casefold() for one in _listed(written)]
        if not all(one == "*" or _HOST.fullmatch(one) for one in hosts):
            raise ValueError(
                "give hosts with commas between, such as contoso-my.sharepoint.com, or *.sharepoint.com"
            )
        return ",".join(hosts)

    @field_validator("hook_hosts")
    @classmethod
    def _bare_hosts(cls, written: str) -> str:
        """A whole address, or a host with its port, would silently match nothing."""
        hosts = [one.casefold() for one in _listed(written)]
        if any(set("/*@") & set(one) or (one.count(":") == 1) for one in hosts):
            raise ValueError("give hosts with commas between, such as erp.internal, or 10.0.0.5")
        return ",".join(hosts)

    @field_validator("traces_url")
    @classmethod
    def _web_address(cls, written: str) -> str:
        """A collector's port for gRPC would take no word of what is sent to it."""
        parts = urlsplit(written)
        if written and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError("give the collector's http address, such as http://127.0.0.1:4318")
        return written

    @field_validator("language_model_url")
    @classmethod
    def _https_or_here(cls, written: str) -> str:
        """What people typed and the key go there: by plain http on this very machine alone."""
        if not written:
            return written
        from bot.fetching.network import is_loopback  # brings aiohttp, which not every command needs

        try:
            parts = urlsplit(written)
            here, host = is_loopback(parts.hostname), parts.hostname
            bare = parts.username is None and parts.password is None and parts.port != 0
        except ValueError:
            host, here, bare = None, False, False
        if not host or not bare or not (parts.scheme == "https" or (parts.scheme == "http" and here)):
            raise ValueError(
                "give an https address (http only on this very machine), with the key in "
                "HANGTAG_LANGUAGE_MODEL_KEY: https://NAME.openai.azure.com/openai/deployments/NAME/chat/"
                "completions?api-version=2024-10-21"
            )
        return written

    @field_validator("language_model_key")
    @classmethod
    def _fits_a_header(cls, written: SecretStr) -> SecretStr:
        """A line break from a file would end the header."""
        key = written.get_secret_value().strip()
        if not (key.isascii() and key.isprintable()):
            raise ValueError("give the key as the endpoint's owner shows it, in one line")
        return SecretStr(key)

    @field_validator("website_url", "privacy_url", "terms_url")
    @classmethod
    def _https_page(cls, written: str) -> str:
        """Teams takes no other."""
        parts = urlsplit(written)
        if written and (parts.scheme != "https" or not parts.hostname):
            raise ValueError("give an https address, such as https://www.example.com/privacy")
        return written

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, written: str) -> str:
        if written not in available_timezones():
            raise ValueError("give an IANA time zone, such as Europe/Berlin")
        return written

    def allowed_tenants(self) -> frozenset[str]:
        """The Entra tenants that are answered, in small letters; at least one.

        Raises:
            SettingsError: the settings name none.
        """
        allowed = frozenset(_listed((self.tenants or self.tenant_id).casefold()))
        if not allowed:
            raise SettingsError(
                "The bot does not know whom it serves: set HANGTAG_TENANTS to the Entra tenant ids that are "
                "answered, with commas between (HANGTAG_TENANT_ID, where that is the only one)."
            )
        return allowed

    def first_admins(self) -> frozenset[tuple[str, str]]:
        """Tenant and object id of those who may change the catalogue from the start.

        Raises:
            SettingsError: it cannot be told which tenant somebody belongs to, or it is not answered.
        """
        allowed = self.allowed_tenants()
        default = self.tenant_id.strip().casefold() or (next(iter(allowed)) if len(allowed) == 1 else "")
        admins = set()
        for admin in _listed(self.admins):
            tenant, _, object_id = admin.rpartition("/")
            if not (tenant or default):
                raise SettingsError(
                    f"HANGTAG_ADMINS does not say which tenant {object_id} belongs to: write the tenant's id "
                    "and a slash before it."
                )
            if (tenant or default) not in allowed:
                raise SettingsError(
                    f"{admin} in HANGTAG_ADMINS is of a tenant that is not answered: add that tenant to "
                    "HANGTAG_TENANTS, or write the right one and a slash before the object id."
                )
            admins.add((tenant or default, object_id))
        return frozenset(admins)

    @property
    def allowed_picture_hosts(self) -> frozenset[str]:
        """The hosts that batches may fetch pictures from, in small letters."""
        return frozenset(host for part in self.picture_hosts.lower().split(",") if (host := part.strip()))

    @property
    def allowed_file_hosts(self) -> tuple[str, ...]:
        """The hosts that files are fetched from, in small letters; `*.` means all below one, `*` any."""
        return tuple(_listed(self.file_hosts))

    @property
    def inner_hook_hosts(self) -> frozenset[str]:
        """The hosts of the own network that hooks may be at, in small letters."""
        return frozenset(_listed(self.hook_hosts))

    def local(self) -> Settings:
        """These settings, fit for local mode.

        Raises:
            SettingsError: the host is not this very machine.
        """
        from bot.fetching.network import is_loopback  # brings aiohttp, which only a running bot needs

        if not is_loopback(self.host):
            raise SettingsError(
                f"Local mode has no authentication, so it listens on 127.0.0.1 only, not on {self.host}: "
                "unset HANGTAG_HOST, or run without --local."
            )
        return self


def _listed(written: str) -> list[str]:
    return [part for one in written.split(",") if (part := one.strip())]


def _id(written: str) -> str:
    """An id of Entra, in small letters. Raises `ValueError`."""
    return str(UUID(written.strip()))


def load_log_format() -> Literal["text", "json"]:
    """That of this environment; text where it is neither, which `load_settings` tells."""
    try:
        return LogFormat().log_format
    except ValidationError:
        return "text"


def load_settings(**overrides: Any) -> Settings:
    """The settings of this environment; `overrides` come from the command line.

    Raises:
        SettingsError: a value is not what its setting takes.
    """
    try:
        return Settings(**{name: value for name, value in overrides.items() if value is not None})
    except ValidationError as error:
        faults = "; ".join(
            f"HANGTAG_{'_'.join(str(part) for part in fault['loc']).upper()}: {fault['msg']}"
            for fault in error.errors()
        )
        raise SettingsError(f"The settings cannot be used: {faults}.") from error
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is no UTF-8 text"
        raise SettingsError(
            f"The file .env in this folder cannot be read ({why}): save it as UTF-8, and let the bot read it."
        ) from error
