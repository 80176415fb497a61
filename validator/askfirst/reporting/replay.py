"""Show whether the evidence of an audit holds when it is looked at again."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from askfirst.catalog.audits.evidence import Signed
from askfirst.catalog.audits.replaying import Compared
from askfirst.reporting.style import PLAIN, Style
from askfirst.reporting.visible import visible

__all__ = ["Replay", "text"]

_SHOWN = 10


class Replay(NamedTuple):
    """What was found: contradictions, inputs that are others now, lines that differ."""

    evidence: dict[str, Any]
    signed: tuple[Signed, ...]
    faults: tuple[str, ...]
    foreign: tuple[str, ...]
    compared: Compared

    @property
    def same(self) -> bool:
        """Whether everything is as the evidence says."""
        return not self.faults and not self.foreign and not self.compared.differing


def text(replay: Replay, style: Style = PLAIN, *, quiet: bool = False) -> str:
    """Return what is not as the evidence says, who signed it, and the answer in the last line."""
    lines = [*_differences(replay), *([] if quiet else _signatures(replay)), _answer(replay, style)]
    return "".join(f"{line}\n" for line in lines)


def _differences(replay: Replay) -> Iterator[str]:
    yield from map(visible, replay.faults)
    yield from (f"input: {visible(one)}" for one in replay.foreign[:_SHOWN])
    if len(replay.foreign) > _SHOWN:
        yield f"input: and {len(replay.foreign) - _SHOWN:,} more"
    compared = replay.compared
    yield from (f"rows.jsonl, {visible(one)}: it says something else now" for one in compared.named)
    if compared.differing > len(compared.named):
        yield f"rows.jsonl: and {compared.differing - len(compared.named):,} more lines"


def _signatures(replay: Replay) -> Iterator[str]:
    if not replay.signed:
        yield "Nobody signed it: anybody could have written it."
    for one in replay.signed:
        if one.verifies:
            yield f"Signed with the key {one.key}; whose that is, nothing here can say."


def _answer(replay: Replay, style: Style) -> str:
    rows, again = int(replay.evidence["rows"]), replay.compared.rows
    looked = f"{rows:,} rows, of which {again:,} were decided again"
    if replay.same:
        return f"{style.advice('The same')}: {looked} (exit code 0)."
    return f"{style.error('Not the same')}: {looked} (exit code 1)."
