"""Rule 5: what a Consent covers."""

from tests.property.naive.case import Case
from tests.property.naive.proofs import Signed, counts
from tests.property.naive.tables import Object, covered
from tests.property.naive.tracks import contradicts, kind, names, rights_through, shared

__all__ = ["covers"]


def covers(consent: Object, made: Signed, question: Case, asked: tuple[str, str, str]) -> bool:
    """Rule 5: tell whether one Consent covers a leaf, a material and a right, and all the rest."""
    leaf, material, right = asked
    request = question.request
    return (
        any(leaf in covered(use) for use in consent["uses"])
        and material in consent["material"]
        and right in consent["rights"]
        and covers_party(consent["to"], question)
        and covers_model(consent["models"], request.get("model"))
        and covers_territories(consent["territories"], request.get("territories"))
        and consent["purpose"] in ("any", request.get("purpose", "any"))
        and set(consent["conditions"]) <= set(request.get("accepts", []))
        and counts_for(consent, made, right, question)
    )


def counts_for(consent: Object, made: Signed, right: str, question: Case) -> bool:
    """Rules 6 and 10: each entry of `tracks` is compared by itself, and may contradict."""
    known = question.known_loosening[right]
    return any(
        right in rights_through(kind(one, known))
        and not contradicts(one, question.own)
        and counts(made, made.maker, right, shared(one, known, right), question.demand)
        for one in map(names, consent["tracks"])
    )


def covers_party(to: Object | str, question: Case) -> bool:
    """Rule 5: its party, or `anyone`."""
    if isinstance(to, str):
        return to == "anyone"
    return question.demand.trust.party(to["id"]) == question.demand.asking


def covers_model(models: list[Object] | str, model: Object | None) -> bool:
    """Rules 4 and 5: no model is any model, and one without a version is any version of it."""
    if isinstance(models, str):
        return models == "any"
    if not model:
        return False
    versions = {"any", model.get("version", "any")}
    return any(one["name"] == model["name"] and one["version"] in versions for one in models)


def covers_territories(allowed: list[str], asked: list[str] | None) -> bool:
    """Rules 4 and 5: no territories, or an empty list of them, is worldwide."""
    return allowed == ["worldwide"] or set(asked or ["worldwide"]) <= set(allowed)
