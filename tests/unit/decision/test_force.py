"""A Declaration holds from its issue on, until its maker replaces it."""

from collections.abc import Iterable

import pytest

from askfirst.decision.force import Force, force
from askfirst.decision.identity import EVERY_RIGHT
from askfirst.vocabulary import Right
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import AFTER, BEFORE, ISRC, ISWC, LABEL, NOW, declaration, track
from tests.unit.decision.asking import SEARCH, ask, declared, places, track_of

EARLY = "2026-01-01T00:00:00Z"
OLD = declaration(issued=EARLY)
OTHER = {"isrc": "SEXYZ2600012"}


def later(**members: Json) -> Json:
    return declaration(supersedes=[OLD["id"]], **members)


def held(
    *documents: Json, at: str = NOW, counts: frozenset[Right] = EVERY_RIGHT, own: Json = None
) -> Force:
    found = map(declared, documents)
    return force(found, track_of(**(own or {"isrc": ISRC})), at, lambda _: counts)


def ids(found: Iterable[object]) -> list[str]:
    return [str(getattr(one, "id", one)) for one in found]


def test_a_declaration_holds_from_its_issue_on() -> None:
    late = declaration(issued=NOW)

    assert ids(held(late, at=BEFORE).standing) == []
    assert ids(held(late).standing) == [late["id"]]
    assert ids(held(late, at=AFTER).standing) == [late["id"]]


def test_what_is_superseded_is_replaced() -> None:
    new = later()
    found = held(OLD, new)

    assert ids(found.standing) == [new["id"]]
    assert [(one.id, ids(by)) for one, by in found.replaced.items()] == [(OLD["id"], [new["id"]])]


def test_every_replacement_is_told() -> None:
    one, other = later(), later()
    found = held(one, OLD, other)

    assert ids(found.standing) == [one["id"], other["id"]]
    assert [ids(by) for by in found.replaced.values()] == [[one["id"], other["id"]]]


@pytest.mark.parametrize(
    "changed",
    [
        {"supersedes": ["urn:x:another"]},
        {"by": {"id": LABEL}, "rightsholders": declaration(LABEL)["rightsholders"]},
        {"issued": EARLY},
        {"issued": AFTER},
        {"track": track(**OTHER)},
        {"track": track(iswc=ISWC, **OTHER)},
    ],
)
def test_what_lacks_one_condition_replaces_nothing(changed: Json) -> None:
    assert not held(OLD, {**later(), **changed}).replaced


def test_nothing_is_replaced_before_it_is_issued_again() -> None:
    new = later(issued=NOW)

    assert ids(held(OLD, new, at=BEFORE).standing) == [OLD["id"]]
    assert ids(held(OLD, new, at=NOW).standing) == [new["id"]]


def test_nothing_is_replaced_where_nothing_loosens() -> None:
    new = later()

    for counts in (frozenset[Right](), EVERY_RIGHT - {Right.LYRICS}):
        assert held(OLD, new, counts=counts).replaced == {}
        assert ids(held(OLD, new, counts=counts).standing) == [OLD["id"], new["id"]]


def test_what_names_nobody_else_is_replaced_for_its_own_rights() -> None:
    old = {**OLD, "rightsholders": [{**OLD["rightsholders"][0], "rights": ["recording"]}]}

    assert held(old, later(), counts=frozenset({Right.RECORDING})).replaced


def test_it_shares_a_recording_with_both_tracks() -> None:
    url = "https://e.example/1"
    both: Json = {"track": track(isrc=ISRC, urls=[url])}
    old = declaration(issued=EARLY, track=track(urls=[url]))
    new = declaration(supersedes=[old["id"]], **both)

    assert held(old, new).replaced
    assert not held(old, new, own={"urls": ["https://e.example/2"]}).replaced
    assert not held(old, {**new, "track": track()}).replaced


def test_a_contradiction_replaces_nothing() -> None:
    new = later(track=track(isrc=ISRC, iswc=ISWC))

    assert held(OLD, new, own={"isrc": ISRC, "iswc": ISWC}).replaced
    assert not held(OLD, new, own={"isrc": ISRC, "iswc": "T9300771055"}).replaced


def test_what_is_replaced_keeps_replacing() -> None:
    middle = later(issued="2026-06-01T00:00:00Z")
    new = declaration(supersedes=[middle["id"]])

    assert ids(held(OLD, middle, new).standing) == [new["id"]]


def test_superseding_a_release_replaces_each_of_its_tracks() -> None:
    info = {"title": "Album", "artists": ["Mara"]}
    old = {**OLD, "type": "Release", "release": info, "tracks": [track(**OTHER), track()]}
    old = {name: value for name, value in old.items() if name != "track"} | {"permits": [SEARCH]}

    found = ask(SEARCH, old, later())

    assert found.outcome == "unspecified"
    assert places(found, "AF353") == [("AF353", OLD["id"], "/tracks/1")]
    assert ask(SEARCH, old).outcome == "permitted"
