"""Expand a Release to the Declarations it means (spec 4.4)."""

from askfirst.canonical import digest
from askfirst.decision.statement import status
from askfirst.model.declarations import Declaration, Declared, Release
from askfirst.model.parts import Statements
from askfirst.vocabulary import Status, Use, leaves

__all__ = ["expand"]


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
            permits=_stated(declared, Status.PERMITTED),
            requires_consent=_stated(declared, Status.CONSENT_REQUIRED),
            prohibits=_stated(declared, Status.PROHIBITED),
        ),
        supersedes=release.supersedes,
        ask_at=release.ask_at,
        witness=release.witness,
        language=release.language,
        source=release.source,
    )


def _stated(declared: Declared, wanted: Status) -> tuple[Use, ...]:
    every = leaves(Use.ANY_AI_USE)
    return tuple(leaf for leaf in every if status(declared, leaf).status is wanted)
