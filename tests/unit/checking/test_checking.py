"""Bytes, text and parsed values are checked alike, and become values of the model."""

import json
from typing import Any

import pytest
import yaml

import askfirst
from askfirst.model.decisions import Decision
from askfirst.model.declarations import Declaration, Release
from askfirst.model.documents import Consent, Policy, Request, Withdrawal
from askfirst.vocabulary import Right, Use
from tests.acceptance.fences import ROOT

STORY = ROOT / "examples/pass/solo-artist"
EVERYTHING = ROOT / "examples/pass/everything-used"


def _solo(**changes: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON value
    document = json.loads((STORY / "declaration.json").read_bytes())
    return {key: value for key, value in {**document, **changes}.items() if value is not None}


def _codes(data: Any) -> list[str]:  # noqa: ANN401 - bytes, text or a value
    return [finding.code for finding in askfirst.check(data).findings]


def test_bytes_text_and_a_parsed_value_give_the_same_document() -> None:
    data = (STORY / "declaration.json").read_bytes()

    documents = [askfirst.read(data), askfirst.read(data.decode()), askfirst.read(json.loads(data))]

    assert documents == documents[:1] * 3


def test_json_and_yaml_give_the_same_document() -> None:
    in_json, in_yaml = (
        askfirst.read((STORY / f"declaration.{kind}").read_bytes()) for kind in ("json", "yaml")
    )

    assert in_json == in_yaml


@pytest.mark.parametrize(
    ("kind", "model"),
    [
        ("declaration", Declaration),
        ("release", Release),
        ("consent", Consent),
        ("withdrawal", Withdrawal),
        ("policy", Policy),
        ("request", Request),
        ("decision", Decision),
    ],
)
def test_a_document_becomes_a_value_of_its_type(kind: str, model: type) -> None:
    assert isinstance(askfirst.read((EVERYTHING / f"{kind}.yaml").read_bytes()), model)


def test_the_values_are_those_of_the_document() -> None:
    document = askfirst.read(_solo(by=None, permits=["search-indexing"], absentRights=None))

    assert isinstance(document, Declaration)
    assert document.by.id == document.rightsholders[0].holder
    assert document.statements.permits == (Use.SEARCH_INDEXING,)
    assert Right.COMPOSITION in document.rightsholders[0].rights


def test_identifiers_of_a_document_are_in_their_normal_form() -> None:
    track = {"title": "x", "artists": ["y"], "isrc": "us-skg-19-12345", "iswc": "T-034.524.680-1"}

    document = askfirst.read(_solo(track=track))

    assert isinstance(document, Declaration)
    assert (document.track.isrc, document.track.iswc) == ("USSKG1912345", "T0345246801")


def test_what_does_not_conform_cannot_be_read() -> None:
    with pytest.raises(askfirst.InvalidDocument) as caught:
        askfirst.read(_solo(type="Consent"))

    assert not caught.value.report.conforms


def test_two_documents_are_not_read_as_one() -> None:
    two = json.dumps([_solo(), _solo()])

    with pytest.raises(askfirst.InvalidDocument):
        askfirst.read(two)


def test_a_document_beside_a_broken_one_conforms_by_itself() -> None:
    report = askfirst.check(json.dumps([_solo(), _solo(prohibits=["all"])]))

    assert [one.conforms for one in report.documents] == [True, False]
    assert report.document is None


def test_a_fault_around_the_documents_spoils_them_all() -> None:
    text = f'{{"a": "1", "a": "2", "askfirst": {json.dumps(_solo())}}}'

    report = askfirst.check(text)

    assert [one.conforms for one in report.documents] == [False]


@pytest.mark.parametrize("value", [1, 1.5, float("nan"), 10**5000, b"x", {1}, object()], ids=type)
@pytest.mark.parametrize("member", ["type", "track", "prohibits", "x-a", "id"])
def test_what_is_no_json_value_is_a_finding(value: object, member: str) -> None:
    report = askfirst.check(_solo(**{member: value}))

    assert not report.conforms


def test_a_tuple_is_a_list() -> None:
    assert askfirst.check(_solo(prohibits=("training",), requiresConsent=None)).conforms


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (_solo(askfirst="1.1.0"), "AF101"),
        (_solo(askfirst="1.0"), "AF101"),
        (_solo(type="Polka"), "AF102"),
        (_solo(type=None), "AF104"),
        (_solo(askfirst=None), "AF104"),
    ],
)
def test_an_unknown_version_or_type_is_an_error_and_never_a_guess(
    value: dict[str, Any], code: str
) -> None:
    assert _codes(value) == [code]


def test_a_version_of_yaml_numbers_is_refused() -> None:
    text = yaml.safe_dump(_solo()).replace("askfirst: 1.0.0", "askfirst: 1.0")

    assert "AF005" in _codes(text)


def test_positions_are_left_out_where_there_is_no_text() -> None:
    assert [f.position for f in askfirst.check(_solo(type="Polka")).findings] == [None]


def test_the_public_names_are_there() -> None:
    assert [name for name in askfirst.__all__ if not hasattr(askfirst, name)] == []
    assert sorted(askfirst.__all__) == sorted(dir(askfirst))


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError):
        _ = askfirst.permit
