"""Generate documents that somebody changed in one to three places, and broke or did not."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import TypeAlias

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.consistency.changes import Route, at, replaced, steps_in, without
from tests.consistency.documents import conforming
from tests.consistency.shipped import Json
from tests.property.documents import documents
from tests.property.strategies import texts

__all__ = ["mutated_documents", "values"]

Edit: TypeAlias = Callable[[DrawFn, Json, Route], Json]

#: Texts that stand at an edge of what one of the patterns takes.
EDGES = (
    *("", "\n", "x-", "any", "anyone", "worldwide", "until-withdrawn", "training", "voice", "UK"),
    *("urn:x y", "urn:#", "urn:a#b#c", "a:%4", "a:%zz", "http://h:x/", "AF:permits", "urn:\ue000"),
    *("0000-01-01T00:00:00Z", "2026-02-30T10:00:00Z", "2026-11-22T24:00:00Z", "2026-W01-1"),
    *("2026-11-22T23:59:60Z", "2026-11-22t10:00:00z", "2026-11-22T10:00:00\u0660", "9" * 20),
    *("sv-", "\u0661\u0662", "SE\n", "SE\u2028", "SEXYZ26000\uff11\uff12", "T0345246801\x00"),
)
#: Names of members that are known, nearly known, or somebody else's.
NAMES = ("id", "type", "x-", "x-a", "x-\u00e9", "X-a", "aiGenerated", "@context", "rights", "a/b~c")


@cache
def values() -> SearchStrategy[Json]:
    """Return values of every kind that a document can be read as, numbers not being among them."""
    scalars = st.one_of(st.none(), st.booleans(), st.sampled_from(EDGES), texts(0))
    names = st.sampled_from(NAMES) | texts(0)
    return st.recursive(
        scalars,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
        max_leaves=4,
    )


@st.composite
def mutated_documents(draw: DrawFn) -> tuple[str, Json]:
    """Return the name of a schema, and a document of that type after one to three edits."""
    document = deepcopy(draw(_starts()))
    name = str(document["type"]).lower()
    for edit in draw(st.lists(st.sampled_from(_EDITS), min_size=1, max_size=3)):
        routes = list(steps_in(document))
        document = edit(draw, document, draw(st.sampled_from(routes))) if routes else document
    return name, document


@cache
def _starts() -> SearchStrategy[Json]:
    """Return documents to change: mostly ready ones, because making one takes its time."""
    ready = st.sampled_from(list(conforming().values()))
    return st.integers(0, 9).flatmap(lambda n: ready if n else documents())


def _delete(_draw: DrawFn, document: Json, route: Route) -> Json:
    return without(document, route)


def _duplicate(draw: DrawFn, document: Json, route: Route) -> Json:
    """Return the document with an entry twice, or with a member under a second name."""
    around, value = at(document, route[:-1]), deepcopy(at(document, route))
    if isinstance(around, list):
        around.append(value)
    else:
        around[draw(st.sampled_from(NAMES) | texts(0))] = value
    return document


def _rename(draw: DrawFn, document: Json, route: Route) -> Json:
    changed = _duplicate(draw, document, route)
    return without(changed, route)


def _replace(draw: DrawFn, document: Json, route: Route) -> Json:
    return replaced(document, route, draw(values()))


def _swap(draw: DrawFn, document: Json, route: Route) -> Json:
    other = at(document, draw(st.sampled_from(list(steps_in(document)))))
    return replaced(document, route, deepcopy(other))


def _empty(_draw: DrawFn, document: Json, route: Route) -> Json:
    return replaced(document, route, type(at(document, route))())


def _respell(draw: DrawFn, document: Json, route: Route) -> Json:
    """Return the document with a text in another letter case, or with something put into it."""
    text = at(document, route)
    if not isinstance(text, str):
        return document
    where = draw(st.integers(0, len(text)))
    inserted = draw(
        st.sampled_from(["\n", "\x00", "\x7f", "\u2028", "\ufeff", "😀", " ", "%", "é"])
    )
    spellings = [f"{text}\n", text.swapcase(), text[:where] + inserted + text[where:], text[:where]]
    return replaced(document, route, draw(st.sampled_from(spellings)))


_EDITS: tuple[Edit, ...] = (
    *(_delete, _duplicate, _rename, _replace, _swap, _empty, _respell, _respell, _respell),
)
