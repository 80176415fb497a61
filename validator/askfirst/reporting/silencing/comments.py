"""Silence notes and warnings by comments in YAML: `# askfirst: ignore AF304 because ...`."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from askfirst.model.findings import Finding, Position
from askfirst.reading import Mapping, Node, Scalar, Syntax, Text, read_bytes, syntax_of, walk
from askfirst.reading.limits import MOST_FAULTS
from askfirst.reporting.results import FileReport, Results
from askfirst.reporting.silencing.leaving import without
from askfirst.reporting.silencing.selection import NotSelectable, checked_code

__all__ = ["by_comments"]

_COMMENT = re.compile(r"#[ \t]*askfirst:[ \t]*ignore\b([^\r\n]*)", re.IGNORECASE)
_BECAUSE = re.compile(r"\bbecause\b", re.IGNORECASE)
_CODE = re.compile(r"[^\s,]+")
#: A line that holds more than a comment.
_CONTENT = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*[^\s#]")


class _Comment(NamedTuple):
    """A comment, the line that it is about, the codes it names, and what is wrong with it."""

    at: Position
    line: int
    codes: tuple[str, ...]
    trouble: str | None = None


def by_comments(results: Results) -> Results:
    """Return results without what comments silence, and with remarks on comments in vain.

    A comment is about its own line, or about the next one with content where it stands alone. It
    gives a reason, and names notes and warnings only.
    """
    found = {file.path: list(_comments(file)) for file in results.files if _may_have(file)}
    if not found:
        return results
    silenced = {
        (path, comment.line, code)
        for path, comments in found.items()
        for comment in comments
        for code in comment.codes
    }
    after = without(results, lambda file, one: _place(file, one) in silenced)
    there = {_place(file, one) for file in results.files for one in file.report.findings}
    remarks = [told for path, comments in found.items() for told in _remarks(path, comments, there)]
    return after._replace(remarks=(*results.remarks, *remarks))


def _may_have(file: FileReport) -> bool:
    """Tell whether a file has to be read a second time for its comments."""
    text, syntax = file.report.text, syntax_of(file.path)
    return text is not None and syntax is not Syntax.JSON and bool(_COMMENT.search(text.content))


def _place(file: FileReport, finding: Finding) -> tuple[str, int, str]:
    return file.path, finding.position.line if finding.position else 0, finding.code


def _remarks(
    path: str, comments: list[_Comment], there: set[tuple[str, int, str]]
) -> Iterator[str]:
    """Yield what is to be told of comments that silence nothing."""
    for one in comments:
        idle = [code for code in one.codes if (path, one.line, code) not in there]
        trouble = f"{', '.join(idle)} is not found here, and needs no comment" if idle else None
        if one.trouble or trouble:
            yield f"{path}:{one.at}: {one.trouble or trouble}"


def _comments(file: FileReport) -> Iterator[_Comment]:
    """Yield the comments that silence, as many as there are findings at the most."""
    text = file.report.text or Text("")
    root = read_bytes(text.content.encode(errors="replace"), syntax_of(file.path)).root
    spans = sorted(_spans(root)) if root else []
    lines = [text.position(m.end(), m.end()).line for m in _CONTENT.finditer(text.content)]
    real = (m for m in _COMMENT.finditer(text.content) if _begins(m.start(), text, spans))
    for match in islice(real, MOST_FAULTS):
        at = text.position(match.start(), match.end())
        here = bisect_left(lines, at.line)
        about = lines[here] if here < len(lines) else at.line
        yield _read(at, about, *_parted(match[1]))


def _begins(start: int, text: Text, spans: list[tuple[int, int]]) -> bool:
    """Tell whether a comment begins at a `#`: behind white space, and in no name or text."""
    if text.content[start - 1 : start].strip():
        return False
    before = bisect_right(spans, (start, len(text.content))) - 1
    return before < 0 or spans[before][1] <= start


def _spans(root: Node) -> Iterator[tuple[int, int]]:
    """Yield where the names and texts of a document stand, in which `#` begins no comment."""
    for _, node in walk(root):
        if isinstance(node, Scalar):
            yield node.start, node.end
        elif isinstance(node, Mapping):
            yield from ((member.start, member.end) for member in node.members.values())


def _parted(said: str) -> tuple[str, str]:
    """Return what stands before the word that begins a reason, and the reason."""
    named, *reason = _BECAUSE.split(said, maxsplit=1)
    return named, reason[0].strip() if reason else ""


def _read(at: Position, line: int, named: str, reason: str) -> _Comment:
    try:
        codes = tuple(map(checked_code, _CODE.findall(named)))
    except NotSelectable as error:
        return _Comment(at, line, (), str(error))
    if codes and reason:
        return _Comment(at, line, codes)
    lacking = "this silences nothing; write `# askfirst: ignore CODE because REASON`"
    return _Comment(at, line, (), lacking)
