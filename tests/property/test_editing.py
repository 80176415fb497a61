"""A text that is changed says what it should, and all that nobody asked to change stays."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from askfirst.editing import EditFailed, Manuscript, apply, changes, read, updated
from askfirst.errors import AskFirstError
from askfirst.reading import Mapping, Syntax, plain
from askfirst.reading.tree import Member
from tests.consistency.shipped import Json
from tests.property.damaged import damaged_texts
from tests.property.documents import documents
from tests.property.layouts import ON_A_LINE, randoms, yaml_texts
from tests.property.writing import json_texts

NAMES = ["id", "holder", "title", "x", "y", "no", "a b", '"k"', "ключ", "#k", "k:v", "-", "isrc"]
#: Names that YAML writers put behind a question mark.
LONG_NAMES = ["k" * 150, "of\ntwo lines"]
TEXTS = [
    *("a", "b", "no", "a: b", "# x", "x y", "word " * 9, "a\nb", "a\n\nb", "a\n", " a", "a "),
    *("a\n  b\nc", "a\n\n\n", "\n", "|", ">", "---", "# a\n# b", '"a"', "it's", "🎸", "- a", "[a]"),
    *("", "{", "é\u00a0", "a\tb", "1999"),
]
COMMENT = re.compile("#~[0-9]+")
values = st.recursive(
    st.sampled_from([*TEXTS, True, False, None]),
    lambda part: (
        st.lists(part, max_size=4)
        | st.dictionaries(st.sampled_from([*NAMES, *LONG_NAMES]), part, max_size=4)
    ),
    max_leaves=12,
)
objects = st.dictionaries(st.sampled_from([*NAMES, *LONG_NAMES]), values, min_size=1, max_size=6)


def changed(random: Random, value: Any) -> Any:  # noqa: ANN401 - as JSON is
    """Return a value that is a little different, with its members in the same order."""
    if isinstance(value, dict):
        kept = [(n, changed(random, v)) for n, v in value.items() if random.random() > 0.1]
        new = random.choice(NAMES)
        if random.random() < 0.3 and new not in value:
            kept.insert(random.randrange(len(kept) + 1), (new, random.choice(TEXTS)))
        return dict(kept)
    if isinstance(value, list):
        entries = [changed(random, entry) for entry in value if random.random() > 0.1]
        if random.random() < 0.3:
            entry = random.choice([random.choice(TEXTS), [], {"x": {"y": ["a\nb"]}}])
            entries.insert(random.randrange(len(entries) + 1), entry)
        return random.sample(entries, len(entries)) if random.random() < 0.1 else entries
    return random.choice(TEXTS) if random.random() < 0.15 else value


def objects_in(value: Any, *, in_lists: bool) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - as JSON is
    """Yield all objects in a value, those in lists too or not."""
    if isinstance(value, dict):
        yield value
    parts = value.values() if isinstance(value, dict) else value
    inner = isinstance(value, dict) or (in_lists and isinstance(value, list))
    for part in parts if inner else ():
        yield from objects_in(part, in_lists=in_lists)


def a_member(random: Random, page: Manuscript) -> Member:
    """Return a member of a text that is a block."""
    assume(page.is_block(page.root))
    assert isinstance(page.root, Mapping)
    return random.choice([*page.root.members.values()])


@given(objects | documents(), randoms, objects, st.data())
def test_a_changed_text_says_the_other_document(
    old: Json, random: Random, other: Json, data: st.DataObject
) -> None:
    syntax = data.draw(st.sampled_from(Syntax))
    text = data.draw(yaml_texts(old) if syntax is Syntax.YAML else json_texts(old))
    new = changed(random, old) if random.random() < 0.8 else other

    after = updated(text, new, syntax=syntax)

    assert plain(read(after, syntax).root) == new
    assert updated(after, new, syntax=syntax) == after
    assert updated(text, old, syntax=syntax) == text


@given(documents(), randoms, st.data())
def test_no_comment_is_lost_where_something_is_added_or_replaced(
    old: Json, random: Random, data: st.DataObject
) -> None:
    text = data.draw(yaml_texts(old, ON_A_LINE, 10_000))
    new = deepcopy(old)
    if random.random() < 0.5:
        part = random.choice([*objects_in(new, in_lists=True)])
        part["x-new"] = random.choice(["a", ["a", {"b": "c"}], {"a": "b\nc"}])
    else:  # an entry of a list that is called otherwise is another one
        part = random.choice([*objects_in(new, in_lists=False)])
        texts = [name for name, held in part.items() if isinstance(held, str)]
        part[random.choice(texts or ["x-new"])] = random.choice(TEXTS)

    after = updated(text, new, syntax=Syntax.YAML)

    assert COMMENT.findall(after) == COMMENT.findall(text)


@given(documents(), randoms, values, st.data())
def test_lines_outside_of_a_member_that_changes_stay(
    old: Json, random: Random, value: Json, data: st.DataObject
) -> None:
    text = data.draw(yaml_texts(old))
    page = read(text, Syntax.YAML)
    member = a_member(random, page)
    new = {**old, member.name: value}

    after = updated(text, new, syntax=Syntax.YAML)

    assert after.startswith(text[: member.end])
    assert after.endswith(text[page.lines.end(page.end(member.value)) :])


@given(documents(), randoms, st.data())
def test_a_member_takes_only_its_own_comments_with_it(
    old: Json, random: Random, data: st.DataObject
) -> None:
    text = data.draw(yaml_texts(old, ON_A_LINE, 10_000))
    page = read(text, Syntax.YAML)
    gone = a_member(random, page)
    assert isinstance(page.root, Mapping)
    new = {name: value for name, value in old.items() if name != gone.name}

    after = updated(text, new, syntax=Syntax.YAML)

    place = number(text, gone.start)
    lines, above = re.split("\r\n|\n|\r", text), place
    while above and lines[above - 1].startswith("#"):
        above -= 1
    starts = [number(text, one.start) for one in page.root.members.values()]
    below = min([start for start in starts if start > place], default=len(lines))
    while not lines[below - 1] or lines[below - 1].startswith("#"):
        below -= 1
    kept = COMMENT.findall("\n".join([*lines[:above], *lines[below:]]))
    assert set(kept) <= set(COMMENT.findall(after))


def number(text: str, at: int) -> int:
    """Return on which line a place is, counted from 0."""
    return len(re.findall("\r\n|\n|\r", text[:at]))


@given(objects, randoms, st.sampled_from([None, 0, 2, 4, "\t"]))
def test_json_is_laid_out_as_it_was(old: Json, random: Random, indent: int | str | None) -> None:
    new = changed(random, old)
    before = json.dumps(old, indent=indent, ensure_ascii=False)
    assume(new and "\\u" not in before)

    after = updated(before, new, syntax=Syntax.JSON)

    assert after == json.dumps(new, indent=indent, ensure_ascii=False)


@given(damaged_texts() | st.binary(max_size=40), documents(), st.sampled_from([None, *Syntax]))
def test_whatever_the_text_is_nothing_unexpected_is_raised(
    data: bytes, document: Json, syntax: Syntax | None
) -> None:
    with suppress(AskFirstError):
        updated(data.decode(errors="surrogateescape"), document, syntax=syntax)


@given(objects, values | st.floats() | st.integers() | st.text())
def test_whatever_the_document_is_nothing_unexpected_is_raised(old: Json, value: object) -> None:
    with suppress(EditFailed):
        updated(json.dumps(old), {"x": [value], "y": {str(value): value}})


@given(objects, randoms)
def test_edits_are_few_enough_to_stand_apart(old: Json, random: Random) -> None:
    text = json.dumps(old, indent=2)
    edits = changes(read(text), changed(random, old))

    assert apply(text, random.sample(edits, len(edits)))
