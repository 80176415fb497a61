"""What is written about signals is what the modules know of them."""

import pytest

from askfirst.signals import Signal, editions
from askfirst.vocabulary import Signal as Name
from tests.consistency.signal_tables import PAGE, page

EDITIONS = [one for name in Name for one in editions(name)]


def test_the_table_in_the_documentation_is_up_to_date() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert page(text) == text


@pytest.mark.parametrize("signal", EDITIONS, ids=lambda one: f"{one.name} {one.version}")
def test_a_term_touches_all_that_it_contains(signal: Signal) -> None:
    assert all(term.contains <= term.touches for term in signal.terms)


@pytest.mark.parametrize("name", Name)
def test_every_signal_has_an_edition_that_is_written(name: Name) -> None:
    known = editions(name)
    assert {one.name for one in known} == {name}
    assert len({one.version for one in known}) == len(known)
    assert not all(one.experimental for one in known)
