"""An audit answers each row as `decide` does from all documents together."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from askfirst import Answer, check, decide
from askfirst.catalog.answers import Auditor
from askfirst.catalog.audits.asking import Asking, released
from askfirst.catalog.audits.lines import judged, named
from askfirst.catalog.canonical import canonical
from askfirst.catalog.inputs import Input
from askfirst.catalog.manifests import ManifestRow
from askfirst.catalog.noting import Noting, note
from askfirst.catalog.pieces import split
from askfirst.catalog.store import Store
from askfirst.catalog.storing import store
from askfirst.checking import Checked, read_trust
from askfirst.checking.pieces import track as read_track
from askfirst.decision import gather
from askfirst.decision.narrowing import Index
from tests.property.naive.tables import Object
from tests.property.worlds import World, any_worlds
from tests.property.worlds_alphabet import ISCCS, ISWCS, SONGS

if TYPE_CHECKING:
    from askfirst.model.documents import Request

#: What nobody speaks about, and what others share a work or a likeness with.
UNHEARD: Object = {"isrc": "GBXYZ2600099", "urls": ["https://example.net/unheard"]}
TRACKS: tuple[Object, ...] = (
    UNHEARD,
    {"isrc": SONGS[1]["isrc"][0], "urls": [SONGS[0]["urls"][0]]},
    {"mbid": SONGS[2]["mbid"][0], "iswc": ISWCS[0][0]},
    {"isrc": "GBXYZ2600099", "iscc": ISCCS[0][0]},
)


@contextmanager
def stored(documents: list[Object]) -> Iterator[Store]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "documents.jsonl")
        path.write_text("".join(f"{json.dumps(one)}\n" for one in documents))
        parts = Path(folder, "part")
        parts.mkdir()
        for piece in split([str(path)]):
            note(Noting(), piece, parts)
        target = Path(folder, "store.sqlite")
        store(Noting(), [Input.of(str(path))], [parts], target)
        with closing(Store(str(target))) as found:
            yield found


def read(documents: list[Object]) -> list[Checked]:
    return [one for document in documents for one in check(json.dumps(document)).documents]


def identified(track: Object) -> Object:
    """Return a track as a manifest names it."""
    return {name: value for name, value in track.items() if name not in ("title", "artists")}


def said(answer: Answer) -> tuple[object, ...]:
    return answer.outcome, answer.leaves, answer.missing


@settings(max_examples=settings().max_examples // 2)
@given(any_worlds(), st.sampled_from(TRACKS))
def test_a_row_is_answered_as_from_all_documents(world: World, other: Object) -> None:
    """Nothing that bears on a track is left out, also for tracks nobody speaks about."""
    given, request = read(world.documents), cast("Request", check(world.request).document)
    trust = read_trust(world.trust) if world.trust else None
    how: dict[str, Any] = {"at": world.at, "assurance": world.assurance, "trust": trust}
    with stored(world.documents) as documents:
        auditor = Auditor(documents, request, **how)
        for track in (world.request["track"], other, UNHEARD):
            expected = decide({**world.request, "track": track}, given, **how)
            found, answered = auditor.decide(track), auditor.answer(track)
            assert said(found) == said(expected)
            assert answered.outcome == expected.outcome
            assert answered.missing == expected.missing
            assert f"urn:askfirst:sha256:{answered.decision}" == found.id
            about = Index(gather(given)).about(read_track(track))
            assert answered.documents == tuple(sorted(about.all))


@settings(max_examples=settings().max_examples // 3)
@given(any_worlds())
def test_the_line_of_a_row_says_what_the_decision_says(world: World) -> None:
    """What stands in the evidence is the outcome, the reasons and the digest of the Decision."""
    how: dict[str, Any] = {"at": world.at, "assurance": world.assurance, "trust": world.trust}
    trust, given = canonical(world.trust) if world.trust else None, read(world.documents)
    with stored(world.documents) as documents:
        question = (canonical(world.request), world.at, world.assurance, trust)
        asking = Asking(documents.path, documents.content_digest, *question)
        for track in map(identified, (world.request["track"], UNHEARD)):
            answer = decide({**world.request, "track": track}, given, **how)
            found = judged(asking, *named(ManifestRow(0, "row", track, b""))[1:]).rest
            decisive = [leaf for leaf in answer.leaves if leaf.outcome is answer.outcome]
            codes = {reason.code for leaf in decisive for reason in leaf.reasons}
            assert found["outcome"] == answer.outcome
            assert found["why"] == tuple(sorted(codes))
            # what somebody reserves, a Consent alone can open
            assert found["outcome"] != "permitted" or not found["reserved"] or "AF550" in codes
        released()


@settings(max_examples=settings().max_examples // 3)
@given(any_worlds())
def test_what_conforms_has_its_canonical_bytes(world: World) -> None:
    for one in read([world.request, *world.documents]):
        if one.document:
            value = cast("Object", one.value)
            assert canonical(value) == rfc8785.dumps(value)
