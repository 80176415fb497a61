"""Write an answer as a Decision (spec 4.9)."""

from typing import Any

from askfirst.canonical import digest
from askfirst.checking import Checked
from askfirst.decision.broken import id_of, kind_of
from askfirst.decision.case import Case
from askfirst.decision.expanded import track_written
from askfirst.model.decisions import Claimant, Leaf, Missing
from askfirst.model.parts import Document
from askfirst.vocabulary import Assurance, Status

__all__ = ["content", "written"]

_VERSION = "1.0.0"


def written(
    case: Case, outcome: Status, leaves: tuple[Leaf, ...], missing: tuple[Missing, ...]
) -> dict[str, Any]:
    """Return a Decision; its id is the digest of everything else in it."""
    found = content(case, outcome, leaves, missing)
    head = {"askfirst": found["askfirst"], "type": found["type"]}
    return {**head, "id": f"urn:askfirst:sha256:{digest(found)}", **found}


def content(
    case: Case, outcome: Status, leaves: tuple[Leaf, ...], missing: tuple[Missing, ...]
) -> dict[str, Any]:
    """Return everything in a Decision but its id."""
    return {
        "askfirst": _VERSION,
        "type": "Decision",
        "issued": case.at,
        "request": {"id": case.question.id, "sha256": case.question.sha256},
        "track": track_written(case.question.track),
        "assurance": str(case.assurance),
        **_present(trust=case.judge.trust and case.judge.trust.sha256),
        "documents": [_given(case, sha256) for sha256 in sorted(case.documents.all)],
        "outcome": str(outcome),
        "leaves": [_leaf(leaf) for leaf in leaves],
        "missing": [_missing(one) for one in missing],
    }


def _given(case: Case, sha256: str) -> dict[str, Any]:
    document, trust = case.documents.all[sha256], case.judge.trust
    false = trust and trust.false.get(sha256)
    if isinstance(document, Checked):
        kind = kind_of(document)
        known = {"id": id_of(document), "type": kind and str(kind)}
    else:
        known = {"id": document.id, "type": type(document).__name__}
    signed = isinstance(document, Document) and case.judge.assured(document)
    assurance = str(Assurance.TRUSTED if signed else Assurance.UNSIGNED)
    aside = {"setAside": false.reason} if false else {}
    return {**_present(**known), "sha256": sha256, "assurance": assurance, **aside}


def _leaf(leaf: Leaf) -> dict[str, Any]:
    reasons = [_reason(*reason) for reason in leaf.reasons]
    return {"use": str(leaf.use), "outcome": str(leaf.outcome), "reasons": reasons}


def _reason(
    code: str, document: str | None, sha256: str | None, pointer: str | None, sentence: str
) -> dict[str, Any]:
    named = {} if document is None else {"document": document}
    if sha256 is None:
        return {"code": code, **named, "sentence": sentence}
    return {"code": code, **named, "sha256": sha256, "pointer": pointer, "sentence": sentence}


def _missing(one: Missing) -> dict[str, Any]:
    claimed = [_claimant(claimant) for claimant in one.claimed_by]
    return _present(
        right=str(one.right),
        holder=one.holder,
        use=str(one.use),
        askAt=list(one.ask_at),
        claimedBy=claimed if one.holder is None else None,
    )


def _claimant(one: Claimant) -> dict[str, Any]:
    return _present(holder=one.holder, name=one.name, contact=one.contact)


def _present(**members: Any) -> dict[str, Any]:  # noqa: ANN401 - members of JSON objects
    return {name: value for name, value in members.items() if value is not None}
