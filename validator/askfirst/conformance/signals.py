"""Answer vectors about the signals of others (spec 15.2, 16)."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from askfirst.checking import read
from askfirst.conformance.vectors import Kind
from askfirst.model.declarations import Declaration
from askfirst.signals import Channel, Found, LossKind, Signal, imported, signal
from askfirst.signals.exporting import export
from askfirst.vocabulary import Status

__all__ = ["signal_answer"]

_Object: TypeAlias = dict[str, Any]


def signal_answer(asked: Mapping[str, Any]) -> _Object:
    """Return what is written for a document, or what a text says.

    Raises `KeyError` or `ValueError` where the vector is none.
    """
    named = asked["signal"]
    known = signal(named["name"], named["version"])
    return _written(asked, known) if "documents" in asked else _said(asked["found"], known)


def _written(asked: Mapping[str, Any], known: Signal) -> _Object:
    document = read(asked["documents"][0])
    if not isinstance(document, Declaration):
        raise ValueError(f"a vector of the kind {Kind.SIGNALS} has a Declaration")  # noqa: TRY004 - it is a value of a vector
    one = export(document, known, asked.get("url"))[0]
    return {
        "carriers": [carrier._asdict() for carrier in one.carriers],
        "losses": [
            {
                "use": loss.use,
                "declared": loss.declared,
                "heard": loss.heard,
                "kind": loss.kind,
            }
            for loss in one.losses
            if loss.kind is not LossKind.EXACT
        ],
    }


def _said(found: Mapping[str, Any], known: Signal) -> _Object:
    text = Found(Channel(found["channel"]), found["text"], found.get("url"), found.get("name"))
    readings = known.read(text)
    standing = imported(known.combine(readings), known.terms)
    said = {leaf: one for leaf, one in standing.items() if one is not Status.UNSPECIFIED}
    codes = {trouble.code for reading in readings for trouble in reading.troubles}
    return {"statements": said, "codes": sorted(codes)}
