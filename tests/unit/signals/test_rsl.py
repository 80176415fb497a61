"""RSL 1.0: licenses in XML, and the links that lead to them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped] # it ships no types

from askfirst.signals import Answer, Channel, Found, Unwritable, answers
from askfirst.signals.rsl import joined
from askfirst.vocabulary import Status, Use
from tests.unit.signals.licenses import PERMITS, PROHIBITS, RSL, codes, licensed, reading
from tests.unit.signals.objects import file, track

GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parents[2] / "vectors" / "rsl.rng"))
PLACE = "https://mara.example.org/night-bus"
ASK = "https://mara.example.org/ask"
ALLOWED, ASKED, REFUSED = Answer.ALLOWED, Answer.ASK, Answer.REFUSED


def written(stated: dict[Use, Status], **known: str) -> str:
    """Return the file that is written, which always has the right grammar and reads clean."""
    wanted = track(stated, **{"place": PLACE, "ask": ASK, **known})
    said = answers(wanted.standing, RSL.terms, can_ask=True)
    text = RSL.write(wanted, said)[0].text
    assert GRAMMAR.validate(etree.fromstring(text.encode())), GRAMMAR.error_log
    assert codes(reading(text)) == []
    return text


def test_what_is_free_and_what_has_to_be_asked_for_are_two_offers() -> None:
    stated = {
        Use.TRAINING: Status.CONSENT_REQUIRED,
        Use.INPUT: Status.PROHIBITED,
        Use.SEARCH_INDEXING: Status.PERMITTED,
    }
    text = written(stated)
    assert text.count("<license>") == 2
    assert f"<custom>{ASK}</custom>" in text
    said = reading(text).said
    assert (said["search"], said["ai-train"], said["ai-input"]) == (ALLOWED, ASKED, REFUSED)


def test_what_stands_open_is_closed_by_no_offer() -> None:
    text = written({Use.GENERATIVE_TRAINING: Status.CONSENT_REQUIRED})
    assert reading(text).said == {"ai-train": REFUSED}
    assert f'<legal type="contact">{ASK}</legal>' in text


@pytest.mark.parametrize(
    ("stated", "wide"),
    [
        ({Use.ANY_AI_USE: Status.PROHIBITED}, {"all", "ai-all"}),
        ({Use.ANY_AI_USE: Status.PROHIBITED, Use.SEARCH_INDEXING: Status.PERMITTED}, {"ai-all"}),
        ({Use.TRAINING: Status.PROHIBITED, Use.INPUT: Status.PROHIBITED}, set()),
    ],
)
def test_a_wide_token_is_written_only_where_all_of_it_is_closed(
    stated: dict[Use, Status], wide: set[str]
) -> None:
    prohibited = written(stated).partition("<prohibits")[2].partition(">")[2].partition("<")[0]
    assert {"all", "ai-all"} & set(prohibited.split()) == wide


def test_the_files_of_several_tracks_join_into_one() -> None:
    stated = {Use.TRAINING: Status.PROHIBITED}
    files = [written(stated, place=f"{PLACE}-{number}") for number in (1, 2, 2)]
    text = joined(one.strip() for one in files)
    assert GRAMMAR.validate(etree.fromstring(text.encode()))
    assert [one.place for one in RSL.read(file(text))] == ["/night-bus-1$", "/night-bus-2$"]


@pytest.mark.parametrize("place", ["", "mailto:mara@example.org", "https://", "https://a b/"])
def test_a_track_without_a_place_cannot_be_spoken_about(place: str) -> None:
    with pytest.raises(Unwritable):
        written({Use.TRAINING: Status.PROHIBITED}, place=place)


@pytest.mark.parametrize(
    "text",
    [
        licensed(PROHIBITS.format("ai-train,search")),
        licensed(PROHIBITS.format("train-ai")),
        licensed('<payment type="inference"/>'),
        licensed("<permit/>"),
        licensed("", attributes=""),
        licensed(),
    ],
)
def test_the_grammar_refuses_what_is_no_rsl(text: str) -> None:
    assert not GRAMMAR.validate(etree.fromstring(text))


def test_nothing_is_written_of_what_nothing_is_said_of() -> None:
    assert RSL.write(track({}, place=PLACE), {}) == ()


@pytest.mark.parametrize(
    ("place", "pattern"),
    [
        (PLACE, "/night-bus$"),
        ("https://mara.example.org", "/$"),
        ("https://mara.example.org/a*b$?q=1#part", "/a%2Ab%24?q=1$"),
        ('https://mara.example.org/"><x/>&\r\nX: é', "/%22%3E%3Cx/%3E&%0D%0AX:%20%C3%A9$"),
    ],
)
def test_the_pattern_matches_the_place_and_no_other(place: str, pattern: str) -> None:
    assert reading(written({Use.TRAINING: Status.PROHIBITED}, place=place)).place == pattern


def test_no_address_breaks_out_of_the_file_or_the_links() -> None:
    hostile = 'https://e.example.org/"></custom>\r\nSet-Cookie: a=b <script>&amp;'
    stated = {Use.ANY_AI_USE: Status.CONSENT_REQUIRED}
    text = written(stated, ask=hostile, document=hostile, place=hostile)
    assert "<script>" not in text
    wanted = track(stated, place=hostile)
    for one in RSL.write(wanted, answers(wanted.standing, RSL.terms))[1:]:
        assert "\r" not in one.text
        assert "script" not in one.text


def test_who_can_only_be_asked_elsewhere_is_not_named() -> None:
    assert "javascript" not in written({Use.TRAINING: Status.PROHIBITED}, ask="javascript:a()")


def test_every_carrier_is_read_again() -> None:
    wanted = track({Use.TRAINING: Status.PROHIBITED}, place=PLACE)
    carriers = RSL.write(wanted, answers(wanted.standing, RSL.terms))
    assert [one.channel for one in carriers] == [
        Channel.FILE,
        Channel.ROBOTS,
        Channel.HTTP_HEADER,
        Channel.HTML,
    ]
    for one in carriers:
        found = RSL.read(Found(one.channel, one.text, name=one.name))
        assert len(found) == 1
        assert codes(*found) == []


@pytest.mark.parametrize(
    "text",
    [
        '<rsl xmlns="https://rslstandard.org/rsl"/>',
        licensed(),
        licensed(PROHIBITS.format("all"), attributes=""),
        licensed(PROHIBITS.format("all")).replace("<rsl", '<rsl version="1.0"'),
        "<rsl",
        "<rsl>" * 200,
        '<!DOCTYPE rsl [<!ENTITY a "b">]><rsl>&a;</rsl>',
        '<!DOCTYPE rsl SYSTEM "file:///etc/passwd"><rsl/>',
    ],
)
def test_what_is_no_rsl_is_told(text: str) -> None:
    assert set(codes(*RSL.read(file(text)))) == {"AF901"}


def test_the_line_counts_from_the_start_of_the_page() -> None:
    script = licensed(PROHIBITS.format("\nbad"))
    page = f"<html>\n<script type='application/rsl+xml'>\n\n{script}</script>"
    (found,) = RSL.read(Found(Channel.HTML, page))
    assert [(one.code, one.line) for one in found.troubles] == [("AF903", 4)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("User-agent: *\nLicense: https://a.example.org/license.xml # ours\n", [[]]),
        ("license:https://a.example.org/1\n LICENSE : https://a.example.org/2", [[], []]),
        ("License: /license.xml", [["AF901"]]),
        ("License:", [["AF901"]]),
        ("# License: https://a.example.org/l\nLicenses: https://a.example.org/l", []),
    ],
)
def test_directives_of_robots_lead_to_licenses(text: str, expected: list[list[str]]) -> None:
    assert [codes(one) for one in RSL.read(Found(Channel.ROBOTS, text))] == expected


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ('<https://a.example.org/l>; rel="license"; type="application/rsl+xml"', 1),
        ("<https://a.example.org/l>;rel=license;type=application/rsl+xml, <b>; rel=next", 1),
        ('<https://a.example.org/l>; rel="license"', 0),
        ('<https://a.example.org/l>; rel="author"; type="application/rsl+xml"', 0),
    ],
)
def test_links_lead_to_licenses_by_relation_and_type(value: str, number: int) -> None:
    assert len(RSL.read(Found(Channel.HTTP_HEADER, value, name="Link"))) == number
    assert RSL.read(Found(Channel.HTTP_HEADER, value, name="x-link")) == ()


PIECES = (
    "<rsl xmlns='https://rslstandard.org/rsl'>",
    "<content url='/'>",
    "<license>",
    PERMITS.format("all"),
    PROHIBITS.format("ai-train"),
    "<payment",
    "</license>",
    "</content>",
    "</rsl>",
    "&a;",
    "<![CDATA[",
    "License: x\n",
    "<script type='application/rsl+xml'>",
    "</script>",
    "\ud800",
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8)), st.sampled_from(Channel))
def test_any_text_is_read_without_fail(pieces: list[str], channel: Channel) -> None:
    RSL.read(Found(channel, "".join(pieces), name="link"))
