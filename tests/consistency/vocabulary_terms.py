"""Read the vocabulary in the order in which it is written, with short names for its terms."""

import re
from collections.abc import Iterable
from functools import cache

from rdflib import RDF, URIRef
from rdflib.term import Node

from askfirst import resources
from tests.consistency.mappings import FILE, is_foreign
from tests.consistency.shipped import AF, vocabulary

__all__ = ["in_order", "local", "of_kind", "prefixes", "short"]


@cache
def _text() -> str:
    return resources.read(FILE).decode()


@cache
def prefixes() -> dict[str, str]:
    """Return the prefixes that the vocabulary declares."""
    return dict(re.findall(r"^@prefix ([\w-]+):\s+<([^>]+)> \.$", _text(), re.MULTILINE))


def local(term: Node) -> str:
    """Return the name of one of our terms, without the namespace."""
    return str(term).removeprefix(AF)


def short(term: Node) -> str:
    """Return the prefixed name of a term, or its address where no prefix fits."""
    found = [(base, name) for name, base in prefixes().items() if _begins(str(term), base)]
    base, name = max(found, default=("", ""))
    return f"{name}:{str(term).removeprefix(base)}" if name else str(term)


def _begins(address: str, base: str) -> bool:
    return address.startswith(base) and address != base


def in_order(terms: Iterable[Node]) -> list[Node]:
    """Return terms as the vocabulary introduces them; what it does not introduce stands last."""
    return sorted(terms, key=lambda term: (_places().get(short(term), len(_places())), str(term)))


@cache
def _places() -> dict[str, int]:
    begun = re.findall(r"^<?([\w-]+:[^\s>]+)>? a ", _text(), re.MULTILINE)
    return {name: place for place, name in enumerate(begun)}


def of_kind(kind: Node) -> list[Node]:
    """Return what the vocabulary itself defines of a kind, in order."""
    found = vocabulary().subjects(RDF.type, kind)
    return in_order(term for term in found if isinstance(term, URIRef) and not is_foreign(term))
