"""Show how a music library stands: what is wrong in it, and a table that fits a screen."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from askfirst.authoring.coverage import Site
from askfirst.authoring.drift import Drift
from askfirst.authoring.scanning import Faulty, Scanned, State
from askfirst.model.findings import Finding
from askfirst.reporting.style import PLAIN, Style
from askfirst.reporting.visible import visible
from askfirst.vocabulary import DriftCode, Severity

__all__ = ["Scan", "counted", "text"]

#: How many folders have a row of their own, and how many names stand in a line.
_ROWS, _NAMES = 12, 3
_HEADINGS = {
    State.DECLARED: "declared",
    State.CONTRADICTION: "contradict",
    State.INVALID: "invalid",
    State.NOT_DECLARED: "none",
    State.UNREADABLE: "unread",
}
_LABEL, _GAP = 24, 2
_Row = tuple[str, Counter[State]]


class Scan(NamedTuple):
    """The audio files of a library by their paths in it, and what else was met there.

    `faulty` are the license files of folders that do not conform, `orphans` those without their
    audio file; `hidden` and `linked` count the folders that were passed over.
    """

    files: tuple[tuple[str, Scanned], ...]
    faulty: tuple[Faulty, ...] = ()
    orphans: tuple[str, ...] = ()
    hidden: int = 0
    linked: int = 0
    troubles: tuple[str, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether everything could be looked at, and every file has a declaration without error."""
        clean = all(one.state is State.DECLARED for _, one in self.files)
        return clean and not self.troubles and not self.faulty and not self._errors

    @property
    def _errors(self) -> bool:
        found = (drift for _, one in self.files for drift in one.drifts)
        return any(drift.code.severity is Severity.ERROR for drift in found)


def text(scan: Scan, style: Style = PLAIN, *, quiet: bool = False) -> str:
    """Return what is wrong, by path, then the table; where it is quiet, the errors alone."""
    wrong = list(_wrong(scan, style, quiet=quiet))
    table = [] if quiet else [*([""] if wrong else []), *_summary(scan)]
    lines = [*wrong, *table]
    return "".join(f"{line}\n" for line in lines)


def _wrong(scan: Scan, style: Style, *, quiet: bool) -> Iterator[str]:
    for faulty in scan.faulty:
        yield from _faults(faulty.place, faulty, style, quiet=quiet)
    for path, one in scan.files:
        for faulty in one.faulty:
            place = path if faulty.site is Site.EMBEDDED else faulty.place
            yield from _faults(place, faulty, style, quiet=quiet)
        for drift in one.drifts:
            if drift.code is not DriftCode.NOT_DECLARED and not (quiet and _is_mild(drift)):
                yield from _drift(path, drift, style)
    yield from _undeclared(scan, style)
    for path in () if quiet else scan.orphans:
        drift = Drift(DriftCode.NO_AUDIO, "the audio file that it is named after is not here")
        yield from _drift(path, drift, style)


def _is_mild(drift: Drift) -> bool:
    return drift.code.severity is not Severity.ERROR


def _faults(place: str, faulty: Faulty, style: Style, *, quiet: bool) -> Iterator[str]:
    inside = f" ({faulty.place} in the file)" if faulty.site is Site.EMBEDDED else ""
    for one in faulty.findings:
        if one.severity is Severity.ERROR or not quiet:
            code = style.severity(one.severity)(one.code)
            told = f"{_kind(one.severity)}{visible(one.message)}{inside}"
            yield f"{_at(place, one, faulty.site, style)} {code} {told}"


def _at(place: str, finding: Finding, site: Site, style: Style) -> str:
    at = finding.position if site is not Site.EMBEDDED else None
    return style.place(f"{visible(place)}:{at}:" if at else f"{visible(place)}:")


def _kind(severity: Severity) -> str:
    return "" if severity is Severity.ERROR else f"({severity}) "


def _drift(path: str, drift: Drift, style: Style) -> Iterator[str]:
    severity = drift.code.severity
    code = style.severity(severity)(str(drift.code))
    where = f" [{drift.place}]" if drift.place else ""
    told = visible(f"{drift.message}{where}")
    yield f"{style.place(f'{visible(path)}:')} {code} {_kind(severity)}{told}"
    if drift.help:
        yield f"  {style.advice('help:')} {visible(drift.help)}"


def _undeclared(scan: Scan, style: Style) -> Iterator[str]:
    """Yield the files without a declaration, a line for each folder: there can be many."""
    several: dict[str, list[Drift]] = {}
    names: dict[str, list[str]] = {}
    every = Counter(_folder(path) for path, _ in scan.files)
    for path, one in scan.files:
        for drift in one.drifts:
            if drift.code is DriftCode.NOT_DECLARED:
                several.setdefault(_folder(path), []).append(drift)
                names.setdefault(_folder(path), []).append(one.name)
    for folder, drifts in several.items():
        if len(drifts) == 1:
            path = f"{folder}/{names[folder][0]}".removeprefix("./")
            yield from _drift(path, drifts[0], style)
        else:
            told = f"{len(drifts)} of {every[folder]} audio files have no declaration"
            message = f"{told}: {_some(names[folder])}"
            yield from _drift(f"{folder}/", drifts[0]._replace(message=message), style)


def _folder(path: str) -> str:
    return path.rpartition("/")[0] or "."


def _some(names: list[str]) -> str:
    rest = len(names) - _NAMES
    shown = ", ".join(names[:_NAMES])
    return f"{shown} and {rest} more" if rest > 0 else shown


def _summary(scan: Scan) -> Iterator[str]:
    rows, rest = _rows(scan)
    yield _cells("", "files", _HEADINGS)
    yield from (_line(*row) for row in rows)
    if rest:
        yield f"and {rest} more folders"
    whole = Counter(one.state for _, one in scan.files)
    yield from [_line("together", whole)] if len(rows) + rest > 1 else []
    yield ""
    yield counted(scan)
    yield from _rest(scan)


def _cells(label: str, files: str, told: Mapping[State, str]) -> str:
    columns = (f"{told[state]:>{len(head) + _GAP}}" for state, head in _HEADINGS.items())
    return f"{label:{_LABEL}}{files:>7}{''.join(columns)}"


def _rows(scan: Scan) -> tuple[list[_Row], int]:
    """Return a row for each folder, those with most to do first, and how many are left out."""
    folders: dict[str, Counter[State]] = {}
    for path, one in scan.files:
        folders.setdefault(_folder(path), Counter())[one.state] += 1
    order = sorted(folders.items(), key=lambda row: row[1][State.DECLARED] - row[1].total())
    return order[:_ROWS], len(order[_ROWS:])


def _line(label: str, counts: Counter[State]) -> str:
    shown = visible(label)
    cut = shown if len(shown) <= _LABEL else f"…{shown[1 - _LABEL :]}"
    return _cells(cut, str(counts.total()), {one: str(counts[one] or "-") for one in State})


def _sites(scan: Scan, site: Site) -> int:
    return sum(any(one.site is site for one in file.covers) for _, file in scan.files)


def counted(scan: Scan) -> str:
    """Return where files have a declaration, in a sentence."""
    inside, beside, around = (_sites(scan, site) for site in Site)
    return f"Declared in the file: {inside}, beside it: {beside}, in its folder: {around}."


def _rest(scan: Scan) -> Iterator[str]:
    passed = [(scan.hidden, "hidden"), (scan.linked, "linked")]
    told = " and ".join(f"{count} {kind}" for count, kind in passed if count)
    if told:
        yield f"Folders passed over: {told}."
    codes = _codes(scan)
    if codes:
        yield f"Found: {codes}. `askfirst explain CODE` says more."


def _codes(scan: Scan) -> str:
    """Return how often each code was found."""
    drifts: Iterable[str] = (str(drift.code) for _, one in scan.files for drift in one.drifts)
    faulty = [*scan.faulty, *(each for _, one in scan.files for each in one.faulty)]
    found = Counter([*drifts, *(f.code for one in faulty for f in one.findings)])
    found.update([str(DriftCode.NO_AUDIO)] * len(scan.orphans))
    return ", ".join(f"{code} {found[code]}" for code in sorted(found))
