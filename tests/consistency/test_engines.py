"""The engine that users wait for and the reference engine find the same in every document."""

import sys
from pathlib import Path
from typing import TypeAlias
from unittest.mock import patch

import pytest
from hypothesis import given

from askfirst.checking.kinds import kind_of
from askfirst.reading import find, plain, read_bytes
from askfirst.schema import fast, reference, shape
from askfirst.schema.violations import Engine
from tests.consistency.broken import faulty_files
from tests.consistency.documents import conforming, stories
from tests.consistency.shipped import Json
from tests.property.effort import MANY
from tests.property.mutations import mutated_documents

#: Where a keyword stands, and where the value that breaks it.
Broken: TypeAlias = tuple[str, tuple[str | int, ...]]

each_file = pytest.mark.parametrize(
    "file", [*stories(), *faulty_files()], ids=lambda file: f"{file.parent.name}/{file.name}"
)
each_conforming = pytest.mark.parametrize("document", conforming().values(), ids=conforming())


def documents_of(file: Path) -> list[tuple[str, Json]]:
    """Return the documents in a file as they reach the engines, each with its schema's name."""
    root = read_bytes(file.read_bytes()).root
    values = [plain(found.node) for found in find(root, [])] if root else []
    return [(kind.lower(), value) for value in values if (kind := kind_of(value))]


def broken_by(engine: Engine, name: str, document: Json) -> set[Broken]:
    """Return what an engine finds broken, but for what only one of them says a second time."""
    found = {(location, path): value for location, path, value in engine(name, document)}
    return {place for place, value in found.items() if not _again(place, value, set(found))}


def _again(place: Broken, value: Json, found: set[Broken]) -> bool:
    """Tell whether engines differ on a keyword whose schema this value breaks in any case.

    `format` takes other forms of instants, such as weeks, in one engine and not in the other, and
    in Python a `pattern` that ends with `$` takes a line feed more.
    """
    schema, _, keyword = place[0].rpartition("/")
    same = {where.rpartition("/") for where, path in found if path == place[1]}
    others = {word for other, _, word in same if other == schema} - {keyword}
    ends_a_line = isinstance(value, str) and value.endswith("\n")
    return bool(others) and (keyword == "format" or (keyword == "pattern" and ends_a_line))


def findings(name: str, document: Json) -> set[tuple[str, str]]:
    kind = kind_of({"type": name.title()})
    assert kind is not None
    return {(one.code, one.pointer) for one in shape(kind, document)}


def findings_without_the_fast_engine(name: str, document: Json) -> set[tuple[str, str]]:
    with patch.dict(sys.modules, {"askfirst.schema.fast": None}):
        return findings(name, document)


@each_file
def test_the_engines_agree_on_an_example(file: Path) -> None:
    expected = [broken_by(reference.violations, *one) for one in documents_of(file)]
    assert [broken_by(fast.violations, *one) for one in documents_of(file)] == expected


@each_conforming
def test_the_engines_agree_on_a_document_that_conforms(document: Json) -> None:
    name = document["type"].lower()
    expected = broken_by(reference.violations, name, document)
    assert broken_by(fast.violations, name, document) == expected


@MANY
@given(mutated_documents())
def test_the_engines_agree_on_what_somebody_changed(named: tuple[str, Json]) -> None:
    assert broken_by(fast.violations, *named) == broken_by(reference.violations, *named)


@each_file
def test_the_findings_about_an_example_do_not_depend_on_the_engine(file: Path) -> None:
    expected = [findings_without_the_fast_engine(*one) for one in documents_of(file)]
    assert [findings(*one) for one in documents_of(file)] == expected


@MANY
@given(mutated_documents())
def test_the_findings_do_not_depend_on_the_engine(named: tuple[str, Json]) -> None:
    assert findings(*named) == findings_without_the_fast_engine(*named)
