"""Tell the reasons of an answer: each once, under the leaves it is a reason for."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from askfirst.decision import Answer
from askfirst.model.decisions import Leaf, Reason
from askfirst.reporting.places import Places
from askfirst.reporting.style import Style
from askfirst.reporting.wording import sentence, terms
from askfirst.vocabulary import Because, Right, Status, Use, groups

__all__ = ["telling", "why"]

#: How many reasons are shown for the same leaves; a Decision in JSON has all of them.
_MOST = 40
#: Why something does not open a leaf: of no interest where the leaf is open or can never be.
_IN_VAIN = frozenset(code for code in Because if code > Because.COVERS and code[2] in "567") - {
    Because.SET_ASIDE
}
_SETTLED = (Status.PERMITTED, Status.PROHIBITED)
#: Stands in a sentence where it names the leaf that it is about.
_LEAF = "\0"
_RIGHTS = re.compile(r"(.+ (?:for|of) )((?:`[a-z]+`(?:, )?)+)\.")

_Leaves: TypeAlias = tuple[Use, ...]


class _Told(NamedTuple):
    """A reason as it is told of several leaves."""

    code: str
    sha256: str | None
    pointer: str | None
    sentence: str


def telling(leaf: Leaf) -> Iterator[Reason]:
    """Yield the reasons that tell a person something about a leaf, given its outcome."""
    for one in leaf.reasons:
        if leaf.outcome not in _SETTLED or one.code not in _IN_VAIN:
            yield one


def why(answer: Answer, places: Places, style: Style) -> Iterator[str]:
    """Yield the reasons as lines, under the leaves they are for where the leaves differ."""
    sections = _sections(answer)
    indent = "  " if len(sections) > 1 else ""
    for leaves, reasons in sections.items():
        yield from [f"{terms(leaves)}:"] if indent else []
        lines = _lines(reasons, leaves, places, style)
        yield from (f"{indent}{line}" for line in lines[:_MOST])
        if len(lines) > _MOST:
            yield f"{indent}and {len(lines) - _MOST:,} more; --format json has them"


def _sections(answer: Answer) -> dict[_Leaves, list[_Told]]:
    """Return the reasons by the leaves that share them: those for most leaves first."""
    shared: dict[_Told, list[Use]] = {}
    rights: dict[_Told, set[str]] = {}
    for leaf in answer.leaves:
        for one in telling(leaf):
            said, named = _without_rights(_without_leaf(leaf.use, one.sentence))
            told = _Told(one.code, one.sha256, one.pointer, said)
            shared.setdefault(told, []).append(leaf.use)
            rights.setdefault(told, set()).update(named)
    found: dict[_Leaves, list[_Told]] = {}
    for told, leaves in shared.items():
        said = told.sentence + _listed(rights[told])
        found.setdefault(tuple(leaves), []).append(told._replace(sentence=said))
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))


def _without_leaf(leaf: Use, said: str) -> str:
    """Return a sentence without the leaf it is about, so that those of other leaves equal it."""
    return said.replace(f"`{leaf}`, as part of `", "`").replace(f"`{leaf}`", _LEAF)


def _without_rights(said: str) -> tuple[str, list[str]]:
    """Return a sentence without the rights at its end, which go together, and these."""
    found = _RIGHTS.fullmatch(said)
    return (found[1], re.findall("[a-z]+", found[2])) if found else (said, [])


def _listed(rights: Iterable[str]) -> str:
    named = ", ".join(f"`{right}`" for right in Right if right in rights)
    return f"{named}." if named else ""


def _lines(reasons: list[_Told], leaves: _Leaves, places: Places, style: Style) -> list[str]:
    """Return the lines of the reasons for some leaves, by code, file and position."""
    meant = groups(leaves)
    named = f"`{meant[0]}`" if len(meant) == 1 else "it"
    found = []
    for one in reasons:
        place = places.of(one.sha256, one.pointer or "") if one.sha256 else None
        said = one.sentence.replace(_LEAF, named)
        told = f"{one.code} {sentence(said[:1].upper() + said[1:])}"
        order = one.code, place.order if place else (0, 0, 0), told
        found.append((order, f"{style.place(f'{place}:')} {told}" if place else told))
    return [line for _, line in sorted(found)]
