"""Expand a Release to the Declarations it means (spec 4.4)."""

from askfirst.canonical import digest
from askfirst.decision.statement import status
from askfirst.model.declarations import Declaration, Declared, Release
from askfirst.model.parts import Statements
from askfirst.vocabulary import Status, Use, leaves

__all__ = ["expand", "stated"]


def expand(release: Release) -> tuple[Declaration, ...]:
    """Return the Declaration of each track of a Release; their lists hold leaves, in tree order.

    Each has the id `<id of the release>#/tracks/<n>`, and a digest of its own made from that of
    the release, so that no two of them count as one.
    """
    return tuple(_expanded(release, declared) for declared in release.declared)


def _expanded(release: Release, declared: Declared) -> Declaration:
    return Declaration(
        id=declared.id,
        issued=release.issued,
        by=release.by,
        sha256=digest([release.sha256, declared.pointer]),
        proofs=release.proofs,
        track=declared.track,
        rightsholders=declared.rightsholders,
        absent_rights=declared.absent_rights,
        statements=Statements(
            permits=stated(declared, Status.PERMITTED),
            requires_consent=stated(declared, Status.CONSENT_REQUIRED),
            prohibits=stated(declared, Status.PROHIBITED),
        ),
        supersedes=release.supersedes,
        ask_at=release.ask_at,
        witness=release.witness,
        language=release.language,
        source=release.source,
    )


def stated(declared: Declared, wanted: Status) -> tuple[Use, ...]:
    """Return the leaves for which a status is stated (reading rule 1), in tree order."""
    every = leaves(Use.ANY_AI_USE)
    return tuple(leaf for leaf in every if status(declared, leaf).status is wanted)
