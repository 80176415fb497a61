"""Hold Consents, Withdrawals, Requests and Policies; none has a default that means consent."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from askfirst.model.declarations import Claim
from askfirst.model.parts import Agreement, Document, Expression, Model, Party, Terms, Track
from askfirst.vocabulary import (
    ANY,
    WORLDWIDE,
    AtEnd,
    Condition,
    Material,
    Right,
    Use,
    leaves,
)

__all__ = ["Consent", "Limits", "Policy", "Request", "Withdrawal"]


class Limits(NamedTuple):
    """The dimensions in which a Consent can be narrow; None is the widest that one can write."""

    to: str | None
    models: frozenset[tuple[str, str]] | None
    territories: frozenset[str] | None
    purpose: str | None
    conditions: frozenset[Condition]


@dataclass(frozen=True, kw_only=True)
class Consent(Document):
    """One rightsholder's explicit grant; the words `anyone` and `any` are there as written."""

    to: Party | Literal["anyone"]
    rights: tuple[Right, ...]
    tracks: tuple[Track, ...]
    material: tuple[Material, ...]
    uses: tuple[Use, ...]
    models: tuple[Model, ...] | Literal["any"]
    territories: tuple[str, ...]
    purpose: str
    valid_from: str
    valid_until: str
    conditions: tuple[Condition, ...]
    expression: Expression
    at_end: AtEnd
    in_reply_to: str | None
    agreement: Agreement | None
    witness: Party | None

    @cached_property
    def begins(self) -> str:
        """The instant from which the Consent counts (reading rule 9)."""
        created = [proof.created for proof in self.proofs]
        return max(self.issued, self.valid_from, self.expression.at, *created)

    @cached_property
    def limits(self) -> "Limits":
        """What the Consent is limited to, as a decision compares it."""
        every = WORLDWIDE in self.territories
        models = () if isinstance(self.models, str) else self.models
        return Limits(
            to=None if isinstance(self.to, str) else self.to.id,
            models=frozenset((one.name, one.version) for one in models) if models else None,
            territories=None if every else frozenset(self.territories),
            purpose=None if self.purpose == ANY else self.purpose,
            conditions=frozenset(self.conditions),
        )

    @cached_property
    def leaves(self) -> frozenset[Use]:
        """The leaves that its uses cover: those marked by name only where it names them."""
        under = {leaf for use in self.uses for leaf in leaves(use) if not leaf.by_name_only}
        return frozenset(under | {use for use in self.uses if use.leaf})

    @cached_property
    def claims(self) -> frozenset[Claim]:
        """The maker with each right that the Consent is for."""
        return frozenset((self.by.id, right) for right in self.rights)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal(Document):
    """The end of a Consent, from a moment on."""

    consent: str
    effective: str
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Request(Document):
    """A proposed use; what it leaves out is there as the widest (reading rule 4).

    No model is None, every version is `any`, every purpose is `any`, worldwide is no territory.
    """

    uses: tuple[Use, ...]
    track: Track
    material: tuple[Material, ...]
    model: Model | None
    territories: tuple[str, ...]
    accepts: tuple[Condition, ...]
    purpose: str
    contact: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Document):
    """What a platform or model maker commits to do: its terms as data."""

    without_asking: tuple[Use, ...]
    asks_first: tuple[Use, ...]
    never: tuple[Use, ...]
    effective: str
    notice: str | None
    terms: Terms | None
    how_to_opt_out: str | None
    contact: str | None
