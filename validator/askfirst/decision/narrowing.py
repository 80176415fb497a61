"""Index the given documents by track, so that many tracks are answered one after the other."""

from collections.abc import Iterable, Sequence

from askfirst.decision.broken import Piece
from askfirst.decision.documents import Documents
from askfirst.decision.identity import contradicts
from askfirst.model.declarations import Declared
from askfirst.model.documents import Consent
from askfirst.model.parts import Track

__all__ = ["Index"]


class Index:
    """The given documents by the identifiers of the tracks that they name."""

    def __init__(self, documents: Documents) -> None:
        self.documents = documents
        self._declared = _places([one.track] for one in documents.declared)
        self._consents = _places(one.tracks for one in documents.consents)
        self._broken = _places(_readable(one) for one in documents.broken)
        self._spoiled = _places(_readable(one) for one in documents.spoiled)

    def tracks(self) -> tuple[Track, ...]:
        """Return the tracks that Declarations and Releases name, each once, in the given order.

        Those that share a recording identifier are one track, unless they contradict each other
        (reading rule 6). One that names a work only is left out where another one names it too.
        """
        order = {sha256: n for n, sha256 in enumerate(self.documents.all)}
        found = [(order[one.document.sha256], one.track) for one in self.documents.declared]
        found += [
            (order[one.checked.sha256], one.track) for one in self.documents.broken if one.track
        ]
        return _distinct([track for _, track in sorted(found, key=lambda one: one[0])])

    def about(self, track: Track) -> Documents:
        """Return the documents that can bear on the answer for a track (reading rules 6 and 11).

        They are those that share any identifier with the track or with what could lend it
        identifiers, the Withdrawals of the Consents among them, and all that do not conform and
        may be about any track.
        """
        declared, broken = self.documents.declared, self.documents.broken
        lenders = [declared[n].track for n in _found(self._declared, track.recording)]
        lenders += [one for n in _found(self._broken, track.recording) if (one := broken[n].track)]
        known = track.identifiers.union(*(one.identifiers for one in lenders))
        consents = [self.documents.consents[n] for n in _found(self._consents, known)]
        return self._kept(
            declared=[declared[n] for n in _found(self._declared, known)],
            consents=consents,
            broken=_heard(broken, self._broken, known),
            spoiled=_heard(self.documents.spoiled, self._spoiled, known),
        )

    def _kept(
        self,
        declared: Sequence[Declared],
        consents: Sequence[Consent],
        broken: tuple[Piece, ...],
        spoiled: tuple[Piece, ...],
    ) -> Documents:
        given = self.documents
        ids = {one.id for one in consents}
        withdrawals = {id_: given.withdrawals[id_] for id_ in ids if id_ in given.withdrawals}
        ends = tuple((one, named) for one, named in given.ends if named is None or named in ids)
        kept = [
            *(one.document for one in declared),
            *consents,
            *(one for ending in withdrawals.values() for one in ending),
            *(one.checked for one in (*broken, *spoiled)),
            *(one for one, _ in ends),
        ]
        return Documents(
            all={one.sha256: given.all[one.sha256] for one in kept},
            declared=declared,
            consents=consents,
            withdrawals=withdrawals,
            broken=broken,
            spoiled=spoiled,
            ends=ends,
        )


def _places(named: Iterable[Iterable[Track]]) -> dict[str, list[int]]:
    """Return for each identifier the places, in order, at which a track has it."""
    places: dict[str, list[int]] = {}
    for n, tracks in enumerate(named):
        for identifier in {known for track in tracks for known in track.identifiers}:
            places.setdefault(identifier, []).append(n)
    return places


def _found(places: dict[str, list[int]], identifiers: Iterable[str]) -> list[int]:
    return sorted({n for identifier in identifiers for n in places.get(identifier, ())})


def _readable(piece: Piece) -> list[Track]:
    return [piece.track] if piece.track else []


def _heard(
    pieces: tuple[Piece, ...], places: dict[str, list[int]], known: frozenset[str]
) -> tuple[Piece, ...]:
    """Return the pieces about what is known, and those of which nobody can read the track."""
    wanted = set(_found(places, known))
    return tuple(one for n, one in enumerate(pieces) if n in wanted or one.track is None)


def _distinct(tracks: list[Track]) -> tuple[Track, ...]:
    """Return each track once, by the Declaration that knows it best; works to look at come last.

    More identifiers of its own leave a question less room: more restricts it, and less opens it.
    """
    found: dict[int, Track] = {}
    same: dict[str, list[Track]] = {}
    for n in sorted(range(len(tracks)), key=lambda n: _weight(tracks[n])):
        track = tracks[n]
        names = track.recording or track.work
        others = (other for name in names for other in same.get(name, ()))
        if all(contradicts(track, other) for other in others):
            found[n] = track
            for name in (*track.recording, *track.work):
                same.setdefault(name, []).append(track)
    return tuple(found[n] for n in sorted(found))


def _weight(track: Track) -> tuple[bool, int]:
    return not track.recording, -len(track.identifiers)
