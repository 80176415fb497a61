"""Say how severe each finding is; the sentence behind a code stands in the specification."""

from enum import StrEnum

__all__ = ["CODES", "Severity"]


class Severity(StrEnum):
    """What a finding means: only an error keeps a document from conforming."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


#: The codes of findings, family by family: reading, shape, identifiers, statements, rights, ...
_ALL = """
    AF001 AF002 AF003 AF004 AF005 AF006 AF007 AF008 AF009 AF010 AF011 AF012 AF013 AF014 AF015
    AF101 AF102 AF103 AF104 AF105 AF106 AF107 AF108 AF109 AF110 AF111 AF112 AF113 AF114 AF115
    AF201 AF202 AF203 AF204 AF205 AF206 AF207 AF208 AF209 AF210 AF211 AF212
    AF301 AF302 AF303 AF304 AF305 AF306 AF307 AF308
    AF401 AF402 AF403 AF404 AF405 AF406 AF407 AF408
    AF501 AF502 AF503 AF504 AF505
    AF601 AF602 AF603 AF604
    AF701
""".split()
_WARNINGS = frozenset({"AF202", "AF307", "AF603"})
_NOTES = frozenset({"AF209", "AF304", "AF305", "AF404", "AF408", "AF604"})


def _severity(code: str) -> Severity:
    if code in _WARNINGS:
        return Severity.WARNING
    return Severity.NOTE if code in _NOTES else Severity.ERROR


CODES: dict[str, Severity] = {code: _severity(code) for code in _ALL}
