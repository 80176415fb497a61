"""Make the value of a trust file that conforms; ids and identifiers get their normal forms."""

from typing import Any

from askfirst.checking.pieces import Object
from askfirst.identifiers import party, pattern
from askfirst.model.trust import Holder, Mandated, Pattern, SetAside, Trust, Witness
from askfirst.vocabulary import ANY, Capacity, Right

__all__ = ["trust"]

_ANY = frozenset(right for right in Right if not right.personal)


def trust(value: Object, sha256: str) -> Trust:
    """Return a conforming trust file as a value of the model (spec 4.14)."""
    return Trust(
        sha256=sha256,
        holders=tuple(map(_holder, value.get("holders", ()))),
        mandates=tuple(map(_mandated, value.get("mandates", ()))),
        witnesses=tuple(map(_witness, value.get("witnesses", ()))),
        set_aside=tuple(SetAside(**entry) for entry in value.get("setAside", ())),
    )


def _holder(value: Object) -> Holder:
    return Holder(
        **_speaker(value),
        holder=party.normal(value["holder"]),
        same_as=tuple(map(party.normal, value.get("sameAs", ()))),
    )


def _mandated(value: Object) -> Mandated:
    capacity, speaker = Capacity(value["capacity"]), _speaker(value)
    return Mandated(
        **{**speaker, "rights": speaker["rights"].intersection(capacity.rights)},
        id=party.normal(value["id"]),
        parties=tuple(map(party.normal, value["for"])),
        capacity=capacity,
    )


def _witness(value: Object) -> Witness:
    id_ = party.normal(value["id"])
    return Witness(**_speaker(value), id=id_, own_uses="ownUses" in value)


def _speaker(value: Object) -> dict[str, Any]:
    """Return what all three kinds of entries have; what they leave out speaks for nothing."""
    rights, identifiers = value.get("rights", ()), value.get("identifiers", ())
    patterns = (
        None if ANY in identifiers else tuple(Pattern(*pattern.meant(i)) for i in identifiers)
    )
    return {
        "keys": tuple(value.get("keys", ())),
        "rights": _ANY if ANY in rights else frozenset(map(Right, rights)),
        "identifiers": patterns,
        "begins": value.get("from"),
        "ends": value.get("until"),
    }
