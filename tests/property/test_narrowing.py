"""Of all documents, those that bear on a track give the same answer as all of them."""

from random import Random

import pytest
from hypothesis import given

from askfirst import decide
from askfirst.checking.pieces import track as made
from askfirst.decision import Documents, gather
from askfirst.decision.narrowing import Index
from tests.property.worlds import World, world, worlds

#: Worlds that are told apart by their number, besides those that hypothesis finds.
SEEDS = range(60)


def narrowed(one: World, *more: World) -> tuple[Documents, Documents]:
    """Return the documents of some worlds, and those that bear on the track of the first."""
    documents = gather(document for each in (one, *more) for document in each.documents)
    return documents, Index(documents).about(made(one.request["track"]))


def unchanged(one: World, *more: World) -> bool:
    every, some = (
        decide(one.request, documents, at=one.at, assurance=one.assurance)
        for documents in narrowed(one, *more)
    )
    return (every.outcome, every.leaves, every.missing) == (
        some.outcome,
        some.leaves,
        some.missing,
    )


@given(worlds())
def test_nothing_that_bears_on_a_track_is_left_out(one: World) -> None:
    assert unchanged(one)


@given(worlds(), worlds())
def test_nor_among_the_documents_of_another_question(one: World, other: World) -> None:
    assert unchanged(one, other)


@pytest.mark.parametrize("at", ["2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z"])
@pytest.mark.parametrize("assurance", ["trusted", "unsigned"])
def test_nor_at_any_time_or_assurance(at: str, assurance: str) -> None:
    some = [world(Random(seed)) for seed in SEEDS]  # noqa: S311 - it guards nothing

    assert all(unchanged(one._replace(at=at, assurance=assurance)) for one in some)


def test_what_is_about_other_tracks_is_left_out() -> None:
    some = [world(Random(seed)) for seed in SEEDS]  # noqa: S311 - it guards nothing
    counts = [[len(documents.all) for documents in narrowed(one)] for one in some]

    assert any(few < many for many, few in counts)
    assert all(few <= many for many, few in counts)


@given(worlds())
def test_every_track_that_can_be_read_is_asked_or_shares_a_recording_with_one_that_is(
    one: World,
) -> None:
    documents = gather(one.documents)
    asked = Index(documents).tracks()
    known = frozenset[str]().union(*(track.recording | track.work for track in asked))
    readable = [piece.track for piece in documents.broken if piece.track]

    for track in (*(declared.track for declared in documents.declared), *readable):
        assert not known.isdisjoint(track.recording or track.work)
