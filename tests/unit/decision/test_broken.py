"""A document that does not conform still says something, as far as it can be read."""

import pytest

from askfirst import check
from askfirst.decision.broken import ended_consent, id_of, kind_of
from askfirst.vocabulary import DocumentType
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import declaration
from tests.property.worlds_by_hand import withdrawal as ending

WRONG: Json = {"exclusive": "yes"}


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("Declaration", DocumentType.DECLARATION),
        ("Consent", DocumentType.CONSENT),
        ("declaration", None),
        ("Licence", None),
        (None, None),
        ("", None),
    ],
)
def test_a_type_is_told_where_the_text_tells_it(type_: Json, kind: object) -> None:
    (checked,) = check({**declaration(**WRONG), "type": type_}).documents

    assert kind_of(checked) is kind


def test_a_type_that_stands_twice_is_not_told() -> None:
    text = '{"askfirst": "1.0.0", "type": "Consent", "exclusive": "yes", "type": "Declaration"}'
    (checked,) = check(text).documents

    assert kind_of(checked) is None


def test_a_type_is_told_inside_of_other_json() -> None:
    document = {**declaration(**WRONG), "type": 5}
    (checked,) = check({"metadata": {"askfirst": document}}).documents

    assert kind_of(checked) is None


@pytest.mark.parametrize(
    ("id_", "told"),
    [("urn:x:1", "urn:x:1"), ("no id", None), (7, None), (None, None), ("urn:x:1#2", None)],
)
def test_an_id_is_told_where_it_is_one(id_: Json, told: str | None) -> None:
    (checked,) = check({**declaration(**WRONG), "id": id_}).documents
    (inside,) = check({"askfirst": {**declaration(**WRONG), "id": id_}}).documents

    assert id_of(checked) == told
    assert id_of(inside) == told


def test_an_id_is_not_told_where_the_text_cannot_be_read() -> None:
    (checked,) = check(declaration(askAt=1999, **WRONG)).documents

    assert id_of(checked) is None
    assert checked.id is not None


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"reason": ""}, "urn:x:1"),
        ({"by": "Mara"}, "urn:x:1"),
        ({"consent": "URN:UUID:00000000-0000-4000-8000-00000000000A", "reason": ""}, "lower"),
        ({"consent": "urn:x:1#2"}, None),
        ({"consent": "no id"}, None),
        ({"consent": ""}, None),
        ({"consent": ["urn:x:1"]}, None),
        ({"consent": None}, None),
        ({"reason": 1999}, None),
    ],
)
def test_a_withdrawal_ends_the_consent_that_it_names(changed: Json, named: str | None) -> None:
    lower = "urn:uuid:00000000-0000-4000-8000-00000000000a"
    document = {**ending({"id": "urn:x:1", "by": {"id": "urn:x:2"}}), **changed}
    (checked,) = check(document).documents
    (inside,) = check({"askfirst": document}).documents

    assert not checked.conforms
    assert ended_consent(checked) == (lower if named == "lower" else named)
    assert ended_consent(inside) == ended_consent(checked)


def test_a_withdrawal_that_names_none_may_end_any() -> None:
    document = ending({"id": "urn:x:1", "by": {"id": "urn:x:2"}})
    del document["consent"]

    assert ended_consent(check(document).documents[0]) is None
