"""Where a key of a TOML text stands is found as the parser of the standard library reads it."""

import json
import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.configuration.places import Path, places
from tests.consistency.shipped import Json

KEYS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=4)
VALUES = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=5)
    | st.booleans()
    | st.integers(0, 9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)
AWKWARD = """\
# [tool.askfirst]
title = "a # b [tool.askfirst] \\" format = 1"
other = '''
[tool.askfirst]
format = 'x'
''''
more = \"\"\"\\\"\"\" [tool.askfirst]
ignore = []\"\"\"

when = 1979-05-27 07:32:00 # format = 1
[ tool . "askfirst" ] # the one
  format = "json"
"ignore" = [ # a comment with ]
  "AF1", 'AF2,]',
]
deep.er = {a = 1, 'b c' = [{d = "}"}]}
[[list]]
name = "x"
[[list]]
name = "y"
"""


def test_a_key_is_found_where_it_stands_and_nowhere_else() -> None:
    tomllib.loads(AWKWARD)
    found = places(AWKWARD)

    lines = {path: AWKWARD.count("\n", 0, place.key) + 1 for path, place in found.items()}
    assert lines[("tool", "askfirst")] == 11
    assert lines[("tool", "askfirst", "format")] == 12
    assert lines[("tool", "askfirst", "ignore")] == 13
    assert AWKWARD[found[("tool", "askfirst", "deep", "er", "b c")].key :].startswith("'b c'")
    assert AWKWARD[found[("tool", "askfirst", "ignore")].value :].startswith("[ # a")


@pytest.mark.parametrize(
    "text",
    [
        "tool.askfirst.format = 'x'",
        "[tool]\naskfirst.format = 'x'",
        "[tool]\r\naskfirst = {format = 'x'}",
        "tool = {askfirst = {\"format\" = 'x'}}",
    ],
)
def test_every_way_to_write_a_key_is_known(text: str) -> None:
    place = places(text)[("tool", "askfirst", "format")]

    assert text[place.key :].lstrip('"').startswith("format")
    assert text[place.value :].startswith("'x'")


@given(st.dictionaries(KEYS, VALUES, max_size=4))
def test_it_finds_the_keys_that_the_parser_finds(value: Json) -> None:
    text = "".join(f"{_toml(key)} = {_toml(held)}\n" for key, held in value.items())

    assert set(places(text)) == set(_paths(tomllib.loads(text)))


def _toml(value: Json) -> str:
    if isinstance(value, dict):
        pairs = (f"{_toml(key)} = {_toml(held)}" for key, held in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def _paths(value: Json, at: Path = ()) -> Iterator[Path]:
    for held in value if isinstance(value, list) else ():
        yield from _paths(held, at)
    for key, held in value.items() if isinstance(value, dict) else ():
        yield (*at, key)
        yield from _paths(held, (*at, key))
