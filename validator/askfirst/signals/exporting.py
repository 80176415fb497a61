"""Say what a document declares in a foreign signal, track by track, with what is lost."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from askfirst.decision.statement import status
from askfirst.model.declarations import Declaration, Declared, Release
from askfirst.signals.loss import Loss, LossKind, losses
from askfirst.signals.signal import Carrier, Channel, Signal, Unwritable, Wanted
from askfirst.signals.terms import Standing, answers
from askfirst.vocabulary import Status, Use, leaves

__all__ = ["Export", "export", "wanted"]

_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_SILENT: Standing = dict.fromkeys(leaves(Use.ANY_AI_USE), Status.UNSPECIFIED)


class Export(NamedTuple):
    """One track in one signal: what is to be put where, and how each leaf fares.

    `trouble` says why nothing could be written, where that is so.
    """

    signal: Signal
    track: Wanted
    carriers: tuple[Carrier, ...]
    losses: tuple[Loss, ...]
    trouble: str | None = None

    @property
    def gaps(self) -> tuple[Loss, ...]:
        """The restrictions that the signal does not carry."""
        return tuple(one for one in self.losses if one.kind is LossKind.GAP)


def export(
    document: Declaration | Release,
    signal: Signal,
    url: str | None = None,
    channels: Collection[Channel] = tuple(Channel),
) -> tuple[Export, ...]:
    """Return each track of a document in a signal, as far as it goes through some channels.

    `url` is where the document can be read.
    """
    return tuple(_export(wanted(one, url), signal, channels) for one in document.declared)


def _export(track: Wanted, signal: Signal, channels: Collection[Channel]) -> Export:
    said = answers(track.standing, signal.terms, can_ask=signal.can_ask)
    try:
        written = signal.write(track, said)
    except Unwritable as error:
        lost = losses(track.standing, _SILENT)
        return Export(signal, track, (), tuple(lost), str(error))
    carriers = tuple(one for one in written if one.channel in channels)
    return Export(signal, track, carriers, tuple(losses(track.standing, signal.heard(carriers))))


def wanted(declared: Declared, url: str | None = None) -> Wanted:
    """Return what is to be said of a track, and what signals need to know of it."""
    track, document = declared.track, declared.document
    own = url or (document.id if _WEB.fullmatch(document.id) else None)
    return Wanted(
        standing=_standing(declared),
        title=track.title or "",
        artists=track.artists,
        isrc=track.isrc,
        iscc=track.iscc,
        holder=document.by.name or document.by.id,
        place=next((one for one in track.urls if _WEB.fullmatch(one)), None),
        document=own,
        ask=_address(declared),
        issued=document.issued,
    )


def _standing(declared: Declared) -> Standing:
    """Return how every leaf stands; what only one of several holders permits is not permitted."""
    alone = {right.holder for right in declared.rightsholders} == {declared.document.by.id}
    alone = alone and not declared.mandates
    return {leaf: _status(declared, leaf, alone=alone) for leaf in leaves(Use.ANY_AI_USE)}


def _status(declared: Declared, leaf: Use, *, alone: bool) -> Status:
    said = status(declared, leaf).status
    if leaf.floor:
        return Status.strictest([said, Status.CONSENT_REQUIRED])
    return Status.UNSPECIFIED if said is Status.PERMITTED and not alone else said


def _address(declared: Declared) -> str | None:
    """Return the first address where somebody can be asked (spec 5.12)."""
    document = declared.document
    contacts = [one.contact for one in declared.rightsholders]
    holders = [one.holder for one in declared.rightsholders]
    usable = (h for h in holders if h.lower().startswith(("https:", "mailto:")))
    return next(_first([*contacts, document.ask_at, *usable]), None)


def _first(addresses: Iterable[str | None]) -> Iterator[str]:
    return (one for one in addresses if one)
