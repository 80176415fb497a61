"""RSL 1.0: an XML file of licenses for addresses, and the links that lead to it.

Read in: RSL-SPEC-1.0, a Recommendation of 2025-12-10 with its errata to 2026-08-07, through
detailed accounts of it in public repositories; its own text, and the grammar of its Appendix A,
was not seen. What a license permits is a closed list; what it prohibits is not licensed whatever
else it says; several licenses are several offers; no payment means free.

Where RSL is open, it is read narrowly. A license that permits nothing by name would permit
everything that it does not prohibit: that is silence here. A permission that costs, that needs a
license server, or that holds for some users, places or reports only, means that one has to ask.
What is not as the specification says permits nothing, but its restrictions count.

Written: RSL has no word for asking. A license that one gets through the page of the publisher
(`custom`) is the nearest thing, but its closed list would refuse what nobody spoke about, such as
being found. So where a use is left open and nothing is permitted, what has to be asked for is
prohibited, with the address of whom to ask, and what stands open is not named, as in the example
of section 1.1 that prohibits `ai-all` alone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from askfirst.signals import html
from askfirst.signals.link_header import link_header, links, uri
from askfirst.signals.robots import pattern_of
from askfirst.signals.rsl_licenses import contents
from askfirst.signals.rsl_rules import AI_ALL, ALL, TOKENS, WITHIN
from askfirst.signals.signal import (
    Carrier,
    Channel,
    Found,
    Reading,
    Signal,
    Trouble,
    Unwritable,
    Wanted,
)
from askfirst.signals.terms import Answer, Term
from askfirst.signals.xml_tree import BrokenXml, escaped, tree
from askfirst.vocabulary import Signal as Name
from askfirst.vocabulary import Status, Use

__all__ = ["EDITIONS", "MEDIA_TYPE", "joined"]

MEDIA_TYPE = "application/rsl+xml"

#: `ai-index` is the inner index of an AI system: retrieval. Making a track findable is `search`.
_TERMS = (
    Term.of(
        ALL,
        Use.TRAINING,
        Use.INPUT,
        Use.SEARCH_INDEXING,
        Use.OTHER_DATA_MINING,
        in_part=[Use.DATASET_DISTRIBUTION],
    ),
    Term.of(
        AI_ALL,
        Use.TRAINING,
        Use.INPUT,
        in_part=[Use.DATASET_DISTRIBUTION, Use.OTHER_DATA_MINING],
    ),
    Term.of("ai-train", Use.TRAINING),
    Term.of("ai-input", Use.GENERATIVE_INPUT, in_part=[Use.ANALYTIC_INPUT]),
    Term.of("ai-index", in_part=[Use.OTHER_GENERATIVE_INPUT, Use.OTHER_DATA_MINING]),
    Term.of("search", Use.SEARCH_INDEXING),
)
_FILE = "license.xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<rsl xmlns="https://rslstandard.org/rsl">\n'
_TAIL = "</rsl>"
_HOST = re.compile(r"https?://([A-Za-z0-9.-]+(?::[0-9]+)?)(?:[/?#]|\Z)", re.IGNORECASE)
_RESTRICTING = (Status.CONSENT_REQUIRED, Status.PROHIBITED)
_MEANT = re.compile(r"rslstandard\.org/rsl|<(?:\w+:)?rsl\b")
_LICENSE = re.compile(r"[ \t]*license[ \t]*:[ \t]*([^#\r\n]*)", re.IGNORECASE)
_WEB_OR_MAIL = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_MOST_OF_ROBOTS = 500 * 1024  # as RFC 9309, section 2.5, has it
_ABSOLUTE = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


def _write(wanted: Wanted, answers: Mapping[str, Answer]) -> tuple[Carrier, ...]:
    host, pattern = _HOST.match(wanted.place or ""), pattern_of(wanted.place)
    if not (host and pattern):
        raise Unwritable("RSL speaks about addresses; the track needs one on the web, in `urls`")
    if not answers:
        return ()
    address = f"https://{host[1].lower()}/{_FILE}"  # RSL is fetched through https only
    to_it = {"rel": "license", "type": MEDIA_TYPE}
    content = _content(pattern, wanted, answers)
    return (
        Carrier(Channel.FILE, _FILE, f"{_HEAD}{content}{_TAIL}\n"),
        Carrier(Channel.ROBOTS, "robots.txt", f"License: {address}\n"),
        Carrier(Channel.HTTP_HEADER, "Link", link_header(address, **to_it)),
        Carrier(Channel.HTML, "link", html.link(**to_it, href=address)),
    )


def joined(files: Iterable[str]) -> str:
    """Return one file for the tracks of one site, from the file of each as it is written here."""
    several = (file.strip().removeprefix(_HEAD).removesuffix(_TAIL) for file in files)
    return f"{_HEAD}{''.join(dict.fromkeys(several))}{_TAIL}\n"


def _content(pattern: str, wanted: Wanted, answers: Mapping[str, Answer]) -> str:
    """Return what is to be said of one track, for its own address and no longer one."""
    terms = f"    <terms>{_address(wanted.document)}</terms>\n" if wanted.document else ""
    licenses = "".join(_licenses(wanted, answers))
    return f'  <content url="{escaped(uri(pattern))}">\n{licenses}{terms}  </content>\n'


def _licenses(wanted: Wanted, answers: Mapping[str, Answer]) -> Iterator[str]:
    """Yield a license for what is free, and one for what has to be asked for."""
    said = {term.name: answers[term.name] for term in _TERMS if _is_said(term, wanted, answers)}
    free, asked, refused = (
        [name for name in said if said[name] is answer]
        for answer in (Answer.ALLOWED, Answer.ASK, Answer.REFUSED)
    )
    ask = _address(wanted.ask) if _WEB_OR_MAIL.match(wanted.ask or "") else ""
    open_ = any(name not in said for name in TOKENS)
    if not ask or (open_ and not free):
        asked, refused = [], [name for name in said if said[name] is not Answer.ALLOWED]
    if free or not asked:
        contact = f'<legal type="contact">{ask}</legal>' if ask and not asked else ""
        yield _license(free, refused, contact)
    if asked:
        # who is asked may want no money, but every other type of payment promises something
        custom = f'<payment type="purchase"><custom>{ask}</custom></payment>'
        yield _license(asked, refused, custom)


def _is_said(term: Term, wanted: Wanted, answers: Mapping[str, Answer]) -> bool:
    """Tell whether to write a term; a wide one only where it is the answer to all of its parts.

    Whoever prohibits `all` prohibits `search` too, whatever another rule permits.
    """
    parts = WITHIN.get(term.name, ())
    same = {answers.get(part) for part in parts} <= {answers.get(term.name)}
    closed = all(wanted.standing[leaf] in _RESTRICTING for leaf in term.touches)
    return term.name in answers and same and (closed or not parts)


def _license(permitted: list[str], prohibited: list[str], whom: str) -> str:
    rules = {"permits": permitted, "prohibits": prohibited}
    lines = [f'<{name} type="usage">{" ".join(a)}</{name}>' for name, a in rules.items() if a]
    inner = "".join(f"      {line}\n" for line in [*lines, whom] if line)
    return f"    <license>\n{inner}    </license>\n"


def _address(address: str | None) -> str:
    return escaped(uri(address or ""))


def _read(found: Found) -> tuple[Reading, ...]:
    if found.channel is Channel.HTTP_HEADER:
        return tuple(_linked(found))
    if found.channel is Channel.ROBOTS:
        return tuple(_directives(found.text))
    if found.channel is Channel.HTML:
        return tuple(_in_page(found.text))
    return tuple(_in_file(found.text)) if _MEANT.search(found.text) else ()


def _linked(found: Found) -> Iterator[Reading]:
    """Yield a reading for each link to a license; nothing is fetched, so it says nothing."""
    for link in links(found.text) if (found.name or "").lower() == "link" else ():
        if link.is_a("license") and link.parameters.get("type", "").lower() == MEDIA_TYPE:
            yield _to(link.target)


def _directives(text: str) -> Iterator[Reading]:
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text[:_MOST_OF_ROBOTS]), 1):
        directive = _LICENSE.match(line)
        if directive:
            yield _to(directive[1].strip(), number)


def _to(target: str, line: int = 1) -> Reading:
    if _ABSOLUTE.fullmatch(target):
        return Reading({})
    return Reading({}, (Trouble("AF901", "a link to an RSL license is a whole address", line),))


def _in_page(text: str) -> Iterator[Reading]:
    for one in html.links(text):
        relations = one.get("rel", "").lower().split()
        if "license" in relations and one.get("type", "").strip().lower() == MEDIA_TYPE:
            yield _to(one.get("href", "").strip())
    for script in html.scripts(text, MEDIA_TYPE):
        yield from _in_file(script.text, script.line - 1)


def _in_file(text: str, above: int = 0) -> Iterator[Reading]:
    """Yield what a file says that begins some lines down."""
    file = text.lstrip()
    above += text[: len(text) - len(file)].count("\n")
    for one in _contents(file):
        troubles = (trouble._replace(line=trouble.line + above) for trouble in one.troubles)
        yield one._replace(troubles=tuple(troubles))


def _contents(file: str) -> Iterator[Reading]:
    try:
        yield from contents(tree(file))
    except BrokenXml as error:
        yield Reading({}, (Trouble("AF901", str(error), error.line),))


_SOURCE = "RSL-SPEC-1.0, Recommendation of 2025-12-10, with errata to 2026-08-07"

EDITIONS = (
    Signal(
        name=Name.RSL,
        version="1.0",
        source=_SOURCE,
        terms=_TERMS,
        can_ask=True,
        write=_write,
        read=_read,
        joined=joined,
    ),
)
