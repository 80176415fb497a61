"""Say which codes a document gets, the same as the checker and quicker.

First comes what accepts most documents: one parse, one compiled schema, one guard against names
that stand twice, and a suspicion of each rule. Only a suspected rule is asked. What is refused or
unusual goes the long way of `askfirst.check`, so that in doubt the answer is that of the checker.
"""

from collections.abc import Collection
from functools import cache, lru_cache
from typing import Any, NamedTuple

import orjson

from askfirst.catalog import native
from askfirst.catalog.bounds import SHORT, is_plain, surely_within
from askfirst.catalog.suspicion import repeated, suspects
from askfirst.checking import check, meaning
from askfirst.errors import NoSuchPart
from askfirst.reading import Syntax
from askfirst.reading.bulk import strings
from askfirst.schema import acceptor
from askfirst.vocabulary import CODES, AnyType, Configuration, DocumentType, Severity

__all__ = ["Verdict", "verdict", "verdict_of"]

_KINDS: dict[str, AnyType] = {str(kind): kind for kind in (*DocumentType, *Configuration)}
_ERRORS = frozenset(code for code, severity in CODES.items() if severity is Severity.ERROR)
#: The code of a place where a document should be and none is.
_NOTHING_THERE = ("AF015",)


class Verdict(NamedTuple):
    """The codes found, sorted and each once; the type and id are those of the only document."""

    codes: tuple[str, ...]
    conforms: bool
    documents: int
    kind: str | None
    id: str | None


def verdict(
    data: bytes, pointer: str | None = None, syntax: Syntax | None = Syntax.JSON
) -> Verdict:
    """Return the codes that `askfirst.check` finds in bytes, and what was checked.

    With a pointer the document is the part that it leads to; where it leads nowhere, no document
    stands there (AF015). Never raises.
    """
    if syntax is not Syntax.JSON:
        return _slowly(data, pointer, syntax)
    at_once = _at_once(data) if pointer is None else None
    return at_once or _quickly(data, pointer) or _slowly(data, pointer, syntax)


def verdict_of(codes: Collection[str], documents: int, kind: str | None, id: str | None) -> Verdict:  # noqa: A002 - the member's name
    """Return a verdict from the codes of findings."""
    ordered, conforms = _judged(frozenset(codes)) if codes else ((), True)
    return Verdict(ordered, conforms, documents, kind, id)


@lru_cache(maxsize=2**14)
def _judged(codes: frozenset[str]) -> tuple[tuple[str, ...], bool]:
    """Return codes in order, and whether none of them is an error."""
    return tuple(sorted(codes)), _ERRORS.isdisjoint(codes)


def _at_once(data: bytes) -> Verdict | None:
    """Return the verdict on a document as most are, which stands alone; None for any other."""
    for marker, kind, take in native.readers() if len(data) <= SHORT else ():
        view = take(data) if marker in data else None
        if view is not None:
            return _of_taken(data, kind, view)
    return None


def _of_taken(data: bytes, kind: str, view: dict[str, Any]) -> Verdict:
    """Return the verdict on a document that the schema takes; of its members a view has some."""
    found, suspected = suspects(kind, view)
    if suspected:
        found += repeated.asked(_KINDS[kind], orjson.loads(data), tuple(suspected))
    return verdict_of(found, 1, kind, view["id"])


def _quickly(data: bytes, pointer: str | None) -> Verdict | None:
    """Return the verdict on what holds one document and is like most; None for anything else."""
    whole, value = _parsed(data, pointer)
    kind = _KINDS.get(value["type"]) if value else None
    if value is None or kind is None:
        return None
    if not _accepts()(kind.lower(), value):
        return _refused(data, whole, value, kind)
    if not _is_unique(data, whole, numberless=value is whole):
        return None
    found, suspected = suspects(str(kind), value)
    if suspected:
        found += repeated.asked(kind, value, tuple(suspected))
    return verdict_of(found, 1, kind.value, value.get("id"))


def _parsed(data: bytes, pointer: str | None) -> tuple[object, dict[str, Any] | None]:
    """Return what JSON bytes hold, and the document in it if there is surely one to look at."""
    try:
        whole = orjson.loads(data)
    except orjson.JSONDecodeError:
        return None, None
    value = whole if pointer is None else _part(whole, pointer)
    if type(value) is not dict or type(value.get("type")) is not str:
        return whole, None
    # at the top only what names a version is a document for sure
    named = pointer is not None or type(value.get("askfirst")) is str
    within = surely_within(data, value, None if value is whole else whole)
    return whole, value if named and within else None


@cache
def _accepts() -> Any:  # noqa: ANN401 - a function of the engine that is installed
    return acceptor()


def _is_unique(data: bytes, whole: object, *, numberless: bool) -> bool:
    """Tell whether no name stands twice: a lost member loses at least its name.

    Where there are no numbers, nothing gets longer when it is written again: what is as long as
    before is whole. A number can be written longer than it was.
    """
    again = orjson.dumps(whole)
    return (numberless and len(again) == len(data)) or strings(again) == strings(data)


def _refused(data: bytes, whole: object, value: dict[str, Any], kind: AnyType) -> Verdict | None:
    """Return the verdict on what the schema refuses, if its text alone breaks nothing."""
    if not is_plain(value) or not _is_unique(data, whole, numberless=False):
        return None
    name = value.get("id")
    found = [finding.code for finding in meaning(kind, value, "")]
    return verdict_of(found, 1, kind.value, name if isinstance(name, str) else None)


def _slowly(data: bytes, pointer: str | None, syntax: Syntax | None) -> Verdict:
    try:
        report = check(data, syntax=syntax, pointer=pointer)
    except NoSuchPart:
        return verdict_of(_NOTHING_THERE, 0, None, None)
    only = report.documents[0] if len(report.documents) == 1 else None
    kind = str(only.kind) if only and only.kind else None
    found = [finding.code for finding in report.findings]
    return verdict_of(found, len(report.documents), kind, only.id if only else None)


def _part(whole: object, pointer: str) -> object:
    """Return what a pointer through objects leads to (RFC 6901); None for any other."""
    if pointer and not pointer.startswith("/"):
        return None
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        whole = whole.get(name) if isinstance(whole, dict) else None
    return whole
