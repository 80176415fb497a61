"""Make documents and say them."""

from typing import Any

import askfirst
from askfirst.deed import deed, language, page
from askfirst.deed.kinds import Kind
from askfirst.deed.saying import Line, Page
from askfirst.deed.statements import Statement

__all__ = ["LABEL", "MARA", "all_lines", "declaration", "kinds", "line", "shown", "statement"]

MARA = "https://mara.example.org/"
LABEL = "https://northline.example.com/"
_SOUND = ["composition", "lyrics", "recording", "performance"]
_HEAD = {"askfirst": "1.0.0", "issued": "2026-11-22T10:00:00Z"}


def declaration(**members: Any) -> dict[str, Any]:  # noqa: ANN401 - members of a document
    """Return a Declaration by its only holder, with these members."""
    holder = {"holder": MARA, "name": "Mara Lindqvist", "rights": [*_SOUND, "voice", "likeness"]}
    return {
        **_HEAD,
        "type": "Declaration",
        "id": "urn:uuid:6b0e9f0a-8f0d-4c57-9a7a-0a2f6f7f4b11",
        "track": {"title": "Night Bus", "artists": ["Mara Lindqvist"], "isrc": "SEXYZ2600012"},
        "rightsholders": [holder],
        **members,
    }


def shown(document: dict[str, Any], tag: str = "en") -> Page:
    """Return what a document says in a language."""
    return page(deed(askfirst.read(document)), language(tag))


def all_lines(found: Page) -> list[Line]:
    """Return every line of a page, also those below another, in order."""
    tops = [found.title, *found.lead, *(one for part in found.passages for one in part.lines)]
    return [one for top in tops for one in _within(top)]


def _within(top: Line) -> list[Line]:
    return [top, *(one for part in top.parts for one in _within(part))]


def kinds(document: dict[str, Any]) -> list[Kind]:
    """Return the kinds of all statements of a document, in order."""
    return [one.statement.kind for one in all_lines(shown(document))]


def statement(document: dict[str, Any], kind: Kind) -> Statement:
    """Return the one statement of a kind."""
    (found,) = (one.statement for one in all_lines(shown(document)) if one.statement.kind is kind)
    return found


def line(document: dict[str, Any], kind: Kind, tag: str = "en") -> str:
    """Return the text of the first statement of a kind."""
    found = next(one for one in all_lines(shown(document, tag)) if one.statement.kind is kind)
    return "".join(span.text for span in found.spans)
