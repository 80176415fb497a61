"""One part of a text is inserted, replaced or deleted at its JSON Pointer."""

import pytest

from askfirst.editing import EditFailed, apply, deleted, inserted, read, replaced
from askfirst.errors import NoSuchPart

TEXT = """\
# a song
title: Night Bus  # at night
files:
- name: a.flac
- name: b.flac
a/b: {c: d}
"""
JSON = '{"a": {"b": ["c", "d"]}}'


@pytest.mark.parametrize(
    ("pointer", "behind", "line", "after"),
    [
        ("/proof", None, 6, "proof: x"),
        ("/proof", "title", 2, "proof: x"),
        ("/files/-", None, 5, "- x"),
        ("/files/1", None, 4, "- x"),
        ("/files/0", None, 3, "- x"),
        ("/files/0/proof", "nothing", 4, "  proof: x"),
    ],
)
def test_a_part_is_inserted(pointer: str, behind: str | None, line: int, after: str) -> None:
    lines = TEXT.splitlines()

    found = apply(TEXT, inserted(read(TEXT), pointer, "x", behind=behind))

    assert found.splitlines() == [*lines[:line], after, *lines[line:]]


def test_a_note_is_written_for_a_member_of_the_whole() -> None:
    assert apply("a: b", inserted(read("a: b"), "/c", ["d"], note="why")) == "a: b\nc: [d]  # why"


@pytest.mark.parametrize(
    ("pointer", "value", "old", "new"),
    [
        ("/title", "No: 1", "Night Bus", '"No: 1"'),
        ("/files/1/name", "c.flac", "b.flac", "c.flac"),
        ("/a~1b/c", ["e"], "{c: d}", "{c: [e]}"),
        ("/files/0", "x", "- name: a.flac", "- x"),
    ],
)
def test_a_part_is_replaced(pointer: str, value: object, old: str, new: str) -> None:
    assert apply(TEXT, replaced(read(TEXT), pointer, value)) == TEXT.replace(old, new)


@pytest.mark.parametrize(
    ("pointer", "gone"),
    [
        ("/title", "title: Night Bus  # at night\n"),
        ("/files", "files:\n- name: a.flac\n- name: b.flac\n"),
        ("/files/0", "- name: a.flac\n"),
        ("/a~1b", "a/b: {c: d}\n"),
    ],
)
def test_a_part_is_deleted(pointer: str, gone: str) -> None:
    assert apply(TEXT, deleted(read(TEXT), pointer)) == TEXT.replace(gone, "")


def test_json_is_edited_too() -> None:
    page = read(JSON)

    assert apply(JSON, inserted(page, "/a/b/0", "x")) == '{"a": {"b": ["x", "c", "d"]}}'
    assert apply(JSON, replaced(page, "/a/b/0", "x")) == '{"a": {"b": ["x", "d"]}}'
    assert apply(JSON, deleted(page, "/a/b")) == '{"a": {}}'
    assert apply(JSON, replaced(page, "", {"x": "y"})) == '{"x": "y"}'


@pytest.mark.parametrize(
    "pointer", ["", "title", "/x/y", "/title/x", "/files/3", "/files/x", "/files/-1"]
)
def test_what_cannot_hold_a_part_is_named(pointer: str) -> None:
    with pytest.raises(NoSuchPart):
        inserted(read(TEXT), pointer, "x")


@pytest.mark.parametrize("pointer", ["/x", "/files/2", "/files/-", "/title/x"])
def test_what_is_not_there_is_neither_replaced_nor_deleted(pointer: str) -> None:
    with pytest.raises(NoSuchPart):
        replaced(read(TEXT), pointer, "x")
    with pytest.raises(NoSuchPart):
        deleted(read(TEXT), pointer)


def test_a_member_that_is_there_is_not_inserted() -> None:
    with pytest.raises(EditFailed):
        inserted(read(TEXT), "/title", "x")
