"""Read the licenses of RSL 1.0: what each `content` says, with what is wrong in it (see `rsl`)."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.signals.robots import restricting
from askfirst.signals.rsl_faults import NAMESPACE, faults_of_content, faults_of_file
from askfirst.signals.rsl_rules import (
    ALL,
    PARTS,
    RULES,
    WITHIN,
    tokens,
    type_of,
    usage,
    within,
)
from askfirst.signals.signal import Reading, Trouble
from askfirst.signals.terms import Answer
from askfirst.signals.xml_tree import Element

__all__ = ["contents"]


class _Offer(NamedTuple):
    """What one license says of the tokens that it names, and whether its list is closed."""

    named: dict[str, Answer]
    closed: bool


def contents(root: Element) -> Iterator[Reading]:
    """Yield what each `content` says: in a file of licenses, in a feed, or in metadata."""
    namespace, _, name = root.name.rpartition(" ")
    if name != "rsl":
        yield from (_reading(_own(one, NAMESPACE)) for one in _outermost(root))
        return
    file = _own(root, namespace)
    # a file that only means to be RSL permits nothing, and is read for what it restricts
    faults = tuple(faults_of_file(file, namespace))
    if faults:
        yield Reading({}, faults)
    yield from (_reading(one, broken=bool(faults)) for one in file.each("content"))


def _outermost(root: Element) -> Iterator[Element]:
    """Yield each `content` that stands in no other one, in the order of the text."""
    waiting = [root]
    while waiting:
        one = waiting.pop()
        if one.name == f"{NAMESPACE} content":
            yield one
        else:
            waiting += reversed(one.children)


def _own(element: Element, namespace: str) -> Element:
    """Return an element without what others added to it (section 3); names lose the namespace."""
    children = [_own(one, namespace) for one in element.children if _space(one) == namespace]
    attributes = {name: a for name, a in element.attributes.items() if " " not in name}
    name = element.name.rpartition(" ")[2]
    return Element(name, attributes, element.line, children, element.texts)


def _space(element: Element) -> str:
    return element.name.rpartition(" ")[0]


def _reading(content: Element, *, broken: bool = False) -> Reading:
    licenses = [*content.each("license")]
    offers = [_offer(one, content) for one in licenses]
    faults = [*faults_of_content(content), *_conflicts(licenses, offers)]
    said = _settled(_said(offers))
    found = Reading(said, tuple(faults), content.attributes.get("url") or None)
    broken = broken or any(one.code == "AF901" for one in faults)
    return restricting(found) if broken else found


def _offer(license_: Element, content: Element) -> _Offer:
    conditional = _is_conditional(license_, content)
    lists = usage(license_, "permits")
    # without a list everything is offered: that is heard where it is offered on conditions
    offered = within(t for one in lists for t in tokens(one)) if lists else WITHIN[ALL]
    named = dict.fromkeys(offered, Answer.ASK if conditional else Answer.ALLOWED)
    if not lists and not conditional:
        named = {}
    return _Offer(named | dict.fromkeys(_prohibited(license_), Answer.REFUSED), bool(lists))


def _prohibited(license_: Element) -> frozenset[str]:
    return within(t for one in usage(license_, "prohibits") for t in tokens(one))


def _is_conditional(license_: Element, content: Element) -> bool:
    """Tell whether one has to do or be something, so that the license is not for everybody."""
    limits = [one for one in license_.each(*RULES) if type_of(one) != "usage"]
    paid = [
        one
        for one in license_.each("payment")
        if one.children or one.attributes.get("type", "free") != "free"
    ]
    served = "server" in content.attributes
    locked = content.attributes.get("encrypted", "false") != "false"
    return served or locked or bool([*limits, *paid, *license_.each("reporting")])


def _said(offers: list[_Offer]) -> dict[str, Answer]:
    """Return what several offers say: one of them is enough, but what one prohibits is refused."""
    found = {}
    for token in WITHIN[ALL]:
        named = [one.named[token] for one in offers if token in one.named]
        if Answer.REFUSED in named:
            found[token] = Answer.REFUSED
        elif named:
            found[token] = min(named, key=_strictness)
        elif offers and all(one.closed for one in offers):
            found[token] = Answer.REFUSED
    return found


def _settled(said: dict[str, Answer]) -> dict[str, Answer]:
    """Return what is said with a wide token refused only as far as all of its parts are."""
    found = dict(said)
    for whole, parts in PARTS.items():
        if found.get(whole, Answer.ALLOWED) is Answer.ALLOWED:
            continue
        answers = [found.get(part, Answer.ALLOWED) for part in parts]
        if Answer.ALLOWED in answers:
            del found[whole]
        else:
            found[whole] = min([found[whole], *answers], key=_strictness)
    return found


def _strictness(answer: Answer) -> int:
    return answer.status.strictness


def _conflicts(licenses: list[Element], offers: list[_Offer]) -> Iterator[Trouble]:
    """Yield where something is offered and prohibited; then it is not licensed (3.1.1)."""
    refused = {t for one in offers for t in one.named if one.named[t] is Answer.REFUSED}
    for license_ in licenses:
        for one in usage(license_, "permits"):
            both = [token for token in tokens(one) if token in refused]
            if both:
                yield Trouble("AF904", f"`{both[0]}` is permitted and prohibited", one.line)
