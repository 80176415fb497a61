"""What is given is sorted by what it does; the same digest counts once."""

from types import MappingProxyType

import pytest

from askfirst import InvalidDocument, check, read
from askfirst.decision.documents import NoDocument, gather
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import (
    ISRC,
    LAB,
    NOW,
    URL,
    consent,
    declaration,
    head,
    track,
    withdrawal,
)
from tests.unit.decision.asking import asked, consented

WRONG: Json = {"exclusive": "yes"}


def test_nothing_given_is_nothing_said() -> None:
    found = gather([])

    assert found.all == {}
    assert not found.declared
    assert not found.consents
    assert found.withdrawals == {}
    assert (found.broken, found.spoiled, list(found.ends)) == ((), (), [])


def test_every_document_stands_where_it_acts() -> None:
    mine, agreed = declaration(), consent()
    ends = withdrawal(agreed)
    policy = {**head("Policy", LAB), "effective": NOW, "never": ["generative-training"]}
    album = {**declaration(), "type": "Release", "release": {"title": "A", "artists": ["M"]}}
    del album["track"]
    album["tracks"] = [track(), track(urls=[URL])]
    given = [mine, agreed, ends, policy, album, asked()]
    found = gather(given)

    assert [one.id for one in found.all.values()] == [one["id"] for one in given]
    assert set(found.all) == {one.sha256 for one in found.all.values()}
    assert [one.id for one in found.declared] == [
        mine["id"],
        f"{album['id']}#/tracks/0",
        f"{album['id']}#/tracks/1",
    ]
    assert [one.id for one in found.consents] == [agreed["id"]]
    assert {of: [one.id for one in by] for of, by in found.withdrawals.items()} == {
        agreed["id"]: [ends["id"]]
    }
    assert (found.broken, found.spoiled, list(found.ends)) == ((), (), [])


def test_several_withdrawals_of_one_consent_are_kept() -> None:
    agreed = consent()
    several = [withdrawal(agreed), withdrawal(agreed)]

    assert [one.id for one in gather(several).withdrawals[agreed["id"]]] == [
        one["id"] for one in several
    ]


def test_what_does_not_conform_stands_apart() -> None:
    mine, agreed, ends = declaration(**WRONG), consent(**WRONG), withdrawal(consent(), **WRONG)
    other = {**declaration(), "type": "Licence"}
    nobodys = {**asked(), "uses": []}
    found = gather([mine, agreed, ends, other, nobodys])

    assert [one.checked.id for one in found.broken] == [mine["id"], other["id"]]
    assert [one.checked.id for one in found.spoiled] == [agreed["id"]]
    assert [(one.id, named) for one, named in found.ends] == [(ends["id"], ends["consent"])]
    assert len(found.all) == 5
    assert (list(found.declared), list(found.consents), found.withdrawals) == ([], [], {})


def test_the_same_document_counts_once_however_it_is_given() -> None:
    mine = declaration()
    (checked,) = check(mine).documents
    found = gather([mine, MappingProxyType(mine), read(mine), checked])

    assert len(found.all) == len(found.declared) == 1
    assert found.declared[0].id == mine["id"]


def test_another_document_with_the_same_id_counts_too() -> None:
    mine = declaration()

    assert len(gather([mine, {**mine, "language": "en"}]).declared) == 2


def test_a_document_out_of_a_report_is_taken_as_it_was_read() -> None:
    (checked,) = check(declaration(**WRONG)).documents
    found = gather([checked])

    assert found.all == {checked.sha256: checked}


def test_documents_in_somebody_elses_object_are_found() -> None:
    mine, other = declaration(), declaration(**WRONG)
    found = gather([{"metadata": {"askfirst": [mine, other]}}])

    assert [one.id for one in found.declared] == [mine["id"]]
    assert [one.checked.id for one in found.broken] == [other["id"]]


def test_what_holds_no_document_stops_the_question() -> None:
    with pytest.raises(InvalidDocument) as raised:
        gather([declaration(), {"title": "Song"}])

    assert [finding.code for finding in raised.value.report.findings] == ["AF014"]


def test_a_broken_withdrawal_ends_what_it_names_or_everything() -> None:
    agreed, other = consent(), consent(tracks=[{"isrc": ISRC, "urls": [URL]}])
    named = {**withdrawal(agreed), **WRONG}
    unnamed = {**withdrawal(agreed), "consent": "?"}
    found = gather([named, unnamed])

    assert [one.id for one in found.ending(consented(agreed))] == [named["id"], unnamed["id"]]
    assert [one.id for one in found.ending(consented(other))] == [unnamed["id"]]
    assert gather([]).ending(consented(agreed)) == ()


@pytest.mark.parametrize("more", [{}, {"holders": "none"}])
def test_a_trust_file_is_no_document(more: Json) -> None:
    trust = {"askfirst": "1.0.0", "type": "Trust", **more}

    for given in (trust, check(trust).documents[0]):
        with pytest.raises(NoDocument):
            gather([given])
