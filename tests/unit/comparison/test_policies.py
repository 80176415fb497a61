"""A Policy is held to what it promised, and to how it promised to change."""

import pytest

import askfirst
from askfirst.comparison import compare
from askfirst.comparison.durations import after, can_be_shorter
from tests.acceptance.fences import ROOT
from tests.consistency.shipped import Json
from tests.unit.comparison.revised import difference, found, policy


def _listed(name: str) -> Json:
    """Return the list with search in it, beside what a Policy has to promise."""
    return {} if name == "silent" else {name: [*policy().get(name, []), "search-indexing"]}


def _kinds(old: Json, new: Json) -> list[tuple[str, str]]:
    return [(one.kind, one.what) for one in difference(old, new).changes]


@pytest.mark.parametrize(
    ("mild", "strict"),
    [("withoutAsking", "silent"), ("silent", "asksFirst"), ("asksFirst", "never")],
)
def test_a_milder_promise_is_widened(mild: str, strict: str) -> None:
    milder, stricter = (policy(**_listed(name)) for name in (mild, strict))

    assert found(stricter, milder) == [("widened", "leaf", "search-indexing", strict, mild)]
    assert found(milder, stricter) == [("narrowed", "leaf", "search-indexing", mild, strict)]


def test_a_term_in_two_lists_is_done_without_asking() -> None:
    twice = policy(asksFirst=["generative-training", "input"], never=["input"])
    once = policy(asksFirst=["generative-training"], never=["input"])

    assert {change[3:] for change in found(once, twice)} == {("never", "withoutAsking")}


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("P30D", "P14D", "widened"),
        ("P14D", "P30D", "narrowed"),
        ("P30D", None, "widened"),
        (None, "P30D", "narrowed"),
        ("P1M", "P30D", "widened"),
        ("P30D", "P1M", "widened"),
        ("P31D", "P1M", "widened"),
        ("P1M", "P31D", "narrowed"),
        ("P1W", "P7D", "changed"),
        ("P1Y", "P12M", "changed"),
        ("P1D", "PT24H", "changed"),
        ("P1Y", "P365D", "widened"),
        ("P366D", "P1Y", "widened"),
    ],
)
def test_a_notice_that_can_be_shorter_is_widened(
    old: str | None, new: str | None, kind: str
) -> None:
    before, since = (policy(**({"notice": one} if one else {})) for one in (old, new))
    since["effective"] = "2030-01-01T00:00:00Z"

    assert (kind, "notice") in _kinds(before, since)


@pytest.mark.parametrize(
    ("notice", "effective", "quiet"),
    [
        ("P30D", "2026-12-22T10:00:00Z", False),
        ("P30D", "2026-12-22T09:59:59Z", True),
        ("P1M", "2026-12-22T10:00:00Z", False),
        ("P1M", "2026-12-22T09:59:59Z", True),
        ("P9999999999Y", "9999-12-31T23:59:59Z", True),
        (None, "2026-11-22T10:00:00Z", False),
    ],
)
def test_a_change_that_takes_effect_sooner_than_promised_is_a_quiet_one(
    notice: str | None, effective: str, quiet: bool
) -> None:
    told = {"notice": notice} if notice else {}
    old = policy(effective="2026-01-01T00:00:00Z", **told)
    new = policy(effective=effective, never=["dataset-distribution"], **told)

    assert (("widened", "announcement") in _kinds(old, new)) is quiet


def test_a_policy_that_is_only_issued_again_needs_no_notice() -> None:
    old = policy(notice="P30D")
    new = policy(notice="P30D", issued="2026-11-23T10:00:00Z", id="urn:a:b", contact="x:a")

    assert not difference(old, new).widened


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ({"howToOptOut": "Write."}, {}, ["widened"]),
        ({}, {"howToOptOut": "Write."}, ["narrowed"]),
        ({"howToOptOut": "Write."}, {"howToOptOut": "Call."}, ["changed"]),
        ({}, {"terms": {"url": "x:a", "quote": "Any."}}, ["changed", "changed"]),
        ({}, {"by": {"id": "x:b"}}, ["changed"]),
    ],
)
def test_the_other_members_of_a_policy(old: Json, new: Json, kinds: list[str]) -> None:
    assert [kind for kind, _ in _kinds(policy(**old), policy(**new))] == kinds


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        ("2026-01-31T00:00:00Z", "P1M", "2026-02-28T00:00:00Z"),
        ("2028-01-31T00:00:00Z", "P1M", "2028-02-29T00:00:00Z"),
        ("2028-02-29T00:00:00Z", "P1Y", "2029-02-28T00:00:00Z"),
        ("2026-12-31T23:59:59Z", "PT1S", "2027-01-01T00:00:00Z"),
        ("2026-01-31T00:00:00Z", "P1M1D", "2026-03-01T00:00:00Z"),
        ("0001-01-01T00:00:00Z", "P9998Y", "9999-01-01T00:00:00Z"),
        ("2026-01-01T00:00:00Z", "P2W", "2026-01-15T00:00:00Z"),
        ("1999-12-31T22:00:00Z", "P1Y2M3DT4H5M6S", "2001-03-04T02:05:06Z"),
    ],
)
def test_a_duration_is_added_as_in_the_calendar(start: str, duration: str, end: str) -> None:
    assert after(start, duration) == after(end)


def test_no_duration_is_too_long_to_be_compared() -> None:
    long = f"P{'9' * 62}Y"

    assert can_be_shorter("P1D", long)
    assert not can_be_shorter(long, "P1D")


def test_the_three_clauses_tell_their_story() -> None:
    folders = ("2024-02-broad", "2025-05-narrow", "2025-05-demand")
    texts = [(ROOT / f"examples/policies/{one}/policy.yaml").read_bytes() for one in folders]
    broad, narrow, demand = (askfirst.check(text).documents[0].document for text in texts)
    assert broad
    assert narrow
    assert demand

    corrected = {str(one.use): one.after for one in compare(broad, narrow).changes}
    answered = compare(narrow, demand)

    assert corrected["voice-replication-training"] == "asksFirst"
    assert corrected["music-generation-training"] == "silent"
    assert corrected["other-generative-training"] == "silent"
    assert not answered.widened
    assert {(one.use, one.after) for one in answered.changes if one.use} == {
        ("music-generation-training", "asksFirst"),
        ("other-generative-training", "asksFirst"),
    }
