"""Of a document that does not conform, each track is read if one can be sure of it."""

import pytest

from askfirst import check
from askfirst.decision.broken import (
    Piece,
    pieces,
    prohibits,
    restricts,
)
from askfirst.vocabulary import Use
from tests.consistency.shipped import Json
from tests.property.worlds_by_hand import ISCC, ISRC, ISWC, URL, consent, declaration, track

INFO = {"title": "Album", "artists": ["Mara"]}
WRONG: Json = {"exclusive": "yes"}


def of(document: Json) -> tuple[Piece, ...]:
    (checked,) = check(document).documents
    assert not checked.conforms
    return pieces(checked)


def release(*tracks: Json, **members: Json) -> Json:
    one = {**declaration(**members), "type": "Release", "release": INFO, "tracks": list(tracks)}
    return {name: value for name, value in one.items() if name != "track"}


def known(piece: Piece) -> set[str] | None:
    return None if piece.track is None else set(piece.track.identifiers)


def test_the_track_of_a_declaration_is_read() -> None:
    (piece,) = of(declaration(**WRONG, prohibits=["training"], permits=["search-indexing"]))

    assert (piece.pointer, known(piece)) == ("", {f"isrc:{ISRC}"})
    assert piece.own.prohibits == (Use.TRAINING,)
    assert piece.own.permits == (Use.SEARCH_INDEXING,)
    assert piece.own.requires_consent == ()
    assert piece.general is None


def test_each_track_of_a_release_is_read() -> None:
    own = {**track(urls=[URL]), "prohibits": ["input", "nonsense"]}
    first, second = of(release(track(), own, **WRONG, requiresConsent=["training"]))

    assert (first.pointer, known(first)) == ("/tracks/0", {f"isrc:{ISRC}"})
    assert (second.pointer, known(second)) == ("/tracks/1", {f"urls:{URL}"})
    assert second.own.prohibits == (Use.INPUT,)
    assert first.general == second.general
    assert second.general
    assert second.general.requires_consent == (Use.TRAINING,)


def test_the_track_of_a_release_and_the_tracks_of_a_declaration_are_not_looked_at() -> None:
    both = {**release(track(urls=[URL])), "track": track()}

    assert [piece.pointer for piece in of(both)] == ["/tracks/0"]
    assert [piece.pointer for piece in of({**both, "type": "Declaration"})] == [""]
    assert [piece.pointer for piece in of({**both, "type": "Licence"})] == ["/tracks/0", ""]
    assert [known(piece) for piece in of({**both, "type": None})] == [
        {f"urls:{URL}"},
        {f"isrc:{ISRC}"},
    ]


def test_a_track_of_a_release_is_told_inside_its_document() -> None:
    (checked,) = check({"metadata": {"askfirst": release(track(), **WRONG)}}).documents
    (piece,) = pieces(checked)

    assert (piece.pointer, known(piece)) == ("/tracks/0", {f"isrc:{ISRC}"})


def test_the_tracks_of_a_consent_are_read() -> None:
    agreed = {**consent(tracks=[{"isrc": ISRC}, {"isrc": "SEXYZ26"}]), "track": track()}

    assert [(piece.pointer, known(piece)) for piece in of(agreed)] == [
        ("/tracks/0", {f"isrc:{ISRC}"}),
        ("/tracks/1", None),
    ]


@pytest.mark.parametrize(
    "document",
    [
        {name: value for name, value in declaration().items() if name != "track"},
        release(),
        {**declaration(), "tracks": "none", "type": "Release"},
        declaration(track="Song"),
        declaration(track={}),
        declaration(track=track(iscc=ISCC)),
        declaration(track=track(isrc="SEXYZ26")),
        declaration(track=track(isrc=ISRC, urls=["no address"])),
        declaration(track=track(isrc=ISRC, files=[{"pcmMd5": "0a"}])),
        declaration(track=track(isrc=ISRC, exclusive="yes")),
        declaration(track=track(isrc=ISRC, aiGenerated="yes")),
        declaration(track=track(isrc=ISRC, files=[{"pcmMd5": "0a" * 16, "sha1": "0a"}])),
        declaration(askfirst="2.0.0"),
        declaration(askfirst="2.0.0", type="Licence"),
        declaration(askAt=1999),
    ],
)
def test_a_track_of_which_one_cannot_be_sure_is_not_read(document: Json) -> None:
    (piece,) = of(document)

    assert (piece.pointer, piece.track) == (
        "/tracks/0" if document["type"] == "Release" and piece.pointer else "",
        None,
    )


@pytest.mark.parametrize(
    "document",
    [
        declaration(track={**track(), "title": ""}),
        declaration(track={**track(), "artists": "Mara"}),
        declaration(track=track(isrc=ISRC, license="none")),
        declaration(tracks=[track(isrc="SEXYZ26")]),
        declaration(aiGenerated="yes"),
        declaration(x=[{"isrc": "?"}]),
        {name: value for name, value in declaration().items() if name != "askfirst"},
    ],
)
def test_what_is_wrong_elsewhere_keeps_no_track_from_being_read(document: Json) -> None:
    assert [known(piece) for piece in of(document)] == [{f"isrc:{ISRC}"}]


@pytest.mark.parametrize("name", ["isrc", "mbid", "iswc", "urls", "files"])
def test_each_identifier_is_enough(name: str) -> None:
    values: Json = {
        "isrc": ISRC,
        "mbid": "2c9f6d1e-7b34-4a80-9f5c-0d1e2a3b4c51",
        "iswc": ISWC,
        "urls": [URL],
        "files": [{"pcmMd5": "0a" * 16}],
    }
    (piece,) = of(declaration(track=track(**{name: values[name]}, iscc=ISCC), **WRONG))
    (wrong,) = of(declaration(track=track(**{"isrc": ISRC, name: ["?"]}), **WRONG))

    assert piece.track
    assert len(piece.track.identifiers) == 2
    assert wrong.track is None


def test_a_likeness_that_is_wrong_leaves_it_open_which_track_is_meant() -> None:
    assert of(declaration(track=track(isrc=ISRC, iscc="ISCC:A")))[0].track is None


@pytest.mark.parametrize("type_", ["Licence", "declaration", None])
def test_a_document_of_no_type_is_checked_as_a_likely_one(type_: Json) -> None:
    (piece,) = of(declaration(track=track(isrc=ISRC, exclusive="yes"), type=type_))
    (sure,) = of(declaration(type=type_))
    (first, second) = of({**release(track(), track(isrc="SEXYZ26")), "type": type_})

    assert piece.track is None
    assert known(sure) == {f"isrc:{ISRC}"}
    assert (known(first), known(second)) == ({f"isrc:{ISRC}"}, None)


def test_a_document_of_no_type_that_cannot_be_read_names_no_track() -> None:
    assert [known(piece) for piece in of(declaration(type=None, askAt=1999))] == [None]


@pytest.mark.parametrize("inside", [{"track": track()}, {"track": track(), "askfirst": ["1.0.0"]}])
def test_an_object_in_the_place_of_a_document_is_read_as_one(inside: Json) -> None:
    (piece,) = of({"askfirst": inside})

    assert (piece.pointer, known(piece)) == ("", {f"isrc:{ISRC}"})
    assert piece.checked.value == inside


def test_an_object_without_any_track_may_be_about_any() -> None:
    assert [known(piece) for piece in of({"askfirst": {"title": "Song"}})] == [None]


def test_nothing_can_be_read_of_what_is_beyond_the_limits() -> None:
    (piece,) = of(declaration(x=[["text"] * 20_001]))

    assert (piece.pointer, piece.track) == ("", None)


def test_a_piece_restricts_unless_its_track_is_another_one() -> None:
    (readable,) = of(declaration(**WRONG))
    (unread,) = of(declaration(track={}))

    assert restricts(readable, frozenset({f"isrc:{ISRC}"}))
    assert not restricts(readable, frozenset({"isrc:SEXYZ2600012"}))
    assert restricts(unread, frozenset())


def test_a_likeness_restricts_too() -> None:
    (alike,) = of(declaration(track=track(isrc=ISRC, iscc=ISCC), **WRONG))

    assert restricts(alike, frozenset({f"iscc:{ISCC}"}))


def test_a_piece_prohibits_where_its_track_can_be_read() -> None:
    stating: Json = {"prohibits": ["training", "nonsense"], "requiresConsent": ["input"]}
    (readable,) = of(declaration(**stating))
    (unread,) = of(declaration(**stating, track={}))

    assert prohibits(readable, Use.TAGGING_TRAINING)
    assert not prohibits(readable, Use.ANALYTIC_INPUT)
    assert not prohibits(readable, Use.SEARCH_INDEXING)
    assert not prohibits(unread, Use.TAGGING_TRAINING)


def test_a_track_of_a_release_prohibits_by_rule_1() -> None:
    entry = {**track(), "permits": ["tagging-training"]}
    (piece,) = of(release(entry, **WRONG, prohibits=["training", "search-indexing"]))

    assert not prohibits(piece, Use.TAGGING_TRAINING)
    assert prohibits(piece, Use.SEARCH_INDEXING)
    assert prohibits(piece, Use.OTHER_ANALYTIC_TRAINING)
