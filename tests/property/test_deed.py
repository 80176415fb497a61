"""A deed says what its document says, leaf by leaf and holder by holder: no more and no less."""

import re
from collections.abc import Iterator

from hypothesis import given

import askfirst
from askfirst.deed import deed, language, page
from askfirst.deed.catalogs import tags
from askfirst.deed.kinds import Kind
from askfirst.deed.saying import Line, Page, Role
from askfirst.deed.statements import Statement
from askfirst.identifiers import party
from askfirst.reporting.deed import html, markdown, text
from tests.consistency.shipped import Json
from tests.property.asking import decisions, policies, requests
from tests.property.deeds import (
    Elements,
    absent,
    held,
    lacking,
    listed,
    nobody,
    of_tracks,
    said,
    top,
)
from tests.property.documents import documents
from tests.property.naive.statements import status
from tests.property.naive.tables import ALL_RIGHTS, FLOOR, NAMED_ONLY, leaves, way
from tests.property.strategies import consents, declarations, releases

LEAVES = leaves("any-ai-use")


def standing(levels: list[Json]) -> dict[str, str]:
    """Return how each leaf stands by statements, and by the floor below them."""
    found = {leaf: status(levels, leaf) for leaf in LEAVES}
    floor = {leaf for leaf, one in found.items() if leaf in FLOOR and one != "prohibited"}
    return {**found, **dict.fromkeys(floor, "consent-required")}


def named(entries: Json) -> set[tuple[str, str]]:
    return {(party.normal(one["holder"]), right) for one in entries for right in one["rights"]}


class TestTracks:
    """A leaf under the floor needs consent whatever is stated, and where nothing is stated."""

    @given(declarations())
    def test_a_track_stands_and_is_held_as_the_deed_says(self, document: Json) -> None:
        statements = top(deed(askfirst.read(document)))
        told = said(statements)
        asked = {leaf for leaf, one in told.items() if one == "consent-required"}
        assert told == standing([document])
        assert bool(asked & FLOOR) == any(one.kind is Kind.ALWAYS_ASKED for one in statements)
        assert_held(statements, document, document)

    @given(releases())
    def test_each_track_of_a_release_does_too_and_below_it_stands_only_what_differs(
        self, document: Json
    ) -> None:
        found = deed(askfirst.read(document))
        usual = said(top(found))
        for track, below in zip(document["tracks"], of_tracks(found), strict=True):
            assert {**usual, **said(below)} == standing([track, document])
            assert not said(below).items() & usual.items()
            assert_held(top(found) if held(below) is None else below, track, document)


def assert_held(statements: list[Statement], track: Json, document: Json) -> None:
    entries = named(track.get("rightsholders", document["rightsholders"]))
    missing = set(track.get("absentRights", document.get("absentRights", [])))
    assert held(statements) == entries
    assert absent(statements) == missing
    assert nobody(statements) == ALL_RIGHTS - missing - {right for _, right in entries}


class TestConsents:
    """In a Consent a leaf marked by name only is not covered by a group; in every other document
    it is.
    """

    @given(consents())
    def test_a_consent_allows_what_its_deed_says(self, document: Json) -> None:
        statements = top(deed(askfirst.read(document)))
        around = {leaf for leaf in LEAVES if set(way(leaf)) & set(document["uses"])}
        covered = {leaf for leaf in around if leaf in document["uses"] or leaf not in NAMED_ONLY}
        told = {one.kind: set(listed(one)) for one in statements if one.uses}
        assert told.get(Kind.GRANTED, set()) == covered
        assert told.get(Kind.NOT_INCLUDED, set()) == around - covered

    @given(requests())
    def test_a_request_asks_for_all_leaves_of_what_it_names(self, document: Json) -> None:
        asked = next(one for one in top(deed(askfirst.read(document))) if one.kind is Kind.ASKED)
        around = {leaf for leaf in LEAVES if set(way(leaf)) & set(document["uses"])}
        assert set(listed(asked)) == around


PROMISES = {
    "withoutAsking": Kind.WITHOUT_ASKING,
    "asksFirst": Kind.ASKS_FIRST,
    "never": Kind.NEVER,
    None: Kind.SILENT,
}


class TestPolicies:
    """A group covers every leaf that the same Policy does not name more narrowly."""

    @given(policies())
    def test_a_policy_promises_what_its_deed_says(self, document: Json) -> None:
        found = {one.kind: set(listed(one)) for one in top(deed(askfirst.read(document)))}
        for name, kind in PROMISES.items():
            assert found.get(kind, set()) == {
                leaf for leaf in LEAVES if self._promise(document, leaf) == name
            }

    def _promise(self, document: Json, leaf: str) -> str | None:
        for term in way(leaf):
            names = [name for name in PROMISES if name and term in document.get(name, [])]
            if names:
                return names[0] if len(names) == 1 else "withoutAsking"
        return None


class TestDecisions:
    """The outcome of a leaf, and of a Request, is `permitted`, `unspecified`, `consent-required`
    or `prohibited`.
    """

    @given(decisions())
    def test_the_answers_and_what_is_missing_are_those_of_the_decision(
        self, document: Json
    ) -> None:
        statements = top(deed(askfirst.read(document)))
        answers = [one for one in statements if one.kind is Kind.DECIDED]
        told = {(leaf, str(one.values["status"])) for one in answers for leaf in listed(one)}
        assert told == {(leaf["use"], leaf["outcome"]) for leaf in document["leaves"]}
        assert lacking(statements) == {
            (one.get("holder"), one["right"], leaf)
            for one in document["missing"]
            for leaf in leaves(one["use"])
        }


def lines(shown: Page) -> Iterator[Line]:
    tops = [shown.title, *shown.lead, *(one for part in shown.passages for one in part.lines)]
    waiting = tops[::-1]
    while waiting:
        line = waiting.pop()
        yield line
        waiting += line.parts[::-1]


def _foreign(line: Line) -> list[tuple[str, str | None]]:
    """Return what in a line is not of its language."""
    return sorted((s.text, s.link or "") for s in line.spans if s.role is not Role.OURS)


ELEMENTS = """
    html head meta title style body main article header section h1 h2 p ul ol li a bdi code
    svg circle path
"""


class TestFormats:
    """Names and statements are text of strangers."""

    @given(documents())
    def test_each_language_says_the_same_statements_with_the_same_texts(
        self, document: Json
    ) -> None:
        one, *others = (page(deed(askfirst.read(document)), language(tag)) for tag in tags())
        for other in others:
            for line, same in zip(lines(one), lines(other), strict=True):
                assert line.statement == same.statement
                assert _foreign(line) == _foreign(same)

    @given(documents())
    def test_no_format_holds_anything_that_a_stranger_made_up(self, document: Json) -> None:
        shown = page(deed(askfirst.read(document)), language("en"))
        words = [s.text for one in lines(shown) for s in one.spans if s.role is Role.WORD]
        assert_page(html([shown]), words)
        assert_lines(text(shown, 40), words)
        assert_lines(markdown(shown), words)
        written = [line for line in markdown(shown).split("\n") if line]
        headings = [line for line in written if re.match(r" {0,3}#{1,6}( |$)", line)]
        assert len(headings) == 1 + len(shown.passages)
        assert len(written) == len(shown.passages) + len(list(lines(shown)))


def assert_page(written: str, words: list[str]) -> None:
    found = Elements(written)
    links = [str(values["href"]) for tag, values in found.elements if tag == "a"]
    assert {tag for tag, _ in found.elements} <= set(ELEMENTS.split())
    assert not {name for _, values in found.elements for name in values if name[:2] == "on"}
    assert all(re.fullmatch(r"(https?|mailto):[!-~]*", link, re.IGNORECASE) for link in links)
    assert found.words == words


def assert_lines(written: str, words: list[str]) -> None:
    assert all(line.isprintable() for line in written.split("\n"))
    assert all(word in written for word in words)
