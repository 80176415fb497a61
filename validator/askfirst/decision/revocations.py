"""Take from many Withdrawals those that bear on some Consents (spec 4.6, reading rule 11)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from askfirst.identifiers import iri
from askfirst.reading.bulk import NotRead, parsed

__all__ = ["withdrawals"]

_WITHDRAWAL = "Withdrawal"


def withdrawals(data: bytes, consents: Iterable[str]) -> list[Mapping[str, Any]]:
    """Return what, in a JSON list of Withdrawals, bears on the Consents with some ids.

    Each entry is looked at once, and only those that are returned need to be checked. One that
    does not plainly withdraw another Consent is returned too: it may end one of these. Raises
    `NotRead` where the bytes are no list of objects, or a name stands twice in one of them.
    """
    given = parsed(data)
    if not isinstance(given, list):
        raise NotRead("Withdrawals stand in a JSON list")
    ids = frozenset(map(iri.normal, consents))
    return list(_bearing(given, ids))


def _bearing(given: list[Any], ids: Collection[str]) -> Iterator[Mapping[str, Any]]:
    for one in given:
        if type(one) is not dict:
            raise NotRead("each entry of a list of Withdrawals is an object")
        named = one.get("consent")
        if one.get("type") != _WITHDRAWAL or type(named) is not str or _is_among(named, ids):
            yield one


def _is_among(named: str, ids: Collection[str]) -> bool:
    """Tell whether a Consent is meant; most ids are plainly in their normal form already."""
    if named in ids:
        return True
    return not (named.islower() and "://" not in named) and iri.normal(named) in ids
