"""The tables for other languages, the Python tables and the vocabulary say the same."""

from rdflib import RDF, RDFS, SKOS, Literal
from rdflib.term import Node

from askfirst import SPEC_VERSION
from askfirst.vocabulary import (
    CODES,
    Assurance,
    Because,
    Capacity,
    Condition,
    Identifier,
    Material,
    Method,
    Right,
    Status,
    Use,
    parent,
    touched_by_material,
    touched_by_use,
)
from tests.consistency.shipped import AF, Json, common, tables, vocabulary


def test_the_tables_are_of_the_version_of_the_specification() -> None:
    assert tables()["askfirst"] == SPEC_VERSION


def test_uses_are_those_of_python() -> None:
    assert tables()["uses"] == [
        {
            "id": use,
            "parent": parent(use),
            "leaf": use.leaf,
            "byNameOnly": use.by_name_only,
            "floor": use.floor,
            "permittable": use.permittable,
            "touches": list(touched_by_use(use)),
        }
        for use in Use
    ]


def test_rights_are_those_of_python() -> None:
    assert tables()["rights"] == [
        {"id": right, "personal": right.personal, "throughWork": right.through_work}
        for right in Right
    ]


def test_materials_are_those_of_python() -> None:
    expected = [{"id": one, "touches": list(touched_by_material(one))} for one in Material]
    assert tables()["materials"] == expected


def test_statuses_are_those_of_python_in_their_order() -> None:
    assert tables()["statuses"] == sorted(Status, key=lambda status: status.strictness)


def test_conditions_are_those_of_python() -> None:
    assert tables()["conditions"] == list(Condition)


def test_methods_are_those_of_python() -> None:
    assert tables()["methods"] == [{"id": one, "explicit": one.explicit} for one in Method]


def test_capacities_are_those_of_python() -> None:
    assert tables()["capacities"] == [{"id": one, "rights": list(one.rights)} for one in Capacity]


def test_identifiers_are_those_of_python() -> None:
    assert tables()["identifiers"] == [
        {"id": one, "identifies": one.identifies} for one in Identifier
    ]


def test_codes_and_severities_are_those_of_python() -> None:
    assert [(row["code"], row["severity"]) for row in tables()["codes"]] == list(CODES.items())


def test_assurances_are_those_of_python_in_their_order() -> None:
    assert tables()["assurances"] == list(Assurance)


def test_reasons_are_those_of_python() -> None:
    assert [row["code"] for row in tables()["reasons"]] == list(Because)


def test_a_code_stands_for_one_sentence() -> None:
    sentences = [row["sentence"] for row in (*tables()["codes"], *tables()["reasons"])]
    assert sorted(set(sentences)) == sorted(sentences)


def test_reasons_have_the_numbers_that_findings_never_have() -> None:
    assert {row["code"][3] >= "5" for row in tables()["reasons"]} == {True}
    assert {row["code"][3] >= "5" for row in tables()["codes"]} == {False}


def test_the_schemas_permit_what_is_permittable() -> None:
    offered = [word["const"] for word in common("permittableUse").content["oneOf"]]
    assert offered == [row["id"] for row in tables()["uses"] if row["permittable"]]


def test_the_schemas_let_every_right_be_absent_that_is_not_personal() -> None:
    offered = [word["const"] for word in common("absentRight").content["oneOf"]]
    assert offered == [row["id"] for row in tables()["rights"] if not row["personal"]]


def test_the_vocabulary_has_the_tree_of_uses() -> None:
    broader = {row["id"]: set() if row["parent"] is None else {row["parent"]} for row in _uses()}
    narrower = {
        row["id"]: {r["id"] for r in _uses() if r["parent"] == row["id"]} for row in _uses()
    }
    assert {use: _words(use, SKOS.broader) for use in broader} == broader
    assert {use: _words(use, SKOS.narrower) for use in narrower} == narrower


def test_the_vocabulary_marks_leaves_and_those_by_name_only() -> None:
    assert _values("leaf") == {row["id"]: row["leaf"] for row in _uses()}
    assert _values("byNameOnly") == {row["id"]: row["byNameOnly"] for row in _uses()}


def test_the_vocabulary_puts_the_floor_under_the_leaves_of_the_tables() -> None:
    under = {row["id"]: {"consent-required"} for row in _uses() if row["floor"]}
    assert _links("floor") == under


def test_the_vocabulary_knows_what_touches_which_right() -> None:
    rows = [*_uses(), *tables()["materials"]]
    assert _links("touches") == {row["id"]: set(row["touches"]) for row in rows if row["touches"]}


def test_the_vocabulary_ranks_statuses_by_strictness() -> None:
    assert _values("rank") == {status: rank for rank, status in enumerate(tables()["statuses"])}


def test_the_vocabulary_knows_which_methods_are_explicit() -> None:
    assert _values("explicit") == {row["id"]: row["explicit"] for row in tables()["methods"]}


def test_the_vocabulary_knows_for_which_rights_a_capacity_stands() -> None:
    rows = tables()["capacities"]
    assert _links("standsFor") == {row["id"]: set(row["rights"]) for row in rows}


def test_the_vocabulary_knows_which_status_a_statement_gives() -> None:
    assert _links("gives") == {
        "permits": {Status.PERMITTED},
        "requiresConsent": {Status.CONSENT_REQUIRED},
        "prohibits": {Status.PROHIBITED},
    }


def test_the_vocabulary_knows_what_an_identifier_identifies() -> None:
    kinds = vocabulary().subjects(RDFS.subClassOf, AF.Identifier)
    members = {_local(m): _local(k) for k in kinds for m in vocabulary().subjects(RDF.type, k)}
    rows = tables()["identifiers"]
    assert members == {row["id"]: f"{row['identifies'].title()}Identifier" for row in rows}


def _uses() -> list[dict[str, Json]]:
    rows: list[dict[str, Json]] = tables()["uses"]
    return rows


def _values(name: str) -> dict[str, Json]:
    """Return the value that a property gives each term, as a Python value."""
    pairs = vocabulary().subject_objects(AF[name])
    return {_local(term): value.toPython() for term, value in pairs if isinstance(value, Literal)}


def _links(name: str) -> dict[str, set[str]]:
    """Return the terms to which a property leads from each term."""
    return {_local(t): _words(_local(t), AF[name]) for t in vocabulary().subjects(AF[name])}


def _words(term: str, predicate: Node) -> set[str]:
    return {_local(value) for value in vocabulary().objects(AF[term], predicate)}


def _local(term: Node) -> str:
    assert str(term).startswith(AF), f"{term} is not ours"
    return str(term).removeprefix(AF)
