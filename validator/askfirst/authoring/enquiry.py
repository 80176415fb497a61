"""Find what of a proposed use can be asked for, and of whom (spec 5.12)."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from askfirst.authoring.addressees import Addressee, addressees
from askfirst.authoring.requests import identified, narrowed
from askfirst.decision import Answer, Documents, decide
from askfirst.decision.statement import status
from askfirst.model.parts import Party
from askfirst.model.trust import Trust
from askfirst.vocabulary import Status, Use

__all__ = ["Enquiry", "enquire"]

_FIRST = ("askfirst", "type", "id", "issued", "by", "uses", "track", "material")


class Enquiry(NamedTuple):
    """The Request that asks for what is open, and everybody to ask; or why there is neither.

    `proposed` answers for all that was proposed, and says what is prohibited.
    """

    request: dict[str, Any]
    proposed: Answer
    people: tuple[Addressee, ...]

    @property
    def prohibited(self) -> tuple[Use, ...]:
        """The proposed leaves that asking does not open."""
        outcomes = self.proposed.outcomes.items()
        return tuple(leaf for leaf, outcome in outcomes if outcome is Status.PROHIBITED)

    @property
    def prohibiting(self) -> tuple[Party, ...]:
        """Who prohibits them, in documents that conform."""
        saying = (
            one.declared.document.by
            for one in self.proposed.case.applying
            if any(
                status(one.declared, leaf).status is Status.PROHIBITED for leaf in self.prohibited
            )
        )
        return tuple(dict.fromkeys(saying))

    @property
    def settled(self) -> bool:
        """Whether all that can be asked for is permitted already."""
        return not self.proposed.missing and Status.PERMITTED in self.proposed.outcomes.values()


def enquire(
    proposal: Mapping[str, Any],
    documents: Documents,
    *,
    at: str,
    assurance: str,
    trust: Trust | None = None,
) -> Enquiry:
    """Return whom to ask for what of a proposal, a Request: all of it that is not prohibited.

    A Request for what is prohibited would stay so whatever anybody answers. Raises as `decide`.
    """
    proposed = decide(proposal, documents, at=at, assurance=assurance, trust=trust)
    closed = {leaf for leaf, one in proposed.outcomes.items() if one is Status.PROHIBITED}
    open_ = narrowed([Use(use) for use in proposal["uses"]], closed)
    asked = {**proposal, "uses": [str(use) for use in open_]}
    ordered = {name: asked[name] for name in _FIRST} | asked
    return Enquiry(identified(ordered), proposed, addressees(proposed))
