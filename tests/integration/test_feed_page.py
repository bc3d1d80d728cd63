"""The worked example of docs/integration.md does what the page says, command by command."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "integration.md"


def section(title: str) -> str:
    """The part of the page below a heading, up to the next one of its level."""
    text = PAGE.read_text("utf-8")
    level = re.search(rf"^(#+) {re.escape(title)}$", text, re.MULTILINE)
    assert level is not None
    return re.split(rf"^{level[1]} ", text[level.end() :], maxsplit=1, flags=re.MULTILINE)[0]


def blocks(text: str) -> list[str]:
    """Its indented blocks, without the indent."""
    found = re.findall(r"(?:^    .*\n)+", text, re.MULTILINE)
    return [re.sub(r"^    ", "", block, flags=re.MULTILINE) for block in found]


def test_the_example_of_feeds_works_as_it_is_written(
    tmp_path: Path, with_networks: Callable[[Path], Path]
) -> None:
    home, folder = with_networks(tmp_path / "home"), tmp_path / "erp"
    folder.mkdir()
    example = section("An example: a nightly file from an ERP")
    content, *others = blocks(example)
    (name,) = re.findall(r"^`/srv/erp/([^`]+)`$", example, re.MULTILINE)
    file = folder / name
    file.write_text(content, "utf-8")
    os.utime(file, (time.time() - 60,) * 2)
    commands = ["hangtag demo", *(line for block in others for line in block.splitlines())]
    assert len(commands) >= 7
    printed: dict[str, str] = {}
    for command in commands:
        program, *arguments = shlex.split(command.replace("/srv/erp", str(folder)))
        assert program == "hangtag"
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            capture_output=True,
            text=True,
            env={"PATH": "/usr/bin:/bin", "HANGTAG_HOME": str(home), "COLUMNS": "200"},
            cwd=ROOT,
            timeout=600,
            check=False,
        )
        assert done.returncode == 0, (command, done.stderr)
        printed[" ".join(arguments[:2])] = done.stdout
    (promised,) = re.findall(r"It prints `([^`]+)`", example)
    assert promised in printed["feed run"]
    assert "ERP" in printed["feed list"]
    assert " 24 " in printed["stock ASH-DR-BLACK-M"]
    assert "feed ERP" in printed["history"]
