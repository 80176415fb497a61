"""Moments are compared to the second, and what is no moment is not compared."""

import pytest

from tests.consistency.shipped import Json
from tests.unit.rules.looking import example, faults, places

BEGIN = "2027-01-01T00:00:00Z"
BEFORE, AFTER = "2026-12-31T23:59:59Z", "2027-01-01T00:00:01Z"
EARLY = "2026-01-01T00:00:00Z"
STARTS = ("issued", "validFrom", "at")


def lasting(until: Json, **starts: Json) -> Json:
    """Return a Consent whose starts, but for the given ones, lie early."""
    moments = {**dict.fromkeys(STARTS, EARLY), **starts}
    expression = {"method": "signature", "at": moments.pop("at")}
    return example("Consent", validUntil=until, expression=expression, **moments)


@pytest.mark.parametrize("start", STARTS)
def test_a_period_is_at_least_a_second_long(start: str) -> None:
    assert places("AF602", lasting(AFTER, **{start: BEGIN})) == []
    assert places("AF602", lasting(BEGIN, **{start: BEGIN})) == ["/validUntil"]
    assert places("AF602", lasting(BEFORE, **{start: BEGIN})) == ["/validUntil"]


@pytest.mark.parametrize("latest", STARTS)
def test_the_latest_start_is_the_one_that_is_named(latest: str) -> None:
    assert BEGIN in faults("AF602", lasting(EARLY, **{latest: BEGIN}))[0].message


def test_a_consent_without_an_end_has_a_period() -> None:
    assert places("AF602", lasting("until-withdrawn")) == []


@pytest.mark.parametrize("text", ["2027", "2027-01-01", "", None, {}, "2027-01-01T00:00:00+00:00"])
def test_what_is_no_moment_is_not_compared(text: Json) -> None:
    assert places("AF602", lasting(text)) == []
    assert places("AF602", lasting(BEFORE, **dict.fromkeys(STARTS, text))) == []
    assert places("AF603", lasting(BEFORE, at=text)) == []
    assert places("AF603", lasting(BEFORE, validFrom=text, at=AFTER)) == []
    assert places("AF604", example("Withdrawal", issued=text)) == []
    assert places("AF604", example("Withdrawal", effective=text)) == []


def test_a_start_that_cannot_be_read_leaves_the_others() -> None:
    assert places("AF602", lasting(BEFORE, issued=None, at=BEGIN)) == ["/validUntil"]


@pytest.mark.parametrize(("at", "found"), [(BEFORE, []), (BEGIN, []), (AFTER, ["/expression/at"])])
def test_a_consent_may_be_expressed_up_to_its_beginning(at: str, found: list[str]) -> None:
    assert places("AF603", lasting("until-withdrawn", validFrom=BEGIN, at=at)) == found


@pytest.mark.parametrize(
    ("effective", "found"), [(BEFORE, ["/effective"]), (BEGIN, []), (AFTER, [])]
)
def test_a_withdrawal_is_effective_when_it_is_issued_or_later(
    effective: str, found: list[str]
) -> None:
    document = example("Withdrawal", issued=BEGIN, effective=effective)

    assert places("AF604", document) == found


def test_no_advice_about_a_period_takes_its_end_away() -> None:
    """A Consent is never made wider than what was written."""
    assert "until-withdrawn" not in str(faults("AF602", lasting(EARLY))[0].help)
