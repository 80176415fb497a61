"""Judge whether a fix could widen what may be done."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from askfirst.checking import Checked
from askfirst.fixing.fixable import COVERED, MISNAMED, REPEATED
from askfirst.fixing.parts import Path, at, path_of, renamed, twins, with_entries
from askfirst.model.findings import Finding
from askfirst.rules.anatomy import STATEMENTS
from askfirst.vocabulary import DocumentType, Severity, Use
from askfirst.vocabulary import path as path_to
from askfirst.vocabulary.promises import PROMISES

__all__ = ["Judge"]

_DECLARING = (DocumentType.DECLARATION, DocumentType.RELEASE)
#: Members by which a Declaration or Release loosens something once it conforms.
_LOOSENING = frozenset({"permits", "absentRights", "supersedes", "mandate"})
_LEAVES = tuple(use for use in Use if use.leaf)
_LISTS = (*STATEMENTS, *PROMISES)
_TRACKS = ("tracks",)


class Judge:
    """No automatic fix widens anything.

    While a document does not conform it opens nothing (reading rule 11). So what makes it conform
    is safe only where there is nothing in it that could open anything then, and where no statement
    that can be read becomes milder. Other fixes are those that make no difference.
    """

    def __init__(self, document: Checked, findings: Iterable[Finding]) -> None:
        self._document = document
        self._findings = findings
        #: The document with all that was found to be safe for its statements so far: what makes no
        #: difference alone can make one together.
        self._now: Any = document.value
        self._known: dict[tuple[Path, str], bool] = {}

    def is_safe(self, finding: Finding) -> bool | None:
        """Tell whether a fix widens nothing; None where it is no fix: more would change by it."""
        path = path_of(finding.pointer.removeprefix(self._document.pointer))
        if finding.code == COVERED:
            return True if self._is_idle(finding, path) else None
        if finding.severity is not Severity.ERROR:
            entries = {path[:n] for n in range(len(path) + 1)}
            return True if self._twins.isdisjoint(entries) else None
        if self._loosens or finding.meant in _LOOSENING:
            return False
        return not self._states(finding, path) or self._keeps(finding, path)

    @cached_property
    def _loosens(self) -> bool:
        """Whether the document could open something if it conformed."""
        return self._document.kind not in _DECLARING or _holds(self._document.value, _LOOSENING)

    @cached_property
    def _twins(self) -> set[Path]:
        """The entries that would stand twice if every identifier stood in its normal form."""
        respelt = [
            (path_of(one.pointer.removeprefix(self._document.pointer)), one.meant)
            for one in self._findings
            if one.meant is not None and one.severity is not Severity.ERROR
        ]
        found = twins(self._document.value, respelt)
        # the tracks of a Release are a sequence
        release = self._document.kind is DocumentType.RELEASE
        return {path for path in found if not (release and path[:-1] == _TRACKS)}

    def _is_idle(self, finding: Finding, path: Path) -> bool:
        """Tell whether nothing changes where a covered use is taken out."""
        once = at(self._document.value, path[:-1]).count(at(self._document.value, path)) == 1
        return once and self._keeps(finding, path)

    def _states(self, finding: Finding, path: Path) -> bool:
        """Tell whether a fix changes what a list of uses holds; one entry is as good as two."""
        if finding.code == MISNAMED:
            return finding.meant in STATEMENTS
        return finding.code not in REPEATED and "".join(path[-2:-1]) in _LISTS

    def _keeps(self, finding: Finding, path: Path) -> bool:
        """Tell whether no statement becomes milder, and none other where a use is taken out."""
        named = finding.code == MISNAMED
        word = str(finding.meant or at(self._document.value, path))
        key = path if named else path[:-1], word
        if key not in self._known:
            about = _LEAVES if named else tuple(leaf for leaf in _LEAVES if word in path_to(leaf))
            values = self._document.value, self._now
            self._known[key] = all(self._fits(finding, path, value, about) for value in values)
            if self._known[key]:
                self._now = self._amended(finding, path, self._now)
        return self._known[key]

    def _fits(self, finding: Finding, path: Path, value: Any, about: tuple[Use, ...]) -> bool:  # noqa: ANN401 - as JSON is
        from askfirst.fixing.stated import stated  # noqa: PLC0415 - few fixes change a statement

        after = self._amended(finding, path, value)
        one, other = (_one_track(each, path) for each in (value, after))
        old, new = (stated(self._document.kind, each, about) for each in (one, other))
        return old == new or (
            finding.code != COVERED and all(n >= o for o, n in zip(old, new, strict=True))
        )

    def _amended(self, finding: Finding, path: Path, value: Any) -> Any:  # noqa: ANN401 - as above
        """Return a value with a fix in it; words are found by what they are, as others may go."""
        if finding.code == MISNAMED:
            return renamed(value, path, str(finding.meant))
        word, entries = at(self._document.value, path), at(value, path[:-1])
        kept = [finding.meant if one == word else one for one in entries]
        return with_entries(value, path[:-1], [one for one in kept if one is not None])


def _one_track(value: Any, path: Path) -> Any:  # noqa: ANN401 - as above
    """Return a document with only that one of its tracks in which a path ends."""
    if path[:1] != _TRACKS:
        return value
    return {**value, "tracks": [value["tracks"][int(path[1])]]}


def _holds(value: object, names: frozenset[str]) -> bool:
    """Tell whether an object, or one in it, has a member of one of the names."""
    todo = [value]
    while todo:
        one = todo.pop()
        if isinstance(one, dict):
            if not names.isdisjoint(one):
                return True
            todo += one.values()
        elif isinstance(one, list):
            todo += one
    return False
