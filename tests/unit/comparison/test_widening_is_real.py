"""Whatever is called widened can make an outcome milder: here is where."""

import pytest

from askfirst import decide
from tests.consistency.shipped import Json
from tests.unit.comparison.revised import (
    LAB,
    MANAGEMENT,
    MARA,
    NORTHLINE,
    consent,
    declaration,
    difference,
    holder,
    release,
    request,
    track,
    withdrawal,
)

SOUND = ("composition", "lyrics", "recording", "performance")
NO_LYRICS = ("composition", "recording", "performance", "voice", "likeness")
LATER = "2026-12-01T00:00:00Z"
NOW = "2027-01-01T00:00:00Z"
OPEN = ["search-indexing"]
ISWC = "T9271833400"
MBID = "2c9f6d1e-7b34-4a80-9f5c-0d1e2a3b4c51"

ours, theirs = holder(*SOUND), holder("recording", id_=NORTHLINE)
mandated = {"id": MANAGEMENT, "name": "Management", "capacity": "agent"}
by_mara = {"by": {"id": MARA}}
earlier = {"id": "urn:a:earlier", "issued": "2026-01-01T00:00:00Z"}
indexing = request(uses=OPEN)
signal = {"signal": "tdmrep", "sha256": "0c" * 32}

#: What is called widened, and how a Consent that is narrower says it.
NARROWER: list[tuple[str, Json]] = [
    ("by", {"by": {"id": NORTHLINE}}),
    ("to", {"to": {"id": "https://other-lab.example.com/", "name": "Another"}}),
    ("purpose", {"purpose": "a product"}),
    ("rights", {"rights": ["recording"]}),
    ("material", {"material": ["stems"]}),
    ("territories", {"territories": ["SE"]}),
    ("models", {"models": [{"name": "tonewave", "version": "1"}]}),
    ("tracks", {"tracks": [{"isrc": "SEXYZ2600015"}]}),
    ("leaf", {"uses": ["other-generative-training"]}),
    ("validFrom", {"validFrom": "2028-01-01T00:00:00Z"}),
    ("validUntil", {"validUntil": LATER}),
    ("conditions", {"conditions": ["attribution", "non-commercial"]}),
]
#: The same of a Withdrawal that does not end the Consent now.
OTHER_ENDS: list[tuple[str, Json]] = [
    ("consent", {"consent": "urn:a:another"}),
    ("by", {"by": {"id": LAB}}),
    ("effective", {"effective": "2028-01-01T00:00:00Z"}),
]
#: What is called widened, the document before and after, what else is given, the question.
CASES: list[tuple[str, Json, Json, list[Json], Json]] = [
    ("leaf", declaration(requiresConsent=OPEN), declaration(permits=OPEN), [], indexing),
    ("leaf", declaration(requiresConsent=OPEN), declaration(), [], indexing),
    ("leaf", declaration(prohibits=["training"]), declaration(), [], request()),
    (
        "by",
        declaration(permits=OPEN, rightsholders=[ours, theirs], by={"id": NORTHLINE}),
        declaration(permits=OPEN, rightsholders=[ours, theirs], **by_mara),
        [declaration(id="urn:a:label", permits=OPEN, rightsholders=[theirs], by={"id": NORTHLINE})],
        indexing,
    ),
    (
        "track",
        declaration(track=track(mbid=MBID), prohibits=OPEN),
        declaration(prohibits=OPEN),
        [],
        request(uses=OPEN, track={"mbid": MBID}),
    ),
    (
        "track",
        declaration(),
        declaration(track=track(mbid=MBID)),
        [consent()],
        request(track={"mbid": MBID}),
    ),
    (
        "track",
        declaration(track=track(iswc=ISWC, iscc="ISCC:EIASCTPZO4QU36LX"), prohibits=OPEN),
        declaration(track=track(iswc=ISWC), prohibits=OPEN),
        [],
        request(
            uses=OPEN, track={"mbid": MBID, "isrc": "SEXYZ2600019", "iscc": "ISCC:EIASCTPZO4QU36LX"}
        ),
    ),
    (
        "rightsholders",
        declaration(rightsholders=[ours, theirs], **by_mara),
        declaration(rightsholders=[ours], **by_mara),
        [consent()],
        request(),
    ),
    (
        "rightsholders",
        declaration(rightsholders=[holder(*NO_LYRICS)]),
        declaration(rightsholders=[holder(*NO_LYRICS, "lyrics")]),
        [consent()],
        request(),
    ),
    (
        "rightsholders/mandate",
        declaration(rightsholders=[ours]),
        declaration(rightsholders=[{**ours, "mandate": mandated}]),
        [consent(by={"id": MANAGEMENT})],
        request(),
    ),
    (
        "absentRights",
        declaration(rightsholders=[holder(*NO_LYRICS)]),
        declaration(rightsholders=[holder(*NO_LYRICS)], absentRights=["lyrics"]),
        [consent()],
        request(),
    ),
    (
        "source",
        declaration(permits=OPEN, source=signal),
        declaration(permits=OPEN),
        [],
        indexing,
    ),
    (
        "source",
        declaration(supersedes=[earlier["id"]]),
        declaration(supersedes=[earlier["id"]], source=signal),
        [declaration(**earlier, permits=OPEN)],
        indexing,
    ),
    (
        "supersedes",
        declaration(),
        declaration(supersedes=[earlier["id"]]),
        [declaration(**earlier, prohibits=OPEN)],
        indexing,
    ),
    (
        "supersedes",
        declaration(supersedes=[earlier["id"]]),
        declaration(),
        [declaration(**earlier, permits=OPEN)],
        indexing,
    ),
    (
        "tracks",
        release(track(), track(isrc="SEXYZ2600015"), prohibits=OPEN),
        release(track(isrc="SEXYZ2600015"), prohibits=OPEN),
        [],
        indexing,
    ),
    (
        "tracks",
        release(track(isrc="SEXYZ2600015")),
        release(track(isrc="SEXYZ2600015"), track()),
        [consent()],
        request(),
    ),
    *(
        (what, consent(**before), consent(), [declaration()], request())
        for what, before in NARROWER
    ),
    (
        "tracks",  # with its ISWC the entry contradicts the track of the question
        consent(tracks=[{"isrc": "SEXYZ2600012", "iswc": ISWC}]),
        consent(),
        [declaration()],
        request(track={"isrc": "SEXYZ2600012", "iswc": "T9300771055"}),
    ),
    ("id", consent(), consent(id="urn:a:other"), [declaration(), withdrawal()], request()),
    *(
        (what, withdrawal(), withdrawal(**after), [declaration(), consent()], request())
        for what, after in OTHER_ENDS
    ),
]


def _widening(old: Json, new: Json) -> set[str]:
    return {one.what for one in difference(old, new).changes if one.kind == "widened"}


@pytest.mark.parametrize(("what", "old", "new", "others", "asked"), CASES, ids=str)
def test_what_is_called_widened_can_make_an_outcome_milder(
    what: str, old: Json, new: Json, others: list[Json], asked: Json
) -> None:
    before, after = (
        decide(asked, [*others, one], at=NOW, assurance="unsigned").outcome for one in (old, new)
    )

    assert _widening(old, new) == {what}
    assert after.strictness < before.strictness
