"""Move documents up to a newer version of the specification, and see that none says more there."""

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from askfirst.checking import Checked, Report, check
from askfirst.comparison.change import Difference
from askfirst.comparison.comparing import compare
from askfirst.editing import Edit, apply
from askfirst.errors import AskFirstError
from askfirst.model.trust import Trust
from askfirst.reading import Mapping as Members
from askfirst.reading import Node, Scalar, Sequence, Syntax, find, read_bytes
from askfirst.reading.tree import Member
from askfirst.vocabulary.versions import VERSIONS, Version

__all__ = ["NotUpgraded", "Upgraded", "upgraded"]

Check: TypeAlias = Callable[[str, Syntax | None], Report]


class Upgraded(NamedTuple):
    """A text whose documents are of the newest version, and how many of them were of another."""

    text: str
    moved: int


class NotUpgraded(AskFirstError):
    """A text stays as it is: `report` says what is wrong with it, `difference` what would widen."""

    def __init__(
        self, why: str, report: Report | None = None, difference: Difference | None = None
    ) -> None:
        super().__init__(why)
        self.report = report
        self.difference = difference


def _checked(text: str, syntax: Syntax | None) -> Report:
    return check(text, syntax=syntax)


def upgraded(
    text: str,
    syntax: Syntax | None = None,
    versions: tuple[Version, ...] = VERSIONS,
    checked: Check = _checked,
) -> Upgraded:
    """Return the text with its documents moved up; comments and layout stay.

    Raises `NotUpgraded` where a document cannot be read, is signed, would not conform in the
    newer version, or would permit there what it does not permit now.
    """
    before = checked(text, syntax)
    if not before.documents or not all(map(_is_read, before.documents)):
        raise NotUpgraded("what does not conform is not upgraded", before)
    older = [one for one in _documents(text, syntax) if _version(one) != versions[-1].number]
    if any("proof" in one.members for one in older):
        raise NotUpgraded("it is signed, and a signature holds for what was signed only")
    moved = text
    for old, new in pairwise(versions):
        moved = apply(moved, _edits(moved, syntax, old.number, new))
    if moved != text:
        _compare(before, checked(moved, syntax))
    return Upgraded(moved, len(older))


def _is_read(one: Checked) -> bool:
    return one.document is not None or one.trust is not None


def _documents(text: str, syntax: Syntax | None) -> list[Members]:
    root = read_bytes(text.encode(errors="surrogatepass"), syntax).root
    found = find(root, []) if root else []
    return [one.node for one in found if isinstance(one.node, Members)]


def _version(document: Members) -> str | bool | None:
    written = document.members["askfirst"].value if "askfirst" in document.members else None
    return written.value if isinstance(written, Scalar) else None


def _compare(before: Report, after: Report) -> None:
    """See that each document is there and says no more than it did (spec 5.15)."""
    if len(after.documents) != len(before.documents) or not all(map(_is_read, after.documents)):
        raise NotUpgraded("it would not conform in the newer version", after)
    for old, new in zip(before.documents, after.documents, strict=True):
        if old.trust and new.trust:
            if _trusted(old.trust) != _trusted(new.trust):
                raise NotUpgraded("it would trust others in the newer version")
        elif old.document and new.document:
            difference = compare(old.document, new.document)
            if difference.widened:
                raise NotUpgraded("it would widen in the newer version", None, difference)


def _trusted(trust: Trust) -> tuple[object, ...]:
    return (trust.holders, trust.mandates, trust.witnesses, trust.set_aside)


def _edits(text: str, syntax: Syntax | None, number: str, new: Version) -> Iterator[Edit]:
    """Yield what makes documents of one version documents of the next."""
    for document in _documents(text, syntax):
        version = document.members["askfirst"].value
        if isinstance(version, Scalar) and version.value == number:
            yield _written(text, version, number, new.number)
            yield from _renamed(text, document, new)


def _renamed(text: str, node: Node, new: Version) -> Iterator[Edit]:
    """Yield edits of all that is named otherwise; what begins with `x-` is somebody's own."""
    for item in node.items if isinstance(node, Sequence) else ():
        yield from _renamed(text, item, new)
    for name, member in node.members.items() if isinstance(node, Members) else ():
        if name.startswith("x-"):
            continue
        if name in new.members:
            yield _written(text, member, name, new.members[name])
        yield from _reworded(text, member.value, new.words.get(name, {}))
        yield from _renamed(text, member.value, new)


def _reworded(text: str, node: Node, words: Mapping[str, str]) -> Iterator[Edit]:
    for one in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(one, Scalar) and isinstance(one.value, str) and one.value in words:
            yield _written(text, one, one.value, words[one.value])


def _written(text: str, part: Member | Scalar, old: str, new: str) -> Edit:
    """Return the edit that writes a word in the place of another, in the same quotes."""
    written = text[part.start : part.end]
    there = written.replace(old, new) if old in written else json.dumps(new)
    return Edit(part.start, part.end, there)
