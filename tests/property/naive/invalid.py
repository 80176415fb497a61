"""Rule 11: what an invalid document still takes away."""

import re
from typing import NamedTuple

from askfirst import Finding, check
from askfirst.identifiers import iri
from tests.property.naive.statements import status
from tests.property.naive.tables import Object
from tests.property.naive.tracks import Names, names

__all__ = ["Remains", "closes", "ended", "prohibits", "remains"]

IDENTIFIERS = ("isrc", "mbid", "iswc", "iscc", "urls", "files")
UNKNOWN_MEMBERS = ("AF103", "AF308")


class Remains(NamedTuple):
    """A track of an invalid Declaration or Release; without names it cannot be read."""

    names: Names | None
    levels: list[Object]


def closes(remaining: Remains, known: Names) -> bool:
    """Rule 11: unless the track can be read and is another one, no leaf is opened."""
    return remaining.names is None or bool(remaining.names & known)


def prohibits(remaining: Remains, known: Names, leaf: str) -> bool:
    """Rule 11: what can be read and is about the track still prohibits."""
    about = remaining.names is not None and bool(remaining.names & known)
    return about and status(remaining.levels, leaf) == "prohibited"


def ended(document: Object) -> str | None:
    """Rule 11: the Consent that an invalid Withdrawal ends; None where it may be any."""
    findings = list(check(document).findings)
    named = document.get("consent")
    if not isinstance(named, str) or _unread(findings) or _wrong(findings, "/consent"):
        return None
    return iri.normal(named)


def remains(document: Object) -> list[Remains]:
    """Return the tracks of an invalid document; where none can be found, there is one unread."""
    found = []
    if document.get("type") != "Release" and "track" in document:
        found.append(_remains(document, "/track", document["track"], [document]))
    entries = document.get("tracks")
    if document.get("type") != "Declaration" and isinstance(entries, list):
        for n, track in enumerate(entries):
            found.append(_remains(document, f"/tracks/{n}", track, [track, document]))
    return found or [Remains(None, [])]


def _remains(document: Object, at: str, track: object, levels: list[Object]) -> Remains:
    findings = _findings(document)
    unknown = f"{at}(/files/[0-9]+)?/[^/]*"
    if (
        not isinstance(track, dict)
        or _unread(findings)
        or any(one.code == "AF101" for one in findings)
        or any(
            one.code in UNKNOWN_MEMBERS and re.fullmatch(unknown, one.pointer) for one in findings
        )
        or any(_wrong(findings, f"{at}/{name}") for name in IDENTIFIERS)
        or all(sort == "iscc" for sort, _ in names(track))
    ):
        return Remains(None, [])
    return Remains(names(track), levels)


def _unread(findings: list[Finding]) -> bool:
    return any(finding.code.startswith("AF0") for finding in findings)


def _wrong(findings: list[Finding], at: str) -> bool:
    """Tell whether something is wrong with a value, or in it."""
    return any(
        finding.severity == "error" and f"{finding.pointer}/".startswith(f"{at}/")
        for finding in findings
    )


def _findings(document: Object) -> list[Finding]:
    """Return what is wrong; where no type is known, also what would be wrong with a known one."""
    found = list(check(document).findings)
    if document.get("type") not in ("Declaration", "Release"):
        likely = "Release" if "tracks" in document else "Declaration"
        found += check({**document, "type": likely}).findings
    return found
