"""Generate texts with the mistakes that people make and a program can see through."""

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any, TypeAlias

from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from askfirst.reading import Syntax
from askfirst.vocabulary import Right, Use
from tests.consistency.broken import broken, faulty_files
from tests.consistency.documents import conforming
from tests.consistency.shipped import Json
from tests.property.damaged import damaged_texts
from tests.property.layouts import randoms, yaml_texts
from tests.property.writing import json_texts

__all__ = ["faulty_texts"]

Mistake: TypeAlias = Callable[[Random, Any], None]

#: Lists and members in which words stand.
_WORDS = {*map(str, (*Use, *Right)), "Declaration", "Release", "society", "anyone", "worldwide"}
_USES = ("permits", "requiresConsent", "prohibits", "uses", "withoutAsking", "asksFirst", "never")


@st.composite
def faulty_texts(draw: DrawFn) -> tuple[str, Syntax]:
    """Return a text with mistakes, and how it is written."""
    if draw(st.integers(0, 3)) == 0:
        data = draw(st.sampled_from(_faulty()) | damaged_texts())
        text = data.decode(errors="replace")
        return text, draw(st.sampled_from(Syntax))
    document, random = deepcopy(draw(_starts())), draw(randoms)
    for mistake in draw(st.lists(st.sampled_from(_MISTAKES), min_size=1, max_size=5)):
        mistake(random, document)
    syntax = draw(st.sampled_from(Syntax))
    if syntax is Syntax.YAML:
        return _in_utf_8(draw(yaml_texts(document))), syntax
    held = draw(st.sampled_from([document, [document], {"a": 1, "askfirst": document}]))
    assume(held is document or "askfirst" in document)
    return _in_utf_8(draw(json_texts(held))), syntax


def _in_utf_8(text: str) -> str:
    """Return a text without half characters, which no file holds."""
    return text.encode(errors="replace").decode()


@cache
def _faulty() -> list[bytes]:
    return [data for data in (file.read_bytes() for file in faulty_files()) if len(data) < 8192]


@cache
def _starts() -> SearchStrategy[Json]:
    faulty = [value for _, value in broken() if isinstance(value, dict) and value]
    stating = [one for one in conforming().values() if "rightsholders" in one]
    lists = (faulty, stating, stating, [*conforming().values()])
    return st.sampled_from(lists).flatmap(st.sampled_from)


def _objects(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - as JSON is
    """Return an object and all objects in it that have members."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    found = [value] if isinstance(value, dict) and value else []
    return [*found, *(one for part in inner for one in _objects(part))]


def _respelt(random: Random, word: str) -> str:
    """Return a word with one letter dropped, doubled, swapped or in capitals, or with a hyphen."""
    at = random.randrange(len(word))
    return random.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
            word.upper(),
            word.replace("-", "_"),
        ]
    )


def _rename(random: Random, document: Any) -> None:  # noqa: ANN401 - as above
    one = random.choice(_objects(document))
    old = random.choice([*one])
    members = {(_respelt(random, n) if n == old and n else n): v for n, v in one.items()}
    one.clear()
    one.update(members)


def _misspell(random: Random, document: Any) -> None:  # noqa: ANN401 - as above
    found = [(one, n) for one in _objects(document) for n, v in one.items() if _is_words(v)]
    if found:
        one, name = random.choice(found)
        at = random.randrange(len(one[name]))
        one[name] = [*one[name][:at], _respelt(random, one[name][at]), *one[name][at + 1 :]]


def _is_words(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(str(word) in _WORDS for word in value)


def _repeat(random: Random, document: Any) -> None:  # noqa: ANN401 - as above
    lists = [v for one in _objects(document) for v in one.values() if isinstance(v, list) and v]
    if lists:
        entries = random.choice(lists)
        entries.insert(random.randrange(len(entries) + 1), deepcopy(random.choice(entries)))


def _state(random: Random, document: Any) -> None:  # noqa: ANN401 - as above
    """State something more, which may be covered, or an exception from what is stated."""
    parts = [one for one in _objects(document) if "artists" in one and "rights" not in one]
    parts = random.choice([[document], [one for one in parts if one is not document] or [document]])
    name = random.choice([n for n in _USES if n in document] or ["prohibits", "requiresConsent"])
    use = random.choice([*map(str, Use)])
    part = random.choice(parts)
    stated = part[name] if isinstance(part.get(name), list) else []
    part[name] = [*stated, random.choice([use, use, _respelt(random, use)])]


def _embellish(random: Random, document: Any) -> None:  # noqa: ANN401 - as above
    """Write identifiers as they are printed."""
    for one in _objects(document):
        for name, written in (
            ("isrc", lambda v: f"{v[:2]}-{v[2:5]}-{v[5:7]}-{v[7:]}".lower()),
            ("packetsSha256", str.upper),
            ("pcmMd5", str.upper),
            ("mbid", str.upper),
        ):
            if isinstance(one.get(name), str) and random.random() < 0.7:
                one[name] = written(one[name])


_MISTAKES: tuple[Mistake, ...] = (
    _rename,
    _rename,
    _misspell,
    _misspell,
    _repeat,
    _state,
    _embellish,
)
