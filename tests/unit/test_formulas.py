"""No cell that is exported runs as a formula, and every cell comes back as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.batches.reading.formulas import neutralised, plain

CELLS = st.text(alphabet=st.sampled_from("'=+-@\t\r\n＝＋－＠a1 ")) | st.text()


@given(CELLS)
def test_a_cell_comes_back_as_it_was(cell: str) -> None:
    assert plain(neutralised(cell)) == cell


@given(CELLS)
def test_no_cell_begins_as_a_formula_does(cell: str) -> None:
    assert not neutralised(cell).startswith(tuple("=+-@\t\r\n＝＋－＠"))


@pytest.mark.parametrize(
    "cell", ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＠x"]
)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert neutralised(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["Tee", "49.90", "'quoted'", "", "a=b", "O'Neill"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert neutralised(cell) == plain(cell) == cell
