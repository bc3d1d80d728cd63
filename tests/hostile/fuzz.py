"""Guided fuzzing: `python -m tests.hostile.fuzz photos|batches|questions|activities --seconds N`.

atheris (libFuzzer for Python) tries inputs and keeps those that reach new code. What is told as a crash is
any error but the documented ones; the input that causes it is kept in `build/fuzz`, or where `--keep` says.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

GUIDING = {
    "activities": ("bot.teams.activities",),
    "batches": ("catalogue.batches",),
    "photos": ("vision.decoding.photos", "vision.barcodes", "bot.links.media"),
    "questions": (
        "bot.questions.spans",
        "bot.questions.acts",
        "bot.questions.clause",
        "bot.questions.reading",
        "bot.questions.text",
        "catalogue.words",
    ),
}
"""Target to the modules whose code guides the search; to make all of them ready would take long."""
LARGEST = 4096
"""Bytes of an input."""


def main(arguments: list[str]) -> None:
    """Search for so many seconds; the process ends with 0 where nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.fuzz")
    parser.add_argument("target", choices=sorted(GUIDING))
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="where inputs are kept")
    asked = parser.parse_args(arguments)
    import atheris  # not everywhere to be had

    with atheris.instrument_imports(include=list(GUIDING[asked.target])):
        from tests.hostile.fuzz_targets import TARGETS
    from tests.hostile.seeds import seeds_of

    folder = asked.keep / asked.target
    corpus = folder / "inputs"
    corpus.mkdir(parents=True, exist_ok=True)
    (folder / "exam.sqlite3").unlink(missing_ok=True)
    for name, seed in seeds_of(asked.target).items():
        (corpus / name).write_bytes(seed)
    ready: Callable[[Path], Callable[[bytes], None]] = TARGETS[asked.target]
    look = ready(folder)
    options = [
        f"-max_total_time={asked.seconds}",
        f"-artifact_prefix={folder}/",
        "-timeout=20",
        "-rss_limit_mb=0",
    ]
    atheris.Setup([sys.argv[0], *options, f"-max_len={LARGEST}", str(corpus)], look)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
