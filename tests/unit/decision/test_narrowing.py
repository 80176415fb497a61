"""Of many documents, those about one track are found, and nothing that bears on it is left out."""

from askfirst.decision.documents import gather
from askfirst.decision.narrowing import Index
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import (
    ISCC,
    ISRC,
    ISWC,
    URL,
    consent,
    declaration,
    track,
    withdrawal,
)
from tests.unit.decision.asking import track_of

OTHER, THIRD = "SEXYZ2600012", "SEXYZ2600013"
ELSEWHERE = track(isrc=OTHER)
WRONG: Json = {"exclusive": "yes"}


def tracks(*documents: Json) -> list[frozenset[str]]:
    return [one.identifiers for one in Index(gather(documents)).tracks()]


def about(*documents: Json, **known: Json) -> list[str]:
    """Return the ids of the documents about a track, in the order in which they were given."""
    found = Index(gather(documents)).about(track_of(**(known or {"isrc": ISRC})))
    acting = [one.document.sha256 for one in found.declared]
    acting += [one.sha256 for one in found.consents]
    acting += [one.sha256 for ending in found.withdrawals.values() for one in ending]
    acting += [one.checked.sha256 for one in (*found.broken, *found.spoiled)]
    acting += [one.sha256 for one, _ in found.ends]
    assert set(acting) == set(found.all)
    return [one["id"] for one in documents if gather([one]).all.keys() & found.all.keys()]


def test_tracks_are_told_once_in_the_given_order() -> None:
    second = declaration(track=ELSEWHERE, **WRONG)

    assert tracks(declaration(), second, declaration(), declaration(track=ELSEWHERE)) == [
        {f"isrc:{ISRC}"},
        {f"isrc:{OTHER}"},
    ]
    assert tracks(second, declaration()) == [{f"isrc:{OTHER}"}, {f"isrc:{ISRC}"}]
    assert tracks() == []
    assert tracks(declaration(track={}, **WRONG), declaration()) == [{f"isrc:{ISRC}"}]


def test_every_track_of_a_release_is_told() -> None:
    album = {**declaration(), "type": "Release", "release": {"title": "A", "artists": ["M"]}}
    del album["track"]
    album["tracks"] = [track(), ELSEWHERE]

    assert tracks(album) == [{f"isrc:{ISRC}"}, {f"isrc:{OTHER}"}]


def test_tracks_that_share_a_recording_are_one_unless_they_contradict() -> None:
    known = {f"isrc:{ISRC}", f"urls:{URL}"}
    other = {f"isrc:{OTHER}", f"urls:{URL}"}
    one = declaration(track=track(isrc=ISRC, urls=[URL]))
    two = declaration(track=track(isrc=OTHER, urls=[URL]))

    assert tracks(one, declaration(track=track(urls=[URL]))) == [known]
    assert tracks(one, two) == [known, other]


def test_a_work_is_told_where_no_recording_of_it_is() -> None:
    work, recorded = track(iswc=ISWC), track(isrc=ISRC, iswc=ISWC)

    assert tracks(declaration(track=work)) == [{f"iswc:{ISWC}"}]
    assert tracks(declaration(track=work), declaration(track=recorded)) == [
        {f"isrc:{ISRC}", f"iswc:{ISWC}"}
    ]
    assert tracks(declaration(track=work), declaration()) == [{f"iswc:{ISWC}"}, {f"isrc:{ISRC}"}]


def test_recordings_of_one_work_are_several_tracks() -> None:
    found = tracks(
        declaration(track=track(isrc=ISRC, iswc=ISWC)),
        declaration(track=track(isrc=OTHER, iswc=ISWC)),
    )

    assert len(found) == 2


def test_only_what_conforms_not_and_names_no_track_is_about_every_track() -> None:
    here, there = declaration(), declaration(track=ELSEWHERE)
    broken, unread = declaration(track=ELSEWHERE, **WRONG), declaration(track={}, **WRONG)
    spoiled = consent(tracks=[{"isrc": OTHER}], **WRONG)
    unclear = consent(tracks="none", **WRONG)

    assert about(here, there, broken, unread, spoiled, unclear) == [
        here["id"],
        unread["id"],
        unclear["id"],
    ]
    assert about(here, there, broken, unread, spoiled, unclear, isrc=OTHER) == [
        there["id"],
        broken["id"],
        unread["id"],
        spoiled["id"],
        unclear["id"],
    ]


def test_consents_and_what_ends_them_go_together() -> None:
    agreed, other = consent(), consent(tracks=[{"isrc": OTHER}])
    ended, other_ended = withdrawal(agreed), withdrawal(other)
    broken, other_broken = withdrawal(agreed, **WRONG), withdrawal(other, **WRONG)
    unclear = withdrawal(other, consent="?")
    given = (agreed, other, ended, other_ended, broken, other_broken, unclear)

    assert about(*given) == [agreed["id"], ended["id"], broken["id"], unclear["id"]]


def test_a_work_and_a_likeness_are_about_the_track_too() -> None:
    work = declaration(track=track(iswc=ISWC))
    alike = declaration(track=track(isrc=OTHER, iscc=ISCC))
    agreed = consent(tracks=[{"iswc": ISWC}])

    assert about(work, alike, agreed) == []
    assert about(work, alike, agreed, isrc=ISRC, iswc=ISWC, iscc=ISCC) == [
        work["id"],
        alike["id"],
        agreed["id"],
    ]


def test_what_a_declaration_lends_is_known_and_no_further_step() -> None:
    bridge = declaration(track=track(isrc=ISRC, urls=[URL]))
    second = declaration(track=track(urls=[URL], iswc=ISWC))
    third = declaration(track=track(iswc=ISWC, isrc=THIRD))
    agreed = consent(tracks=[{"urls": [URL]}])

    assert about(bridge, second, third, agreed) == [bridge["id"], second["id"], agreed["id"]]


def test_what_does_not_conform_lends_too() -> None:
    bridge = declaration(track=track(isrc=ISRC, urls=[URL]), **WRONG)
    second = declaration(track=track(urls=[URL]), prohibits=["search-indexing"])

    assert about(bridge, second) == [bridge["id"], second["id"]]


def test_through_a_work_nothing_is_lent() -> None:
    work = declaration(track=track(iswc=ISWC, urls=[URL]))
    second = declaration(track=track(urls=[URL]))

    assert about(work, second, isrc=ISRC, iswc=ISWC) == [work["id"]]
