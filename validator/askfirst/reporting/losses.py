"""Say in sentences what a foreign signal carries of a document, and what it does not."""

from collections.abc import Iterable, Iterator
from typing import Any

from askfirst.reporting.visible import visible
from askfirst.signals.exporting import Export
from askfirst.signals.loss import Loss, LossKind
from askfirst.vocabulary import Status, Use, groups

__all__ = ["loss_json", "loss_lines"]

_SAID = {
    LossKind.GAP: "gap",
    LossKind.OVER_BLOCKS: "over-blocks",
    LossKind.UNSAID: "not said",
}
_DECLARED = {
    Status.PERMITTED: "permitted",
    Status.UNSPECIFIED: "not mentioned",
    Status.CONSENT_REQUIRED: "to be asked for",
    Status.PROHIBITED: "prohibited",
}
_HEARD = {
    Status.PERMITTED: "allows that",
    Status.UNSPECIFIED: "says nothing of that",
    Status.CONSENT_REQUIRED: "says that one has to ask",
    Status.PROHIBITED: "refuses that",
}


def loss_lines(one: Export) -> Iterator[str]:
    """Yield a sentence for each way in which leaves are not carried as they are declared."""
    name = f"{one.signal.name} {one.signal.version}"
    if one.trouble:
        yield f"{visible(one.track.title)}: nothing can be written: {visible(one.trouble)}"
    for kind, declared, heard, uses in _gathered(one.losses):
        terms = ", ".join(groups(uses))
        yield f"{_SAID[kind]}: {terms} ({_DECLARED[declared]}): {name} {_HEARD[heard]}"


def _gathered(
    losses: Iterable[Loss],
) -> Iterator[tuple[LossKind, Status, Status, list[Use]]]:
    """Yield the leaves that fare alike, the gaps first; none for what is exact."""
    several: dict[tuple[LossKind, Status, Status], list[Use]] = {}
    for loss in losses:
        several.setdefault((loss.kind, loss.declared, loss.heard), []).append(loss.use)
    for kind in _SAID:
        for (own, declared, heard), uses in several.items():
            if own is kind:
                yield kind, declared, heard, uses


def loss_json(exports: Iterable[Export]) -> list[dict[str, Any]]:
    """Return the same for programs: each leaf that is not carried exactly."""
    return [
        {
            "signal": str(one.signal.name),
            "version": one.signal.version,
            "title": one.track.title,
            **({"trouble": one.trouble} if one.trouble else {}),
            "losses": [
                {
                    "use": str(loss.use),
                    "declared": str(loss.declared),
                    "heard": str(loss.heard),
                    "kind": str(loss.kind),
                }
                for loss in one.losses
                if loss.kind is not LossKind.EXACT
            ],
        }
        for one in exports
    ]
