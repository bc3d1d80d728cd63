"""The settings: the sole reader of the environment. Each stands in the README's table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import available_timezones

import platformdirs
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.errors import SettingsError


class Settings(BaseSettings):
    """What the operator decides, from `HANGTAG_…` variables or a `.env` file in the working folder."""

    model_config = SettingsConfigDict(
        env_prefix="HANGTAG_",
        env_file=".env",
        env_ignore_empty=True,  # an empty HANGTAG_HOME= would be the working folder
        extra="ignore",
        frozen=True,
    )

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

    app_id: Annotated[str, Field(description="The bot registration's app (client) id.")] = ""
    app_password: Annotated[SecretStr, Field(description="Its client secret.")] = SecretStr("")
    tenant_id: Annotated[str, Field(description="Its Entra tenant; only this tenant is answered.")] = ""
    app_type: Annotated[
        Literal["SingleTenant", "MultiTenant"], Field(description="The registration's type.")
    ] = "SingleTenant"
    admins: Annotated[
        str, Field(description="Entra object ids of those who may change the catalogue, between commas.")
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

    database_url: Annotated[
        str | None, Field(description="SQLAlchemy URL, such as postgresql://…; default: SQLite in home.")
    ] = None
    chroma_url: Annotated[
        str | None, Field(description="A Chroma server, http://host:8000; default: embedded in home.")
    ] = None
    pictures_url: Annotated[
        str | None, Field(description="An fsspec URL, such as s3://bucket/path; default: a folder in home.")
    ] = None

    checkpoint: Annotated[
        Path | None, Field(description="The segmenter's checkpoint; default: the shipped one.")
    ] = None
    backbone: Annotated[
        str, Field(description="efficientnet_lite0, or a torchvision model with its own weights.")
    ] = "efficientnet_lite0"
    vision_workers: Annotated[int, Field(ge=1, description="Photos looked at at the same time.")] = 2
    vision_waiting: Annotated[int, Field(ge=0, description="Photos that may wait beside them.")] = 16
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
    time_zone: Annotated[
        str, Field(description="Where days begin at midnight for “today” in questions: Europe/Berlin.")
    ] = "UTC"
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"], Field(description="What is logged.")
    ] = "INFO"

    log_format: Annotated[
        Literal["text", "json"], Field(description="Lines for people, or JSON for machines.")
    ] = "text"

    @field_validator("admins")
    @classmethod
    def _object_ids(cls, written: str) -> str:
        """A name or an address in place of an id would silently make nobody an admin."""
        try:
            return ",".join(str(UUID(one.strip())) for one in written.split(",") if one.strip())
        except ValueError as error:
            raise ValueError("give object ids as Entra shows them, with commas between") from error

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, written: str) -> str:
        if written not in available_timezones():
            raise ValueError("give an IANA time zone, such as Europe/Berlin")
        return written

    @property
    def admin_ids(self) -> frozenset[str]:
        """The object ids of those who may change the catalogue."""
        return frozenset(filter(None, self.admins.split(",")))

    @property
    def allowed_picture_hosts(self) -> frozenset[str]:
        """The hosts that batches may fetch pictures from, in small letters."""
        return frozenset(host for part in self.picture_hosts.lower().split(",") if (host := part.strip()))

    def local(self) -> Settings:
        """These settings, fit for local mode.

        Raises:
            SettingsError: the host is not this very machine.
        """
        from bot.attachments import is_loopback  # brings aiohttp, which only a running bot needs

        if not is_loopback(self.host):
            raise SettingsError(
                f"Local mode has no authentication, so it listens on 127.0.0.1 only, not on {self.host}: "
                "unset HANGTAG_HOST, or run without --local."
            )
        return self


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
