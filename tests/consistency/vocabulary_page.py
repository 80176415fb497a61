"""Write the vocabulary for browsers and as JSON-LD: `python -m tests.consistency.vocabulary_page`.

Both are made from `vocabulary.ttl` and never edited. The page is our own because pyLODE, tried in
version 3.4.1, stops at addresses of other vocabularies that end in a slash, makes anchors of
labels rather than of names, adds a script, and writes another page with every run.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from html import escape
from pathlib import Path

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, URIRef
from rdflib.term import Node

from askfirst import resources
from tests.consistency.mappings import is_foreign
from tests.consistency.shipped import AF, vocabulary
from tests.consistency.vocabulary_entries import anchor, definitions, entry, label, link
from tests.consistency.vocabulary_json_ld import json_ld
from tests.consistency.vocabulary_terms import in_order, local, of_kind, short

__all__ = ["FILES", "page", "write"]

_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
#: What the properties describe that no document holds.
_DESCRIBED = {SKOS.Concept, RDF.Property}

Below = Callable[[Node], list[Node]]


def page() -> str:
    """Return the vocabulary as one HTML page that needs nothing else."""
    title = escape(_said(DCTERMS.title))
    sections = "\n".join(_sections())
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<link rel="alternate" type="text/turtle" href="vocabulary.ttl">
<link rel="alternate" type="application/ld+json" href="vocabulary.jsonld">
<title>{title}</title>
<style>
{_STYLE}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p>{escape(_said(DCTERMS.description))}</p>
<dl>
<div><dt>Version</dt><dd>{escape(_said(OWL.versionInfo))}</dd></div>
<div><dt>Namespace</dt><dd><code>{escape(AF)}</code>, here <code>af:</code></dd></div>
<div><dt>License</dt><dd>{link(URIRef(_said(DCTERMS.license)))}</dd></div>
<div><dt>Also as</dt><dd><a href="vocabulary.ttl">Turtle</a>, \
<a href="vocabulary.jsonld">JSON-LD</a></dd></div>
</dl>
{_contents()}
</header>
<main>
{sections}
</main>
</body>
</html>
"""


def _said(predicate: Node) -> str:
    return str(vocabulary().value(URIRef(AF), predicate))


def _policy() -> str:
    """Return the content security policy: nothing is loaded or run, and only our style applies."""
    digest = b64encode(sha256(f"\n{_STYLE}".encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _contents() -> str:
    heads = {
        "section-uses": "The tree of uses",
        "section-classes": "Classes",
        "section-members": "Members",
        "section-describing": "Properties of the vocabulary itself",
        **{local(scheme): label(scheme) for scheme in of_kind(SKOS.ConceptScheme)},
        "section-signals": "Terms of other signals",
    }
    entries = "".join(
        f'<li><a href="#{name}">{escape(head)}</a></li>' for name, head in heads.items()
    )
    return f'<nav aria-label="Contents">\n<ul>{entries}</ul>\n</nav>'


def _sections() -> Iterator[str]:
    members, describing = _properties()
    yield _section("uses", "The tree of uses", _tree([AF["any-ai-use"]], _narrower))
    yield _section("classes", "Classes", _tree(_top_classes(), _subclasses), _classes())
    yield _section("members", "Members", _names(members), members)
    head = "Properties of the vocabulary itself"
    yield _section("describing", head, _names(describing), describing)
    for scheme in of_kind(SKOS.ConceptScheme):
        yield entry(scheme, level=2)
        words = in_order(vocabulary().subjects(SKOS.inScheme, scheme))
        yield from (entry(word) for word in words)
    schemes = in_order(one for one in vocabulary().subjects(SKOS.prefLabel) if is_foreign(one))
    foreign = "\n".join(_foreign(scheme) for scheme in schemes)
    yield _section("signals", "Terms of other signals", foreign)


def _section(name: str, head: str, lead: str, terms: Iterable[Node] = ()) -> str:
    entries = "\n".join(entry(term) for term in terms)
    return f'<h2 id="section-{name}">{escape(head)}</h2>\n{lead}\n{entries}'.rstrip()


def _classes() -> list[Node]:
    return of_kind(RDFS.Class)


def _properties() -> tuple[list[Node], list[Node]]:
    """Return the members of documents, and the properties that describe terms."""
    found = of_kind(RDF.Property)
    describing = [p for p in found if vocabulary().value(p, RDFS.domain) in _DESCRIBED]
    return [p for p in found if p not in describing], describing


def _top_classes() -> list[Node]:
    above = vocabulary().objects
    return [c for c in _classes() if not set(above(c, RDFS.subClassOf)) & set(_classes())]


def _subclasses(term: Node) -> list[Node]:
    return in_order(vocabulary().subjects(RDFS.subClassOf, term))


def _narrower(term: Node) -> list[Node]:
    return in_order(vocabulary().subjects(SKOS.broader, term))


def _tree(terms: list[Node], below: Below) -> str:
    """Return terms as a nested list with the first definition of each."""
    return f'<ul class="tree">{"".join(_branch(term, below) for term in terms)}</ul>'


def _branch(term: Node, below: Below) -> str:
    inside = below(term)
    said = escape(definitions(term)[0])
    return f"<li>{link(term)} {said}{_tree(inside, below) if inside else ''}</li>\n"


def _names(terms: Iterable[Node]) -> str:
    return f'<p class="names">{" ".join(link(term) for term in terms)}</p>'


def _foreign(scheme: Node) -> str:
    """Return a vocabulary of somebody else with the terms that our uses are mapped to."""
    source = escape(str(vocabulary().value(scheme, DCTERMS.source)))
    terms = in_order(vocabulary().subjects(SKOS.inScheme, scheme))
    names = " ".join(f"<code>{escape(short(term))}</code>" for term in terms)
    return f"""\
<section id="{anchor(scheme)}">
<h3>{escape(label(scheme))}</h3>
<p>{source}.</p>
<p class="names">{names}</p>
</section>"""


FILES: dict[str, Callable[[], str]] = {"vocabulary.html": page, "vocabulary.jsonld": json_ld}


def write(folder: Path) -> None:
    """Write both files into a folder of the specification."""
    for name, text in FILES.items():
        (folder / name).write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    write(resources.root() / "spec/1.0")
