"""Turn what breaks a schema into findings that say what would be right (spec 9)."""

from collections.abc import Callable, Iterator

from askfirst.model.findings import Finding
from askfirst.schema.broken import Broken, broken
from askfirst.schema.members import malformed_names, missing_members, unknown_members
from askfirst.schema.values import (
    accompanied,
    empty,
    malformed,
    repeated,
    unknown_word,
    wrong_kind,
    wrong_word,
)
from askfirst.schema.violations import violations
from askfirst.vocabulary import AnyType

__all__ = ["shape"]

_SAY: dict[str, Callable[[Broken], Iterator[Finding]]] = {
    "additionalProperties": unknown_members,
    "propertyNames": malformed_names,
    "required": missing_members,
    "type": wrong_kind,
    "oneOf": unknown_word,
    "uniqueItems": repeated,
    "const": wrong_word,
    "minItems": empty,
    "maxItems": accompanied,
    "minLength": empty,
}
#: What is said about a value in place of what it also breaks: that one text must stand there,
#: then its kind, then its form.
_FIRST = ("AF101", "AF102", "AF114", "AF701", "AF105", "AF110")


def shape(kind: AnyType, value: object, pointer: str = "") -> Iterator[Finding]:
    """Yield the findings about the shape of a document, each once."""
    findings = [
        finding
        for violation in violations(kind.lower(), value)
        for finding in _said(broken(violation, pointer, kind))
    ]
    decided = {(f.pointer, f.code) for f in findings if f.code in _FIRST}
    for finding in {(f.code, f.pointer): f for f in reversed(findings)}.values():
        first = next((code for code in _FIRST if (finding.pointer, code) in decided), None)
        if first in (None, finding.code):
            yield finding


def _said(one: Broken) -> Iterator[Finding]:
    return _SAY.get(one.keyword, malformed)(one)
