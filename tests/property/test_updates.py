"""A license file that is brought up to date conforms, and nothing in it is lost."""

from copy import deepcopy
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from askfirst import check
from askfirst.authoring.answers import Credit, Voice
from askfirst.authoring.people import NOBODY, Part, Person
from askfirst.authoring.recordings import Recording
from askfirst.authoring.updates import Changes, brought_up_to_date
from askfirst.model.declarations import Declaration, Release
from askfirst.vocabulary import Preset, Right, Status
from tests.consistency.shipped import Json
from tests.property.strategies import declarations, releases

DOCUMENTS = st.one_of(declarations(), releases()).map(
    lambda one: {name: value for name, value in one.items() if name != "proof"}
)
CREDITS = st.builds(
    Credit,
    st.builds(
        Part,
        st.sampled_from([NOBODY, Person("Lena"), Person("Idris", "https://idris.example.org/")]),
        st.lists(st.sampled_from(Right), min_size=1, unique=True).map(tuple),
        st.none(),
    ),
    st.frozensets(st.integers(1, 3)),
    st.just(()),
    st.just(value=False),
)
CHANGES = st.builds(
    Changes,
    st.none() | st.sampled_from(Preset),
    st.none() | st.sampled_from(Voice),
    st.none() | st.just("Mara"),
    st.none() | st.just("mailto:mara@example.org"),
    st.just(()),
)
NEW = Recording({"title": "New", "files": [{"name": "new.flac", "packetsSha256": "ab" * 32}]}, {})


def errors(document: Json) -> list[str]:
    return [f.code for f in check(document).findings if f.severity == "error"]


@given(DOCUMENTS)
def test_where_nothing_is_new_nothing_changes(document: Json) -> None:
    assert brought_up_to_date(document, [], Changes())[0] == document


@given(DOCUMENTS, CHANGES)
def test_what_was_right_stays_right(document: Json, changes: Changes) -> None:
    assert errors(brought_up_to_date(document, [NEW], changes)[0]) == []


@given(DOCUMENTS, CHANGES)
def test_a_second_time_changes_nothing(document: Json, changes: Changes) -> None:
    once = brought_up_to_date(document, [NEW], changes)[0]
    assert brought_up_to_date(deepcopy(once), [NEW], changes)[0] == once


@given(DOCUMENTS, CHANGES)
def test_only_what_is_answered_goes(document: Json, changes: Changes) -> None:
    answered = {"requiresConsent", "prohibits", "permits"}
    after = brought_up_to_date(document, [NEW], changes)[0]
    assert set(document) - answered <= set(after)
    kept = {"id", "issued", "askAt", "supersedes", "absentRights", "witness", "language"}
    assert {name: document.get(name) for name in kept} == {name: after.get(name) for name in kept}


@given(DOCUMENTS, st.sampled_from(Preset))
def test_a_preset_holds_for_every_leaf_without_a_nearer_statement(
    document: Json, preset: Preset
) -> None:
    after = check(brought_up_to_date(document, [], Changes(preset))[0]).document
    assert isinstance(after, Declaration | Release)
    for name, uses in preset.statements.items():
        wanted = Status.PROHIBITED if name == "prohibits" else Status.CONSENT_REQUIRED
        for use in uses:
            assert use in after.statements.by_status[wanted]


@given(DOCUMENTS, CREDITS)
def test_who_is_added_is_named(document: Json, credit: Credit) -> None:
    absent = {
        r for one in (document, *document.get("tracks", ())) for r in one.get("absentRights", ())
    }
    rights = tuple(right for right in credit.part.rights if right not in absent)
    credit = credit._replace(part=credit.part._replace(rights=rights))
    after: dict[str, Any] = brought_up_to_date(document, [], Changes(credits=(credit,)))[0]
    assert errors(after) == []
    if credit.part.person == NOBODY or not rights or (credit.tracks and "tracks" in after):
        return
    assert any(
        one["name"] == credit.part.person.name and set(rights) <= set(one["rights"])
        for one in after["rightsholders"]
    )
