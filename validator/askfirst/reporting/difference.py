"""Write what a change widens and narrows: for people, the gravest first, or as JSON."""

import json
from collections.abc import Iterator
from typing import NamedTuple

import askfirst
from askfirst.comparison import Change, Difference, Kind
from askfirst.comparison.policies import SILENT, WITHOUT_ASKING, promise
from askfirst.model.declarations import Release
from askfirst.model.documents import Policy, Request
from askfirst.reporting.effects import effect
from askfirst.reporting.results import FileReport
from askfirst.reporting.style import PLAIN, Paint, Style
from askfirst.reporting.wording import sentence, shown
from askfirst.vocabulary import Use, groups, leaves

__all__ = ["Line", "as_json", "as_json_lines", "concise", "full", "lines", "said", "verdict"]

#: What is longer stands on a line of its own.
_SHORT = 60
#: How many terms or tracks are named at the most where a few will do.
_FEW = 5


class Line(NamedTuple):
    """Changes that are told in one line: alike in every leaf, right and track they are about."""

    label: str
    changes: tuple[Change, ...]
    tracks: tuple[str, ...]

    @property
    def first(self) -> Change:
        """One of the changes, which stands for all of them."""
        return self.changes[0]


def full(difference: Difference, style: Style = PLAIN) -> str:
    """Return every change with what it means, and the verdict."""
    blocks = [_block(line, difference, style) for line in lines(difference)]
    return "".join(
        f"{line}\n" for block in [*blocks, _closing(difference, style)] for line in block
    )


def concise(difference: Difference, style: Style = PLAIN) -> str:
    """Return one line for what widens and what narrows, and the verdict."""
    grave = [line for line in lines(difference) if line.first.kind is not Kind.CHANGED]
    told = [_headline(line, difference, style) for line in grave]
    return "".join(f"{line}\n" for line in [*told, verdict(difference, style)])


def as_json(difference: Difference, old: FileReport, new: FileReport) -> str:
    """Return the difference as JSON text that ends with a newline (diff.schema.json)."""
    value = {
        "askfirst": askfirst.SPEC_VERSION,
        "tool": f"askfirst {askfirst.__version__}",
        "type": type(difference.new).__name__,
        "old": _side(old),
        "new": _side(new),
        "widened": difference.widened,
        "changes": [_change(change) for change in difference.changes],
    }
    return json.dumps(value, indent=2) + "\n"


def as_json_lines(difference: Difference) -> str:
    """Return each change as a line of JSON."""
    return "".join(json.dumps(_change(change)) + "\n" for change in difference.changes)


def _side(file: FileReport) -> dict[str, str | None]:
    one = file.report.documents[0]
    return {"path": file.path, "pointer": one.pointer, "id": one.id, "sha256": one.sha256}


def _change(change: Change) -> dict[str, str]:
    members = {
        "kind": change.kind,
        "what": change.what,
        "use": change.use,
        "right": change.right,
        "track": change.track,
        "before": change.before,
        "after": change.after,
        "oldPointer": change.old,
        "newPointer": change.new,
    }
    return {name: str(text) for name, text in members.items() if text is not None}


def lines(difference: Difference) -> Iterator[Line]:
    """Yield the changes in few lines, in their order."""
    alike: dict[tuple[object, ...], dict[str, list[Change]]] = {}
    for one in difference.changes:
        key = (one.kind, one.what, one.before, one.after)
        alike.setdefault(key, {}).setdefault(one.track or "", []).append(one)
    for by_track in alike.values():
        labels: dict[str, list[str]] = {}
        for track, changes in by_track.items():
            labels.setdefault(_label(changes), []).append(track)
        for label, tracks in labels.items():
            yield Line(label, tuple(by_track[tracks[0]]), tuple(filter(None, tracks)))


def _label(changes: list[Change]) -> str:
    """Return what some changes of one track are about: a few terms, or a member and its rights."""
    uses = [change.use for change in changes if change.use]
    if uses:
        return ", ".join(_counted(use) for use in groups(uses))
    rights = ", ".join(change.right for change in changes if change.right)
    return f"{changes[0].what} ({rights})" if rights else changes[0].what


def _counted(use: Use) -> str:
    return str(use) if use.leaf else f"{use} ({len(leaves(use))} leaves)"


def _block(line: Line, difference: Difference, style: Style) -> Iterator[str]:
    yield _headline(line, difference, style)
    change = line.first
    if _is_long(change):
        yield from (f"  - {sentence(change.before)}",) if change.before else ()
        yield from (f"  + {sentence(change.after)}",) if change.after else ()
    told = effect(change)
    if told:
        yield f"  {style.advice('why:')} {told}"


def _headline(line: Line, difference: Difference, style: Style) -> str:
    kind = line.first.kind
    told = _about(line, difference) if _is_long(line.first) else said(line, difference)
    return f"{_paint(kind, style)(f'{kind}:')} {told}"


def said(line: Line, difference: Difference) -> str:
    """Return in one line what changed, in which track, and from what to what."""
    return f"{_about(line, difference)}: {_said(line.first)}"


def _about(line: Line, difference: Difference) -> str:
    return f"{line.label}{_where(line.tracks, difference)}"


def _is_long(change: Change) -> bool:
    return max(len(change.before or ""), len(change.after or "")) > _SHORT


def _said(change: Change) -> str:
    """Return what was before and what is now."""
    if change.use:
        return f"{change.before or 'not answered'} -> {change.after or 'not answered'}"
    if change.before is None:
        return f"{shown(change.after or '')} added"
    if change.after is None:
        return f"{shown(change.before)} dropped"
    return f"{shown(change.before)} -> {shown(change.after)}"


def _where(tracks: tuple[str, ...], difference: Difference) -> str:
    """Return in which tracks of the new Release, counted from 1 as people do."""
    release = difference.new
    if not tracks or not isinstance(release, Release):
        return ""
    if len(tracks) == len(release.tracks) > 1:
        return " in every track"
    numbers = [int(track.rpartition("/")[2]) for track in tracks]
    named = [f"track {n + 1} ({shown(str(release.tracks[n].track.title))})" for n in numbers]
    return f" in {_few(named)}"


def _few(texts: list[str]) -> str:
    more = len(texts) - _FEW
    return f"{', '.join(texts[:_FEW])} and {more} more" if more > 0 else ", ".join(texts)


def _closing(difference: Difference, style: Style) -> Iterator[str]:
    if difference.changes:
        yield ""
    if isinstance(difference.new, Policy):
        yield from _not_promised(difference.new)
    yield verdict(difference, style)


def _not_promised(policy: Policy) -> Iterator[str]:
    """Yield what keeps a Policy from conforming to the license (spec 5.13)."""
    by_promise: dict[str | None, list[Use]] = {}
    for leaf in leaves(Use.GENERATIVE_TRAINING):
        by_promise.setdefault(promise(policy, leaf)[0], []).append(leaf)
    for name, told in ((WITHOUT_ASKING, "does without asking"), (SILENT, "leaves silent")):
        if name in by_promise:
            terms = ", ".join(groups(by_promise[name]))
            yield f"The new Policy {told}, against the license: {terms}."


def verdict(difference: Difference, style: Style = PLAIN) -> str:
    """Return in a sentence whether anything was widened, and what."""
    asked = isinstance(difference.new, Request)
    for kind, told in (
        (Kind.WIDENED, "asks for more" if asked else "widens what may be done"),
        (
            Kind.NARROWED,
            "asks for less" if asked else "widens nothing, and narrows what may be done",
        ),
    ):
        labels = [line.label for line in lines(difference) if line.first.kind is kind]
        if labels:
            return _paint(kind, style)(f"This change {told}: {_few(list(dict.fromkeys(labels)))}.")
    if difference.changes:
        return "This change neither widens nor narrows anything."
    return "The two documents say the same."


def _paint(kind: Kind, style: Style) -> Paint:
    return {
        Kind.WIDENED: style.error,
        Kind.NARROWED: style.advice,
        Kind.CHANGED: style.note,
    }[kind]
