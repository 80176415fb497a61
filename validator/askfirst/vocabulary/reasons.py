"""Number the reasons of a Decision; the sentences behind them stand in the specification (5.14)."""

from enum import StrEnum

__all__ = ["Because"]


class Because(StrEnum):
    """Why a leaf has its outcome; the numbers 50 to 99 of each family of codes."""

    INVALID = "AF050"
    STATED = "AF350"
    NOT_STATED = "AF351"
    FLOOR = "AF352"
    REPLACED = "AF353"
    NOBODY_HOLDS = "AF450"
    NOT_AGREED = "AF451"
    PERMITS = "AF452"
    ABSENT = "AF453"
    COVERS = "AF550"
    NOT_USE = "AF551"
    NOT_RIGHT = "AF552"
    NOT_MATERIAL = "AF553"
    NOT_TRACK = "AF554"
    NOT_PARTY = "AF555"
    NOT_MODEL = "AF556"
    NOT_TERRITORY = "AF557"
    NOT_PURPOSE = "AF558"
    NOT_CONDITION = "AF559"
    NOT_YET = "AF650"
    EXPIRED = "AF651"
    WITHDRAWN = "AF652"
    TOO_LOW = "AF750"
    NOT_VERIFIED = "AF751"
    SET_ASIDE = "AF752"
    IMPORTED = "AF950"
