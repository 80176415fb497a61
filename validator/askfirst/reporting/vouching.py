"""Find whether the proofs of documents verify, and whose keys a trust file says they are."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from askfirst.checking import Checked
from askfirst.identifiers import party
from askfirst.model.declarations import Stating
from askfirst.model.documents import Consent
from askfirst.model.parts import Document, Proof, Track
from askfirst.model.trust import Holder, Mandated, Speaker, Trust, Witness
from askfirst.proof import verifies
from askfirst.vocabulary import Right

__all__ = ["Doubt", "Entry", "Signature", "Verified", "verified"]


class Doubt(StrEnum):
    """Why a key that the trust file lists does not count for the maker of a document."""

    NOT_THE_MAKER = "not-the-maker"
    BEFORE_FROM = "before-from"
    AFTER_UNTIL = "after-until"
    CREATED_LATER = "created-later"
    FALSE_PROOF = "false-proof"


class Entry(NamedTuple):
    """An entry of the trust file that lists a key, and the rights of a document it speaks for.

    `lacking` are the rights that the document is about and the entry does not speak for.
    """

    speaker: Speaker
    doubt: Doubt | None
    rights: tuple[Right, ...]
    lacking: tuple[Right, ...]


class Signature(NamedTuple):
    """A proof, whether it verifies, and the entries that list its key."""

    proof: Proof
    verifies: bool
    entries: tuple[Entry, ...]


class Verified(NamedTuple):
    """A document and its proofs, at the instant at which it was looked at."""

    checked: Checked
    signatures: tuple[Signature, ...]

    @property
    def holds(self) -> bool:
        """Whether it conforms and carries a proof, and every proof verifies."""
        return bool(self.signatures) and all(one.verifies for one in self.signatures)

    @property
    def trusted(self) -> bool:
        """Whether a proof meets steps 1, 2 and 5 of reading rule 10 for the maker."""
        found = (entry for one in self.signatures for entry in one.entries)
        return self.holds and any(entry.doubt is None for entry in found)


def verified(checked: Checked, trust: Trust | None, at: str) -> Verified:
    """Return what the proofs of a document are worth; one that does not conform has none."""
    document = checked.document if checked.conforms else None
    if document is None:
        return Verified(checked, ())
    fits = [verifies(one) for one in document.proofs]
    signatures = []
    for proof, verifying in zip(document.proofs, fits, strict=True):
        entries = _entries(checked, proof, trust, at) if trust else ()
        # one proof that does not verify takes all others with it (reading rule 10, step 1)
        told = (one if all(fits) else one._replace(doubt=Doubt.FALSE_PROOF) for one in entries)
        signatures.append(Signature(proof, verifying, tuple(told)))
    return Verified(checked, tuple(signatures))


def _entries(checked: Checked, proof: Proof, trust: Trust, at: str) -> Iterator[Entry]:
    """Yield the entries that list the key of a proof, and what each speaks for."""
    reach = _reach(checked)
    for speaker in trust.by_key.get(proof.key, ()):
        rights = tuple(right for right in reach if _speaks(speaker, right, reach[right]))
        lacking = tuple(right for right in reach if right not in rights)
        doubt = _untimely(speaker, proof.created, at)
        if not _is_for_maker(speaker, checked, trust):
            doubt = Doubt.NOT_THE_MAKER
        yield Entry(speaker, doubt, rights, lacking)


def _untimely(speaker: Speaker, created: str, at: str) -> Doubt | None:
    """Return why a key does not count at an instant (reading rule 10, step 5)."""
    if created > at:
        return Doubt.CREATED_LATER
    if speaker.begins and created < speaker.begins:
        return Doubt.BEFORE_FROM
    return Doubt.AFTER_UNTIL if speaker.ends and at >= speaker.ends else None


def _is_for_maker(speaker: Speaker, checked: Checked, trust: Trust) -> bool:
    """Tell whether an entry speaks for who made a document (reading rule 10, step 2)."""
    document, maker = checked.document, _maker(checked)
    names: tuple[str, ...] = ()
    if isinstance(speaker, Holder):
        names = speaker.ids
    elif isinstance(speaker, Mandated):
        names = speaker.parties
    elif isinstance(speaker, Witness) and isinstance(document, Stating | Consent):
        present = document.witness and trust.name(document.witness.id)
        return maker is not None and present == trust.name(speaker.id)
    return maker is not None and trust.name(maker) in map(trust.name, names)


def _maker(checked: Checked) -> str | None:
    """Return who made a document; nobody in particular made a Decision that does not say."""
    if isinstance(checked.document, Document):
        return checked.document.by.id
    by = checked.value.get("by") if isinstance(checked.value, Mapping) else None
    return party.normal(by["id"]) if by else None


def _reach(checked: Checked) -> dict[Right, list[frozenset[str]]]:
    """Return the rights that a document is about, and what identifies its tracks for each."""
    document = checked.document
    tracks: dict[Right, list[Track]] = {}
    if isinstance(document, Consent):
        tracks = {right: list(document.tracks) for right in Right if right in document.rights}
    elif isinstance(document, Stating):
        declared = document.declared
        tracks = {
            right: found
            for right in Right
            if (found := [one.track for one in declared if right in one.held])
        }
    return {
        right: [t.recording | t.work if right.through_work else t.recording for t in found]
        for right, found in tracks.items()
    }


def _speaks(speaker: Speaker, right: Right, tracks: list[frozenset[str]]) -> bool:
    """Tell whether an entry speaks for a right in a track (reading rule 10, steps 3 and 4)."""
    if right not in speaker.rights:
        return False
    named = speaker.identifiers
    return named is None or any(one.meets(track) for one in named for track in tracks)
