"""Tell whom to ask for what, and where (spec 5.12)."""

from collections.abc import Iterable, Iterator

from askfirst.authoring.addressees import Addressee, addressees
from askfirst.decision import Answer
from askfirst.model.decisions import Missing
from askfirst.reporting.style import Style
from askfirst.reporting.wording import shown, terms
from askfirst.vocabulary import Right, Use

__all__ = ["whom"]

#: How many parties, and how many addresses of one, are shown to people.
_MOST = 20


def whom(answer: Answer, style: Style) -> Iterator[str]:
    """Yield each party to ask and for what, those who count as holders first."""
    parties = sorted(addressees(answer), key=lambda one: not one.proven)
    for party in parties[:_MOST]:
        claims = "" if party.proven else ", who claims without a proof that counts"
        yield f"Ask {_called(party)}{claims}:"
        mine = (one for one in answer.missing if _is_asked(party, one))
        yield from _rights(mine, answer, style)
    if len(parties) > _MOST:
        yield f"and {len(parties) - _MOST:,} more to ask; --format json has them"
    unclaimed = [one for one in answer.missing if one.holder is None and not one.claimed_by]
    if unclaimed:
        yield "Find who holds these; nobody is named, and until somebody is, nobody can agree:"
        yield from _rights(unclaimed, answer, style)


def _is_asked(party: Addressee, one: Missing) -> bool:
    return one.holder == party.id or any(each.holder == party.id for each in one.claimed_by)


def _called(party: Addressee) -> str:
    named = shown(party.name)
    name = named if party.name == party.id else f"{named} ({shown(party.id)})"
    addresses = ", ".join(map(shown, party.addresses[:_MOST]))
    return f"{name} at {addresses}" if addresses else f"{name}, who gives no address"


def _rights(missing: Iterable[Missing], answer: Answer, style: Style) -> Iterator[str]:
    """Yield the rights that are needed for the same leaves in one line."""
    leaves: dict[Right, set[Use]] = {}
    for one in missing:
        leaves.setdefault(one.right, set()).add(one.use)
    found: dict[frozenset[Use], list[Right]] = {}
    for right in (right for right in Right if right in leaves):
        found.setdefault(frozenset(leaves[right]), []).append(right)
    for uses, rights in found.items():
        what = f": {style.advice(terms(uses))}" if len(answer.outcomes) > 1 else ""
        yield f"  {', '.join(rights)}{what}"
