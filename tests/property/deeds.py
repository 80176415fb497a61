"""Read a deed back: which leaves it says stand how, for each track, and who holds which rights."""

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import TypeAlias

from askfirst.deed.kinds import Kind, Part
from askfirst.deed.statements import Address, Deed, Statement, Token, Value
from askfirst.vocabulary import Right, Use, leaves

__all__ = ["Elements", "absent", "held", "lacking", "listed", "nobody", "of_tracks", "said", "top"]

#: The kinds that say how uses of a track stand.
STATUSES = {
    Kind.PROHIBITED: "prohibited",
    Kind.CONSENT_REQUIRED: "consent-required",
    Kind.PERMITTED: "permitted",
    Kind.UNSPECIFIED: "unspecified",
}

_Status: TypeAlias = dict[str, str]


def top(deed: Deed) -> list[Statement]:
    """Return the statements that stand directly under a heading."""
    return [one for section in deed.sections for one in section.statements]


def of_tracks(deed: Deed) -> list[list[Statement]]:
    """Return what a deed says below each track of a Release."""
    (tracks,) = (part for part in deed.sections if part.part is Part.TRACKS)
    return [list(track.parts) for track in tracks.statements[0].parts]


def said(statements: Iterable[Statement]) -> _Status:
    """Return the status of each leaf that is said; none is said twice."""
    told = [
        (str(leaf), STATUSES[one.kind])
        for one in statements
        if one.kind in STATUSES
        for leaf in listed(one)
    ]
    assert len(dict(told)) == len(told)
    return dict(told)


def listed(statement: Statement) -> list[str]:
    """Return the leaves of the uses below a statement; none stands there twice."""
    found = [str(leaf) for use in statement.uses for leaf in leaves(use)]
    assert len(set(found)) == len(found)
    return found


def held(statements: Iterable[Statement]) -> set[tuple[str, str]] | None:
    """Return who is said to hold which right; None where nothing is said of holders."""
    lists = [one for one in statements if one.kind is Kind.HOLDERS]
    if not lists:
        return None
    (entries,) = (one.parts for one in lists)
    named = [one for one in entries if one.kind in (Kind.HOLDER, Kind.HOLDER_NOWHERE)]
    return {(_id(one.values["holder"]), right) for one in named for right in _rights(one)}


def absent(statements: Iterable[Statement]) -> set[str]:
    """Return the rights that are said not to exist."""
    return {right for one in statements if one.kind is Kind.ABSENT for right in _rights(one)}


def nobody(statements: Iterable[Statement]) -> set[str]:
    """Return the rights for which nobody is said to be named."""
    return {right for one in statements if one.kind is Kind.UNHELD for right in _rights(one)}


def lacking(statements: Iterable[Statement]) -> set[tuple[str | None, str, str]]:
    """Return whose agreement is said to be missing: the holder or nobody, the right, the leaf."""
    owed = [part for one in statements if one.kind is Kind.MISSING for part in one.parts]
    return {
        (_id(one.values["holder"]) if "holder" in one.values else None, right, leaf)
        for one in owed
        for right in _rights(one)
        for leaf in _leaves(one.values["uses"])
    }


def _leaves(tokens: Value) -> list[str]:
    assert isinstance(tokens, tuple)
    words = [token.word for token in tokens if isinstance(token, Token)]
    return [str(leaf) for word in words for leaf in leaves(Use(word))]


def _rights(statement: Statement) -> list[str]:
    rights = statement.values["rights"]
    assert isinstance(rights, tuple)
    return [str(right) for right in rights if isinstance(right, Right)]


def _id(party: Value) -> str:
    if isinstance(party, Statement):
        party = party.values["id"]
    assert isinstance(party, Address)
    return party.iri


class Elements(HTMLParser):
    """The elements of a page with their attributes, the words in `code`, and what is in `bdi`."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.theirs: list[str] = []
        self._open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "code" in self._open:
            self.words.append(data)
        if "bdi" in self._open:
            self.theirs.append(data)
