"""Rule 7 and design 2.2: who holds a right, and who of them agrees."""

from askfirst.identifiers import party
from tests.property.naive.case import (
    Case,
    kind_loosening,
    kind_restricting,
    rights_loosened,
    rights_restricted,
)
from tests.property.naive.consents import covers
from tests.property.naive.documents import Declared, maker
from tests.property.naive.statements import status
from tests.property.naive.tables import FLOOR, MATERIAL_RIGHTS, Object, leaf_rights

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


def named(one: Declared, right: str) -> set[str]:
    """2.2: a mandate makes the mandated party a holder beside the holder."""
    found = {party.normal(entry["holder"]) for entry in entries(one, right)}
    mandates = [entry["mandate"] for entry in entries(one, right) if "mandate" in entry]
    return found | {party.normal(mandate["id"]) for mandate in mandates}


def holders(question: Case, right: str) -> set[str]:
    """2.2: once a Declaration that counts names one, every holder any applying one names holds."""
    first = [one for one in question.in_force if right in rights_loosened(one, question)]
    if not any(named(one, right) for one in first):
        return set()
    further = [one for one in question.in_force if right in rights_restricted(one, question)]
    return {holder for one in [*first, *further] for holder in named(one, right)}


def absent(question: Case) -> set[str]:
    """2.2: through a recording identifier only, and never where a holder is named."""
    said = {
        right
        for one in question.in_force
        if kind_loosening(one, question) == "recording"
        for right in one.absent
    }
    return {
        right
        for right in said
        if not any(
            right in rights_restricted(one, question) and named(one, right)
            for one in question.in_force
        )
    }


def touched(question: Case, leaf: str, material: str) -> set[str]:
    """2.1 and 2.2: from the material and from the leaf; a right that is absent is not touched."""
    return (MATERIAL_RIGHTS[material] | leaf_rights(leaf)) - absent(question)


def standing_in(question: Case, right: str, holder: str) -> set[str]:
    """2.2: the parties whose Consent is also the holder's, where the mandate counts."""
    return {
        party.normal(entry["mandate"]["id"])
        for one in question.in_force
        if right in rights_loosened(one, question)
        for entry in entries(one, right)
        if "mandate" in entry and party.normal(entry["holder"]) == holder
    }


def agrees(question: Case, asked: tuple[str, str, str], holder: str) -> bool:
    """Rule 7: by a Consent, or where none is needed by a Declaration of its own that permits."""
    leaf, _, right = asked
    speaking = {holder} | standing_in(question, right, holder)
    return any(
        maker(consent) in speaking
        and covers(consent, question.request, asked, question.own, question.known_loosening)
        for consent in question.consents
    ) or any(
        one.by == holder
        and right in rights_loosened(one, question)
        and status(one.levels, leaf) == "permitted"
        for one in question.in_force
        if not needs_consent(question, leaf)
    )
