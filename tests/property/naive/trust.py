"""Section 4.14: what a trust file says."""

from typing import NamedTuple

from askfirst.identifiers import iri, isrc, iswc, mbid, party
from tests.property.naive.tables import PERSONAL, Object
from tests.property.naive.tracks import Names

__all__ = ["Trust", "lists", "read"]

#: What the identifiers of a trust file call a kind, where a track calls it otherwise.
KINDS = {"url": "urls"}
NORMAL = {"isrc": isrc.compact, "mbid": mbid.compact, "iswc": iswc.compact, "urls": iri.normal}


class Trust(NamedTuple):
    """A trust file; one that is left out says nothing."""

    holders: list[Object]
    mandates: list[Object]
    witnesses: list[Object]
    aside: set[str]
    names: dict[str, str]

    def party(self, written: str) -> str:
        """Return the one name of the party that an id is of."""
        normal = party.normal(written)
        return self.names.get(normal, normal)


def read(value: Object | None) -> Trust:
    """Return what a trust file says, each party in it by its one name."""
    said = value or {}
    holders, mandates, witnesses = (
        [dict(entry) for entry in said.get(name, [])]
        for name in ("holders", "mandates", "witnesses")
    )
    aside = {entry["sha256"] for entry in said.get("setAside", [])}
    trust = Trust(holders, mandates, witnesses, aside, _names(holders))
    for entry in holders:
        entry["holder"] = trust.party(entry["holder"])
    for entry in mandates:
        entry["for"] = [trust.party(one) for one in entry["for"]]
    for entry in witnesses:
        entry["id"] = trust.party(entry["id"])
    return trust


def _names(holders: list[Object]) -> dict[str, str]:
    """Rule 10: entries that share an id are one party, named by the first of its holders."""
    names = {}
    for one in holders:
        ids, grown = _ids(one), True
        while grown:
            near = [entry for entry in holders if _ids(entry) & ids]
            more = ids.union(*map(_ids, near))
            ids, grown = more, more != ids
        first = min(party.normal(entry["holder"]) for entry in near)
        names.update(dict.fromkeys(ids, first))
    return names


def _ids(entry: Object) -> set[str]:
    return {party.normal(written) for written in (entry["holder"], *entry.get("sameAs", []))}


def lists(entry: Object, right: str, through: Names) -> bool:
    """Rule 10, steps 3 and 4: tell whether an entry lists a right and one of some identifiers."""
    rights, identifiers = entry.get("rights", []), entry.get("identifiers", [])
    speaks = right in rights or ("any" in rights and right not in PERSONAL)
    if right in PERSONAL and entry.get("capacity") in ("society", "agent"):
        speaks = False
    known = "any" in identifiers or any(
        stands_for(one, name) for one in identifiers for name in through
    )
    return speaks and known


def stands_for(written: str, name: tuple[str, str]) -> bool:
    """4.14: an identifier stands for itself, or for all that begin with it."""
    kind, _, value = written.partition(":")
    kind = KINDS.get(kind, kind)
    if kind != name[0]:
        return False
    if value.endswith("*"):
        return name[1].startswith(_beginning(kind, value.removesuffix("*")))
    return name[1] == NORMAL.get(kind, str.lower)(value)


def _beginning(kind: str, value: str) -> str:
    if kind == "urls":  # whose host has no letter case
        return iri.normal(value)
    return "".join(letter for letter in value.upper() if letter not in " -.")
