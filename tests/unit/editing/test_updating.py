"""A text is changed where it says something else, and nowhere else."""

from typing import Any

import pytest

from askfirst.editing import EditFailed, Unreadable, read, updated
from askfirst.reading import Syntax, plain
from askfirst.vocabulary import Use

SONG = """\
# My song.
title: Night Bus   # at night

# Who made it.
artists:
  # the singer
  - Mara   # she
  - 'Idris'
isrc: "SEXYZ2600012"

# the end
"""


def said(text: str) -> dict[str, Any]:
    found = plain(read(text).root)
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        ({"title": "Day Bus"}, "Night Bus", "Day Bus"),
        ({"title": "No: 1"}, "Night Bus", '"No: 1"'),
        ({"title": "a\nb"}, "Night Bus   # at night", "|-   # at night\n  a\n  b"),
        ({"title": []}, "Night Bus", "[]"),
        ({"title": {"a": "b"}}, " Night Bus   # at night", "   # at night\n  a: b"),
        ({"isrc": "no"}, '"SEXYZ2600012"', '"no"'),
        ({"artists": ["Mara", "It's"]}, "'Idris'", '"It\'s"'),
        ({"artists": ["Mara"]}, "  - 'Idris'\n", ""),
        ({"artists": ["Idris"]}, "  # the singer\n  - Mara   # she\n", ""),
        ({"artists": ["Lena", "Mara", "Idris"]}, "  # the singer\n", "  - Lena\n  # the singer\n"),
        ({"artists": ["Mara", "Lena", "Idris"]}, "# she\n", "# she\n  - Lena\n"),
        ({"artists": ["Mara", "Idris", "Lena"]}, "'Idris'\n", "'Idris'\n  - Lena\n"),
        (
            {"artists": ["Idris", "Mara"]},
            "  # the singer\n  - Mara   # she\n  - 'Idris'\n",
            "  - 'Idris'\n  # the singer\n  - Mara   # she\n",
        ),
        (
            {"artists": "x"},
            ":\n  # the singer\n  - Mara   # she\n  - 'Idris'\n",
            ": x\n  # the singer\n",
        ),
        ({"artists": {"x": "z"}}, "- Mara   # she\n  - 'Idris'\n", "x: z\n"),
        ({"mbid": "x"}, '"SEXYZ2600012"\n', '"SEXYZ2600012"\nmbid: x\n'),
    ],
)
def test_a_change_touches_its_own_lines(change: dict[str, Any], old: str, new: str) -> None:
    assert SONG.count(old) == 1
    assert updated(SONG, {**said(SONG), **change}) == SONG.replace(old, new)


@pytest.mark.parametrize(
    ("gone", "after"),
    [
        ("title", SONG.replace("title: Night Bus   # at night\n\n", "\n")),
        ("isrc", SONG.replace('isrc: "SEXYZ2600012"\n', "")),
        ("artists", SONG[: SONG.index("# Who")] + SONG[SONG.index("isrc") :]),
    ],
)
def test_a_member_takes_its_comments_with_it(gone: str, after: str) -> None:
    assert updated(SONG, {n: v for n, v in said(SONG).items() if n != gone}) == after


def test_new_members_stand_where_they_belong_with_their_notes() -> None:
    old = said(SONG)
    new = {"askfirst": "1", "title": old["title"], "by": {"id": "x"}, **old}

    after = updated(SONG, new, {"by": "who says so", "title": "no new member"})

    assert after == SONG.replace("title:", 'askfirst: "1"\ntitle:').replace(
        "# at night\n", "# at night\nby:  # who says so\n  id: x\n"
    )


@pytest.mark.parametrize(
    ("text", "new", "after"),
    [
        # one line
        ("{a: b, c: d}", {"a": "b"}, "{a: b}"),
        ("{a: b, c: d}", {"c": "d"}, "{c: d}"),
        ("{a: b, c: d}", {"c": "d", "e": ["f"]}, "{c: d, e: [f]}"),
        ("{ a: b,c: d, }", {"x": "z", "a": "b", "c": "d"}, "{ x: z,a: b,c: d, }"),
        ("a: [b, c] # d", {"a": ["c", "b", "x"]}, None),
        ("a: [] # d", {"a": ["b"]}, "a: [b] # d"),
        ("a: [] # d", {"a": [{"b": "c"}]}, "a: # d\n  - b: c"),
        ("a: [{b: c}]", {"a": [{"d": "e"}]}, "a: [{d: e}]"),
        ("a: {b: c}", {"a": {"b": "no"}}, 'a: {b: "no"}'),
        ("a: [b: c]", {"a": [{"b": "c", "d": "e"}]}, "a: [{b: c, d: e}]"),
        # lines in brackets
        ("a: [\n  b, # c\n  d # e\n]", {"a": ["b", "d", "f"]}, "a: [\n  b, # c\n  d, # e\n  f\n]"),
        ("a: [\n  b, # c\n  d # e\n]", {"a": ["b"]}, "a: [\n  b # c\n]"),
        ("a: [\n  b,\n  # of d\n  d,\n]", {"a": ["d", "b"]}, None),
        ("a: [\n  b,\n  # of d\n  d,\n]", {"a": ["b", "c"]}, "a: [\n  b,\n  c,\n]"),
        ("a: [b, # c\n  d]", {"a": ["d"]}, "a: [d]"),
        # lists in the column of their name, and within each other
        ("a:\n- b\n- c\nd: e\n", {"a": ["b", "x", "c"], "d": "e"}, "a:\n- b\n- x\n- c\nd: e\n"),
        ("a:\n- b\nc: d\n", {"a": {"x": "z"}, "c": "d"}, "a:\n  x: z\nc: d\n"),
        ("a:\n- b\nc: d\n", {"a": ["b"], "c": ["e", {"f": "g"}]}, "a:\n- b\nc:\n- e\n- f: g\n"),
        ("a:\n- - b\n  - c\n", {"a": [["b", "x", "c"]]}, "a:\n- - b\n  - x\n  - c\n"),
        ("a:\n- b: c\n  d: e\n", {"a": [{"d": "e"}]}, "a:\n- d: e\n"),
        ("a:\n- b: c\n  d: e\n", {"a": [{"x": "z", "d": "e"}]}, "a:\n- x: z\n  d: e\n"),
        ("a:\n- b: c\n  # d\n  d: e\n", {"a": [{"d": "e"}]}, "a:\n- # d\n  d: e\n"),
        ("a:\n-\n  b: c\n", {"a": [{"b": "c", "d": "e"}]}, "a:\n-\n  b: c\n  d: e\n"),
        ("a:\n    b: c\n", {"a": {"b": "c"}, "d": {"e": "f"}}, "a:\n    b: c\nd:\n    e: f\n"),
        # texts in blocks
        ("a: |-\n  b\n  c\nd: e\n", {"a": "b\nx", "d": "e"}, "a: |-\n  b\n  x\nd: e\n"),
        ("a: >\n  b\n\nd: e\n", {"a": "x", "d": "e"}, "a: x\n\nd: e\n"),
        ("a: |+\n  b\n\nd: e\n", {"a": "b\n\n"}, 'a: "b\\n\\n"\n'),
        ("a: |\n  b", {"a": "b", "c": "d"}, "a: b\nc: d"),
        ("a: |\n  # b\nc: d\n", {"a": "# b\n"}, "a: |\n  # b\n"),
        ("a: b\n  # c\n", {"a": "b\nc"}, 'a: "b\\nc"\n  # c\n'),
        ("a: # c\n  b # d\n", {"a": "b\nc"}, "a: # c\n  |- # d\n  b\n  c\n"),
        # line ends, quoted names, the start and the end of a document, names written unusually
        ("a: b\r\nc: d\r\n", {"a": "b", "x": ["z", {}], "c": "d"}, None),
        ("a: b\rc: d\r", {"a": {"x": "z"}, "c": "d"}, "a:\r  x: z\rc: d\r"),
        ('--- # x\n"a": b # 🎸\n...\n# y\n', {"a": "b", "c": "🎸"}, None),
        ("? a\n: b\nc: d\n", {"a": "b", "c": "e"}, "a: b\nc: e\n"),
        ("a: b\n# - c\n  # d\nc: d", {"c": "d"}, "# - c\n  # d\nc: d"),
        ("a:\n  b: c\n  # d: e\nf: g\n", {"a": {"b": "c"}, "x": "z", "f": "g"}, None),
        ("  a: b\n  c: d\n", {"c": "d", "e": "f"}, "  c: d\n  e: f\n"),
        ("a: b", {}, "{}"),
        ("{}", {"a": ["b"]}, "{a: [b]}"),
    ],
)
def test_yaml_in_any_style(text: str, new: dict[str, Any], after: str | None) -> None:
    found = updated(text, new, syntax=Syntax.YAML)

    assert plain(read(found, Syntax.YAML).root) == new
    assert after in (None, found)


@pytest.mark.parametrize(
    ("text", "new", "after"),
    [
        ('{"a":"b"}', {"a": "b", "c": ["d", {}]}, '{"a":"b","c":["d",{}]}'),
        ('{"a": "b", "c": "d"}\n', {"c": "d"}, '{"c": "d"}\n'),
        ('{\n "a": "b"\n}', {"a": "b", "c": ["d"]}, '{\n "a": "b",\n "c": [\n  "d"\n ]\n}'),
        ('{\n\t"a": ["b"]\n}', {"a": ["b"], "c": ["d"]}, '{\n\t"a": ["b"],\n\t"c": ["d"]\n}'),
        ('{\r\n  "a": []\r\n}', {"a": ["b"]}, '{\r\n  "a": [\r\n    "b"\r\n  ]\r\n}'),
        ('{\n  "a": {"b": "c"}\n}', {"a": {"d": "e"}}, '{\n  "a": {"d": "e"}\n}'),
        ('{"a": "\\u00e9"}', {"a": "\u00e9", "b": "\u00e9"}, '{"a": "\\u00e9", "b": "\\u00e9"}'),
        ('{\n  "a": "b"\n, "c": "d"\n}', {"a": "b", "c": "e"}, '{\n  "a": "b"\n, "c": "e"\n}'),
        ('{\n"a": "b"\n,\n"c": "d"}', {"a": "b", "x": "z", "c": "d"}, None),
        ('{"a": true, "b": null}', {"a": False, "b": "c"}, '{"a": false, "b": "c"}'),
    ],
)
def test_json_keeps_its_layout(text: str, new: dict[str, Any], after: str | None) -> None:
    found = updated(text, new)

    assert plain(read(found).root) == new
    assert after in (None, found)


@pytest.mark.parametrize(
    "text",
    [
        *("", "a", "- a", "[]", "{", "a: [", "a: 1", "a: no", "a: b\na: c", "a: &b c\nd: *b", "a:"),
        *("\ufeffa: b", "a: b\n---\nc: d", "a:\tb", "a: !x b", '{"a": 1}', '["a"]', "\ud800"),
    ],
)
def test_a_text_that_is_not_read_is_not_changed(text: str) -> None:
    with pytest.raises(Unreadable):
        updated(text, {"a": "b"})


@pytest.mark.parametrize("value", [1, 1.5, {1: "a"}, {"a": b"b"}, {"a": {"b"}}, "\ud800"])
def test_a_document_that_nobody_could_read_is_not_written(value: object) -> None:
    for text in ("a: b", '{"a": "b"}'):
        with pytest.raises(EditFailed):
            updated(text, {"a": value})


def test_words_of_the_vocabulary_are_texts() -> None:
    assert updated("a: []", {"a": (Use.TRAINING,)}) == "a: [training]"
    assert updated("a: [training]", {"a": (Use.TRAINING,)}) == "a: [training]"
