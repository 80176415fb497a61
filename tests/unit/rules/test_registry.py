"""Rules are the sentences of the specification, and nothing in a document makes one fail."""

import json
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy

import pytest
from hypothesis import example as with_example
from hypothesis import given
from hypothesis import strategies as st

import askfirst
from askfirst.rules import RULES, Part, Rule, check, registry
from askfirst.vocabulary import CODES, Capacity, Condition, DocumentType, Method, Right, Use
from tests.consistency.changes import replaced, steps_in
from tests.consistency.documents import EVERYTHING
from tests.consistency.shipped import Json, members, tables
from tests.unit.rules.looking import example, holder

SENTENCES = {row["code"]: row for row in tables()["codes"]}
WORDS = [str(word) for kind in (Use, Right, Method, Condition, Capacity) for word in kind]
TEXTS = ["2026-11-22T10:00:00Z", "https://isni.org/isni/", "ipi:", "ISCC:", "worldwide", "SE", "UK"]

rules = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
texts = st.text(st.characters(exclude_categories=()), max_size=20) | st.sampled_from(WORDS + TEXTS)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts
names = st.sampled_from(sorted(members())) | texts
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)
places = st.sampled_from(EVERYTHING).flatmap(
    lambda document: st.tuples(st.just(document), st.sampled_from(list(steps_in(document))))
)


@rules
def test_a_rule_says_its_sentence_word_for_word(rule: Rule) -> None:
    assert rule.check.__doc__ == SENTENCES[rule.code]["sentence"]


@rules
def test_a_rule_is_for_the_types_of_its_sentence(rule: Rule) -> None:
    assert list(rule.kinds) == SENTENCES[rule.code]["types"]


def test_a_code_has_one_rule_at_most() -> None:
    assert set(Counter(rule.code for rule in RULES).values()) == {1}


@rules
def test_a_rule_has_a_code_of_meaning(rule: Rule) -> None:
    assert rule.code in CODES
    # that two entries mean the same, no schema can say
    assert rule.code >= "AF2" or rule.code == "AF109"


@pytest.mark.parametrize(
    "kinds", [(), (DocumentType.POLICY,), (DocumentType.POLICY, DocumentType.REQUEST)]
)
def test_a_rule_is_registered_with_its_types_or_with_all(
    kinds: tuple[DocumentType, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "RULES", [])

    def nothing_is_wrong(_: Part) -> Iterator[registry.Fault]:
        return iter(())

    assert registry.rule("AF299", *kinds)(nothing_is_wrong) is nothing_is_wrong
    assert [Rule("AF299", kinds or tuple(DocumentType), nothing_is_wrong)] == registry.RULES


@pytest.mark.parametrize("kind", DocumentType)
@pytest.mark.parametrize("document", EVERYTHING, ids=lambda document: document["type"])
def test_only_rules_for_a_type_look_at_it(kind: DocumentType, document: Json) -> None:
    found = {finding.code for finding in check(kind, Part(document))}

    assert found <= {rule.code for rule in RULES if kind in rule.kinds}


@pytest.mark.parametrize("kind", DocumentType)
def test_rules_find_nothing_in_what_the_schemas_show(kind: DocumentType) -> None:
    assert list(check(kind, Part(example(kind)))) == []


def test_pointers_begin_where_the_document_stands() -> None:
    document = example(DocumentType.WITHDRAWAL, effective="2026-01-01T00:00:00Z")
    found = check(DocumentType.WITHDRAWAL, Part(document, "/askfirst/3"))

    assert [finding.pointer for finding in found] == ["/askfirst/3/effective"]


def test_no_rule_stops_another() -> None:
    mandate = {"id": "ipi:1", "name": "Society", "capacity": "society"}
    document = example("Declaration", rightsholders=[holder("voice", mandate=mandate)])
    found = {finding.code for finding in check(DocumentType.DECLARATION, Part(document))}

    assert found == {"AF205", "AF404", "AF407"}


class TestTolerance:
    """A Reader MUST report, and not fail, whatever the bytes are."""

    @given(place=places, value=values)
    def test_no_value_anywhere_in_a_document_makes_a_rule_fail(
        self, place: tuple[Json, tuple[str | int, ...]], value: Json
    ) -> None:
        document = replaced(*place, value)

        for kind in DocumentType:
            assert {finding.code for finding in check(kind, Part(document))} <= set(CODES)

    @given(value=values)
    @with_example(value=None)
    def test_no_value_in_place_of_a_document_makes_a_rule_fail(self, value: Json) -> None:
        for kind in DocumentType:
            assert {finding.code for finding in check(kind, Part(value))} <= set(CODES)

    @given(place=places, value=values)
    def test_rules_leave_a_document_as_it_is(
        self, place: tuple[Json, tuple[str | int, ...]], value: Json
    ) -> None:
        document = replaced(*place, value)
        before = deepcopy(document)
        for kind in DocumentType:
            list(check(kind, Part(document)))

        assert repr(document) == repr(before)


ONE_FINDING = {
    "an ISWC without its T": ("Declaration", "/track/iswc", "0345246801"),
    "an ISCC in lower case": ("Declaration", "/track/iscc", "iscc:eiasctpzo4qu36lx"),
    "a product code with a letter": ("Release", "/release/upc", "5O99749534728"),
    "a short hash in capitals": ("Declaration", "/track/files", [{"pcmMd5": "ABCDEF"}]),
    "an ISRC in groups of its own": ("Declaration", "/track/isrc", "X-XX-Y-Z260-0012"),
    "a maker without a scheme": ("Declaration", "/by", {"id": "mara.example.org"}),
    "a permitted part of what needs consent": (
        "Declaration",
        "/permits",
        ["music-generation-training"],
    ),
    "a voice that is held and absent": ("Declaration", "/absentRights", ["voice"]),
    "a territory of two other letters": ("Consent", "/territories", ["ÄÖ"]),
    "a Policy with a text for a list": ("Policy", "/asksFirst", "generative-training"),
    "a Policy with a use that is none": ("Policy", "/asksFirst", ["generative-trainin"]),
    "a day in place of an instant": ("Consent", "/validUntil", "2026-11-22"),
    "an end that does not exist": ("Consent", "/validUntil", "2026-02-30T10:00:00Z"),
    "an ISNI with spaces": ("Consent", "/by", {"id": "https://isni.org/isni/0000 0001 2103 2683"}),
}


@pytest.mark.parametrize(("kind", "pointer", "value"), ONE_FINDING.values(), ids=ONE_FINDING.keys())
def test_meaning_is_not_judged_where_the_shape_is_wrong(
    kind: str, pointer: str, value: Json
) -> None:
    """A sentence about meaning is not checked on a value whose shape is wrong."""
    document = example(kind)
    *way, last = pointer.split("/")[1:]
    (document[way[0]] if way else document)[last] = value
    found = askfirst.check(json.dumps(document)).findings

    assert len(found) == 1, found
