"""Fixes widen nothing, change nothing that counts, and end."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from askfirst import check, decide
from askfirst.checking import Checked, Report
from askfirst.comparison import compare
from askfirst.editing import apply
from askfirst.editing.edits import Edit
from askfirst.fixing.offering import offered
from askfirst.fixing.rounds import Fixed, fixed
from askfirst.model.declarations import Declaration, Release
from askfirst.reading import Syntax
from askfirst.vocabulary import Condition, DocumentType, Material, Right, Status, Use
from tests.consistency.shipped import Json
from tests.property.damaged import any_bytes
from tests.property.misspelling import faulty_texts
from tests.property.naive.statements import status
from tests.property.naive.tables import leaves

AT = "2030-01-01T00:00:00Z"
LEAVES = sorted(leaves("any-ai-use"))
MILDEST_FIRST = ["permitted", "unspecified", "consent-required", "prohibited"]
IDENTIFIERS = ("isrc", "iswc", "mbid", "urls", "files", "iscc")
HEAD = {"askfirst": "1.0.0", "issued": "2020-01-01T00:00:00Z"}
#: What anybody may do everything by.
CONSENT = {
    **HEAD,
    "type": "Consent",
    "to": "anyone",
    "rights": [*map(str, Right)],
    "material": [*map(str, Material)],
    "uses": LEAVES,
    "models": "any",
    "territories": ["worldwide"],
    "purpose": "any",
    "validFrom": HEAD["issued"],
    "validUntil": "until-withdrawn",
    "conditions": [],
    "expression": {"method": "opt-in", "statement": "Yes.", "language": "en", "at": HEAD["issued"]},
    "atEnd": "stop-new-training",
}
Faulty = tuple[str, Syntax]


def looked(given: Faulty) -> Report:
    text, syntax = given
    return offered(check(text.encode(), syntax=syntax), syntax).report


def mended(given: Faulty, *, unsafe: bool = False) -> Fixed:
    return fixed(given[0], syntax=given[1], unsafe=unsafe)


def pairs(given: Faulty, *, unsafe: bool = False) -> Iterator[tuple[Checked, Checked]]:
    """Yield each document before and after its fixes, if there are any."""
    before = check(given[0].encode(), syntax=given[1])
    after = mended(given, unsafe=unsafe)
    if after.made:
        found = {one.pointer: one for one in after.report.documents}
        yield from ((one, found[one.pointer]) for one in before.documents)


def levels(document: Json) -> list[list[Json]]:
    """Return the objects with the three lists, for each track, as far as they can be read."""
    if not isinstance(document, dict):
        return []
    tracks = document.get("tracks")
    if document.get("type") == "Release" and isinstance(tracks, list):
        return [[track, document] for track in tracks if isinstance(track, dict)]
    return [[document]]


def tracks_of(document: Any) -> list[Json]:  # noqa: ANN401 - as JSON is
    if not isinstance(document, dict):
        return []
    named = document.get("tracks") if isinstance(document.get("tracks"), list) else []
    return [track for track in [document.get("track"), *(named or [])] if isinstance(track, dict)]


def questions(documents: list[Any]) -> list[Json]:
    """Return a Request about each track, for everything that can be asked."""
    asked = [
        {
            **HEAD,
            "type": "Request",
            "id": "urn:x:request",
            "by": {"id": "https://lab.example/"},
            "uses": ["any-ai-use"],
            "track": {name: track[name] for name in IDENTIFIERS if name in track},
            "material": [str(material) for material in Material],
            "accepts": [str(condition) for condition in Condition],
        }
        for document in documents
        for track in tracks_of(document)
    ]
    return [one for one in asked if check(one).conforms]


def outcomes(request: Json, documents: list[Any]) -> dict[Use, Status]:
    return dict(decide(request, documents, at=AT, assurance="unsigned").outcomes)


def agreed(document: Json, track: Json) -> list[Json]:
    """Return a Declaration that names the holders of a track, and a Consent to all by each."""
    holders = track.get("rightsholders", document["rightsholders"])
    first = {"id": holders[0]["holder"]}
    shown = {n: v for n, v in track.items() if n in {"title", "artists", *IDENTIFIERS}}
    named = {**HEAD, "type": "Declaration", "id": "urn:x:named", "by": first, "track": shown}
    consents = [
        {**CONSENT, "id": f"urn:x:consent:{n}", "by": {"id": holder}, "tracks": [shown]}
        for n, holder in enumerate({one["holder"]: None for one in holders})
    ]
    return [{**named, "rightsholders": holders}, *consents]


class TestWidening:
    """No automatic fix widens anything."""

    @given(faulty_texts())
    def test_no_statement_becomes_milder(self, text: Faulty) -> None:
        for before, after in pairs(text):
            if before.kind in (DocumentType.DECLARATION, DocumentType.RELEASE):
                found = zip(levels(before.value), levels(after.value), strict=False)
                for old, new in found:
                    for leaf in LEAVES:
                        was, is_ = status(old, leaf), status(new, leaf)
                        assert MILDEST_FIRST.index(is_) >= MILDEST_FIRST.index(was)

    @given(faulty_texts())
    def test_nothing_is_permitted_and_no_prohibition_is_gone(self, text: Faulty) -> None:
        for before, after in pairs(text):
            for request in questions([before.value, after.value]):
                then, now = (outcomes(request, [one]) for one in (before, after))
                for leaf in then:
                    assert then[leaf] is Status.PERMITTED or now[leaf] is not Status.PERMITTED
                    assert then[leaf] is not Status.PROHIBITED or now[leaf] is Status.PROHIBITED

    @given(faulty_texts())
    def test_only_what_can_open_nothing_begins_to_conform(self, text: Faulty) -> None:
        for before, after in pairs(text):
            if after.conforms and not before.conforms:
                document = after.document
                assert isinstance(document, Declaration | Release)
                assert "'permits'" not in str(after.value)
                assert not document.supersedes

    @given(faulty_texts())
    def test_beside_others_what_begins_to_conform_only_restricts(self, text: Faulty) -> None:
        for before, after in pairs(text):
            value: Any = after.value
            for track in tracks_of(value) if after.conforms and not before.conforms else ():
                others = agreed(value, track)
                for request in questions([{"track": track}]):
                    without, with_it = (outcomes(request, [*others, *m]) for m in ([], [after]))
                    assert all(
                        without[leaf].strictness <= with_it[leaf].strictness for leaf in without
                    )

    @given(faulty_texts())
    def test_what_conforms_goes_on_saying_the_same(self, text: Faulty) -> None:
        for unsafe in (False, True):
            for before, after in pairs(text, unsafe=unsafe):
                if before.conforms:
                    assert after.conforms
                    if before.document and after.document:
                        changes = compare(before.document, after.document).changes
                        assert [one for one in changes if one.kind != "changed"] == []


@given(faulty_texts())
def test_what_was_made_from_a_digest_is_never_fixed(text: Faulty) -> None:
    for before, after in pairs(text, unsafe=True):
        signed = isinstance(before.value, dict) and "proof" in before.value
        if signed or before.kind is DocumentType.DECISION:
            assert after.value == before.value


@given(faulty_texts())
def test_each_fix_takes_away_what_it_is_for(text: Faulty) -> None:
    report = looked(text)
    for finding in report.findings:
        if finding.fix:
            edits = [Edit(*edit) for edit in finding.fix.edits]
            after = check(apply(text[0], edits).encode(), syntax=text[1])
            if finding.meant is None:  # an entry is gone, and others have its place
                assert codes(after)[finding.code] < codes(report)[finding.code]
            else:
                left = {(one.code, one.pointer) for one in after.findings}
                assert (finding.code, finding.pointer) not in left
            assert len(after.documents) == len(report.documents)


@given(faulty_texts(), st.booleans())
def test_a_second_time_nothing_is_left_to_fix(text: Faulty, unsafe: bool) -> None:
    once = mended(text, unsafe=unsafe)
    again = fixed(once.text, syntax=text[1], unsafe=unsafe)
    assert (again.text, again.made) == (once.text, 0)


@given(any_bytes(), st.sampled_from([None, *Syntax]), st.booleans())
def test_whatever_the_bytes_are_nothing_is_raised(
    data: bytes, syntax: Syntax | None, unsafe: bool
) -> None:
    report = offered(check(data, syntax=syntax), syntax).report
    assert len(report.findings) == len(check(data, syntax=syntax).findings)
    fixed(data.decode(errors="replace"), syntax=syntax, unsafe=unsafe)


def codes(report: Report) -> "Counter[str]":
    return Counter(finding.code for finding in report.findings)
