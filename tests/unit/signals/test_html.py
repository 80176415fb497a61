"""A small reader of pages: only what a browser would see counts."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.signals import html

TAG = '<meta name="a" content="b">'


def test_names_are_compared_in_lower_case_and_values_kept() -> None:
    page = (
        "<HEAD><META NAME=' TDM-Reservation' CONTENT='A&amp;B'></HEAD><body><Meta name=x content>"
    )
    assert html.meta(page) == [("tdm-reservation", "A&B"), ("x", "")]
    assert html.links("<LINK Rel=License HREF='/A'>") == [{"rel": "License", "href": "/A"}]


def test_the_first_of_two_attributes_holds() -> None:
    assert html.meta('<meta name="a" name="b" content="1" CONTENT="2">') == [("a", "1")]


def test_a_meta_without_name_or_content_says_nothing() -> None:
    assert html.meta('<meta charset="utf-8"><meta name="a"><meta content="b">') == []


@pytest.mark.parametrize(
    "around",
    [
        "<!-- {} -->",
        "<title>{}</title>",
        "<textarea>{}</textarea>",
        "<template>{}</template>",
        "<script>{}</script>",
        "<style>{}</style>",
        "<iframe>{}</iframe>",
        "<![CDATA[ {} ]]>",
    ],
)
def test_what_a_browser_does_not_see_is_not_there(around: str) -> None:
    inside = around.format(TAG.replace(">", "") if "CDATA" in around else TAG)
    assert html.meta(f"{inside}<meta name=after content=c>") == [("after", "c")]


def test_scripts_are_found_by_their_type() -> None:
    page = (
        '<script type="Application/LD+JSON; charset=utf-8">{"a": "&amp;<b>"}</script>'
        "<script>1</script><script type='application/ld+json'>never ended"
    )
    (found,) = html.scripts(f"\n{page}", "application/ld+json")
    assert (found.text, found.line) == ('{"a": "&amp;<b>"}', 2)


def test_what_is_returned_is_the_callers_own() -> None:
    html.links("<link a=b>")[0].clear()
    assert html.links("<link a=b>") == [{"a": "b"}]


def test_no_page_is_read_beyond_the_first_mebibyte() -> None:
    assert html.meta(" " * html.MOST_CHARACTERS + TAG) == []
    assert html.meta(" " * (html.MOST_CHARACTERS - len(TAG)) + TAG) == [("a", "b")]


@pytest.mark.parametrize("piece", ["<", "<!--", "<![", "</", "<a b='", "&", "<script>", "<p><"])
def test_a_hostile_page_takes_no_longer_than_it_is_long(piece: str) -> None:
    began = process_time()
    html.links(piece * (2**16 // len(piece)))
    assert process_time() - began < 2


@given(
    st.lists(st.sampled_from(["<!", "[", "<a", "='", ">", "</", "<script", "]]", "-"]) | st.text())
)
def test_any_page_is_read_without_fail(pieces: list[str]) -> None:
    html.meta("".join(pieces))


@given(st.text())
def test_a_text_comes_back_from_an_attribute(text: str) -> None:
    (found,) = html.links(html.link(href=text))
    assert found["href"].replace("\r\n", "\n") == text.replace("\r\n", "\n")
