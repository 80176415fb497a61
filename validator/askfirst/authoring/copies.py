"""Find copies of a document that are not, or no longer, the same in every place (spec 17)."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from askfirst.authoring.coverage import Bearing, Site
from askfirst.authoring.drift import Drift
from askfirst.authoring.embedding import SignedContacts, without_contacts
from askfirst.canonical import digest
from askfirst.checking import Checked
from askfirst.identifiers import iri
from askfirst.model.declarations import Declaration, Release
from askfirst.vocabulary import DriftCode

__all__ = ["copies"]


class _Copy(NamedTuple):
    """A document in one place."""

    site: Site
    place: str
    document: Declaration | Release
    checked: Checked


def copies(several: Iterable[Bearing]) -> Iterator[Drift]:
    """Yield what is older or other in one place than in another, and where tags differ."""
    each = _copies(several)
    if len(each) > 1:
        yield from _stale(each)
        yield from _tags([one for one in each if one.site is Site.EMBEDDED])


def _copies(several: Iterable[Bearing]) -> list[_Copy]:
    """Return each document in each place once, also where several of its tracks are this file."""
    found: dict[tuple[str, str], _Copy] = {}
    for one in several:
        if one.declared and one.checked:
            copy = _Copy(one.place.site, one.place.name, one.declared.document, one.checked)
            found.setdefault((one.place.name, one.checked.sha256), copy)
    return list(found.values())


def _same(one: _Copy, other: _Copy) -> bool:
    """Tell whether two copies are one document, but for what is left out in audio files."""
    same = one.checked.sha256 == other.checked.sha256
    return same or _embeddable(one.checked) == _embeddable(other.checked)


@lru_cache(maxsize=16)
def _embeddable(checked: Checked) -> str:
    """Return the digest of a document without what is left out; of what is signed nothing is.

    The files of an album often hold the very same one.
    """
    with suppress(SignedContacts):
        if isinstance(checked.value, dict):
            return digest(without_contacts(checked.value))
    return checked.sha256


def _stale(each: Sequence[_Copy]) -> Iterator[Drift]:
    told = set()
    for one, other in combinations(each, 2):
        old, new = sorted((one, other), key=_age)
        inside = old.site is new.site is Site.EMBEDDED
        if not inside and old.place not in told and (why := _why(old, new)):
            told.add(old.place)
            yield Drift(DriftCode.STALE_COPY, why, _advice(old), old.place)


def _age(one: _Copy) -> tuple[str, bool]:
    """Sort by date; of two with the same one, what somebody can edit is the newer."""
    return one.document.issued, one.site is not Site.EMBEDDED


def _why(old: _Copy, new: _Copy) -> str | None:
    """Say why a document is no longer what it was; None where nothing is wrong with it."""
    if iri.normal(old.document.id) in map(iri.normal, new.document.supersedes):
        return f"the document in {old.place} was replaced by the one in {new.place}"
    if iri.normal(old.document.id) != iri.normal(new.document.id) or _same(old, new):
        return None
    if old.document.issued < new.document.issued:
        dates = f"of {old.document.issued}, and the one in {new.place} of {new.document.issued}"
        return f"the copy in {old.place} is {dates}"
    return f"the copies in {old.place} and in {new.place} are not the same"


def _advice(old: _Copy) -> str:
    return "embed it again" if old.site is Site.EMBEDDED else "keep one, and take the other away"


def _tags(each: Sequence[_Copy]) -> Iterator[Drift]:
    """Yield that the tags inside of a file do not hold the same documents."""
    held: dict[str, set[str]] = {}
    if len({one.place for one in each}) < 2:  # noqa: PLR2004 - one place has nothing beside it
        return
    for one in each:
        held.setdefault(one.place, set()).add(_embeddable(one.checked))
    if len(set(map(frozenset, held.values()))) > 1:
        message = f"{' and '.join(held)} in the file hold different documents"
        yield Drift(DriftCode.TAGS_DISAGREE, message, "embed again, which writes all of them")
