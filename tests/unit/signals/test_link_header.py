"""The HTTP header `Link`."""

from hypothesis import given
from hypothesis import strategies as st

from askfirst.signals.link_header import link_header, links, uri


def test_links_stand_between_commas_and_parameters_between_semicolons() -> None:
    found = links('<a>; REL="next License"; title="a, <b>; \\"c\\"" , <d>;rel=x; rel=y;flag')
    assert [one.target for one in found] == ["a", "d"]
    assert found[0].parameters == {"rel": "next License", "title": 'a, <b>; "c"'}
    assert found[0].is_a("license")
    assert found[1].parameters == {"rel": "x", "flag": ""}


def test_reading_ends_at_what_is_no_link() -> None:
    assert [one.target for one in links("<a>; rel=x nonsense <b>; rel=y")] == ["a"]
    assert links("nonsense") == ()


@given(st.text())
def test_an_address_cannot_break_out(address: str) -> None:
    written = link_header(address, rel="license")
    assert written.isascii()
    assert written.isprintable()
    (found,) = links(written)
    assert (found.target, found.parameters) == (uri(address), {"rel": "license"})


@given(st.text(alphabet='<>;,="\\a \t'))
def test_any_header_is_read_without_fail(value: str) -> None:
    links(value)
