"""The entries of two lists are matched as somebody would who knows what they mean."""

from typing import Any

import pytest

from askfirst.editing.matching import matches


@pytest.mark.parametrize(
    ("old", "new", "pairs"),
    [
        ("abc", "abc", [0, 1, 2]),
        ("abc", "axbc", [0, None, 1, 2]),
        ("abc", "ac", [0, 2]),
        ("aba", "ba", [1, 2]),
        ("aab", "ab", [0, 2]),
        ("ab", "ba", ["0", 0]),
        ("abcd", "dabc", ["3", 0, 1, 2]),
        ("ab", "cd", [None, None]),
        ("", "a", [None]),
    ],
)
def test_the_longest_common_subsequence_stays(
    old: str, new: str, pairs: list[int | str | None]
) -> None:
    """A pair in quotes has moved; which of two that change places has is free."""
    found = matches(list(old), list(new))

    if {old, new} == {"ab", "ba"}:
        assert sorted(match.stays for match in found) == [False, True]
        return
    assert [
        match.old if match.stays or match.old is None else str(match.old) for match in found
    ] == pairs


TRACK = {"title": "Night Bus", "isrc": "SEXYZ2600012", "artists": ["Mara"]}


@pytest.mark.parametrize(
    ("old", "new", "is_the_same"),
    [
        (TRACK, {**TRACK, "title": "Day Bus"}, True),
        (TRACK, {"title": "Night Bus", "artists": ["Lena"], "isrc": "SEXYZ2600013"}, True),
        (TRACK, {**TRACK, "title": "Day Bus", "isrc": "SEXYZ2600013"}, False),
        ({"holder": "a", "rights": ["voice"]}, {"holder": "a", "rights": ["lyrics"]}, True),
        ({"x": "1", "y": "2"}, {"x": "1", "y": "3"}, True),
        ({"x": "1", "y": "2"}, {"x": "2", "y": "3"}, False),
        (["a"], ["b"], True),
        (["a"], {"x": "a"}, False),
        ("a", "b", False),
    ],
)
def test_an_entry_that_changed_a_little_is_the_same(old: Any, new: Any, is_the_same: bool) -> None:  # noqa: ANN401 - entries of any kind
    before, after = {"title": "Before"}, {"title": "After"}

    found = matches([before, old, after], [after, before, new])

    assert [match.old for match in found] == [2, 0, 1 if is_the_same else None]


def test_many_equal_entries_take_no_time() -> None:
    found = matches(["a"] * 5_000, ["b", *["a"] * 5_000])

    assert [match.old for match in found] == [None, *range(5_000)]
    assert all(match.stays for match in found[1:])
