"""Run the cases of a folder and print their outcomes: `python -m tests.cases FOLDER [PART…]`.

Photos are judged and counted. Of imports and messages it prints what came of each beside what is right, to be
judged by eye. A part that the folder does not have is skipped with a sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.cases import imports, photos, teams
from tests.cases.outcomes import Result, print_results

JUDGED: Mapping[str, Callable[[Path], list[Result]]] = {"photos": photos.run}
PRINTED: Mapping[str, Callable[[Path], None]] = {"imports": imports.main, "teams": teams.main}
PARTS = (*JUDGED, *PRINTED)


def main(arguments: list[str]) -> int:
    """Run the parts that are named, or all. 1 if any judged case came out wrong."""
    if not arguments or set(arguments[1:]) - set(PARTS):
        print(f"Give the folder with the cases, and which parts to run: {', '.join(PARTS)} (default: all).")
        return 2
    wrong = False
    for part in arguments[1:] or PARTS:
        folder = Path(arguments[0]) / part
        if not folder.is_dir():
            print(f"Skipped {part}: there is no folder {folder}.")
            continue
        if part in PRINTED:
            PRINTED[part](folder)
            continue
        results = JUDGED[part](folder)
        print_results(part, results)
        wrong = wrong or any(result.outcome == "wrong" for result in results)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
