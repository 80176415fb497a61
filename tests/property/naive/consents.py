"""Rules 5 and 9: what a Consent covers, and when it counts."""

from askfirst.identifiers import iri, party
from tests.property.naive.tables import Object, covered
from tests.property.naive.tracks import Names, contradicts, kind, names, rights_through

__all__ = ["covers", "effective"]


def effective(consent: Object, withdrawals: list[Object], at: str) -> bool:
    """Rule 9: a Consent counts from the latest of three instants, until its end, excluded."""
    start = max(consent["issued"], consent["validFrom"], consent["expression"]["at"])
    endless = consent["validUntil"] == "until-withdrawn"
    in_time = start <= at and (endless or at < consent["validUntil"])
    # rule 10: no proof can be verified, and what does not verify loosens nothing
    counts = in_time and "proof" not in consent
    return counts and not any(ends(one, consent, at) for one in withdrawals)


def ends(withdrawal: Object, consent: Object, at: str) -> bool:
    """Rule 9: a Withdrawal of it, by the same party, from the later of two instants, included."""
    named = iri.normal(withdrawal["consent"]) == iri.normal(consent["id"])
    same = party.normal(withdrawal["by"]["id"]) == party.normal(consent["by"]["id"])
    return named and same and max(withdrawal["issued"], withdrawal["effective"]) <= at


def covers(
    consent: Object, request: Object, asked: tuple[str, str, str], own: Names, known: Names
) -> bool:
    """Rule 5: tell whether one Consent covers a leaf, a material and a right, and all the rest."""
    leaf, material, right = asked
    return (
        any(leaf in covered(use) for use in consent["uses"])
        and material in consent["material"]
        and right in consent["rights"]
        and right in rights_consented(consent, own, known)
        and covers_party(consent["to"], request["by"])
        and covers_model(consent["models"], request.get("model"))
        and covers_territories(consent["territories"], request.get("territories"))
        and consent["purpose"] in ("any", request.get("purpose", "any"))
        and set(consent["conditions"]) <= set(request.get("accepts", []))
    )


def rights_consented(consent: Object, own: Names, known: Names) -> set[str]:
    """Rule 6: each entry of `tracks` is compared by itself, and may contradict."""
    rights = set()
    for track in consent["tracks"]:
        if not contradicts(names(track), own):
            rights |= rights_through(kind(names(track), known))
    return rights


def covers_party(to: Object | str, asking: Object) -> bool:
    """Rule 5: its party, or `anyone`."""
    if isinstance(to, str):
        return to == "anyone"
    return party.normal(to["id"]) == party.normal(asking["id"])


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
