"""Sort what is given, and expand every Release into its Declarations."""

from typing import NamedTuple

from askfirst import check
from askfirst.identifiers import iri
from tests.property.naive.proofs import Signed, signed
from tests.property.naive.tables import Object
from tests.property.naive.tracks import Names, names
from tests.property.naive.trust import Trust

__all__ = ["Declared", "Given", "declared", "given", "maker"]


class Given(NamedTuple):
    """The documents of a question, by type; the invalid ones apart from the others (rule 11)."""

    declarations: list[Object]
    consents: list[Object]
    withdrawals: list[Object]
    broken_declarations: list[Object]
    broken_withdrawals: list[Object]


class Declared(NamedTuple):
    """A Declaration, or one track of a Release."""

    id: str
    by: str
    issued: str
    supersedes: set[str]
    names: Names
    rightsholders: list[Object]
    absent: set[str]
    levels: list[Object]
    signed: Signed


def given(documents: list[Object], aside: set[str]) -> Given:
    """Rule 10: what is set aside counts for nothing, and rule 11: nor does an invalid Consent.

    What has no type known may be anything.
    """
    found = Given([], [], [], [], [])
    for document in documents:
        report = check(document)
        kind, valid = document.get("type"), report.conforms
        if kind in ("Request", "Policy", "Decision") or report.documents[0].sha256 in aside:
            continue
        if kind == "Consent":
            found.consents.extend([document] if valid else [])
        elif kind == "Withdrawal":
            (found.withdrawals if valid else found.broken_withdrawals).append(document)
        else:
            (found.declarations if valid else found.broken_declarations).append(document)
    return found


def declared(document: Object, trust: Trust) -> list[Declared]:
    """Rules 1 and 3: a Release is one Declaration for each of its tracks."""
    by = maker(document, trust)
    made = signed(document, by, trust)
    if document["type"] == "Declaration":
        return [_declared(document, document["track"], [document], made)]
    return [_declared(document, track, [track, document], made) for track in document["tracks"]]


def _declared(document: Object, track: Object, levels: list[Object], made: Signed) -> Declared:
    """Rule 1: a track's own `rightsholders` or `absentRights` replace the release's."""
    own = {**document, **track}
    return Declared(
        id=iri.normal(document["id"]),
        by=made.maker,
        issued=document["issued"],
        supersedes={iri.normal(earlier) for earlier in document.get("supersedes", [])},
        names=names(track),
        rightsholders=own["rightsholders"],
        absent=set(own.get("absentRights", [])),
        levels=levels,
        signed=made,
    )


def maker(document: Object, trust: Trust) -> str:
    """Section 2: without `by`, the one holder of all `rightsholders` made the document."""
    if "by" in document:
        return trust.party(document["by"]["id"])
    return trust.party(document["rightsholders"][0]["holder"])
