"""Rules 4, 7 and 11: the outcome of every leaf, and what is missing."""

from tests.property.naive import holders as who
from tests.property.naive.case import Case, case
from tests.property.naive.invalid import closes, prohibits
from tests.property.naive.tables import MATERIAL_RIGHTS, Object, leaves, strictest

__all__ = ["decide", "decided"]


def decide(
    request: Object,
    documents: list[Object],
    *,
    at: str,
    assurance: str,
    trust: Object | None = None,
) -> Object:
    """Answer a Request from some documents, as of an instant, with a trust file or none."""
    return decided(case(request, documents, at, assurance, trust))


def decided(question: Case) -> Object:
    """Rule 4: a Request asks for all leaves of all its terms; its outcome is the strictest."""
    asked = {leaf for term in question.request["uses"] for leaf in leaves(term)}
    answers = {leaf: answer(question, leaf) for leaf in asked}
    missing = {
        (right, holder, leaf)
        for leaf in asked
        if answers[leaf] not in ("permitted", "prohibited")
        for material in question.request["material"]
        for right, holder in lacking(question, leaf, material)
    }
    outcome = strictest(answers.values())
    return {"outcome": outcome, "leaves": answers, "missing": frozenset(missing)}


def answer(question: Case, leaf: str) -> str:
    """Rule 7: a leaf is as strict as the strictest of its materials; rule 11 on top of that."""
    pairs = [pair(question, leaf, material) for material in question.request["material"]]
    known = question.known_restricting
    if any(prohibits(track, known, leaf) for track in question.broken):
        return "prohibited"
    if any(closes(track, known) for track in question.broken):
        return strictest([*pairs, "consent-required"])
    return strictest(pairs)


def pair(question: Case, leaf: str, material: str) -> str:
    """Rule 7: each asked (leaf, material) pair is answered by itself."""
    if who.is_prohibited(question, leaf):
        return "prohibited"
    alive = MATERIAL_RIGHTS[material] - who.absent(question)
    if alive and not lacking(question, leaf, material):
        return "permitted"
    return "consent-required" if who.needs_consent(question, leaf) else "unspecified"


def lacking(question: Case, leaf: str, material: str) -> set[tuple[str, str | None]]:
    """Outcomes: the rights that nobody holds, and the holders and mandated parties not agreeing."""
    found: set[tuple[str, str | None]] = set()
    for right in who.touched(question, leaf, material):
        parties = who.holders(question, right)
        found |= set() if parties else {(right, None)}
        found |= {
            (right, holder)
            for holder in parties
            if not who.agrees(question, (leaf, material, right), holder)
        }
    if MATERIAL_RIGHTS[material] <= who.absent(question):
        found |= {(right, None) for right in MATERIAL_RIGHTS[material]}
    return found
