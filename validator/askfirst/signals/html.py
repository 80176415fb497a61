"""Read what a page says in `<meta>`, `<link>` and `<script>`, and write texts into a page.

Only tags count that a browser would see: nothing in a comment, in a text field or in a template.
Names are compared in lower case, and of two attributes with one name the first holds, as HTML
says. Nothing here ever raises, and no page is read beyond its first 1 MiB.
"""

from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from typing import NamedTuple, TypeAlias

__all__ = [
    "MOST_CHARACTERS",
    "Attributes",
    "Script",
    "attribute",
    "link",
    "links",
    "meta",
    "scripts",
]

MOST_CHARACTERS = 2**20

Attributes: TypeAlias = dict[str, str]

#: What stands in these elements is text to a browser, or not part of the page (HTML 13.2.6).
_INERT = frozenset({"iframe", "noembed", "noframes", "template", "textarea", "title", "xmp"})


class Script(NamedTuple):
    """What stands in a script, the media type that it has, and the line where it begins."""

    type: str
    text: str
    line: int


class _Page(HTMLParser):
    """The tags of a page that can say something."""

    def __init__(self) -> None:
        super().__init__()
        self.meta: list[Attributes] = []
        self.links: list[Attributes] = []
        self.scripts: list[Script] = []
        self._inert: str | None = None
        self._script: tuple[str, int, list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._inert:
            return
        attributes = {name: value or "" for name, value in reversed(attrs)}
        if tag in _INERT:
            self._inert = tag
        elif tag == "meta":
            self.meta.append(attributes)
        elif tag == "link":
            self.links.append(attributes)
        elif tag == "script":
            self._script = (_essence(attributes.get("type", "")), self._end_line(), [])

    def handle_data(self, data: str) -> None:
        if self._script:
            self._script[2].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inert:
            self._inert = None
        elif tag == "script" and self._script:
            kind, line, parts = self._script
            self.scripts.append(Script(kind, "".join(parts), line))
            self._script = None

    def _end_line(self) -> int:
        """Return the line where the tag ends that is being read."""
        return self.getpos()[0] + (self.get_starttag_text() or "").count("\n")

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 - as there
        """Pass over `<![`, at which Python's own parser can raise; to a browser it is a comment."""
        return self.parse_bogus_comment(i, report)


def _essence(type_: str) -> str:
    """Return a media type without its parameters."""
    return type_.partition(";")[0].strip().lower()


@lru_cache(maxsize=1)  # each signal looks at the same page
def _page(text: str) -> _Page:
    page = _Page()
    page.feed(text[:MOST_CHARACTERS])
    return page


def meta(text: str) -> list[tuple[str, str]]:
    """Return name and content of each `<meta>` that has both; the names in lower case."""
    every = [one for one in _page(text).meta if "name" in one and "content" in one]
    return [(one["name"].strip().lower(), one["content"]) for one in every]


def links(text: str) -> list[Attributes]:
    """Return the attributes of each `<link>`."""
    return [dict(one) for one in _page(text).links]


def scripts(text: str, type_: str) -> list[Script]:
    """Return the scripts of a media type, such as `application/ld+json`."""
    return [one for one in _page(text).scripts if one.type == type_]


def attribute(text: str) -> str:
    """Return a text as the value of an attribute, to stand between double quotes.

    >>> attribute('"><script>')
    '&quot;&gt;&lt;script&gt;'
    """
    return escape(text)


def link(**attributes: str) -> str:
    """Return a `<link>`.

    >>> link(rel="license", href="https://mara.example.org/?a&b")
    '<link rel="license" href="https://mara.example.org/?a&amp;b">'
    """
    written = " ".join(f'{name}="{attribute(value)}"' for name, value in attributes.items())
    return f"<link {written}>"
