"""Say how severe each finding is; the sentence behind a code stands in the specification."""

from enum import StrEnum

__all__ = ["CODES", "LICENSE", "Severity"]


class Severity(StrEnum):
    """What a finding means: only an error keeps a document from conforming."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


#: Every code of a finding, family by family: reading, shape, identifiers, statements, rights and
#: holders, consent, time, proof.
CODES: dict[str, Severity] = {
    "AF001": Severity.ERROR,
    "AF002": Severity.ERROR,
    "AF003": Severity.ERROR,
    "AF004": Severity.ERROR,
    "AF005": Severity.ERROR,
    "AF006": Severity.ERROR,
    "AF007": Severity.ERROR,
    "AF008": Severity.ERROR,
    "AF009": Severity.ERROR,
    "AF010": Severity.ERROR,
    "AF011": Severity.ERROR,
    "AF012": Severity.ERROR,
    "AF013": Severity.ERROR,
    "AF014": Severity.ERROR,
    "AF015": Severity.ERROR,
    "AF101": Severity.ERROR,
    "AF102": Severity.ERROR,
    "AF103": Severity.ERROR,
    "AF104": Severity.ERROR,
    "AF105": Severity.ERROR,
    "AF106": Severity.ERROR,
    "AF107": Severity.ERROR,
    "AF108": Severity.ERROR,
    "AF109": Severity.ERROR,
    "AF110": Severity.ERROR,
    "AF111": Severity.ERROR,
    "AF112": Severity.ERROR,
    "AF113": Severity.ERROR,
    "AF114": Severity.ERROR,
    "AF115": Severity.ERROR,
    "AF116": Severity.ERROR,
    "AF201": Severity.ERROR,
    "AF202": Severity.WARNING,
    "AF203": Severity.ERROR,
    "AF204": Severity.ERROR,
    "AF205": Severity.ERROR,
    "AF206": Severity.ERROR,
    "AF207": Severity.ERROR,
    "AF208": Severity.ERROR,
    "AF209": Severity.NOTE,
    "AF210": Severity.ERROR,
    "AF211": Severity.ERROR,
    "AF212": Severity.ERROR,
    "AF213": Severity.ERROR,
    "AF301": Severity.ERROR,
    "AF302": Severity.ERROR,
    "AF303": Severity.ERROR,
    "AF304": Severity.NOTE,
    "AF305": Severity.NOTE,
    "AF306": Severity.ERROR,
    "AF307": Severity.WARNING,
    "AF308": Severity.ERROR,
    "AF309": Severity.ERROR,
    "AF310": Severity.ERROR,
    "AF311": Severity.ERROR,
    "AF401": Severity.ERROR,
    "AF402": Severity.ERROR,
    "AF403": Severity.ERROR,
    "AF404": Severity.NOTE,
    "AF405": Severity.ERROR,
    "AF406": Severity.ERROR,
    "AF407": Severity.ERROR,
    "AF408": Severity.NOTE,
    "AF501": Severity.ERROR,
    "AF502": Severity.ERROR,
    "AF503": Severity.ERROR,
    "AF504": Severity.ERROR,
    "AF505": Severity.ERROR,
    "AF601": Severity.ERROR,
    "AF602": Severity.ERROR,
    "AF603": Severity.WARNING,
    "AF604": Severity.NOTE,
    "AF605": Severity.ERROR,
    "AF701": Severity.ERROR,
    "AF702": Severity.ERROR,
    "AF703": Severity.ERROR,
    "AF704": Severity.ERROR,
    "AF705": Severity.ERROR,
    "AF706": Severity.WARNING,
    "AF707": Severity.ERROR,
}

#: What a Policy breaks of the license, not of its form: such a Policy can still be asked.
LICENSE = frozenset({"AF309", "AF310"})
