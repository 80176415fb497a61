"""Rule 7 and design 2.2: who holds a right, and who of them agrees."""

from tests.property.naive.case import (
    Case,
    kind_loosening,
    kind_restricting,
    loosens,
    rights_restricted,
)
from tests.property.naive.consents import covers
from tests.property.naive.documents import Declared
from tests.property.naive.proofs import is_proven
from tests.property.naive.statements import status
from tests.property.naive.tables import FLOOR, MATERIAL_RIGHTS, Object, leaf_rights
from tests.property.naive.tracks import shared
from tests.property.naive.trust import Trust

__all__ = ["absent", "agrees", "holders", "is_prohibited", "needs_consent", "touched"]


def states(question: Case, leaf: str, wanted: str) -> bool:
    """Rules 3 and 6: whatever it shares, an applying Declaration restricts."""
    return any(
        kind_restricting(one, question) != "nothing" and status(one.levels, leaf) == wanted
        for one in question.in_force
    )


def is_prohibited(question: Case, leaf: str) -> bool:
    """Rule 3: a leaf is prohibited if any applying Declaration prohibits it."""
    return states(question, leaf, "prohibited")


def needs_consent(question: Case, leaf: str) -> bool:
    """Rule 3: it needs consent if the floor or any applying Declaration says so."""
    return leaf in FLOOR or states(question, leaf, "consent-required")


def entries(one: Declared, right: str) -> list[Object]:
    """Return the rightsholder entries for a right."""
    return [entry for entry in one.rightsholders if right in entry["rights"]]


def named(one: Declared, right: str, trust: Trust) -> set[str]:
    """2.2: a mandate makes the mandated party a holder beside the holder."""
    found = {trust.party(entry["holder"]) for entry in entries(one, right)}
    mandates = [entry["mandate"] for entry in entries(one, right) if "mandate" in entry]
    return found | {trust.party(mandate["id"]) for mandate in mandates}


def holders(question: Case, right: str) -> set[str]:
    """2.2: once a Declaration that counts names one, every holder any applying one names holds."""
    first = [one for one in question.in_force if loosens(one, one.by, right, question)]
    if not any(entries(one, right) for one in first):
        return set()
    further = [one for one in question.in_force if right in rights_restricted(one, question)]
    trust = question.demand.trust
    return {holder for one in [*first, *further] for holder in named(one, right, trust)}


def absent(question: Case) -> set[str]:
    """2.2: through a recording identifier only, and never where a holder is named."""
    said = {
        right
        for one in question.in_force
        for right in one.absent
        if kind_loosening(one, right, question) == "recording"
        and loosens(one, one.by, right, question)
    }
    return {
        right
        for right in said
        if not any(
            right in rights_restricted(one, question) and entries(one, right)
            for one in question.in_force
        )
    }


def touched(question: Case, leaf: str, material: str) -> set[str]:
    """2.1 and 2.2: from the material and from the leaf; a right that is absent is not touched."""
    return (MATERIAL_RIGHTS[material] | leaf_rights(leaf)) - absent(question)


def standing_in(question: Case, right: str, holder: str) -> set[str]:
    """2.2: the parties whose Consent is also the holder's, where the mandate counts."""
    party = question.demand.trust.party
    return {
        party(entry["mandate"]["id"])
        for one in question.in_force
        if loosens(one, holder, right, question)
        for entry in entries(one, right)
        if "mandate" in entry and party(entry["holder"]) == holder
    }


def agrees(question: Case, asked: tuple[str, str, str], holder: str) -> bool:
    """Rule 7: by a Consent, or where none is needed by a Declaration of its own that permits."""
    leaf, _, right = asked
    speaking = {holder} | standing_in(question, right, holder)
    return any(
        made.maker in speaking and covers(consent, made, question, asked)
        for consent, made in question.consents
    ) or any(
        status(one.levels, leaf) == "permitted"
        and is_own(one, holder, right, question)
        and loosens(one, holder, right, question)
        for one in question.in_force
        if not needs_consent(question, leaf)
    )


def is_own(one: Declared, holder: str, right: str, question: Case) -> bool:
    """Rule 7: its maker's, and that of whom a proof counts for, whatever the assurance."""
    through = shared(one.names, question.known_loosening[right], right)
    return one.by == holder or is_proven(one.signed, holder, right, through, question.demand)
