"""Find who agrees to what, and the outcome of each leaf (reading rules 2, 3, 7 and 11)."""

from collections.abc import Iterator
from typing import NamedTuple

from askfirst.decision.broken import prohibits
from askfirst.decision.case import Applying, Case
from askfirst.decision.consents import counts_through, covered_leaves, is_open
from askfirst.decision.identity import reached
from askfirst.decision.question import touched
from askfirst.decision.statement import status
from askfirst.model.documents import Consent
from askfirst.vocabulary import Material, Right, Status, Use

__all__ = ["Pair", "demanded", "lacking", "outcome", "permitting", "touched_rights"]

_PERMITTED, _UNSPECIFIED, _CONSENT_REQUIRED, _PROHIBITED = Status


class Pair(NamedTuple):
    """An asked leaf and an asked material."""

    leaf: Use
    material: Material


def outcome(case: Case, leaf: Use) -> Status:
    """Return the outcome of a leaf: the strictest over its materials."""
    demand = demanded(case, leaf)
    if demand is _PROHIBITED:
        return demand
    if case.closing:
        return _CONSENT_REQUIRED
    pairs = (Pair(leaf, material) for material in case.question.materials)
    agreed = all(_is_permitted(case, pair, demand) for pair in pairs)
    return _PERMITTED if agreed else demand


def demanded(case: Case, leaf: Use) -> Status:
    """Return what the floor and the statements demand; unspecified where they demand nothing."""
    if any(prohibits(piece, leaf) for piece in case.closing):
        return _PROHIBITED
    stated = {status(one.declared, leaf).status for one in case.applying}
    if _PROHIBITED in stated:
        return _PROHIBITED
    asks = leaf.floor or _CONSENT_REQUIRED in stated
    return _CONSENT_REQUIRED if asks else _UNSPECIFIED


def _is_permitted(case: Case, pair: Pair, demand: Status) -> bool:
    """Tell whether every holder of every touched right agrees to a pair that is not prohibited."""
    rights = touched_rights(case, pair)
    absent, by_material = case.holdings.absent, touched(*pair).by_material
    if not rights <= case.holdings.held or (absent and absent.issuperset(by_material)):
        return False
    return next(lacking(case, pair, demand), None) is None


def touched_rights(case: Case, pair: Pair) -> frozenset[Right]:
    """Return the rights a pair touches: of its material what is not absent, and of its leaf."""
    both = touched(*pair)
    absent = case.holdings.absent
    return both.all.difference(absent) if absent else both.all


def lacking(case: Case, pair: Pair, demand: Status) -> Iterator[tuple[str, frozenset[Right]]]:
    """Yield each holder that does not agree to a pair, with the touched rights for which it lacks.

    Rights that nobody counts as holder of are not among them.
    """
    rights = touched_rights(case, pair) & case.holdings.held
    for party, named in case.holdings.named.items():
        rest = named & rights
        if rest:
            rest = _without_consent(case, pair, party, rest)
        # where consent is needed, what a Declaration permits is no agreement
        if rest and demand is _UNSPECIFIED:
            for one in permitting(case, pair.leaf, party):
                rest -= reached(one.loosens)
        if rest:
            yield party, rest


def _without_consent(
    case: Case, pair: Pair, holder: str, rights: frozenset[Right]
) -> frozenset[Right]:
    """Return the rights for which no Consent of a holder, or of who stands in, covers a pair."""
    for consent in case.consents.get(holder, ()):
        if rights and covers_pair(consent, pair):
            rights -= granted(case, consent)
    for party, mandated in case.holdings.standing_in.get(holder, {}).items():
        for consent in case.consents.get(party, ()):
            if rights and covers_pair(consent, pair):
                rights -= mandated & granted(case, consent)
    return rights


def covers_pair(consent: Consent, pair: Pair) -> bool:
    """Tell whether a Consent names the leaf and the material of a pair."""
    leaf, material = pair
    return material in consent.material and leaf in covered_leaves(consent.uses)


def granted(case: Case, consent: Consent) -> frozenset[Right]:
    """Return the rights for which a Consent counts; none where anything but the pair is amiss."""
    found = case.judged.get(consent.sha256)
    if found is None:
        found = frozenset()
        if is_open(consent, case.question, case.documents, case.at):
            kind = counts_through(consent, case.question.track, case.known_to_loosen)
            found = reached(kind).intersection(consent.rights)
        case.judged[consent.sha256] = found
    return found


def permitting(case: Case, leaf: Use, holder: str) -> Iterator[Applying]:
    """Yield the Declarations of a holder's own that permit a leaf, and count for some right."""
    for one in case.applying:
        own = one.loosens and one.declared.document.by.id == holder
        if own and status(one.declared, leaf).status is _PERMITTED:
            yield one
