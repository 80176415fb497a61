"""Read and write XMP packets: properties of a file, as RDF in XML.

Read in: ISO 16684-1:2019 as Adobe's XMP Specification Part 1 says it (April 2012). A property
stands as an attribute or as an element of an `rdf:Description` right below `rdf:RDF`; what stands
deeper, such as the packets of ingredients, speaks about something else.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from askfirst.signals.xml_tree import BrokenXml, Element, escaped, tree

__all__ = ["Property", "packet", "properties"]

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DESCRIPTION, _RESOURCE = f"{_RDF} Description", f"{_RDF} resource"
_ARRAYS = tuple(f"{_RDF} {name}" for name in ("Alt", "Bag", "Seq"))
#: The magic number of every packet; it lets programs find one in a file they do not know.
_ID = "W5M0MpCehiHzreSzNTczkc9d"


class Property(NamedTuple):
    """A property of the file: its namespace and name, its values as texts, and its line.

    A structure has no text of its own and counts as one empty value.
    """

    namespace: str
    name: str
    values: tuple[str, ...]
    line: int


def properties(text: str) -> tuple[Property, ...]:
    """Return the properties of a packet, with or without its wrapper. Raises `BrokenXml`."""
    root = tree(text.strip("\ufeff\0 \t\r\n"))
    graphs = [one for one in (root, *root.children) if one.name == f"{_RDF} RDF"]
    if not graphs:
        raise BrokenXml("there is no rdf:RDF in the XMP", root.line)
    return tuple(
        one
        for graph in graphs
        for description in graph.each(_DESCRIPTION)
        for one in _of(description)
    )


def _of(description: Element) -> Iterator[Property]:
    for name, value in description.attributes.items():
        yield _property(name, (value,), description.line)
    for child in description.children:
        yield _property(child.name, tuple(_values(child)), child.line)


def _property(name: str, values: tuple[str, ...], line: int) -> Property:
    namespace, _, local = name.rpartition(" ")
    return Property(namespace, local, tuple(value.strip() for value in values), line)


def _values(element: Element) -> Iterator[str]:
    """Yield the values of a property: its resource, the items of its array, or its text."""
    arrays = [*element.each(*_ARRAYS)]
    items = [item for array in arrays for item in array.each(f"{_RDF} li")]
    for one in items if arrays else [element]:
        inner = [*one.each(f"{_RDF} value"), one][0]
        yield inner.attributes.get(_RESOURCE, inner.text)


def packet(
    namespaces: Mapping[str, str], elements: Iterable[str], toolkit: str | None = None
) -> str:
    """Return a packet whose one description has the elements, each of them XML already.

    `toolkit` is the program that it says it was written by.
    """
    by = f' x:xmptk="{escaped(toolkit)}"' if toolkit else ""
    names = "".join(
        f'\n      xmlns:{prefix}="{escaped(name)}"' for prefix, name in namespaces.items()
    )
    lines = "\n".join(f"   {line}" for element in elements for line in element.splitlines())
    return (
        f'<?xpacket begin="\ufeff" id="{_ID}"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"{by}>\n'
        f' <rdf:RDF xmlns:rdf="{_RDF}">\n'
        f'  <rdf:Description rdf:about=""{names}>\n'
        f"{lines}\n"
        "  </rdf:Description>\n </rdf:RDF>\n</x:xmpmeta>\n"
        '<?xpacket end="w"?>\n'
    )
