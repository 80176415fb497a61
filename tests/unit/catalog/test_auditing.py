"""The sample depends on the seed and the rows alone, and what differs is named."""

import pytest

from askfirst.catalog import auditing
from askfirst.catalog.auditing import Sampling, disagreement
from askfirst.catalog.verdicts import Verdict, verdict
from askfirst.reading import Syntax
from tests.unit.catalog.rowing import documents

ROWS = [b"%d" % n for n in range(20_000)]


def _taken(share: float, seed: int) -> set[bytes]:
    return set(filter(Sampling(share, seed).chooser(), ROWS))


def test_the_share_is_about_what_was_asked_for() -> None:
    assert _taken(0, 1) == set()
    assert _taken(1, 1) == set(ROWS)
    assert 1700 < len(_taken(0.1, 1)) < 2300
    assert _taken(0.1, 1) == _taken(0.1, 1) != _taken(0.1, 2)


def test_the_reference_agrees_with_every_verdict() -> None:
    for row in documents():
        assert disagreement(row, None, Syntax.JSON, verdict(row)) is None


def test_whatever_differs_is_a_disagreement() -> None:
    row = next(row for row in documents() if verdict(row).conforms)
    right = verdict(row)

    for wrong in (
        right._replace(codes=("AF103",)),
        right._replace(conforms=False),
        right._replace(documents=2),
    ):
        assert disagreement(row, None, Syntax.JSON, wrong) == right.codes


def test_where_nothing_stands_no_verdict_may_conform() -> None:
    nothing = Verdict((), True, 0, None, None)

    assert disagreement(b"{}", "/x", Syntax.JSON, verdict(b"{}", "/x")) is None
    assert disagreement(b"{}", "/x", Syntax.JSON, nothing) == ()


def test_engines_that_do_not_agree_on_a_shape_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    row = next(row for row in documents() if verdict(row).conforms)
    monkeypatch.setattr(auditing, "acceptor", lambda: lambda *_: False)

    found = disagreement(row, None, Syntax.JSON, verdict(row))
    assert found is not None
    assert found[-1] == "shape"
