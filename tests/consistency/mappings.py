"""Map our uses to the terms of other signals: `python -m tests.consistency.mappings`.

The mappings are the last part of the vocabulary. The terms come from the signals themselves, each
in the edition that is written if none is named. They have addresses under ours where their own
specification gives them none. ODRL is written with our words, so there is nothing to map; the
actions for AI that its group drafts are mapped instead.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rdflib import SKOS, URIRef
from rdflib.term import Node

from askfirst import resources
from askfirst.signals import Signal, Term, signal
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Use, leaves
from tests.consistency.words import label

__all__ = [
    "FILE",
    "MATCHES",
    "block",
    "is_foreign",
    "mapped",
    "match",
    "named",
    "newest",
    "replaced",
]

FILE = "spec/1.0/vocabulary.ttl"
MATCHES = (SKOS.exactMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)

_SIGNALS = "https://w3id.org/askfirst/signals/"
_RULE = "# " + "-" * 77
_HEAD = f"""{_RULE}
# The terms of other signals, and what our uses are beside them
# Written by `python -m tests.consistency.mappings` from what the signals contain and touch.
# A match that is broader contains the whole use; a narrower one touches nothing beside it.
{_RULE}
"""
_SCHEME = re.compile(rf"^<{_SIGNALS}([^/>]+)/([^>#]+)> a skos:ConceptScheme ;$", re.MULTILINE)


class Scheme(NamedTuple):
    """A foreign vocabulary: its address and prefix, and where the addresses of its terms begin."""

    address: str
    prefix: str
    base: str
    title: str
    source: str
    terms: tuple[Term, ...]
    status: str = "testing"


_DRAFT = Scheme(
    "https://w3c.github.io/odrl/ai-vocab/",
    "odrl",
    "http://www.w3.org/ns/odrl/2/",
    "ODRL AI Vocabulary Profile, a draft",
    "https://github.com/w3c/odrl, ai-vocab/index.html at 8906448c01f2 of 2026-07-06",
    (
        Term.of("data-mining", Use.TRAINING, Use.INPUT, Use.OTHER_DATA_MINING),
        Term.of("ai-training", Use.TRAINING),
        Term.of("gen-ai", Use.GENERATIVE_TRAINING),
        Term.of("ai-augment", Use.INPUT),
        Term.of("search", Use.SEARCH_INDEXING),
        Term.of("index", in_part=[Use.SEARCH_INDEXING]),
    ),
    status="unstable",
)


def newest() -> list[Signal]:
    """Return the editions that are written if none is named, and that have terms of their own."""
    return [one for name in Name if (one := signal(name)).terms and name is not Name.ODRL]


def named(text: str) -> list[Signal]:
    """Return the editions that a text of the vocabulary maps to.

    Raises `askfirst.signals.NoSuchSignal`.
    """
    return [signal(name, version) for name, version in _SCHEME.findall(text)]


def is_foreign(term: Node) -> bool:
    """Tell whether a term is one of another signal, or its scheme."""
    return str(term).startswith((_SIGNALS, _DRAFT.address, _DRAFT.base))


def match(use: Use, term: Term) -> URIRef | None:
    """Return what a term is beside a use; None where they have nothing in common."""
    own = frozenset(leaves(use))
    if own == term.contains == term.touches:
        return SKOS.exactMatch
    if own <= term.contains:
        return SKOS.broadMatch
    if term.touches <= own:
        return SKOS.narrowMatch
    return SKOS.relatedMatch if own & term.touches else None


def mapped(editions: Iterable[Signal]) -> Iterator[tuple[Use, URIRef, URIRef]]:
    """Yield each use with its matches, as the triples of the graph."""
    terms = [(URIRef(one.base + t.name), t) for one in _schemes(editions) for t in one.terms]
    for use in Use:
        for address, term in terms:
            kind = match(use, term)
            if kind:
                yield use, kind, address


def block(editions: Iterable[Signal]) -> str:
    """Return the part of the vocabulary that is written here."""
    schemes = _schemes(editions)
    prefixes = "".join(f"@prefix {one.prefix}: <{one.base}> .\n" for one in schemes)
    described = "\n".join(_described(one) for one in schemes)
    uses = "\n".join(_use(use, schemes) for use in Use)
    return f"{_HEAD}\n{prefixes}\n{described}\n{uses}"


def _schemes(editions: Iterable[Signal]) -> list[Scheme]:
    return [*(_scheme(one) for one in editions), _DRAFT]


def _scheme(edition: Signal) -> Scheme:
    address = f"{_SIGNALS}{edition.name}/{edition.version}"
    title = f"{label(edition.name)} {edition.version}"
    source, terms = edition.source, edition.terms
    return Scheme(address, edition.name, f"{address}#", title, source, terms)


def _described(scheme: Scheme) -> str:
    whole = f"""<{scheme.address}> a skos:ConceptScheme ;
    skos:prefLabel {_quoted(scheme.title)}@en ;
    dcterms:source {_quoted(scheme.source)} ;
    vs:term_status {_quoted(scheme.status)} .
"""
    return whole + "".join(
        f"""
{scheme.prefix}:{term.name} a skos:Concept ;
    skos:notation {_quoted(term.name)} ;
    skos:inScheme <{scheme.address}> .
"""
        for term in scheme.terms
    )


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _use(use: Use, schemes: Iterable[Scheme]) -> str:
    terms = [(f"{one.prefix}:{term.name}", term) for one in schemes for term in one.terms]
    found = {kind: [name for name, term in terms if match(use, term) == kind] for kind in MATCHES}
    said = [
        f"    skos:{kind.fragment} " + ",\n        ".join(names)
        for kind, names in found.items()
        if names
    ]
    return f"af:{use}\n" + " ;\n".join(said) + " .\n"


def replaced(text: str, part: str) -> str:
    """Return the text of the vocabulary with its last part, if it has one, written anew."""
    before, _, _ = text.partition(_HEAD)
    return f"{before.rstrip()}\n\n{part}"


if __name__ == "__main__":
    path = resources.root() / FILE
    path.write_text(replaced(path.read_text(encoding="utf-8"), block(newest())), encoding="utf-8")
