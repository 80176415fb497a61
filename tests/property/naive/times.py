"""Rule 9: from when until when a Consent counts."""

from askfirst.identifiers import iri
from tests.property.naive.documents import maker
from tests.property.naive.tables import Object
from tests.property.naive.trust import Trust

__all__ = ["effective"]


def effective(consent: Object, withdrawals: list[Object], at: str, trust: Trust) -> bool:
    """Rule 9: a Consent counts from the latest of some instants, until its end, excluded."""
    proof = consent.get("proof", [])
    created = [one["created"] for one in (proof if isinstance(proof, list) else [proof])]
    start = max(consent["issued"], consent["validFrom"], consent["expression"]["at"], *created)
    endless = consent["validUntil"] == "until-withdrawn"
    in_time = start <= at and (endless or at < consent["validUntil"])
    return in_time and not any(ends(one, consent, at, trust) for one in withdrawals)


def ends(withdrawal: Object, consent: Object, at: str, trust: Trust) -> bool:
    """Rule 9: a Withdrawal of it, by the same party, from the later of two instants, included."""
    named = iri.normal(withdrawal["consent"]) == iri.normal(consent["id"])
    same = maker(withdrawal, trust) == maker(consent, trust)
    return named and same and max(withdrawal["issued"], withdrawal["effective"]) <= at
