"""Judge what counts of what loosens: for which party, and for which rights (reading rule 10)."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from askfirst.decision.identity import Known, opened, shared
from askfirst.model.declarations import Stating
from askfirst.model.documents import Consent
from askfirst.model.parts import Document, Party, Track
from askfirst.model.trust import Holder, Mandated, Speaker, Trust, Witness
from askfirst.proof import suite
from askfirst.vocabulary import Assurance, Right

__all__ = ["Judge", "verified", "verifies"]

_UNSIGNED = Assurance.UNSIGNED
_NO_RIGHTS: frozenset[Right] = frozenset()

#: One proof stands in many questions, and to verify it takes longer than to answer one.
verifies = lru_cache(maxsize=1 << 14)(suite.verifies)


def verified(document: Document) -> bool:
    """Tell whether every proof of a document verifies; without any, none fails."""
    return all(verifies(one) for one in document.proofs)


class Judge(NamedTuple):
    """What the caller demands and whom it trusts, for a question by a party at an instant."""

    assurance: Assurance
    trust: Trust | None
    party: str
    at: str

    def answers_for(self, document: Document) -> bool:
        """Tell whether the caller answers for a document that it has from the rightsholders.

        It cannot for what a program read from somebody's signal.
        """
        if self.assurance is not _UNSIGNED or document.imported:
            return False
        return not document.proofs or verified(document)

    def rights(
        self, document: Document, party: str, tracks: Iterable[Track], known: Known
    ) -> frozenset[Right]:
        """Return the rights for which a document counts for a party.

        `tracks` are those of its tracks that do not contradict the Request's own.
        """
        if self.answers_for(document):
            return opened(tracks, known)
        return self.vouched(document, party, tracks, known)

    def vouched(
        self, document: Document, party: str, tracks: Iterable[Track], known: Known
    ) -> frozenset[Right]:
        """Return the rights for which a proof counts for a party, whatever is demanded."""
        speaking = self._speaking(document, party)
        if not speaking:
            return _NO_RIGHTS
        return frozenset(
            right
            for track in tracks
            for rights, identifiers in known
            for right in rights
            if _speak(speaking, right, shared(track, identifiers, right))
        )

    def falls_short(
        self,
        document: Document,
        party: str,
        rights: Iterable[Right],
        tracks: Iterable[Track],
        known: Known,
    ) -> bool:
        """Tell whether a document does not count for a party and one of some rights.

        Where no identifier leads to it for a right, that it lacks one is said elsewhere.
        """
        if self.answers_for(document):
            return False
        speaking = self._speaking(document, party)
        if not speaking:
            return any(True for _ in rights)
        reach = opened(tracks, known)
        counted = self.vouched(document, party, tracks, known)
        return any(
            right not in counted
            and (right in reach or not any(right in one.rights for one in speaking))
            for right in rights
        )

    def assured(self, document: Document) -> bool:
        """Tell whether some key that is trusted for its maker signed a document."""
        return any(self._entries(document, document.by.id))

    def _speaking(self, document: Document, party: str) -> list[Speaker]:
        """Return the entries that speak for a party; no witness does for its own benefit."""
        return [one for one in self._entries(document, party) if not self._benefits(one)]

    def _entries(self, document: Document, party: str) -> Iterator[Speaker]:
        if self.trust is None or not document.proofs or not verified(document):
            return
        for one in document.proofs:
            for entry in self.trust.by_key.get(one.key, ()):
                if self._in_time(entry, one.created) and self._is_for(entry, document, party):
                    yield entry

    def _in_time(self, entry: Speaker, created: str) -> bool:
        """Tell whether a key counts: who stole it writes any `created`, so `at` has to fit too."""
        begins, ends = entry.begins or "", entry.ends
        return begins <= created <= self.at and (ends is None or self.at < ends)

    def _is_for(self, entry: Speaker, document: Document, party: str) -> bool:
        if isinstance(entry, Holder):
            return self._name(party) in map(self._name, entry.ids)
        if isinstance(entry, Mandated):
            return self._name(party) in map(self._name, entry.parties)
        present = _witness(document)
        if not isinstance(entry, Witness) or present is None:
            return False
        made = self._name(party) == self._name(document.by.id)
        return made and self._name(entry.id) == self._name(present.id)

    def _benefits(self, entry: Speaker) -> bool:
        if not isinstance(entry, Witness) or entry.own_uses:
            return False
        return self._name(entry.id) == self._name(self.party)

    def _name(self, party: str) -> str:
        return self.trust.name(party) if self.trust else party


def _speak(speaking: Iterable[Speaker], right: Right, identifiers: frozenset[str]) -> bool:
    """Tell whether an entry speaks for a right in a track that shares some identifiers."""
    if not identifiers:
        return False
    return any(
        right in one.rights
        and (one.identifiers is None or any(named.meets(identifiers) for named in one.identifiers))
        for one in speaking
    )


def _witness(document: Document) -> Party | None:
    """Return before whom the act of a document was made."""
    return document.witness if isinstance(document, Stating | Consent) else None
