"""Cells that a spreadsheet would run as a formula: neutralised when written, restored when read.

This follows OWASP's "CSV injection": an apostrophe in front, which a spreadsheet shows as text. The two
functions are each other's inverse: `plain(neutralised(text)) == text` for every text.
"""

from __future__ import annotations

import re

_SIGNS = r"[=+\-@\t\r\n＝＋－＠]"
_ACTIVE = re.compile(rf"'*{_SIGNS}")
"""Beginnings of formulas in spreadsheets (in Japan, full-width ones too), and of cells that look
neutralised.
"""
_NEUTRALISED = re.compile(rf"'+{_SIGNS}")


def neutralised(cell: str) -> str:
    """Put an apostrophe before a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end."""
    return f"'{cell}" if _ACTIVE.match(cell) else cell


def plain(cell: str) -> str:
    """Return the cell as it was before `neutralised`; other cells stay as they are."""
    return cell[1:] if _NEUTRALISED.match(cell) else cell
