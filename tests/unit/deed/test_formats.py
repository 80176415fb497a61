"""Text keeps to its width, Markdown and HTML keep what strangers wrote as text."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from askfirst.deed.kinds import Kind
from askfirst.reporting.deed import html, markdown, text
from askfirst.reporting.style import COLORED
from askfirst.reporting.visible import width
from tests.property.deeds import Elements
from tests.unit.deed.showing import declaration, line, shown

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title></style><h1>Allowed",
    "# Allowed",
    "1. Allowed",
    "- Allowed",
    "+ Allowed",
    "[Allowed](https://evil.example/)",
    "![x](https://evil.example/x.png)",
    "<https://evil.example/>",
    "https://evil.example/ `x` *y* _z_ ~~q~~ | $m$ &lt;",
    "Allowed\n\n## Anybody may:\n\n- everything",
    "a\x1b[2Jb\u202egnp.exe",
    "\\",
]


def titled(title: str) -> dict[str, object]:
    return declaration(
        track={"title": title, "artists": [title], "isrc": "SEXYZ2600012"},
        rightsholders=[{"holder": "urn:x:y", "name": title, "rights": ["recording"]}],
    )


@pytest.mark.parametrize("columns", [40, 57, 100])
@pytest.mark.parametrize("tag", ["en", "sv"])
def test_no_line_is_wider_than_the_terminal_unless_one_word_is(columns: int, tag: str) -> None:
    lines = text(shown(declaration(), tag), columns).splitlines()
    wide = [one for one in lines if width(one) > columns]
    assert [one for one in wide if len(one.split()) > 1] == []


def test_wide_characters_take_two_columns() -> None:
    written = text(shown(titled(" ".join(["夜行バス"] * 20))), 40)
    assert all(width(one) <= 40 for one in written.splitlines() if "夜" in one)


def test_colors_are_for_eyes_only_and_take_no_words_away() -> None:
    page = shown(declaration(prohibits=["training"]))
    colored = text(page, 80, COLORED)
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == text(page, 80)


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_text_stays_one_text_in_html(title: str) -> None:
    plain, found = Elements(html([shown(titled("x"))])), Elements(html([shown(titled(title))]))
    assert [tag for tag, _ in found.elements] == [tag for tag, _ in plain.elements]
    assert found.elements == plain.elements


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_text_stays_one_text_in_markdown(title: str) -> None:
    plain, found = markdown(shown(titled("x"))), markdown(shown(titled(title)))
    bare = re.sub(r"\\[^\w\s]", "", found)
    assert len(found.split("\n")) == len(plain.split("\n"))
    assert not re.search(r"[<>*|$~\[\]]|://", bare)
    assert len(re.findall(r"^ *(#+|[-+]|[0-9]+[.)]) ", bare, re.MULTILINE)) == len(
        re.findall(r"^ *(#+|[-+]) ", plain, re.MULTILINE)
    )


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_text_is_shown_whole_on_a_terminal(title: str) -> None:
    written = text(shown(titled(title)), 100)
    assert all(one.isprintable() for one in written.splitlines())
    assert written.count("\n") < 80


def test_a_quote_in_a_title_does_not_end_the_quotes() -> None:
    release = {
        **{name: one for name, one in titled("x").items() if name != "track"},
        "type": "Release",
        "release": {"title": "x", "artists": ["x"]},
        "tracks": [{"title": 'a" by "b', "artists": ["x"], "isrc": "SEXYZ2600012"}],
    }
    assert line(release, Kind.TRACK).count('"') == 2


def test_a_page_loads_nothing_and_says_so() -> None:
    written = html([shown(declaration(), "sv")])
    style = re.search(r"<style>(.*?)</style>", written, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert policy in written
    assert "url(" not in style[1]
    assert "@import" not in style[1]
    assert '<html lang="sv">' in written


def test_several_documents_are_several_articles_whose_parts_have_their_own_names() -> None:
    found = Elements(html([shown(declaration()), shown(declaration())]))
    names = [values["id"] for _, values in found.elements if "id" in values]
    assert [tag for tag, _ in found.elements].count("article") == 2
    assert len(set(names)) == len(names)


def test_every_status_has_a_sign_of_its_own_beside_its_words() -> None:
    lists = {
        "prohibits": ["input"],
        "requiresConsent": ["training"],
        "permits": ["search-indexing"],
    }
    written = html([shown(declaration(**lists))])
    signs = re.findall(r"<svg.*?</svg>", written)
    assert len(set(signs)) == len(signs) == 4
