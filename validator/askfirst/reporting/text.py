"""Write findings for people: where, what is wrong, the line itself, and what would be right."""

from collections.abc import Iterator

from askfirst.model.findings import Finding, Position
from askfirst.reading import Text
from askfirst.reporting.fixes import fixable
from askfirst.reporting.results import FileReport, Results
from askfirst.reporting.style import PLAIN, Paint, Style
from askfirst.reporting.tracks import in_track, tracks_named
from askfirst.reporting.visible import visible, width
from askfirst.vocabulary import AnyType, Configuration, DocumentType, Severity

__all__ = ["concise", "full", "summary"]

#: How many characters of a line are shown before and after a finding.
_CONTEXT = 60
#: How many characters a message has at the most; the longest that lists words has fewer.
_SENTENCE = 800
_CONSEQUENCES: dict[AnyType, str] = {
    DocumentType.REQUEST: "Until this is fixed, there is no question to answer.",
    DocumentType.DECISION: "Until this is fixed, nobody should rely on this Decision.",
    DocumentType.POLICY: "Until this is fixed, the Policy is no promise to ask first.",
    DocumentType.CONSENT: "Until this is fixed, the Consent counts for nothing.",
    DocumentType.WITHDRAWAL: "Until this is fixed, tools must take the Consent it names as ended.",
    Configuration.TRUST: "Until this is fixed, the trust file is not used: no key counts.",
}
_CONSEQUENCE = (
    "Until this is fixed, tools must assume that nothing is permitted and consent is required."
)


def full(results: Results, style: Style = PLAIN, *, quiet: bool = False) -> str:
    """Return every finding with its line and advice, then a summary and the consequence."""
    blocks = [
        _block(file, finding, style)
        for file in results.files
        for finding in _shown(file, quiet=quiet)
    ]
    named = [line for file in results.files for line in tracks_named(file, style)]
    ends = [] if quiet else [*named, *_consequences(results), summary(results), *fixable(results)]
    return "".join(f"{part}\n" for part in [*blocks, *ends])


def concise(results: Results, style: Style = PLAIN, *, quiet: bool = False) -> str:
    """Return one line per finding, then a summary."""
    lines = [
        _headline(file, finding, style)
        for file in results.files
        for finding in _shown(file, quiet=quiet)
    ]
    ends = [] if quiet else [summary(results), *fixable(results)]
    return "".join(f"{line}\n" for line in [*lines, *ends])


def _shown(file: FileReport, *, quiet: bool) -> Iterator[Finding]:
    return (f for f in file.report.findings if not quiet or f.severity is Severity.ERROR)


def _headline(file: FileReport, finding: Finding, style: Style) -> str:
    at = finding.position
    place = f"{visible(file.path)}:{at}:" if at else f"{visible(file.path)}:"
    kind = "" if finding.severity is Severity.ERROR else f"({finding.severity}) "
    code = style.severity(finding.severity)(finding.code)
    return f"{style.place(place)} {code} {kind}{_cut(finding.message)}{in_track(file, finding)}"


def _block(file: FileReport, finding: Finding, style: Style) -> str:
    lines = [_headline(file, finding, style)]
    if file.report.text and finding.position:
        lines += _excerpt(file.report.text, finding.position, style.severity(finding.severity))
    if finding.help:
        lines.append(f"  {style.advice('help:')} {_cut(finding.help)}")
    return "\n".join([*lines, ""])


def _cut(sentence: str) -> str:
    """Return a sentence without the middle of what somebody else wrote at length into it."""
    long = len(sentence) > _SENTENCE
    return visible(f"{sentence[:_CONTEXT]}…{sentence[-_CONTEXT:]}" if long else sentence)


def _excerpt(text: Text, at: Position, paint: Paint) -> Iterator[str]:
    """Yield the line of a finding and the carets under it, cut where the line is long."""
    first = at.column - 1
    last = max(first + 1, at.end_column - 1 if at.end_line == at.line else 0)
    begin, end = max(0, first - _CONTEXT), last + _CONTEXT
    before = "…" * (begin > 0) + visible(text.line(at.line, begin, first))
    marked = visible(text.line(at.line, first, min(last, first + 2 * _CONTEXT)))
    rest = visible(text.line(at.line, last, end)) + "…" * bool(text.line(at.line, end, end + 1))
    yield f"{at.line:>4} | {before}{marked}{rest}"
    yield f"{'':>4} | {' ' * width(before)}{paint('^' * max(1, width(marked)))}"


def _consequences(results: Results) -> Iterator[str]:
    """Yield what tools must assume while the errors stand, each sentence once."""
    sentences = dict.fromkeys(sentence for file in results.files for sentence in _consequence(file))
    yield from sentences


def _consequence(file: FileReport) -> Iterator[str]:
    broken = [one for one in file.report.documents if not one.conforms]
    for one in broken:
        yield _CONSEQUENCES.get(one.kind, _CONSEQUENCE) if one.kind else _CONSEQUENCE
    if not file.report.conforms and not broken:
        yield _CONSEQUENCE


def summary(results: Results) -> str:
    """Return in a sentence how many files were checked, and what was found in them."""
    counts = [_count(results.count(severity), severity) for severity in Severity]
    found = ", ".join(count for count in counts if count) or "no findings"
    files = _count(len(results.files), "file") or "no file"
    passed = f", {results.passed_over} passed over" if results.passed_over else ""
    found += f"; {results.left_out} left out" if results.left_out else ""
    found += f"; {results.fixed} fixed" if results.fixed else ""
    verdict = "conforms" if len(results.files) == 1 else "conform"
    if results.conforms:
        return f"{files} checked{passed}: {verdict}; {found}."
    return f"{files} checked{passed}: {found}. `askfirst explain CODE` says more."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}" if number else ""
