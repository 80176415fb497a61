"""Say what is true of a document in one line, in several lengths, the longest first.

Nothing is ever cut: what is shorter says less, and is as true.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import product

from askfirst.deed.where_facts import Facts
from askfirst.deed.where_places import Words
from askfirst.vocabulary import Status, Use, leaves

__all__ = ["copyright_texts", "line_texts", "link_texts", "owner_texts", "tag_texts"]

_GENERATIVE = frozenset(leaves(Use.GENERATIVE_TRAINING))
_ALL = frozenset(leaves(Use.ANY_AI_USE))
#: How many names or addresses a line lists.
_MOST = 3
_WELL_KNOWN = "/.well-known/askfirst.json"


def line_texts(facts: Facts, words: Words) -> Iterator[str]:
    """Yield what may not be done, whom to ask, and where to verify that, as one line."""
    whole, brief = _statements(facts, words, _ALL), _statements(facts, words, _GENERATIVE)
    addresses = _listed(facts.addresses, words.both)
    # where the document is tells more than everything else, and is dropped last
    for url, said in product((facts.url, None), (whole, brief)):
        for address in (addresses, None):
            text = _joined(said, words, address)
            yield words.verify.format(said=text, url=url) if url else _ended(text, address)


def copyright_texts(facts: Facts, words: Words, mark: str = "") -> Iterator[str]:
    """Yield the line behind the year and those who hold the copyright, and a mark before them.

    The last ones name nobody; a document that names no holder of a copyright has only them.
    """
    owned = owner_texts(facts, (*facts.written, *facts.recorded), words)
    owners = [f"{mark}{owner.removesuffix('.')}. " for owner in owned]
    for owner in (*owners, ""):
        yield from (owner + line for line in line_texts(facts, words))


def owner_texts(facts: Facts, names: Iterable[str], words: Words) -> Iterator[str]:
    """Yield the year and the names, all of them or the first ones; nothing where there is none."""
    known = tuple(dict.fromkeys(names))
    if all_ := _listed(known, words.both):
        yield f"{facts.year} {all_}"
    for few in range(min(_MOST, len(known) - 1), 0, -1):
        yield f"{facts.year} {words.others.format(names=', '.join(known[:few]))}"


def tag_texts(facts: Facts) -> Iterator[str]:
    """Yield what holds for generative training as a tag for programs."""
    prohibited = _all_are(facts, _GENERATIVE, Status.PROHIBITED)
    status = Status.PROHIBITED if prohibited else Status.CONSENT_REQUIRED
    yield f"askfirst:{Use.GENERATIVE_TRAINING}={status}"


def link_texts(facts: Facts) -> Iterator[str]:
    """Yield the link to the document, or to where a site has it (spec 7), for a page's head."""
    yield f'<link rel="license" href="{escape(facts.url or _WELL_KNOWN)}">'


def _statements(facts: Facts, words: Words, about: frozenset[Use]) -> dict[Status, str]:
    """Return the sentence for each status that some of the leaves have, the strictest first."""
    covered: set[Use] = set()
    found: dict[Status, str] = {}
    for status, sentence in words.said.items():
        nouns: list[str] = []
        for phrase in words.phrases:
            apt = phrase.leaves <= about and _all_are(facts, phrase.leaves, status)
            if apt and not phrase.leaves <= covered:
                covered |= phrase.leaves
                nouns += phrase.nouns
        if nouns:
            found[status] = sentence.format(uses=_either(nouns, words.either))
    return found


def _all_are(facts: Facts, some: Iterable[Use], status: Status) -> bool:
    return all(facts.standing[leaf].strictness >= status.strictness for leaf in some)


def _joined(said: dict[Status, str], words: Words, address: str | None) -> str:
    """Return the sentences, with the address where consent could be given."""
    last = said.get(Status.CONSENT_REQUIRED)
    asked = {Status.CONSENT_REQUIRED: words.ask.format(said=last, addresses=address)}
    return ". ".join({**said, **(asked if last and address else {})}.values())


def _ended(text: str, address: str | None) -> str:
    """Return a text with its full stop, but for one that would look like a part of an address."""
    return text if address and text.endswith(address) else f"{text}."


def _listed(some: Sequence[str], word: str) -> str | None:
    """Return a few names or addresses as a list; None for none and for many."""
    return _either(some, word) if 0 < len(some) <= _MOST else None


def _either(some: Sequence[str], word: str) -> str:
    return f" {word} ".join(filter(None, [", ".join(some[:-1]), some[-1]]))
