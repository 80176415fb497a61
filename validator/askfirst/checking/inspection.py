"""Check bytes, text or a parsed value: read it, find its documents, look at shape and meaning."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from askfirst import rules
from askfirst.checking.kinds import kind_of, stated
from askfirst.checking.report import Checked, InvalidDocument, Report
from askfirst.errors import NoSuchPart
from askfirst.model.findings import Finding, Position
from askfirst.reading import (
    Found,
    Problem,
    Scalar,
    Source,
    Syntax,
    beyond_limits,
    find,
    locate,
    plain,
    read_bytes,
    read_value,
    walk,
)
from askfirst.reading.limits import MOST_FAULTS
from askfirst.schema import shape
from askfirst.vocabulary import CODES, AnyType, DocumentType, Severity

if TYPE_CHECKING:
    from askfirst.checking.making import AnyDocument
    from askfirst.model.trust import Trust

__all__ = ["check", "meaning", "read", "read_trust"]

_VERSION = "1.0.0"
#: Findings that point at the name of a member rather than at its value.
_AT_NAMES = frozenset({"AF103", "AF308", "AF504"})
#: What is not read as text, and may be meant as one unless it looks like nothing at all.
_MAY_BE_TEXT = frozenset({"AF005", "AF006"})
_NOTHING = frozenset({None, "", "~", "=", "Null", "NULL"})
#: Where these are found no text is meant, or not this one.
_NO_TEXT_IS_MEANT = frozenset({"AF101", "AF102", "AF105", "AF106"})


class _Looked(NamedTuple):
    """A document and what was found in it; `kind` is what it says it is, and no guess."""

    found: Found
    kind: AnyType | None
    value: object
    findings: tuple[Finding, ...]


def check(
    data: bytes | str | Mapping[str, object],
    *,
    syntax: Syntax | None = None,
    pointer: str | None = None,
) -> Report:
    """Return what is found in bytes, text or a parsed value, and the documents in it.

    Documents in somebody else's object are those under its members `askfirst`, or the one at
    `pointer`. Whatever the input is, the answer is a report; only a pointer that leads nowhere
    raises, with `NoSuchPart`.
    """
    source = _read(data, syntax)
    problems = list(source.problems)
    looked = [_look(found, source) for found in _documents(source, problems, pointer)]
    del problems[MOST_FAULTS:]
    findings = [_finding(problem, source) for problem in problems]
    broken = [finding for finding in findings if CODES[finding.code] is Severity.ERROR]
    documents = tuple(_checked(one, broken, source) for one in looked)
    spoiled = {(f.position, True) for f in findings if f.position}
    placed = [
        f
        for one in looked
        for f in one.findings
        if (f.position, f.code in _AT_NAMES) not in spoiled
    ]
    return Report(tuple(sorted({*findings, *placed}, key=_order)), documents, source.text)


def read(data: bytes | str | Mapping[str, object]) -> "AnyDocument":
    """Return the one document in bytes, text or a parsed value as a value of the model.

    Raises `InvalidDocument`, which carries the report, where there is none that conforms.
    """
    report = check(data)
    if not report.conforms or report.document is None:
        raise InvalidDocument(report)
    return report.document


def read_trust(data: bytes | str | Mapping[str, object]) -> "Trust":
    """Return the trust file in bytes, text or a parsed value (spec 4.14).

    Raises `InvalidDocument`, which carries the report, where there is none that conforms.
    """
    report = check(data)
    if not report.conforms or report.trust is None:
        raise InvalidDocument(report)
    return report.trust


def _read(data: bytes | str | Mapping[str, object], syntax: Syntax | None) -> Source:
    if isinstance(data, str):
        return read_bytes(data.encode(errors="surrogatepass"), syntax)
    return read_bytes(data, syntax) if isinstance(data, bytes) else read_value(data)


def _documents(source: Source, problems: list[Problem], pointer: str | None) -> list[Found]:
    if source.root is None:
        return []
    if pointer is not None:
        place = locate(source.root, pointer)
        if place is None:
            raise NoSuchPart(f"nothing stands at {pointer}")
        return find(place[1], problems, pointer, held=True)
    found = find(source.root, problems)
    if not found and not problems:
        start, advice = source.root.start, "a document begins with `askfirst: 1.0.0`"
        problems.append(Problem("AF014", "", start, start, "there is no document here", advice))
    return found


def _look(found: Found, source: Source) -> _Looked:
    """Look at one document; what its text already breaks is not reported a second time."""
    beyond = beyond_limits(found, source.text)
    if beyond:
        return _Looked(found, None, None, (_finding(beyond, source),))
    value = plain(found.node)
    kind = kind_of(value)
    meant_to_say = [*meaning(kind, value, found.pointer)]
    no_texts = {finding.pointer for finding in meant_to_say if finding.code in _NO_TEXT_IS_MEANT}
    flaws = [*islice(_flaws(found, source, no_texts), MOST_FAULTS)]
    flawed = {finding.pointer for finding in flaws}
    meant = [
        _place(finding, source)
        for finding in meant_to_say
        if finding.pointer not in flawed or finding.code in _AT_NAMES
    ]
    return _Looked(found, kind if stated(value) == kind else None, value, (*flaws, *meant))


def _flaws(found: Found, source: Source, no_texts: set[str]) -> Iterator[Finding]:
    """Yield the scalars that no document may hold; most were meant as the text they look like."""
    for pointer, node in walk(found.node, found.pointer):
        if isinstance(node, Scalar) and node.flaw:
            code, message, advice = node.flaw
            problem = Problem(code, pointer, node.start, node.end, message, advice)
            is_text = code in _MAY_BE_TEXT and node.value not in _NOTHING
            meant = str(node.value) if is_text and pointer not in no_texts else None
            yield _finding(problem, source)._replace(meant=meant)


def meaning(kind: AnyType | None, value: object, pointer: str) -> Iterator[Finding]:
    """Yield what the schema and the rules find; of a version not known, nothing else is said."""
    version = value.get("askfirst", _VERSION) if isinstance(value, dict) else _VERSION
    if isinstance(version, str) and version != _VERSION:
        message = f"`{version}` is no version of this specification"
        at = f"{pointer}/askfirst"
        yield Finding(code="AF101", pointer=at, message=message, help=f"write {_VERSION}")
    elif kind is None:
        yield _no_kind(value, pointer)
    else:
        shapes = list(shape(kind, value, pointer))
        yield from shapes
        # what a value means is not asked where it has not the shape to mean something
        shapeless = {finding.pointer for finding in shapes if finding.code != "AF104"}
        meanings = rules.check(kind, rules.Part(value, pointer))
        yield from (finding for finding in meanings if finding.pointer not in shapeless)


def _no_kind(value: object, pointer: str) -> Finding:
    types = ", ".join(f"`{kind}`" for kind in DocumentType)
    if not isinstance(value, dict):
        return Finding(
            code="AF105", pointer=pointer, message="an object with members must stand here"
        )
    if "type" in value:
        named = f"`{value['type']}`" if isinstance(value["type"], str) else "this"
        message, at = f"{named} is no type of document", f"{pointer}/type"
        return Finding(code="AF102", pointer=at, message=message, help=f"write one of {types}")
    message = "`type` is missing"
    return Finding(code="AF104", pointer=pointer, message=message, help=f"add one of {types}")


def _checked(one: _Looked, broken: list[Finding], source: Source) -> Checked:
    """Return a document; it conforms if neither it nor the text around it has an error."""
    errors = (*broken, *(f for f in one.findings if f.severity is Severity.ERROR))
    # what the text itself breaks was not read as it was written, and has no canonical form
    read = source.text is None or not any(error.code.startswith("AF0") for error in errors)
    raw = source.text.content[one.found.node.start : one.found.node.end] if source.text else ""
    return Checked(one.found.pointer, one.kind, one.value, None if read else raw.encode(), errors)


def _finding(problem: Problem, source: Source) -> Finding:
    position = source.text.position(problem.start, problem.end) if source.text else None
    return Finding(
        code=problem.code,
        pointer=problem.pointer,
        message=problem.message,
        help=problem.help,
        position=position,
    )


def _place(finding: Finding, source: Source) -> Finding:
    """Return the finding with the position of what its pointer names."""
    place = locate(source.root, finding.pointer) if source.root else None
    if place is None or source.text is None:
        return finding
    member, node = place
    where = member if member and finding.code in _AT_NAMES else node
    return finding._replace(position=source.text.position(where.start, where.end))


def _order(finding: Finding) -> tuple[int, int, str, str, str]:
    """Sort findings by where they begin, then by code, then by what they are about."""
    line, column, *_ = finding.position or Position(0, 0, 0, 0)
    return line, column, finding.code, finding.pointer, finding.message
