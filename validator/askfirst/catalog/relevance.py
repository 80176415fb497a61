"""Find what can bear on the answer for a track in a store (reading rules 6 and 11)."""

from collections.abc import Iterable, Mapping

from askfirst.catalog.store import NotAStore, Store
from askfirst.decision import Documents
from askfirst.decision.broken import Piece
from askfirst.model.documents import Withdrawal
from askfirst.model.parts import Track

__all__ = ["about", "everywhere"]

#: The parts of documents by their numbers: tracks of a Release, or pieces of what is broken.
Parts = Mapping[int, Iterable[int]]


def about(store: Store, track: Track, always: Documents) -> Documents | None:
    """Return what can bear on a track, the same as `Index.about` of all documents; None for none.

    That is what shares an identifier with it or with what could lend it identifiers, and what
    ends the Consents among it. `always` is what bears on every track, and is part of it. Raises
    `NotAStore`.
    """
    found = store.naming(track.identifiers)
    if not found:
        return None
    try:
        lent = {name for n, part, lends in found if lends for name in _names(store, n, part)}
        further = lent - track.identifiers
        found += store.naming(further) if further else []
        return _joined(store, _parts(found), always)
    except IndexError as error:
        raise NotAStore(f"{store.path} names a part of a document that it has not") from error


def everywhere(store: Store) -> Documents:
    """Return what does not conform and bears on every track, because nobody can read on which."""
    ones = [store.document(number) for number in store.everywhere]
    return Documents(
        all={sha256: document for one in ones for sha256, document in one.all.items()},
        declared=(),
        consents=(),
        withdrawals={},
        broken=_unread(piece for one in ones for piece in one.broken),
        spoiled=_unread(piece for one in ones for piece in one.spoiled),
        ends=tuple(end for one in ones for end in one.ends if end[1] is None),
    )


def _unread(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.track is None)


def _names(store: Store, number: int, part: int) -> frozenset[str]:
    """Return the identifiers of a part of a document that lends them."""
    one = store.document(number)
    track = one.broken[part].track if one.broken else one.declared[part].track
    return track.identifiers if track else frozenset()


def _parts(found: Iterable[tuple[int, int, int]]) -> Parts:
    parts: dict[int, set[int]] = {}
    for number, part, _ in found:
        parts.setdefault(number, set()).add(part)
    return parts


def _joined(store: Store, parts: Parts, always: Documents) -> Documents:
    """Return parts of documents, what ends the Consents among them, and what bears always."""
    held = [(store.document(number), sorted(parts[number])) for number in sorted(parts)]
    consents = [consent for one, _ in held for consent in one.consents]
    ids = {one.id for one in consents}
    ending = [store.document(number) for number in store.ending(ids)] if ids else []
    known = dict(always.all)
    for one in (*(one for one, _ in held), *ending):
        known.update(one.all)
    return Documents(
        all=known,
        declared=[one.declared[n] for one, places in held if one.declared for n in places],
        consents=consents,
        withdrawals=_by_consent(ending),
        broken=(*always.broken, *(one.broken[n] for one, ns in held if one.broken for n in ns)),
        spoiled=(*always.spoiled, *(one.spoiled[n] for one, ns in held if one.spoiled for n in ns)),
        ends=[*always.ends, *(end for one in ending for end in one.ends)],
    )


def _by_consent(ending: Iterable[Documents]) -> dict[str, tuple[Withdrawal, ...]]:
    found: dict[str, tuple[Withdrawal, ...]] = {}
    for one in ending:
        for consent, given in one.withdrawals.items():
            found[consent] = (*found.get(consent, ()), *given)
    return found
