"""The words of the specification as ordered values: uses, rights, statuses, codes."""

from askfirst.vocabulary.codes import CODES, LICENSE, Severity
from askfirst.vocabulary.drift_codes import DriftCode
from askfirst.vocabulary.presets import Preset
from askfirst.vocabulary.reasons import Because
from askfirst.vocabulary.rights import (
    Capacity,
    Material,
    Right,
    touched_by_material,
    touched_by_use,
)
from askfirst.vocabulary.signal_codes import SignalCode
from askfirst.vocabulary.uses import (
    Use,
    contains_floor,
    covers,
    groups,
    leaves,
    nearest_stated,
    parent,
    path,
)
from askfirst.vocabulary.words import (
    ANY,
    ANYONE,
    UNTIL_WITHDRAWN,
    WORLDWIDE,
    AnyType,
    Assurance,
    AtEnd,
    Condition,
    Configuration,
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
    "LICENSE",
    "UNTIL_WITHDRAWN",
    "WORLDWIDE",
    "AnyType",
    "Assurance",
    "AtEnd",
    "Because",
    "Capacity",
    "Condition",
    "Configuration",
    "DocumentType",
    "DriftCode",
    "Identifier",
    "Identifies",
    "Material",
    "Method",
    "Preset",
    "Right",
    "Severity",
    "Signal",
    "SignalCode",
    "Status",
    "Use",
    "contains_floor",
    "covers",
    "groups",
    "leaves",
    "nearest_stated",
    "parent",
    "path",
    "touched_by_material",
    "touched_by_use",
]
