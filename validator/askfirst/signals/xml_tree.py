"""Read XML that strangers wrote into a tree: no document type, no entities, nothing fetched.

What is refused here is what attacks are made of; signals have no use for any of it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from askfirst.errors import AskFirstError

__all__ = ["BrokenXml", "Element", "escaped", "tree"]

_MOST_CHARACTERS, _MOST_ELEMENTS, _DEEPEST = 2**20, 20_000, 100
#: What XML 1.0 cannot hold or advises against.
_NO_XML = re.compile("[^\\t\\n\\x20-\\x7e\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}


class BrokenXml(AskFirstError):
    """A text is no XML that is read; `line` is where."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


@dataclass(slots=True)
class Element:
    """An element: names are `namespace name`, or the name alone where there is no namespace."""

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Element"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text right in the element, that of its children left out."""
        return "".join(self.texts)

    def each(self, *names: str) -> Iterator["Element"]:
        """Yield the children that have one of some names."""
        return (child for child in self.children if child.name in names)


def tree(text: str) -> Element:
    """Return the root of XML up to 1 Mi characters, 20,000 elements, a hundred of them deep.

    Raises `BrokenXml`.
    """
    if len(text) > _MOST_CHARACTERS:
        raise BrokenXml("the XML is longer than 1 MiB")
    parser = expat.ParserCreate(namespace_separator=" ")
    growing = _Growing(parser)
    try:
        parser.Parse(text.removeprefix("\ufeff"), True)
    except expat.ExpatError as error:
        raise BrokenXml(f"this is no XML: {expat.ErrorString(error.code)}", error.lineno) from error
    except UnicodeEncodeError as error:
        raise BrokenXml("this is no XML: a surrogate stands alone") from error
    return growing.top.children[0]


class _Growing:
    """A tree that grows while a parser reads; `top` is above its root."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.top = Element("", {}, 1)
        self._path = [self.top]
        self._left = _MOST_ELEMENTS
        self._parser = parser
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = lambda _: self._path.pop()
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._left -= 1
        if self._left < 0 or len(self._path) > _DEEPEST:
            raise BrokenXml("the XML has too many elements", self._parser.CurrentLineNumber)
        element = Element(name, attributes, self._parser.CurrentLineNumber)
        self._path[-1].children.append(element)
        self._path.append(element)

    def _text(self, text: str) -> None:
        self._path[-1].texts.append(text)

    def _doctype(self, *_: object) -> None:
        message = "the XML has a document type, which can hide entities; leave it out"
        raise BrokenXml(message, self._parser.CurrentLineNumber)


def escaped(text: str) -> str:
    """Return a text as it may stand in an element or in a quoted attribute.

    Characters that XML cannot hold are left out.
    """
    return "".join(_ESCAPES.get(one, one) for one in _NO_XML.sub("", text))
