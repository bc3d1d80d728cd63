"""The published table of hostile input: `python -m tests.hostile [SUBJECT…]`."""

from __future__ import annotations

import sys

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from tests.hostile.cases import PARTS, all_cases


def main(subjects: list[str]) -> int:
    """Print the cases of these subjects, or of all."""
    unknown = [one for one in subjects if one not in PARTS]
    if unknown:
        print(f"There is no subject {unknown[0]}: {', '.join(PARTS)}.")
        return 2
    table = Table("", "subject", "tries", "must")
    number = 0
    for subject, cases in all_cases().items():
        for case in cases if not subjects or subject in subjects else ():
            number += 1
            table.add_row(str(number), subject, _shown(case.tries), _shown(case.must))
    console = Console()
    Console(width=max(console.width, 120)).print(table)
    return 0


def _shown(text: str) -> str:
    """One line with no sign that a terminal would obey."""
    return escape("".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
