"""Where the chat window's script lies: BotFramework WebChat by Microsoft, installed by npm."""

from __future__ import annotations

from pathlib import Path

from bot.errors import SettingsError


def webchat_bundle() -> Path:
    """The script of the version that `package-lock.json` names.

    Raises `SettingsError` where it was not installed.
    """
    path = Path(__file__).parent / "node_modules" / "botframework-webchat" / "dist" / "webchat.js"
    if not path.is_file():
        raise SettingsError(
            "The chat window isn't installed. Run `make run`, or `npm ci` in the folder bot/local."
        )
    return path
