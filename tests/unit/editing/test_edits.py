"""Edits stand apart, and their order does not matter."""

import pytest

from askfirst.editing import Edit, apply


@pytest.mark.parametrize(
    ("edits", "after"),
    [
        ([], "🎸bcd"),
        ([Edit(0, 1, "x")], "xbcd"),
        ([Edit(3, 4, ""), Edit(1, 2, "yy")], "🎸yyc"),
        ([Edit(1, 1, "1"), Edit(1, 1, "2")], "🎸12bcd"),
        ([Edit(1, 3, ""), Edit(1, 1, "in"), Edit(3, 3, "out")], "🎸inoutd"),
        ([Edit(4, 4, "!")], "🎸bcd!"),
    ],
)
def test_edits_are_made_at_code_points(edits: list[Edit], after: str) -> None:
    assert apply("🎸bcd", edits) == after


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 2, ""), Edit(1, 3, "")],
        [Edit(0, 3, ""), Edit(1, 1, "x")],
        [Edit(0, 5, "")],
        [Edit(-1, 0, "")],
        [Edit(2, 1, "")],
    ],
)
def test_edits_that_overlap_or_leave_the_text_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps"):
        apply("abcd", edits)
