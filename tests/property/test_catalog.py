"""The bulk check says what the checker says."""

import json
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from askfirst import check
from askfirst.catalog import native, sampling
from askfirst.catalog.suspicion.suspects import SCREENED
from askfirst.catalog.verdicts import Verdict, verdict
from askfirst.errors import NoSuchPart
from askfirst.reading import Syntax
from askfirst.rules import RULES
from askfirst.vocabulary import CODES
from tests.consistency.broken import faulty_files
from tests.consistency.documents import conforming
from tests.consistency.shipped import Json
from tests.property.damaged import any_bytes
from tests.property.documents import documents
from tests.property.effort import MANY
from tests.property.mutations import mutated_documents
from tests.property.writing import json_texts

#: JSON that has no meaning, or another one for another parser.
HARD = [
    b"",
    b"null",
    b"[]",
    b'{"askfirst": "1.0.0"}',
    b'{"askfirst": "1.0.0", "type": "Withdrawal", "type": "Withdrawal"}',
    b'{"askfirst": "1.0.0", "type": ["Withdrawal"]}',
    b'\xef\xbb\xbf{"askfirst": "1.0.0", "type": "Withdrawal"}',
    b'{"askfirst": "1.0.0", "type": "Policy", "x-a": 1e6, "x-b": "", "x-b": ""}',
    b'{"askfirst": "1.0.0", "type": "Policy", "x-a": "\\ud800"}',
    b'{"askfirst": "1.0.0", "type": "Policy", "x-a": ' + b"[" * 40 + b"]" * 40 + b"}",
    b'{"askfirst": "1.0.0", "type": "Policy", "x-a": ' + b"[" * 2000 + b"]" * 2000 + b"}",
    b'{"askfirst": "1.0.0", "type": "Policy", "x-' + b"a" * 256 + b'": "b"}',
    b'{"askfirst": "1.0.0", "type": "Policy", "x-a": [' + b'"",' * 20_000 + b'""]}',
]


def checked(data: bytes, pointer: str | None = None) -> Verdict:
    try:
        report = check(data, syntax=Syntax.JSON, pointer=pointer)
    except NoSuchPart:
        return Verdict(("AF015",), False, 0, None, None)
    only = report.documents[0] if len(report.documents) == 1 else None
    found = tuple(sorted({finding.code for finding in report.findings}))
    kind = str(only.kind) if only and only.kind else None
    return Verdict(found, report.conforms, len(report.documents), kind, only.id if only else None)


def verdicts(data: bytes, pointer: str | None = None) -> set[Verdict]:
    """Return what is said with the native reader, if there is one, and without."""
    found = verdict(data, pointer)
    with patch.object(native, "readers", tuple):
        return {found, verdict(data, pointer)}


def encoded(text: str) -> bytes:
    return text.encode(errors="surrogatepass")


def wrapped(document: Json) -> bytes:
    return json.dumps({"upload": {"seconds": 214.5, "license": document}}).encode()


@MANY
@given(any_bytes())
def test_verdicts_of_bytes_are_those_of_the_checker(data: bytes) -> None:
    assert verdicts(data) == {checked(data)}


@MANY
@given(mutated_documents(), st.data())
def test_verdicts_of_changed_documents(mutated: tuple[str, Json], data: st.DataObject) -> None:
    text = encoded(data.draw(json_texts(mutated[1])))

    assert verdicts(text) == {checked(text)}


@given(documents(), st.data())
def test_verdicts_of_documents(document: Json, data: st.DataObject) -> None:
    text = encoded(data.draw(json_texts(document)))

    assert verdicts(text) == {checked(text)}


@given(mutated_documents())
@example(("policy", {"askfirst": "1.0.0", "type": "Policy", "a" * 300: "b"}))
@example(("policy", [{"askfirst": "1.0.0", "type": "Policy"}]))
def test_verdicts_inside_an_upload(mutated: tuple[str, Json]) -> None:
    text = wrapped(mutated[1])

    assert verdict(text, "/upload/license") == checked(text, "/upload/license")


@pytest.mark.parametrize("pointer", ["", "/", "upload", "/upload/none", "/upload/license/0"])
def test_verdicts_at_other_pointers(pointer: str) -> None:
    text = wrapped([*conforming().values()][:2])

    assert verdict(text, pointer) == checked(text, pointer)


@pytest.mark.parametrize("data", HARD, ids=range(len(HARD)))
def test_verdicts_of_what_is_hard_to_read(data: bytes) -> None:
    assert verdicts(data) == {checked(data)}
    inside = b'{"upload": {"license": ' + data + b', "seconds": 1}}'
    assert verdicts(inside, "/upload/license") == {checked(inside, "/upload/license")}


def test_verdicts_of_every_example() -> None:
    texts = [json.dumps(value).encode() for value in conforming().values()]
    texts += [path.read_bytes() for path in faulty_files() if path.suffix == ".json"]

    assert [verdicts(text) for text in texts] == [{checked(text)} for text in texts]


def test_verdicts_of_each_kind_of_sample() -> None:
    texts = [*sampling.declarations(3, 0, 250), *sampling.consents(3, 0, 25)]

    assert [verdicts(text) for text in texts] == [{checked(text)} for text in texts]


def test_suspicions_are_of_rules_that_there_are() -> None:
    for kind, codes in SCREENED.items():
        rules = {rule.code for rule in RULES if kind in rule.kinds}
        assert rules <= codes <= CODES.keys()
