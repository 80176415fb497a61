"""Name people in a license file that is there already, or call its maker otherwise."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from askfirst.authoring.answers import Credit, maker
from askfirst.authoring.people import NOBODY, entries
from askfirst.identifiers import party

__all__ = ["credited", "renamed"]

_Object: TypeAlias = dict[str, Any]


def credited(document: _Object, credit: Credit) -> _Object:
    """Return a document that names somebody for their rights, in the tracks that they are in."""
    new = entries([credit.part] if credit.part.person != NOBODY else [], document["id"])
    tracks = []
    for number, track in enumerate(document.get("tracks", ()), 1):
        own = track.get("rightsholders")
        if number in credit.tracks or (own and not credit.tracks):
            held = _joined(own or document["rightsholders"], new, credit, _maker(document))
            track = {**track, "rightsholders": held}  # noqa: PLW2901 - the track as it is now
        tracks.append(track)
    found = {**document, **({"tracks": tracks} if tracks else {})}
    if not credit.tracks or not tracks:
        held = _joined(document["rightsholders"], new, credit, _maker(document))
        found["rightsholders"] = held
    return _with_maker(found)


def _joined(
    held: Iterable[_Object], new: Iterable[_Object], credit: Credit, by: str
) -> list[_Object]:
    """Return rightsholders with new ones among them, and what is not the maker's taken away."""
    found = [dict(one) for one in held]
    for one in (e for e in found if party.normal(e["holder"]) == party.normal(by)):
        one["rights"] = [right for right in one["rights"] if right not in credit.instead]
    for entry in new:
        same = [e for e in found if _named_alike(e, entry)]
        if same:
            rights = same[0]["rights"]
            rights += [right for right in entry["rights"] if right not in rights]
        else:
            found.append(entry)
    return [one for one in found if one["rights"]]


def _named_alike(one: _Object, other: _Object) -> bool:
    """Tell whether two entries name one holder, and the same mandated party or none."""
    same = party.normal(one["holder"]) == party.normal(other["holder"])
    return same and one.get("mandate") == other.get("mandate")


def _with_maker(document: _Object) -> _Object:
    """Return a document that says who makes it, where it did not have to before."""
    held = [
        e for part in (document, *document.get("tracks", ())) for e in part.get("rightsholders", ())
    ]
    needed = maker(held[0]["holder"], held[0]["name"], held) if held else {}
    if "by" in document or not needed:
        return document
    head = ("askfirst", "type", "id", "issued")
    rest = {name: value for name, value in document.items() if name not in head}
    return {**{name: document[name] for name in head}, **needed, **rest}


def renamed(document: _Object, name: str | None, contact: str | None) -> _Object:
    """Return a document in which its maker has another name or can be asked elsewhere."""
    if name is None and contact is None:
        return document
    mine = party.normal(_maker(document))
    new = {"name": name, "contact": contact}
    said = {member: value for member, value in new.items() if value is not None}
    found = {**document, "rightsholders": _told(document["rightsholders"], mine, said)}
    if "by" in document and name is not None:
        found["by"] = {**document["by"], "name": name}
    for track in (one for one in found.get("tracks", ()) if "rightsholders" in one):
        track["rightsholders"] = _told(track["rightsholders"], mine, said)
    return found


def _told(entries: Iterable[_Object], who: str, said: Mapping[str, str]) -> list[_Object]:
    return [{**one, **said} if party.normal(one["holder"]) == who else one for one in entries]


def _maker(document: Mapping[str, Any]) -> str:
    """Return who makes a document: who it says, else the one holder that it has."""
    if "by" in document:
        return str(document["by"]["id"])
    parts = (document, *document.get("tracks", ()))
    return next((str(e["holder"]) for part in parts for e in part.get("rightsholders", ())), "")
