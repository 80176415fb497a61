"""Find what is wrong in RSL licenses, by sections 3.1 to 3.17 of RSL 1.0 (see `rsl`)."""

from collections import Counter
from collections.abc import Iterator, Mapping

from askfirst.signals.rsl_rules import ALL, RULES, WITHIN, tokens, type_of
from askfirst.signals.signal import Trouble
from askfirst.signals.xml_tree import Element

__all__ = ["NAMESPACE", "faults_of_content", "faults_of_file"]

NAMESPACE = "https://rslstandard.org/rsl"

_TYPES = ("usage", "user", "geo")

_PAYMENTS = frozenset(
    {"purchase", "subscription", "training", "crawl", "use", "contribution", "attribution", "free"}
)
#: After so many tokens of a list nobody looks for strange ones; there are six that are known.
_MOST_TOKENS = 100
#: Which elements may stand in an element, and which attributes it may have.
_GRAMMAR: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    name: (frozenset(children.split()), frozenset(attributes.split()))
    for name, children, attributes in (
        ("rsl", "content", "max-age"),
        ("content", "license alternate schema copyright terms", "url server encrypted lastmod"),
        ("license", "permits prohibits payment reporting legal", ""),
        ("permits", "", "type"),
        ("prohibits", "", "type"),
        ("payment", "standard custom amount accepts", "type"),
        ("standard", "", ""),
        ("custom", "", ""),
        ("amount", "", "currency"),
        ("accepts", "", "type"),
        ("reporting", "", "type profile endpoint"),
        ("legal", "", "type"),
        ("alternate", "", "type"),
        ("schema", "", "type"),
        ("copyright", "", "type contactEmail contactUrl"),
        ("terms", "", ""),
    )
}
#: Labels that mean something elsewhere.
_ELSEWHERE = {
    "train-ai": "AIPREF",
    "train-genai": "AIPREF",
    "ai-use": "AIPREF",
    "bots": "AIPREF",
    "ai_training": "CAWG",
    "ai_generative_training": "CAWG",
    "ai_inference": "CAWG",
    "data_mining": "CAWG",
    "noai": "the robots meta tag",
}


def faults_of_file(file: Element, namespace: str) -> Iterator[Trouble]:
    """Yield what is wrong with the root of a file, whose namespace is given."""
    if namespace != NAMESPACE:
        yield _fault(f"the namespace of RSL is `{NAMESPACE}`", file)
    if not any(file.each("content")):
        yield _fault("an RSL file has at least one `content`", file)
    yield from _strangers(file)


def faults_of_content(content: Element) -> Iterator[Trouble]:
    """Yield what is wrong in a `content`."""
    if "url" not in content.attributes:
        yield _fault("a `content` needs a `url`", content)
    if not any(content.each("license")):
        yield _fault("a `content` needs a `license`", content)
    for element in _every(content):
        yield from _strangers(element)
        if element.name == "license":
            yield from _faults_of_license(element)


def _strangers(element: Element) -> Iterator[Trouble]:
    """Yield what may not stand in an element of RSL."""
    children, attributes = _GRAMMAR.get(element.name, (frozenset(), frozenset()))
    for name in sorted(element.attributes.keys() - attributes):
        yield _fault(f"`{element.name}` has no attribute `{name[:40]}`", element)
    for child in element.children:
        if child.name not in children:
            yield _fault(f"`{child.name[:40]}` cannot stand in `{element.name[:40]}`", child)


def _faults_of_license(license_: Element) -> Iterator[Trouble]:
    kinds = Counter((one.name, type_of(one)) for one in license_.each(*RULES))
    if any(number > 1 for number in kinds.values()):
        yield _fault("a license has one list of a `type` at the most", license_)
    for one in license_.each(*RULES):
        yield from _faults_of_rule(one)
    for one in license_.each("payment"):
        type_ = one.attributes.get("type", "free")
        if type_ not in _PAYMENTS and ":" not in type_:
            yield Trouble("AF903", f"`{type_[:40]}` is no type of payment", one.line)


def _faults_of_rule(rule: Element) -> Iterator[Trouble]:
    if rule.attributes.get("type") not in _TYPES:
        yield _fault(f"the `type` of `{rule.name}` is one of {', '.join(_TYPES)}", rule)
    if "," in rule.text or not tokens(rule):
        yield _fault(f"`{rule.name}` holds tokens with spaces between them", rule)
    named = dict.fromkeys(tokens(rule) if type_of(rule) == "usage" else ())
    for token in list(named)[:_MOST_TOKENS]:
        if token in _ELSEWHERE:
            message = f"`{token}` is a label of {_ELSEWHERE[token]}, not of RSL"
            yield Trouble("AF902", message, rule.line)
        elif token not in WITHIN[ALL] and ":" not in token:
            yield Trouble("AF903", f"`{token[:40]}` is no usage of RSL", rule.line)


def _fault(message: str, element: Element) -> Trouble:
    return Trouble("AF901", message, element.line)


def _every(root: Element) -> Iterator[Element]:
    """Yield an element and all that it holds, in the order of the text."""
    waiting = [root]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(one.children)
