"""The conformance vectors are well made: valid, distinct, complete, and listed."""

import json
from datetime import datetime
from itertools import product

import pytest

from askfirst.audio import Container
from askfirst.conformance import Kind
from askfirst.vocabulary import CODES, Because, Signal, SignalCode
from tests.consistency.engines import validator
from tests.consistency.shipped import Json, Place
from tests.consistency.vectors import FOLDER, codes_of, files, manifest, written

FILES = {file.relative_to(FOLDER).as_posix(): json.loads(file.read_bytes()) for file in files()}
VECTORS = [
    (Kind(path.partition("/")[0]), vector) for path, vectors in FILES.items() for vector in vectors
]
DECISIONS = [vector for kind, vector in VECTORS if kind is Kind.DECISIONS]
SCHEMA = Place("https://w3id.org/askfirst/1.0/vector.schema.json")
RULES = [str(number) for number in range(1, 12)]
#: What is expected of each kind, in one of these forms.
EXPECTED = {
    Kind.CHECK: [{"findings"}],
    Kind.DECISIONS: [{"outcome"}, {"outcome", "leaves", "missing"}],
    Kind.EXPAND: [{"expanded"}],
    Kind.DIFF: [{"widened", "changes"}],
    Kind.HOSTILE: [{"findings"}, {"permitted"}],
    Kind.AUDIO: [{"container"}, {"container", "packetsSha256", "pcmMd5"}],
    Kind.SIGNALS: [{"carriers", "losses"}, {"statements", "codes"}],
}
#: The instants at which something begins or ends (rule 9), by the document they stand in.
BOUNDARIES = [
    ("Declaration", "issued"),
    ("Consent", "issued"),
    ("Consent", "validFrom"),
    ("Consent", "expression.at"),
    ("Consent", "validUntil"),
    ("Withdrawal", "issued"),
    ("Withdrawal", "effective"),
]
#: The smallest number of vectors by kind.
ENOUGH = {
    Kind.CHECK: 100,
    Kind.DECISIONS: 180,
    Kind.EXPAND: 15,
    Kind.DIFF: 20,
    Kind.HOSTILE: 40,
    Kind.AUDIO: 150,
    Kind.SIGNALS: 90,
}

each_file = pytest.mark.parametrize("path", FILES)


@each_file
def test_every_vector_meets_its_schema(path: str) -> None:
    errors = [(n, e.message) for n, v in enumerate(FILES[path]) for e in _errors(v)]
    assert errors == []


def _errors(vector: Json) -> Json:
    return validator(SCHEMA).iter_errors(vector)


@each_file
def test_a_description_is_a_sentence_and_stands_once_in_its_file(path: str) -> None:
    said = [vector["description"] for vector in FILES[path]]
    assert [
        one for one in said if said.count(one) > 1 or one != one.strip() or len(one) > 250
    ] == []


@each_file
def test_a_file_is_written_one_way(path: str) -> None:
    assert (FOLDER / path).read_text(encoding="utf-8") == written(FILES[path]) + "\n"


def test_the_manifest_lists_what_there_is() -> None:
    assert json.loads((FOLDER / "manifest.json").read_bytes()) == manifest()


@each_file
def test_the_codes_of_a_vector_are_those_of_what_it_expects(path: str) -> None:
    listed = [(vector["description"], sorted(vector["codes"])) for vector in FILES[path]]
    assert listed == [(vector["description"], codes_of(vector)) for vector in FILES[path]]


@each_file
def test_a_vector_expects_what_its_kind_is_about(path: str) -> None:
    forms = EXPECTED[Kind(path.partition("/")[0])]
    assert [v["description"] for v in FILES[path] if set(v["expect"]) not in forms] == []


@each_file
def test_a_vector_gives_one_thing_to_look_at(path: str) -> None:
    """One value or text to check, one Release to expand, two documents to compare, one file."""
    kind = Kind(path.partition("/")[0])
    texts = [len({"text", "base64"} & set(vector)) for vector in FILES[path]]
    given = [len(vector.get("documents", ())) for vector in FILES[path]]
    if kind in (Kind.CHECK, Kind.EXPAND):
        assert set(map(sum, zip(texts, given, strict=True))) == {1}
    if kind is Kind.DIFF:
        assert set(given) == {2}
    if kind is Kind.HOSTILE:
        assert set(texts) == {1}
    assert ["audio" in vector for vector in FILES[path]] == [kind is Kind.AUDIO] * len(FILES[path])


def test_every_container_has_files_with_a_hash_and_files_without() -> None:
    found = {
        (path.removeprefix("audio/").removesuffix(".json"), vector["expect"]["container"])
        for path, vectors in FILES.items()
        for vector in vectors
        if path.startswith("audio/")
    }
    expected = {(one, told) for one in Container for told in (str(one), None)}
    assert found == expected | {("no-audio", None)}


def test_there_are_enough() -> None:
    counts = {kind: sum(one is kind for one, _ in VECTORS) for kind in Kind}
    assert {kind: n for kind, n in counts.items() if n < ENOUGH[kind]} == {}


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_vector_of_one_fault(code: str) -> None:
    expected = [vector["expect"]["findings"] for kind, vector in VECTORS if kind is Kind.CHECK]
    assert [code] in [[finding["code"] for finding in findings] for findings in expected]


@pytest.mark.parametrize("code", Because)
def test_every_reason_has_a_vector(code: str) -> None:
    assert any(code in vector["codes"] for vector in DECISIONS)


def test_no_other_code_is_expected() -> None:
    known = {*CODES, *Because, *SignalCode}
    assert {code for _, vector in VECTORS for code in vector["codes"]} <= known


@pytest.mark.parametrize("name", Signal)
def test_every_signal_is_written_and_read(name: str) -> None:
    found = [v for kind, v in VECTORS if kind is Kind.SIGNALS and v["signal"]["name"] == name]
    assert {"documents" in vector for vector in found} == {True, False}


@pytest.mark.parametrize(("rule", "permitted"), [*product(RULES, [True, False])])
def test_every_rule_has_positive_and_negative_vectors(rule: str, permitted: bool) -> None:
    outcomes = [vector["expect"]["outcome"] for vector in DECISIONS if rule in vector["rules"]]
    assert len([one for one in outcomes if (one == "permitted") is permitted]) > 1


@pytest.mark.parametrize(("kind", "member"), BOUNDARIES)
def test_a_boundary_is_asked_one_second_before_at_and_one_second_after(
    kind: str, member: str
) -> None:
    found = [
        (_seconds(vector["at"]) - _seconds(_instant(document, member)), vector["expect"]["outcome"])
        for vector in DECISIONS
        if "9" in vector["rules"]
        for document in vector["documents"]
        if document.get("type") == kind and _instant(document, member).endswith("Z")
    ]
    outcomes = {offset: {outcome for at, outcome in found if at == offset} for offset in (-1, 0, 1)}
    assert all(outcomes.values())
    assert outcomes[-1] != outcomes[0]
    assert outcomes[0] & outcomes[1]


def _instant(document: Json, member: str) -> str:
    for name in member.split("."):
        document = document.get(name, "") if isinstance(document, dict) else ""
    return str(document)


def _seconds(instant: str) -> int:
    return int(datetime.fromisoformat(instant).timestamp())
