"""Cells that a spreadsheet would run as a formula: neutralised when written, taken back when read.

The way is the one that OWASP names under "CSV injection": an apostrophe in front, which a spreadsheet shows
as text. The two functions are each other's inverse: `plain(neutralised(text)) == text` for every text.
"""

from __future__ import annotations

import re

_SIGNS = r"[=+\-@\t\r\n＝＋－＠]"
_ACTIVE = re.compile(rf"'*{_SIGNS}")
"""What begins a formula in some spreadsheet, or would look neutralised when read; in Japan, wide ones too."""
_NEUTRALISED = re.compile(rf"'+{_SIGNS}")


def neutralised(cell: str) -> str:
    """Put an apostrophe before a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end."""
    return f"'{cell}" if _ACTIVE.match(cell) else cell


def plain(cell: str) -> str:
    """Return the cell as it was before `neutralised`; other cells stay as they are."""
    return cell[1:] if _NEUTRALISED.match(cell) else cell
