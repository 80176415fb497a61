"""The native reader takes only what the schema takes, and reads it as others do."""

import json
import re
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.catalog import native
from askfirst.catalog.native.automata import automaton
from askfirst.catalog.native.patterns import ALPHABET
from askfirst.schema import acceptor, bundle
from tests.consistency.shipped import Json
from tests.needs import needs
from tests.property.damaged import any_bytes
from tests.property.documents import documents
from tests.property.effort import MANY
from tests.property.mutations import mutated_documents
from tests.property.writing import json_texts


def patterns(schema: Any) -> set[tuple[str, str | None]]:  # noqa: ANN401 - a part of a schema
    """Return the patterns of texts in a schema, each with that of what it refuses."""
    if isinstance(schema, list):
        return {found for below in schema for found in patterns(below)}
    if not isinstance(schema, dict):
        return set()
    found = {found for name, below in schema.items() if name != "not" for found in patterns(below)}
    if isinstance(schema.get("pattern"), str):
        found.add((schema["pattern"], schema.get("not", {}).get("pattern")))
    return found


PATTERNS = sorted(
    {
        found
        for name in ("declaration", "release", "consent", "withdrawal")
        for found in patterns(bundle(name))
    },
    key=str,
)
WRITTEN = st.sampled_from(sorted(ALPHABET))
ADDRESSES = (
    "https://a.example/b%20c?d=e#f",
    "http://u:p@h:80/",
    "af:a",
    "https://w3id.org/askfirst/",
)


def is_found(pattern: str, text: str) -> bool:
    """Tell whether a pattern is found, where `$` outside of brackets is the very end."""
    return re.search(re.sub(r"\$(?![^\[]*\])", r"\\Z", pattern), text) is not None


@st.composite
def near(draw: st.DrawFn, pattern: str) -> str:
    """Draw a text that a pattern is found in, or an address, and change it a little."""
    text = draw(st.one_of(st.from_regex(pattern, alphabet=WRITTEN), st.sampled_from(ADDRESSES)))
    at = draw(st.integers(0, len(text)))
    new = draw(st.text(WRITTEN, max_size=2))
    return text[:at] + new + text[at + draw(st.integers(0, 2)) :]


@given(st.sampled_from(PATTERNS), st.data())
def test_automata_take_what_a_pattern_is_found_in(
    pattern: tuple[str, str | None], data: st.DataObject
) -> None:
    wanted, refused = pattern
    text = data.draw(near(wanted))

    found = is_found(wanted, text) and not (refused and is_found(refused, text))
    assert automaton(wanted, refused).fits(text) == found


@given(st.sampled_from(PATTERNS), st.text())
def test_automata_take_no_other_character(pattern: tuple[str, str | None], text: str) -> None:
    if not ALPHABET.issuperset(text):
        assert not automaton(*pattern).fits(text)


@MANY
@given(any_bytes())
def test_readers_take_bytes_that_the_schema_takes(data: bytes) -> None:
    compare(data)


@MANY
@given(mutated_documents(), st.data())
def test_readers_take_changed_documents(mutated: tuple[str, Json], data: st.DataObject) -> None:
    compare(data.draw(json_texts(mutated[1])).encode(errors="surrogatepass"))


@given(documents(), st.data())
def test_readers_take_documents(document: Json, data: st.DataObject) -> None:
    compare(data.draw(json_texts(document)).encode(errors="surrogatepass"))


def compare(data: bytes) -> None:
    """Compare what each reader takes with the schema, a strict parser and the parsed value."""
    needs("the native reader", bool(native.readers()))
    for one in native.readers():
        view = one.take(data)
        if view is not None:
            whole = orjson.loads(data)
            assert acceptor()(one.kind.lower(), whole)
            assert one.marker in data
            json.loads(data, object_pairs_hook=strict)
            assert is_part(view, whole)


def strict(pairs: list[tuple[str, object]]) -> dict[str, object]:
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def is_part(view: object, whole: object) -> bool:
    """Tell whether a value is another one that lacks members."""
    if isinstance(view, dict) and isinstance(whole, dict):
        return all(is_part(below, whole[name]) for name, below in view.items())
    if isinstance(view, list) and isinstance(whole, list):
        return len(view) == len(whole) and all(map(is_part, view, whole))
    return view == whole


@pytest.mark.parametrize("one", PATTERNS, ids=range(len(PATTERNS)))
def test_every_pattern_has_an_automaton(one: tuple[str, str | None]) -> None:
    assert len(automaton(*one).ends) > 1
