"""Say how severe each finding is; the sentence behind a code stands in the specification."""

from enum import StrEnum

__all__ = ["CODES", "Severity"]


class Severity(StrEnum):
    """What a finding means: only an error keeps a document from conforming."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


#: How many sentences of each family have a code, in the order of the families: reading, shape,
#: identifiers, statements, rights and holders, consent, time, proof.
_FAMILIES = {0: 15, 1: 15, 2: 12, 3: 8, 4: 8, 5: 5, 6: 4, 7: 1}
_WARNINGS = frozenset({"AF202", "AF307", "AF603"})
_NOTES = frozenset({"AF209", "AF304", "AF305", "AF404", "AF408", "AF604"})


def _severity(code: str) -> Severity:
    if code in _WARNINGS:
        return Severity.WARNING
    return Severity.NOTE if code in _NOTES else Severity.ERROR


CODES: dict[str, Severity] = {
    code: _severity(code)
    for family, count in _FAMILIES.items()
    for code in (f"AF{family}{number:02}" for number in range(1, count + 1))
}
