"""Preferences on the web: whatever stands in a header or in robots.txt, it is read, and no more."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from askfirst.signals import Channel, Found, Signal, editions, imported, robots
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Status, Use

HEADERS = {Name.AIPREF: "content-usage", Name.CONTENT_SIGNALS: "content-signal"}
EDITIONS = [one for name in HEADERS for one in editions(name)]

TERMS = sorted({term.name for one in EDITIONS for term in one.terms})
LABELS = [*TERMS, "use", "x"]
VALUES = ["=y", "=n", "=yes", "=no", "=reference", "=immediate", "", "=?0", ';a="']

members = st.builds("{}{}".format, st.sampled_from(LABELS), st.sampled_from(VALUES))
preferences = st.lists(members | st.text(max_size=4), max_size=5).map(", ".join)
paths = st.text("ab/*$%2aé.", max_size=8).map("/{}".format)
rules = st.one_of(
    st.sampled_from(["User-Agent: *", "User-agent: b", "#", "\ufeff", ""]),
    st.builds("Disallow: {}".format, paths),
    st.builds("Allow: {}".format, paths),
    st.builds("Content-Usage: {} {}".format, st.just("") | paths, preferences),
    st.builds("Content-Signal: {}".format, preferences),
)
ends = st.sampled_from(["\n", "\r\n", "\r"])
files = st.builds(str.join, ends, st.lists(rules, max_size=12)).map("User-Agent: *\n{}".format)
addresses = paths.map("https://a.example{}".format)


def permitted(signal: Signal, found: Found) -> set[Use]:
    standing = imported(signal.combine(signal.read(found)), signal.terms)
    return {leaf for leaf, status in standing.items() if status is Status.PERMITTED}


@pytest.mark.parametrize("signal", EDITIONS, ids=lambda one: f"{one.name} {one.version}")
class TestReading:
    """It MUST NOT read a signal as permitting more than the signal permits."""

    @given(text=files, address=addresses)
    def test_what_is_permitted_everywhere_is_permitted_at_each_address(
        self, signal: Signal, text: str, address: str
    ) -> None:
        everywhere = permitted(signal, Found(Channel.ROBOTS, text))

        assert everywhere <= permitted(signal, Found(Channel.ROBOTS, text, address))

    @given(text=preferences | st.text())
    def test_a_header_permits_nothing_under_the_floor(self, signal: Signal, text: str) -> None:
        found = permitted(signal, Found(Channel.HTTP_HEADER, text, name=HEADERS[signal.name]))

        assert not any(leaf.floor for leaf in found)

    @given(text=files, address=addresses, more=files)
    def test_another_group_permits_no_more(
        self, signal: Signal, text: str, address: str, more: str
    ) -> None:
        named = more.replace("User-Agent: *", "User-Agent: b")
        # names that follow each other share the rules below them (RFC 9309, section 2.2.1)
        ended = f"{text}\nAllow: /\n"
        found = permitted(signal, Found(Channel.ROBOTS, f"{ended}{named}", address))

        assert found <= permitted(signal, Found(Channel.ROBOTS, ended, address))


class TestPatterns:
    """It MUST NOT write a signal that permits more than the document permits."""

    @given(pattern=paths, address=addresses)
    def test_a_pattern_matches_as_a_regular_expression_does(
        self, pattern: str, address: str
    ) -> None:
        path = robots.path_of(address)
        assert path is not None

        assert (robots.reach(pattern, path) >= 0) == bool(expression(pattern).match(path))

    @given(address=st.text().map("https://a.example/{}".format))
    def test_the_pattern_of_an_address_is_one_word_and_matches_nothing_else(
        self, address: str
    ) -> None:
        pattern, path = robots.pattern_of(address), robots.path_of(address)
        if pattern is None or path is None:
            assert path is None
            return
        assert re.fullmatch(r"[!-~]+", pattern)
        assert "#" not in pattern
        assert robots.reach(pattern, path) > 0
        assert robots.reach(pattern, f"{path}0") < 0


def expression(pattern: str) -> re.Pattern[str]:
    """Return the regular expression of a pattern, which may look for ever."""
    pieces = pattern.removesuffix("$").split("*")
    literal = (re.escape(str(robots.path_of(f"x://y/{one}"))[1:]) for one in pieces)
    end = r"\Z" if pattern.endswith("$") else ""
    return re.compile(".*".join(literal) + end)
