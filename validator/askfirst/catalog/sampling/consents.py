"""Make up Consents, for tracks that are declared and by who holds rights in them; Withdrawals."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from askfirst.catalog.sampling.breaking import broken
from askfirst.catalog.sampling.deliveries import CONSENTS, SIZE, Delivery, Share, delivery
from askfirst.catalog.sampling.draws import Draws
from askfirst.catalog.sampling.recordings import recordings
from askfirst.catalog.sampling.request import ACCEPTED, LAB, MODEL, PURPOSE, TERRITORIES, USES
from askfirst.catalog.sampling.writing import written

__all__ = ["consents", "withdrawals"]

#: A Withdrawal is for one of so many Consents.
_WITHDRAWN = 10


class _Grant(NamedTuple):
    """Whose Consent it is, for which delivery, and whether it covers the Request."""

    id: str
    share: Share
    delivered: Delivery
    covers: bool
    draws: Draws


def _grant(seed: int, number: int, declared: int | None) -> _Grant:
    """Begin a Consent: there are some for each delivery, one holder after the other."""
    turn, place = divmod(number, CONSENTS)
    deliveries = turn + 1 if declared is None else max(1, -(-declared // SIZE))
    again, which = divmod(turn, deliveries)
    delivered = delivery(seed, which)
    draws = Draws(seed, "consent", number)
    shares = delivered.shares
    covers = delivered.agreed and not again and place < len(shares)
    return _Grant(f"urn:uuid:{draws.uuid()}", shares[place % len(shares)], delivered, covers, draws)


def consents(
    seed: int, start: int, stop: int, invalid: float = 0.01, *, declared: int | None = None
) -> Iterator[bytes]:
    """Yield Consents, each as compact JSON; a share of them is broken.

    There is one for four Declarations; where `declared` says how many Declarations there are,
    further ones are again for the first of these.
    """
    for number in range(start, stop):
        grant = _grant(seed, number, declared)
        breaks = grant.draws.chance(invalid)
        document = _consent(seed, grant)
        if breaks:
            yield broken(document, grant.draws)
        else:
            yield written(document, escapes=grant.draws.often("document", "escapes"))


def _consent(seed: int, grant: _Grant) -> dict[str, Any]:
    draws, speaker = grant.draws, grant.share.speaker
    issued = draws.instant(2025, 2026)
    later = draws.often("finding", "AF603")
    document: dict[str, Any] = {
        "askfirst": "1.0.0",
        "type": "Consent",
        "id": grant.id,
        "issued": issued,
        "by": speaker.party,
        "to": "anyone" if draws.often("consent", "anyone") else LAB,
        "rights": list(grant.share.rights),
        "tracks": list(recordings(seed, grant.delivered.number)),
        **_scope(draws),
        "validFrom": "2025-01-01T00:00:00Z" if later else issued,
        "validUntil": draws.one(("until-withdrawn", draws.instant(2031, 2041))),
        "expression": _expression(grant, issued),
        "atEnd": draws.one(("stop-new-training", "retire-models")),
    }
    if not grant.covers:
        document.update(draws.one(_NARROW))
    return document


def _scope(draws: Draws) -> dict[str, Any]:
    """Draw limits within which the Request is covered."""
    return {
        "material": draws.one((["audio"], ["audio", "stems"])),
        "uses": list(USES),
        "models": draws.one(("any", [MODEL], [{**MODEL, "version": "any"}])),
        "territories": draws.one((["worldwide"], [*TERRITORIES, "NO", "JP"], [*TERRITORIES])),
        "purpose": draws.one(("any", PURPOSE)),
        "conditions": list(draws.one(((), ACCEPTED[:1], ACCEPTED))),
    }


def _expression(grant: _Grant, issued: str) -> dict[str, str]:
    return {
        "method": grant.draws.one(("signature", "written-agreement", "opt-in")),
        "statement": f"{grant.share.speaker.name}: I allow {LAB['name']} to train "
        f"{MODEL['name']} on these tracks of {grant.delivered.artist.name}.",
        "language": "en",
        "at": issued,
    }


_AGREEMENT = {"url": "https://lab.example.com/agreements/17", "sha256": "0610996f4c8c9bc3" * 4}
#: What Consents say that do not cover the Request.
_NARROW: tuple[dict[str, Any], ...] = (
    {"to": {"id": "https://soundforge.example.com/", "name": "Soundforge"}},
    {"uses": ["music-generation-training"]},
    {"uses": ["generative-training"]},
    {"uses": ["analytic-training", "search-indexing"]},
    {"material": ["stems"]},
    {"models": [{"name": "tonewave", "version": "2"}]},
    {"models": [{"name": "scorelm", "version": "any"}]},
    {"territories": ["SE", "NO", "DK", "FI"]},
    {"purpose": "a seminar"},
    {"validUntil": "2026-03-31T00:00:00Z"},
    {"conditions": ["attribution", "non-commercial"]},
    {"conditions": ["compensation"], "agreement": _AGREEMENT},
)


def withdrawals(  # noqa: PLR0913 - what is withdrawn depends on how much there is
    seed: int,
    start: int,
    stop: int,
    invalid: float = 0.01,
    *,
    declared: int | None = None,
    consented: int | None = None,
) -> Iterator[bytes]:
    """Yield Withdrawals, each as compact JSON; a share of them is broken.

    There is one for ten Consents; where `consented` says how many Consents there are, further ones
    are for some of these again. `declared` is the same as for the Consents.
    """
    for number in range(start, stop):
        draws = Draws(seed, "withdrawal", number)
        name, breaks = f"urn:uuid:{draws.uuid()}", draws.chance(invalid)
        which = number * _WITHDRAWN + draws.below(_WITHDRAWN)
        which = which if consented is None else which % max(1, consented)
        grant = _grant(seed, which, declared)
        document = _withdrawal(draws, name, grant)
        yield broken(document, draws) if breaks else written(document)


def _withdrawal(draws: Draws, name: str, grant: _Grant) -> dict[str, Any]:
    issued = f"2026-{draws.one(('01', '04', '08'))}{draws.instant(2026, 2027)[7:]}"
    document = {
        "askfirst": "1.0.0",
        "type": "Withdrawal",
        "id": name,
        "issued": issued,
        "by": grant.share.speaker.party,
        "consent": grant.id,
        "effective": draws.one((issued, "2026-10-01T00:00:00Z", "2030-01-01T00:00:00Z")),
    }
    if draws.often("finding", "AF604"):
        document["effective"] = "2025-12-31T00:00:00Z"
    if reason := draws.one(_REASONS):
        document["reason"] = reason
    return document


#: Most give none.
_REASONS = (
    "",
    "",
    "",
    "The credits that were agreed never appeared.",
    "En annan förläggare tar hand om noterna.",
    "契約が終了したため。",
)
