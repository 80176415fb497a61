"""The words of the specification as ordered values: uses, rights, statuses, codes."""

from askfirst.vocabulary.codes import CODES, Severity
from askfirst.vocabulary.rights import (
    Capacity,
    Material,
    Right,
    touched_by_material,
    touched_by_use,
)
from askfirst.vocabulary.uses import Use, contains_floor, covers, leaves, parent, path
from askfirst.vocabulary.words import (
    ANY,
    ANYONE,
    UNTIL_WITHDRAWN,
    WORLDWIDE,
    AtEnd,
    Condition,
    DocumentType,
    Identifier,
    Identifies,
    Method,
    Signal,
    Status,
)

__all__ = [
    "ANY",
    "ANYONE",
    "CODES",
    "UNTIL_WITHDRAWN",
    "WORLDWIDE",
    "AtEnd",
    "Capacity",
    "Condition",
    "DocumentType",
    "Identifier",
    "Identifies",
    "Material",
    "Method",
    "Right",
    "Severity",
    "Signal",
    "Status",
    "Use",
    "contains_floor",
    "covers",
    "leaves",
    "parent",
    "path",
    "touched_by_material",
    "touched_by_use",
]
