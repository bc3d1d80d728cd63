"""How the bot proves to Microsoft's login who it is: by a secret, a certificate or a managed identity.

Each asks for one token with MSAL over the HTTP client that it's given. What MSAL raises for bad input
(`MsalError`, `ValueError`, `KeyError`, `RuntimeError`) is left to the caller. Everything blocks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import httpx
from msal import ConfidentialClientApplication, ManagedIdentityClient, UserAssignedManagedIdentity

from bot.errors import SettingsError

PFX_ENDINGS = frozenset({".pfx", ".p12"})


class Login(Protocol):
    """Asks for one token."""

    def __call__(self, http: httpx.Client) -> dict[str, Any]:
        """Return Microsoft's answer: `access_token` and `expires_in`, or `error_description`."""


@dataclass(frozen=True, slots=True)
class ClientCredential:
    """A client secret, or a certificate as MSAL takes it."""

    app_id: str
    authority: str
    scope: str
    credential: str | dict[str, Any] = field(repr=False)

    def __call__(self, http: httpx.Client) -> dict[str, Any]:
        """Return Microsoft's answer. A new application each time, so that MSAL's cache isn't used."""
        answer: dict[str, Any] = ConfidentialClientApplication(
            self.app_id,
            client_credential=self.credential,
            authority=self.authority,
            instance_discovery=False,  # it knows the public clouds alone
            http_client=http,
        ).acquire_token_for_client([self.scope])
        return answer


@dataclass(frozen=True, slots=True)
class ManagedIdentity:
    """A user-assigned managed identity of the machine in Azure, so that no secret is stored anywhere."""

    client_id: str
    resource: str

    def __call__(self, http: httpx.Client) -> dict[str, Any]:
        """Return the answer of the machine's identity endpoint."""
        identity = UserAssignedManagedIdentity(client_id=self.client_id)
        client = ManagedIdentityClient(identity, http_client=http)
        answer: dict[str, Any] = client.acquire_token_for_client(resource=self.resource)
        return answer


def certificate(path: Path, password: str) -> dict[str, Any]:
    """Return the certificate and private key of a PEM or PFX file, as MSAL takes them.

    Raises `SettingsError` if the file can't be read, or lacks either.
    """
    what = f"The certificate {path} of HANGTAG_APP_CERTIFICATE"
    passphrase = {"passphrase": password} if password else {}
    try:
        content = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{what} can't be read: {error.strerror}.") from error
    if path.suffix.lower() in PFX_ENDINGS:
        return {"private_key_pfx_path": str(path), "public_certificate": True, **passphrase}
    text = content.decode("ascii", "replace")
    if "PRIVATE KEY-----" not in text or "BEGIN CERTIFICATE-----" not in text:
        raise SettingsError(
            f"{what} needs a private key and a certificate, both in PEM; or a file that ends with .pfx."
        )
    # MSAL reads the first certificate for the thumbprint and skips what stands before it.
    return {
        "private_key": text,
        "public_certificate": text[text.index("-----BEGIN CERTIFICATE") :],
        **passphrase,
    }
