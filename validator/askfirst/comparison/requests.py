"""Compare Requests: whether another one asks for more (reading rule 4)."""

from collections.abc import Iterator

from askfirst.comparison.change import Change, Kind
from askfirst.comparison.members import (
    Found,
    Reader,
    entries,
    found,
    leaf_changes,
    listed,
    milder,
    noted,
    value,
)
from askfirst.comparison.reach import covering_territories, shown_model
from askfirst.comparison.tracks import track_changes
from askfirst.model.documents import Request
from askfirst.model.parts import Model
from askfirst.vocabulary import ANY, WORLDWIDE, Use, path

__all__ = ["request_changes"]

_ASKED, _NOT_ASKED = "asked", "not-asked"
_WIDEST_FIRST = milder(_ASKED, _NOT_ASKED)
_NOTES: dict[str, Reader] = {
    "id": lambda one: str(one.id),
    "issued": lambda one: str(one.issued),
    "by/name": lambda one: one.by.name,
    "contact": lambda one: one.contact,
}


def request_changes(old: Request, new: Request) -> Iterator[Change]:
    """Yield what differs between two Requests."""
    yield from value("by", (old.by.id, "/by"), (new.by.id, "/by"), Kind.WIDENED)
    yield from leaf_changes(
        lambda leaf: _stands(old, leaf), lambda leaf: _stands(new, leaf), _WIDEST_FIRST
    )
    at = ("/track", "/track")
    yield from track_changes(old.track, new.track, at, alike=Kind.WIDENED, unlike=Kind.NARROWED)
    yield from _lists(old, new)
    yield from value("model", _model(old), _model(new), _wider_model(old.model, new.model))
    kind = Kind.NARROWED if old.purpose == ANY else Kind.WIDENED
    yield from value("purpose", (old.purpose, "/purpose"), (new.purpose, "/purpose"), kind)
    yield from noted(old, new, _NOTES)


def _stands(request: Request, leaf: Use) -> Found:
    """Return whether a leaf is asked for, and the nearest term that does."""
    term = next((use for use in path(leaf) if use in request.uses), None)
    return (_NOT_ASKED, None) if term is None else (_ASKED, f"/uses/{request.uses.index(term)}")


def _lists(old: Request, new: Request) -> Iterator[Change]:
    material = listed(old.material, "/material"), listed(new.material, "/material")
    yield from entries("material", *material)
    where = _territories(old), _territories(new)
    yield from entries("territories", *where, covering=covering_territories)
    accepts = listed(old.accepts, "/accepts"), listed(new.accepts, "/accepts")
    yield from entries("accepts", *accepts, added=Kind.NARROWED, dropped=Kind.WIDENED)


def _territories(request: Request) -> dict[str, str | None]:
    """Return the territories that are asked for; worldwide where none is named."""
    return {**listed(request.territories, "/territories")} or {WORLDWIDE: None}


def _model(request: Request) -> Found:
    model = request.model
    return found(None if model is None else shown_model(model), "/model")


def _wider_model(old: Model | None, new: Model | None) -> Kind:
    """Tell whether another model is one more; only any model, or any version, covers others."""
    covered = old is None or (new is not None and old == Model(name=new.name, version=ANY))
    return Kind.NARROWED if covered else Kind.WIDENED
